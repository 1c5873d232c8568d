"""Fees: what a meeting comes to, months later, if anything.

Meeting, job brief, placement, invoice: each step happens or does not, takes its time, and the fee
at the end has a long tail. All of it hangs on the luck of the client's day, not on who rang.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

BRIEFS: Final = 0.45  # of meetings
PLACES: Final = 0.35  # of briefs
# median days to a brief, from there to a placement, and to the invoice on its first day
STEPS: Final = (10.0, 40.0, 35.0)
STEP_SIGMA: Final = 0.7  # of the logarithm of each
SIZE_SIGMA: Final = 0.5  # of the logarithm of a fee around its client's middle
DRAWS: Final = 2 + len(STEPS) + 1


@dataclass(frozen=True, slots=True)
class Deals:
    """What meetings come to; one entry a meeting.

    Attributes:
        briefed, placed, invoiced: days after the meeting, -1 where it never came to that.
        fee: minor units, 0 where no one was placed.
    """

    briefed: Ints
    placed: Ints
    invoiced: Ints
    fee: Floats


def draw_luck(rng: np.random.Generator, count: int) -> Floats:
    """Draw what decides the deals of a day, uniform, shape (n, draws)."""
    return rng.random((count, DRAWS), dtype=np.float32).astype(np.float64)


def deals(luck: Floats, middles: Floats) -> Deals:
    """Return what meetings come to.

    Args:
        luck: uniform, shape (n, draws).
        middles: mean fee of each client, minor units.
    """
    briefed = luck[:, 0] < BRIEFS
    placed = briefed & (luck[:, 1] < PLACES)
    bells = _normal(luck[:, 2:])
    after = np.cumsum(np.array(STEPS) * np.exp(STEP_SIGMA * bells[:, : len(STEPS)]), axis=1)
    days = np.maximum(np.rint(after), 1.0).astype(np.int64)
    fee = middles * np.exp(SIZE_SIGMA * bells[:, -1] - SIZE_SIGMA**2 / 2.0)
    return Deals(
        np.where(briefed, days[:, 0], -1),
        np.where(placed, days[:, 1], -1),
        np.where(placed, days[:, 2], -1),
        np.where(placed, np.rint(fee), 0.0),
    )


def expected(middles: Floats) -> Floats:
    """Return what a meeting with each client is worth on average, minor units."""
    return BRIEFS * PLACES * middles


def _normal(uniform: Floats) -> Floats:
    """Return normal draws from uniform ones; Tukey's lambda, within 0.03 up to 3 deviations."""
    u = np.clip(uniform, 1e-6, 1.0 - 1e-6)
    return np.asarray((u**0.1349 - (1.0 - u) ** 0.1349) / 0.1975)
