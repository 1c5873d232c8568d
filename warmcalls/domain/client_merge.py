"""Merging two clients: what either says, what is taken of both, and what moves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.client_fields import FIELD_OF, tags_of, tags_text
from warmcalls.domain.day_words import day_words
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import amount_words

Facts = Mapping[str, Any]
"""A client, contact or number as it is kept, field by field."""


class Take(StrEnum):
    """Whose value the client that stays has afterwards."""

    KEEP = "keep"
    GONE = "gone"
    BOTH = "both"


FIELDS: Final = (
    "name", "tier", "sector", "town", "owner", "staff", "fee", "website", "company_number",
    "since", "excluded", "tags", "notes",
)  # fmt: skip
JOINED: Final = frozenset({"tags", "notes"})
BESIDE: Final = {"name": "name_key", "fee": "currency"}  # what goes with a field


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One field of two clients.

    Attributes:
        column: the id of the column.
        head: what it is called.
        keep: what the client that stays says, in words; empty for nothing.
        gone: what the other one says.
        take: whose it will be unless somebody chooses otherwise.
        is_same: whether both say the same.
    """

    column: str
    head: str
    keep: str
    gone: str
    take: Take = Take.KEEP
    is_same: bool = False

    @property
    def can_both(self) -> bool:
        """Whether the two can be joined."""
        return self.column in JOINED and bool(self.keep) and bool(self.gone) and not self.is_same


@dataclass(frozen=True, slots=True)
class Moves:
    """How much of the client that goes moves to the one that stays."""

    signals: int = 0
    calls: int = 0
    briefs: int = 0
    placements: int = 0
    fees: int = 0
    contacts: int = 0
    numbers: int = 0
    identifiers: int = 0
    visitors: int = 0

    @property
    def words(self) -> str:
        """What moves: "142 signals, 5 calls and 2 contacts move"."""
        counts = [(getattr(self, name), one, many) for name, (one, many) in NOUNS.items()]
        parts = [f"{n:,} {one if n == 1 else many}" for n, one, many in counts if n]
        total = sum(n for n, _, _ in counts)
        if not parts:
            return "Nothing moves"
        listed = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
        return f"{listed} {'moves' if total == 1 else 'move'}"


