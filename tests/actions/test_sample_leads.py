"""Samples: enough leads of a campaign on call lists for two working days, drawn fairly."""

from collections import Counter
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.agency import Agency
from warmcalls.actions.desk import desk
from warmcalls.actions.edit_client import snooze
from warmcalls.actions.propose import propose_one
from warmcalls.actions.sample_leads import sample_leads
from warmcalls.actions.todays_list import todays_list
from warmcalls.actions.undo import undo
from warmcalls.domain.calls import CallKind
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, HOUR, local, moment
from warmcalls.domain.outcomes import Reach, Result, Why
from warmcalls.domain.sampling import drawn, most_samples, sample_ends
from warmcalls.ui.today.words import mark

LONDON = ZoneInfo("Europe/London")


def leads(agency: Agency, campaign: int, count: int, **fields: str) -> list[int]:
    made = [agency.client(f"Lead {next(agency.keys)}", **fields) for _ in range(count)]
    for client in made:
        agency.signal(client, Kind.CHAT, 40, campaign)
    return made


def sampled(agency: Agency, days_later: float = 0.0) -> list[int]:
    calls = agency.today(days_later=days_later).calls
    return [call.client_id for call in calls if call.kind is CallKind.SAMPLE]


def test_a_sample_comes_after_the_promises_and_before_the_ranking(agency: Agency) -> None:
    ads = agency.campaign("Messenger ads")
    leads(agency, ads, 30)
    for i in range(30):
        agency.signal(agency.client(f"Hot {i}"), Kind.FORM, 0.1)
    promised = agency.client("Promised")
    agency.outcome(
        promised, result=Result.CALL_BACK, at=agency.now - DAY, next_at=agency.now + HOUR
    )
    done = sample_leads(agency.db, ads, 12, now=agency.now)
    assert done.said == "12 leads of Messenger ads on the call lists until Thu 5 March 08:30"
    calls = agency.today().calls
    kinds = [call.kind for call in calls]
    assert kinds[:7] == [CallKind.CALLBACK, *[CallKind.SAMPLE] * 6]
    assert Counter(kinds) == {
        CallKind.CALLBACK: 1, CallKind.SAMPLE: 6, CallKind.WARM: 12, CallKind.TEST: 1
    }  # fmt: skip
    assert len({call.client_id for call in calls}) == 20
    assert {call.sample_of for call in calls[1:7]} == {"Messenger ads"}
    assert calls[1].why.startswith("Sample for Messenger ads: your outcome tells what it brings.")
    assert mark(calls[1], agency.now, LONDON) == ("ph.flask", "Sample")
    assert agency.today().calls == calls


def test_a_third_of_a_day_is_sampled_however_the_day_is_worked(agency: Agency) -> None:
    ads, beth = agency.campaign("Ads"), agency.recruiter(capacity=9)
    leads(agency, ads, 20)
    sample_leads(agency.db, ads, 20, now=agency.now)

    def today(hours: int) -> list[int]:
        day = todays_list(agency.db, now=agency.now + hours * HOUR, person=beth)
        return [c.client_id for c in day.calls if c.kind is CallKind.SAMPLE]

    first = today(0)
    assert len(first) == 3
    for hour, client in enumerate(first, 1):
        agency.outcome(client, Reach.NO_ANSWER, person_id=beth.id, at=agency.now + hour * HOUR)
        assert today(hour) == first[hour:]
    assert today(8) == []
    tomorrow = today(25)
    assert len(tomorrow) == 3
    assert not {*first} & {*tomorrow}
    assert today(49) == []


def test_a_sample_goes_to_whoever_looks_after_the_client(agency: Agency) -> None:
    ads, beth, dan = agency.campaign("Ads"), agency.recruiter(), agency.recruiter("Dan Pryce")
    mine = leads(agency, ads, 2, owner=beth.name)
    theirs = leads(agency, ads, 2, owner=dan.name)
    nobodys = leads(agency, ads, 1)
    with agency.db.atomic():
        owners = {**dict.fromkeys(mine, beth.id), **dict.fromkeys(theirs, dan.id)}
        for client, owner in owners.items():
            for table, key in (("client", "id"), ("standing", "client_id")):
                agency.db.execute(
                    f"update {table} set owner_id = :o where {key} = :c", o=owner, c=client
                )
    sample_leads(agency.db, ads, 5, now=agency.now)
    for person, own in ((beth, mine), (dan, theirs)):
        day = todays_list(agency.db, now=agency.now, person=person)
        found = {c.client_id for c in day.calls if c.kind is CallKind.SAMPLE}
        assert found == {*own, *nobodys}


