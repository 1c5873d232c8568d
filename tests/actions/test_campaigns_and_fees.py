"""Campaigns, spend, placements, payments and screenings: what they keep and what they refuse."""

import pytest

from tests.agency import Agency
from warmcalls.actions.add_campaign import add_campaign
from warmcalls.actions.add_person import add_person
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.record_placement import record_payment, record_placement
from warmcalls.actions.record_screening import record_screening
from warmcalls.actions.undo import undo
from warmcalls.domain.clients import Role
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.outcomes import Result
from warmcalls.store import clients, standing

NUMBER = "+442079460001"


def test_a_campaign_keeps_its_codes_in_lower_case_and_is_taken_back(agency: Agency) -> None:
    done = add_campaign(agency.db, "Pay  guide", now=agency.now, codes=("Pay-Guide", "pay-guide "))
    kept = "select name, code from campaign c join campaign_code k on k.campaign_id = c.id"
    assert agency.db.tuples(kept) == [("Pay guide", "pay-guide")]
    with pytest.raises(RefusedError, match="already"):
        add_campaign(agency.db, "pay guide", now=agency.now)
    with pytest.raises(RefusedError, match="belongs to Pay guide"):
        add_campaign(agency.db, "Other", now=agency.now, codes=("PAY-GUIDE",))
    undo(agency.db, now=agency.now, entry_id=done.undo)
    assert agency.db.query("select * from campaign") == []
    assert agency.db.query("select * from campaign_code") == []


@pytest.mark.parametrize(
    ("starts", "ends"), [("2026-02-30", ""), ("3 March", ""), ("2026-03-02", "2026-03-01")]
)
def test_days_that_cannot_be_are_refused(agency: Agency, starts: str, ends: str) -> None:
    with pytest.raises(RefusedError):
        add_campaign(agency.db, "Late", now=agency.now, starts=starts, ends=ends)


def test_the_same_spend_counts_once(agency: Agency) -> None:
    made = add_campaign(agency.db, "Ads", now=agency.now).id
    days = {"starts": "2026-02-01", "ends": "2026-02-28", "now": agency.now}
    done = add_spend(agency.db, made, 12_345, **days)  # type: ignore[arg-type]
    assert done.said == "Added £123.45 spent on Ads"
    with pytest.raises(RefusedError, match="already"):
        add_spend(agency.db, made, 12_345, **days)  # type: ignore[arg-type]
    with pytest.raises(RefusedError, match="above nought"):
        add_spend(agency.db, made, 0, **days)  # type: ignore[arg-type]
    with pytest.raises(RefusedError, match="not there"):
        add_spend(agency.db, made + 1, 1, **days)  # type: ignore[arg-type]


def test_a_placement_fills_its_brief_and_its_fee_is_paid_once(agency: Agency) -> None:
    client = agency.client("Placed Ltd")
    agency.outcome(client, result=Result.JOB_BRIEF)
    brief = int(agency.db.tuples("select id from vacancy")[0][0])
    done = record_placement(
        agency.db, client, "Planner", placed_on="2026-02-02", fee=790_000, now=agency.now,
        vacancy_id=brief,
    )  # fmt: skip
    assert agency.db.tuples("select state from vacancy") == [("filled",)]
    record_payment(agency.db, done.id, "2026-03-01", now=agency.now)
    assert agency.db.tuples("select amount, paid_on from fee") == [(790_000, "2026-03-01")]
    with pytest.raises(RefusedError, match="no fee left"):
        record_payment(agency.db, done.id, "2026-03-02", now=agency.now)
    with pytest.raises(RefusedError, match="changed again since"):
        undo(agency.db, now=agency.now, entry_id=done.undo)


def test_a_placement_is_taken_back_whole(agency: Agency) -> None:
    client, other = agency.client("Placed Ltd"), agency.client("Other Ltd")
    agency.outcome(other, result=Result.JOB_BRIEF)
    brief = int(agency.db.tuples("select id from vacancy")[0][0])
    facts = {"placed_on": "2026-02-02", "fee": 1, "now": agency.now}
    with pytest.raises(RefusedError, match="not one of Placed Ltd"):
        record_placement(agency.db, client, "Nurse", vacancy_id=brief, **facts)  # type: ignore[arg-type]
    done = record_placement(agency.db, other, "Nurse", vacancy_id=brief, **facts)  # type: ignore[arg-type]
    placed = "select placed from standing where client_id = :id"
    assert agency.db.tuples(placed, id=other) == [(1,)]
    undo(agency.db, now=agency.now, entry_id=done.undo)
    assert agency.db.tuples(placed, id=other) == [(0,)]
    assert agency.db.tuples("select state from vacancy") == [("open",)]
    assert agency.db.tuples("select * from fee") == []


def test_a_screening_bars_and_lets_back_but_never_against_an_objection(agency: Agency) -> None:
    client = agency.client("Screened Ltd", phone=NUMBER)
    done = record_screening(agency.db, [NUMBER], [NUMBER], at=agency.now)
    assert done.said == "Screened 1 number, 1 registered"
    assert "TPS" in blocked(agency, client)
    record_screening(agency.db, [NUMBER], [], at=agency.now + 1)
    assert blocked(agency, client) == ""
    agency.outcome(client, result=Result.DO_NOT_CALL)
    record_screening(agency.db, [NUMBER], [], at=agency.now + 2)
    found = clients.by_id(agency.db, client)
    assert found is not None
    assert found.phones[0].registered
    assert blocked(agency, client) == "objected"


def blocked(agency: Agency, client: int) -> str:
    stands = standing.of_client(agency.db, client)
    assert stands is not None
    return stands.blocked


def test_two_people_cannot_have_one_name(agency: Agency) -> None:
    assert add_person(agency.db, "Sam  Ilkley", Role.MARKETER).id
    with pytest.raises(RefusedError, match="here already"):
        add_person(agency.db, "sam ilkley", Role.OWNER)
