"""Dates and times as exports write them, never guessing the order of day and month in silence."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from warmcalls.domain.moments import moment

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
CLOCK = (
    r"(?:(?:T|,?\s+|,)(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
YEAR = r"(?P<year>\d{4}|\d\d)"
SHAPES = tuple(
    re.compile(shape + CLOCK, re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)",
        rf"{WEEKDAY}{DAY}[\s-]+{MONTH}[\s,-]+{YEAR}",
        rf"{WEEKDAY}{MONTH}\s+{DAY},?\s+{YEAR}",
    )
)
NUMERIC = re.compile(
    rf"{WEEKDAY}(?P<first>\d{{1,2}})(?P<sep>[/.-])(?P<other>\d{{1,2}})(?P=sep){YEAR}{CLOCK}",
    re.IGNORECASE,
)
BARE = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)" + CLOCK)
EPOCHS = {10: 1_000_000, 13: 1_000}  # digits: microseconds per unit
OLDEST = 1990
NEWEST = 2100
CENTURY = 69  # two-digit years above it are of the last century
NOON = 12


def day_order(values: Iterable[str]) -> bool | None:
    """Tell whether days come first in a column of dates, by the first value that shows it.

    Returns:
        None if no value has a number over 12 in one place and not in the other.
    """
    for value in values:
        if found := NUMERIC.fullmatch(value.strip()):
            first, other = int(found["first"]), int(found["other"])
            if (first > 12) != (other > 12):  # noqa: PLR2004
                return first > 12  # noqa: PLR2004
    return None


def is_open(value: str) -> bool:
    """Tell whether a date could be read in both orders."""
    found = NUMERIC.fullmatch(value.strip())
    return found is not None and max(int(found["first"]), int(found["other"])) <= 12  # noqa: PLR2004


def is_date(value: str) -> bool:
    """Tell whether a cell looks like a date, with or without a time."""
    bare = value.strip()
    return any(shape.fullmatch(bare) for shape in (NUMERIC, *SHAPES))


def when(text: str, zone: ZoneInfo, *, day_first: bool) -> int:
    """Return a date or time as UTC microseconds; a day without a time is its midnight.

    Args:
        text: the cell; seconds and milliseconds since 1970 are understood.
        zone: of times that name none.
        day_first: the order of 03/04/2026.

    Raises:
        ValueError: with a sentence for the user.
    """
    bare = " ".join(text.split())
    if bare.isdecimal() and len(bare) in EPOCHS:
        at = int(bare) * EPOCHS[len(bare)]
        year = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=at)).year
    else:
        parts = parts_of(bare, day_first=day_first)
        if parts is None:
            raise ValueError(f"“{text}” is no date that can be read.")
        year = parts[0]
        at = _moment(parts, text, zone)
    if not OLDEST <= year < NEWEST:
        raise ValueError(f"“{text}” is not a date between {OLDEST} and {NEWEST}.")
    return at


Parts = tuple[int, int, int, re.Match[str]]


def parts_of(bare: str, *, day_first: bool) -> Parts | None:
    """Return year, month, day and the match that holds the time, or None if it is no date."""
    if found := NUMERIC.fullmatch(bare):
        first, other = int(found["first"]), int(found["other"])
        day, month = (first, other) if day_first else (other, first)
        return full_year(found["year"]), month, day, found
    for shape in (*SHAPES, BARE):
        if found := shape.fullmatch(bare):
            name = found["month"].lower()
            month = int(name) if name.isdigit() else MONTHS.index(name[:3]) + 1
            return full_year(found["year"]), month, int(found["day"]), found
    return None


def full_year(text: str) -> int:
    """Return a year of two or four digits in full."""
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004
        return year
    return year + (2000 if year <= CENTURY else 1900)


def _moment(parts: Parts, text: str, zone: ZoneInfo) -> int:
    year, month, day, found = parts
    try:
        local = datetime(year, month, day, *clock(found), tzinfo=zone_of(found["zone"], zone))
    except ValueError:
        raise ValueError(f"“{text}” is no date of the calendar.") from None
    return moment(local)


def clock(found: re.Match[str]) -> tuple[int, int, int]:
    """Return hour, minute and second of a match; midnight if it has none."""
    if not found["hour"]:
        return 0, 0, 0
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if found["half"]:
        hour = hour % NOON + (NOON if found["half"].lower().startswith("p") else 0)
    return hour, minute, second


def zone_of(text: str | None, zone: ZoneInfo) -> tzinfo:
    """Return the zone a time names, or the agency's."""
    if not text:
        return zone
    if text[0] not in "+-":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    return timezone(timedelta(hours=hours, minutes=minutes) * (-1 if text[0] == "-" else 1))
