"""Counters: what the agency's database would keep of the signals of a world."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.kinds import INTEREST, KINDS
from warmcalls.domain.moments import DAY
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import (
    LONG_HALF_LIFE,
    NO_INTEREST,
    PACES,
    SHORT_HALF_LIFE,
    half_lives,
)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

WEEK: Final = 7
HEARD_OF: Final = 90  # days for which the last campaign is remembered, as on today's list
COUNTED: Final = [i for i, kind in enumerate(KINDS) if kind not in NO_INTEREST]
SHOWN: Final = [i for i, kind in enumerate(KINDS) if kind in INTEREST]


class Counters:
    """What is known of the signals so far; every array has one row a client.

    Attributes:
        stored, paces, short, long: forward-decay counters, as in `domain.features.Clients`.
        totals: what arrived and never faded, shape (n, kinds).
        last_at: moment of the last sign, 0 for none.
    """

    def __init__(self, count: int, settings: Settings) -> None:
        self._settings = settings
        self.stored = np.zeros((count, len(KINDS)))
        self.totals = np.zeros((count, len(KINDS)))
        self.paces = np.zeros((count, len(PACES)))
        self.short, self.long, self.last_at = np.zeros(count), np.zeros(count), np.zeros(count)
        self._people = np.ones((count, WEEK))
        self._campaign = np.zeros(count, dtype=np.int64)
        self._heard = np.full(count, -HEARD_OF)

    @property
    def people(self) -> Floats:
        """Different people of the last seven days: those of the busiest."""
        return np.asarray(self._people.max(axis=1))

    def campaigns(self, day: int) -> Ints:
        """Return the id of the campaign that each heard of last, 0 for none lately."""
        return np.where(self._heard > day - HEARD_OF, self._campaign, 0)

    def add(self, day: int, shares: Floats, people: Floats, campaigns: Ints) -> None:
        """Take in the signals of a day, as if all had come at noon.

        Args:
            day: since the landmark.
            shares: what arrived, shape (n, kinds).
            people: different people behind it, at least 1.
            campaigns: id of the last one that reached each today, 0 for none.
        """
        noon = day + 0.5
        self.totals += shares
        self.stored += shares * np.exp2(noon / half_lives(self._settings.worth))
        interest = shares[:, COUNTED].sum(axis=1)
        self.short += interest * 2.0 ** (noon / SHORT_HALF_LIFE)
        self.long += interest * 2.0 ** (noon / LONG_HALF_LIFE)
        for i, pace in enumerate(PACES):
            kinds = [k for k, kind in enumerate(KINDS) if pace.counts(kind)]
            self.paces[:, i] += shares[:, kinds].sum(axis=1) * 2.0 ** (noon / pace.half_life_days)
        at = self._settings.landmark + noon * DAY
        self.last_at = np.where(interest > 0.0, at, self.last_at)
        self._people = np.column_stack([self._people[:, 1:], people])
        self._heard = np.where(campaigns > 0, day, self._heard)
        self._campaign = np.where(campaigns > 0, campaigns, self._campaign)
