"""What the cells of the table of clients say: to the eye, to a screen reader, in a tooltip."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.client_columns import BY_ID, ClientRow, Coverage
from warmcalls.domain.day_words import day_words
from warmcalls.domain.moments import day_of
from warmcalls.domain.money import amount_words
from warmcalls.reports.phones import shown as phone_words

NOTHING: Final = "–"
HEAD_TIPS: Final[Mapping[str, str]] = {
    "fee": "What a placement there would bring",
    "people": "Different people who showed interest in the last 7 days",
    "warmth": "Interest over 30 days, on one scale for all clients",
    "coverage": "A contact, a number, an identifier, reached in 90 days",
    "stands": "How it stands with today’s list, and why",
    "fit": "How well it fits the ideal client",
    "seen": "The last time anybody there showed interest",
    "spoke": "The last conversation",
    "excluded": "Why it is never proposed for a call",
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How the agency writes: where its days begin, what its money is."""

    zone: ZoneInfo
    currency: str = "GBP"


def cell_words(row: ClientRow, column: str, manner: Manner) -> str:
    """Return what a cell shows; a dash where nothing is known."""
    special = SPECIAL.get(column)
    if special is not None:
        return special(row, manner) or NOTHING
    value = getattr(row, column)
    return " ".join(str(value).split()) if value else NOTHING


def spoken(row: ClientRow, column: str, manner: Manner) -> str:
    """Return a cell as a screen reader says it: "Tier: A"."""
    head = BY_ID[column].head
    if column == "coverage":
        return f"{head}: {coverage_words(row.coverage)}"
    if column == "warmth":
        return f"{head}: {_warmth_words(row)}"
    said = cell_words(row, column, manner)
    if column == "name" and row.is_duplicate:
        said = f"{said}, may be there twice"
    return f"{head}: {'nothing' if said == NOTHING else said}"


def tip(row: ClientRow, column: str) -> str:
    """Return what a cell shows without words, or has no room for."""
    if column == "coverage":
        return coverage_words(row.coverage)
    if column == "warmth":
        return _warmth_words(row)
    if column in {"notes", "owner"}:
        return str(getattr(row, column))
    return ", ".join(row.tags) if column == "tags" else ""


def coverage_words(coverage: Coverage) -> str:
    """Return which of the four a client has, and which it lacks."""
    parts = {
        "a contact": coverage.contact,
        "a number": coverage.number,
        "an identifier": coverage.identifier,
        "reached in 90 days": coverage.reached,
    }
    has = ", ".join(name for name, there in parts.items() if there)
    lacks = ", ".join(name for name, there in parts.items() if not there)
    said = f"{coverage.count} of 4"
    if has:
        said = f"{said}: {has}"
    return (
        f"{said}; still needs {lacks}".replace("needs reached", "to be reached") if lacks else said
    )


def _warmth_words(row: ClientRow) -> str:
    """Return which way a client's warmth went."""
    if not any(row.warmth):
        return "no interest in 30 days"
    now, most = row.warmth[-1], max(row.warmth)
    if now >= most:
        return "warmest today in 30 days"
    ago = len(row.warmth) - 1 - max(i for i, each in enumerate(row.warmth) if each == most)
    days = "yesterday" if ago == 1 else f"{ago} days ago"
    return f"warmest {days}, now {round(100 * now / most)} % of that"


def _moment(at: int | None, manner: Manner) -> str:
    return "" if at is None else day_words(day_of(at, manner.zone))


def short_name(name: str) -> str:
    """Return a person as the table has room for: "Beth O."."""
    first, _, last = name.partition(" ")
    return f"{first} {last[:1]}." if last else first


def _count(value: int | None) -> str:
    return f"{value:,}" if value else ""


SPECIAL: Final[Mapping[str, Callable[[ClientRow, Manner], str]]] = {
    "fee": lambda row, m: "" if row.fee is None else amount_words(row.fee, m.currency),
    "owner": lambda row, _: short_name(row.owner),
    "people": lambda row, _: _count(row.people),
    "contacts": lambda row, _: _count(row.contacts),
    "staff": lambda row, _: "0" if row.staff == 0 else _count(row.staff),
    "fit": lambda row, _: "" if row.fit is None else f"{row.fit} %",
    "phone": lambda row, _: phone_words(row.phone) if row.phone else "",
    "since": lambda row, _: day_words(row.since) if row.since else "",
    "seen": lambda row, m: _moment(row.seen_at, m),
    "spoke": lambda row, m: _moment(row.spoke_at, m),
    "coverage": lambda row, _: f"{row.coverage.count} of 4",
    "warmth": lambda row, _: "" if not any(row.warmth) else f"{row.warmth[-1]:.1f}",
    "tags": lambda row, _: ", ".join(row.tags),
}
