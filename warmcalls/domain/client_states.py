"""How a client stands with today's list: a few plain states, in the order they are sorted."""

from enum import StrEnum
from typing import Final


class Stands(StrEnum):
    """Where a client stands; the value is what a filter says, the order is the order sorted by."""

    PROMISED_TODAY = "today, promised"
    TODAY = "today"
    TEST = "today, test call"
    PROMISED = "promised"
    MEETING = "meeting"
    SNOOZED = "snoozed"
    RESTS = "rests"
    BELOW = "below the list"
    SCREENING = "screening due"
    DUPLICATE = "duplicate"
    NO_SIGNALS = "no signals"
    NO_NUMBER = "no number"
    NO_CONTACT = "no contact"
    BARRED = "barred"
    EXCLUDED = "excluded"
    OBJECTED = "objected"


STATES: Final[tuple[Stands, ...]] = tuple(Stands)
ON_LIST: Final = frozenset({Stands.PROMISED_TODAY, Stands.TODAY, Stands.TEST})
