"""Measures: how policies compare over worlds, and whether promises were kept, with their doubt."""

from dataclasses import dataclass
from math import nan, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.beta import beta_quantile

Floats = NDArray[np.float64]

LEVEL: Final = 0.95
BINS: Final = 10
CHANCE_DRAWS: Final = 200
EIGHTH: Final = 8


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval over worlds."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Kept:
    """How promises of some calls were kept.

    Attributes:
        promised, observed: share worth the time.
        error: expected calibration error over ten bins of equally many calls.
        by_chance: the same error, were every promise exactly true.
    """

    calls: int
    promised: float
    observed: float
    error: float
    by_chance: float

    @property
    def ratio(self) -> float:
        """Observed over promised."""
        return self.observed / self.promised


def mean(worlds: Floats) -> Estimate:
    """Return the mean of one figure a world (Student's t over worlds)."""
    value = float(worlds.mean())
    reach = _student(len(worlds)) * float(worlds.std(ddof=1)) / sqrt(len(worlds))
    return Estimate(value, value - reach, value + reach)


def ratio(ours: Floats, theirs: Floats) -> Estimate:
    """Return the ratio of two figures of the same worlds, total over total.

    The interval is of the ratio estimator (Cochran, Sampling Techniques, 1977, chapter 6): worlds
    are pairs, so what both owe to the world is taken out. Not a number where they found none.
    """
    if not theirs.sum():
        return Estimate(nan, nan, nan)
    value = float(ours.sum() / theirs.sum())
    rest = ours - value * theirs
    reach = _student(len(ours)) * float(rest.std(ddof=1)) / sqrt(len(ours)) / float(theirs.mean())
    return Estimate(value, value - reach, value + reach)


def wins(ours: Floats, theirs: Floats) -> int:
    """Return in how many worlds one figure is above the other."""
    return int((ours > theirs).sum())


def kept(promised: Floats, came: Floats, seed: int = 1) -> Kept:
    """Return how promises were kept.

    Args:
        promised: chances, shape (n,).
        came: 1 for worth the time, shape (n,).
        seed: of the draws that say what chance alone would give.
    """
    rng = np.random.default_rng(seed)
    drawn = rng.random((CHANCE_DRAWS, len(promised))) < promised
    by_chance = np.mean([calibration_error(promised, row.astype(np.float64)) for row in drawn])
    return Kept(
        len(promised),
        float(promised.mean()),
        float(came.mean()),
        calibration_error(promised, came),
        float(by_chance),
    )


def calibration_error(promised: Floats, came: Floats) -> float:
    """Return the expected calibration error over ten bins of equally many calls.

    Bins of equal width, as on the ranking page, would leave nearly all calls in the first two, and
    a high and a low promise in one bin make up for each other: this is the stricter of both.
    """
    bins = np.array_split(np.argsort(promised, kind="stable"), BINS)
    misses = [abs(float((promised[i] - came[i]).sum())) for i in bins]
    return sum(misses) / len(promised)


def top_eighth(promised: Floats) -> NDArray[np.intp]:
    """Return which calls were promised most: an eighth of them."""
    return np.argsort(promised, kind="stable")[-(len(promised) // EIGHTH) :]


def _student(worlds: int) -> float:
    """Return how many standard errors the interval reaches: the t quantile, through the beta."""
    free = worlds - 1
    b = beta_quantile(1.0 - LEVEL, free / 2.0, 0.5)
    return sqrt(free * (1.0 - b) / b)
