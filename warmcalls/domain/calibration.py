"""Calibration: what was promised held against what came of it.

A list picks the clients whose estimates are highest, and so those whose estimates erred upwards:
the winner's curse. What was estimated of the called clients, regressed on what came of them,
takes it back: logit p = shift + slope * logit estimate, a Bayesian recalibration (Platt, 1999)
that believes in the estimate until called clients say otherwise.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.ranking import Prior, fit, sigmoid

Floats = NDArray[np.float64]

LAST_CALLS: Final = 300
SHIFT_SPREAD: Final = 0.3
SLOPE_SPREAD: Final = 0.1


@dataclass(frozen=True, slots=True)
class Calibration:
    """How an estimate becomes a promise.

    Attributes:
        shift, slope: of the log-odds.
        calls: behind it.
    """

    shift: float = 0.0
    slope: float = 1.0
    calls: int = 0

    def promised(self, log_odds: Floats) -> Floats:
        """Return the probability to promise for estimated log-odds."""
        return sigmoid(self.shift + self.slope * log_odds)


def calibration(log_odds: Floats, labels: Floats) -> Calibration:
    """Return what the called clients say of the estimates made of them.

    Args:
        log_odds: as estimated when the call was proposed, oldest first, shape (n,).
        labels: what came of it, from 0 to 1, shape (n,).
    """
    estimated, came = log_odds[-LAST_CALLS:, None], labels[-LAST_CALLS:]
    prior = Prior(np.ones(1), rate=0.5, spread=SLOPE_SPREAD, common=0.0, rate_spread=SHIFT_SPREAD)
    found = fit(estimated, came, prior)
    return Calibration(found.intercept, float(found.weights[0]), len(came))
