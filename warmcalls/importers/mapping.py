"""Mappings: which column of a table says what, as a person decided it once."""

import hashlib
import json
from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Self

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.importers.tables.rows import fold

TableKind = Literal["clients", "signals"]


class Field(StrEnum):
    """What a column can say."""

    IGNORE = "ignore"
    CLIENT = "client"
    EMAIL = "email"
    CONTACT = "contact"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ROLE = "role"
    PHONE = "phone"
    MOBILE = "mobile"
    SWITCHBOARD = "switchboard"
    WEBSITE = "website"
    DOMAIN = "domain"
    TIER = "tier"
    SECTOR = "sector"
    TOWN = "town"
    STAFF = "staff"
    OWNER = "owner"
    EXPECTED_FEE = "expected_fee"
    NOTES = "notes"
    EXTERNAL_ID = "external_id"
    COMPANY_NUMBER = "company_number"
    DO_NOT_CALL = "do_not_call"
    TOKEN = "token"  # noqa: S105
    NETWORK = "network"
    ALIAS = "alias"
    SINCE = "since"
    WHEN = "when"
    DATE = "date"
    TIME = "time"
    KIND = "kind"
    SUBJECT = "subject"
    ADDRESS = "address"
    CAMPAIGN = "campaign"
    CHANNEL = "channel"
    NOTE = "note"
    COUNT = "count"
    ID = "id"


_SIGNALS_ONLY = tuple(Field)[tuple(Field).index(Field.WHEN) :]
CLIENT_FIELDS: tuple[Field, ...] = tuple(each for each in Field if each not in _SIGNALS_ONLY)
SIGNAL_FIELDS: tuple[Field, ...] = (
    Field.IGNORE,
    *_SIGNALS_ONLY,
    Field.EMAIL,
    Field.CONTACT,
    Field.FIRST_NAME,
    Field.LAST_NAME,
    Field.CLIENT,
    Field.DOMAIN,
    Field.WEBSITE,
    Field.TOKEN,
    Field.EXTERNAL_ID,
)
FIELDS: dict[str, tuple[Field, ...]] = {"clients": CLIENT_FIELDS, "signals": SIGNAL_FIELDS}


def signature(header: Iterable[str]) -> str:
    """Return what tells a header from others, whatever the order and spelling of its names."""
    names = "\n".join(sorted(fold(name) for name in header))
    return hashlib.blake2b(names.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Mapping:
    """What the columns of a table say.

    Attributes:
        kind: whether a row is a client (or contact), or a signal.
        columns: column names as in the file; those not named are ignored.
        day_first: order of 03/04/2026, or None to find it in the column.
        default_kind: the kind of signals whose kind is not told or not known.
        source: the system that external ids come from, as "vincere".
        signature: of the header it was made for.
    """

    kind: TableKind
    columns: AnyMapping[str, Field] = field(default_factory=dict)
    day_first: bool | None = None
    default_kind: Kind | None = None
    source: str = ""
    signature: str = ""

    def of(self, *fields: Field) -> tuple[str, ...]:
        """Return the columns mapped to any of these fields, in the fields' order."""
        return tuple(
            name for each in fields for name, mapped in self.columns.items() if mapped is each
        )

    def to_json(self) -> str:
        """Return the mapping as text to keep."""
        return json.dumps(
            {
                "kind": self.kind,
                "columns": dict(self.columns),
                "day_first": self.day_first,
                "default_kind": self.default_kind,
                "source": self.source,
                "signature": self.signature,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the mapping that `to_json` wrote.

        Raises:
            RefusedError: the text is no mapping.
        """
        try:
            told = json.loads(text)
            kind: TableKind = "signals" if told["kind"] == "signals" else "clients"
            default = told["default_kind"]
            return cls(
                kind,
                {str(name): Field(value) for name, value in told["columns"].items()},
                told["day_first"],
                None if default is None else Kind(default),
                str(told["source"]),
                str(told["signature"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            raise RefusedError("The column mapping can't be read: map the columns anew.") from None

    def require(self, header: Iterable[str]) -> None:
        """Refuse a mapping that does not serve this header.

        Raises:
            RefusedError: a mapped column is not there, or nothing says what is needed.
        """
        names = set(header)
        missing = [
            name
            for name, mapped in self.columns.items()
            if mapped is not Field.IGNORE and name not in names
        ]
        if missing:
            raise RefusedError(f"The file has no column called {missing[0]}: map the columns anew.")
        if self.kind == "clients" and not self.of(*NAMING):
            raise RefusedError("No column says who the client is: map one to client or e-mail.")
        if self.kind == "signals":
            self._require_signal()

    def _require_signal(self) -> None:
        if not self.of(Field.WHEN, Field.DATE):
            raise RefusedError("No column says when it was: map one to when or date.")
        if not self.of(Field.KIND) and self.default_kind is None:
            raise RefusedError(
                "No column says what kind of signal it is: map one or choose a kind."
            )
        if not self.of(*TYING):
            raise RefusedError("No column says who it was: map one to e-mail, website or client.")


NAMING = (
    Field.CLIENT,
    Field.CONTACT,
    Field.FIRST_NAME,
    Field.LAST_NAME,
    Field.EMAIL,
    Field.DOMAIN,
    Field.WEBSITE,
)
TYING = (
    Field.TOKEN,
    Field.EMAIL,
    Field.EXTERNAL_ID,
    Field.DOMAIN,
    Field.WEBSITE,
    Field.CLIENT,
    Field.ADDRESS,
)
