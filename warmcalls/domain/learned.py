"""Learned: what the agency's outcomes made of what was believed at first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.answer_hours import answer_hours
from warmcalls.domain.answers import Answers, answers
from warmcalls.domain.calibration import Calibration, calibration
from warmcalls.domain.features import prior_of
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.domain.quality import PSEUDO_LEADS
from warmcalls.domain.ranking import Model, fading, fit, untaught
from warmcalls.domain.settings import Settings

Floats = NDArray[np.float64]

MOST_OUTCOMES: Final = 5000
HALF_WORTH: Final = frozenset({Result.CALL_BACK, Result.SEND_INFORMATION})
WHOLE_WORTH: Final = frozenset({Result.JOB_BRIEF, Result.MEETING})


@dataclass(frozen=True, slots=True)
class Lessons:
    """The calls that there is something to learn from, oldest first.

    Attributes:
        at: moments of the outcomes, UTC microseconds, shape (n,).
        features: as they stood when the call was proposed, in the order of `FEATURES`.
        labels: whether it was worth the time, from 0 to 1, shape (n,).
        log_odds: as estimated then, of calls that the list chose by it; not a number for promised
            ones, samples and test calls, and where it was not kept.
        campaigns: the campaign that had reached the client last, 0 for none, shape (n,).
        attempts, answered: of all calls, those without a verdict among them.
        quarters: calls and answers by quarter of an hour since 1970, UTC, shape (m, 3).
    """

    at: Floats
    features: Floats
    labels: Floats
    log_odds: Floats
    campaigns: NDArray[np.int64]
    attempts: int = 0
    answered: int = 0
    quarters: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 3), np.int64))


@dataclass(frozen=True, slots=True)
class Learned:
    """What the list is made with.

    Attributes:
        model: worth the time, given an answer.
        answers: who answers.
        calibration: what becomes of an estimate.
        campaigns: log of how good a campaign's leads are beside all, shrunk, by its id.
    """

    model: Model
    answers: Answers
    calibration: Calibration = field(default_factory=Calibration)
    campaigns: Mapping[int, float] = field(default_factory=dict)


def label(reach: Reach, result: Result | None, worth: bool | None) -> float | None:  # noqa: FBT001  a verdict is yes, no or none
    """Return what an outcome teaches: 1 worth the time, 0 not, None nothing.

    A lead refused before a call was never rung and teaches nothing. The recruiter's own verdict
    decides; without one, what the conversation came to.
    """
    if reach is Reach.REJECTED:
        return None
    if worth is not None:
        return float(worth)
    if reach is not Reach.SPOKE or result is None:
        return None
    if result in WHOLE_WORTH:
        return 1.0
    return 0.5 if result in HALF_WORTH else 0.0


def beginner(settings: Settings) -> Learned:
    """Return what is believed before any outcome."""
    return Learned(untaught(prior_of(settings)), Answers(settings.answer_rate))


def learn(lessons: Lessons, settings: Settings) -> Learned:
    """Return what the outcomes make of the settings; a pure function, exact whenever it is run.

    The last 5,000 outcomes count, each half as much for every year it is older than the newest.
    """
    x, y = lessons.features[-MOST_OUTCOMES:], lessons.labels[-MOST_OUTCOMES:]
    hours = answer_hours(lessons.quarters.tolist(), settings.zone)
    answered = answers(settings.answer_rate, lessons.attempts, lessons.answered, hours)
    if not len(y):
        return Learned(untaught(prior_of(settings)), answered)
    at = lessons.at[-MOST_OUTCOMES:]
    known = np.isfinite(lessons.log_odds)
    return Learned(
        fit(x, y, prior_of(settings), fading((at[-1] - at) / DAY)),
        answered,
        calibration(lessons.log_odds[known], lessons.labels[known]),
        campaign_factors(lessons.campaigns, lessons.labels),
    )


def campaign_factors(campaigns: NDArray[np.int64], labels: Floats) -> dict[int, float]:
    """Return the log of each campaign's rate beside that of all, shrunk by 20 leads at it."""
    if not labels.sum():
        return {}
    usual = float(labels.mean())
    found = {}
    for campaign in np.unique(campaigns[campaigns > 0]):
        own = labels[campaigns == campaign]
        rate = (own.sum() + PSEUDO_LEADS * usual) / (len(own) + PSEUDO_LEADS)
        found[int(campaign)] = float(np.log(rate / usual))
    return found
