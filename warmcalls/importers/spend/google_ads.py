"""Google Ads: the campaign report, and the costs by day of its overview chart."""

import re
from collections.abc import Iterator
from typing import Final

from warmcalls.domain.incoming import Problem
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
from warmcalls.importers.spend.line import Days, item, month, spends, week, within
from warmcalls.importers.tables.dates import day_order
from warmcalls.importers.tables.rows import Record, columns_of

FORMAT: Final = "google-ads"
CHANNEL: Final = "Google Ads"
BETWEEN: Final = re.compile(r"\s+[-–—]\s+")
ITS_OWN: Final = frozenset({
    "currency code", "campaign status", "avg cpc", "interactions", "bid strategy type", "impr",
})  # fmt: skip
OF_CHART: Final = frozenset({
    "date", "day", "clicks", "impressions", "impr", "avg cpc", "cost", "conversions", "cost conv",
    "ctr", "interactions", "avg cost", "conv value", "conv rate",
})  # fmt: skip
SEGMENTS: Final = (("day", None), ("date", None), ("week", week), ("month", month))
NO_DAYS: Final = (
    "It does not say which days it covers: export it with its period, or with the column Day."
)


def fits(names: frozenset[str]) -> bool:
    """Tell whether a header is that of a campaign report, or of the overview chart."""
    if "campaign" in names:
        return "cost" in names and bool(names & ITS_OWN)
    dated = bool({"date", "day"} & names)
    return dated and names <= OF_CHART and {"cost"} <= names and len(names) > 2  # noqa: PLR2004


def read(lines: Lines, sheet: Sheet) -> Iterator[Item]:
    """Yield what campaigns cost; the chart names none."""
    period = period_of(sheet)
    if period is None and not {name for name, _ in SEGMENTS} & set(columns_of(sheet.header)):
        yield Problem(0, NO_DAYS)
        return

    def cost(record: Record) -> IncomingSpend:
        told = record.get("cost")
        starts, ends = days_of(record, sheet, period)
        return IncomingSpend(
            record.line,
            FORMAT,
            CHANNEL,
            record.get("campaign"),
            starts,
            ends,
            money(told) if told else 0,
            currency(record.get("currency code", "currency"), told),
            item(record.get("campaign id")),
        )

    yield from spends(lines, sheet.header, cost)


def period_of(sheet: Sheet) -> Days | None:
    """Return the period that a line above the header tells, as "1 May 2026 - 31 May 2026"."""
    for line in sheet.above:
        parts = BETWEEN.split(line)
        if len(parts) == 2:  # noqa: PLR2004
            order = day_order(parts)
            try:
                first, last = (day(p, sheet.zone, day_first=order is not False) for p in parts)
            except UnreadableError:
                continue
            return first, last
    return None


def days_of(record: Record, sheet: Sheet, period: Days | None) -> Days:
    """Return the days of a line: its own where the report is split by day, week or month."""
    for name, longer in SEGMENTS:
        if told := record.get(name):
            starts = day(told, sheet.zone, day_first=True)
            return within(longer(starts), period) if longer else (starts, starts)
    if period is None:
        raise UnreadableError("The line does not say which day it is of.")
    return period


REPORT: Final = Report(
    FORMAT,
    "a Google Ads report",
    "spend",
    frozenset({"campaign", "cost", "currency code", "campaign status", "avg cpc", "impr"}),
    fits,
    read,
)
