"""What edits of clients are called in the toast and by "Undo", and why they are refused."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final

from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.client_edits import BadCell
from warmcalls.domain.moments import date_words
from warmcalls.domain.money import amount_words
from warmcalls.store.engine import Row

Cell = tuple[int, str, Any]  # client, column, what it keeps now
SHOWN: Final = 40  # characters of a text
NAMED: Final = 3  # columns of one client, that are told by name
REASONS: Final = 4  # why cells cannot be, that are told
WORDS: Final = {"name": "name", "company_number": "company number", "excluded": "exclusion"}
UNSAID: Final = frozenset({"notes"})  # too long to say


def edited(
    cells: Sequence[Cell],
    known: Mapping[int, Row],
    owners: Mapping[str, int],
    currency: str,
    *,
    pasted: bool = False,
) -> str:
    """Return what was done: "Set tier of 12 clients to A", "Changed 40 cells of 10 clients".

    Args:
        cells: what was changed.
        known: the clients as they were.
        owners: the people's names and ids.
        currency: the agency's.
        pasted: the cells came as a block.
    """
    ids = {client_id for client_id, _, _ in cells}
    whose = of_whom(ids, known)
    columns = list(dict.fromkeys(column for _, column, _ in cells))
    if len(columns) > 1:
        if len(ids) == 1 and len(columns) <= NAMED and not pasted:
            *most, last = [_what(column) for column in columns]
            return f"Set {', '.join(most)} and {last} of {whose}"
        deed, of = ("Pasted", "into") if pasted else ("Changed", "of")
        return f"{deed} {len(cells):,} cells {of} {whose}"
    column = columns[0]
    values = {value for _, _, value in cells}
    if column == "name":
        return f"Renamed {whose}" + (f" to {_short(values.pop())}" if len(cells) == 1 else "")
    if len(values) > 1 or column in UNSAID:
        return f"Set {_what(column)} of {whose}"
    value = values.pop()
    if value in {"", None}:
        return f"Cleared {_what(column)} of {whose}"
    return f"Set {_what(column)} of {whose} to {_value(column, value, owners, currency)}"


def _what(column: str) -> str:
    return WORDS.get(column, BY_ID[column].head.lower())


def _value(column: str, value: Any, owners: Mapping[str, int], currency: str) -> str:
    """Return what a cell was set to, as a sentence has it."""
    if column == "fee":
        return amount_words(value, currency)
    if column == "owner":
        return next(name for name, person_id in owners.items() if person_id == value)
    if column == "since":
        return date_words(date.fromisoformat(value))
    return f"{value:,}" if isinstance(value, int) else _short(value)


def left_as_it_was(same: int, bad: int = 0) -> str:
    """Return the rest of the sentence: cells that said so already, and those that cannot be so."""
    parts = [f"{same:,} said so already"] if same else []
    parts += [f"{bad:,} left out"] if bad else []
    return "; " + ", ".join(parts) if parts else ""


def tagged(
    ids: Collection[int], known: Mapping[int, Row], more: Sequence[str], less: Sequence[str]
) -> str:
    """Return what was done: "Tagged 12 clients drivers", "Took drivers off Northmoor"."""
    whose, added, gone = of_whom(ids, known), ", ".join(more), ", ".join(less)
    if added and gone:
        return f"Tagged {whose} {added}, took {gone} off"
    return f"Tagged {whose} {added}" if added else f"Took {gone} off {whose}"


def of_whom(ids: Collection[int], known: Mapping[int, Row]) -> str:
    """Return the client's name, or how many there are."""
    if len(ids) == 1:
        return str(known[next(iter(ids))]["name"])
    return f"{len(ids):,} clients"


def refusal(bad: Sequence[BadCell], of: int) -> str:
    """Return a sentence of how many cells cannot be, and one for each reason."""
    if of == 1:
        return bad[0].why
    whose: dict[tuple[str, str], set[str]] = defaultdict(set)
    for cell in bad:
        whose[cell.edit.column, cell.why].add(cell.client)
    said = [_reason(column, why, names) for (column, why), names in whose.items()]
    more = f"And {len(said) - REASONS:,} more reasons." if len(said) > REASONS + 1 else ""
    said = said[:REASONS] if more else said
    count = f"{len(bad):,} of {of:,} cells cannot be so."
    return " ".join(filter(None, (count, *said, more)))


def _reason(column: str, why: str, clients: Collection[str]) -> str:
    """Return a reason behind its column, and its client where it is of one."""
    known = BY_ID.get(column)
    where = [*clients] if len(clients) == 1 else []
    where += [known.head] if known else []
    return f"{', '.join(filter(None, where))}: {why}" if any(where) else why


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"
