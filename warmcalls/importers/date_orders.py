"""Which comes first in the dates of a table, day or month: found in all its rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from warmcalls.importers.mapping import Field, Mapping
from warmcalls.importers.tables import opening
from warmcalls.importers.tables.dates import day_order, is_open
from warmcalls.importers.tables.rows import Row

DATED = frozenset({Field.WHEN, Field.DATE, Field.SINCE, Field.STARTS, Field.ENDS}) | frozenset(
    {Field.INVOICED, Field.DUE, Field.PAID}
)


def day_first(
    path: Path,
    names: frozenset[str],
    mapping: Mapping,
    sample: Sequence[Sequence[str]],
    *,
    stop: Callable[[], None],
    sheet: str,
) -> bool | None:
    """Tell whether the days come first; only where the sample leaves it open, read on.

    Args:
        path: the table.
        names: folded column names by which its header is known.
        mapping: says which columns hold dates, and perhaps the order.
        sample: its first rows.
        stop: raises when the user wants no more.
        sheet: of a workbook.

    Returns:
        None if every date of the table could be read in both orders.
    """
    if mapping.day_first is not None:
        return mapping.day_first
    with opening.opened(path, names, stop, sheet) as table:
        columns = [at for at, name in enumerate(table.header) if mapping.columns.get(name) in DATED]
        first = list(cells_of(sample, columns))
        order = day_order(first)
        if order is not None:
            return order
        if not any(map(is_open, first)):
            return True
        rows = (item.cells for item in table.items if isinstance(item, Row))
        return day_order(cells_of(rows, columns))


def cells_of(rows: Iterable[Sequence[str]], columns: Sequence[int]) -> Iterator[str]:
    """Yield the cells of some columns."""
    for row in rows:
        for at in columns:
            yield row[at]
