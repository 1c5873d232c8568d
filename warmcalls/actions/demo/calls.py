"""The demo's recruiters at work: whom they ring, and everything that follows from it."""

from dataclasses import replace
from random import Random
from typing import Final

from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.demo.clientele import Clientele
from warmcalls.actions.demo.interest import COLD
from warmcalls.actions.demo.money import Books
from warmcalls.actions.demo.outcomes import Ring, draw, good
from warmcalls.actions.desk import Desk
from warmcalls.actions.learning import relearn
from warmcalls.actions.propose import Pick, describe
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.domain.calls import CallKind, WarmCall
from warmcalls.domain.clients import Person
from warmcalls.domain.outcomes import Outcome, Result
from warmcalls.domain.settings import Settings
from warmcalls.store import standing
from warmcalls.store.engine import Writer

LIST_MADE: Final = 8 * 60 + 45
FIRST_CALL: Final = 9 * 60 + 5
MINUTES_A_CALL: Final = 13
BUSY_DAYS: Final = 75  # since the agency took to the list
LIKELY: Final = ((1.0, 1.5, 2.0), (0.2, 1.2, 3.0))
CHOSEN_FROM: Final = 5
TESTS_AMONG_COLD: Final = 0.2
SPARED_DAYS: Final = 20
MONTH: Final = 30
MEETINGS_FOLLOWED: Final = 0.5
BRIEF_AFTER_MEETING: Final = 0.6


class Calls:
    """Rings clients session by session, through the list's own proposals and outcomes."""

    def __init__(
        self,
        db: Writer,
        agency: Settings,
        calendar: Calendar,
        clientele: Clientele,
        books: Books,
        rng: Random,
    ) -> None:
        self.db, self.agency, self.calendar = db, agency, calendar
        self.clientele, self.books, self.rng = clientele, books, rng
        self.made, self.learnt = 0, 0

    def session(self, day: int, recruiter: int, person: Person, wanted: int) -> None:
        """Ring through one recruiter's session of a day: promises, follow-ups, then warm ones."""
        self._learn(day)
        desk = Desk(self.db, self.calendar.at(day, LIST_MADE), self.agency, person)
        for turn, call in enumerate(describe(desk, self._picks(desk, day, recruiter, wanted))):
            minute = FIRST_CALL + turn * MINUTES_A_CALL + self.rng.randrange(8)
            self._ring(self._as_ring(call, person, day, self.calendar.at(day, minute)), call, day)

    def tell(
        self,
        day: int,
        minute: int,
        place: int,
        person: Person,
        result: Result,
        *,
        until: int = 0,
        note: str = "",
    ) -> None:
        """Ring a client with whom it is clear what comes of it."""
        at = self.calendar.at(day, minute)
        desk = Desk(self.db, at, self.agency, person)
        call = describe(desk, [Pick(self.clientele.id_of(place), CallKind.WARM)])[0]
        outcome = good(self.rng, self._as_ring(call, person, day, at), result, until)
        self._record(replace(outcome, note=note or outcome.note), call)

    def _learn(self, day: int) -> None:
        """Learn from the month before; after every outcome would take a minute for a year."""
        if day // MONTH > self.learnt:
            self.learnt = day // MONTH
            relearn(self.db, self.agency)

    def _picks(self, desk: Desk, day: int, recruiter: int, wanted: int) -> list[Pick]:
        tomorrow = self.calendar.at(day + 1, 0)
        due = standing.callbacks_due(self.db, tomorrow, desk.person_id)
        picks = [Pick(i, CallKind.CALLBACK, at) for i, at in due.items()]
        owned = self.clientele.owned_by(recruiter)
        again = [i for i in owned if self.clientele.follow_ups.get(i, day + 1) <= day]
        taken = {*due, *(self.clientele.id_of(i) for i in again)}
        picks += [Pick(i, CallKind.WARM) for i in sorted(taken - set(due))]
        asked = [self.clientele.id_of(i) for i in self._asked(day, recruiter)]
        likely = [self.clientele.id_of(i) for i in self._likely(owned, day, wanted)]
        ready = standing.ready_among(self.db, asked + likely, desk.now, desk.person_id) - taken
        fresh = [i for i in likely if i in ready][: max(wanted - len(picks), 0)]
        fresh += [i for i in asked if i in ready]
        return picks + [self._pick(i, day, len(owned)) for i in fresh]

    def _pick(self, client_id: int, day: int, pool: int) -> Pick:
        """Return a warm call; now and then one to a cold client is a test call."""
        cold = self.clientele.state(self.clientele.places[client_id], day) == COLD
        small = self.clientele.companies[self.clientele.places[client_id]].small
        if cold and not small and self.rng.random() < TESTS_AMONG_COLD:
            return Pick(client_id, CallKind.TEST, test_chance=1 / pool)
        return Pick(client_id, CallKind.WARM)

    def _asked(self, day: int, recruiter: int) -> list[int]:
        """Return up to two little firms that answered an advert before today."""
        asked, companies = self.clientele.asked, self.clientele.companies
        found = [i for i in asked if asked[i] < day - 7 and companies[i].owner == recruiter][:2]
        for place in found:
            del asked[place]
        return found

    def _likely(self, owned: list[int], day: int, wanted: int) -> list[int]:
        """Draw clients without repeating any, the warm ones sooner."""
        ago = self.calendar.today - day
        weights = LIKELY[ago <= BUSY_DAYS]
        spared = self.clientele.spared if ago <= SPARED_DAYS else ()
        keyed = [
            (self.rng.random() ** (1 / weights[self.clientele.state(i, day)]), i) for i in owned
        ]
        keyed.sort(reverse=True)
        return [i for _, i in keyed if i not in spared][: CHOSEN_FROM * wanted]

    def _as_ring(self, call: WarmCall, person: Person, day: int, at: int) -> Ring:
        place = self.clientele.places[call.client_id]
        self.made += 1
        return Ring(
            key=f"demo-{self.made}",
            company=self.clientele.companies[place],
            client_id=call.client_id,
            contact_id=call.contact.id if call.contact else None,
            first=call.contact.name.split(" ")[0] if call.contact else "",
            person_id=person.id,
            at=at,
            state=self.clientele.state(place, day),
        )

    def _ring(self, ring: Ring, call: WarmCall, day: int) -> None:
        place = self.clientele.places[call.client_id]
        follow_up = self.clientele.follow_ups.pop(place, None) is not None
        if follow_up and self.rng.random() < BRIEF_AFTER_MEETING:
            outcome = good(self.rng, ring, Result.JOB_BRIEF, 0)
        else:
            outcome = draw(self.rng, ring, self._later(day, 3), self._later(day, 40))
        self._record(outcome, call)
        if outcome.result is Result.MEETING and self.rng.random() < MEETINGS_FOLLOWED:
            self.clientele.follow_ups[place] = day + self.rng.randint(6, 14)

    def _record(self, outcome: Outcome, call: WarmCall) -> None:
        done = record_outcome(self.db, outcome, proposed=call, learns=False)
        if outcome.result is Result.JOB_BRIEF:
            self.books.brief_taken(outcome, done.id)

    def _later(self, day: int, least: int) -> int:
        """Draw when to ring again; never today, whose promises are a story of their own."""
        days = day - self.calendar.today + self.rng.randint(least, least + 14)
        if -4 <= days <= 0:
            days = self.rng.randint(1, 9)
        return self.calendar.ahead(days, 9 * 60 + 15 * self.rng.randint(2, 30))
