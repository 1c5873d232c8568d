"""What if money moved from one campaign to another: the difference in fees, with its interval.

Advertising has diminishing returns (Simon & Arndt, Journal of Advertising Research 20(4), 1980):
the fees of a month are taken to go with the square root of what it costs. A campaign that costs S
a month and brings R per pound gets R S (sqrt(1 + d/S) - 1) more from d more, and loses
R S (1 - sqrt(1 - d/S)) with d less.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.campaigns import Return
from warmcalls.domain.money import round_words

Floats = NDArray[np.float64]

POINTS: Final = 401
TAIL: Final = 0.05
INTERVAL: Final = (50.0, 5.0, 95.0)
SMALLEST: Final = 1e-6  # a return of less than a penny on ten thousand pounds is none
FIGURES: Final = 2
CAVEAT: Final = "Each further pound is taken to bring less than the one before."


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What moving money is likely to change; money in minor units of the agency's currency.

    Attributes:
        amount: moved, a month.
        median, low, high: of the difference in fees that a month's spend brings once all its fees
            are in, with the 90 % interval; below 0 where it costs fees.
        fees: how many fees of the two campaigns it rests on, credits added up.
        words: that in one sentence.
        caveat: what is taken for granted.
    """

    from_id: int
    to_id: int
    amount: int
    median: int
    low: int
    high: int
    fees: float
    words: str
    caveat: str = CAVEAT


def gained(amount: int, cost: int) -> float:
    """Return the spend that so much more is worth, at what a campaign brings on average.

    Args:
        amount: minor units more a month; what exceeds the cost counts for nothing, since nothing
            is known of it.
        cost: what the campaign costs a month; above 0.
    """
    return cost * (sqrt(1.0 + min(amount / cost, 1.0)) - 1.0)


def lost(amount: int, cost: int) -> float:
    """Return the spend that so much less is worth, at what a campaign brings on average."""
    return cost * (1.0 - sqrt(max(1.0 - amount / cost, 0.0)))


def difference(more: float, less: float, source: Return, target: Return) -> tuple[int, int, int]:
    """Return the change of fees when so much moves: median, low and high end of 90 %, minor units.

    The two returns are taken as independent, each as a lognormal on either side of its median
    that has its interval (a two-piece distribution; Wallis, Statistical Science 29, 2014): the
    wide upper side of a campaign with few fees stays wide. What both owe to the same agency is
    left out, which makes the interval wider, never narrower.

    Args:
        more: what the money is worth where it goes, as `gained` has it.
        less: what it was worth where it comes from, as `lost` has it.
        source: of the campaign it comes from; it has spend and leads or fees.
        target: of the campaign it goes to; it has, too.
    """
    there, here = _quantiles(target), _quantiles(source)
    change = more * there[:, None] - less * here[None, :]
    median, low, high = np.percentile(change, INTERVAL).tolist()
    return round(median), round(low), round(high)


def _quantiles(found: Return) -> Floats:
    """Return values of a return, each as likely as the next; shape (points,)."""
    middle = found.likely or 0.0
    grid = (np.arange(POINTS) + 0.5) / POINTS
    z = np.array([NormalDist().inv_cdf(share) for share in grid.tolist()])
    edge = NormalDist().inv_cdf(1.0 - TAIL)
    if found.low > SMALLEST:
        below, above = np.log(middle / found.low), np.log(found.high / middle)
        return np.asarray(middle * np.exp(z / edge * np.where(z < 0, below, above)))
    # credit notes can take a return to nought and below, where there is no logarithm
    return np.asarray(middle + z / edge * np.where(z < 0, middle - found.low, found.high - middle))


def sentence(median: int, low: int, high: int, fees: float, currency: str = "GBP") -> str:
    """Return the change of fees in one sentence."""
    said, least, most = (_more_or_less(each, currency) for each in (median, low, high))
    likely = "Likely no difference" if said == "no change" else f"Likely {said}"
    count = round(fees)
    rests = f"rests on {count} fees" if count > 1 else "rests on 1 fee"
    if not count:
        rests = "no fee of either is in, so it rests on the agency’s own averages"
    return f"{likely} in fees a month, between {least} and {most}; {rests}."


def beyond(name: str, known: int, amount: int, currency: str = "GBP") -> str:
    """Return that nobody knows what a campaign does with far more money than it ever had."""
    return (
        f"{name} never cost more than {round_words(known, currency)} a month: what it does with "
        f"more than twice that is not known, so {round_words(amount - known, currency)} of it "
        "counts for nothing."
    )


def _more_or_less(minor: int, currency: str) -> str:
    """Return a change to two figures: "£2,600 more", "£200 less"."""
    pounds = abs(minor) / 100
    if pounds < 1:
        return "no change"
    digits = FIGURES - len(str(int(pounds)))
    words = round_words(round(pounds, min(digits, 0)) * 100, currency)
    return f"{words} {'more' if minor > 0 else 'less'}"
