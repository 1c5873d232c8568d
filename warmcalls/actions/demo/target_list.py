"""How the demo's people keep the list of target clients: tags, and firms typed in twice."""

from functools import partial
from typing import Final

from warmcalls.actions.add_client import add_client
from warmcalls.actions.client_list import client_ids
from warmcalls.actions.demo.agenda import Agenda
from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.desk import desk
from warmcalls.actions.edit_clients import tag_clients
from warmcalls.actions.find_duplicates import find_duplicates
from warmcalls.domain.client_query import Condition, Op, Question
from warmcalls.domain.clients import Person
from warmcalls.domain.incoming import IncomingClient, IncomingPhone, Party
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import MINUTE
from warmcalls.store import clients, signals
from warmcalls.store.engine import Writer

AT: Final = 16 * 60
TAGGED_AGO, TYPED_AGO = 12, 4
TAGS: Final = {"guide": Kind.DOWNLOAD, "webinar": Kind.WEBINAR_ATTENDED, "referral": Kind.REFERRAL}
DRIVERS: Final = "Transport"
TYPED_IN: Final = (
    (
        "Calloway Build",
        IncomingClient(
            "Calloway Builders Ltd", town="Bradford", website="www.calloway-build.example"
        ),
    ),
    (
        "Penhallow Foods",
        IncomingClient("Penhalow Foods Limited", tier="A", sector="Food", town="Hull"),
    ),
    (
        "Marlowe & Stone Solicitors",
        IncomingClient("Marlow & Stone Solicitors", sector="Legal", town="York"),
    ),
)
"""Who is typed in though there already, and as what; the same number goes with the last."""


class TargetList:
    """Puts on the agenda what is done to the list."""

    def __init__(self, db: Writer, calendar: Calendar, agenda: Agenda) -> None:
        self.db, self.calendar, self.agenda = db, calendar, agenda

    def plan(self, marketer: int, recruiter: Person) -> None:
        """Put everything on the agenda; what would lie before the year is left out."""
        self._on(TAGGED_AGO, partial(self._tag, marketer))
        self._on(TYPED_AGO, partial(self._type, recruiter.id))

    def _on(self, ago: int, act: "partial[None]") -> None:
        day = self.calendar.today - ago
        if day > 0:
            at = self.calendar.at(day, AT)
            self.agenda.at(at, partial(act, at))

    def _tag(self, marketer: int, now: int) -> None:
        """Tag who read, came or was sent, and the hauliers."""
        for tag, kind in TAGS.items():
            ids = signals.clients_with(self.db, kind)
            tag_clients(self.db, ids, add=(tag,), now=now, person_id=marketer)
        hauliers = Question(where=(Condition("sector", Op.IS, (DRIVERS,)),))
        ids = client_ids(desk(self.db, now), hauliers)
        tag_clients(self.db, ids, add=("drivers",), now=now, person_id=marketer)

    def _type(self, recruiter: int, now: int) -> None:
        """Type firms in that are there already, spelt another way."""
        for number, (there, typed) in enumerate(TYPED_IN):
            for client_id in clients.ids_by_name(self.db, there):
                client = clients.by_id(self.db, client_id)
                phones = client.phones[:1] if client else ()
                same = tuple(IncomingPhone(phone.number, "switchboard") for phone in phones)
                whole = IncomingClient(
                    typed.name, tier=typed.tier, sector=typed.sector, town=typed.town,
                    website=typed.website, phones=same,
                )  # fmt: skip
                at = now + number * MINUTE
                add_client(self.db, Party(0, whole), now=at, person_id=recruiter)
        find_duplicates(self.db, now=now)
