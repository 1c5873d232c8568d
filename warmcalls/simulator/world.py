"""The world: clients whose interest is hidden and whose signals are seen, day after day.

Everything a client does follows from its hidden state, a few traits and chance. Who is rung
changes nothing: worlds of one seed are the same day by day, and so is the luck of every call, so
that whoever ranks the clients is measured against the same fate.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.features import Clients
from warmcalls.domain.kinds import FAMILY, KINDS, Family, Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.settings import Settings
from warmcalls.simulator.campaigns import COUNTS, NEWSLETTER, STILL_THEIRS, WEBINAR, responses
from warmcalls.simulator.counters import SHOWN, Counters
from warmcalls.simulator.fees import draw_luck
from warmcalls.simulator.market import TIERS, Market, draw_market
from warmcalls.simulator.rates import Rates, draw_rates
from warmcalls.simulator.states import begin, next_day

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

WARM_UP: Final = 120
WEEK: Final = 7
SATURDAY: Final = 5
WEEKEND: Final = 0.25
NEWSLETTER_EVERY: Final = 14
WEBINAR_EVERY: Final = 28
SCANS_UNSEEN: Final = 0.1  # of scanners, those slow enough to pass for a reader
EXCITED: Final = 0.5
MOST_EXCITED: Final = 3.0
COLLEAGUES: Final = (0.08, 0.35, 0.35)  # more people a day and kind of signal, by state
BUSY_NETWORK: Final = {
    Kind.ARTICLE_PAGE: 0.5, Kind.OTHER_PAGE: 0.5, Kind.GUIDE_PAGE: 0.25,
    Kind.SERVICES_PAGE: 0.15, Kind.CANDIDATE_PAGE: 0.6,
}  # fmt: skip
BURST: Final = (1.0, 1.25, 1.5, 1.75)  # further pages of a visit count a quarter, at most 3
WEB: Final = np.array([FAMILY[kind] is Family.WEBSITE for kind in KINDS])
SEEN_ANYWAY: Final = 0.2  # of what an untrackable client does outside the website


@dataclass(frozen=True, slots=True)
class Luck:
    """What decides the calls of a day, the same whoever makes them; one row a client.

    Attributes:
        answers, worth: uniform; below the chance it happens.
        deals: what a meeting comes to, as `fees.deals` takes it.
        tie: uniform; the order of equals, and who is drawn at random.
    """

    answers: Floats
    worth: Floats
    deals: Floats
    tie: Floats


class World:
    """One agency's market.

    Attributes:
        day: days since the beginning.
        states: hidden, shape (n,).
        counters: what is seen of it.
        seen: what arrived on the last day, shape (n, kinds).
        luck: of the calls of the morning.
    """

    def __init__(self, seed: int, count: int, settings: Settings, history: int = 0) -> None:
        """Begin a world.

        Args:
            seed: of its rates and clients.
            count: of clients.
            settings: of the agency, for its counters and its fees.
            history: what happens to the same clients at the same rates another time.
        """
        rng = np.random.default_rng([seed, count])
        self.settings, self.count, self.day = settings, count, 0
        self.rates: Rates = draw_rates(rng)
        self.market: Market = draw_market(rng, count)
        self._rng = np.random.default_rng([seed, count, history])
        self.states = begin(self._rng, count)
        self.counters = Counters(count, settings)
        self.seen = np.zeros((count, len(KINDS)))
        self._excited = np.zeros(count)
        self._theirs, self._heard = np.zeros(count, dtype=np.int64), np.full(count, -STILL_THEIRS)
        usual = np.array([settings.tier_fees[tier] for tier in TIERS], dtype=np.float64)
        self.known_fee = usual[self.market.tier]
        self.luck = self._draw_luck()

    @property
    def now(self) -> int:
        """The morning of the day, UTC microseconds."""
        return self.settings.landmark + self.day * DAY

    @property
    def worth(self) -> Floats:
        """Chance that a conversation with each is worth the time, hidden."""
        lately = self._heard > self.day - STILL_THEIRS
        counts = COUNTS[np.where(lately, self._theirs, 0)]
        return np.asarray(self.rates.worth[self.states] * counts)

    @property
    def fee(self) -> Floats:
        """What a placement at each brings on average, minor units, hidden."""
        return self.known_fee * self.market.fee

    @property
    def campaigns(self) -> Ints:
        """The campaign that each is known to have heard of last, 0 for none lately."""
        return self.counters.campaigns(self.day)

    def advance(self) -> None:
        """Let a day go by: states move, signals arrive, and tomorrow's luck is drawn."""
        self.seen, heard = self._signals()
        self.counters.add(self.day, self.seen, self._people(), heard)
        self.states = next_day(self._rng, self.states, self.market.keen, self.day)
        self.day += 1
        self.luck = self._draw_luck()

    def clients(self) -> Clients:
        """Return what the ranking may know of everybody, without any calls."""
        kept, none = self.counters, np.zeros(self.count)
        return Clients(
            ids=np.arange(self.count),
            stored=kept.stored, paces=kept.paces, short=kept.short, long=kept.long,
            last_at=kept.last_at, attempts=none, answered=none, unanswered=none,
            refused_at=none, worth_at=none, promised=none, placed=self.market.placed,
            fee=self.known_fee, people=kept.people, fit=none, campaign=none,
        )  # fmt: skip

    def _signals(self) -> tuple[Floats, Ints]:
        """Draw what everybody does today: what is seen, as shares, and after which campaign."""
        rng, market = self._rng, self.market
        weekday = WEEKEND if self.day % WEEK >= SATURDAY else (WEEK - 2 * WEEKEND) / SATURDAY
        rate = self.rates.signals[self.states] * weekday
        rate *= (1.0 + EXCITED * self._excited)[:, None]
        for kind, extra in BUSY_NETWORK.items():
            rate[market.busy, KINDS.index(kind)] += extra * weekday
        sessions = rng.poisson(rate)
        shares = np.where(sessions > 0, sessions * rng.choice(BURST, size=rate.shape), 0.0)
        lost = rng.random(shares.shape) > SEEN_ANYWAY
        kept = ~(market.untrackable[:, None] & (WEB | lost))
        heard = self._marketing(shares, kept, weekday)
        return shares * kept, heard

    def _marketing(self, shares: Floats, kept: NDArray[np.bool_], weekday: float) -> Ints:
        """Add what campaigns bring; return the last that each is seen to have come by."""
        came = responses(self._rng, self.states, weekday)
        np.add.at(shares, (came.clients, came.kinds), 1.0)
        heard = np.zeros(self.count, dtype=np.int64)
        seen = kept[came.clients, came.kinds]
        heard[came.clients[seen]] = came.campaigns[seen]
        self._theirs[came.clients], self._heard[came.clients] = came.campaigns, self.day
        if self.day % NEWSLETTER_EVERY == 1:
            clicked = self._newsletter(shares)
            heard[clicked & kept[:, KINDS.index(Kind.EMAIL_CLICK)]] = NEWSLETTER
        if self.day % WEBINAR_EVERY == 0:
            attended = self._rng.random(self.count) < self.rates.webinar[self.states]
            shares[attended, KINDS.index(Kind.WEBINAR_ATTENDED)] += 1.0
            heard[attended & kept[:, KINDS.index(Kind.WEBINAR_ATTENDED)]] = WEBINAR
        return heard

    def _newsletter(self, shares: Floats) -> NDArray[np.bool_]:
        """Send the newsletter: programs open it, scanners click, some people read."""
        rng, market = self._rng, self.market
        reads = market.reader & (rng.random(self.count) < self.rates.newsletter[self.states])
        slow = market.scans & (rng.random(self.count) < SCANS_UNSEEN)
        shares[market.reader & (reads | market.opens), KINDS.index(Kind.EMAIL_OPEN)] += 1.0
        clicked = market.reader & (reads | slow)
        shares[clicked, KINDS.index(Kind.EMAIL_CLICK)] += 1.0
        return clicked

    def _people(self) -> Floats:
        """Draw how many different people were behind what was seen; interest begets interest."""
        self._excited = (self.seen[:, SHOWN] > 0).sum(axis=1).clip(max=MOST_EXCITED)
        several = np.array(COLLEAGUES)[self.states]
        more = self._rng.poisson(several * self._excited)
        return np.asarray(1.0 + (self._excited > 0) * more, dtype=np.float64)

    def _draw_luck(self) -> Luck:
        rng = self._rng
        return Luck(
            rng.random(self.count), rng.random(self.count),
            draw_luck(rng, self.count), rng.random(self.count),
        )  # fmt: skip
