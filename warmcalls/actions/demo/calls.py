"""The demo's recruiters at work: whom they ring, and everything that follows from it."""

from dataclasses import replace
from random import Random
from typing import Final

from warmcalls.actions.chance_of_tests import with_test_chance
from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.demo.clientele import Clientele, FollowUp
from warmcalls.actions.demo.money import Books
from warmcalls.actions.demo.outcomes import Ring, draw, good, is_final
from warmcalls.actions.desk import Desk
from warmcalls.actions.learning import relearn
from warmcalls.actions.propose import Pick, describe
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.actions.todays_list import DEFAULT_CAPACITY, pick_calls
from warmcalls.domain.calls import CallKind, WarmCall
from warmcalls.domain.clients import Person
from warmcalls.domain.outcomes import Outcome, Reach, Result
from warmcalls.domain.settings import Settings
from warmcalls.store import standing
from warmcalls.store.engine import Writer

BEGINS: Final = (9 * 60 + 5, 10 * 60 + 40, 13 * 60 + 30)
LIST_MADE: Final = -20  # minutes from the first call
MINUTES_A_CALL: Final = 13
LISTED_DAYS: Final = 240  # since the agency took to the list
BUSY_DAYS: Final = 75  # since it found that it pays
CHOSEN_FROM: Final = 5
SPARED_DAYS: Final = 20
WEEK: Final = 7
MEETINGS_FOLLOWED: Final = 0.8
TRIES: Final = 3


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
        begins = begin(self.calendar, day, recruiter)
        desk = Desk(self.db, self.calendar.at(day, begins + LIST_MADE), self.agency, person)
        for turn, call in enumerate(describe(desk, self._picks(desk, day, recruiter, wanted))):
            minute = begins + turn * MINUTES_A_CALL + self.rng.randrange(8)
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
        """Ring a client who asked for it, and with whom it is clear what comes of it."""
        at = self.calendar.at(day, minute)
        desk = Desk(self.db, at, self.agency, person)
        call = describe(desk, [Pick(self.clientele.id_of(place), CallKind.CALLBACK, at)])[0]
        outcome = good(self.rng, self._as_ring(call, person, day, at), result, until)
        self._record(replace(outcome, note=note or outcome.note), call)

    def _learn(self, day: int) -> None:
        """Learn from the weeks before; after every outcome would take a minute for a year."""
        if day // WEEK > self.learnt:
            self.learnt = day // WEEK
            relearn(self.db, self.agency)

    def _picks(self, desk: Desk, day: int, recruiter: int, wanted: int) -> list[Pick]:
        """Return whom a recruiter rings: promises, follow-ups, the list or habit, advert leads."""
        listed = self.calendar.today - day <= LISTED_DAYS
        picks = self._listed(desk, day) if listed else self._promised(desk, day)
        owned = self.clientele.owned_by(recruiter)
        promised = sum(pick.kind is CallKind.CALLBACK for pick in picks)
        taken = {pick.client_id for pick in picks[:promised]}
        due = set(self.clientele.to_follow_up(owned, day)) - self._apart(day)
        again = {self.clientele.id_of(i) for i in due}
        # after a meeting it is agreed to talk again
        after = [Pick(i, CallKind.CALLBACK, desk.now) for i in sorted(again - taken)]
        fresh = picks[promised:] if listed else self._by_habit(desk, owned, wanted)
        room, taken = max(wanted - promised - len(after), 0), {*taken, *again}
        chosen = [pick for pick in fresh if pick.client_id not in taken][:room]
        taken |= {pick.client_id for pick in chosen}
        asked = [self.clientele.id_of(i) for i in self._asked(day, recruiter)]
        ready = standing.ready_among(self.db, asked, desk.now, desk.person_id) - taken
        answered = (Pick(i, CallKind.WARM) for i in asked if i in ready)
        return [*picks[:promised], *after, *chosen, *answered]

    def _listed(self, desk: Desk, day: int) -> list[Pick]:
        """Return the recruiter's list as the app makes it, but for those who are told apart."""
        capacity = desk.person.capacity if desk.person else DEFAULT_CAPACITY
        picks = with_test_chance(desk, pick_calls(desk, capacity, capacity), capacity)
        apart = {None, *self._apart(day)}
        return [
            pick
            for pick in picks
            if pick.kind is CallKind.CALLBACK
            or self.clientele.place_of(pick.client_id) not in apart
        ]

    def _apart(self, day: int) -> set[int]:
        """Return the clients whose calls on a day are told apart."""
        return self.clientele.told(late=self.calendar.today - day <= SPARED_DAYS)

    def _promised(self, desk: Desk, day: int) -> list[Pick]:
        due = standing.callbacks_due(self.db, self.calendar.at(day + 1, 0), desk.person_id)
        return [Pick(i, CallKind.CALLBACK, at) for i, at in due.items()]

    def _by_habit(self, desk: Desk, owned: list[int], wanted: int) -> list[Pick]:
        """Draw clients without repeating any, the good names sooner: nobody looks at signals."""
        companies = self.clientele.companies
        keyed = [(self.rng.random() ** (1 / companies[i].keen), i) for i in owned]
        keyed.sort(reverse=True)
        likely = [self.clientele.id_of(i) for _, i in keyed[: CHOSEN_FROM * wanted]]
        ready = standing.ready_among(self.db, likely, desk.now, desk.person_id)
        return [Pick(i, CallKind.WARM) for i in likely if i in ready]

    def _asked(self, day: int, recruiter: int) -> list[int]:
        """Return up to two little firms that answered an advert before today."""
        asked, companies = self.clientele.asked, self.clientele.companies
        found = [i for i in asked if asked[i] < day - 7 and companies[i].owner == recruiter][:2]
        for place in found:
            del asked[place]
        return found

    def _as_ring(self, call: WarmCall, person: Person, day: int, at: int) -> Ring:
        place, interest = self.clientele.places[call.client_id], self.clientele.interest
        self.made += 1
        return Ring(
            key=f"demo-{self.made}",
            company=self.clientele.companies[place],
            client_id=call.client_id,
            contact_id=call.contact.id if call.contact else None,
            first=call.contact.name.split(" ")[0] if call.contact else "",
            person_id=person.id,
            at=at,
            state=interest.state(place, day),
            answers=interest.reach(place),
            worth=interest.worth(place, day),
        )

    def _ring(self, ring: Ring, call: WarmCall, day: int) -> None:
        place = self.clientele.places[call.client_id]
        follow_up = self.clientele.follow_ups.pop(place, None)
        outcome = draw(self.rng, ring, self._later(day, 3), self._later(day, 40))
        while place in self.clientele.spared and is_final(outcome):
            outcome = draw(self.rng, ring, self._later(day, 3), self._later(day, 40))
        if follow_up and outcome.worth:
            outcome = good(self.rng, ring, Result.JOB_BRIEF, 0)
        elif follow_up and outcome.reach is not Reach.SPOKE and follow_up.tries < TRIES:
            self.clientele.follow_ups[place] = FollowUp(day + 2, follow_up.tries + 1)
        self._record(outcome, call)
        if outcome.result is Result.MEETING and self.rng.random() < MEETINGS_FOLLOWED:
            self.clientele.follow_ups[place] = FollowUp(day + self.rng.randint(6, 14))

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


def begin(calendar: Calendar, day: int, recruiter: int) -> int:
    """Return the minute of a day at which a recruiter begins to ring: all times of day get some.

    On the last all begin early: what was promised then for the afternoon is overdue today.
    """
    late = 0 if day == calendar.working[-1] else day + recruiter
    return BEGINS[late % len(BEGINS)]
