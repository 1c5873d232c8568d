"""Today's list: order, rules, test calls, determinism, true reasons."""

import pytest

from tests.agency import Agency
from warmcalls.domain.calls import CallKind
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, HOUR
from warmcalls.domain.outcomes import Reach, Result, Why
from warmcalls.store import settings


def test_the_warmer_client_comes_first_with_its_reason(agency: Agency) -> None:
    cool, warm = agency.client("Cool Ltd"), agency.client("Warm Ltd")
    agency.signal(cool, Kind.ARTICLE_PAGE)
    agency.signal(warm, Kind.FORM)
    calls = agency.today().calls
    assert [c.client for c in calls if c.kind is CallKind.WARM] == ["Warm Ltd", "Cool Ltd"]
    assert calls[0].reasons[0].kind == "form"
    assert calls[0].chance > calls[1].chance > 0


def test_the_same_data_and_clock_give_the_same_list(agency: Agency) -> None:
    for i in range(30):
        agency.signal(agency.client(f"Client {i}", phone=f"020 7946 00{i:02}"), Kind.GUIDE_PAGE, i)
    assert agency.today() == agency.today()


def test_promises_come_first_and_the_oldest_of_them(agency: Agency) -> None:
    hot, later, sooner = (agency.client(n) for n in ("Hot", "Later", "Sooner"))
    agency.signal(hot, Kind.FORM)
    before = agency.now - 2 * DAY
    agency.outcome(later, result=Result.CALL_BACK, at=before, next_at=agency.now + 2 * HOUR)
    agency.outcome(sooner, result=Result.CALL_BACK, at=before, next_at=agency.now - DAY)
    assert [c.client for c in agency.today().calls][:3] == ["Sooner", "Later", "Hot"]
    assert agency.today().calls[0].kind is CallKind.CALLBACK


@pytest.mark.parametrize(
    ("reach", "result", "days"),
    [
        (Reach.NO_ANSWER, None, 3),
        (Reach.VOICEMAIL, None, 3),
        (Reach.SPOKE, Result.NOT_INTERESTED, 30),
        (Reach.SPOKE, Result.MEETING, 45),
    ],
)
def test_a_call_rests_its_time(
    agency: Agency, reach: Reach, result: Result | None, days: int
) -> None:
    client = agency.client("Rested")
    agency.signal(client, Kind.REFERRAL, 0.1)
    agency.outcome(client, reach, result)
    assert agency.warm_names(days - 0.1) == []
    assert agency.warm_names(days + 0.1) == ["Rested"]


def test_the_third_no_answer_rests_a_week_and_the_fifth_a_month(agency: Agency) -> None:
    client = agency.client("Silent")
    agency.signal(client, Kind.REFERRAL, 0.1)
    for days in (12, 8, 4):
        agency.outcome(client, Reach.NO_ANSWER, at=agency.now - days * DAY)
    assert agency.warm_names(2.9) == []
    assert agency.warm_names(3.1) == ["Silent"]
    for days in (2, 1):
        agency.outcome(client, Reach.NO_ANSWER, at=agency.now - days * DAY)
    assert agency.warm_names(17.9) == []
    assert agency.warm_names(18.1) == ["Silent"]


def test_an_objection_is_for_good_and_undo_takes_it_back(agency: Agency) -> None:
    client = agency.client("Objects")
    agency.signal(client)
    entry = agency.outcome(client, result=Result.DO_NOT_CALL)
    assert all(
        call.client != "Objects" for d in (0, 400) for call in agency.today(days_later=d).calls
    )
    from warmcalls.actions.undo import undo

    undo(agency.db, now=agency.now, entry_id=entry)
    assert agency.warm_names() == ["Objects"]


def test_an_objection_bars_the_number_at_every_client(agency: Agency) -> None:
    one, other = (
        agency.client("One", phone="020 7946 0500"),
        agency.client("Other", phone="020 7946 0500"),
    )
    agency.signal(one)
    agency.signal(other)
    agency.outcome(one, result=Result.DO_NOT_CALL)
    assert agency.today().calls == ()
    later = agency.client("Imported later", phone="020 7946 0500")
    agency.signal(later)
    assert agency.today().calls == ()


def test_one_persons_objection_leaves_the_others_after_a_rest(agency: Agency) -> None:
    client = agency.client("Two people", contact="Grace Lunt", phone="020 7946 0501")
    with agency.db.atomic():
        row = {"client_id": client, "name": "Priya Nair", "made_at": 0}
        agency.db.insert("contact", row)
    agency.signal(client, Kind.REFERRAL)
    grace = agency.db.query("select id from contact where name = 'Grace Lunt'")[0]["id"]
    agency.outcome(client, result=Result.DO_NOT_CALL, contact_id=grace)
    assert agency.warm_names(30) == []
    call = agency.today(days_later=91).calls[0]
    assert call.contact is not None
    assert call.contact.name == "Priya Nair"


def test_a_rejected_lead_leaves_the_list(agency: Agency) -> None:
    client = agency.client("Competitor")
    agency.signal(client)
    agency.outcome(client, Reach.REJECTED, why=Why.COMPETITOR, worth=False)
    assert agency.warm_names(100) == []


