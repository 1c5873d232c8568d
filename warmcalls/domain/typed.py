"""Money, counts and days as people type them, or one sentence why they cannot be that."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import amount_words

HIGHEST_FEE: Final = 1_000_000_000  # minor units: ten million
MOST_STAFF: Final = 5_000_000
FIRST_YEAR, LAST_YEAR = 1800, 2100
LEAP: Final = 9  # years among which there is a 29 February, also about 1900 and 2100
CENTURY, PIVOT = 100, 70  # 69 is 2069, 70 is 1970
TIMES: Final = {"": 1, "k": 1_000, "m": 1_000_000}
AMOUNT: Final = re.compile(
    r"(?:£|€|\$|A\$|R|₹|GBP|EUR|USD)?\s*(?P<sign>[-−]?)\s*(?:£|€|\$)?\s*"
    r"(?P<digits>\d{1,3}(?:[,\s’']\d{3})+|\d{1,12})(?P<rest>\.\d{1,4})?\s*(?P<times>[kKmM]?)"
    r"(?:\s*(?:GBP|EUR|USD|pounds?))?",
    re.ASCII,
)
ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]*)?", re.ASCII)
FIGURES: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})", re.ASCII)
NAMED: Final = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s\-]+"
    r"([a-z]{3,9})\.?(?:,?[\s\-]+(\d{4}|\d{2}))?",
    re.ASCII | re.IGNORECASE,
)
MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)


def money(text: str) -> int:
    """Return an amount in minor units: "8400", "£8,400", "8400.00", "12k", "1.2m".

    Raises:
        RefusedError: it is no amount, negative, or absurd.
    """
    found = AMOUNT.fullmatch(text.strip())
    if found is None:
        raise RefusedError(f"“{text.strip()}” is no amount: write it as 8400, £8,400 or 12k.")
    if found["sign"]:
        raise RefusedError(f"“{text.strip()}” is less than nothing: a fee cannot be negative.")
    digits = re.sub(r"\D", "", found["digits"]) + (found["rest"] or "")
    minor = Decimal(digits) * TIMES[found["times"].lower()] * 100
    if minor > HIGHEST_FEE:
        most = amount_words(HIGHEST_FEE)
        raise RefusedError(f"“{text.strip()}” is more than {most}: no single fee is that high.")
    return round(minor)


def count(text: str, most: int = MOST_STAFF) -> int:
    """Return a whole number: "240", "1,200", "2k".

    Raises:
        RefusedError: it is none, negative, or absurd.
    """
    found = AMOUNT.fullmatch(text.strip())
    if found is None or not text.strip()[0].isdecimal():
        raise RefusedError(f"“{text.strip()}” is no whole number: write it as 240.")
    digits = re.sub(r"\D", "", found["digits"]) + (found["rest"] or "")
    value = Decimal(digits) * TIMES[found["times"].lower()]
    if value != int(value):
        raise RefusedError(f"“{text.strip()}” is no whole number: write it as 240.")
    if value > most:
        raise RefusedError(f"“{text.strip()}” is too many: the most is {most:,}.")
    return int(value)


def day(text: str, today: date | None = None) -> str:
    """Return a day as ISO: "2026-03-03", "3/3/2026", "3 March 2026"; a year is its first day.

    Args:
        text: as typed.
        today: a day without its year, "3 March", is the last such day until then; where None is
            given a day needs its year.

    Raises:
        RefusedError: there is no such day.
    """
    bare = text.strip()
    if re.fullmatch(r"(18|19|20)\d\d", bare, re.ASCII):
        return f"{bare}-01-01"
    parts = _parts(bare, today)
    if parts is None:
        raise RefusedError(f"“{bare}” is no date: write it as 3 March 2026 or 3/3/2026.")
    try:
        found = date(*parts)
    except ValueError as error:
        raise RefusedError(f"There is no {bare}: the day comes first, as in 31/1/2026.") from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise RefusedError(f"“{bare}” is in the year {found.year}: write the year in full.")
    return found.isoformat()


def _parts(text: str, today: date | None) -> tuple[int, int, int] | None:
    """Return year, month and day as they were written, or None."""
    if found := ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := FIGURES.fullmatch(text):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := NAMED.fullmatch(text):
        said = found[2].casefold()
        month = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(said)), None)
        if month is None or (today is None and not found[3]):
            return None
        year = _year(found[3]) if found[3] else _last(today or date.max, month, int(found[1]))
        return year, month, int(found[1])
    return None


def _last(today: date, month: int, day: int) -> int:
    """Return the last year until today that has such a day; this year where none has."""
    for year in range(today.year, today.year - LEAP, -1):
        if (year, month, day) <= (today.year, today.month, today.day) and _is_day(year, month, day):
            return year
    return today.year


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _year(text: str) -> int:
    year = int(text)
    if year >= CENTURY:
        return year
    return year + (2000 if year < PIVOT else 1900)
