"""Comparisons against fractions, enumeration of every outcome, and simulation with peeking."""

from fractions import Fraction
from itertools import product
from math import isclose, isfinite

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench import evidence_experiments as bench
from warmcalls.domain.experiments import Arm, compare

HITS = st.lists(st.booleans(), max_size=12)


def arm(number: int, hits: list[bool], at: list[int] | None = None) -> Arm:
    moments = None if at is None else np.array(at, dtype=np.int64)
    return Arm(number, f"arm {number}", np.array(hits, dtype=bool), moments)


def better(one: list[bool], other: list[bool]) -> Fraction:
    """Pair after pair: rates learnt from the pairs before, against their mean."""
    value, won = Fraction(1), [0, 0]
    for n, pair in enumerate(zip(one, other, strict=False)):
        a, b = (Fraction(w + 1, n + 2) for w in won)
        if a > b:
            same = (a + b) / 2
            for hit, rate in zip(pair, (a, b), strict=True):
                value *= rate / same if hit else (1 - rate) / (1 - same)
        won = [w + hit for w, hit in zip(won, pair, strict=True)]
    return value


@given(HITS, HITS)
def test_two_arms_are_compared_pair_by_pair(one: list[bool], other: list[bool]) -> None:
    found = compare([arm(1, one), arm(2, other)])
    rates = [sum(h) / len(h) if h else -1.0 for h in (one, other)]
    if rates[0] == rates[1]:
        assert (found.leader, found.e_value, found.decided) == (None, 1.0, False)
        return
    ahead, behind = (one, other) if rates[0] > rates[1] else (other, one)
    assert found.leader == (1 if rates[0] > rates[1] else 2)
    assert isclose(found.e_value, float(better(ahead, behind) / 2), rel_tol=1e-9)
    assert found.decided == (found.e_value > 20)


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.8])
@pytest.mark.parametrize("order", [[0, 1] * 4, [0, 0, 0, 1, 1, 0, 0, 1], [1, 0, 0, 0, 0, 0, 1, 0]])
def test_equal_arms_expect_no_evidence(rate: float, order: list[int]) -> None:
    """Over every outcome, weighed by its chance, evidence for either arm is at most 1 in all."""
    mean = 0.0
    for outcome in product([False, True], repeat=len(order)):
        chance = float(np.prod([rate if hit else 1 - rate for hit in outcome]))
        sides = [
            arm(i, [h for h, a in zip(outcome, order, strict=True) if a == i],
                [n for n, a in enumerate(order) if a == i])
            for i in (0, 1)
        ]  # fmt: skip
        found = compare(sides)
        if found.leader is not None:
            mean += chance * found.e_value
    assert mean <= 1.0 + 1e-12


def test_the_arms_are_compared_side_by_side_in_time() -> None:
    """A good month for both is no evidence: arms that never ran together say nothing."""
    early, late = [True] * 60, [False] * 60
    apart = compare([arm(1, early, list(range(60))), arm(2, late, list(range(100, 160)))])
    beside = compare([arm(1, early, list(range(60))), arm(2, late, list(range(60)))])
    assert (apart.leader, apart.decided, apart.e_value) == (1, False, 0.5)
    assert beside.decided
    assert beside.leader == 1


def test_unequal_arms_lose_nothing() -> None:
    """Three observations of one arm to each of the other make blocks of four."""
    one = arm(1, [True] * 90, [n for n in range(120) if n % 4])
    other = arm(2, [False] * 30, [n for n in range(120) if n % 4 == 0])
    assert compare([one, other]).e_value > compare([arm(1, [True] * 30), other]).e_value > 20


def test_the_leader_of_three_must_beat_the_second() -> None:
    good, bad = [True, False] * 100, [False] * 200
    found = compare([arm(1, good), arm(2, [*good[1:], True]), arm(3, bad)])
    assert not found.decided
    assert compare([arm(1, good), arm(2, bad), arm(3, bad)]).decided


def test_the_result_in_words() -> None:
    arms = [arm(1, [True, True, False]), arm(2, [False, False, True]), arm(3, [])]
    assert compare(arms).words == (
        "arm 1 is ahead with 2 of 3 against 1 of 3 for arm 2: not decided yet."
    )
    sure = compare([arm(1, [False] * 80), arm(2, [True] * 80)])
    assert sure.words == (
        "arm 2 is ahead with 80 of 80 against 0 of 80 for arm 1: "
        "decided, wrong in at most 1 of 20 experiments."
    )
    assert compare([arm(1, []), arm(2, [])]).words == "No arm is ahead yet."
    assert isfinite(compare([arm(1, [False] * 9000), arm(2, [True] * 9000)]).e_value)


def test_one_arm_is_no_experiment() -> None:
    with pytest.raises(ValueError, match="two arms"):
        compare([arm(1, [True])])


def test_peeking_all_the_time_seldom_decides_wrongly_and_mostly_rightly() -> None:
    wrong, _ = bench.run(bench.TRIALS[1], 4, runs=100)
    none, right = bench.run(bench.TRIALS[4], 5, runs=100)
    assert wrong <= 5
    assert none == 0
    assert np.mean(right <= 2 * bench.EACH) >= 0.95
