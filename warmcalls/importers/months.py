"""Months as tables write them: "2026-02", "Feb 2026", "February-26", "02/2026"."""

import re
from datetime import date
from zoneinfo import ZoneInfo

from warmcalls.domain.moments import day_of
from warmcalls.importers.tables.dates import MONTH, MONTHS, OLDEST, full_year, when

ISO = re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})")
TURNED = re.compile(r"(?P<month>\d{1,2})[-/. ](?P<year>\d{4})")
NAMED = re.compile(rf"{MONTH}[\s,'’-]*(?P<year>\d{{4}}|\d\d)", re.IGNORECASE)
SHAPES = (ISO, TURNED, NAMED)


def month_of(text: str) -> str | None:
    """Return a month as "2026-02", also of a day in it; None where it is none."""
    bare = " ".join(text.split())
    for shape in SHAPES:
        if found := shape.fullmatch(bare):
            name = found["month"].lower()
            number = int(name) if name.isdigit() else MONTHS.index(name[:3]) + 1
            return _month(full_year(found["year"]), number)
    try:
        return day_of(when(bare, ZoneInfo("UTC"), day_first=True), ZoneInfo("UTC"))[:7]
    except ValueError:
        return None


def _month(year: int, number: int) -> str | None:
    try:
        return date(year, number, 1).isoformat()[:7] if year >= OLDEST else None
    except ValueError:
        return None
