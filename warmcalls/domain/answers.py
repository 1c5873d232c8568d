"""Answers: how likely a call is to be answered.

Beta-binomial around the agency's own rate (Gelman and others, Bayesian Data Analysis, 2013,
section 2.4): a client's calls move its chance once they outweigh six of the agency's, and the
agency's calls move its rate once they outweigh a hundred of the usual.
"""

from dataclasses import dataclass, field, replace
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.answer_hours import AnswerHours

Floats = NDArray[np.float64]

CLIENT_CALLS: Final = 6.0
AGENCY_CALLS: Final = 100.0


@dataclass(frozen=True, slots=True)
class Answers:
    """How calls of an agency are answered.

    Attributes:
        rate: share of calls that are answered, before a client is known.
        attempts, answered: calls behind it.
        hours: the same by time of day.
    """

    rate: float
    attempts: int = 0
    answered: int = 0
    hours: AnswerHours = field(default_factory=AnswerHours)

    def at(self, now: int, zone: ZoneInfo) -> "Answers":
        """Return what holds at a moment: the hour's own rate, once the calls support one."""
        rate = self.hours.rate_at(now, zone)
        return self if rate is None else replace(self, rate=rate)

    def chances(self, attempts: Floats, answered: Floats) -> Floats:
        """Return the chance of an answer for clients who were rung and answered so often."""
        return np.asarray((CLIENT_CALLS * self.rate + answered) / (CLIENT_CALLS + attempts))


def answers(
    usual: float, attempts: int, answered: int, hours: AnswerHours | None = None
) -> Answers:
    """Return what the agency's calls make of the usual rate."""
    rate = (AGENCY_CALLS * usual + answered) / (AGENCY_CALLS + attempts)
    return Answers(rate, attempts, answered, hours or AnswerHours())
