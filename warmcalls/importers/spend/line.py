"""What the lines of all ad reports have in common: totals, nothing spent, days, the campaign."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from warmcalls.domain.incoming import Problem
from warmcalls.domain.incoming_money import IncomingSpend
from warmcalls.domain.periods import month_after
from warmcalls.importers.batching import Item
from warmcalls.importers.report import Lines, UnreadableError, records
from warmcalls.importers.tables.rows import LeftOut, Record

TOTAL = re.compile(r"(grand |sub)?totals?\s*(:.*)?", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,30}")
ROUNDED = re.compile(r"\d{13,}000")  # what a spreadsheet made of a long number

Days = tuple[str, str]
Read = Callable[[Record], IncomingSpend]


def spends(lines: Lines, header: tuple[str, ...], read: Read) -> Iterator[Item]:
    """Yield what each line cost; totals are left out.

    A line that cost nothing is yielded too: it may restate one that did.

    Args:
        lines: the report.
        header: its column names.
        read: reads one line; raises `UnreadableError`.
    """
    for record in records(lines, header):
        yield spend_of(record, read) if isinstance(record, Record) else record


def spend_of(record: Record, read: Read) -> Item:
    """Return what one line says."""
    if record.is_blank():
        return LeftOut("blank", "")
    if TOTAL.fullmatch(record.text().partition(", ")[0]):
        return LeftOut("total", record.text())
    try:
        return read(record)
    except UnreadableError as error:
        return Problem(record.line, str(error))


def item(text: str) -> str:
    """Return a campaign's number in an ad tool; none where a spreadsheet has rounded it."""
    return text if NUMBER.fullmatch(text) and not ROUNDED.fullmatch(text) else ""


def week(starts: str) -> Days:
    """Return the seven days from one on."""
    return starts, (date.fromisoformat(starts) + timedelta(days=6)).isoformat()


def month(starts: str) -> Days:
    """Return the days from one on to the end of its month."""
    after = date.fromisoformat(f"{month_after(starts[:7])}-01")
    return starts, (after - timedelta(days=1)).isoformat()


def within(days: Days, period: Days | None) -> Days:
    """Return the days that lie in a period, where there is one."""
    if period is None:
        return days
    return max(days[0], period[0]), min(days[1], period[1])
