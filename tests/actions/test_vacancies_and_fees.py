"""Job briefs, placements, fees, exchange rates and monthly figures: kept, refused, taken back."""

from collections.abc import Callable

import pytest

from tests.agency import TABLES, Agency
from warmcalls.actions.done import Done
from warmcalls.actions.exchange_rates import remove_exchange_rate, set_exchange_rate
from warmcalls.actions.fees import Bill, change_fee, credit_fee, pay_fee, record_fee
from warmcalls.actions.month_figures import set_month_figure
from warmcalls.actions.record_placement import change_placement, record_payment, record_placement
from warmcalls.actions.undo import undo
from warmcalls.actions.vacancies import (
    add_vacancy,
    change_vacancy,
    close_vacancy,
    reopen_vacancy,
)
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.outcomes import Result
from warmcalls.domain.placements import FeeState, VacancyState
from warmcalls.store import exchange_rates, month_figures, placements, typed_figures, vacancies
from warmcalls.store.settings import load

TODAY = "2026-03-03"
KEPT = (*TABLES, "exchange_rate", "month_figure")


def state(agency: Agency) -> dict[str, object]:
    return {name: agency.db.query(f"select * from {name} order by 1") for name in KEPT}


def brief(agency: Agency, client: int, **more: object) -> int:
    return add_vacancy(agency.db, client, "Planner", now=agency.now, **more).id  # type: ignore[arg-type]


def fee(agency: Agency, client: int, amount: int = 800_000, **more: str) -> int:
    bill = Bill(client, amount, more.pop("invoiced_on", "2026-02-10"), **more)  # type: ignore[arg-type]
    return record_fee(agency.db, bill, now=agency.now).id


def test_a_brief_is_taken_changed_closed_and_opened_again(agency: Agency) -> None:
    client, beth = agency.client("Northmoor"), agency.recruiter()
    made = brief(agency, client, fee=840_000, terms="20 %", taken_on="2026-02-20", by=beth.id)
    (found,) = vacancies.open_ones(agency.db, load(agency.db).zone)
    assert (found.client, found.title, found.terms, found.fee) == (
        "Northmoor", "Planner", "20 %", 840_000,
    )  # fmt: skip
    assert (found.taken_on, found.by, found.state) == ("2026-02-20", "Beth Okafor", "open")
    change_vacancy(agency.db, made, now=agency.now, title="Senior planner", no_fee=True)
    close_vacancy(agency.db, made, now=agency.now, state=VacancyState.WITHDRAWN)
    assert vacancies.open_ones(agency.db, load(agency.db).zone) == []
    (closed,) = vacancies.everything(agency.db, load(agency.db).zone, text="senior")
    assert (closed.title, closed.fee, closed.state, closed.closed_on) == (
        "Senior planner", None, "withdrawn", TODAY,
    )  # fmt: skip
    assert closed.terms == "20 %"
    reopen_vacancy(agency.db, made, now=agency.now)
    assert len(vacancies.open_ones(agency.db, load(agency.db).zone, client_id=client)) == 1
    with pytest.raises(RefusedError, match="open already"):
        reopen_vacancy(agency.db, made, now=agency.now)


def test_a_brief_from_a_call_belongs_to_who_rang(agency: Agency) -> None:
    client, beth = agency.client("Northmoor"), agency.recruiter()
    agency.outcome(client, result=Result.JOB_BRIEF, person_id=beth.id)
    (found,) = vacancies.open_ones(agency.db, load(agency.db).zone)
    assert found.by == "Beth Okafor"


