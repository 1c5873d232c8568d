"""The demo agency's year, told in the order in which it happened."""

from collections.abc import Callable, Iterable
from functools import partial
from random import Random
from typing import Final

import numpy as np

from warmcalls.actions.add_person import add_person
from warmcalls.actions.add_signal import add_signal
from warmcalls.actions.demo import traffic
from warmcalls.actions.demo.activity import Activity
from warmcalls.actions.demo.acts import Moment, Stage, Trace
from warmcalls.actions.demo.agenda import Agenda
from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.demo.calls import Calls
from warmcalls.actions.demo.clientele import Clientele
from warmcalls.actions.demo.clients import Company, contact_party
from warmcalls.actions.demo.deeds import TALK, deeds
from warmcalls.actions.demo.diary import plan_calls
from warmcalls.actions.demo.files import IMPORTED_AT, File, Shelf, take_in
from warmcalls.actions.demo.founding import Founding
from warmcalls.actions.demo.interest import Interest
from warmcalls.actions.demo.marketing import Desk
from warmcalls.actions.demo.money import Books
from warmcalls.actions.demo.office import plan_office
from warmcalls.actions.demo.stories import Stories
from warmcalls.actions.demo.target_list import TargetList
from warmcalls.domain.clients import Person, Role
from warmcalls.domain.incoming import Party
from warmcalls.domain.kinds import Kind
from warmcalls.domain.settings import Settings
from warmcalls.store import clients, people
from warmcalls.store.engine import Writer

RECRUITERS: Final = ("Beth Okafor", "Tom Reilly", "Asha Menon")
MARKETER: Final = "Sam Ilkley"
OWNER: Final = "Ruth Harcourt"
FULL_SIZE: Final = 400
WEEK: Final = 7
RINGS_IN: Final = 0.6


