"""Job briefs, placements and fees with what is not paid yet: what the page of them shows."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from warmcalls.domain.clients import Person
from warmcalls.domain.exchange_rates import Rates
from warmcalls.domain.moments import day_of
from warmcalls.domain.periods import last_months
from warmcalls.domain.placements import FeeRow, FeeState, RateLine, Vacancy, VacancyState
from warmcalls.domain.settings import Settings
from warmcalls.store import (
    exchange_rates,
    month_figures,
    people,
    placements,
    settings,
    typed_figures,
    vacancies,
)
from warmcalls.store.engine import Reader

OWED: Final = frozenset({FeeState.UNPAID, FeeState.OVERDUE})


@dataclass(frozen=True, slots=True)
class MoneyFacts:
    """What forms about money need to know.

    Attributes:
        today: the business day, ISO.
        currency: the agency's.
        people: who may be credited with a placement.
        briefs: job briefs that are still to fill.
    """

    today: str
    currency: str = "GBP"
    people: tuple[Person, ...] = ()
    briefs: tuple[Vacancy, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefsAndFees:
    """The page; money in minor units of the agency's currency.

    Attributes:
        briefs: open ones first.
        money: placements without a fee, then fees, the newest first.
        unpaid: invoiced and not paid, credit notes taken off; overdue is a part of it.
        waiting: by currency without an exchange rate: unpaid minor units of that currency.
        not_invoiced: placements without a fee.
        rates: exchange rates, the newest of each currency first.
        unrated: currencies of fees or spend that have no rate.
        figures: of the last twelve months, by month and name.
        months: those months, the newest first.
        text: what was looked for, or empty.
    """

    facts: MoneyFacts
    briefs: tuple[Vacancy, ...] = ()
    money: tuple[FeeRow, ...] = ()
    unpaid: int = 0
    overdue: int = 0
    waiting: dict[str, int] = field(default_factory=dict)
    not_invoiced: int = 0
    rates: tuple[RateLine, ...] = ()
    unrated: tuple[str, ...] = ()
    figures: dict[tuple[str, str], int] = field(default_factory=dict)
    months: tuple[str, ...] = ()
    text: str = ""


def money_facts(db: Reader, *, now: int, client_id: int = 0) -> MoneyFacts:
    """Return what a form about money needs; job briefs of one client, if asked.

    Args:
        db: a reader.
        now: UTC microseconds.
        client_id: whose briefs; 0 for everybody's.
    """
    agency = settings.load(db)
    return MoneyFacts(
        day_of(now, agency.zone),
        agency.currency,
        tuple(people.everyone(db)),
        tuple(vacancies.open_ones(db, agency.zone, client_id=client_id)),
    )


def briefs_and_fees(db: Reader, *, now: int, text: str = "") -> BriefsAndFees:
    """Return everything the page shows.

    Args:
        db: a reader.
        now: UTC microseconds.
        text: only rows that have it in the client's name, the job, the person or the number.
    """
    agency = settings.load(db)
    facts = money_facts(db, now=now)
    rows = placements.money(db, text=text)
    rates = exchange_rates.load(db, agency.currency)
    unpaid, overdue, waiting = _owed(rows, rates, facts.today)
    known = typed_figures.rates(db)
    told = {line.currency for line in known}
    period = last_months(facts.today)
    return BriefsAndFees(
        facts=facts,
        briefs=_briefs(db, agency, text, facts),
        money=tuple(rows),
        unpaid=unpaid,
        overdue=overdue,
        waiting=waiting,
        not_invoiced=sum(not row.fee_id for row in rows),
        rates=tuple(known),
        unrated=tuple(c for c in typed_figures.currencies(db, agency.currency) if c not in told),
        figures=month_figures.typed(db, period.months[0], period.months[-1]),
        months=tuple(reversed(period.months)),
        text=text,
    )


def _briefs(db: Reader, agency: Settings, text: str, facts: MoneyFacts) -> tuple[Vacancy, ...]:
    found = vacancies.everything(db, agency.zone, text=text)
    known = {brief.id for brief in facts.briefs}
    return tuple(b for b in found if b.id in known or b.state is not VacancyState.OPEN)


def _owed(rows: list[FeeRow], rates: Rates, today: str) -> tuple[int, int, dict[str, int]]:
    """Return what is unpaid, what of it is overdue, and what waits for a rate by currency."""
    unpaid = overdue = 0
    waiting: dict[str, int] = defaultdict(int)
    for row in rows:
        state = row.state(today)
        if state not in OWED and not (state is FeeState.CREDIT and not row.paid_on):
            continue
        amount = rates.home_amount(row.amount, row.currency, row.invoiced_on)
        if amount is None:
            waiting[row.currency] += row.amount
            continue
        unpaid += amount
        overdue += amount if state is FeeState.OVERDUE else 0
    return unpaid, overdue, dict(waiting)
