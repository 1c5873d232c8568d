"""When: what a recruiter types for a callback, as a moment."""

import re
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import local, moment

MORNING: Final = 9
NOON: Final = 12
AFTERNOON: Final = 14
LAST_CALL_HOUR: Final = 17
EARLIEST_BARE_HOUR: Final = 7
HELP: Final = 'Say it as "tue 2pm", "tomorrow 10:30", "in 3 weeks" or "14 March".'
DAY_NAMES: Final = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
MONTH_NAMES: Final = tuple(
    "january february march april may june july august september october november december".split()
)
SHORTEST_NAME: Final = 3
WORDS: Final = {"morning": 9, "noon": 12, "afternoon": 14, "evening": 17, "lunchtime": 12}
NUMBERS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
CLOCK: Final = re.compile(
    r"(?:\bat\s+)?(?:\b(?P<h>\d{1,2})[:.](?P<m>\d{2})\s*(?P<ap>am|pm)?"
    r"|\b(?P<h2>\d{1,2})\s*(?P<ap2>am|pm)|\bat\s+(?P<h3>\d{1,2})\b)"
)
SPAN: Final = re.compile(r"in (\d+|[a-z]+) (minute|min|hour|day|week|fortnight|month)s?$")
ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2,4}))?$")
NAMED: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})(?: (\d{4}))?$")
AMERICAN: Final = re.compile(r"([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$")


def parse_when(text: str, now: int, zone: ZoneInfo) -> int:
    """Return the moment that a recruiter means, always in the future, in UTC microseconds.

    A day without a time means nine in the morning; a time without a day means its next coming.

    Raises:
        RefusedError: it cannot be read, or lies in the past; the sentence says how to say it.
    """
    here = local(now, zone).replace(tzinfo=None)
    said = " ".join(text.lower().replace(",", " ").split())
    try:
        then = _span(said, here) or _iso_moment(text, zone) or _day_and_time(said, here)
    except (ValueError, OverflowError) as error:
        raise RefusedError(f'"{text}" is no date. {HELP}') from error
    at = moment(then.replace(tzinfo=zone))
    if at <= now:
        raise RefusedError(f'"{text}" lies in the past. {HELP}')
    return at


def _iso_moment(text: str, zone: ZoneInfo) -> datetime | None:
    """Return a full ISO date and time as wall-clock time here."""
    if not re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", text.strip()):
        return None
    then = datetime.fromisoformat(text.strip())
    return then.astimezone(zone).replace(tzinfo=None) if then.tzinfo else then


def _span(said: str, here: datetime) -> datetime | None:
    found = SPAN.match(said)
    if not found:
        return None
    count = NUMBERS.get(found[1]) or int(found[1])
    if count < 1:
        raise ValueError(said)
    unit = found[2]
    if unit in {"minute", "min"}:
        return here + timedelta(minutes=count)
    if unit == "hour":
        return here + timedelta(hours=count)
    if unit == "month":
        day = _add_months(here, count)
    else:
        day = here + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return _workday(day).replace(hour=MORNING, minute=0, second=0, microsecond=0)


def _add_months(here: datetime, count: int) -> datetime:
    month = here.month - 1 + count
    year, month = here.year + month // 12, month % 12 + 1
    for day in range(here.day, 27, -1):
        try:
            return here.replace(year=year, month=month, day=day)
        except ValueError:
            continue
    return here.replace(year=year, month=month)


def _workday(day: datetime) -> datetime:
    """Move a weekend day that nobody named to the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)  # noqa: PLR2004


def _day_and_time(said: str, here: datetime) -> datetime:
    said, hour, minute = _take_time(said)
    day = _day(said, here)
    if day is None:
        if hour is None:
            raise ValueError(said)
        then = here.replace(hour=hour, minute=minute, second=0, microsecond=0)
        return then if then > here else then + timedelta(days=1)
    hour = MORNING if hour is None else hour
    then = day.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if then <= here and named(said.split(" ")[-1] if said else "", DAY_NAMES) is not None:
        then += timedelta(days=7)
    return then


def named(word: str, names: tuple[str, ...]) -> int | None:
    """Return which name a word is or begins, by at least three letters; None for none."""
    word = {"tues": "tue", "thur": "thu", "thurs": "thu", "sept": "sep"}.get(word, word)
    if len(word) < SHORTEST_NAME:
        return None
    return next((i for i, name in enumerate(names) if name.startswith(word)), None)


def month_of(word: str) -> int:
    """Return the number of a month by its name.

    Raises:
        ValueError: it is none.
    """
    found = named(word, MONTH_NAMES)
    if found is None:
        raise ValueError(word)
    return found + 1


def _take_time(said: str) -> tuple[str, int | None, int]:
    """Return the text without its time of day, and the time: hour (None for none) and minute."""
    for word, hour in WORDS.items():
        if re.search(rf"\b{word}\b", said):
            left = re.sub(rf"(\bin the |\bat )?\b{word}\b", "", said)
            return " ".join(left.split()), hour, 0
    found = CLOCK.search(said)
    if not found:
        return said, None, 0
    hour = int(found["h"] or found["h2"] or found["h3"])
    half = found["ap"] or found["ap2"]
    if half and not 1 <= hour <= NOON:
        raise ValueError(said)
    if half == "pm" and hour < NOON:
        hour += NOON
    elif half == "am" and hour == NOON:
        hour = 0
    elif not half and hour < EARLIEST_BARE_HOUR:
        hour += NOON  # nobody promises a call at 2 in the night
    left = f"{said[: found.start()]} {said[found.end() :]}"
    return " ".join(left.split()), hour, int(found["m"] or 0)


def _day(said: str, here: datetime) -> datetime | None:
    said = said.removeprefix("on ").strip()
    if said in {"", "today"}:
        return here if said else None
    if said in {"tomorrow", "tom", "tmrw"}:
        return here + timedelta(days=1)
    if said in {"next week", "next month"}:
        return _workday(
            here + timedelta(days=7 - here.weekday()) if "week" in said else _add_months(here, 1)
        )
    words = said.split()
    day = named(words[-1], DAY_NAMES)
    if day is not None and words[:-1] in ([], ["next"], ["this"]):
        ahead = (day - here.weekday()) % 7
        return here + timedelta(days=ahead)
    return _date(said, here)


def _date(said: str, here: datetime) -> datetime:
    """Return a calendar date; without a year it is the next one to come."""
    if found := ISO.match(said):
        return here.replace(year=int(found[1]), month=int(found[2]), day=int(found[3]))
    if found := SLASHED.match(said):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := NAMED.match(said):
        day, month, year = int(found[1]), month_of(found[2]), found[3]
    elif found := AMERICAN.match(said):
        day, month, year = int(found[2]), month_of(found[1]), found[3]
    else:
        raise ValueError(said)
    if year:
        return here.replace(year=int(year) + (2000 if len(year) == 2 else 0), month=month, day=day)  # noqa: PLR2004
    then = here.replace(month=month, day=day)
    return then if then.date() >= here.date() else then.replace(year=here.year + 1)
