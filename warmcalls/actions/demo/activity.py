"""Activity: what the demo's clients do on each day, drawn from the simulator's rates."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.actions.demo.calendar import Calendar, is_free
from warmcalls.actions.demo.deeds import DEED_OF, LIKE
from warmcalls.actions.demo.gatherings import COMES, events, webinars
from warmcalls.actions.demo.interest import Interest
from warmcalls.domain.kinds import KINDS
from warmcalls.simulator.counters import SHOWN
from warmcalls.simulator.world import (
    EXCITED,
    MOST_EXCITED,
    SATURDAY,
    SCANS_UNSEEN,
    SEEN_ANYWAY,
    WEB,
    WEEK,
    WEEKEND,
)

TUESDAY: Final = 1
LETTER_WEEKS: Final = 2
# a breakfast takes a morning, and so it draws fewer of those asked than a webinar does
BREAKFAST: Final = 0.5
# 400 clients are asked by name, by recruiters who know them: a market of thousands is not
ASKED_BY_NAME: Final = 4.0
MOST_A_DAY: Final = 3
# the agency's letters have a link of its own for everybody, which most visitors once came by
KNOWN_BY_LINK: Final = 0.95


class Activity:
    """Draws who does what, day by day from the first."""

    def __init__(self, interest: Interest, calendar: Calendar, rng: np.random.Generator) -> None:
        self.interest, self.calendar, self.rng = interest, calendar, rng
        rates = interest.rates.signals
        self.rates = np.zeros_like(rates)
        for kind in DEED_OF:
            other, share = LIKE.get(kind, (kind, 1.0))
            self.rates[:, KINDS.index(kind)] = share * rates[:, KINDS.index(other)]
        count = interest.states.shape[1]
        self.excited = np.zeros(count)
        self.unseen = interest.market.untrackable & (rng.random(count) > KNOWN_BY_LINK)
        tuesdays = [i for i in calendar.working if calendar.days[i].weekday() == TUESDAY]
        self.letters = frozenset(tuesdays[::-LETTER_WEEKS])
        self.webinars, self.events = webinars(calendar), events(calendar)

    def of(self, day: int) -> Iterator[tuple[int, str]]:
        """Yield who does what on a day, as their place in the list and the deed."""
        states = self.interest.states[day]
        free = is_free(self.calendar.days[day])
        weekday = WEEKEND if free else (WEEK - 2 * WEEKEND) / SATURDAY
        rate = self.rates[states] * weekday * (1.0 + EXCITED * self.excited)[:, None]
        seen = self._seen(np.minimum(self.rng.poisson(rate), MOST_A_DAY))
        self.excited = (seen[:, SHOWN] > 0).sum(axis=1).clip(max=MOST_EXCITED)
        for place, kind in np.argwhere(seen):
            for _ in range(seen[place, kind]):
                yield int(place), DEED_OF[KINDS[kind]]
        if day in self.letters:
            yield from self._letter(states)

    def gatherings(self) -> Iterator[tuple[int, int, str]]:
        """Yield who signs up for what was held or is to come: day of it, place, deed."""
        today = self.calendar.today
        for days, deed, share in (
            (self.webinars, "webinar", ASKED_BY_NAME),
            (self.events, "event", ASKED_BY_NAME * BREAKFAST),
        ):
            for day in sorted(days):
                states = self.interest.states[min(day, today)]
                signs = share * self.interest.rates.webinar[states] / COMES
                for place in np.flatnonzero(self.rng.random(len(states)) < signs):
                    yield day, int(place), deed

    def _seen(self, done: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return what is seen of it: some clients' visits cannot be told from anybody's."""
        lost = self.rng.random(done.shape) > SEEN_ANYWAY
        return np.where(self.unseen[:, None] & (WEB | lost), 0, done)

    def _letter(self, states: NDArray[np.int64]) -> Iterator[tuple[int, str]]:
        """Send the newsletter: programs open it, scanners click, some people read."""
        rng, market, count = self.rng, self.interest.market, len(states)
        reads = market.reader & (rng.random(count) < self.interest.rates.newsletter[states])
        slow = market.reader & market.scans & (rng.random(count) < SCANS_UNSEEN)
        for place in np.flatnonzero(market.reader & (reads | market.opens)):
            yield int(place), "open"
        for place in np.flatnonzero(reads | slow):
            yield int(place), "click"
