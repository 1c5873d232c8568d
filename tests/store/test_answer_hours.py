"""Calls and answers are counted by quarter of an hour, those left out that say nothing of hours."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.agency import Agency
from warmcalls.actions.desk import desk
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.actions.undo import undo
from warmcalls.domain.answer_hours import QUARTER, AnswerHours
from warmcalls.domain.calls import CallKind
from warmcalls.domain.moments import DAY, HOUR, MINUTE, moment
from warmcalls.domain.outcomes import Outcome, Reach, Result
from warmcalls.store import answer_hours
from warmcalls.store.engine import Writer

TEN = moment(datetime(2026, 3, 3, 10, tzinfo=UTC))


def counted(agency: Agency, before: int = TEN + 30 * DAY) -> list[list[int]]:
    return sorted(answer_hours.quarters(agency.db, before=before).tolist())


def hours(agency: Agency) -> AnswerHours:
    return desk(agency.db, agency.now).learned.answers.hours


def test_calls_and_answers_are_counted_by_quarter(agency: Agency) -> None:
    assert counted(agency) == []
    client = agency.client("Northmoor")
    agency.outcome(client, Reach.NO_ANSWER, at=TEN)
    agency.outcome(client, at=TEN + 14 * MINUTE)
    agency.outcome(client, Reach.VOICEMAIL, at=TEN + 15 * MINUTE)
    agency.outcome(client, Reach.WRONG_NUMBER, at=TEN + 16 * MINUTE)
    quarter = TEN // QUARTER
    assert counted(agency) == [[quarter, 2, 1], [quarter + 1, 1, 0]]
    assert counted(agency, before=TEN + 15 * MINUTE) == [[quarter, 2, 1]]


def test_who_waits_for_a_promised_call_says_nothing_of_hours(agency: Agency) -> None:
    client = agency.client("Northmoor")
    agency.signal(client)
    agency.outcome(client, result=Result.CALL_BACK, next_at=agency.now + HOUR)
    (call,) = (c for c in agency.today().calls if c.kind is CallKind.CALLBACK)
    answer = Outcome("key-kept", client, TEN, Reach.SPOKE, result=Result.MEETING, worth=True)
    record_outcome(agency.db, answer, proposed=call)
    assert [calls for _, calls, _ in counted(agency)] == [1]
    record_outcome(
        agency.db, replace(answer, key="key-warm"), proposed=replace(call, kind=CallKind.WARM)
    )
    assert [calls for _, calls, _ in counted(agency)] == [1, 1]


def test_hours_are_learnt_with_every_call_and_unlearnt_with_its_undo(agency: Agency) -> None:
    client = agency.client("Northmoor")
    agency.outcome(client, Reach.NO_ANSWER, at=TEN)
    before = hours(agency)
    assert before == AnswerHours((0, 1, 0, 0, 0), (0, 0, 0, 0, 0))
    # London's clocks go forward on 29 March: ten o'clock there is nine in UTC
    summer = moment(datetime(2026, 4, 1, 9, tzinfo=UTC))
    entry = agency.outcome(client, at=summer)
    assert hours(agency) == AnswerHours((0, 2, 0, 0, 0), (0, 1, 0, 0, 0))
    undo(agency.db, now=summer, entry_id=entry)
    assert hours(agency) == before


def test_a_call_outside_the_working_day_is_of_no_band(agency: Agency) -> None:
    client = agency.client("Northmoor")
    agency.outcome(client, at=moment(datetime(2026, 3, 3, 19, tzinfo=UTC) + timedelta(minutes=1)))
    assert hours(agency).calls == 0
    assert len(counted(agency)) == 1


def test_five_thousand_calls_are_the_newest(local_db: Writer) -> None:
    """Of 5,010, one an hour, those of the ten oldest days but one are left out."""
    made = Agency(local_db, TEN)
    client = made.client("Northmoor")
    with local_db.atomic():
        columns = ("key", "client_id", "at", "day", "reach", "result", "note")
        days = [f"{2020 + n // 360:04}-{n % 360 // 30 + 1:02}-{n % 30 + 1:02}" for n in range(501)]
        rows = [
            (
                f"old {n} {hour}",
                client,
                TEN - (600 - n) * DAY + hour * HOUR,
                day,
                "no_answer",
                "",
                "",
            )
            for n, day in enumerate(days)
            for hour in range(10)
        ]
        local_db.add_many("outcome", columns, rows)
    assert sum(calls for _, calls, _ in counted(made)) == 5_000


def test_only_the_newest_calls_are_counted_in_whole_days(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = agency.client("Northmoor")
    for days in range(4):
        for minutes in (0, 20):
            agency.outcome(client, Reach.NO_ANSWER, at=TEN + days * DAY + minutes * MINUTE)
    assert len(counted(agency)) == 8
    for newest, kept in ((1, 2), (2, 2), (3, 4), (8, 8), (9, 8)):
        monkeypatch.setattr(answer_hours, "NEWEST", newest)
        found = counted(agency)
        assert len(found) == kept
        assert found[-1][0] == (TEN + 3 * DAY + 20 * MINUTE) // QUARTER
    monkeypatch.setattr(answer_hours, "NEWEST", 1)
    assert [row[0] for row in counted(agency, before=TEN + 2 * DAY)] == [
        (TEN + DAY) // QUARTER,
        (TEN + DAY + 20 * MINUTE) // QUARTER,
    ]
