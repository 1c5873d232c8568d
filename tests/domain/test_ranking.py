"""The fitted model against computations that share nothing with it."""

import doctest
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmcalls.domain.ranking import Model, Prior, fading, fit, sigmoid, untaught

DOCUMENT = Path(__file__).parents[2] / "docs" / "ranking.md"
CASES = st.integers(0, 2**31 - 1)
FEW = settings(max_examples=40, deadline=None)


def drawn(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, Prior]:
    """Features, some of which nobody has, labels with halves, importance, and a prior."""
    rng = np.random.default_rng(seed)
    size, rows = int(rng.integers(1, 8)), int(rng.integers(1, 60))
    x = rng.gamma(0.5, 1.0, (rows, size)) * (rng.random((rows, size)) < 0.5)
    y = rng.choice([0.0, 0.0, 0.5, 1.0], rows)
    counts = rng.uniform(0.0, 2.0, rows)
    prior = Prior(
        rng.normal(0.0, 1.0, size),
        rate=float(rng.uniform(0.02, 0.6)),
        spread=float(rng.uniform(0.1, 1.0)),
        common=float(rng.uniform(0.0, 0.6)),
        rate_spread=float(rng.uniform(0.2, 1.5)),
    )
    return x, y, counts, prior


def precision_of(prior: Prior) -> np.ndarray:
    """The prior's precision of intercept and weights, written out."""
    size = len(prior.mean)
    covariance = np.zeros((size + 1, size + 1))
    covariance[0, 0] = prior.rate_spread**2
    covariance[1:, 1:] = prior.spread**2 * np.eye(size)
    covariance[1:, 1:] += prior.common**2 * np.outer(prior.mean, prior.mean)
    return np.linalg.inv(covariance)


def intercepted(x: np.ndarray) -> np.ndarray:
    return np.hstack([np.ones((len(x), 1)), x])


def close(model: Model, other: Model) -> None:
    np.testing.assert_allclose(model.weights, other.weights, atol=1e-7)
    np.testing.assert_allclose(model.intercept, other.intercept, atol=1e-7)
    np.testing.assert_allclose(model.covariance, other.covariance, atol=1e-7)


@FEW
@given(CASES)
def test_the_slope_is_nought_at_the_mode_and_the_covariance_is_the_inverse_of_the_precision(
    seed: int,
) -> None:
    x, y, counts, prior = drawn(seed)
    model = fit(x, y, prior, counts)
    design = intercepted(x)
    found = np.concatenate([[model.intercept], model.weights])
    believed = np.concatenate([[prior.intercept], prior.mean])
    p = 1.0 / (1.0 + np.exp(-design @ found))
    precision = precision_of(prior)
    slope = design.T @ (counts * (p - y)) + precision @ (found - believed)
    np.testing.assert_allclose(slope, 0.0, atol=1e-5)
    curved = precision + design.T @ (design * (counts * p * (1.0 - p))[:, None])
    np.testing.assert_allclose(model.covariance, np.linalg.inv(curved), rtol=1e-6, atol=1e-9)


@FEW
@given(CASES)
def test_nothing_nearby_is_likelier_than_the_mode(seed: int) -> None:
    x, y, counts, prior = drawn(seed)
    model = fit(x, y, prior, counts)
    found = np.concatenate([[model.intercept], model.weights])
    believed = np.concatenate([[prior.intercept], prior.mean])
    precision = precision_of(prior)

    def loss(at: np.ndarray) -> float:
        z = intercepted(x) @ at
        away = at - believed
        return float(counts @ (np.logaddexp(0.0, z) - y * z) + away @ precision @ away / 2.0)

    steps = np.random.default_rng(seed).normal(0.0, 0.1, (20, len(found)))
    assert all(loss(found + step) >= loss(found) for step in steps)


@FEW
@given(CASES)
def test_the_order_of_outcomes_makes_no_difference(seed: int) -> None:
    x, y, counts, prior = drawn(seed)
    other = np.random.default_rng(seed).permutation(len(y))
    close(fit(x, y, prior, counts), fit(x[other], y[other], prior, counts[other]))


@FEW
@given(CASES)
def test_an_outcome_that_counts_nothing_is_as_good_as_gone(seed: int) -> None:
    x, y, counts, prior = drawn(seed)
    counts[0] = 0.0
    close(fit(x, y, prior, counts), fit(x[1:], y[1:], prior, counts[1:]))


@FEW
@given(CASES)
def test_an_outcome_twice_counts_as_one_of_double_importance(seed: int) -> None:
    x, y, counts, prior = drawn(seed)
    twice = np.concatenate([counts, counts])
    close(
        fit(np.vstack([x, x]), np.concatenate([y, y]), prior, twice),
        fit(x, y, prior, 2.0 * counts),
    )


@FEW
@given(CASES)
def test_a_feature_that_nobody_has_changes_nothing_of_the_others(seed: int) -> None:
    x, y, counts, prior = drawn(seed)
    mean = np.concatenate([prior.mean, [0.0]])
    wider = Prior(mean, prior.rate, prior.spread, prior.common, prior.rate_spread)
    found = fit(np.hstack([x, np.zeros((len(x), 1))]), y, wider, counts)
    plain = fit(x, y, prior, counts)
    np.testing.assert_allclose(found.weights[:-1], plain.weights, atol=1e-8)
    np.testing.assert_allclose(found.covariance[:-1, :-1], plain.covariance, atol=1e-8)
    assert found.weights[-1] == 0.0
    np.testing.assert_allclose(found.covariance[-1, -1], prior.spread**2, rtol=1e-9)


