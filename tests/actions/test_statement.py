"""The statement of a month: what marketing had a hand in, what it cost, and thanks."""

from fractions import Fraction
from typing import Any

import pytest

from tests.actions import money_world
from tests.actions.money_world import day_of
from tests.agency import Agency
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.statement import statement, wins
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.domain.periods import Period, month_period
from warmcalls.domain.results import Model
from warmcalls.domain.statements import Win
from warmcalls.reports.statement_text import text


def paid_fee(agency: Agency, client: int, amount: int, paid_on: str, **more: Any) -> int:
    placed = {"client_id": client, "title": "Planner", "placed_on": "2026-01-15"}
    row = {"client_id": client, "amount": amount, "currency": "GBP", "paid_on": paid_on}
    with agency.db.atomic():
        placement = agency.db.insert("placement", placed)
        row |= {"invoiced_on": "2026-01-16", "placement_id": placement, "digest": placement}
        return agency.db.insert("fee", row | more)


def test_it_says_what_marketing_helped_to_take_home_and_who_rang(agency: Agency) -> None:
    guide, ads = agency.campaign("Pay guide"), agency.campaign("Ads")
    beth, tom = agency.recruiter("Beth Okafor"), agency.recruiter("Tom Reyes")
    warm, cold = agency.client("Warm Ltd"), agency.client("Cold Ltd")
    for days_ago, campaign in ((100, guide), (90, ads), (80, guide)):
        agency.signal(warm, Kind.FORM, days_ago, campaign)
    for days_ago, who, worth in ((95, tom, False), (85, beth, True), (70, tom, True)):
        agency.outcome(
            warm, Reach.SPOKE, Result.MEETING if worth else Result.NO_NEED,
            worth=worth, person_id=who.id, at=agency.now - days_ago * DAY,
        )  # fmt: skip
    won = paid_fee(agency, warm, 600_000, "2026-02-10")
    paid_fee(agency, warm, 300_000, "2026-01-20")
    paid_fee(agency, cold, 400_000, "2026-02-11")
    paid_fee(agency, warm, 200_000, "")
    for amount, month in ((20_000, "01"), (30_000, "02")):
        days: dict[str, Any] = {"starts": f"2026-{month}-01", "ends": f"2026-{month}-28"}
        add_spend(agency.db, guide, amount, now=agency.now, **days)
    change_settings(agency.db, now=agency.now, agency="Harcourt Lane")
    found = statement(agency.db, "2026-02", now=agency.now)
    assert (found.helped, found.taken, found.cost, found.per_pound) == (
        600_000,
        1_000_000,
        30_000,
        20.0,
    )
    assert (found.since, found.since_helped, found.since_taken) == ("2026-01", 900_000, 1_300_000)
    assert (found.since_cost, found.since_per_pound) == (50_000, 18.0)
    assert found.wins == (
        Win(
            won,
            warm,
            "Warm Ltd",
            "Planner",
            600_000,
            "2026-02-10",
            "Beth Okafor",
            ("Pay guide", "Ads"),
        ),
    )
    assert found.campaigns == (("Pay guide", 400_000, 30_000), ("Ads", 200_000, 0))
    assert found.notes == ()
    said = text(found)
    assert "marketing helped you take home £6,000 of £10,000" in said
    assert "£20.00 per £1" in said
    assert "Since January 2026: £9,000 of £13,000" in said
    assert "Beth Okafor rang, thanks to Pay guide, Ads" in said


def test_a_month_is_the_plain_sum_of_its_payments(agency: Agency) -> None:
    money_world.build(agency, 21)
    fees = money_world.all_fees(agency.db)
    spent = money_world.spend_by_day(agency.db)
    for month in Period("2025-10-01", "2026-02-28").months:
        found = statement(agency.db, month, now=agency.now)
        paid = [f for f in fees if f["paid_on"][:7] == month]
        assert found.taken == sum(f["home"] or 0 for f in paid)
        assert found.helped == sum(f["home"] or 0 for f in paid if f["path"])
        year = [f for f in fees if f["paid_on"][:4] == month[:4] and f["paid_on"][:7] <= month]
        assert found.since_helped == sum(f["home"] or 0 for f in year if f["path"])
        cost = sum((part for (_, day), part in spent.items() if day[:7] == month), Fraction(0))
        assert abs(found.cost - cost) <= 30
        assert sum(credited for _, credited, _ in found.campaigns) == found.helped
        thanked = {f["id"] for f in paid if f["path"] and int(f["home"] or 0) > 0}
        assert {win.fee_id for win in found.wins} == thanked
        assert list(found.wins) == wins(agency.db, month_period(month), now=agency.now)
        for win in found.wins:
            (fee,) = (f for f in fees if f["id"] == win.fee_id)
            touched = money_world.exact(fee, Model.LINEAR)
            assert {money_world.NAMES[c - 1] for c in touched} >= set(win.campaigns)


def test_what_is_left_out_is_said(agency: Agency) -> None:
    campaign = agency.campaign("Ads")
    client = agency.client("Warm Ltd")
    agency.signal(client, Kind.FORM, 100, campaign)
    paid_fee(agency, client, 3_100_000, "2026-03-02", currency="ZAR")
    with agency.db.atomic():
        row = {"starts": "2026-03-01", "ends": "2026-03-01", "currency": "GBP", "amount": 9_900}
        agency.db.insert("spend", row | {"digest": 1})
    found = statement(agency.db, "2026-03", now=agency.now)
    assert found.notes == (
        "The month is not over yet.",
        "1 fee in ZAR (R31,000) waits for an exchange rate.",
        "£99 of the spend belongs to no campaign.",
    )
    assert (found.helped, found.taken, found.cost, found.wins) == (0, 0, 9_900, ())
    later = statement(agency.db, "2026-05", now=agency.now)
    assert "The month has not begun." in later.notes


def test_a_month_without_anything_is_a_statement_too(agency: Agency) -> None:
    found = statement(agency.db, "2025-12", now=agency.now)
    assert (found.taken, found.cost, found.per_pound, found.campaigns) == (0, 0, None, ())
    assert (found.since, found.since_per_pound) == ("2025-01", None)
    with pytest.raises(RefusedError, match="no month"):
        statement(agency.db, "February", now=agency.now)


def test_a_call_after_the_placement_is_not_thanked(agency: Agency) -> None:
    campaign = agency.campaign("Ads")
    beth, client = agency.recruiter("Beth Okafor"), agency.client("Warm Ltd")
    agency.signal(client, Kind.FORM, 100, campaign)
    late = agency.now - 5 * DAY
    assert day_of(late) > "2026-01-15"
    agency.outcome(client, Reach.SPOKE, Result.MEETING, worth=True, person_id=beth.id, at=late)
    paid_fee(agency, client, 600_000, "2026-02-10")
    (win,) = statement(agency.db, "2026-02", now=agency.now).wins
    assert win.by == ""
