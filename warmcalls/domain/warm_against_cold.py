"""Warm against cold: how much more often a call of the list is worth the time than one at random.

Test calls are drawn evenly among the clients whom the ranking left out, a share of every day's
list. So they are to the list what a control is to a trial, and each counts once, whatever its
logged chance: the question is what a place on the list brings when it is filled at random instead,
and every place stands for itself. Weights of one over the chance would answer another question,
what all waiting clients would come to if each were rung once: a day with ten times the clients
would count ten times, although it had no more places (see `tests/domain/test_warm_against_cold`).

Both shares have a uniform prior, as every rate in the app; their ratio follows from the two Beta
posteriors by their quantiles.

How many test calls it takes until the ratio is told does not hang on what came of them: who waits
for an interval that is narrow enough stops when luck was with the test calls, and tells too low a
ratio too early. It hangs on the list's own rate alone: so many that 8 of them would be worth the
time, were a call at random worth it a third as often (docs/ranking.md has what was measured).
"""

from dataclasses import dataclass
from math import ceil
from typing import Final

import numpy as np

from warmcalls.domain.beta import beta_quantile
from warmcalls.domain.observed import LEVEL, Floats, likely

ENOUGH: Final = 8.0  # test calls worth the time, as expected before any was made
FEWEST_CONVERSATIONS: Final = 10  # of the list
POINTS: Final = 256  # of each distribution
USUAL_CALLS, USUAL_WORTH, USUAL_RATIO = 20, 0.03, 3.0


@dataclass(frozen=True, slots=True)
class Share:
    """Calls of a sort, and how many of them were worth the time.

    Attributes:
        conversations: calls that somebody answered.
        worth: calls worth the time; halves where a recruiter gave no verdict.
        low, high: between which the share likely lies, 90 %.
    """

    calls: int = 0
    conversations: int = 0
    worth: float = 0.0
    low: float = 0.0
    high: float = 1.0

    @property
    def rate(self) -> float | None:
        """The share worth the time; None without calls."""
        return self.worth / self.calls if self.calls else None


@dataclass(frozen=True, slots=True)
class WarmAgainstCold:
    """Calls of the list beside calls at random.

    Attributes:
        warm: calls that the ranking put on the list.
        cold: test calls.
        ratio: how many times as often a warm call was worth the time; None while no test call was.
        low, high: between which the ratio likely lies, 90 %.
        too_early: it says too little.
        more_needed: how many more test calls it takes, the list's rate staying as it is; 0 where
            it says enough.
    """

    warm: Share
    cold: Share
    ratio: float | None
    low: float
    high: float
    too_early: bool
    more_needed: int


def share(calls: int, conversations: int, worth: float) -> Share:
    """Return a share with what is likely."""
    return Share(calls, conversations, worth, *likely(worth, calls))


def warm_against_cold(warm: Share, cold: Share) -> WarmAgainstCold:
    """Return how calls of the list compare with calls at random.

    The interval always holds the ratio that was seen, also where nearly every call went well.
    """
    low, high = ratio_interval(warm, cold)
    ratio = warm.rate / cold.rate if cold.rate and warm.rate is not None else None
    if ratio is not None:
        low, high = min(low, ratio), max(high, ratio)
    more = max(calls_needed(warm) - cold.calls, 0)
    if not more and warm.conversations < FEWEST_CONVERSATIONS:
        more = FEWEST_CONVERSATIONS
    return WarmAgainstCold(warm, cold, ratio, low, high, more > 0, more)


def ratio_interval(warm: Share, cold: Share, level: float = LEVEL) -> tuple[float, float]:
    """Return between which values the ratio of two shares likely lies.

    Every pair of a quantile of one posterior and a quantile of the other is one ratio, all equally
    likely: the tails are those of the 65,536 pairs.
    """
    over = _points(warm)[:, None] / _points(cold)[None, :]
    low, high = np.quantile(over, [(1.0 - level) / 2, (1.0 + level) / 2])
    return float(low), float(high)


def _points(of: Share) -> Floats:
    a, b = 1.0 + of.worth, 1.0 + of.calls - of.worth
    return np.array([beta_quantile((k + 0.5) / POINTS, a, b) for k in range(POINTS)])


def calls_needed(warm: Share) -> int:
    """Return how many test calls it takes in all, whatever comes of them.

    Few calls of the list are reckoned with what is usual: 3 in 100 are worth the time.
    """
    from_list = (warm.worth + USUAL_CALLS * USUAL_WORTH) / (warm.calls + USUAL_CALLS)
    return ceil(ENOUGH * USUAL_RATIO / from_list)
