"""Two desks at one PostgreSQL: each gets its turn, and nothing that was recorded is lost."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.actions.test_learning import assert_learnt
from tests.agency import Agency
from tests.conftest import NOW, empty
from warmcalls.actions.again import again
from warmcalls.actions.begin import begin
from warmcalls.actions.edit_client import snooze
from warmcalls.actions.import_files import import_file
from warmcalls.actions.keep_prospects import keep_prospects_near
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.actions.undo import undo
from warmcalls.domain.errors import BusyError, RefusedError
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Outcome, Reach, Result
from warmcalls.store import settings
from warmcalls.store.engine import Writer

WEEKS = 4
SOON = 30.0  # seconds that a desk which never answers is waited for


@pytest.fixture
def desks(postgres_database: str) -> Iterator[tuple[Writer, Writer]]:
    empty(postgres_database)
    both = (begin(postgres_database, now=NOW), begin(postgres_database, now=NOW))
    yield both
    for desk in both:
        desk.close()


def at_once(*jobs: Callable[[], object]) -> None:
    """Do jobs at the same moment, and raise what one of them raised."""
    start = threading.Barrier(len(jobs))

    def run(job: Callable[[], object]) -> None:
        start.wait(SOON)
        job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        for done in [pool.submit(run, job) for job in jobs]:
            done.result(SOON)


def rename(db: Writer, person_id: int, name: str) -> None:
    db.execute("update person set name = :name where id = :id", name=name, id=person_id)


def hold(db: Writer, client_id: int) -> None:
    """Take a client's standing in hand, as an import does."""
    db.execute("update standing set rest = rest where client_id = :id", id=client_id)


def wait_until_held_up(db: Writer) -> None:
    """Wait until another desk waits for what this one has in hand."""
    for _ in range(1000):
        if db.tuples("select 1 from pg_locks where not granted"):
            return
        db.tuples("select 1 from pg_sleep(0.01)")
    pytest.fail("nobody waits")


def test_outcomes_of_two_desks_a_week_later_are_both_kept(desks: tuple[Writer, Writer]) -> None:
    agency = Agency(desks[0], NOW)
    clients = [agency.client(f"Client {n}") for n in range(12)]
    for client in clients:
        agency.signal(client)

    def records(desk: Writer, client: int, week: int) -> Callable[[], object]:
        key, at = f"{client} {week}", NOW + week * 8 * DAY
        outcome = Outcome(key, client, at, Reach.SPOKE, Result.MEETING)
        return lambda: record_outcome(desk, outcome)

    for week in range(1, WEEKS + 1):
        first, last = clients[week], clients[-week]
        at_once(records(desks[0], first, week), records(desks[1], last, week))
        at = settings.load(desks[0]).prospects_at
        assert NOW + week * 8 * DAY - at < DAY
    assert desks[0].tuples("select count(*) from outcome") == [(2 * WEEKS,)]
    assert_learnt(desks[0])


def test_an_outcome_and_an_undo_at_once_are_both_done(desks: tuple[Writer, Writer]) -> None:
    agency = Agency(desks[0], NOW)
    one, other = agency.client("One"), agency.client("Other")
    for turn in range(3):
        entry = agency.outcome(one, result=Result.MEETING)
        outcome = Outcome(f"b{turn}", other, NOW + turn, Reach.SPOKE, Result.NO_NEED)
        at_once(
            lambda entry=entry: undo(desks[0], now=NOW, entry_id=entry),  # type: ignore[misc]
            lambda outcome=outcome: record_outcome(desks[1], outcome),  # type: ignore[misc]
        )
    assert desks[0].tuples("select distinct client_id from outcome") == [(other,)]
    assert_learnt(desks[0])


def test_who_writes_sees_what_the_one_before_wrote(desks: tuple[Writer, Writer]) -> None:
    def add(db: Writer, name: str) -> None:
        with db.atomic():
            (number,) = db.tuples("select count(*) from person")[0]
            db.insert("person", {"name": f"{name} {number}", "role": "recruiter"})

    for _ in range(5):
        at_once(lambda: add(desks[0], "A"), lambda: add(desks[1], "B"))
    names = [row[0] for row in desks[0].tuples("select name from person order by id")]
    assert [int(name.split()[1]) for name in names] == list(range(10))


