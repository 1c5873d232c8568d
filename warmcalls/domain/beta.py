"""The beta distribution, exactly: its distribution function and its quantiles.

The regularised incomplete beta function I_x(a, b) by its continued fraction (DiDonato & Morris,
ACM TOMS 18, 1992), evaluated by Lentz's method (Lentz 1976; Thompson & Barnett 1986); quantiles by
Newton's method inside a bracket that bisection keeps closing.
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p
from typing import Final

TINY: Final = 1e-300
EXACT: Final = 1e-15
CLOSE: Final = 1e-12
MOST_TERMS: Final = 100_000
MOST_STEPS: Final = 200


@lru_cache(maxsize=8192)
def beta_below(x: float, a: float, b: float) -> float:
    """Return the chance that a Beta(a, b) lies below x: I_x(a, b).

    Args:
        x: from 0 to 1; beyond them it is 0 or 1.
        a: above 0.
        b: above 0.
    """
    if x <= 0.0 or x >= 1.0:
        return float(x >= 1.0)
    front = exp(a * log(x) + b * log1p(-x) - _log_beta(a, b))
    if x < (a + 1.0) / (a + b + 2.0):
        return min(front * _fraction(x, a, b) / a, 1.0)
    return max(1.0 - front * _fraction(1.0 - x, b, a) / b, 0.0)


@lru_cache(maxsize=8192)
def beta_quantile(share: float, a: float, b: float) -> float:
    """Return the x that a share of Beta(a, b) lies below, to 1e-12.

    Args:
        share: from 0 to 1.
        a: above 0.
        b: above 0.
    """
    low, high, x = 0.0, 1.0, a / (a + b)
    for _ in range(MOST_STEPS):
        miss = beta_below(x, a, b) - share
        low, high = (low, x) if miss > 0 else (x, high)
        slope = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - _log_beta(a, b))
        step = x - miss / slope if slope > TINY else low
        after = step if low < step < high else (low + high) / 2
        if abs(after - x) <= CLOSE * max(x, CLOSE):
            return after
        x = after
    return x


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of I_x(a, b), for x below its mean."""
    c, d = 1.0, _away(1.0 - (a + b) * x / (a + 1.0))
    d = 1.0 / d
    value = d
    for m in range(1, MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1.0 / _away(1.0 + term * d)
            c = _away(1.0 + term / c)
            value *= c * d
        if abs(c * d - 1.0) < EXACT:
            break
    return value


def _away(value: float) -> float:
    """Keep a denominator away from 0."""
    return value if abs(value) > TINY else TINY
