"""What the demo's marketer and owner write down: criteria, experiments, the plan, the four Cs."""

from functools import partial
from random import Random
from typing import Final

from warmcalls.actions.demo.agenda import Agenda
from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.demo.campaigns import PLANS
from warmcalls.actions.demo.money import Books
from warmcalls.actions.experiments import decide_experiment, start_experiment
from warmcalls.actions.lead_criteria import save_criteria
from warmcalls.actions.month_figures import set_month_figure
from warmcalls.actions.plan_budget import plan_budget
from warmcalls.domain.lead_criteria import LeadCriteria
from warmcalls.domain.periods import month_after
from warmcalls.store import experiments
from warmcalls.store.engine import Writer

AT: Final = 15 * 60
CRITERIA_AGO, EXPERIMENT_AGO, DECIDED_AGO, PLAN_AGO = 200, 90, 40, 60
AGREED: Final = LeadCriteria(
    "A company with a real hiring need this year, and somebody there we can ask for by name.",
    tiers=("A", "B", "C"), needs_contact=True, needs_number=True,
)  # fmt: skip
GUIDE, KIT = "salary-guide", "interview-kit"
WEBINARS, BREAKFASTS = "hiring-webinars", "breakfast-events"
SETTLED: Final = "Webinars or breakfasts"
CANDIDATES: Final = (34, 58)
COLLEAGUES: Final = 6


class Desk:
    """Puts what the marketer and the owner write down on the agenda."""

    def __init__(
        self, db: Writer, calendar: Calendar, agenda: Agenda, books: Books, rng: Random
    ) -> None:
        self.db, self.calendar, self.agenda = db, calendar, agenda
        self.books, self.rng = books, rng

    def plan(self, marketer: int, owner: int) -> None:
        """Put everything on the agenda; what would lie before the year is left out."""
        self._on(CRITERIA_AGO, partial(self._criteria, marketer))
        self._on(EXPERIMENT_AGO, partial(self._try, marketer))
        self._on(DECIDED_AGO, partial(self._decide, marketer))
        self._on(PLAN_AGO, partial(self._budget, owner))
        ends = [day for day, last in enumerate(self._is_month_end()) if last]
        for day in ends:
            at = self.calendar.at(day, AT)
            self.agenda.at(at, partial(self._count, self.calendar.iso(day)[:7], owner, at))

    def _on(self, ago: int, act: partial[None]) -> None:
        day = self.calendar.today - ago
        if day > 0:
            at = self.calendar.at(day, AT)
            self.agenda.at(at, partial(act, at))

    def _is_month_end(self) -> list[bool]:
        days = self.calendar.days[: self.calendar.today]
        after = self.calendar.days[1 : self.calendar.today + 1]
        return [one.month != other.month for one, other in zip(days, after, strict=True)]

    def _criteria(self, person: int, now: int) -> None:
        save_criteria(self.db, AGREED, now=now, person_id=person)

    def _try(self, person: int, now: int) -> None:
        known = self.books.campaigns
        for name, codes, hope in (
            ("Guide or interview kit", (GUIDE, KIT), "Who plans pay is nearer to hiring."),
            (SETTLED, (WEBINARS, BREAKFASTS), "A room of ten beats a screen."),
        ):
            if all(code in known for code in codes):
                start_experiment(
                    self.db, name, [(known[code], "") for code in codes], now=now, hope=hope,
                    decides="Leads worth the time, 20 to 1.", person_id=person,
                )  # fmt: skip

    def _decide(self, person: int, now: int) -> None:
        found = experiments.id_by_name(self.db, SETTLED)
        if found is not None:
            decide_experiment(
                self.db, found, "Keep the webinars, halve the breakfasts.",
                "As good a conversation for a quarter of the money.", now=now, person_id=person,
            )  # fmt: skip

    def _budget(self, person: int, now: int) -> None:
        """Plan half a year by channel: what the campaigns that run are meant to cost."""
        channels: dict[str, int] = {}
        for plan in PLANS:
            if not plan.ended:
                channels[plan.channel] = channels.get(plan.channel, 0) + plan.monthly
        first = self.calendar.iso(self.calendar.today - PLAN_AGO)[:7]
        for ahead in range(6):
            month = month_after(first, ahead)
            for channel, pounds in channels.items():
                plan_budget(
                    self.db, month, channel, round(pounds / 50) * 5_000, now=now, person_id=person
                )

    def _count(self, month: str, person: int, now: int) -> None:
        for name, value in (
            ("candidates", self.rng.randint(*CANDIDATES)),
            ("colleagues", COLLEAGUES + (self.rng.random() < 0.3)),
        ):
            set_month_figure(self.db, month, name, value, now=now, person_id=person)
