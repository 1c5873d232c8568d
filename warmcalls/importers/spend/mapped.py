"""Reads the rows of somebody's own table of spend."""

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Problem
from warmcalls.domain.incoming_money import IncomingSpend
from warmcalls.domain.periods import month_period
from warmcalls.importers.mapped_row import Layout, MappedRow
from warmcalls.importers.mapping import Field
from warmcalls.importers.months import month_of
from warmcalls.importers.report import UnreadableError, currency, day, money
from warmcalls.importers.spend.line import TOTAL, Days, item
from warmcalls.importers.tables.rows import LeftOut, Row

SOURCE = "table"


def spend(cells: Row, how: Layout) -> IncomingSpend | LeftOut | Problem:
    """Read one row."""
    row = MappedRow(cells, how)
    if row.is_blank():
        return LeftOut("blank", "")
    if TOTAL.fullmatch(row.text().partition(", ")[0]):
        return LeftOut("total", row.text())
    told = row.one(Field.AMOUNT)
    try:
        amount = money(told) if told else 0
        starts, ends = days_of(row)
    except UnreadableError as error:
        return Problem(row.line, str(error))
    return IncomingSpend(
        row.line,
        SOURCE,
        row.one(Field.CHANNEL),
        row.one(Field.CAMPAIGN),
        starts,
        ends,
        amount,
        currency(row.one(Field.CURRENCY), told),
        item(row.one(Field.CAMPAIGN_ID)),
        row.one(Field.NOTE),
    )


def days_of(row: MappedRow) -> Days:
    """Return the days of a row: from and to, one day, or a month.

    Raises:
        UnreadableError: with a sentence for the user.
    """
    how, first = row.layout, row.one(Field.STARTS)
    if not first and (told := row.one(Field.MONTH)):
        found = month_of(told)
        if found is None:
            raise UnreadableError(f"“{told}” is no month: write it as 2026-02.")
        try:
            whole = month_period(found)
        except RefusedError as error:
            raise UnreadableError(str(error)) from error
        return whole.first, whole.last
    if not first:
        raise UnreadableError("The line has no date.")
    starts = day(first, how.zone, day_first=how.day_first)
    last = row.one(Field.ENDS)
    ends = day(last, how.zone, day_first=how.day_first) if last else starts
    if ends < starts:
        raise UnreadableError(f"It ends on {last}, before it starts on {first}.")
    return starts, ends
