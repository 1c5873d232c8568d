"""Measures: intervals hold what they say, and promises that are true show no more than chance."""

import numpy as np
import pytest

from warmcalls.simulator.contest import Played
from warmcalls.simulator.line_up import milestones, per_hundred
from warmcalls.simulator.measures import (
    calibration_error,
    kept,
    mean,
    ratio,
    top_eighth,
    wins,
)


def test_the_interval_is_students() -> None:
    # published quantiles: 3 degrees of freedom 3.182, 15 2.131
    for worlds, quantile in ((4, 3.182), (16, 2.131)):
        values = np.linspace(1.0, 5.0, worlds)
        found = mean(values)
        error = values.std(ddof=1) / worlds**0.5
        assert found.value == pytest.approx(3.0)
        assert (found.high - found.value) / error == pytest.approx(quantile, abs=1e-3)
        assert found.value - found.low == pytest.approx(found.high - found.value)


def test_intervals_of_ratios_hold_the_truth_in_nineteen_of_twenty() -> None:
    rng = np.random.default_rng(1)
    hits = 0
    for _ in range(1_000):
        theirs = rng.gamma(9.0, 1.0, 16)
        found = ratio(1.5 * theirs + rng.normal(0.0, 1.0, 16), theirs)
        hits += found.low <= 1.5 <= found.high
    assert 925 <= hits <= 970


def test_what_both_owe_to_the_world_is_taken_out() -> None:
    theirs = np.array([1.0, 4.0, 9.0, 2.0])
    found = ratio(1.3 * theirs, theirs)
    assert found.low == pytest.approx(1.3)
    assert found.high == pytest.approx(1.3)
    assert wins(1.3 * theirs, theirs) == 4
    assert wins(theirs, theirs) == 0


def test_nobody_is_so_many_times_as_good_as_who_found_none() -> None:
    found = ratio(np.array([1.0, 2.0]), np.zeros(2))
    assert np.isnan([found.value, found.low, found.high]).all()


def test_true_promises_err_as_chance_does_and_false_ones_more() -> None:
    rng = np.random.default_rng(2)
    promised = rng.beta(1.0, 9.0, 4_000)
    came = (rng.random(4_000) < promised).astype(float)
    true, false = kept(promised, came), kept(np.minimum(1.5 * promised, 1.0), came)
    assert true.error < 1.6 * true.by_chance
    assert 0.9 < true.ratio < 1.1
    assert false.error > 3.0 * false.by_chance
    assert false.ratio == pytest.approx(1.0 / 1.5, abs=0.07)


def test_the_error_is_the_mean_distance_of_bins() -> None:
    promised = np.repeat([0.1, 0.6], 50)
    came = np.concatenate([np.tile([1, 0, 0, 0, 0], 10), np.tile([1, 1, 0, 0, 0], 10)]).astype(
        float
    )
    assert calibration_error(promised, came) == pytest.approx((0.1 + 0.2) / 2.0)
    assert set(promised[top_eighth(promised)]) == {0.6}
    assert len(top_eighth(promised)) == 12


def test_figures_are_given_at_the_usual_milestones() -> None:
    assert milestones(2_560) == [100, 300, 1_000, 2_560]
    assert milestones(500) == [100, 300, 500]
    assert milestones(40) == [40]
    none = np.zeros(200)
    worth = np.concatenate([np.ones(50), np.zeros(150)])
    played = Played(worth, none, none, none > 0.0, none, none, none.astype(np.int64))
    assert per_hundred([{"ours": played}], "ours", 100).tolist() == [50.0]
    assert per_hundred([{"ours": played}], "ours", 200).tolist() == [25.0]
