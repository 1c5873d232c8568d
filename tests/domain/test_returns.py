"""Lags, fee sizes and returns against the standard library, brute force and simulation."""

from dataclasses import replace
from math import isclose, log
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench import evidence_returns as bench
from warmcalls.domain import returns as module
from warmcalls.domain.campaigns import Return
from warmcalls.domain.fee_sizes import Sizes, added_up
from warmcalls.domain.lead_fees import LAG_FACTORS, LAG_TURNS
from warmcalls.domain.leads import CALLED, DISQUALIFIED, REJECTED, WORTH, LookedAt
from warmcalls.domain.quality import NO_VERDICTS, Quality, Verdicts, quality, verdicts
from warmcalls.domain.returns import Benchmark, Estimate, Lag, benchmark, estimate, fit_lag

NONE = np.zeros(0)
USUAL = Benchmark(2_000.0, 40.0)
FEE = 500_000


def ripe(count: float, days: float = 4_000.0) -> tuple[np.ndarray, np.ndarray]:
    return np.array([days]), np.array([count])


@given(st.floats(0, 5_000), st.floats(20, 400), st.floats(0.2, 1.5))
def test_the_share_that_is_in_is_the_lognormal_distribution(
    days: float, median: float, sigma: float
) -> None:
    found = Lag(median, sigma).share(np.array([days]))[0]
    wanted = NormalDist(log(median), sigma).cdf(log(days)) if days > 0 else 0.0
    assert isclose(found, wanted, abs_tol=1e-12)


def test_without_fees_the_lag_is_the_usual_one() -> None:
    assert fit_lag([]).median_days == pytest.approx(100.0)
    assert fit_lag([]).sigma == pytest.approx(0.7, abs=0.05)
    assert fit_lag([-3.0], [5.0]) == fit_lag([])


def test_many_fees_outvote_the_usual_lag() -> None:
    days = np.random.default_rng(1).lognormal(log(60.0), 0.4, 2_000)
    found = fit_lag(days.tolist())
    assert found.median_days == pytest.approx(60.0, rel=0.03)
    assert found.sigma == pytest.approx(0.4, rel=0.05)


def test_a_young_agency_knows_that_it_has_seen_its_quick_fees_only() -> None:
    random = np.random.default_rng(2)
    until, lags = random.uniform(0, 365, 3_000), random.lognormal(log(150.0), 0.7, 3_000)
    seen = lags <= until
    days, windows = lags[seen].tolist(), until[seen].tolist()
    assert fit_lag(days).median_days < 115
    assert fit_lag(days, windows).median_days == pytest.approx(150.0, rel=0.1)


def test_few_fees_move_the_lag_a_little() -> None:
    assert 60 < fit_lag([20.0, 25.0]).median_days < 100 < fit_lag([300.0, 400.0]).median_days < 160
    assert fit_lag([0.0, float("1e9")]).median_days > 0


FEES = st.lists(st.floats(3.0, 9.0), min_size=1, max_size=20)


@given(FEES)
def test_fee_sizes_learnt_one_by_one_are_those_learnt_at_once(logs: list[float]) -> None:
    at_once = Sizes(6.0, 0.6, 3.0, 8.0).learn(np.array(logs), np.ones(len(logs)))
    step = Sizes(6.0, 0.6, 3.0, 8.0)
    for value in logs:
        step = step.learn(np.array([value]), np.ones(1))
    for name in ("log_mean", "log_sigma", "mean_weight", "sigma_weight"):
        assert getattr(step, name) == pytest.approx(getattr(at_once, name))


def test_fees_added_up_are_spread_like_fees_added_up() -> None:
    random = np.random.default_rng(3)
    number = np.full(40_000, 5)
    found = added_up(random, number, np.full(40_000, 13.0), np.full(40_000, 0.36))
    exact = random.lognormal(13.0, 0.6, (40_000, 5)).sum(axis=1)
    ends = [5, 25, 50, 75, 95]
    np.testing.assert_allclose(np.percentile(found, ends), np.percentile(exact, ends), rtol=0.02)
    assert added_up(random, np.zeros(3, dtype=int), np.ones(3), np.ones(3)).tolist() == [0, 0, 0]


def test_the_benchmark_is_the_agencys_own_where_it_has_fees() -> None:
    known = benchmark(1_000.0, 50.0, [800_000.0] * 500 + [-800_000.0, 0.0])
    assert known.rate == pytest.approx(50.5 / 1_025)
    assert np.exp(known.log_mean) == pytest.approx(800_000, rel=0.01)
    assert benchmark(0.0, 0.0, []) == Benchmark()
    assert np.exp(benchmark(0.0, 0.0, [], 300_000.0).log_mean) == pytest.approx(300_000)
    assert known.without(400.0, 60.0) == Benchmark(600.0, 0.0, known.log_mean, known.log_sigma)


