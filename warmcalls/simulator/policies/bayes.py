"""Naive Bayes of frequencies, as Odoo's predictive lead scoring works.

How often won and lost leads had each value of each field, a tenth of a lead added to each count,
multiplied over the fields; no score before one lead was won and one lost.
"""

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.features import FEATURES, features
from warmcalls.domain.kinds import KINDS
from warmcalls.domain.settings import Settings
from warmcalls.simulator.calls import CallBook
from warmcalls.simulator.policies.policy import Morning, Ranked

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ADDED = 0.1
LEAST, MOST = 0.0001, 0.9999
# ln(1 + decayed count): nothing, a trace, one lately, several
EDGES = (0.05, 0.5, 1.0)
VALUES = 32
FIELDS = (*range(len(KINDS)), *(FEATURES.index(n) for n in ("people", "placed", "kinds")))


class NaiveBayes:
    """What won and lost calls had in common, field by field; campaign among the fields."""

    name = "naive Bayes as in Odoo"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._won: Floats | None = None
        self._lost: Floats | None = None
        self._share = 0.5

    def rank(self, morning: Morning) -> Ranked:
        """Rank everybody by the product over the fields; by chance until there is a score."""
        x = features(morning.clients, morning.now, self._settings)
        if self._won is None or self._lost is None:
            return Ranked(morning.tie, None, np.zeros(len(x)), x)
        binned = _binned(x, morning.campaigns)
        fields = np.arange(binned.shape[1])
        won = np.log(self._won[fields, binned]).sum(axis=1) + np.log(self._share)
        lost = np.log(self._lost[fields, binned]).sum(axis=1) + np.log(1.0 - self._share)
        chance = np.clip(1.0 / (1.0 + np.exp(np.clip(lost - won, -500.0, 500.0))), LEAST, MOST)
        # clipped chances are equal; what is multiplied is not
        return Ranked(won - lost, chance, np.zeros(len(x)), x)

    def learn(self, book: CallBook) -> None:
        """Count the fields of every call so far."""
        x, campaigns, labels = book.every
        if not labels.any() or labels.all():
            return
        binned = _binned(x, campaigns)
        self._won = _frequencies(binned[labels > 0.0])
        self._lost = _frequencies(binned[labels == 0.0])
        self._share = float(labels.mean())


def _binned(x: Floats, campaigns: Ints) -> Ints:
    """Return the value of every field, counted from 0; shape (n, fields)."""
    return np.column_stack([np.digitize(x[:, FIELDS], EDGES), campaigns])


def _frequencies(binned: Ints) -> Floats:
    """Return how often each value of each field occurs, shape (fields, values)."""
    counts = np.stack([np.bincount(field, minlength=VALUES) for field in binned.T]) + ADDED
    return np.asarray(counts / counts.sum(axis=1, keepdims=True))