class World:
    """Draws the year and lets it happen, each event through the action a user has for it."""

    def __init__(
        self, db: Writer, agency: Settings, calendar: Calendar, clients: int, seed: int
    ) -> None:
        self.db, self.agency, self.calendar, self.seed = db, agency, calendar, seed
        self.agenda = Agenda()
        self.companies = Founding(self.rng("clients")).companies(clients)
        self.scale = clients / FULL_SIZE
        self.interest = Interest(self.companies, calendar, self.generator)
        rng = self.rng("noticed")
        self.noticed = {
            company.name: self.interest.noticed(rng, place)
            for place, company in enumerate(self.companies)
        }
        self.shelf = Shelf(calendar)
        self.stories = Stories(Stage(self.rng("stories"), calendar), self.companies)
        self.asked: dict[str, int] = {}

    def rng(self, what: str) -> Random:
        """Return a generator of its own for a part of the world, so that no part sways another."""
        return Random(f"{self.seed} {what}")

    def generator(self, what: str) -> np.random.Generator:
        """Return the like for what the simulator draws, for all clients at once."""
        return np.random.default_rng(self.rng(what).getrandbits(128))

    def happen(self, step: Callable[[int, int], None]) -> None:
        """Let the whole year happen, in order."""
        recruiters, marketer, owner = self._people()
        self._first_lists(marketer)
        self._leave_traces()
        self._enquire()
        self._put(self.stories.traces())
        rng = self.rng("bots")
        for file in self.shelf.files.values():
            traffic.add_nobody(rng, file)
            self.agenda.at(file.at, partial(take_in, self.db, self.agency, file, marketer))
        books = Books(self.db, self.calendar, self.agenda, self.rng("money"), marketer)
        books.plan()
        Desk(self.db, self.calendar, self.agenda, books, self.rng("desk")).plan(marketer, owner)
        clientele = self._clientele()
        calls = Calls(self.db, self.agency, self.calendar, clientele, books, self.rng("calls"))
        plan_calls(calls, self.agenda, self.calendar, recruiters)
        self.stories.plan(calls, self.agenda, recruiters[0])
        TargetList(self.db, self.calendar, self.agenda).plan(marketer, recruiters[0])
        plan_office(
            self.db, self.calendar, self.agenda, self.rng("office"), clientele, recruiters[0].id
        )
        self.agenda.run(self.calendar.now, step)

    def _clientele(self) -> Clientele:
        places = {company.name: i for i, company in enumerate(self.companies)}
        asked = {places[name]: day for name, day in self.asked.items()}
        return Clientele(self.db, self.companies, self.interest, asked)

    def _people(self) -> tuple[list[Person], int, int]:
        """Let the people come; return the recruiters, and who markets and who owns it."""
        for name in RECRUITERS:
            add_person(self.db, name, Role.RECRUITER)
        marketer = add_person(self.db, MARKETER, Role.MARKETER).id
        owner = add_person(self.db, OWNER, Role.OWNER).id
        return people.everyone(self.db)[: len(RECRUITERS)], marketer, owner

    def _first_lists(self, marketer: int) -> None:
        """Take the list of target clients and of their people in, before anything else."""
        start = self.calendar.at(0, IMPORTED_AT - 60)
        large = [company for company in self.companies if not company.small]
        staff = [(company, who) for company in large for who in company.staff_names]
        firms, contacts = File("target-clients.csv", start), File("contacts.csv", start)
        firms.parties = [party(n, company) for n, company in enumerate(large, 2)]
        contacts.parties = [contact_party(n, *pair) for n, pair in enumerate(staff, 2)]
        take_in(self.db, self.agency, firms, marketer)
        take_in(self.db, self.agency, contacts, marketer)

    def _leave_traces(self) -> None:
        """Draw what everybody does, day by day, and sort it into files."""
        rng, last = self.rng("signals"), self.calendar.today
        doing = deeds(Stage(rng, self.calendar, self.noticed))
        others = traffic.Traffic(self.rng("traffic"), self.calendar, self.scale)
        activity = Activity(self.interest, self.calendar, self.generator("activity"))
        for day in range(last + 1):
            for place, deed in activity.of(day):
                moment = self._moment(place, day)
                if moment and deed == TALK:
                    self._plan_talk(moment, rng)
                elif moment:
                    self._put(doing[deed](moment))
            if day % WEEK == WEEK - 1 or day == last:
                self._put(others.week(list(range(day - day % WEEK, day + 1))))
        for day, place, deed in activity.gatherings():
            moment = self._moment(place, day)
            if moment:
                self._put(doing[deed](moment))

    def _moment(self, place: int, day: int) -> Moment | None:
        """Return a client on a day; a little firm does nothing but answer the advert."""
        company, last = self.companies[place], self.calendar.today
        if company.small:
            return None
        return Moment(company, day, self.interest.state(place, min(day, last)))

    def _put(self, traces: Iterable[Trace]) -> None:
        for trace in traces:
            self.shelf.put(trace)

    def _plan_talk(self, moment: Moment, rng: Random) -> None:
        """Let somebody ring in or meet a recruiter, who writes it down there and then."""
        kind = Kind.PHONE_IN if rng.random() < RINGS_IN else Kind.MET
        at = self.calendar.at(moment.day, rng.randint(9 * 60, 17 * 60))
        self.agenda.at(at, partial(self._talk, moment.company, kind, at))

    def _talk(self, company: Company, kind: Kind, at: int) -> None:
        client_id = clients.ids_by_name(self.db, company.name)[0]
        client = clients.by_id(self.db, client_id)
        who = client.contacts[0].id if client and client.contacts else None
        person = client.owner_id if client else None
        add_signal(self.db, client_id, kind, at=at, now=at, contact_id=who, person_id=person)

    def _enquire(self) -> None:
        """Let the chat adverts bring their enquiries, and the little firms behind some of them."""
        others = traffic.Traffic(self.rng("messenger"), self.calendar, self.scale)
        for firm, trace in others.enquiries([c for c in self.companies if c.small]):
            self.shelf.put(trace)
            if firm:
                lines = self.shelf.file("messenger", trace.day).parties
                lines.append(party(len(lines) + 2, firm))
                lines.append(contact_party(len(lines) + 2, firm, firm.staff_names[0]))
                self.asked[firm.name] = trace.day


def party(line: int, company: Company) -> Party:
    """Return a company as a line of the agency's list, with the recruiter it belongs to."""
    return company.party(line, RECRUITERS[company.owner])
