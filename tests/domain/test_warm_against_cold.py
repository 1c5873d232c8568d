"""Warm against cold: the ratio's interval against integration and simulation."""

from functools import lru_cache
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmcalls.domain.observed import Floats
from warmcalls.domain.warm_against_cold import (
    FEWEST_CONVERSATIONS,
    Share,
    calls_needed,
    ratio_interval,
    share,
    warm_against_cold,
)


def integrated(warm: Share, cold: Share, ratio: float) -> float:
    """The chance that warm / cold lies below a ratio, by summing densities over a fine grid."""
    grid = (np.arange(20_000) + 0.5) / 20_000

    def density(of: Share) -> Floats:
        logs = of.worth * np.log(grid) + (of.calls - of.worth) * np.log1p(-grid)
        found = np.exp(logs - logs.max())
        return np.asarray(found / found.sum())

    below = np.concatenate(([0.0], np.cumsum(density(warm))))
    at = np.minimum(ratio * grid, 1.0) * 20_000
    return float(np.sum(density(cold) * np.interp(at, np.arange(20_001), below)))


@pytest.mark.parametrize(
    ("warm", "cold"),
    [((412, 33), (38, 1)), ((412, 33), (138, 4)), ((60, 2), (5, 1)), ((1600, 103), (160, 0))],
)
def test_a_twentieth_lies_beyond_each_end(warm: tuple[int, int], cold: tuple[int, int]) -> None:
    ours, theirs = share(warm[0], 0, warm[1]), share(cold[0], 0, cold[1])
    low, high = ratio_interval(ours, theirs)
    assert integrated(ours, theirs, low) == pytest.approx(0.05, abs=0.003)
    assert integrated(ours, theirs, high) == pytest.approx(0.95, abs=0.003)


@lru_cache(maxsize=20_000)
def interval(worth: int, calls: int, cold_worth: int, cold_calls: int) -> tuple[float, float]:
    return ratio_interval(share(calls, 0, worth), share(cold_calls, 0, cold_worth))


@pytest.mark.parametrize(
    ("rate", "cold_rate", "cold_calls"), [(0.08, 0.025, 60), (0.08, 0.04, 120), (0.06, 0.06, 60)]
)
def test_the_interval_holds_the_true_ratio_nine_times_in_ten(
    rate: float, cold_rate: float, cold_calls: int
) -> None:
    """Every number of test calls that go well, beside the middle numbers of the list's: exact."""
    calls, truth, held, whole = 400, rate / cold_rate, 0.0, 0.0
    middle = round(calls * rate)
    for worth in range(middle - 12, middle + 13, 4):
        weight = comb(calls, worth) * rate**worth * (1 - rate) ** (calls - worth)
        for hits in range(20):
            chance = weight * comb(cold_calls, hits) * cold_rate**hits
            chance *= (1 - cold_rate) ** (cold_calls - hits)
            low, high = interval(worth, calls, hits, cold_calls)
            held += chance * (low <= truth <= high)
            whole += chance
    assert 0.86 <= held / whole <= 0.96


def days(lot: np.random.Generator, count: int) -> tuple[Floats, Floats, Floats]:
    """Days whose clients differ in number and in how they are: a season, and a newsletter."""
    waiting = lot.choice([40, 400, 4000], count)
    season = 1.0 + 0.6 * np.sin(np.arange(count) / count * 2 * np.pi)
    return waiting, 0.08 * season, 0.03 * season * np.where(waiting > 1000, 0.5, 1.5)


def test_each_test_call_counts_once_where_days_differ() -> None:
    """Ten calls a day and one test: a place on the list is worth what every place is on average.

    Weighted by one over its chance, a test call of a day with ten times the clients would count
    ten times: that misses the question, and says more by luck.
    """
    lot = np.random.default_rng(5)
    waiting, warm, cold = days(lot, 200)
    truth, held = warm.mean() / cold.mean(), 0
    estimates, weighted, runs = [], [], 120
    for _ in range(runs):
        came = lot.random(200) < cold
        worth = int(lot.binomial(10, warm).sum())
        low, high = interval(worth, 2000, int(came.sum()), 200)
        held += low <= truth <= high
        estimates.append(came.mean())
        weighted.append(np.average(came, weights=waiting))
    assert 0.85 <= held / runs <= 0.97
    assert np.mean(estimates) == pytest.approx(cold.mean(), rel=0.08)
    assert abs(np.mean(weighted) - cold.mean()) > 0.2 * cold.mean()
    assert np.std(weighted) / np.mean(weighted) > 1.3 * np.std(estimates) / np.mean(estimates)


