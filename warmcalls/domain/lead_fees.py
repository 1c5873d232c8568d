"""Some leads and the fees they brought: the facts that a return is worked out from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.lags import Lag

Floats = NDArray[np.float64]
Fees = Sequence[tuple[int, float]]

MOST_FEES_A_LEAD: Final = 0.5
LAG_FACTORS: Final = (1.0, 0.6, 1.67)
"""How fast fees may really come, beside what the agency's few fees say."""

LAG_TURNS: Final = (0, 1, 0, 0, 2, 0)
"""How often each of them is drawn."""


@dataclass(frozen=True, slots=True)
class LeadFees:
    """Facts of some leads.

    Attributes:
        leads: how many.
        exposures: leads by the share of their fees that is in, for each of the lags.
        unseen: ripe leads there must have been besides, where more than every other lead would
            have had to bring a fee (what came by signals that make no lead).
        amounts: of the fees that stand, minor units.
        credits: of the same fees, 0 to 1.
        taken_back: what credit notes took back from parts of fees, minor units.
    """

    leads: float
    exposures: Floats
    unseen: float
    amounts: Floats
    credits: Floats
    taken_back: float

    @property
    def number(self) -> float:
        """How many fees, credits of a fee added up."""
        return float(self.credits.sum())

    @property
    def so_far(self) -> float:
        """What is in, minor units."""
        return float(self.amounts @ self.credits) - self.taken_back

    @property
    def largest(self) -> float:
        """What is credited of the largest fee, minor units."""
        return float(np.max(self.amounts * self.credits, initial=0.0))

    @property
    def ripe(self) -> float:
        """The share of these leads' fees that should be in, 0 to 1; 1 without leads."""
        return float(self.exposures[0]) / self.leads if self.leads else 1.0


def lead_fees(ages: Floats, counts: Floats, fees: Fees, lag: Lag, rate: float) -> LeadFees:
    """Return the facts of some leads.

    Args:
        ages: days since each group of leads; shape (n,).
        counts: how many leads are in each; shape (n,).
        fees: amounts in minor units, negative for credit notes, and their credits.
        lag: of the agency.
        rate: fees that a ripe lead of the agency brings.
    """
    standing, taken_back = _settled(fees)
    amounts, shares = np.array(standing, dtype=np.float64).reshape(-1, 2).T
    lags = [replace(lag, median_days=lag.median_days * factor) for factor in LAG_FACTORS]
    exposures = np.array([float(np.sum(counts * each.share(ages))) for each in lags])
    leads, number = float(np.sum(counts)), float(shares.sum())
    unseen = number / rate if number > MOST_FEES_A_LEAD * leads else 0.0
    return LeadFees(leads, exposures, unseen, amounts, shares, taken_back)


def _settled(fees: Fees) -> tuple[list[tuple[int, float]], float]:
    """Return the fees that stand, and what credit notes took back from parts of fees.

    A credit note of a whole fee takes that fee out.
    """
    standing = [(amount, credit) for amount, credit in fees if amount > 0 and credit > 0]
    taken_back = 0.0
    for amount, credit in fees:
        if amount < 0 and (-amount, credit) in standing:
            standing.remove((-amount, credit))
        elif amount < 0:
            taken_back -= amount * credit
    return standing, taken_back
