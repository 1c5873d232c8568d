"""Sampling: how long a sample of leads stays on call lists, and whom it draws."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.incoming import digest
from warmcalls.domain.moments import local, moment

WORKING_DAYS: Final = 2
SATURDAY: Final = 5
PART_OF_THE_LIST: Final = 3


def sample_ends(at: int, zone: ZoneInfo) -> int:
    """Return the moment two working days, 48 hours without the weekend, after another.

    Tuesday 10:00 gives Thursday 10:00, Friday 15:00 gives Tuesday 15:00; what begins at a weekend
    begins as Monday does.
    """
    here = local(at, zone).replace(tzinfo=None)
    if here.weekday() >= SATURDAY:
        here = datetime.combine(here.date(), time()) + timedelta(days=7 - here.weekday())
    for _ in range(WORKING_DAYS):
        here += timedelta(days=3 if here.weekday() == SATURDAY - 1 else 1)
    return moment(here.replace(tzinfo=zone))


def most_samples(capacity: int) -> int:
    """Return how many calls of a day a sample may take: a third of the list."""
    return capacity // PART_OF_THE_LIST


def drawn(client_ids: Sequence[int], count: int, seed: str) -> list[int]:
    """Return some clients drawn evenly at random; the same seed draws the same."""
    return sorted(client_ids, key=lambda i: (digest(f"{seed} {i}"), i))[:count]
