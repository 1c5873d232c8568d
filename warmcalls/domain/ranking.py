"""Ranking: Bayesian logistic regression that starts from weights somebody believes in.

A feature matrix and labels in; a fitted model, probabilities and contributions out. Nothing in
this module knows of clients or calls, so that it can be run on any data:

    prior = Prior(mean=np.array([0.8, 0.3, -0.5]), rate=0.09)
    model = fit(features, labels, prior)
    model.probabilities(others)      # one a row
    model.contributions(others)      # log-odds, one a row and feature
    model.intervals(0.9)             # of every weight

The prior of the weights is w ~ N(mean, spread**2 I + common**2 mean mean'): the second term lets
"how strongly the defaults speak" move as one number, so that a handful of outcomes turns all of
them up or down before single weights move. The intercept is b ~ N(b0, rate_spread**2), b0 such that
the average of the sigmoid is about the rate.
The posterior is Laplace's approximation around its mode, found by Newton's method from scratch
(MacKay, The Evidence Framework applied to Classification Networks, Neural Computation, 1992):
there is no drift, the order of outcomes does not matter, and leaving one out is exact.
"""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

SPREAD: Final = 0.3
COMMON: Final = 0.3
RATE: Final = 0.09
RATE_SPREAD: Final = 1.0
HALF_AS_TELLING: Final = 365.0
MOST_STEPS: Final = 50
SMALL_ENOUGH: Final = 1e-8
HALVINGS: Final = 30
FARTHEST: Final = 500.0  # log-odds beyond which the exponential of a float would overflow


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed of the weights before any outcome.

    Attributes:
        mean: weights in log-odds per unit of their feature, shape (features,).
        rate: probability of label 1 where every feature is 0, all that is not known averaged.
        spread: standard deviation of each weight around its mean, log-odds.
        common: standard deviation of the factor that all means share, 0.3 for 30 %.
        rate_spread: standard deviation of the intercept, log-odds.
    """

    mean: Floats
    rate: float = RATE
    spread: float = SPREAD
    common: float = COMMON
    rate_spread: float = RATE_SPREAD

    def __post_init__(self) -> None:
        """Refuse what is no prior.

        Raises:
            ValueError: a rate of none or all, a spread of nothing, or means that are no numbers.
        """
        if not 0.0 < self.rate < 1.0:
            raise ValueError("the rate lies between 0 and 1")
        spreads = (self.spread, self.rate_spread, self.common)
        if not np.isfinite(spreads).all() or min(spreads[:2]) <= 0.0 or self.common < 0.0:
            raise ValueError("a spread is a number above 0")
        object.__setattr__(self, "mean", np.asarray(self.mean, dtype=np.float64))
        if self.mean.ndim != 1 or not np.isfinite(self.mean).all():
            raise ValueError("the means are one row of numbers")

    @property
    def intercept(self) -> float:
        """The intercept’s mean in log-odds: moderated by its spread it promises about the rate."""
        doubt = np.sqrt(1.0 + np.pi * self.rate_spread**2 / 8.0)
        return float(np.log(self.rate / (1.0 - self.rate)) * doubt)


@dataclass(frozen=True, slots=True)
class Model:
    """A fitted ranking.

    Attributes:
        weights: posterior means in log-odds, shape (features,).
        intercept: posterior mean in log-odds.
        covariance: of intercept and weights, in that order, shape (features + 1, features + 1).
        outcomes: how many labels it learnt from, each counted in full.
    """

    weights: Floats
    intercept: float
    covariance: Floats
    outcomes: int

    def log_odds(self, features: ArrayLike) -> Floats:
        """Return the log-odds at the posterior mean; features of shape (n, features)."""
        return np.asarray(self.intercept + _matrix(features) @ self.weights)

    def variances(self, features: ArrayLike) -> Floats:
        """Return the variance of each row's log-odds."""
        x = _matrix(features)
        own, cross, rest = self.covariance[0, 0], self.covariance[0, 1:], self.covariance[1:, 1:]
        return np.asarray(own + 2.0 * x @ cross + np.einsum("ij,ij->i", x @ rest, x))

    def moderated(self, features: ArrayLike) -> Floats:
        """Return the log-odds pulled towards even by what is not known (MacKay, 1992).

        z / sqrt(1 + pi v / 8): the probability of it is the average of the sigmoid over the
        posterior, so that a doubtful client is not promised as much as a sure one.
        """
        doubt = np.sqrt(1.0 + np.pi * self.variances(features) / 8.0)
        return np.asarray(self.log_odds(features) / doubt)

    def probabilities(self, features: ArrayLike) -> Floats:
        """Return the moderated probability of label 1 for each row."""
        return sigmoid(self.moderated(features))

    def contributions(self, features: ArrayLike, around: ArrayLike = 0.0) -> Floats:
        """Return what each feature adds to the log-odds, shape (n, features).

        Args:
            features: shape (n, features).
            around: features of whom the rows are compared with; their mean is of shape (features,).
        """
        return np.asarray((_matrix(features) - np.asarray(around)) * self.weights)

    def intervals(self, level: float = 0.9) -> tuple[Floats, Floats]:
        """Return the ends of each weight's central credible interval, each of shape (features,)."""
        reach = NormalDist().inv_cdf(0.5 + level / 2.0) * np.sqrt(np.diag(self.covariance)[1:])
        return self.weights - reach, self.weights + reach