NOUNS: Final = {
    "signals": ("signal", "signals"),
    "calls": ("call", "calls"),
    "briefs": ("job brief", "job briefs"),
    "placements": ("placement", "placements"),
    "fees": ("fee", "fees"),
    "contacts": ("contact", "contacts"),
    "numbers": ("number", "numbers"),
    "identifiers": ("identifier", "identifiers"),
    "visitors": ("visitor", "visitors"),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two clients side by side, before they become one.

    Attributes:
        fields: every field of a client.
        joined: the names of contacts who are at both, and become one.
        reasons: why the two seem to be one; empty where nobody looked.
        warning: that one of them objected, or empty.
        is_apart: whether somebody said that they are two.
    """

    keep_id: int
    gone_id: int
    keep_name: str
    gone_name: str
    fields: tuple[FieldChoice, ...]
    moves: Moves = field(default_factory=Moves)
    joined: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    warning: str = ""
    is_apart: bool = False


def field_choices(keep: Facts, gone: Facts) -> tuple[FieldChoice, ...]:
    """Return every field of two clients, with whose is taken by default."""
    return tuple(
        FieldChoice(
            column,
            BY_ID[column].head,
            _shown(column, keep),
            _shown(column, gone),
            default_take(column, keep, gone),
            _shown(column, keep) == _shown(column, gone),
        )
        for column in FIELDS
    )


def default_take(column: str, keep: Facts, gone: Facts) -> Take:
    """Return whose value is taken unless somebody chooses: the filled one, else the kept one's."""
    mine, theirs = (_value(column, client) for client in (keep, gone))
    if theirs in ("", None) or mine == theirs:
        return Take.KEEP
    if mine in ("", None):
        return Take.GONE
    return Take.BOTH if column in JOINED else Take.KEEP


def taken(keep: Facts, gone: Facts, take: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of the client that stays.

    An objection wins always, and so does the longer snooze.

    Args:
        keep: the client that stays.
        gone: the client that goes.
        take: column to "keep", "gone" or "both"; others are taken by default.

    Raises:
        RefusedError: a column or a choice is unknown.
    """
    check_take(take)
    fields: dict[str, Any] = {}
    for column in FIELDS:
        whose = Take(take.get(column, default_take(column, keep, gone)))
        fields |= _joined(column, keep, gone) if whose is Take.BOTH else {}
        if whose is Take.GONE:
            names = (FIELD_OF.get(column, column), BESIDE.get(column))
            fields |= {name: gone[name] for name in names if name}
    fields["objected_at"] = earliest(keep["objected_at"], gone["objected_at"])
    snoozes = [each["snoozed_until"] for each in (keep, gone) if each["snoozed_until"]]
    fields["snoozed_until"] = max(snoozes, default=None)
    return fields


def check_take(take: Mapping[str, str]) -> None:
    """Refuse a choice that cannot be.

    Raises:
        RefusedError: it says which.
    """
    for column, whose in take.items():
        if column not in FIELDS:
            raise RefusedError(f"“{column}” is no field of a client: {', '.join(FIELDS)}.")
        if whose not in set(Take) or (whose == Take.BOTH and column not in JOINED):
            both = ", “both”" if column in JOINED else ""
            raise RefusedError(f"Of {column} take “keep” or “gone”{both}, not “{whose}”.")


def earliest(*moments: int | None) -> int | None:
    """Return the first of some moments, None where there is none."""
    return min((at for at in moments if at is not None), default=None)


def join_texts(*texts: str) -> str:
    """Return texts under one another, without those that another one says already."""
    joined: list[str] = []
    for text in texts:
        if text.strip() and not any(text.strip() in said for said in joined):
            joined = [said for said in joined if said.strip() not in text]
            joined.append(text)
    return "\n\n".join(joined)


def same_people(keep: Iterable[Facts], gone: Sequence[Facts]) -> dict[int, int]:
    """Return which contacts of the client that goes are which of the one that stays.

    They are the same with the same e-mail address, or with the same name where their e-mails do
    not differ.
    """
    held = [dict(each) for each in keep]
    found: dict[int, int] = {}
    for other in sorted(gone, key=lambda each: not each["email"]):
        same = next((mine for mine in held if _same_email(mine, other)), None)
        same = same or next((mine for mine in held if _same_name(mine, other)), None)
        if same is not None:
            found[other["id"]] = same["id"]
            same["email"] = same["email"] or other["email"]
    return found


def one_person(mine: Facts, other: Facts) -> dict[str, Any]:
    """Return the fields of two contacts who are one; what does not fit goes into the notes."""
    fields = {name: mine[name] or other[name] for name in ("name", "role", "email", "source")}
    lost = [
        other[name]
        for name in ("name", "role")
        if other[name] and other[name].casefold() != fields[name].casefold()
    ]
    also = f"Also: {', '.join(lost)}" if lost else ""
    fields["notes"] = join_texts(mine["notes"], other["notes"], also)
    fields["objected_at"] = earliest(mine["objected_at"], other["objected_at"])
    return fields


def one_number(mine: Facts, other: Facts, contact_id: int | None) -> dict[str, Any]:
    """Return the fields of one number that was kept twice: the strictest of both.

    Args:
        mine: the one that stays.
        other: the one that goes.
        contact_id: whose the other one will be.
    """
    screened = max(mine, other, key=lambda each: each["screened_at"] or 0)
    return {
        "registered": mine["registered"] | other["registered"],  # an objection, a register or both
        "dead": max(mine["dead"], other["dead"]),
        "screened_at": screened["screened_at"],
        "screened_by": screened["screened_by"],
        "label": mine["label"] or other["label"],
        "contact_id": mine["contact_id"] or contact_id,
    }


def _same_email(mine: Facts, other: Facts) -> bool:
    return bool(mine["email"]) and mine["email"].casefold() == other["email"].casefold()


def _same_name(mine: Facts, other: Facts) -> bool:
    names = [" ".join(each["name"].casefold().split()) for each in (mine, other)]
    return bool(names[0]) and names[0] == names[1] and not (mine["email"] and other["email"])


def _joined(column: str, keep: Facts, gone: Facts) -> dict[str, Any]:
    if column == "tags":
        return {"tags": tags_text((*tags_of(keep["tags"]), *tags_of(gone["tags"])))}
    return {column: join_texts(keep[column], gone[column])}


def _value(column: str, client: Facts) -> Any:
    return client[FIELD_OF.get(column, column)]


def _shown(column: str, client: Facts) -> str:
    """Return what a field says, in words."""
    value = _value(column, client)
    if value in ("", None):
        return ""
    if column == "owner":
        return str(client["owner"])
    if column == "fee":
        return amount_words(value, client["currency"])
    if column == "since":
        return _day(str(value))
    return str(value)


def _day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        return text
    return day_words(text)
