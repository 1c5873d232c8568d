"""The demo's year: days, working days and times of day up to the clock it is made at."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.moments import HOUR, MINUTE, SECOND, local, moment

SATURDAY: Final = 5
DAYS_A_MONTH: Final = 30.44
OPENS: Final = 8 * 60
MOST_AROUND: Final = 11 * 60


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days are counted from 0; the last is today, of which only the morning so far is used.

    Attributes:
        midnights: of each day, UTC microseconds, right from 03:00 on when clocks change.
    """

    now: int
    days: tuple[date, ...]
    midnights: tuple[int, ...]
    working: tuple[int, ...]

    @property
    def today(self) -> int:
        """Today's number."""
        return len(self.days) - 1

    def at(self, day: int, minute: float) -> int:
        """Return the moment of a minute of a day."""
        return self.midnights[day] + round(minute * 60) * SECOND

    def ahead(self, days: int, minute: int) -> int:
        """Return a moment of a working day to come, some calendar days after today."""
        day = self.days[-1] + timedelta(days=days)
        while is_free(day):
            day += timedelta(days=1)
        return self.at(self.today, 0) + (day - self.days[-1]).days * 24 * HOUR + minute * MINUTE

    def iso(self, day: int) -> str:
        """Return a day as ISO text."""
        return self.days[day].isoformat()

    def browsing(self, rng: Random, day: int) -> int:
        """Draw a moment at which somebody sits at a screen."""
        minute = rng.triangular(7.4 * 60, 18.6 * 60, MOST_AROUND)
        return self.at(day, minute) + rng.randrange(60) * SECOND


def calendar(now: int, zone: ZoneInfo, months: int) -> Calendar:
    """Return the days of some months up to now."""
    last = local(now, zone).date()
    count = round(months * DAYS_A_MONTH) + 1
    days = [last - timedelta(days=ago) for ago in range(count - 1, -1, -1)]
    midnights = [moment(datetime.combine(day, time(12), zone)) - 12 * HOUR for day in days]
    working = [i for i, day in enumerate(days[:-1]) if not is_free(day)]
    return Calendar(now, tuple(days), tuple(midnights), tuple(working))


def is_free(day: date) -> bool:
    """Tell whether an agency is closed: weekends, and from Christmas Eve to New Year."""
    return day.weekday() >= SATURDAY or (day.month, day.day) >= (12, 24) or (
        day.month, day.day) == (1, 1)  # fmt: skip
