"""How sure what was seen makes us: rates with intervals, and the early warning.

The warning is a mixture e-value: a likelihood ratio of "a share g of the normal rate" to "the
normal rate", averaged over g. Where the campaign is normal it passes 1/a with a chance of at most
a, however often somebody looks (Ville 1939; Johari, Pekelis & Walsh 2015). It looks one way only:
a campaign that does better than normal only loses evidence.
"""

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.beta import beta_below, beta_quantile
from warmcalls.domain.campaigns import NOTHING_KNOWN, Alert, Rate

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

DEFAULT_FUNNEL: Final = (0.35, 0.55, 0.35)
"""Answered of called, right sort of those spoken to, meeting of those: an agency's usual rates."""

SUSPECTS: Final = (0.3, 0.7, 0.5)
"""How often a bad campaign is bad at each of these stages."""

SHARES: Final = (0.02, 0.1, 0.25, 0.5)
SHARE_WEIGHTS: Final = (0.3, 0.3, 0.25, 0.15)
WEAK: Final = 20.0
STOP: Final = 100.0
LAST: Final = 600
PSEUDO: Final = 10.0
MOST_LOG: Final = 700.0
LEAST_RATE: Final = 1e-6
ENOUGH_WORKED: Final = 10
CLEARLY: Final = 0.05
NOTHING_SEEN: Final = 1e-9


def credible(hits: int, trials: int, level: float = 0.9) -> Rate:
    """Return a rate with its credible interval under a uniform prior.

    Equal tails of Beta(1 + hits, 1 + misses); with no hit or no miss the interval begins at 0 or
    ends at 1 (the highest-density one), so that it always holds hits / trials.

    Args:
        hits: from 0 to `trials`.
        trials: without any nothing is known.
        level: of the interval.
    """
    if trials <= 0:
        return NOTHING_KNOWN
    a, b, tail = 1.0 + hits, 1.0 + trials - hits, (1.0 - level) / 2
    low, high = tail, 1.0 - tail
    if hits == 0:
        low, high = 0.0, level
    elif hits == trials:
        low, high = 1.0 - level, 1.0
    ends = [share if share in {0.0, 1.0} else beta_quantile(share, a, b) for share in (low, high)]
    return Rate(hits, trials, hits / trials, ends[0], ends[1])


def chance_below(hits: int, trials: int, threshold: float) -> float:
    """Return the chance that the true rate is below a threshold, under a uniform prior."""
    return beta_below(threshold, 1.0 + hits, 1.0 + trials - hits)


def references(
    at: Ints, hits: Bools, others_at: Ints, others_hit: Bools, prior_rate: float
) -> Floats:
    """Return the normal rate as it stood at each observation of a campaign.

    It is the rate of the others' last 600 observations and of the campaign's own, all before that
    moment, with 10 pseudo-observations at the agency's usual rate. Never a fixed figure: a whole
    agency has good and bad months and gaps in what it wrote down. If the campaign is like the
    others, this is what the next observation has as its chance (the predictive rate of a Beta
    prior), so the e-value is exact where the others are few, too.

    Args:
        at: moments of the campaign's own observations in order, UTC microseconds; shape (own,).
        hits: what came of them; shape (own,).
        others_at: moments of the other campaigns' observations; shape (others,), any order.
        others_hit: what came of them; shape (others,).
        prior_rate: the agency's usual rate.
    """
    order = np.argsort(others_at, kind="stable")
    sums = np.concatenate(([0], np.cumsum(others_hit[order], dtype=np.int64)))
    before = np.searchsorted(others_at[order], at, side="left")
    since = np.maximum(before - LAST, 0)
    tried = before - since + np.arange(len(hits)) + PSEUDO
    won = sums[before] - sums[since] + np.cumsum(hits) - hits + PSEUDO * prior_rate
    return np.asarray(won / tried)


def e_value(hits: Bools, normal: Floats) -> float:
    """Return the evidence that a campaign is worse than normal: 1 says nothing, 20 is weak.

    E = sum over g of w(g) prod (g p)^y (1 - g p)^(1 - y) / (p^y (1 - p)^(1 - y)).

    Args:
        hits: what came of its observations; shape (n,).
        normal: the normal rate p at each of them; shape (n,).
    """
    return exp(min(log_e_value(hits, normal), MOST_LOG))