def test_only_unworked_leads_that_can_be_rung_are_drawn(agency: Agency) -> None:
    ads, other = agency.campaign("Ads"), agency.campaign("Other")
    good = leads(agency, ads, 3)
    leads(agency, other, 2)
    (worked, rejected, resting) = leads(agency, ads, 3)
    leads(agency, ads, 1, phone="")
    agency.outcome(worked, Reach.NO_ANSWER, at=agency.now - 20 * DAY)
    agency.outcome(rejected, Reach.REJECTED, why=Why.CANDIDATE, at=agency.now - 20 * DAY)
    snooze(agency.db, resting, agency.now + 9 * DAY, now=agency.now)
    glanced, stale = agency.client("Glanced"), agency.client("Stale")
    agency.signal(glanced, Kind.ARTICLE_PAGE, 3, ads)
    agency.signal(stale, Kind.FORM, 400, ads)
    done = sample_leads(agency.db, ads, 9, now=agency.now)
    assert done.said.endswith("; no more than 3 of 9 can be rung")
    assert sorted(sampled(agency)) == good
    with pytest.raises(RefusedError, match="None of the 2 leads not worked yet can be rung now"):
        sample_leads(agency.db, ads, 1, now=agency.now)
    with pytest.raises(RefusedError, match="Every lead of this campaign is worked, or in a sample"):
        sample_leads(agency.db, agency.campaign("Empty"), 1, now=agency.now)
    with pytest.raises(RefusedError, match="1 to 500"):
        sample_leads(agency.db, ads, 0, now=agency.now)


def test_it_is_gone_when_called_expired_or_undone(agency: Agency) -> None:
    ads = agency.campaign("Ads")
    one, two, three = leads(agency, ads, 3)
    done = sample_leads(agency.db, ads, 3, now=agency.now)
    agency.outcome(one, Reach.NO_ANSWER, at=agency.now + HOUR)
    assert sorted(sampled(agency, 0.1)) == [two, three]
    assert sampled(agency, 2.0) == []
    again = sample_leads(agency.db, ads, 1, now=agency.now + 3 * DAY)
    assert len(sampled(agency, 3.1)) == 1
    assert len(agency.db.query("select id from sample")) == 3
    for entry in (again.undo, done.undo):
        undo(agency.db, now=agency.now, entry_id=entry)
    assert agency.db.query("select id from sample") == []


def test_a_call_to_a_sampled_client_is_kept_as_one(agency: Agency) -> None:
    ads = agency.campaign("Ads")
    (one,) = leads(agency, ads, 1)
    sample_leads(agency.db, ads, 1, now=agency.now)
    call = propose_one(desk(agency.db, agency.now), one)
    assert (call.kind, call.sample_of) == (CallKind.SAMPLE, "Ads")
    agency.outcome(one, Reach.NO_ANSWER)
    assert agency.db.tuples("select kind from call") == [("sample",)]
    assert propose_one(desk(agency.db, agency.now), one).kind is CallKind.WARM


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("2026-03-03T10:00", "2026-03-05T10:00"),  # Tuesday
        ("2026-03-05T10:00", "2026-03-09T10:00"),  # Thursday: Friday and Monday
        ("2026-03-06T15:00", "2026-03-10T15:00"),  # Friday
        ("2026-03-07T11:00", "2026-03-11T00:00"),  # Saturday
        ("2026-03-08T23:59", "2026-03-11T00:00"),  # Sunday
        ("2026-03-27T09:00", "2026-03-31T09:00"),  # the clocks go forward in between
    ],
)
def test_two_working_days_leave_the_weekend_out(begins: str, ends: str) -> None:
    at = moment(datetime.fromisoformat(begins).replace(tzinfo=LONDON))
    found = local(sample_ends(at, LONDON), LONDON)
    assert found == datetime.fromisoformat(ends).replace(tzinfo=LONDON)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001  UTC below
def test_a_sample_always_holds_two_whole_working_days(when: datetime) -> None:
    at = moment(when.replace(tzinfo=UTC))
    days = (sample_ends(at, LONDON) - at) / DAY
    assert 1.9 < days <= 4.1
    assert local(sample_ends(at, LONDON), LONDON).weekday() < 5


def test_the_draw_is_even_and_repeatable() -> None:
    ids = list(range(40))
    assert drawn(ids, 10, "seed") == drawn(ids[::-1], 10, "seed")
    counts = Counter(i for n in range(2_000) for i in drawn(ids, 10, f"seed {n}"))
    # 2,000 draws of a quarter: standard deviation 19.4
    assert all(abs(counts[i] - 500) < 5 * 19.4 for i in ids)
    assert [most_samples(n) for n in (1, 3, 20)] == [0, 1, 6]
