"""Observed against promised: bins, intervals, verdicts; against sums worked out another way."""

from fractions import Fraction
from itertools import pairwise
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmcalls.domain.calls import CallKind
from warmcalls.domain.observed import (
    CALLS_A_BIN,
    MOST_BINS,
    Floats,
    Observed,
    Promise,
    View,
    bin_of,
    by_month,
    calibration_error,
    likely,
    observed,
    places,
)
from warmcalls.domain.outcomes import Reach, Result

PAIRS = st.lists(st.tuples(st.floats(0, 1), st.sampled_from([0.0, 0.5, 1.0])), max_size=400)


def promise(**facts: object) -> Promise:
    usual: dict[str, object] = {
        "call_id": 1, "client_id": 1, "at": 0, "day": "2026-03-02", "kind": CallKind.WARM,
        "chance": 0.1, "answer_chance": 0.4, "test_chance": None, "reach": Reach.SPOKE,
        "result": Result.NO_NEED, "worth": False,
    }  # fmt: skip
    return Promise(**(usual | facts))  # type: ignore[arg-type]


def arrays(pairs: list[tuple[float, float]]) -> tuple[Floats, Floats]:
    return np.array([p for p, _ in pairs]), np.array([c for _, c in pairs])


@settings(deadline=None)
@given(PAIRS)
def test_bins_hold_every_call_once_in_order_and_in_equal_numbers(
    pairs: list[tuple[float, float]],
) -> None:
    promised, _ = arrays(pairs)
    found = places(promised)
    assert sorted(int(n) for part in found for n in part) == list(range(len(pairs)))
    sizes = [len(part) for part in found]
    assert not sizes or max(sizes) - min(sizes) <= 1
    assert len(found) == (min(max(len(pairs) // CALLS_A_BIN, 1), MOST_BINS) if pairs else 0)
    for lower, upper in pairwise(found):
        assert promised[lower].max() <= promised[upper].min()


@settings(deadline=None)
@given(PAIRS)
def test_the_bins_add_up_to_the_whole(pairs: list[tuple[float, float]]) -> None:
    found = observed(*arrays(pairs))
    assert found.calls == len(pairs) == sum(each.calls for each in found.bins)
    assert found.worth == sum(each.worth for each in found.bins) == sum(c for _, c in pairs)
    assert found.promised == pytest.approx(sum(each.predicted * each.calls for each in found.bins))
    for each in found.bins:
        assert each.low <= each.observed <= each.high
        assert each.observed * each.calls == pytest.approx(each.worth)


@settings(deadline=None)
@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_calls_changes_no_sum(
    pairs: list[tuple[float, float]], lot: object
) -> None:
    turned = list(pairs)
    lot.shuffle(turned)  # type: ignore[attr-defined]
    one, other = observed(*arrays(pairs)), observed(*arrays(turned))
    assert one.worth == other.worth
    assert [each.calls for each in one.bins] == [each.calls for each in other.bins]
    assert [each.predicted for each in one.bins] == pytest.approx(
        [each.predicted for each in other.bins]
    )


def beta_below(x: Fraction, a: int, b: int) -> Fraction:
    """The chance that Beta(a, b) lies below x, as the binomial sum that it equals; exact."""
    n = a + b - 1
    return sum((comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1)), Fraction(0))


@pytest.mark.parametrize(("worth", "calls"), [(1, 12), (3, 40), (33, 412), (11, 12)])
def test_a_tenth_of_what_is_believed_lies_outside_the_interval(worth: int, calls: int) -> None:
    low, high = likely(worth, calls)
    a, b = 1 + worth, 1 + calls - worth
    assert float(beta_below(Fraction(low), a, b)) == pytest.approx(0.05, abs=1e-9)
    assert float(beta_below(Fraction(high), a, b)) == pytest.approx(0.95, abs=1e-9)


def test_with_none_or_all_the_interval_has_one_end() -> None:
    low, high = likely(0, 20)
    assert low == 0
    assert 1 - (1 - high) ** 21 == pytest.approx(0.9)
    assert likely(20, 20) == pytest.approx((1 - high, 1.0))
    assert likely(0, 0) == (0.0, 1.0)


@settings(deadline=None)
@given(PAIRS.filter(bool))
def test_the_calibration_error_is_the_mean_distance_over_tenths(
    pairs: list[tuple[float, float]],
) -> None:
    miss = 0.0
    for tenth in range(10):
        inside = [(p, c) for p, c in pairs if min(int(p * 10), 9) == tenth]
        if inside:
            mean_p = sum(p for p, _ in inside) / len(inside)
            mean_c = sum(c for _, c in inside) / len(inside)
            miss += abs(mean_p - mean_c) * len(inside) / len(pairs)
    assert calibration_error(*arrays(pairs)) == pytest.approx(miss)


def test_the_top_eighth_is_a_bin_of_its_own() -> None:
    promised = np.linspace(0.01, 0.4, 400)
    top = observed(promised, np.zeros(400)).bins[-1]
    assert top.calls == 50
    assert top.predicted == pytest.approx(promised[350:].mean())


def of(promised: float, worth: float, calls: int) -> Observed:
    low, high = likely(worth, calls)
    return Observed((), calls, promised, worth, low, high)


@pytest.mark.parametrize(
    ("promised", "worth", "calls", "verdict"),
    [(38.6, 41, 412, 0), (70, 41, 412, -1), (20, 41, 412, 1), (1000, 920, 10_000, 0)],
)
def test_a_list_keeps_its_word_within_luck_or_within_a_tenth(
    promised: float, worth: int, calls: int, verdict: int
) -> None:
    assert of(promised, worth, calls).verdict == verdict


def test_ten_promised_or_ten_seen_are_enough_to_tell() -> None:
    assert of(9.9, 9, 100).too_early
    assert not of(10, 2, 100).too_early
    assert not of(3, 10, 100).too_early


def test_a_bin_with_fewer_than_five_promised_and_seen_says_little() -> None:
    few = bin_of(np.full(40, 0.1), np.zeros(40))
    assert few.too_few
    assert not bin_of(np.full(60, 0.1), np.zeros(60)).too_few
    assert not bin_of(np.full(40, 0.01), np.repeat([1.0, 0.0], [5, 35])).too_few


@pytest.mark.parametrize(
    ("facts", "came"),
    [
        ({"worth": True}, 1.0),
        ({"worth": False}, 0.0),
        ({"worth": None, "result": Result.MEETING}, 1.0),
        ({"worth": None, "result": Result.CALL_BACK}, 0.5),
        ({"worth": None, "result": None}, None),
        ({"worth": None, "result": None, "reach": Reach.NO_ANSWER}, 0.0),
        ({"worth": None, "result": None, "reach": Reach.GATEKEEPER}, 0.0),
        ({"worth": True, "result": None, "reach": Reach.GATEKEEPER}, 1.0),
        ({"worth": False, "result": None, "reach": Reach.REJECTED}, None),
    ],
)
def test_what_came_of_a_call(facts: dict[str, object], came: float | None) -> None:
    assert promise(**facts).came == came


def test_only_calls_that_the_ranking_chose_are_held_against_their_promise() -> None:
    counted = [kind for kind in CallKind if promise(kind=kind).counts(View.CALLS)]
    assert counted == [CallKind.WARM]
    silent = promise(reach=Reach.NO_ANSWER, result=None, worth=None)
    assert silent.counts(View.CALLS)
    assert not silent.counts(View.CONVERSATIONS)
    assert not promise(worth=None, result=None).counts(View.CALLS)


def test_of_a_conversation_is_promised_what_is_promised_once_somebody_answers() -> None:
    assert promise().promised(View.CALLS) == 0.1
    assert promise().promised(View.CONVERSATIONS) == pytest.approx(0.25)
    assert promise(answer_chance=0.0).promised(View.CONVERSATIONS) == 0.0


@given(st.lists(st.tuples(st.integers(0, 400), st.floats(0, 1), st.booleans()), max_size=60))
def test_months_hold_every_call_once(made: list[tuple[int, float, bool]]) -> None:
    first = np.datetime64("2025-02-01")
    days = sorted(str(first + days) for days, _, _ in made)
    promised = np.array([p for _, p, _ in made])
    came = np.array([float(c) for _, _, c in made])
    found = by_month(days, promised, came)
    assert [each.month for each in found] == sorted({day[:7] for day in days})
    assert sum(each.calls for each in found) == len(made)
    assert sum(each.worth for each in found) == came.sum()
    assert sum(each.promised for each in found) == pytest.approx(promised.sum())


def test_a_list_that_keeps_its_word_is_told_so_nine_times_in_ten() -> None:
    """What comes is drawn with the chance that was promised; half of that is found out."""
    lot = np.random.default_rng(7)
    kept, broken = [], []
    for _ in range(150):
        promised = lot.beta(1.2, 12.0, 600)
        kept.append(observed(promised, (lot.random(600) < promised).astype(np.float64)).verdict)
        broken.append(
            observed(promised, (lot.random(600) < promised / 2).astype(np.float64)).verdict
        )
    assert kept.count(0) >= 0.85 * len(kept)
    assert broken.count(-1) >= 0.9 * len(broken)
