"""The early warning in simulation: peeked at every day, normal rates estimated from others."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import exp

import numpy as np

from warmcalls.domain.beta import beta_below
from warmcalls.domain.evidence import (
    DEFAULT_FUNNEL,
    SHARE_WEIGHTS,
    SHARES,
    STOP,
    SUSPECTS,
    WEAK,
    Bools,
    Floats,
    Ints,
    funnel_e_value,
    references,
)

RUNS = 4_000
CALLS = 420
A_DAY = 7


@dataclass(frozen=True, slots=True)
class Case:
    """A campaign among others.

    Attributes:
        rates: of the campaign: answered, right sort of those, meeting of those.
        normal: of the other campaigns.
        others_a_day: calls to their leads.
        history: calls to their leads before it began.
    """

    name: str
    rates: tuple[float, ...]
    normal: tuple[float, ...] = DEFAULT_FUNNEL
    others_a_day: int = 21
    history: int = 300


@dataclass(frozen=True, slots=True)
class Found:
    """Calls until weak and until stop, per run; more than `CALLS` where never."""

    weak: Ints
    stop: Ints


def scaled(*factors: float, of: Sequence[float] = DEFAULT_FUNNEL) -> tuple[float, ...]:
    """Return the funnel's rates times factors."""
    return tuple(rate * factor for rate, factor in zip(of, factors, strict=True))


def run(case: Case, seed: int, runs: int = RUNS) -> Found:
    """Return when a campaign alone is flagged."""
    random = np.random.default_rng(seed)
    weak, stop = np.full(runs, CALLS + 1), np.full(runs, CALLS + 1)
    for i in range(runs):
        logs = _one(case, random, check=i % 500 == 0)
        peeks = logs[A_DAY - 1 :: A_DAY]
        for found, bar in ((weak, WEAK), (stop, STOP)):
            over = np.flatnonzero(peeks > np.log(bar))
            if len(over):
                found[i] = (over[0] + 1) * A_DAY
    return Found(weak, stop)


def _one(case: Case, random: np.random.Generator, *, check: bool) -> Floats:
    """Return the log e-value after each call."""
    days = CALLS // A_DAY
    own = np.repeat(np.arange(days) * 2 + 1, A_DAY)
    there = np.repeat(np.arange(days) * 2, case.others_a_day)
    there = np.concatenate([np.full(case.history, -1), there])
    reached, others = np.ones(CALLS, dtype=bool), np.ones(len(there), dtype=bool)
    logs, stages = np.zeros((len(case.rates), CALLS)), []
    for i, (rate, normal) in enumerate(zip(case.rates, case.normal, strict=True)):
        hit, their = random.random(CALLS) < rate, random.random(len(there)) < normal
        p = references(own[reached], hit[reached], there[others], their[others], DEFAULT_FUNNEL[i])
        logs[i, reached] = np.diff(growth(hit[reached], p), prepend=0.0)
        stages.append((hit[reached], p))
        reached, others = reached & hit, others & their
    total = funnel(np.cumsum(logs, axis=1))
    if check:
        assert np.isclose(exp(total[-1]), funnel_e_value(stages))
    return total


def funnel(logs: Floats) -> Floats:
    """Return the log e-value over the stages; shape (stages, n) to (n,).

    Written out over the seven choices of stages, unlike the application's closed form.
    """
    choices = np.array(list(product([0, 1], repeat=len(SUSPECTS)))[1:])
    weights = np.prod(np.where(choices, SUSPECTS, 1 - np.array(SUSPECTS)), axis=1)
    weights /= weights.sum()
    return np.asarray(np.logaddexp.reduce(np.log(weights)[:, None] + choices @ logs, axis=0))


def growth(hits: Bools, normal: Floats) -> Floats:
    """Return the log e-value of one stage after each observation."""
    share = np.array(SHARES)[:, None]
    ratio = np.where(hits, share, (1 - share * normal) / (1 - normal))
    weight = np.log(np.array(SHARE_WEIGHTS))[:, None]
    return np.asarray(np.logaddexp.reduce(weight + np.cumsum(np.log(ratio), axis=1), axis=0))


def usual_rules(rates: Sequence[float], seed: int, runs: int = RUNS) -> tuple[Ints, Ints]:
    """Return calls until the rules people use would flag, looked at daily.

    One is a binomial test at 5 %, the other a posterior chance above 95 % of being below normal;
    both judge meetings of calls, and know the normal rate exactly.
    """
    random = np.random.default_rng(seed)
    normal = float(np.prod(DEFAULT_FUNNEL))
    won = random.random((runs, CALLS)) < np.prod(rates)
    seen = np.cumsum(won, axis=1)[:, A_DAY - 1 :: A_DAY]
    tried = np.arange(A_DAY, CALLS + 1, A_DAY)
    most = int(seen.max()) + 1
    # P(X <= x) of n draws at p is P(Beta(x + 1, n - x) > p)
    tails = [
        [1 - beta_below(normal, x + 1, n - x) if x < n else 1.0 for x in range(most)]
        for n in tried.tolist()
    ]
    posts = [
        [beta_below(normal, x + 1, max(n - x, 0) + 1) for x in range(most)] for n in tried.tolist()
    ]
    days = np.arange(len(tried))
    rules = (np.array(tails)[days, seen] < 0.05, np.array(posts)[days, seen] > 0.95)
    first = [np.where(rule.any(axis=1), rule.argmax(axis=1) + 1, CALLS) * A_DAY for rule in rules]
    return np.minimum(first[0], CALLS + 1), np.minimum(first[1], CALLS + 1)
