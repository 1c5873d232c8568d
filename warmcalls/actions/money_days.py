"""Days that money can have: which are possible, and how far apart they are."""

from datetime import date
from typing import Final

from warmcalls.domain.day_words import day_words
from warmcalls.domain.errors import RefusedError

YEAR_AHEAD: Final = 366  # days
EARLIEST: Final = "1990-01-01"


def days_apart(earlier: str, later: str) -> int:
    """Return how many days lie between two ISO days; below nought where they are turned."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def check_day(day: str, today: str, what: str, *, past: bool = False) -> str:
    """Return a day that money can have, as ISO; an empty one stays empty.

    Args:
        day: as it was typed, ISO.
        today: the business day.
        what: what the day is of, for the sentence: "A payment".
        past: it cannot lie ahead.

    Raises:
        RefusedError: it is no date, or it cannot be.
    """
    if not day:
        return ""
    try:
        iso = date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise RefusedError(f'"{day}" is no date: write it as 2026-03-31.') from error
    if past and iso > today:
        raise RefusedError(f"{what} cannot lie ahead: {day_words(iso)} is still to come.")
    if iso < EARLIEST or days_apart(today, iso) > YEAR_AHEAD:
        raise RefusedError(f"{what} on {day_words(iso)}? Check the year: a year ahead is the most.")
    return iso
