"""Periods of whole days, as pages and commands ask for them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import moment

MONTHS_A_YEAR: Final = 12
EARLIEST: Final = "1950-01-01"
LATEST: Final = "2199-12-31"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole business days, the first and the last included; ISO text."""

    first: str
    last: str

    @property
    def months(self) -> tuple[str, ...]:
        """The months it touches, as "2026-02", oldest first."""
        found, month = [], self.first[:7]
        while month <= self.last[:7]:
            found.append(month)
            month = month_after(month)
        return tuple(found)

    @property
    def words(self) -> str:
        """The period as a button names it: "Mar 2025 – Feb 2026"."""
        first, last = date.fromisoformat(self.first), date.fromisoformat(self.last)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%b %Y}"
        return f"{first:%b %Y} – {last:%b %Y}"

    def holds(self, day: str) -> bool:
        """Tell whether a day lies in it."""
        return self.first <= day <= self.last

    def moments(self, zone: ZoneInfo) -> tuple[int, int]:
        """Return its first moment and the first one after it, UTC microseconds."""
        ends = date.fromisoformat(self.last) + timedelta(days=1)
        begins = datetime.combine(date.fromisoformat(self.first), time(), zone)
        return moment(begins), moment(datetime.combine(ends, time(), zone))


def month_after(month: str, by: int = 1) -> str:
    """Return the month some months after another; "2026-02"."""
    year, number = int(month[:4]), int(month[5:7])
    months = year * MONTHS_A_YEAR + number - 1 + by
    return f"{months // MONTHS_A_YEAR:04}-{months % MONTHS_A_YEAR + 1:02}"


def month_period(month: str) -> Period:
    """Return a whole month.

    Raises:
        RefusedError: it is no month, or one before 1950 or after 2199.
    """
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError as error:
        raise RefusedError(f'"{month}" is no month: write it as 2026-02.') from error
    check_day(first.isoformat())
    after = date.fromisoformat(f"{month_after(month)}-01")
    return Period(first.isoformat(), (after - timedelta(days=1)).isoformat())


def last_months(day: str, count: int = MONTHS_A_YEAR) -> Period:
    """Return the last so many months, up to the end of the one that a day lies in."""
    month = day[:7]
    return Period(f"{month_after(month, 1 - count)}-01", month_period(month).last)


def check_day(day: str) -> str:
    """Return an ISO day that a period may start or end on.

    Raises:
        RefusedError: it lies before 1950 or after 2199.
    """
    if not EARLIEST <= day <= LATEST:
        raise RefusedError(f"{day} lies outside {EARLIEST[:4]} to {LATEST[:4]}: check the year.")
    return day


def month_words(month: str) -> str:
    """Return a month as a person writes it: "February 2026"."""
    return f"{date.fromisoformat(f'{month}-01'):%B %Y}"
