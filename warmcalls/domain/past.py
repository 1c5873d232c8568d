"""When something was: what a person types for a day gone by, as a moment."""

import re
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import local, moment
from warmcalls.domain.when import DAY_NAMES, NUMBERS, month_of, named

HELP: Final = 'Say it as "today", "yesterday", "last tuesday", "3 days ago" or "14 March".'
AGO: Final = re.compile(r"(\d+|[a-z]+) (day|week|month)s? ago$")
DATE: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ /]([a-z]{3,9}|\d{1,2})(?:[ /](\d{2,4}))?$")
ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
SPAN_DAYS: Final = {"day": 1, "week": 7, "month": 30}


def parse_past(text: str, now: int, zone: ZoneInfo) -> int:
    """Return the moment of something that happened: now for today, else noon of that day.

    Raises:
        RefusedError: it cannot be read, or lies in the future; the sentence says how to say it.
    """
    here = local(now, zone).replace(tzinfo=None)
    said = " ".join(text.lower().replace(",", " ").split())
    if said in {"", "today", "now", "just now"}:
        return now
    try:
        day = _day(said, here)
    except (ValueError, OverflowError) as error:
        raise RefusedError(f'"{text}" is no date. {HELP}') from error
    at = moment(day.replace(hour=12, minute=0, second=0, microsecond=0, tzinfo=zone))
    if day.date() == here.date():
        return now
    if at > now:
        raise RefusedError(f'"{text}" is still to come. {HELP}')
    return at


def _day(said: str, here: datetime) -> datetime:
    if said == "yesterday":
        return here - timedelta(days=1)
    if found := AGO.match(said):
        count = NUMBERS.get(found[1]) or int(found[1])
        return here - timedelta(days=count * SPAN_DAYS[found[2]])
    word = said.removeprefix("last ").removeprefix("on ")
    weekday = named(word, DAY_NAMES)
    if weekday is not None:
        behind = (here.weekday() - weekday) % 7
        return here - timedelta(days=behind or 7)
    if found := ISO.match(said):
        return here.replace(year=int(found[1]), month=int(found[2]), day=int(found[3]))
    if found := DATE.match(said):
        return _date(int(found[1]), found[2], found[3], here)
    raise ValueError(said)


def _date(day: int, month_said: str, year_said: str | None, here: datetime) -> datetime:
    """Return a calendar date; without a year it is the last one gone by."""
    month = int(month_said) if month_said.isdigit() else month_of(month_said)
    if year_said:
        year = int(year_said) + (2000 if len(year_said) == 2 else 0)  # noqa: PLR2004
        return here.replace(year=year, month=month, day=day)
    then = here.replace(month=month, day=day)
    return then if then.date() <= here.date() else then.replace(year=here.year - 1)