CALLS = st.integers(0, 3000).flatmap(
    lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(0, n))
)


@settings(max_examples=40, deadline=None)
@given(CALLS, CALLS)
def test_it_is_too_early_exactly_while_more_test_calls_are_needed(
    warm: tuple[int, int, int], cold: tuple[int, int, int]
) -> None:
    found = warm_against_cold(share(*warm), share(*cold))
    assert found.low <= found.high
    enough = cold[0] >= calls_needed(found.warm) and warm[1] >= FEWEST_CONVERSATIONS
    assert found.too_early is not enough
    assert (found.more_needed > 0) is not enough
    assert (found.ratio is None) is (not warm[0] or not cold[2])
    if found.ratio is not None:
        assert found.low <= found.ratio <= found.high


@pytest.mark.parametrize(
    ("warm", "needed"), [((980, 300, 99.4), 240), ((1980, 700, 99.4), 480), ((0, 0, 0), 800)]
)
def test_eight_of_the_test_calls_needed_would_be_worth_the_time(
    warm: tuple[int, int, float], needed: int
) -> None:
    """Were a call at random worth it a third as often as one of the list; 800 while none is."""
    assert calls_needed(share(*warm)) == needed


@pytest.mark.parametrize("cold_worth", [0, 1, 5, 30, 239])
def test_when_it_is_told_does_not_hang_on_what_came_of_the_test_calls(cold_worth: int) -> None:
    warm = share(980, 300, 99.4)
    assert warm_against_cold(warm, share(239, 0, cold_worth)).more_needed == 1
    assert not warm_against_cold(warm, share(240, 0, cold_worth)).too_early


def test_beside_a_list_that_reached_nobody_it_stays_too_early() -> None:
    calls = calls_needed(share(900, 9, 40))
    assert warm_against_cold(share(900, 9, 40), share(calls, 50, 4)).too_early
    assert not warm_against_cold(share(900, 10, 40), share(calls, 50, 4)).too_early


@pytest.mark.parametrize(("rate", "times"), [(0.10, 3.3), (0.08, 2.0), (0.08, 6.0)])
def test_the_first_figure_told_holds_the_truth_nine_times_in_ten(rate: float, times: float) -> None:
    """Somebody looks every day, 60 calls of the list and 3 at random: the first figure told.

    The posteriors are drawn, which is quicker; that the interval is theirs is tested above.
    """
    lot, runs, held, told = np.random.default_rng(11), 400, 0, []
    for _ in range(runs):
        came = np.cumsum(lot.binomial(60, rate, 400)).tolist()
        looks = (share_of(60 * day, came[day - 1]) for day in range(1, 401))
        warm, calls = next((w, w.calls // 20) for w in looks if w.calls // 20 >= calls_needed(w))
        worth = int(lot.binomial(calls, rate / times))
        drawn = lot.beta(1 + warm.worth, 1 + warm.calls - warm.worth, 2000)
        low, high = np.quantile(drawn / lot.beta(1 + worth, 1 + calls - worth, 2000), [0.05, 0.95])
        held += low <= times <= high
        told.append(warm.worth / warm.calls * calls / worth if worth else np.inf)
    assert 0.86 <= held / runs <= 0.95
    assert np.median(told) == pytest.approx(times, rel=0.1)


def share_of(calls: int, worth: int) -> Share:
    return Share(calls, calls // 3, float(worth))


def test_without_a_test_call_nothing_is_claimed() -> None:
    found = warm_against_cold(share(300, 100, 20), share(0, 0, 0))
    assert found.ratio is None
    assert found.too_early
    assert found.more_needed > FEWEST_CONVERSATIONS


def test_the_same_calls_give_the_same_interval() -> None:
    one = ratio_interval(share(412, 150, 33), share(38, 13, 1))
    assert one == ratio_interval(share(412, 150, 33), share(38, 13, 1))