def log_e_value(hits: Bools, normal: Floats) -> float:
    """Return the natural logarithm of `e_value`, which may be beyond a float's range."""
    p = np.clip(normal, LEAST_RATE, 1.0 - LEAST_RATE)
    won, missed = int(np.count_nonzero(hits)), p[~hits]
    logs = [
        log(weight)
        + won * log(share)
        + float(np.sum(np.log1p(-share * missed) - np.log1p(-missed)))
        for share, weight in zip(SHARES, SHARE_WEIGHTS, strict=True)
    ]
    return float(np.logaddexp.reduce(logs))


def funnel_e_value(stages: Sequence[tuple[Bools, Floats]]) -> float:
    """Return the evidence over the stages of the funnel: answered, right sort, meeting.

    Each stage is judged among those that reached it, so products of the stages' e-values are
    e-values, too. A bad campaign need not be bad at every stage, and a sound stage shrinks the
    product: so it is averaged over every choice of stages but none, with a stage among the chosen
    in 30, 70 and 50 % of them.

    Args:
        stages: hits and normal rates of each, as in `e_value`.
    """
    chosen = np.array(SUSPECTS)
    logs = np.array([log_e_value(hits, normal) for hits, normal in stages])
    each = np.sum(np.logaddexp(np.log1p(-chosen), np.log(chosen) + logs))
    none = float(np.prod(1.0 - chosen))
    if each > MOST_LOG:
        return exp(MOST_LOG)
    return max((exp(each) - none) / (1.0 - none), 0.0)


def flagged(e_values: Mapping[int, float]) -> dict[int, Alert]:
    """Return the warning of each campaign, with the share of false ones held.

    e-BH (Wang & Ramdas, JRSS B 84, 2022): of K campaigns the k with the most evidence are flagged
    where the k-th has at least 20 K / k, which holds the share of false flags at 5 %. A flagged
    campaign is to be stopped where its own evidence passes 100. Campaigns without an observation
    (an e-value of 1) do not count.

    Args:
        e_values: evidence by campaign id.
    """
    tried = {key: value for key, value in e_values.items() if abs(value - 1.0) > NOTHING_SEEN}
    found = _e_bh(tried, WEAK)
    return {
        key: Alert.NONE if key not in found else Alert.STOP if value > STOP else Alert.WEAK
        for key, value in e_values.items()
    }


def _e_bh(e_values: Mapping[int, float], bar: float) -> set[int]:
    """Return the ids that e-BH rejects at a share of 1 / bar."""
    ranked = sorted(e_values, key=lambda key: -e_values[key])
    least = [bar * len(ranked) / k for k in range(1, len(ranked) + 1)]
    passing = [k for k, key in enumerate(ranked) if e_values[key] > least[k]]
    return set(ranked[: passing[-1] + 1]) if passing else set()


def sample_needed(normal: float, hits: int, worked: int, unworked: int) -> int:
    """Return how many more leads to call until the warning could be told.

    That many, if none of them turns out well, take the e-value of the worth-rate above 20. It is
    0 where it is there already, or where the campaign is clearly not under half the normal rate.

    Args:
        normal: worth-rate of the other campaigns.
        hits: leads worth the time.
        worked: leads worked.
        unworked: leads nobody called yet: the most there can be.
    """
    if unworked <= 0 or normal <= 0.0:
        return 0
    if worked >= ENOUGH_WORKED and chance_below(hits, worked, normal / 2) < CLEARLY:
        return 0
    p = min(normal, 1.0 - LEAST_RATE)
    misses = worked - hits + np.arange(unworked + 1)
    share, weight = np.array(SHARES)[:, None], np.array(SHARE_WEIGHTS)[:, None]
    per_miss = np.log1p(-share * p) - np.log1p(-p)
    logs = np.logaddexp.reduce(np.log(weight) + hits * np.log(share) + misses * per_miss, axis=0)
    enough = np.flatnonzero(logs > log(WEAK))
    return int(enough[0]) if len(enough) else unworked