def test_what_two_desks_hold_from_each_other_is_done_again(desks: tuple[Writer, Writer]) -> None:
    agency = Agency(desks[0], NOW)
    ids = [agency.recruiter(name).id for name in ("Ann", "Bob")]
    both_hold, tries = threading.Barrier(2), [0, 0]

    def cross(place: int) -> None:
        desk, mine, theirs = desks[place], ids[place], ids[1 - place]
        tries[place] += 1
        with desk.atomic(beside=True):
            rename(desk, mine, f"own {place} {tries[place]}")
            if tries[place] == 1:
                both_hold.wait(SOON)
            rename(desk, theirs, f"other of {place}")

    at_once(lambda: again(lambda: cross(0)), lambda: again(lambda: cross(1)))
    assert sorted(tries) == [1, 2]
    last = tries.index(2)
    names = dict(desks[0].tuples("select id, name from person"))
    assert names == {ids[last]: f"own {last} 2", ids[1 - last]: f"other of {last}"}


def test_an_outcome_that_lost_to_an_import_is_recorded_all_the_same(
    desks: tuple[Writer, Writer],
) -> None:
    agency = Agency(desks[0], NOW)
    client = agency.client("Northmoor")
    snooze(desks[0], client, NOW + DAY, now=NOW)  # the outcome ends it, before the standing
    with ThreadPoolExecutor(1) as pool:
        with desks[1].atomic(beside=True):
            hold(desks[1], client)
            recorded = pool.submit(agency.outcome, client, Reach.NO_ANSWER)
            wait_until_held_up(desks[1])
            desks[1].execute("update client set notes = 'Seen' where id = :id", id=client)
        recorded.result(SOON)
    assert desks[0].tuples("select count(*) from outcome") == [(1,)]
    assert desks[0].tuples("select notes, snoozed_until from client") == [("Seen", None)]


def test_an_import_is_never_what_is_given_up_for_the_prospects(
    desks: tuple[Writer, Writer],
) -> None:
    agency, at = Agency(desks[0], NOW), settings.load(desks[0]).prospects_at
    first, last = agency.client("Northmoor"), agency.client("Ashgrove")
    with ThreadPoolExecutor(1) as pool:
        with desks[0].atomic(beside=True):
            hold(desks[0], last)
            moving = pool.submit(keep_prospects_near, desks[1], NOW + 8 * DAY)
            wait_until_held_up(desks[0])
            desks[0].tuples("select 1 from pg_sleep(1.1)")  # the server has looked who waits
            hold(desks[0], first)
        moving.result(SOON)
    assert settings.load(desks[0]).prospects_at == at


def test_a_desk_that_always_loses_is_told_so_in_the_end() -> None:
    tries = []

    def lose() -> None:
        tries.append(1)
        raise BusyError("Somebody else wrote.")

    with pytest.raises(BusyError, match="Somebody else"):
        again(lose)
    assert len(tries) == 4


def test_who_waits_too_long_for_its_turn_is_told_in_words(desks: tuple[Writer, Writer]) -> None:
    agency = Agency(desks[0], NOW)
    client = agency.client("Northmoor")
    desks[1].execute("set lock_timeout = 200")
    with desks[0].atomic(), pytest.raises(RefusedError, match="still writing: nothing was"):
        Agency(desks[1], NOW).outcome(client, Reach.NO_ANSWER)
    assert desks[0].tuples("select 1 from outcome") == []
    Agency(desks[1], NOW).outcome(client, Reach.NO_ANSWER)
    assert desks[0].tuples("select count(*) from outcome") == [(1,)]


def test_prospects_give_way_to_an_import_and_an_outcome_does_not_wait(
    desks: tuple[Writer, Writer], tmp_path: Path
) -> None:
    agency, later = Agency(desks[0], NOW), Agency(desks[1], NOW + 8 * DAY)
    for name in ("Northmoor", "Ashgrove"):
        agency.client(name)
    before = settings.load(desks[0]).prospects_at
    with desks[0].atomic(beside=True):  # an import has the first client in hand
        hold(desks[0], 1)
        later.outcome(2, Reach.NO_ANSWER)
        assert settings.load(desks[1]).prospects_at == before
    path = tmp_path / "new.csv"
    path.write_text("Company,Tier\nNorthmoor,A\n")

    recorded: list[int] = []

    def other_desk(done: int, total: int) -> None:
        if total and done == total and not recorded:
            recorded.append(later.outcome(2, Reach.NO_ANSWER))

    import_file(desks[0], path, now=NOW, step=other_desk)
    assert len(recorded) == 1
    keep_prospects_near(desks[1], later.now)
    assert later.now - settings.load(desks[1]).prospects_at < DAY
    assert desks[0].tuples("select tier from client where id = 1") == [("A",)]
