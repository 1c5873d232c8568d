"""How long after a lead its fee comes, from an agency's few fees and a stated prior."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, inf, log, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

USUAL_MEDIAN: Final = 100.0
USUAL_SIGMA: Final = 0.7
PRIOR_FEES: Final = 8.0
LEAST_DAYS: Final = 0.5
FAR: Final = log(3_000.0)
LEAST_SHARE: Final = 1e-12
MEDIANS: Final = np.exp(np.linspace(np.log(20.0), np.log(500.0), 65))
SIGMAS: Final = np.geomspace(0.25, 1.6, 33)

_erf = np.frompyfunc(erf, 1, 1)


@dataclass(frozen=True, slots=True)
class Lag:
    """Days from a lead to its fee, lognormal.

    Attributes:
        median_days: half of the fees are in by then.
        sigma: standard deviation of the logarithm.
    """

    median_days: float = USUAL_MEDIAN
    sigma: float = USUAL_SIGMA

    def share(self, days: Floats) -> Floats:
        """Return the share of a lead's fees that are in so many days after it; 0 to 1."""
        logs = np.log(np.maximum(days, 1e-9) / self.median_days) / self.sigma
        return np.asarray(_normal_below(logs))


def fit_lag(days: Sequence[float], windows: Sequence[float] | None = None) -> Lag:
    """Return the agency's lag, shrunk to a median of 100 days and a sigma of 0.7.

    The prior speaks as loudly as 8 fees: log median ~ N(log 100, sigma^2 / 8), sigma by a scaled
    inverse chi-square with 8 degrees of freedom. A young agency has only seen its quick fees:
    with `windows` each counts as drawn from those that could have come by now (right truncation;
    Lawless 2003, section 2.4). The posterior mean on a grid of the two logarithms.

    Args:
        days: from lead to fee, of each fee; under half a day counts as half a day.
        windows: days from the same leads until now; without them, nothing is cut off.
    """
    ends = [inf] * len(days) if windows is None else windows
    pairs = [
        (log(max(day, LEAST_DAYS)), log(max(end, day, LEAST_DAYS)))
        for day, end in zip(days, ends, strict=True)
        if day >= 0
    ]
    seen, until = np.array(pairs, dtype=np.float64).reshape(-1, 2).T
    mu, sigma = np.log(MEDIANS)[:, None], SIGMAS[None, :]
    logs = _log_normal(mu, sigma, np.full(1, log(USUAL_MEDIAN)), PRIOR_FEES)
    logs -= PRIOR_FEES / 2 * (USUAL_SIGMA / sigma) ** 2 + np.log(sigma)
    logs += _log_normal(mu, sigma, seen, float(len(seen)))
    cuts, fees = np.unique(np.round(until[until < FAR], 1), return_counts=True)
    for cut, number in zip(cuts.tolist(), fees.tolist(), strict=True):
        logs -= number * np.log(np.maximum(_normal_below((cut - mu) / sigma), LEAST_SHARE))
    weights = np.exp(logs - logs.max())
    weights /= weights.sum()
    return Lag(float(np.exp(np.sum(weights * mu))), float(np.exp(np.sum(weights * np.log(sigma)))))


def _log_normal(mu: Floats, sigma: Floats, values: Floats, number: float) -> Floats:
    """Return the log likelihood of so many values, by their mean and spread; up to a constant."""
    if not len(values):
        return np.zeros(np.broadcast_shapes(mu.shape, sigma.shape))
    squares = number * (np.var(values) + (values.mean() - mu) ** 2)
    return np.asarray(-number * np.log(sigma) - squares / sigma**2 / 2)


def _normal_below(z: Floats) -> Floats:
    """Return the standard normal distribution function."""
    return (1.0 + np.asarray(_erf(z / sqrt(2.0)), dtype=np.float64)) / 2.0
