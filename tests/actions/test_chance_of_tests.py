"""Test calls: as many as the day has, in their seats, logged with the chance of their draw."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.agency import Agency
from warmcalls.actions.chance_of_tests import with_test_chance
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.desk import desk
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.actions.todays_list import pick_calls
from warmcalls.actions.undo import undo
from warmcalls.domain.calls import CallKind, Day, WarmCall
from warmcalls.domain.clients import Person
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, HOUR, MINUTE
from warmcalls.domain.outcomes import Outcome, Reach, Result
from warmcalls.store.engine import Writer

SLOTS = 4
CAPACITY = 20
CLIENTS = 60
POOL = CLIENTS - (CAPACITY - SLOTS)


@pytest.fixture
def beth(agency: Agency) -> Person:
    """A recruiter with four test calls a day, and clients of whom half are warm."""
    return ready(agency)


def ready(agency: Agency, warm: int = CLIENTS // 2) -> Person:
    change_settings(agency.db, now=agency.now, test_share=SLOTS / CAPACITY)
    for n in range(CLIENTS):
        client = agency.client(f"Client {n}", phone=f"020 7946 {n:04}")
        if n < warm:
            agency.signal(client, Kind.GUIDE_PAGE, n / 10 + 0.1)
    return agency.recruiter(capacity=CAPACITY)


def drawn_in(day: Day) -> list[WarmCall]:
    return [call for call in day.calls if call.kind is CallKind.TEST]


def ring(agency: Agency, call: WarmCall, minute: int, person: Person, **more: object) -> int:
    """Ring as the list proposes; return the entry that takes it back."""
    facts = {"result": Result.NO_NEED, "person_id": person.id} | more
    at = agency.now + minute * MINUTE
    key = f"rung {call.client_id} {minute}"
    outcome = Outcome(key, call.client_id, at, Reach.SPOKE, **facts)  # type: ignore[arg-type]
    done = record_outcome(agency.db, outcome, proposed=call)
    assert done.undo is not None
    return done.undo


def seen(agency: Agency, person: Person, minute: int, made: list[WarmCall]) -> Day:
    """The list at a minute of the day; its tests have the chance of the morning."""
    day = agency.today(person, days_later=minute * MINUTE / DAY)
    left = drawn_in(day)
    assert len(left) + len(made) == SLOTS
    assert {call.test_chance for call in left} <= {SLOTS / POOL}
    return day


def test_every_test_of_a_day_is_logged_with_the_same_chance(agency: Agency, beth: Person) -> None:
    drawn = [call.client_id for call in drawn_in(agency.today(beth))]
    made: list[WarmCall] = []
    for minute in range(CAPACITY):
        call = seen(agency, beth, minute, made).calls[0]
        entry = ring(agency, call, minute, beth)
        made += [call] * (call.kind is CallKind.TEST)
        after = seen(agency, beth, minute, made)
        if minute in {3, 17}:
            undo(agency.db, now=agency.now, entry_id=entry)
            again = seen(agency, beth, minute, [one for one in made if one is not call])
            assert again.calls[0].client_id == call.client_id
            ring(agency, again.calls[0], minute, beth)
            assert seen(agency, beth, minute, made).calls == after.calls
    assert {call.client_id for call in made} == set(drawn)
    logged = agency.db.tuples("select test_chance from call where kind = 'test'")
    assert logged == [(SLOTS / POOL,)] * SLOTS
    assert not agency.today(beth, days_later=21 * MINUTE / DAY).calls


def test_calls_out_of_turn_and_colleagues_leave_the_chance_alone(
    agency: Agency, beth: Person
) -> None:
    tom = agency.recruiter("Tom Reilly")
    first, second, third, *_ = (
        c for c in seen(agency, beth, 0, []).calls if c.kind is CallKind.WARM
    )
    later = {"result": Result.CALL_BACK, "next_at": agency.now + 2 * HOUR}
    ring(agency, first, 1, beth, **later)
    seen(agency, beth, 2, [])
    ring(agency, second, 3, tom)
    day = seen(agency, beth, 4, [])
    taken = {c.client_id for c in day.calls} | {first.client_id, second.client_id}
    cold = max(set(range(1, CLIENTS + 1)) - taken)
    ring(agency, replace(third, client_id=cold, contact=None, phone=None), 5, beth)
    seen(agency, beth, 6, [])
    hers = max(set(range(1, CLIENTS + 1)) - taken - {cold})
    ring(agency, replace(third, client_id=hers, contact=None, phone=None), 7, tom)
    seen(agency, beth, 8, [])


def test_whose_rest_ends_during_the_day_is_not_drawn_before_tomorrow(
    agency: Agency, beth: Person
) -> None:
    for client in range(50, 60):
        agency.outcome(client, Reach.NO_ANSWER, at=agency.now - 3 * DAY + 5 * MINUTE)
    for minute in (0, 6):
        left = drawn_in(agency.today(beth, days_later=minute * MINUTE / DAY))
        assert not {call.client_id for call in left} & set(range(50, 60))
        assert {call.test_chance for call in left} == {SLOTS / (POOL - 10)}


def test_promises_are_neither_drawn_nor_in_the_place_of_others(agency: Agency) -> None:
    beth = ready(agency)
    for client in (58, 59):
        agency.outcome(client, result=Result.CALL_BACK, at=agency.now - 9 * DAY, next_at=agency.now)
    chance = SLOTS / (CLIENTS - 2 - (CAPACITY - SLOTS - 2))
    for minute in range(5):
        day = agency.today(beth, days_later=minute * MINUTE / DAY)
        assert {call.test_chance for call in drawn_in(day)} == {chance}
        if day.calls[0].kind is not CallKind.TEST:
            ring(agency, day.calls[0], minute, beth)


def test_where_the_warm_do_not_fill_the_day_the_pool_is_all_others(agency: Agency) -> None:
    beth = ready(agency, warm=6)
    made = 0
    for minute in range(10):
        day = agency.today(beth, days_later=minute * MINUTE / DAY)
        left = drawn_in(day)
        assert len(left) + made == SLOTS
        assert {call.test_chance for call in left} <= {SLOTS / (CLIENTS - 6)}
        made += day.calls[0].kind is CallKind.TEST
        ring(agency, day.calls[0], minute, beth)


def test_the_logged_chance_is_how_often_each_is_drawn(local_db: Writer) -> None:
    """Over days that differ in their draw alone: the same clients, ready and warm."""
    agency = Agency(local_db, 1_772_409_600_000_000)
    beth = ready(agency)
    asked = desk(local_db, agency.now, beth)
    drawn, chances, days = Counter[int](), set[float | None](), 600
    for seed in range(days):
        other = replace(asked, agency=replace(asked.agency, seed=seed))
        picks = with_test_chance(other, pick_calls(other, CAPACITY, CAPACITY), CAPACITY)
        tests = [pick for pick in picks if pick.kind is CallKind.TEST]
        drawn.update(pick.client_id for pick in tests)
        chances |= {pick.test_chance for pick in tests}
    (chance,) = chances
    assert chance == SLOTS / POOL == SLOTS / len(drawn)
    usual = days * SLOTS / POOL
    # four of a day differ, so the sum of squares is a little under chi-squared, 43 degrees: 99.9 %
    assert sum((drawn[i] - usual) ** 2 / usual for i in drawn) < 77.4


def test_promises_that_fill_the_day_leave_no_place_for_a_test(agency: Agency, beth: Person) -> None:
    for client in range(1, CAPACITY + 1):
        agency.outcome(client, result=Result.CALL_BACK, at=agency.now - 9 * DAY, next_at=agency.now)
    assert Counter(call.kind for call in agency.today(beth).calls) == {CallKind.CALLBACK: CAPACITY}


def test_tests_sit_anywhere_in_the_day_and_keep_their_seats(agency: Agency, beth: Person) -> None:
    seats = []
    for day in range(12):
        calls = agency.today(beth, days_later=day).calls
        seats.append([call.kind for call in calls].index(CallKind.TEST))
    assert len(set(seats)) > 4
    assert max(seats) > CAPACITY / 3
