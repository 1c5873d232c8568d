"""Warm against cold: how much more often a call of the list is worth the time than one at random.

Test calls are drawn evenly among the clients whom the ranking left out, a share of every day's
list. So they are to the list what a control is to a trial, and each counts once, whatever its
logged chance: the question is what a place on the list brings when it is filled at random instead,
and every place stands for itself. Weights of one over the chance would answer another question,
what all waiting clients would come to if each were rung once: a day with ten times the clients
would count ten times, although it had no more places (see `tests/domain/test_warm_against_cold`).

Both shares have a uniform prior, as every rate in the app; their ratio follows from the two Beta
posteriors by their quantiles. It errs on the careful side: where few test calls went well the
prior draws the ratio down, never up.
"""

from dataclasses import dataclass
from math import ceil, log
from typing import Final

import numpy as np

from warmcalls.domain.beta import beta_quantile
from warmcalls.domain.observed import LEVEL, Floats, likely

WIDEST: Final = 6.0  # times the low end that the high end may be before it says too little
FEWEST_CONVERSATIONS: Final = 10
USUAL_ANSWERED: Final = 0.35
POINTS: Final = 256  # of each distribution
USUAL_CALLS, USUAL_WORTH, USUAL_RATIO = 20, 0.03, 3.0
Z: Final = 1.645  # standard deviations that 90 % lie within


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
        more_needed: about how many more test calls it takes, the list going on beside them; 0
            where it says enough.
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
    more = _more_needed(warm, cold, is_wide=high > WIDEST * low)
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


def _more_needed(warm: Share, cold: Share, *, is_wide: bool) -> int:
    """Return how many more test calls it takes until the ratio says enough.

    The logarithm of a share varies by (1 - p) / (n p); the list goes on beside the test calls, so
    both parts shrink together. Few calls are reckoned with what is usual: 3 in 100 from the list
    are worth the time, and a third as often at random.
    """
    from_list = (warm.worth + USUAL_CALLS * USUAL_WORTH) / (warm.calls + USUAL_CALLS)
    usual = USUAL_CALLS * from_list / USUAL_RATIO
    at_random = (cold.worth + usual) / (cold.calls + USUAL_CALLS)
    beside = cold.calls / warm.calls if warm.calls else 0.0
    varies = _varies(at_random) + min(beside, 1.0) * _varies(from_list)
    wanted = (log(WIDEST) / (2 * Z)) ** 2
    for_width = max(ceil(varies / wanted) - cold.calls, 1) if is_wide else 0
    answered = max(cold.conversations / cold.calls if cold.calls else 0.0, USUAL_ANSWERED / 5)
    for_talks = ceil((FEWEST_CONVERSATIONS - cold.conversations) / answered)
    beside_few = FEWEST_CONVERSATIONS if warm.conversations < FEWEST_CONVERSATIONS else 0
    return max(for_width, for_talks, beside_few, 0)


def _varies(share: float) -> float:
    """Return the variance of the logarithm of a share, times the calls behind it."""
    return (1.0 - share) / share
