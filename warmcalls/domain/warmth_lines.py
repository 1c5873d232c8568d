"""Warmth over the last days for many clients at once."""

from collections.abc import Mapping

import numpy as np

from warmcalls.domain.kinds import Kind, Worth
from warmcalls.domain.warmth import Floats, half_lives, weights


def daily_lines(counts_now: Floats, by_day: Floats, worth: Mapping[Kind, Worth]) -> Floats:
    """Return warmth at the end of each day, oldest first, as `warmth.daily_warmth` does for one.

    Args:
        counts_now: decayed counts, shape (clients, kinds).
        by_day: what arrived, shape (clients, days, kinds), oldest first.
        worth: weights and half-lives.
    """
    growth, weight = np.exp2(1.0 / half_lives(worth)), weights(worth)
    lines, counts = np.zeros(by_day.shape[:2]), counts_now
    for day in range(by_day.shape[1] - 1, -1, -1):
        lines[:, day] = np.maximum(np.log1p(counts) @ weight, 0.0)
        counts = np.maximum(counts - by_day[:, day], 0.0) * growth
    return lines
