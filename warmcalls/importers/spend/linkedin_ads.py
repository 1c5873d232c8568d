"""LinkedIn Campaign Manager: the campaign performance report, by day, month or in all."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from warmcalls.domain.incoming_money import IncomingSpend
from warmcalls.importers.batching import Item
from warmcalls.importers.report import (
    Lines,
    Report,
    Sheet,
    UnreadableError,
    currency,
    day,
    money,
)
from warmcalls.importers.spend.line import Days, item, month, spends, within
from warmcalls.importers.tables.dates import day_order
from warmcalls.importers.tables.rows import LeftOut, Record, Row, columns_of

FORMAT: Final = "linkedin-ads"
CHANNEL: Final = "LinkedIn Ads"
STARTS: Final = ("start date in utc", "start date")
DATE: Final = r"\s*:?\s*(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})"
PERIOD: Final = re.compile(rf"Report Start{DATE}.*Report End{DATE}", re.IGNORECASE | re.DOTALL)


def fits(names: frozenset[str]) -> bool:
    """Tell whether a header is that of a performance report."""
    return {"campaign name", "total spent"} <= names and bool(names & set(STARTS))


def read(lines: Lines, sheet: Sheet) -> Iterator[Item]:
    """Yield what campaigns cost; dates are month first unless they show otherwise."""
    held = list(lines)
    told = started(held, sheet.header)
    day_first = bool(day_order(told))
    period = period_of(sheet, day_first=day_first)
    days = sorted({iso for text in told if (iso := _day_or_none(text, sheet, day_first=day_first))})
    whole = period is not None and days == [period[0]] and period[1] > period[0]
    monthly = len(days) > 1 and all(each.endswith("-01") for each in days[1:])

    def cost(record: Record) -> IncomingSpend:
        starts = day(record.get(*STARTS), sheet.zone, day_first=day_first)
        ends = starts
        if whole and period:
            ends = period[1]
        elif monthly:
            ends = within(month(starts), period)[1]
        spent = record.get("total spent")
        return IncomingSpend(
            record.line,
            FORMAT,
            CHANNEL,
            record.get("campaign name"),
            starts,
            ends,
            money(spent) if spent else 0,
            currency(record.get("currency"), spent),
            item(record.get("campaign id")),
        )

    yield from spends(held, sheet.header, cost)


def started(lines: Sequence[Row | LeftOut | object], header: tuple[str, ...]) -> list[str]:
    """Return the starting days of all lines, as the report has them."""
    columns = columns_of(header)
    records = (Record(line, columns) for line in lines if isinstance(line, Row))
    return [told for record in records if (told := record.get(*STARTS))]


def period_of(sheet: Sheet, *, day_first: bool) -> Days | None:
    """Return the days of the report, where the lines above it tell them."""
    found = PERIOD.search("\n".join(sheet.above))
    if not found:
        return None
    first, last = (_day_or_none(text, sheet, day_first=day_first) for text in found.groups())
    return (first, last) if first and last else None


def _day_or_none(text: str, sheet: Sheet, *, day_first: bool) -> str:
    try:
        return day(text, sheet.zone, day_first=day_first)
    except UnreadableError:
        return ""


REPORT: Final = Report(
    FORMAT,
    "a LinkedIn Ads report",
    "spend",
    frozenset({"campaign name", "total spent", "campaign id", "account name", *STARTS}),
    fits,
    read,
)
