"""Calls: what became of those that one policy made, and whom it may ring again when."""

from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.features import FEATURES, Clients
from warmcalls.domain.learned import Lessons
from warmcalls.simulator.world import World

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# the app's contact rules, in days
NOBODY: Final = 3
NOBODY_AGAIN: Final = 7
THIRD_TIME: Final = 3
NOT_WORTH: Final = 30
MET: Final = 45
MOST_ATTEMPTS: Final = 5
MONTH: Final = 30
NEVER: Final = -1_000


@dataclass(frozen=True, slots=True)
class Made:
    """The calls of one morning, in the order in which they were made; one entry a call.

    Attributes:
        clients: who was rung.
        answered: whether somebody answered.
        worth: whether it was worth the time.
    """

    clients: Ints
    answered: NDArray[np.bool_]
    worth: NDArray[np.bool_]


@dataclass
class CallBook:
    """What a policy knows of its own calls.

    Attributes:
        attempts, answered, unanswered: calls by client; the last in a row.
        refused_at, worth_at: moments of the last such conversation, 0 for never.
        ready: first day on which each may be rung again.
        rows: features, log-odds, campaign, moment and label of every call that was answered.
        every: features and label of every call.
    """

    count: int
    attempts: Floats = field(init=False)
    answered: Floats = field(init=False)
    unanswered: Floats = field(init=False)
    refused_at: Floats = field(init=False)
    worth_at: Floats = field(init=False)
    ready: Ints = field(init=False)
    _last: Ints = field(init=False)
    _rows: list[tuple[Floats, Floats, Ints, Floats, Floats]] = field(default_factory=list)
    _every: list[tuple[Floats, Ints, Floats]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with nobody rung."""
        for name in ("attempts", "answered", "unanswered", "refused_at", "worth_at"):
            setattr(self, name, np.zeros(self.count))
        self.ready = np.zeros(self.count, dtype=np.int64)
        self._last = np.full((self.count, MOST_ATTEMPTS), NEVER)

    def known(self, clients: Clients) -> Clients:
        """Return what is known of clients with what these calls add."""
        return replace(
            clients, attempts=self.attempts, answered=self.answered, unanswered=self.unanswered,
            refused_at=self.refused_at, worth_at=self.worth_at,
        )  # fmt: skip

    def ring(self, world: World, who: Ints) -> Made:
        """Ring clients this morning: luck decides, the contact rules follow."""
        answered = world.luck.answers[who] < world.market.reach[who]
        worth = answered & (world.luck.worth[who] < world.worth[who])
        self.attempts[who] += 1.0
        self.answered[who] += answered
        self.unanswered[who] = np.where(answered, 0.0, self.unanswered[who] + 1.0)
        self.worth_at[who[worth]] = world.now
        self.refused_at[who[answered & ~worth]] = world.now
        again = np.where(self.unanswered[who] >= THIRD_TIME, NOBODY_AGAIN, NOBODY)
        rest = np.where(worth, MET, np.where(answered, NOT_WORTH, again))
        self._last[who] = np.column_stack([self._last[who, 1:], np.full(len(who), world.day)])
        self.ready[who] = np.maximum(world.day + rest, self._last[who, 0] + MONTH)
        return Made(who, answered, worth)

    def keep(self, world: World, made: Made, x: Floats, log_odds: Floats) -> None:
        """Keep what there is to learn from calls, with what was known when they were chosen.

        Args:
            world: on the morning of the calls.
            made: the calls.
            x: features of those who were rung, shape (n, features).
            log_odds: as estimated then, shape (n,).
        """
        campaigns, label = world.campaigns[made.clients], made.worth.astype(np.float64)
        self._every.append((x, campaigns, label))
        spoke = made.answered
        at = np.full(int(spoke.sum()), float(world.now))
        self._rows.append((x[spoke], log_odds[spoke], campaigns[spoke], at, label[spoke]))

    @property
    def lessons(self) -> Lessons:
        """What the ranking learns from, as the store gives it."""
        calls, answered = int(self.attempts.sum()), int(self.answered.sum())
        if not self._rows:
            none = np.zeros(0)
            return Lessons(none, np.zeros((0, len(FEATURES))), none, none, none.astype(np.int64))
        x, log_odds, campaigns, at, labels = (
            np.concatenate(parts) for parts in zip(*self._rows, strict=True)
        )
        return Lessons(at, x, labels, log_odds, campaigns, calls, answered)

    @property
    def every(self) -> tuple[Floats, Ints, Floats]:
        """Features, campaign and label of every call, those without an answer among them."""
        if not self._every:
            return np.zeros((0, 0)), np.zeros(0, dtype=np.int64), np.zeros(0)
        x, campaigns, labels = (np.concatenate(parts) for parts in zip(*self._every, strict=True))
        return x, campaigns, labels
