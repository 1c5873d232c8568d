"""Weights learned: what every signal is set to, and what the agency's outcomes made of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from warmcalls.domain.kinds import Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.weights_learned import WeightsLearned
from warmcalls.domain.weights_learned import weights_learned as made_of
from warmcalls.store import settings
from warmcalls.store.engine import Reader
from warmcalls.store.lessons import lessons

MONTH: Final = 30 * DAY


def weights_learned(
    db: Reader, *, now: int, worth: Mapping[Kind, Worth] | None = None
) -> WeightsLearned:
    """Return what the outcomes made of the weights, and what the last 30 days added to that.

    Args:
        db: a reader.
        now: UTC microseconds.
        worth: weights and half-lives to try; those that are kept where it is None.
    """
    agency = settings.load(db)
    if worth is not None:
        agency = replace(agency, worth=dict(worth))
    return made_of(lessons(db), lessons(db, before=now - MONTH), agency)