def test_without_outcomes_the_prior_stands() -> None:
    prior = Prior(np.array([0.8, -0.5]), rate=0.09)
    model = fit(np.zeros((0, 2)), np.zeros(0), prior)
    close(model, untaught(prior))
    np.testing.assert_allclose(model.weights, prior.mean)
    np.testing.assert_allclose(np.linalg.inv(model.covariance), precision_of(prior), rtol=1e-9)
    assert model.outcomes == 0


@FEW
@given(st.floats(0.02, 0.5), st.floats(0.1, 1.2))
def test_the_rate_is_what_is_promised_to_whoever_has_no_feature(rate: float, spread: float) -> None:
    prior = Prior(np.array([1.0]), rate=rate, rate_spread=spread)
    (promised,) = untaught(prior).probabilities([[0.0]])
    assert promised == pytest.approx(rate)
    # and it is near the average of the sigmoid over what is not known, by quadrature
    at = np.linspace(-8.0, 8.0, 4001)
    density = np.exp(-(at**2) / 2.0)
    average = (sigmoid(prior.intercept + spread * at) @ density) / density.sum()
    assert average == pytest.approx(rate, abs=0.01)


@FEW
@given(CASES)
def test_contributions_add_up_to_the_log_odds(seed: int) -> None:
    x, y, counts, prior = drawn(seed)
    model = fit(x, y, prior, counts)
    total = model.intercept + model.contributions(x).sum(axis=1)
    np.testing.assert_allclose(total, model.log_odds(x), atol=1e-9)
    around = x.mean(axis=0)
    np.testing.assert_allclose(model.contributions(x, around).sum(axis=0), 0.0, atol=1e-8)


@FEW
@given(CASES)
def test_doubt_is_that_of_draws_from_the_posterior(seed: int) -> None:
    x, y, counts, prior = drawn(seed)
    model = fit(x, y, prior, counts)
    design = intercepted(x)
    np.testing.assert_allclose(
        model.variances(x), np.diag(design @ model.covariance @ design.T), rtol=1e-6
    )
    assert (np.abs(model.moderated(x)) <= np.abs(model.log_odds(x))).all()


def test_outcomes_overrule_what_was_believed_and_the_intervals_hold_the_truth() -> None:
    rng = np.random.default_rng(7)
    truth, wrong = np.array([1.5, -1.0, 0.0, 0.7]), np.array([-1.0, 1.0, 0.5, 0.0])
    x = rng.gamma(1.0, 1.0, (4_000, 4))
    y = (rng.random(4_000) < sigmoid(-2.0 + x @ truth)).astype(float)
    model = fit(x, y, Prior(wrong))
    low, high = model.intervals(0.999)
    assert ((low < truth) & (truth < high)).all()
    few = fit(x[:30], y[:30], Prior(wrong))
    assert np.abs(few.weights - wrong).max() < np.abs(model.weights - wrong).max()
    assert (np.diag(few.covariance) > np.diag(model.covariance)).all()


def test_labels_that_a_feature_parts_wholly_have_a_mode() -> None:
    x = np.linspace(-50.0, 50.0, 200)[:, None]
    model = fit(x, (x[:, 0] > 0.0).astype(float), Prior(np.zeros(1)))
    assert np.isfinite(model.weights).all()
    assert 0.0 < model.weights[0] < 10.0


def test_a_handful_of_outcomes_turns_all_defaults_down_together() -> None:
    mean = np.full(10, 1.0)
    x = np.full((12, 10), 0.4)
    believed = Prior(mean, common=0.6, spread=0.05, rate_spread=0.2)
    apart = Prior(mean, common=0.0, spread=0.05, rate_spread=0.2)
    together, alone = fit(x, np.zeros(12), believed), fit(x, np.zeros(12), apart)
    assert together.weights.mean() < 0.8 < alone.weights.mean()


def test_an_outcome_a_half_life_old_counts_half() -> None:
    np.testing.assert_allclose(fading([0.0, 365.0, 730.0]), [1.0, 0.5, 0.25])


@pytest.mark.parametrize(
    ("x", "y", "counts"),
    [
        ([[1.0, 2.0]], [1.0, 0.0], None),
        ([[1.0]], [1.0], None),
        ([[np.nan, 0.0]], [1.0], None),
        ([[1.0, 2.0]], [1.5], None),
        ([[1.0, 2.0]], [1.0], [-1.0]),
        ([1.0, 2.0], [1.0], None),
    ],
)
def test_what_is_no_case_is_refused(x: object, y: object, counts: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  each says something else
        fit(x, y, Prior(np.zeros(2)), counts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "believed",
    [
        {"rate": 0.0},
        {"rate": 1.0},
        {"rate": math.nan},
        {"spread": 0.0},
        {"spread": math.inf},
        {"spread": math.nan},
        {"common": -0.1},
        {"common": math.nan},
        {"rate_spread": 0.0},
    ],
)
def test_what_is_no_prior_is_refused(believed: dict[str, float]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  each says something else
        Prior(np.zeros(2), **believed)


def test_means_are_one_row_of_numbers() -> None:
    for mean in (np.zeros((2, 2)), np.array([np.inf])):
        with pytest.raises(ValueError, match="one row of numbers"):
            Prior(mean)


def test_the_documents_example_says_what_it_prints() -> None:
    found = doctest.testfile(str(DOCUMENT), module_relative=False)
    assert found.attempted > 5
    assert not found.failed


def test_what_is_no_number_is_refused_not_ranked() -> None:
    model = untaught(Prior(np.ones(2)))
    with pytest.raises(ValueError, match="every feature is a number"):
        model.probabilities([[math.nan, 1.0]])