def by_rejection(leads: float, days: float, fees: int, usual: Benchmark) -> np.ndarray:
    """Draw rates from the prior until so many fees come of it; all fees are of one size."""
    random = np.random.default_rng(4)
    count = 2_000_000
    spread = np.sqrt(1 / (module.USUAL_LEADS * module.USUAL_RATE + usual.credits) + 0.8**2)
    agency = usual.rate * np.exp(spread * random.standard_normal(count))
    rate = agency * random.gamma(1.3, 1 / 1.3, count)
    factor = np.array(LAG_FACTORS)[np.array(LAG_TURNS)][random.integers(0, len(LAG_TURNS), count)]
    shares = {f: float(Lag(100.0 * f, 0.7).share(np.array([days]))[0]) for f in LAG_FACTORS}
    in_by_now = leads * np.select([factor == f for f in shares], list(shares.values()))
    fits = random.poisson(rate * in_by_now) == fees
    later = random.poisson(rate[fits] * (leads - in_by_now[fits]))
    return np.array([rate[fits] * leads, later])


@pytest.mark.parametrize(("leads", "days", "fees"), [(200.0, 100.0, 3), (60.0, 30.0, 0)])
def test_estimates_equal_rejection_sampling(leads: float, days: float, fees: int) -> None:
    others = Benchmark(1_000.0, 30.0, log(FEE), 1e-6)
    exposure = leads * float(Lag().share(np.array([days]))[0])
    usual = Benchmark(1_000.0 + exposure, 30.0 + fees, log(FEE), 1e-6)
    found = estimate(100_000, *ripe(leads, days), [(FEE, 1.0)] * fees, usual, Lag())
    worth, later = by_rejection(leads, days, fees, others)
    scale = FEE / 100_000
    wanted = np.percentile(worth, [50, 5, 95]) * scale
    returns = found.returns
    assert [returns.likely, returns.low, returns.high] == pytest.approx(wanted.tolist(), rel=0.1)
    assert returns.loses == pytest.approx(float(np.mean(worth * scale < 1)), abs=0.03)
    # the quantile of a count may fall one beside it
    to_come = np.percentile(later, [50, 5, 95]) * FEE
    assert found.to_come == pytest.approx(to_come.tolist(), abs=FEE * 1.01)


def test_many_ripe_fees_speak_for_themselves() -> None:
    fees = [(FEE, 1.0)] * 400
    found = estimate(50_000_000, *ripe(20_000), fees, benchmark(40_000, 800, [FEE] * 800), Lag())
    assert found.returns.so_far == 4.0
    assert found.returns.likely == pytest.approx(4.0, rel=0.05)
    assert found.returns.low == pytest.approx(4.0 * (1 - 1.645 / 20), rel=0.05)
    assert found.returns.ripe == pytest.approx(1.0, abs=0.001)
    assert found.returns.without_largest == pytest.approx(3.99)
    assert (found.returns.loses, found.returns.too_few) == (0.0, False)


def test_young_leads_have_most_of_it_before_them() -> None:
    found = estimate(200_000, *ripe(100, 10.0), [], USUAL, Lag())
    assert found.returns.so_far == 0.0
    assert found.returns.ripe < 0.01
    assert found.returns.likely is not None
    assert found.returns.low < 1.0 < found.returns.likely < found.returns.high
    assert found.to_come[1] == 0 < found.to_come[0] < found.to_come[2]


def test_leads_may_come_one_by_one_or_in_groups() -> None:
    each = estimate(FEE, np.repeat([30.0, 90.0], 40), np.ones(80), [(FEE, 0.5)], USUAL, Lag())
    grouped = estimate(FEE, np.array([30.0, 90.0]), np.full(2, 40.0), [(FEE, 0.5)], USUAL, Lag())
    assert each.returns.likely == pytest.approx(grouped.returns.likely)
    assert each.returns.fees == 0.5
    assert each.returns.so_far == 0.5


def test_nothing_spent_is_no_return_but_something_to_come() -> None:
    found = estimate(0, *ripe(100, 10.0), [(FEE, 1.0)], USUAL, Lag())
    assert (found.returns.so_far, found.returns.likely) == (None, None)
    assert found.returns.fees == 1
    assert found.to_come[2] > 0


