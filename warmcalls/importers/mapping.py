"""Mappings: which column of a table says what, as a person decided it once."""

import hashlib
import json
from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal, Self, get_args

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming_rules import Rules
from warmcalls.domain.kinds import Kind
from warmcalls.importers.tables.rows import fold

TableKind = Literal["clients", "signals", "spend", "invoices", "figures"]
TABLE_KINDS: Final[tuple[TableKind, ...]] = get_args(TableKind)


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
    EXCLUDED = "excluded"
    TOKEN = "token"  # noqa: S105
    NETWORK = "network"
    ALIAS = "alias"
    SINCE = "since"
    TAGS = "tags"
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
    AMOUNT = "amount"
    NET = "net"
    TAX = "tax"
    CURRENCY = "currency"
    STARTS = "starts"
    ENDS = "ends"
    MONTH = "month"
    CAMPAIGN_ID = "campaign_id"
    INVOICE = "invoice"
    INVOICED = "invoiced"
    DUE = "due"
    PAID = "paid"
    PAID_AMOUNT = "paid_amount"
    BALANCE = "balance"
    STATUS = "status"
    DOCUMENT = "document"
    TITLE = "title"
    CANDIDATES = "candidates"
    NEW_CLIENTS = "clients"
    COLLEAGUES = "colleagues"
    CASH = "cash"


_SIGNALS_FROM, _MONEY_FROM = (tuple(Field).index(each) for each in (Field.WHEN, Field.AMOUNT))
_SIGNALS_ONLY = tuple(Field)[_SIGNALS_FROM:_MONEY_FROM]
CLIENT_FIELDS: tuple[Field, ...] = tuple(Field)[:_SIGNALS_FROM]
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
SPEND_FIELDS: tuple[Field, ...] = (
    Field.IGNORE,
    Field.CAMPAIGN,
    Field.CAMPAIGN_ID,
    Field.CHANNEL,
    Field.STARTS,
    Field.ENDS,
    Field.MONTH,
    Field.AMOUNT,
    Field.CURRENCY,
    Field.NOTE,
)
INVOICE_FIELDS: tuple[Field, ...] = (
    Field.IGNORE,
    Field.INVOICE,
    Field.CLIENT,
    Field.EMAIL,
    Field.INVOICED,
    Field.DUE,
    Field.AMOUNT,
    Field.NET,
    Field.TAX,
    Field.CURRENCY,
    Field.PAID,
    Field.PAID_AMOUNT,
    Field.BALANCE,
    Field.STATUS,
    Field.DOCUMENT,
    Field.TITLE,
)
FOUR_CS: tuple[Field, ...] = (
    Field.CANDIDATES,
    Field.NEW_CLIENTS,
    Field.COLLEAGUES,
    Field.CASH,
)
FIELDS: dict[str, tuple[Field, ...]] = {
    "clients": CLIENT_FIELDS,
    "signals": SIGNAL_FIELDS,
    "spend": SPEND_FIELDS,
    "invoices": INVOICE_FIELDS,
    "figures": (Field.IGNORE, Field.MONTH, *FOUR_CS),
}


def signature(header: Iterable[str]) -> str:
    """Return what tells a header from others, whatever the order and spelling of its names."""
    names = "\n".join(sorted(fold(name) for name in header))
    return hashlib.blake2b(names.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Mapping:
    """What the columns of a table say.

    Attributes:
        kind: what a row is: a client (or contact), a signal, spend, an invoice, a month's figures.
        columns: column names as in the file; those not named are ignored.
        day_first: order of 03/04/2026, or None to find it in the column.
        default_kind: the kind of signals whose kind is not told or not known.
        source: the system that external ids come from, as "vincere".
        signature: of the header it was made for.
        rules: what it may change at clients that are here already.
    """

    kind: TableKind
    columns: AnyMapping[str, Field] = field(default_factory=dict)
    day_first: bool | None = None
    default_kind: Kind | None = None
    source: str = ""
    signature: str = ""
    rules: Rules = field(default_factory=Rules)

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
                "rules": self.rules.to_json(),
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
            kind: TableKind = next(each for each in TABLE_KINDS if each == told["kind"])
            default = told["default_kind"]
            return cls(
                kind,
                {str(name): Field(value) for name, value in told["columns"].items()},
                told["day_first"],
                None if default is None else Kind(default),
                str(told["source"]),
                str(told["signature"]),
                Rules.from_json(told.get("rules")),
            )
        except (ValueError, KeyError, TypeError, AttributeError, StopIteration):
            raise RefusedError("The column mapping can’t be read: map the columns anew.") from None

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
        for needed, why in NEEDED[self.kind]:
            if not self.of(*needed):
                raise RefusedError(why)
        if self.kind == "signals" and not self.of(Field.KIND) and self.default_kind is None:
            raise RefusedError(
                "No column says what kind of signal it is: map one or choose a kind."
            )


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
NEEDED: Final[dict[str, tuple[tuple[tuple[Field, ...], str], ...]]] = {
    "clients": ((NAMING, "No column says who the client is: map one to client or e-mail."),),
    "signals": (
        ((Field.WHEN, Field.DATE), "No column says when it was: map one to when or date."),
        (TYING, "No column says who it was: map one to e-mail, website or client."),
    ),
    "spend": (
        ((Field.AMOUNT,), "No column says how much was spent: map one to amount."),
        (
            (Field.STARTS, Field.MONTH),
            "No column says for which days the money was: map one to starts or month.",
        ),
    ),
    "invoices": (
        ((Field.AMOUNT, Field.NET), "No column says how much was invoiced: map one to amount."),
        ((Field.INVOICED,), "No column says when it was invoiced: map one to invoiced."),
        (
            (Field.CLIENT, Field.EMAIL),
            "No column says who was invoiced: map one to client or e-mail.",
        ),
    ),
    "figures": (
        ((Field.MONTH,), "No column says which month it is: map one to month."),
        (FOUR_CS, "No column holds candidates, clients, colleagues or cash: map one to them."),
    ),
}
"""By kind: of which fields one must be mapped, and what to say where none is."""
