"""What edits of clients are called in the toast and by "Undo", and why they are refused."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.client_edits import BadCell
from warmcalls.domain.money import amount_words
from warmcalls.store.engine import Row

Cell = tuple[int, str, Any]  # client, column, what it keeps now
SHOWN: Final = 40  # characters of a text
WORDS: Final = {"company_number": "company number", "excluded": "exclusion"}
UNSAID: Final = frozenset({"notes"})  # too long to say


def edited(
    cells: Sequence[Cell], known: Mapping[int, Row], owners: Mapping[str, int], currency: str
) -> str:
    """Return what was done: "Set tier of 12 clients to A", "Pasted 40 cells into 10 clients"."""
    whose = of_whom({client_id for client_id, _, _ in cells}, known)
    columns = {column for _, column, _ in cells}
    if len(columns) > 1:
        return f"Pasted {len(cells):,} cells into {whose}"
    column = columns.pop()
    values = {value for _, _, value in cells}
    what = WORDS.get(column, BY_ID[column].head.lower())
    if column == "name":
        return f"Renamed {whose}" + (f" to {_short(values.pop())}" if len(cells) == 1 else "")
    if len(values) > 1 or column in UNSAID:
        return f"Set {what} of {whose}"
    value = values.pop()
    if value in {"", None}:
        return f"Cleared {what} of {whose}"
    names = {person_id: name for name, person_id in owners.items()}
    said = {"fee": amount_words, "owner": lambda person_id, _: names[person_id]}.get(column)
    return f"Set {what} of {whose} to {said(value, currency) if said else _short(value)}"


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
    """Return the sentence for cells that cannot be: the reason of the first."""
    first = bad[0]
    if of == 1:
        return first.why
    column = BY_ID.get(first.edit.column)
    where = f"{first.client}, {column.head}" if first.client and column else "The first"
    return f"{len(bad):,} of {of:,} cells cannot be so. {where}: {first.why}"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"
