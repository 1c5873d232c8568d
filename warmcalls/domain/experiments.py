"""Campaigns or variants against each other: a comparison that may be looked at every day.

A safe test for two proportions (Turner, Ly & Grünwald, J. Stat. Plan. Inference 230, 2024): the
arms are cut into blocks, side by side in time, in which each arm has at least one observation. In
each block the chance of what came under the rates learnt from the blocks before is divided by its
chance under one rate for both. What both arms go through together, good weeks and bad, cancels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

DECIDES: Final = 20.0
PRIOR: Final = 1.0
PAIR: Final = 2
MOST_LOG: Final = 700.0


@dataclass(frozen=True, slots=True)
class Arm:
    """One side of an experiment.

    Attributes:
        id: of the arm.
        hits: what came of its observations, in order of time; shape (n,).
        at: their moments, UTC microseconds; None sets the first of each arm side by side, then
            the second, and so on.
    """

    id: int
    name: str
    hits: Bools
    at: Ints | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where an experiment stands.

    Attributes:
        e_value: evidence that the leader is better than every other arm; above 20 decides.
        leader: the arm with the highest rate so far, None while there is none.
        decided: the leader is the best; wrong in at most one of 20 experiments, however often
            one looks.
        words: the running result in one sentence.
    """

    e_value: float
    leader: int | None
    decided: bool
    words: str = ""


def compare(arms: Sequence[Arm]) -> Comparison:
    """Return where an experiment stands; valid at every peek.

    Args:
        arms: two or more.

    Raises:
        ValueError: fewer than two arms.
    """
    if len(arms) < PAIR:
        raise ValueError("an experiment needs two arms")
    leader = _leader(arms)
    if leader is None:
        return Comparison(1.0, None, decided=False, words="No arm is ahead yet.")
    rest = [arm for arm in arms if arm is not leader]
    least = min(_log_better(leader, other) for other in rest) - log(len(arms))
    value = exp(min(least, MOST_LOG))
    decided = value > DECIDES
    return Comparison(value, leader.id, decided, _words(leader, rest, decided=decided))


def _leader(arms: Sequence[Arm]) -> Arm | None:
    """Return the arm with the highest rate, None where several share it."""
    tried = [arm for arm in arms if len(arm.hits)]
    ranked = sorted(tried, key=lambda arm: -_rate(arm))
    if not ranked or (len(ranked) > 1 and _rate(ranked[0]) == _rate(ranked[1])):
        return None
    return ranked[0]


def _rate(arm: Arm) -> float:
    return float(np.mean(arm.hits))


def _log_better(one: Arm, other: Arm) -> float:
    """Return the log e-value of "the first has the higher rate" against "it has not"."""
    trials, hits = _blocks(one, other)
    before = [np.cumsum(each, axis=0) - each for each in (trials, hits)]
    rates = (before[1] + PRIOR) / (before[0] + 2 * PRIOR)
    rates[rates[:, 0] <= rates[:, 1]] = 0.5
    same = np.sum(trials * rates, axis=1) / np.maximum(trials.sum(axis=1), 1)
    gains = hits * np.log(rates / same[:, None])
    losses = (trials - hits) * np.log((1 - rates) / (1 - same[:, None]))
    return float(np.sum(gains + losses))


def _blocks(one: Arm, other: Arm) -> tuple[Ints, Ints]:
    """Return trials and hits of both arms in each closed block; shape (blocks, 2).

    A block closes with the first observation after which both arms have one in it; that depends
    on when observations came, never on what came of them.
    """
    at = np.concatenate([_moments(one), _moments(other)])
    second = np.repeat([False, True], [len(one.hits), len(other.hits)])
    order = np.lexsort((second, at))
    arm = np.array([~second[order], second[order]]).T
    hits = np.cumsum(arm & np.concatenate([one.hits, other.hits])[order, None], axis=0)
    closed = _closed(arm)
    sums = [np.cumsum(arm, axis=0)[closed], hits[closed]]
    trials, won = (np.diff(each, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)) for each in sums)
    return trials, won


def _closed(arm: Bools) -> list[int]:
    """Return where blocks close; `arm` tells of which arm each observation is, shape (n, 2)."""
    count = len(arm)
    places = np.arange(count)
    following = [np.append(np.flatnonzero(own), count) for own in arm.T]
    ends = np.max([own[np.searchsorted(own, places)] for own in following], axis=0).tolist()
    closed, start = [], 0
    while start < count and ends[start] < count:
        closed.append(ends[start])
        start = ends[start] + 1
    return closed


def _moments(arm: Arm) -> Ints:
    return np.arange(len(arm.hits)) if arm.at is None else arm.at


def _words(leader: Arm, rest: Sequence[Arm], *, decided: bool) -> str:
    """Return the running result in one sentence."""
    second = max(rest, key=lambda arm: _rate(arm) if len(arm.hits) else -1.0)
    counts = [f"{np.count_nonzero(arm.hits)} of {len(arm.hits)}" for arm in (leader, second)]
    ahead = f"{leader.name} is ahead with {counts[0]} against {counts[1]} for {second.name}"
    if decided:
        return f"{ahead}: decided, wrong in at most 1 of 20 experiments."
    return f"{ahead}: not decided yet."