REFUSED: dict[str, tuple[Callable[[Agency, int, int], Done], str]] = {
    "brief without a title": (
        lambda a, c, _: add_vacancy(a.db, c, "  ", now=a.now), "which job"
    ),
    "brief of nobody": (lambda a, _, __: add_vacancy(a.db, 99, "Clerk", now=a.now), "not there"),
    "brief ahead": (
        lambda a, c, _: add_vacancy(a.db, c, "Clerk", now=a.now, taken_on="2026-03-04"),
        "cannot lie ahead",
    ),
    "brief below nought": (
        lambda a, c, _: add_vacancy(a.db, c, "Clerk", now=a.now, fee=-1), "below nought"
    ),
    "brief that ends before it began": (
        lambda a, c, _: close_vacancy(a.db, brief(a, c), now=a.now, closed_on="2026-03-01"),
        "before it was taken",
    ),
    "brief that ends open": (
        lambda a, c, _: close_vacancy(a.db, brief(a, c), now=a.now, state=VacancyState.OPEN),
        "how it ended",
    ),
    "payment ahead": (
        lambda a, _, f: pay_fee(a.db, f, "2026-03-04", now=a.now), "4 Mar 2026 is still to come"
    ),
    "payment without a day": (lambda a, _, f: pay_fee(a.db, f, "", now=a.now), "which day"),
    "payment of no fee": (lambda a, _, __: pay_fee(a.db, 999, TODAY, now=a.now), "not there"),
    "invoice without a day": (
        lambda a, c, _: record_fee(a.db, Bill(c, 1, ""), now=a.now), "which day it was invoiced"
    ),
    "invoice in two years": (
        lambda a, c, _: record_fee(a.db, Bill(c, 1, "2028-03-01"), now=a.now), "Check the year"
    ),
    "due before invoiced": (
        lambda a, c, _: record_fee(
            a.db, Bill(c, 1, "2026-02-10", due_on="2026-02-09"), now=a.now
        ),
        "due before",
    ),
    "fee below nought": (
        lambda a, c, _: record_fee(a.db, Bill(c, -1, TODAY), now=a.now), "write a credit note"
    ),
    "the same number": (
        lambda a, c, _: record_fee(a.db, Bill(c, 1, TODAY, number="A-1"), now=a.now),
        "invoice A-1 of this client already",
    ),
    "no currency": (
        lambda a, c, _: record_fee(a.db, Bill(c, 1, TODAY, currency="pound"), now=a.now),
        "three letters",
    ),
    "credit above the fee": (
        lambda a, _, f: credit_fee(a.db, f, 800_001, on=TODAY, now=a.now), "what is left: £8,000"
    ),
    "credit of nothing": (
        lambda a, _, f: credit_fee(a.db, f, 0, on=TODAY, now=a.now), "above nought"
    ),
    "own currency": (
        lambda a, _, __: set_exchange_rate(a.db, "gbp", "", 1.0, now=a.now), "own currency"
    ),
    "rate of nought": (
        lambda a, _, __: set_exchange_rate(a.db, "EUR", "", 0.0, now=a.now), "above nought"
    ),
    "rate below nought": (
        lambda a, _, __: set_exchange_rate(a.db, "EUR", "", -0.9, now=a.now), "above nought"
    ),
    "rate that is none": (
        lambda a, _, __: set_exchange_rate(a.db, "EUR", "", float("nan"), now=a.now),
        "above nought",
    ),
    "rate ahead": (
        lambda a, _, __: set_exchange_rate(a.db, "EUR", "2026-03-04", 0.9, now=a.now),
        "cannot lie ahead",
    ),
    "rate of no currency": (
        lambda a, _, __: set_exchange_rate(a.db, "€", "", 0.9, now=a.now), "three letters"
    ),
    "figure of no month": (
        lambda a, _, __: set_month_figure(a.db, "2026-13", "cash", 1, now=a.now), "no month"
    ),
    "figure ahead": (
        lambda a, _, __: set_month_figure(a.db, "2026-04", "cash", 1, now=a.now), "still to come"
    ),
    "figure of no name": (
        lambda a, _, __: set_month_figure(a.db, "2026-01", "luck", 1, now=a.now), "no figure"
    ),
    "fewer than none": (
        lambda a, _, __: set_month_figure(a.db, "2026-01", "candidates", -1, now=a.now),
        "cannot be",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_in_a_sentence(agency: Agency, name: str) -> None:
    act, why = REFUSED[name]
    client = agency.client("Northmoor")
    made = fee(agency, client, number="A-1")
    with pytest.raises(RefusedError, match=why):
        act(agency, client, made)


ACTS: dict[str, Callable[[Agency, int, int], Done]] = {
    "brief": lambda a, c, _: add_vacancy(a.db, c, "Clerk", now=a.now, taken_on="2026-03-01"),
    "fee": lambda a, c, _: record_fee(a.db, Bill(c, 5, TODAY, currency="EUR"), now=a.now),
    "change": lambda a, _, f: change_fee(
        a.db, f, now=a.now, amount=7, tax=1, number="B", due_on=TODAY, note="x", currency="EUR"
    ),
    "paid": lambda a, _, f: pay_fee(a.db, f, "2026-03-01", now=a.now),
    "credit": lambda a, _, f: credit_fee(a.db, f, 100, on=TODAY, now=a.now),
    "whole credit": lambda a, _, f: credit_fee(a.db, f, 800_000, on=TODAY, now=a.now),
    "placement": lambda a, c, _: record_placement(
        a.db, c, "Clerk", placed_on="2026-04-01", fee=None, candidate="Jo", now=a.now
    ),
    "rate": lambda a, _, __: set_exchange_rate(a.db, "eur", "2026-03-01", 0.86, now=a.now),
    "figure": lambda a, _, __: set_month_figure(a.db, "2026-02", "cash", -5, now=a.now),
}


@pytest.mark.parametrize("name", ACTS)
def test_each_is_taken_back(agency: Agency, name: str) -> None:
    client = agency.client("Northmoor")
    made = fee(agency, client)
    before = state(agency)
    done = ACTS[name](agency, client, made)
    assert state(agency) != before
    assert done.said
    undo(agency.db, now=agency.now, entry_id=done.undo)
    assert state(agency) == before


def test_a_fee_is_not_invoiced_planned_unpaid_overdue_then_paid(agency: Agency) -> None:
    client = agency.client("Northmoor")
    done = record_placement(
        agency.db, client, "Planner", placed_on="2026-04-01", fee=None, candidate="Jo Adeyemi",
        now=agency.now,
    )  # fmt: skip
    (row,) = placements.money(agency.db)
    assert (row.state(TODAY), row.words, row.amount_words) == (
        FeeState.NOT_INVOICED, "Planner, Jo Adeyemi", "",
    )  # fmt: skip
    bill = Bill(client, 800_000, "2026-04-01", due_on="2026-05-01", placement_id=done.id, tax=5)
    made = record_fee(agency.db, bill, now=agency.now).id
    (row,) = placements.money(agency.db, text="adeyemi")
    assert (row.fee_id, row.placement_id, row.total) == (made, done.id, 800_005)
    days = {TODAY: "planned", "2026-04-01": "unpaid", "2026-05-02": "overdue"}
    assert {day: row.state(day) for day in days} == days
    assert placements.money(agency.db, text="somebody else") == []
    assert record_payment(agency.db, done.id, TODAY, now=agency.now).said == "Paid: £8,000"
    assert placements.money(agency.db)[0].state("2026-05-02") is FeeState.PAID
    with pytest.raises(RefusedError, match="paid on 3 Mar 2026 already"):
        pay_fee(agency.db, made, TODAY, now=agency.now)


def test_a_deposit_may_be_paid_before_its_invoice(agency: Agency) -> None:
    made = fee(agency, agency.client("Northmoor"), invoiced_on="2026-03-02")
    done = pay_fee(agency.db, made, "2026-02-27", now=agency.now)
    assert done.said == "Paid: £8,000 on 27 Feb 2026 (before its invoice)"


def test_credits_make_a_fee_smaller_and_are_settled_with_it(agency: Agency) -> None:
    made = fee(agency, agency.client("Northmoor"))
    credit_fee(agency.db, made, 100_000, on="2026-02-20", now=agency.now)
    with pytest.raises(RefusedError, match="what is left: £7,000"):
        credit_fee(agency.db, made, 750_000, on="2026-02-20", now=agency.now)
    assert pay_fee(agency.db, made, "2026-03-01", now=agency.now).said.startswith("Paid: £7,000")
    credit_fee(agency.db, made, 50_000, on="2026-03-02", now=agency.now)
    paid = "select amount, paid_on from fee order by id"
    assert agency.db.tuples(paid) == [
        (800_000, "2026-03-01"), (-100_000, "2026-03-01"), (-50_000, "2026-03-02"),
    ]  # fmt: skip
    with pytest.raises(RefusedError, match="cannot be credited"):
        credit_fee(agency.db, made + 1, 1, on="2026-03-02", now=agency.now)


def test_a_fee_credited_whole_is_settled_without_money(agency: Agency) -> None:
    made = fee(agency, agency.client("Northmoor"))
    credit_fee(agency.db, made, 800_000, on="2026-02-20", now=agency.now)
    assert agency.db.tuples("select sum(amount), min(paid_on) from fee") == [(0, "2026-02-20")]


def test_a_placement_is_credited_to_somebody_and_changed(agency: Agency) -> None:
    client, beth = agency.client("Northmoor"), agency.recruiter()
    done = record_placement(
        agency.db, client, "Planner", placed_on="2026-02-02", fee=1, now=agency.now, by=beth.id,
        person_id=None, candidate="Jo", currency="EUR",
    )  # fmt: skip
    (row,) = placements.money(agency.db, client_id=client)
    assert (row.by, row.currency, row.person_id) == ("Beth Okafor", "EUR", beth.id)
    change_placement(agency.db, done.id, now=agency.now, candidate="Jo Adeyemi")
    line = placements.of_client(agency.db, client, load(agency.db).zone)[0]
    assert (line.text, line.detail) == ("Placed Jo Adeyemi, Planner", "fee €0, not paid yet")


def test_the_newest_rate_on_or_before_the_day_counts(agency: Agency) -> None:
    for day, rate in (("2026-01-01", 0.84), ("2026-02-01", 0.87)):
        set_exchange_rate(agency.db, "EUR", day, rate, now=agency.now)
    done = set_exchange_rate(agency.db, "eur", "2026-02-01", 0.86, now=agency.now)
    assert done.said == "1 EUR is 0.86 GBP from 1 Feb 2026 on"
    rates = exchange_rates.load(agency.db, "GBP")
    days = {"2025-12-31": 84, "2026-01-31": 84, "2026-02-01": 86, "2026-03-01": 86}
    assert {day: rates.home_amount(100, "EUR", day) for day in days} == days
    fee(agency, agency.client("Northmoor"), currency="ZAR")
    assert typed_figures.currencies(agency.db, "GBP") == ["ZAR"]
    newest = typed_figures.rates(agency.db)[0]
    remove_exchange_rate(agency.db, newest.id, now=agency.now)
    assert [line.rate for line in typed_figures.rates(agency.db)] == [0.84]
    with pytest.raises(RefusedError, match="not there"):
        remove_exchange_rate(agency.db, newest.id, now=agency.now)


def test_a_figure_is_set_changed_and_taken_away(agency: Agency) -> None:
    done = set_month_figure(agency.db, "2026-02", "cash", 3_100_050, now=agency.now)
    assert done.said == "February 2026: £31,000.50 in cash"
    set_month_figure(agency.db, "2026-02", "candidates", 120, now=agency.now)
    set_month_figure(agency.db, "2026-02", "candidates", 121, now=agency.now)
    typed = month_figures.typed(agency.db, "2026-01", "2026-03")
    assert typed == {("2026-02", "cash"): 3_100_050, ("2026-02", "candidates"): 121}
    set_month_figure(agency.db, "2026-02", "cash", None, now=agency.now)
    assert ("2026-02", "cash") not in month_figures.typed(agency.db, "2026-01", "2026-03")
