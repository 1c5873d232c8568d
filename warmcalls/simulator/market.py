"""The market: what does not change about the clients of a world, most of it hidden."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.simulator.rates import ANSWERS

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

UNTRACKABLE: Final = 0.3
SHARED_NETWORKS: Final = 0.03
SUBSCRIBES: Final = 0.6
OPENS_BY_ITSELF: Final = 0.45
SCANS_LINKS: Final = 0.15
PLACED: Final = 0.08
TIERS: Final = ("A", "B", "C")
TIER_SHARES: Final = (0.2, 0.3, 0.5)
FEE_SIGMA: Final = 0.6
KEEN_SIGMA: Final = 0.6
MOST_KEEN: Final = 3.0


@dataclass(frozen=True, slots=True)
class Market:
    """The clients of a world; every array has one entry a client.

    Attributes:
        keen: how many times as often as others it begins to look, 1 on average.
        reach: chance that it answers a call.
        placed: 1 where the agency placed somebody before.
        tier: place in `TIERS`, which the agency knows.
        fee: how many times its tier's fee a placement there brings at the middle, hidden.
        untrackable: whether its visits cannot be told from anybody's.
        busy: whether it shares its network with many that are not it.
        reader: whether it gets the newsletter.
        opens, scans: whether its mail program opens mails, its scanner follows their links.
    """

    keen: Floats
    reach: Floats
    placed: Floats
    tier: NDArray[np.int64]
    fee: Floats
    untrackable: Flags
    busy: Flags
    reader: Flags
    opens: Flags
    scans: Flags


def draw_market(rng: np.random.Generator, count: int) -> Market:
    """Draw the clients of a world."""
    keen = rng.lognormal(-(KEEN_SIGMA**2) / 2.0, KEEN_SIGMA, count)
    return Market(
        keen=keen,
        reach=rng.beta(*ANSWERS, count),
        placed=(rng.random(count) < PLACED * np.minimum(keen, MOST_KEEN)).astype(float),
        tier=rng.choice(len(TIERS), size=count, p=TIER_SHARES),
        fee=rng.lognormal(-(FEE_SIGMA**2) / 2.0, FEE_SIGMA, count),
        untrackable=rng.random(count) < UNTRACKABLE,
        busy=rng.random(count) < SHARED_NETWORKS,
        reader=rng.random(count) < SUBSCRIBES,
        opens=rng.random(count) < OPENS_BY_ITSELF,
        scans=rng.random(count) < SCANS_LINKS,
    )
