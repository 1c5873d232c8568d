"""The last days of the eight clients that the manual's screens show."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from warmcalls.actions.demo import subjects
from warmcalls.actions.demo.acts import Moment, Stage, Trace
from warmcalls.actions.demo.agenda import Agenda
from warmcalls.actions.demo.calls import Calls
from warmcalls.actions.demo.clients import Company
from warmcalls.actions.demo.founding import KNOWN
from warmcalls.actions.demo.gatherings import WEBINAR_AT, Gatherings
from warmcalls.actions.demo.visits import Page, Visits
from warmcalls.actions.record_placement import record_payment, record_placement
from warmcalls.domain.clients import Person
from warmcalls.domain.kinds import Kind
from warmcalls.domain.outcomes import Result
from warmcalls.simulator.rates import HOT

PLACES: Final = {row[0]: place for place, row in enumerate(KNOWN)}
GUIDE: Final = "guide"
FEES: Final = (Kind.SERVICES_PAGE, "Fees")
HIRE: Final = (Kind.SERVICES_PAGE, "Hire with Us")
NOTICE: Final = (Kind.GUIDE_PAGE, "Notice Periods for Transport Managers")
# who looked at what, working days ago: client, person, pages; "guide" is the year's salary guide
VISITS: Final[tuple[tuple[int, str, int, tuple[Page | str, ...]], ...]] = (
    (5, "Penhallow Foods", 0, (GUIDE,)),
    (4, "Northmoor Logistics", 1, (GUIDE,)),
    (4, "Marlowe & Stone Solicitors", 0, (NOTICE,)),
    (3, "Northmoor Logistics", 2, (GUIDE,)),
    (3, "Calloway Build", 0, (FEES, HIRE)),
    (3, "Calloway Build", 1, (FEES,)),
    (2, "Ashgrove Dental Group", 0, (GUIDE,)),
    (2, "Penhallow Foods", 0, (GUIDE, HIRE)),
    (2, "Marlowe & Stone Solicitors", 0, (NOTICE,)),
    (1, "Northmoor Logistics", 0, (FEES, GUIDE)),
    (1, "Fairlea Care", 0, (FEES, (Kind.CONTACT_PAGE, "Submit a Vacancy"))),
)
ATTENDED: Final = (("Northmoor Logistics", 0), ("Brightwater Housing", 0))
# working days ago, who, and minutes into the day
CALLED: Final[tuple[tuple[int, str, Result, str, int | None], ...]] = (
    (16, "Northmoor Logistics", Result.CALL_BACK, "Budget is signed off at the month’s end.", 600),
    (9, "Ashgrove Dental Group", Result.CALL_BACK, "Wants to see hygienist rates first.", 870),
    (30, "Marlowe & Stone Solicitors", Result.SEND_INFORMATION, "Send paralegal pay.", None),
)  # fmt: skip
PLACED: Final = (
    (110, "Northmoor Logistics", "Transport planner", 790_000),
    (190, "Penhallow Foods", "Shift lead", 620_000),
    (21, "Brightwater Housing", "Repairs supervisor", 540_000),
)
PAID_WITHIN: Final = 34


class Stories:
    """Tells what the manual shows: traces first, then calls and placements."""

    def __init__(self, stage: Stage, companies: list[Company]) -> None:
        self.stage = stage
        self.companies = companies
        self.known = {name: place for name, place in PLACES.items() if place < len(companies)}

    def traces(self) -> Iterator[Trace]:
        """Yield what these clients looked at, came to and sent in the last days."""
        if len(self.known) < len(PLACES):
            return
        visits = Visits(self.stage)
        for ago, name, who, pages in VISITS:
            moment = self._moment(name, ago)
            guide = (Kind.GUIDE_PAGE, subjects.guide(self.stage.guide_year(moment.day)))
            chosen = [guide if isinstance(page, str) else page for page in pages]
            yield from visits.visit(moment, chosen, moment.company.staff_names[who])
        for name, who in ATTENDED:
            yield from self._attended(name, who)
        yield from self._answers()

    def _answers(self) -> Iterator[Trace]:
        guide = subjects.guide(self.stage.guide_year(self.stage.calendar.today))
        for ago, name, source, kind, subject, code in (
            (6, "Penhallow Foods", "downloads", Kind.DOWNLOAD, guide, "salary-guide"),
            (2, "Northmoor Logistics", "newsletter", Kind.EMAIL_CLICK, guide, "newsletter"),
            (1, "Brightwater Housing", "newsletter", Kind.EMAIL_CLICK, guide, "newsletter"),
            (1, "Fairlea Care", "enquiries", Kind.FORM, "Hire with Us", "salary-guide"),
        ):
            moment = self._moment(name, ago)
            yield self.stage.by(moment.company.staff_names[0], source, moment, kind, subject, code)

    def _attended(self, name: str, who: int) -> Iterator[Trace]:
        webinars = Gatherings(self.stage).webinars
        day = max((day for day in webinars if day < self.stage.calendar.today), default=None)
        if day is not None:
            moment = Moment(self.companies[self.known[name]], day, HOT)
            somebody, at = moment.company.staff_names[who], self.stage.calendar.at(day, WEBINAR_AT)
            kind, title = Kind.WEBINAR_ATTENDED, webinars[day]
            yield self.stage.by(somebody, "webinars", moment, kind, title, "hiring-webinars", at)

    def _moment(self, name: str, ago: int) -> Moment:
        """Return a client some working days ago."""
        working = self.stage.calendar.working
        return Moment(self.companies[self.known[name]], working[-min(ago, len(working))], HOT)

    def plan(self, calls: Calls, agenda: Agenda, person: Person) -> None:
        """Put the calls and placements of these clients on the agenda."""
        if len(self.known) < len(PLACES):
            return
        calendar = self.stage.calendar
        for ago, name, result, note, minute in CALLED:
            day = calendar.working[-min(ago, len(calendar.working))]
            until = calendar.at(calendar.today, minute) if minute else 0
            tell = partial(
                calls.tell, day, 15 * 60 + 10, PLACES[name], person, result, until=until, note=note
            )
            agenda.at(calendar.at(day, 15 * 60 + 10), tell)
        for ago, name, title, fee in PLACED:
            if ago < calendar.today:
                day = calendar.today - ago
                place = partial(
                    self._place, calls, agenda, name, title=title, fee=fee, day=day,
                    person_id=person.id,
                )  # fmt: skip
                agenda.at(calendar.at(day, 17 * 60), place)

    def _place(
        self,
        calls: Calls,
        agenda: Agenda,
        name: str,
        *,
        title: str,
        fee: int,
        day: int,
        person_id: int,
    ) -> None:
        """Place somebody, and have the fee paid when it is due."""
        calendar, paid = self.stage.calendar, day + PAID_WITHIN
        placed = record_placement(
            calls.db, calls.clientele.id_of(PLACES[name]), title, placed_on=calendar.iso(day),
            fee=fee, now=calendar.at(day, 17 * 60), person_id=person_id,
        )  # fmt: skip
        if paid < calendar.today:
            at = calendar.at(paid, 17 * 60)
            pay = partial(record_payment, calls.db, placed.id, calendar.iso(paid), now=at)
            agenda.at(at, pay)