def test_a_credit_note_takes_its_fee_out() -> None:
    leads = ripe(100, 200.0)
    noted = estimate(FEE, *leads, [(FEE, 0.5), (-FEE, 0.5)], USUAL, Lag())
    assert noted == estimate(FEE, *leads, [], USUAL, Lag())
    part = estimate(FEE, *leads, [(FEE, 1.0), (-FEE // 5, 1.0)], USUAL, Lag()).returns
    assert (part.so_far, part.without_largest) == pytest.approx((0.8, -0.2))
    alone = estimate(FEE, *leads, [(-10 * FEE, 1.0)], USUAL, Lag())
    assert (alone.returns.so_far, alone.returns.low) == (-10.0, 0.0)
    assert min(alone.to_come) >= 0


def test_without_leads_nothing_is_foretold() -> None:
    found = estimate(10_000, NONE, NONE, [], USUAL, Lag())
    assert found == Estimate(Return(0.0, without_largest=0.0))
    assert (found.returns.likely, found.returns.low, found.returns.high) == (None, 0.0, 0.0)
    assert found.returns.too_few
    assert estimate(0, NONE, NONE, [], USUAL, Lag()) == Estimate(Return(None))
    noted = estimate(FEE, NONE, NONE, [(-FEE, 1.0)], USUAL, Lag())
    assert (noted.returns.so_far, noted.returns.likely, noted.to_come) == (-1.0, None, (0, 0, 0))


def test_verdicts_pull_what_is_likely_and_what_is_to_come() -> None:
    agency = Verdicts(worth=212, judged=803, out=300, leads=1_000)
    bad = quality(Verdicts(worth=0, judged=57, out=53, leads=62), agency)
    usual = 212 / 803
    assert bad.factor == pytest.approx((0 + 20 * usual) / (57 + 20) / usual)
    assert bad.open == pytest.approx(((62 - 53) + 53 / 10) / 62 / ((700 + 30) / 1_000))
    leads, lean = ripe(62, 30.0), Benchmark(2_000.0, 120.0)
    before = estimate(40_000, *leads, [], lean, Lag())
    after = estimate(40_000, *leads, [], lean, Lag(), bad)
    assert before.returns.likely is not None
    assert after.returns.likely is not None
    # without a fee the rate is known only from what it leans on, and goes nearly with that
    assert after.returns.likely < 0.4 * before.returns.likely
    assert after.returns.high < 0.6 * before.returns.high
    assert after.to_come[0] == 0 < before.to_come[0]
    assert after.to_come[2] < 0.3 * before.to_come[2]


@given(st.integers(0, 400), st.integers(0, 400), st.integers(1, 400), st.integers(0, 400))
def test_quality_is_held_within_its_ends(worth: int, more: int, hits: int, others: int) -> None:
    own = Verdicts(worth, worth + more, more, worth + more)
    found = quality(own, own + Verdicts(hits, hits + others, others, hits + others))
    assert 0.05 <= found.factor <= 3.0
    better = quality(replace(own, worth=worth + more), own + Verdicts(hits, hits + others))
    assert better.factor >= found.factor
    assert quality(NO_VERDICTS, Verdicts(hits, hits + others)).factor == pytest.approx(1.0)
    assert quality(own, NO_VERDICTS).factor == 1.0


def test_verdicts_are_counted_by_campaign() -> None:
    flags = [WORTH | CALLED | REJECTED, DISQUALIFIED | CALLED, CALLED, REJECTED, REJECTED | CALLED]
    ones, each = np.ones(5, dtype=np.int64), np.arange(5)
    seen = LookedAt(ones, at=each, flags=np.array(flags), client=each, lead_at=each)
    judged = verdicts(seen, {1: 9, 2: 4})
    assert judged.by_campaign == {1: Verdicts(1, 5, 2, 9), 2: Verdicts(leads=4)}
    assert judged.of([1, 2]).factor == pytest.approx(1.0)
    assert judged.of([2]).open == pytest.approx(1 / (1 - 0.9 * 2 / 13))


def test_without_verdicts_the_leads_are_the_usual_ones() -> None:
    leads = ripe(62, 60.0)
    fees = [(FEE, 0.5)]
    plain = estimate(40_000, *leads, fees, USUAL, Lag())
    assert plain == estimate(40_000, *leads, fees, USUAL, Lag(), Quality())


def test_fees_that_came_without_leads_are_not_explained_away() -> None:
    found = estimate(3_000_000, NONE, NONE, [(FEE, 1.0)] * 6, USUAL, Lag()).returns
    assert found.likely == pytest.approx(1.0, rel=0.25)
    assert found.low < 0.6
    assert found.high > 1.5


@given(
    st.lists(st.tuples(st.integers(-(10**7), 10**7), st.floats(0, 1)), max_size=8),
    st.lists(st.tuples(st.floats(0, 5_000), st.integers(0, 500)), max_size=5),
    st.integers(0, 10**8),
)
def test_whatever_comes_in_the_figures_hold_together(
    fees: list[tuple[int, float]], leads: list[tuple[float, int]], spend: int
) -> None:
    ages, counts = (np.array([each[i] for each in leads], dtype=float) for i in (0, 1))
    found = estimate(spend, ages, counts, fees, Benchmark(), Lag())
    again = estimate(spend, ages, counts, fees, Benchmark(), Lag())
    assert isinstance(found, Estimate)
    assert found == again
    returns = found.returns
    assert 0 <= found.to_come[1] <= found.to_come[0] <= found.to_come[2]
    assert 0 <= returns.ripe <= 1
    assert 0 <= returns.loses <= 1
    if returns.likely is None:
        assert not spend or not (counts.sum() or returns.fees)
        assert (returns.low, returns.high, found.to_come) == (0, 0, (0, 0, 0)) or not spend
    elif spend:
        assert returns.so_far is not None
        assert returns.so_far == pytest.approx(sum(a * c for a, c in fees) / spend, abs=1e-6)
        assert 0 <= returns.low <= returns.likely <= returns.high < float("inf")


def test_intervals_hold_what_comes() -> None:
    found = bench.measure(bench.WORLDS[0], 180, 5, 60)
    assert 0.88 <= found["covered"].mean() <= 0.99
    assert found["bootstrap"].mean() < 0.6
