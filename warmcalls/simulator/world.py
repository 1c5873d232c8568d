"""The world: clients whose interest is hidden and whose signals are seen, day after day."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.features import Clients
from warmcalls.domain.kinds import FAMILY, INTEREST, KINDS, Family, Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import (
    LONG_HALF_LIFE,
    NO_INTEREST,
    PACES,
    SHORT_HALF_LIFE,
    half_lives,
)
from warmcalls.simulator.rates import ANSWERS, COLD, Rates, draw_rates
from warmcalls.simulator.states import begin, next_day

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

WARM_UP: Final = 120
WEEK: Final = 7
NEWSLETTER_EVERY: Final = 14
WEBINAR_EVERY: Final = 28
UNTRACKABLE: Final = 0.3
SHARED_NETWORKS: Final = 0.03
OPENS_BY_ITSELF: Final = 0.45
SUBSCRIBES: Final = 0.6
SATURDAY: Final = 5
SCANS_LINKS: Final = 0.15
SCANS_UNSEEN: Final = 0.1  # of scanners, those slow enough to pass for a reader
EXCITED: Final = 0.5
WEEKEND: Final = 0.25
PLACED: Final = 0.08
FEE: Final = 7_000_00
FEE_SIGMA: Final = 0.6
BUSY_NETWORK: Final = {
    Kind.ARTICLE_PAGE: 0.5, Kind.OTHER_PAGE: 0.5, Kind.GUIDE_PAGE: 0.25,
    Kind.SERVICES_PAGE: 0.15, Kind.CANDIDATE_PAGE: 0.6,
}  # fmt: skip
BURST: Final = (1.0, 1.25, 1.5, 1.75)  # further pages of a visit count a quarter, at most 3
WEB: Final = np.array([FAMILY[kind] is Family.WEBSITE for kind in KINDS])
SEEN_ANYWAY: Final = 0.2  # of what an untrackable client does outside the website


@dataclass(frozen=True, slots=True)
class Luck:
    """What decides the calls of a day, the same whoever makes them; one draw a client."""

    answers: Floats
    worth: Floats


class World:
    """One agency's market.

    Attributes:
        day: days since the beginning.
        states: hidden, shape (n,).
        reach: chance that each answers, hidden.
    """

    def __init__(self, seed: int, count: int, settings: Settings) -> None:
        self._rng = np.random.default_rng([seed, count])
        rng = self._rng
        self.settings, self.count, self.day = settings, count, 0
        self.rates: Rates = draw_rates(rng)
        self.states = begin(rng, count)
        self.keen = rng.lognormal(-0.18, 0.6, count)
        self.reach = rng.beta(*ANSWERS, count)
        self.placed = (rng.random(count) < PLACED * np.minimum(self.keen, 3.0)).astype(float)
        self.fee = FEE * rng.lognormal(0.0, FEE_SIGMA, count)
        self.untrackable = rng.random(count) < UNTRACKABLE
        self.busy = rng.random(count) < SHARED_NETWORKS
        self.reader = rng.random(count) < SUBSCRIBES
        self.opens = rng.random(count) < OPENS_BY_ITSELF
        self.scans = rng.random(count) < SCANS_LINKS
        self.excited = np.zeros(count)
        self.stored = np.zeros((count, len(KINDS)))
        self.paces = np.zeros((count, len(PACES)))
        self.short, self.long, self.last_at = np.zeros(count), np.zeros(count), np.zeros(count)
        self.people = np.ones((count, WEEK))
        self.luck = Luck(np.ones(count), np.ones(count))

    @property
    def now(self) -> int:
        """The morning of the day, UTC microseconds."""
        return self.settings.landmark + self.day * DAY

    def advance(self) -> None:
        """Let a day go by: states move, signals arrive, and tomorrow's luck is drawn."""
        seen = self._signals()
        self._count(seen)
        self.states = next_day(self._rng, self.states, self.keen, self.day)
        self.day += 1
        self.luck = Luck(self._rng.random(self.count), self._rng.random(self.count))

    def clients(self) -> Clients:
        """Return what the ranking may know of everybody, without any calls."""
        none = np.zeros(self.count)
        return Clients(
            ids=np.arange(self.count),
            stored=self.stored, paces=self.paces, short=self.short, long=self.long,
            last_at=self.last_at, attempts=none, answered=none, unanswered=none,
            refused_at=none, worth_at=none, placed=self.placed, fee=self.fee,
            people=self.people.max(axis=1), fit=none, campaign=none,
        )  # fmt: skip

    def _signals(self) -> Floats:
        """Draw what everybody does today, as shares, shape (n, kinds)."""
        rng = self._rng
        weekday = WEEKEND if self.day % WEEK >= SATURDAY else (7 - 2 * WEEKEND) / 5
        rate = self.rates.signals[self.states] * weekday
        rate *= (1.0 + EXCITED * self.excited)[:, None]
        for kind, extra in BUSY_NETWORK.items():
            rate[self.busy, KINDS.index(kind)] += extra * weekday
        sessions = rng.poisson(rate)
        shares = np.where(sessions > 0, sessions * rng.choice(BURST, size=rate.shape), 0.0)
        if self.day % NEWSLETTER_EVERY == 1:
            self._newsletter(shares)
        if self.day % WEBINAR_EVERY == 0:
            came = rng.random(self.count) < self.rates.webinar[self.states]
            shares[came, KINDS.index(Kind.WEBINAR_ATTENDED)] += 1.0
        lost = rng.random(shares.shape) > SEEN_ANYWAY
        shares[self.untrackable[:, None] & (WEB | lost)] = 0.0
        return shares

    def _newsletter(self, shares: Floats) -> None:
        """Send the newsletter: programs open it, scanners click, some people read."""
        rng = self._rng
        reads = self.reader & (rng.random(self.count) < self.rates.newsletter[self.states])
        slow = self.scans & (rng.random(self.count) < SCANS_UNSEEN)
        shares[self.reader & (reads | self.opens), KINDS.index(Kind.EMAIL_OPEN)] += 1.0
        shares[self.reader & (reads | slow), KINDS.index(Kind.EMAIL_CLICK)] += 1.0

    def _count(self, shares: Floats) -> None:
        """Add a day's signals to the counters, as they arrive in the database."""
        days = (self.now - self.settings.landmark) / DAY + 0.5
        self.stored += shares * np.exp2(days / half_lives(self.settings.worth))
        interest = [i for i, kind in enumerate(KINDS) if kind not in NO_INTEREST]
        total = shares[:, interest].sum(axis=1)
        self.short += total * 2.0 ** (days / SHORT_HALF_LIFE)
        self.long += total * 2.0 ** (days / LONG_HALF_LIFE)
        for i, pace in enumerate(PACES):
            kinds = [k for k, kind in enumerate(KINDS) if pace.counts(kind)]
            self.paces[:, i] += shares[:, kinds].sum(axis=1) * 2.0 ** (days / pace.half_life_days)
        shown = [i for i, kind in enumerate(KINDS) if kind in INTEREST]
        self.last_at = np.where(shares[:, interest].any(axis=1), self.now + DAY // 2, self.last_at)
        self.excited = (shares[:, shown] > 0).sum(axis=1).clip(max=3.0)
        several = np.where(self.states > COLD, 0.35, 0.08)
        people = 1.0 + (self.excited > 0) * self._rng.poisson(several * self.excited)
        self.people = np.column_stack([self.people[:, 1:], people])
