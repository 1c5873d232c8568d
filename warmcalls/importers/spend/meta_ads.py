"""Meta Ads Manager: what campaigns on Facebook and Instagram cost, by day or in all."""

import re
from collections.abc import Iterator
from typing import Final

from warmcalls.domain.incoming_money import IncomingSpend
from warmcalls.importers.batching import Item
from warmcalls.importers.report import Lines, Report, Sheet, UnreadableError, day, money
from warmcalls.importers.spend.line import item, spends
from warmcalls.importers.tables.rows import LeftOut, Record, fold

FORMAT: Final = "meta-ads"
CHANNEL: Final = "Meta Ads"
SPENT: Final = re.compile(r"amount spent( (?P<currency>[a-z]{3}))?")
DAYS: Final = frozenset({"reporting starts", "reporting ends"})


def fits(names: frozenset[str]) -> bool:
    """Tell whether a header is that of an export of the Ads Manager."""
    dated = names >= DAYS or {"day", "campaign name"} <= names
    return dated and any(SPENT.fullmatch(name) for name in names)


def read(lines: Lines, sheet: Sheet) -> Iterator[Item]:
    """Yield what campaigns cost; a line without campaign above those with one is their total."""
    spent = next(said for name in sheet.header if (said := SPENT.fullmatch(fold(name))))
    code = (spent["currency"] or "").upper()

    def cost(record: Record) -> IncomingSpend:
        by_day = record.get("day")
        starts, ends = (by_day or record.get(name) for name in sorted(DAYS, reverse=True))
        if not (starts and ends):
            raise UnreadableError("The line does not say which days it is of.")
        told = record.get(spent.group())
        return IncomingSpend(
            record.line,
            FORMAT,
            CHANNEL,
            record.get("campaign name"),
            day(starts, sheet.zone, day_first=False),
            day(ends, sheet.zone, day_first=False),
            money(told) if told else 0,
            code,
            item(record.get("campaign id").removeprefix("c:")),
        )

    named = "campaign name" in {fold(name) for name in sheet.header}
    for found in spends(lines, sheet.header, cost):
        if named and isinstance(found, IncomingSpend) and not found.campaign:
            yield LeftOut("total", f"{found.starts} to {found.ends}: {found.amount / 100:,.2f}")
        else:
            yield found


REPORT: Final = Report(
    FORMAT,
    "a Meta Ads report",
    "spend",
    DAYS | {"campaign name", "campaign id"},
    fits,
    read,
)
