"""What the demo's marketing costs, and what its placements bring."""

from collections.abc import Iterator
from functools import partial
from random import Random
from typing import Final

from warmcalls.actions.add_campaign import add_campaign
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.demo.agenda import Agenda
from warmcalls.actions.demo.calendar import DAYS_A_MONTH, Calendar
from warmcalls.actions.demo.campaigns import PLANS, Plan
from warmcalls.actions.record_placement import record_payment, record_placement
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Outcome
from warmcalls.store import placements
from warmcalls.store.engine import Writer

FILLED: Final = 0.72
BEFORE_WORK: Final = 7 * 60
OFFICE_CLOSES: Final = 17 * 60 + 40


class Books:
    """Writes campaigns and their spend down as they fall due, and fees as they come in."""

    def __init__(
        self, db: Writer, calendar: Calendar, agenda: Agenda, rng: Random, marketer: int
    ) -> None:
        self.db, self.calendar, self.agenda = db, calendar, agenda
        self.rng, self.marketer = rng, marketer
        self.campaigns: dict[str, int] = {}
        self.invoices = 0

    def plan(self) -> None:
        """Put every campaign and its spend on the agenda."""
        for plan in PLANS:
            began = self.calendar.at(max(self.calendar.today - plan.began, 0), BEFORE_WORK)
            self.agenda.at(began, partial(self._begin, plan, began))
            for first, last in months(self.calendar, plan):
                ends = self.calendar.at(last, OFFICE_CLOSES)
                self.agenda.at(ends, partial(self._spend, plan, first, last, ends))

    def _begin(self, plan: Plan, now: int) -> None:
        ends = self.calendar.today - plan.ended
        months = (min(plan.began, self.calendar.today) - plan.ended) / DAYS_A_MONTH
        self.campaigns[plan.code] = add_campaign(
            self.db,
            plan.name.format(year=self.calendar.days[-1].year),
            now=now,
            channel=plan.channel,
            starts=self.calendar.iso(max(self.calendar.today - plan.began, 0)),
            ends=self.calendar.iso(max(ends, 0)) if plan.ended else "",
            budget=round(plan.monthly * max(months, 1) / 50) * 5_000,
            codes=(plan.code,),
            hypothesis=plan.hypothesis,
            person_id=self.marketer,
        ).id

    def _spend(self, plan: Plan, first: int, last: int, now: int) -> None:
        share = (last - first + 1) / DAYS_A_MONTH * self.rng.uniform(0.85, 1.15)
        add_spend(
            self.db,
            self.campaigns[plan.code],
            max(round(plan.monthly * share * 100), 100),
            starts=self.calendar.iso(first),
            ends=self.calendar.iso(last),
            now=now,
            person_id=self.marketer,
        )

    def brief_taken(self, outcome: Outcome, outcome_id: int) -> None:
        """Draw whether a job brief is filled, when, for how much, and when that is paid.

        Fees have a heavy tail: now and then one is three times what was expected.
        """
        rng, calendar = self.rng, self.calendar
        begins = (outcome.at - calendar.midnights[0]) // DAY + rng.randint(14, 49)
        fee = round((outcome.fee or 0) * rng.lognormvariate(-0.05, 0.42) / 5_000) * 5_000
        lag = min(round(rng.lognormvariate(3.4, 0.45)), 110)
        day = next((day for day in calendar.working if day >= begins), None)
        if rng.random() > FILLED or day is None:
            return
        vacancy = placements.vacancy_of_outcome(self.db, outcome_id)
        now, title = calendar.at(day, OFFICE_CLOSES), outcome.note.split(",")[0]

        def place() -> None:
            self.invoices += 1
            placed = record_placement(
                self.db, outcome.client_id, title, placed_on=calendar.iso(day), fee=fee, now=now,
                number=f"HL-{self.invoices:04d}", vacancy_id=vacancy, person_id=outcome.person_id,
            )  # fmt: skip
            if day + lag < calendar.today:
                self.agenda.at(
                    calendar.at(day + lag, OFFICE_CLOSES), partial(self._pay, placed.id, day + lag)
                )

        self.agenda.at(now, place)

    def _pay(self, placement_id: int, day: int) -> None:
        now = self.calendar.at(day, OFFICE_CLOSES)
        record_payment(self.db, placement_id, self.calendar.iso(day), now=now)


def months(calendar: Calendar, plan: Plan) -> Iterator[tuple[int, int]]:
    """Yield first and last day of each month that a campaign ran, up to yesterday."""
    begins = max(calendar.today - plan.began, 0)
    last = calendar.today - max(plan.ended, 1)
    while begins <= last:
        month = calendar.days[begins].month
        ends = begins
        while ends < last and calendar.days[ends + 1].month == month:
            ends += 1
        yield begins, ends
        begins = ends + 1
