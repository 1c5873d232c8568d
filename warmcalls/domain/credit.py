"""Credit for fees: what each campaign gets of each, by a model, to the penny.

None of the models is causal: they share out, by a rule, what campaigns touched. Under some 300
fees most differences between them are noise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.moments import DAY
from warmcalls.domain.paths import Bools, Ints, Paths
from warmcalls.domain.results import Model

Floats = NDArray[np.float64]

HALF_LIFE_DAYS: Final = 30.0
ENDS: Final = 0.4
PAIR: Final = 2
BELOW: Final = 1.0 - 1e-12  # rounding must never lift a part over a whole penny


@dataclass(frozen=True, slots=True)
class Credit:
    """Who gets what of some fees, flat; fees without a path have no part.

    Attributes:
        fee: the fee's place in what was asked for, ascending.
        campaign: campaign id.
        share: of the fee, 0 to 1; a fee's shares sum to 1.
        amount: minor units; a fee's amounts sum to it exactly.
    """

    fee: Ints
    campaign: Ints
    share: Floats
    amount: Ints

    def only(self, parts: Bools) -> "Credit":
        """Return some of the parts."""
        return Credit(self.fee[parts], self.campaign[parts], self.share[parts], self.amount[parts])

    def of_fees(self, kept: Bools) -> "Credit":
        """Return the parts of some of the fees, which are counted anew."""
        parts = kept[self.fee]
        place = np.cumsum(kept) - 1
        return Credit(
            place[self.fee[parts]], self.campaign[parts], self.share[parts], self.amount[parts]
        )

    def by_fee(self, count: int) -> list[dict[int, int]]:
        """Return the amounts by campaign of each fee."""
        found: list[dict[int, int]] = [{} for _ in range(count)]
        parts = zip(self.fee.tolist(), self.campaign.tolist(), self.amount.tolist(), strict=True)
        for fee, campaign, amount in parts:
            found[fee][campaign] = amount
        return found

    def by_campaign(self) -> dict[int, int]:
        """Return what each campaign gets of all of them, minor units."""
        ids, place = np.unique(self.campaign, return_inverse=True)
        sums = np.zeros(len(ids), dtype=np.int64)
        np.add.at(sums, place, self.amount)
        return dict(zip(ids.tolist(), sums.tolist(), strict=True))


def credit(paths: Paths, amounts: Ints, model: Model) -> Credit:
    """Share every fee out among the campaigns of its path.

    Position gives 40 % to the first step, 40 % to the last and the rest to those between; decay
    halves a step's weight with every 30 days between it and the placement. A campaign with
    several steps gets the sum of theirs.

    Args:
        paths: of the fees.
        amounts: of the fees, minor units, negative for credit notes; shape (fees,).
        model: all but Markov, whose shares are the agency's: `credit_alike`.

    Raises:
        ValueError: the model is Markov.
    """
    weights = _weights(paths, model)
    order = np.lexsort((paths.campaign, paths.end))
    fee, campaign = paths.end[order], paths.campaign[order]
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = (fee[1:] != fee[:-1]) | (campaign[1:] != campaign[:-1])
    summed = _sums(np.cumsum(first) - 1, weights[order])
    fee, campaign = fee[first], campaign[first]
    some = summed > 0
    return _credit(fee[some], campaign[some], summed[some], amounts)


def credit_alike(paths: Paths, amounts: Ints, shares: Mapping[int, float]) -> Credit:
    """Share every fee that has a path out by the same shares, as the removal effect wants it."""
    given = {campaign: share for campaign, share in sorted(shares.items()) if share > 0}
    touched = np.unique(paths.end) if given else np.zeros(0, dtype=np.int64)
    fee = np.repeat(touched, len(given))
    campaign = np.tile(np.array(list(given), dtype=np.int64), len(touched))
    return _credit(fee, campaign, np.tile(np.array(list(given.values())), len(touched)), amounts)


def _credit(fee: Ints, campaign: Ints, weights: Floats, amounts: Ints) -> Credit:
    """Share amounts out to the penny: largest remainders first (Hamilton's method)."""
    share = np.asarray(weights / _sums(fee, weights)[fee]) if len(fee) else weights
    whole = np.abs(amounts)
    exact = whole[fee] * share
    given = np.floor(exact * BELOW).astype(np.int64)
    left = whole - _sums(fee, given, len(amounts)).astype(np.int64)
    order = np.lexsort((given - exact, fee))
    rank = np.arange(len(fee)) - np.searchsorted(fee, fee)
    given[order] += rank < left[fee[order]]
    return Credit(fee, campaign, share, np.asarray(np.sign(amounts)[fee] * given))


def _sums(place: Ints, values: Floats | Ints, count: int = 0) -> Floats:
    return np.asarray(np.bincount(place, values, minlength=count))


def _weights(paths: Paths, model: Model) -> Floats:
    """Return the weight of every step within its path; they need not sum to 1."""
    end, count = paths.end, len(paths.end)
    size = np.bincount(end, minlength=len(paths.until))[end]
    place = np.arange(count) - np.searchsorted(end, end)
    first, last = place == 0, place == size - 1
    if model is Model.FIRST:
        return np.asarray(first, dtype=np.float64)
    if model is Model.LAST:
        return np.asarray(last, dtype=np.float64)
    if model is Model.LINEAR:
        return np.ones(count)
    if model is Model.POSITION:
        between = np.where(size > PAIR, (1.0 - 2 * ENDS) / np.maximum(size - PAIR, 1), 0.0)
        return np.asarray(np.where(first | last, ENDS, between))
    if model is Model.DECAY:
        return np.asarray(np.exp2((paths.at - paths.until[end]) / DAY / HALF_LIFE_DAYS))
    raise ValueError(f"{model} has no shares of one fee")
