"""Reads the rows of a table of monthly figures: candidates, clients, colleagues and cash."""

from collections.abc import Iterator

from warmcalls.domain.incoming import Problem
from warmcalls.domain.incoming_money import IncomingMonthFigure
from warmcalls.importers.mapped_row import Layout, MappedRow
from warmcalls.importers.mapping import FOUR_CS, Field
from warmcalls.importers.months import month_of
from warmcalls.importers.tables.numbers import minor_units, number
from warmcalls.importers.tables.rows import LeftOut, Row


def figures(cells: Row, how: Layout) -> Iterator[IncomingMonthFigure | LeftOut | Problem]:
    """Yield what one row says, a figure each."""
    row = MappedRow(cells, how)
    if row.is_blank():
        yield LeftOut("blank", "")
        return
    told = row.one(Field.MONTH)
    month = month_of(told)
    if month is None:
        yield Problem(row.line, f"“{told}” is no month: write it as 2026-02.")
        return
    said = [(field, cell) for field in FOUR_CS if (cell := row.one(field))]
    if not said:
        yield LeftOut("no_figures", row.text())
    for field, cell in said:
        yield figure(row.line, month, field, cell)


def figure(line: int, month: str, field: Field, cell: str) -> IncomingMonthFigure | Problem:
    """Return one figure; cash in minor units, the others as counts."""
    value = minor_units(cell) if field is Field.CASH else _whole(cell)
    if value is None:
        return Problem(line, f"“{cell}” is no number of {field.value}.")
    return IncomingMonthFigure(line, month, field.value, value)


def _whole(cell: str) -> int | None:
    value = number(cell)
    return None if value is None or value < 0 or value % 1 else int(value)