def untaught(prior: Prior) -> Model:
    """Return the model before any outcome: the prior as it is."""
    size = len(prior.mean)
    return _model(prior, np.zeros(size + 2), np.eye(size + 2), outcomes=0)


def fit(
    features: ArrayLike, labels: ArrayLike, prior: Prior, importance: ArrayLike | None = None
) -> Model:
    """Return the model that the outcomes make of the prior.

    Args:
        features: shape (n, features), finite; a unit should be of the order of 1.
        labels: shape (n,), from 0 to 1; 0.5 for half a success.
        prior: what is believed before.
        importance: shape (n,), not negative, how much each label counts; all in full without it.

    Raises:
        ValueError: shapes do not go together, or a number is not one.
    """
    x, y = _matrix(features), np.asarray(labels, dtype=np.float64)
    counts = np.ones(len(y)) if importance is None else np.asarray(importance, dtype=np.float64)
    _check(x, y, counts, prior)
    if not len(y):
        return untaught(prior)
    # a feature nobody has learns nothing: leaving it out is exact, and most are such
    seen = np.flatnonzero(x.any(axis=0))
    design, offset = _whitened(x, prior, seen)
    mode, precision = _mode(design, offset, y, counts)
    size = x.shape[1] + 2
    kept = np.concatenate([[0, 1], seen + 2])
    where, spread = np.zeros(size), np.eye(size)
    where[kept] = mode
    spread[np.ix_(kept, kept)] = np.linalg.inv(precision)
    return _model(prior, where, spread, outcomes=len(y))


def fading(ages: ArrayLike, half_life: float = HALF_AS_TELLING) -> Floats:
    """Return the importance of outcomes by their ages: 2**(-age / half-life), both in days."""
    return np.asarray(np.exp2(-np.asarray(ages, dtype=np.float64) / half_life))


def sigmoid(log_odds: Floats) -> Floats:
    """Return probabilities from log-odds, without overflow."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(log_odds, -FARTHEST, FARTHEST))))


def _whitened(x: Floats, prior: Prior, seen: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Return design and offset over parameters whose prior is N(0, I).

    The parameters are the intercept's move, the common factor's, and one for each feature seen:
    b = b0 + rate_spread t0,  w = mean (1 + common t1) + spread t2.
    """
    usual = x @ prior.mean
    columns = [np.full((len(x), 1), prior.rate_spread), prior.common * usual[:, None]]
    return np.hstack([*columns, prior.spread * x[:, seen]]), prior.intercept + usual


def _mode(design: Floats, offset: Floats, y: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """Return the posterior mode and the precision there; each Newton step is halved if it must."""
    at = np.zeros(design.shape[1])
    loss = _loss(design, offset, y, counts, at)
    for _ in range(MOST_STEPS):
        p = sigmoid(offset + design @ at)
        slope = design.T @ (counts * (p - y)) + at
        precision = _precision(design, counts, p)
        if np.abs(slope).max() < SMALL_ENOUGH:
            break
        step = np.linalg.solve(precision, slope)
        for halving in range(HALVINGS):
            there = at - step / 2.0**halving
            reached = _loss(design, offset, y, counts, there)
            if reached <= loss:
                break
        if reached >= loss - SMALL_ENOUGH * SMALL_ENOUGH * (1.0 + abs(loss)):
            break
        at, loss = there, reached
    return at, precision


def _precision(design: Floats, counts: Floats, p: Floats) -> Floats:
    curved = design * (counts * p * (1.0 - p))[:, None]
    return np.asarray(design.T @ curved + np.eye(design.shape[1]))


def _loss(design: Floats, offset: Floats, y: Floats, counts: Floats, at: Floats) -> float:
    z = offset + design @ at
    return float(counts @ (np.logaddexp(0.0, z) - y * z) + 0.5 * at @ at)


def _model(prior: Prior, mode: Floats, spread: Floats, outcomes: int) -> Model:
    """Return the model in weights from one in whitened parameters; all is linear."""
    size = len(prior.mean)
    turn = np.zeros((size + 1, size + 2))
    turn[0, 0] = prior.rate_spread
    turn[1:, 1] = prior.common * prior.mean
    turn[1:, 2:] = prior.spread * np.eye(size)
    moved = turn @ mode
    return Model(
        weights=prior.mean + moved[1:],
        intercept=prior.intercept + float(moved[0]),
        covariance=turn @ spread @ turn.T,
        outcomes=outcomes,
    )


def _matrix(features: ArrayLike) -> Floats:
    x = np.asarray(features, dtype=np.float64)
    if x.ndim != 2:  # noqa: PLR2004
        raise ValueError("features are a matrix, one row a case")
    if not np.isfinite(x).all():
        raise ValueError("every feature is a number")
    return x


def _check(x: Floats, y: Floats, counts: Floats, prior: Prior) -> None:
    if x.shape != (len(y), len(prior.mean)) or counts.shape != y.shape:
        raise ValueError("one label a row, and one prior mean a feature")
    if not np.isfinite(counts).all() or (counts < 0.0).any():
        raise ValueError("no case counts less than nothing")
    if not ((y >= 0.0) & (y <= 1.0)).all():
        raise ValueError("labels lie between 0 and 1")
