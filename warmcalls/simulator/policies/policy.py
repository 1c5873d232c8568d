"""A policy: somebody's way to say whom to ring first."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.features import Clients
from warmcalls.simulator.calls import CallBook
from warmcalls.simulator.world import World

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Morning:
    """What a policy may look at.

    Attributes:
        clients: everybody, with the policy's own calls.
        campaigns: ids of the campaigns they heard of last, 0 for none.
        totals: signals that ever came, shape (n, kinds).
        now: UTC microseconds.
        tie: uniform, the same for every policy.
        hidden: the world itself; only the oracle looks.
    """

    clients: Clients
    campaigns: Ints
    totals: Floats
    now: int
    tie: Floats
    hidden: World


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a policy says of everybody; every array has one row a client.

    Attributes:
        value: the more the sooner.
        chance: promised for a call now, answer included; None where none is promised.
        log_odds: estimated, of worth the time given an answer, before it is held against outcomes.
        x: features that it will learn from.
    """

    value: Floats
    chance: Floats | None = None
    log_odds: Floats | None = None
    x: Floats | None = None


class Policy(Protocol):
    """Somebody's way to say whom to ring first."""

    @property
    def name(self) -> str:
        """What tables call it."""
        ...

    def rank(self, morning: Morning) -> Ranked:
        """Rank everybody."""
        ...

    def learn(self, book: CallBook) -> None:
        """Take in what came of the calls so far."""
        ...
