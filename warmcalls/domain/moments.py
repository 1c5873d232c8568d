"""Moments in integer UTC microseconds, and the agency's business days."""

from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

SECOND: Final = 1_000_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
WEEK_IN_DAYS: Final = 7


def moment(when: datetime) -> int:
    """Return an aware datetime as microseconds since 1970, UTC."""
    if when.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return (when - EPOCH) // timedelta(microseconds=1)


def local(at: int, zone: ZoneInfo) -> datetime:
    """Return a moment as the agency's wall clock."""
    return (EPOCH + timedelta(microseconds=at)).astimezone(zone)


def day_of(at: int, zone: ZoneInfo) -> str:
    """Return the business day of a moment, as ISO text."""
    return local(at, zone).date().isoformat()


def start_of_day(at: int, zone: ZoneInfo, days_before: int = 0) -> int:
    """Return the local midnight that begins the day of `at`, or a day some days before it."""
    then = local(at, zone).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    return moment((then - timedelta(days=days_before)).replace(tzinfo=zone))


def days_between(earlier: int, later: int, zone: ZoneInfo) -> int:
    """Return how many local midnights lie between two moments."""
    return (local(later, zone).date() - local(earlier, zone).date()).days


def day_name(at: int, zone: ZoneInfo) -> str:
    """Return a date as the app writes it: "Tue 3 March"."""
    then = local(at, zone)
    return f"{then:%a} {then.day} {then:%B}"


def long_day_name(at: int, zone: ZoneInfo) -> str:
    """Return a date as a page head writes it: "Tuesday 3 March"."""
    then = local(at, zone)
    return f"{then:%A} {then.day} {then:%B}"


def date_words(day: date) -> str:
    """Return a date with its year, as sentences have it: "1 February 2025"."""
    return f"{day.day} {day:%B} {day.year}"


def since_words(at: int, now: int, zone: ZoneInfo) -> str:
    """Return how a recruiter names a starting day: "since Tuesday", "since 3 March"."""
    ago = days_between(at, now, zone)
    if ago <= 0:
        return "today"
    if ago == 1:
        return "since yesterday"
    then = local(at, zone)
    if ago < WEEK_IN_DAYS:
        return f"since {then:%A}"
    return f"since {then.day} {then:%B}"


def ago_words(at: int, now: int, zone: ZoneInfo) -> str:
    """Return how long ago something was: "yesterday", "9 days ago", "3 weeks ago"."""
    days = days_between(at, now, zone)
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    if days < 2 * WEEK_IN_DAYS:
        return f"{days} days ago"
    if days < 9 * WEEK_IN_DAYS:
        return f"{days // WEEK_IN_DAYS} weeks ago"
    months = days // 30
    return f"{months} months ago" if months < 24 else f"{days // 365} years ago"  # noqa: PLR2004
