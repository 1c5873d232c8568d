"""States: whether a client is cold, researching or hot, hidden from everybody."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.simulator.rates import COLD, HOT, RESEARCHING, SHARES, STATES

Floats = NDArray[np.float64]
States = NDArray[np.int64]

# chances a day, which keep the states near their usual shares
WAKES: Final = 0.0024
HEATS: Final = 0.035
GIVES_UP: Final = 0.02
COOLS: Final = 0.046
SEASON: Final = 0.35  # more search in spring and autumn, less in August and at Christmas
HALF_YEAR: Final = 182.6
BEGINS: Final = 45  # day of the year: the peaks are at the ends of March and September


def season(day: int) -> float:
    """Return how many times the usual number of searches begin on a day of the year, from 1."""
    return float(1.0 + SEASON * np.sin(2.0 * np.pi * (day - BEGINS) / HALF_YEAR))


def begin(rng: np.random.Generator, count: int) -> States:
    """Draw the states of clients on some day."""
    return rng.choice(STATES, size=count, p=SHARES).astype(np.int64)


def next_day(rng: np.random.Generator, states: States, keen: Floats, day: int) -> States:
    """Draw tomorrow's states.

    Args:
        rng: where chance comes from.
        states: today's, shape (n,).
        keen: how many times as often as others each client begins to look, shape (n,).
        day: of the year, for the season.
    """
    u = rng.random(len(states))
    wakes = (states == COLD) & (u < WAKES * keen * season(day))
    heats = (states == RESEARCHING) & (u < HEATS)
    ends = (states == RESEARCHING) & (u > 1.0 - GIVES_UP)
    cools = (states == HOT) & (u < COOLS)
    tomorrow = states.copy()
    tomorrow[wakes] = RESEARCHING
    tomorrow[heats] = HOT
    tomorrow[ends | cools] = COLD
    return tomorrow