def test_a_colleagues_client_is_not_on_my_list(agency: Agency) -> None:
    beth, tom = agency.recruiter("Beth Okafor"), agency.recruiter("Tom Reilly")
    agency.signal(agency.client("Hers", owner="Beth Okafor"))
    agency.signal(agency.client("Nobody's"))
    mine = {c.client for c in agency.today(beth).calls}
    his = {c.client for c in agency.today(tom).calls}
    assert mine == {"Hers", "Nobody's"}
    assert his == {"Nobody's"}


def test_what_is_done_leaves_the_list_and_counts_as_progress(agency: Agency) -> None:
    beth = agency.recruiter(capacity=5)
    clients = [agency.client(f"Client {i}") for i in range(9)]
    for client in clients:
        agency.signal(client)
    first = agency.today(beth)
    assert len(first.calls) == 5
    agency.outcome(first.calls[0].client_id, Reach.NO_ANSWER, person_id=beth.id)
    then = agency.today(beth)
    assert (len(then.done), len(then.calls)) == (1, 4)
    assert first.calls[0].client_id not in {c.client_id for c in then.calls}


def test_one_call_in_twenty_is_drawn_at_random_with_its_chance(agency: Agency) -> None:
    for i in range(30):
        agency.signal(agency.client(f"Warm {i}"))
    cold = {agency.client(f"Cold {i}") for i in range(40)}
    drawn = set()
    for day in range(20):
        calls = agency.today(days_later=day).calls
        tests = [c for c in calls if c.kind is CallKind.TEST]
        assert len(calls) == 20
        assert len(tests) == 1
        # drawn among everybody but the 19 whom the ranking chose
        assert tests[0].test_chance == pytest.approx(1 / 51)
        drawn.add(tests[0].client_id)
    assert len(drawn) > 8
    assert drawn & cold


def test_candidates_and_job_adverts_warm_nobody(agency: Agency) -> None:
    jobs, advert = agency.client("Job readers"), agency.client("Advertiser")
    agency.signal(jobs, Kind.CANDIDATE_PAGE)
    agency.signal(advert, Kind.JOB_ADVERT)
    assert agency.warm_names() == []
    agency.signal(advert, Kind.SERVICES_PAGE)
    with_advert = {c.client: c.chance for c in agency.today().calls}["Advertiser"]
    alone = agency.client("No advert")
    agency.signal(alone, Kind.SERVICES_PAGE)
    by_name = {c.client: c.chance for c in agency.today().calls}
    assert with_advert > by_name["No advert"]


def test_every_number_in_a_reason_is_what_sql_counts(agency: Agency) -> None:
    client = agency.client("Counted")
    for days in (1, 2, 3, 40):
        agency.signal(client, Kind.GUIDE_PAGE, days)
    agency.signal(client, Kind.SERVICES_PAGE, 5)
    for reason in agency.today().calls[0].reasons:
        found = agency.db.query(
            "select count(*) as n, count(distinct person) as people, min(at) as since from signal"
            " where client_id = :c and kind = :k and at >= :s",
            c=client, k=reason.kind, s=reason.since,
        )[0]  # fmt: skip
        assert (reason.count, reason.people, reason.since) == tuple(found.values())


def test_taking_the_named_signals_away_lowers_the_score(agency: Agency) -> None:
    client = agency.client("Falls")
    entries = [agency.signal(client, Kind.FORM, d) for d in (1, 2)]
    agency.signal(client, Kind.GUIDE_PAGE, 3)
    before = agency.today().calls[0]
    assert before.reasons[0].kind == "form"
    from warmcalls.actions.undo import undo

    for entry in entries:
        undo(agency.db, now=agency.now, entry_id=entry)
    assert agency.today().calls[0].chance < before.chance


def test_expected_value_decides_between_equal_chances(agency: Agency) -> None:
    small = agency.client("Small", expected_fee=400_000)
    big = agency.client("Big", expected_fee=900_000)
    for client in (small, big):
        agency.signal(client, Kind.WEBINAR_ATTENDED)
    assert agency.warm_names() == ["Big", "Small"]
    with agency.db.atomic():
        settings.save(agency.db, value_power=0.0)
    assert agency.warm_names() == ["Small", "Big"]


def test_the_test_call_stays_while_the_list_is_worked(agency: Agency) -> None:
    beth = agency.recruiter(capacity=20)
    for i in range(60):
        agency.signal(agency.client(f"Client {i}"), Kind.GUIDE_PAGE, i / 10 + 0.1)
    (test,) = [c for c in agency.today(beth).calls if c.kind is CallKind.TEST]
    for call in [c for c in agency.today(beth).calls if c.kind is CallKind.WARM][:8]:
        agency.outcome(call.client_id, Reach.NO_ANSWER, person_id=beth.id)
        (again,) = [c for c in agency.today(beth).calls if c.kind is CallKind.TEST]
        assert (again.client_id, again.test_chance) == (test.client_id, test.test_chance)
