"""Band evidence: how much better bands of the day with rates of their own foretell the calls."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from warmcalls.domain.answer_hours import BAND_CALLS

Floats = NDArray[np.float64]

GRID: Final = (np.arange(400) + 0.5) / 400  # rates of the agency
SHIFT: Final = 8


def log_evidence(attempts: ArrayLike, answered: ArrayLike) -> Floats:
    """Return the logarithm of the Bayes factor for bands with rates of their own.

    Args:
        attempts: by band along the last axis; more axes are looked at side by side.
        answered: likewise.
    """
    n, y = (np.asarray(each, dtype=np.float64)[..., None] for each in (attempts, answered))
    high, low = BAND_CALLS * GRID, BAND_CALLS * (1.0 - GRID)
    own = _rising(high, y) + _rising(low, n - y) - _rising(np.array(BAND_CALLS), n)
    total, hits = n.sum(axis=-2), y.sum(axis=-2)
    one = hits * np.log(GRID) + (total - hits) * np.log1p(-GRID)
    return _log_mean(own.sum(axis=-2)) - _log_mean(one)


def _log_mean(logs: Floats) -> Floats:
    top = logs.max(axis=-1, keepdims=True)
    return np.asarray(top[..., 0] + np.log(np.exp(logs - top).mean(axis=-1)))


def _rising(start: Floats, steps: Floats) -> Floats:
    """Return the logarithm of start · (start + 1) · … for so many steps."""
    return _log_gamma(start + steps) - _log_gamma(start)


def _log_gamma(x: Floats) -> Floats:
    """Return the logarithm of the gamma function by Stirling's series, to 1e-9."""
    far = x + SHIFT
    series = (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / (1260.0 * far**2)) / far**2) / far
    stirling = (far - 0.5) * np.log(far) - far + 0.5 * np.log(2.0 * np.pi) + series
    steps = np.arange(SHIFT).reshape(-1, *([1] * x.ndim))
    return np.asarray(stirling - np.log(x + steps).sum(axis=0))
