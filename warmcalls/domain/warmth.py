"""Warmth: forward-decay counters (Cormode, Shkapenyuk, Srivastava & Xu, ICDE 2009).

A signal of kind k with half-life h adds m * 2**((t - L) / h) to its client's counter when it
arrives. The decayed count at any later time is the counter times 2**-((now - L) / h): order of
arrival does not matter, deleting subtracts the same term, and nothing is recomputed because time
passed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.kinds import FAMILY, INTEREST, KINDS, Family, Kind, Worth
from warmcalls.domain.moments import DAY

HEAT_HALF_LIFE: Final = 30.0
SHORT_HALF_LIFE: Final = 4.0
LONG_HALF_LIFE: Final = 60.0
SPARK_DAYS: Final = 30
WIDEST: Final = 1000.0  # powers of two that a float holds with room to spare
# what the pace of signals is counted without; whether a client was seen is `kinds.INTEREST`
NO_INTEREST: Final = frozenset({Kind.CANDIDATE_PAGE, Kind.EMAIL_OPEN, Kind.EMAIL_BOUNCE})
WARMS_NONE_BY_ITSELF: Final = frozenset({Kind.JOB_ADVERT})
PACED: Final = (Family.WEBSITE, Family.EMAIL, Family.CONTENT, Family.EVENT, Family.ENQUIRY)
PACE_HALF_LIVES: Final = {"7d": 7.0, "60d": 60.0}

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pace:
    """How busy a family of signals was lately: a counter of all its signs of interest.

    Attributes:
        name: as features and the database spell it.
    """

    name: str
    family: Family
    half_life_days: float

    def counts(self, kind: Kind) -> bool:
        """Tell whether a kind of signal is counted."""
        return FAMILY[kind] is self.family and kind in INTEREST


PACES: Final = tuple(
    Pace(f"{family.name.lower()}_{spell}", family, days)
    for family in PACED
    for spell, days in PACE_HALF_LIVES.items()
)


def term(share: float, at: int, landmark: int, half_life_days: float) -> float:
    """Return what one signal adds to its counter.

    Args:
        share: what the signal counts beside a full one.
        at: moment of the signal, UTC microseconds.
        landmark: moment the counters are measured from, UTC microseconds.
        half_life_days: of its kind.
    """
    return float(share * 2.0 ** ((at - landmark) / DAY / half_life_days))


def heat_weight(kind: Kind, worth: Mapping[Kind, Worth]) -> float:
    """Return what a kind adds to the heat that proposes candidates; never negative."""
    return 0.0 if kind in WARMS_NONE_BY_ITSELF else max(worth[kind].weight, 0.0)


def half_lives(worth: Mapping[Kind, Worth]) -> Floats:
    """Return the half-lives in days, in the order of `KINDS`; shape (kinds,)."""
    return np.array([worth[kind].half_life_days for kind in KINDS])


def weights(worth: Mapping[Kind, Worth]) -> Floats:
    """Return the weights in log-odds, in the order of `KINDS`; shape (kinds,)."""
    return np.array([worth[kind].weight for kind in KINDS])


def decayed(stored: Floats, now: int, landmark: int, worth: Mapping[Kind, Worth]) -> Floats:
    """Return counters as they stand now.

    Args:
        stored: counters as kept, shape (clients, kinds) or (kinds,).
        now: UTC microseconds.
        landmark: UTC microseconds.
        worth: half-lives in days.
    """
    return stored * fade(now, landmark, half_lives(worth))


def decayed_rate(stored: Floats, now: int, landmark: int, half_life_days: float) -> Floats:
    """Return a counter as signals a day: an exponentially weighted rate."""
    count = stored * fade(now, landmark, np.array(half_life_days))
    return np.asarray(count * np.log(2.0) / half_life_days)


def fade(now: int, landmark: int, half_life_days: Floats) -> Floats:
    """Return the factor from counters as kept to counts as they stand, within a float's range."""
    return np.exp2(np.clip(-((now - landmark) / DAY) / half_life_days, -WIDEST, WIDEST))


def daily_warmth(
    counts_now: Floats, by_day: Floats, worth: Mapping[Kind, Worth], days: int = SPARK_DAYS
) -> Floats:
    """Return warmth at the end of each of the last days, oldest first.

    Today's counts are rolled back a day at a time: what arrived during the day is taken off, and
    the rest is grown by a day's decay.

    Args:
        counts_now: decayed counts, shape (kinds,).
        by_day: shares that arrived, as decayed to the end of their day, shape (days, kinds),
            oldest first.
        worth: weights and half-lives.
        days: how many days.
    """
    growth = np.exp2(1.0 / half_lives(worth))
    line, counts = np.zeros(days), counts_now
    for day in range(days - 1, -1, -1):
        line[day] = warmth(counts, worth)
        counts = np.maximum(counts - by_day[day], 0.0) * growth
    return line


def warmth(counts: Floats, worth: Mapping[Kind, Worth]) -> float:
    """Return the sum of weight times ln(1 + decayed count) over the kinds, not below 0."""
    return max(float(np.log1p(counts) @ weights(worth)), 0.0)
