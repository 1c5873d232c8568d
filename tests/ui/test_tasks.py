"""The lanes, on a real database: where answers arrive, who waits for whom, what is left."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from warmcalls.actions.add_client import add_client
from warmcalls.actions.begin import begin
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import IncomingClient, Party
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.tasks import Step, Task, Tasks

NOW = 1_772_526_600_000_000
COUNT = "select count(*) from client"


@pytest.fixture
def tasks(sqlite_location: str) -> Iterator[Tasks]:
    begin(sqlite_location, now=NOW).close()
    made = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    yield made
    made.stop()


def count(db: Reader) -> int:
    return int(db.tuples(COUNT)[0][0])


def add(db: Writer, name: str) -> None:
    add_client(db, Party(0, IncomingClient(name)), now=NOW)


def answer(qtbot: QtBot, task: Task[int]) -> int:
    with qtbot.waitSignal(task.finished, timeout=5000) as told:
        pass
    assert told.args is not None
    return int(told.args[0])


def test_a_result_arrives_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    where: list[threading.Thread] = []

    def look(db: Reader) -> int:
        where.append(threading.current_thread())
        return count(db)

    task = tasks.read(look)
    task.finished.connect(lambda _: where.append(threading.current_thread()))
    assert answer(qtbot, task) == 0
    assert [each.name for each in where] == ["warmcalls-read", "MainThread"]


def test_reads_go_on_while_a_long_write_is_not_yet_committed(qtbot: QtBot, tasks: Tasks) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow(db: Writer, _: Step) -> int:
        with db.atomic():
            add(db, "Northmoor")
            inside.set()
            assert go_on.wait(5)
        return count(db)

    writing = tasks.write(slow)
    assert inside.wait(5)
    assert answer(qtbot, tasks.read(count)) == 0
    go_on.set()
    assert answer(qtbot, writing) == 1
    assert answer(qtbot, tasks.read(count)) == 1


def test_cancelling_a_write_rolls_it_back(qtbot: QtBot, tasks: Tasks) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow(db: Writer, step: Step) -> None:
        with db.atomic():
            add(db, "Northmoor")
            inside.set()
            assert go_on.wait(5)
            step(1, 2)

    task = tasks.write(slow)
    assert inside.wait(5)
    task.cancel()
    with qtbot.waitSignal(task.cancelled, timeout=5000):
        go_on.set()
    assert answer(qtbot, tasks.read(count)) == 0


def test_a_queued_task_that_was_cancelled_never_starts(qtbot: QtBot, tasks: Tasks) -> None:
    go_on = threading.Event()
    started: list[str] = []
    tasks.write(lambda _, __: go_on.wait(5))
    second = tasks.write(lambda _, __: started.append("second"))
    second.cancel()
    with qtbot.waitSignal(second.cancelled, timeout=5000):
        go_on.set()
    assert started == []


def test_nobody_hears_of_a_read_that_was_superseded(qtbot: QtBot, tasks: Tasks) -> None:
    heard: list[int] = []
    old = tasks.read(count)
    old.finished.connect(heard.append)
    new = tasks.read(count)
    old.cancel()
    assert answer(qtbot, new) == 0
    assert heard == []


def test_progress_is_told_a_few_times_and_never_backwards(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[tuple[int, int]] = []

    def busy(_: Writer, step: Step) -> int:
        for done in range(200_000):
            step(done, 1 << 40)
        return 0

    task = tasks.write(busy)
    task.progressed.connect(lambda done, total: told.append((done, total)))
    answer(qtbot, task)
    assert 1 <= len(told) < 100
    assert told == sorted(told)
    assert told[0][1] == 1 << 40


def test_a_refusal_is_handed_over_and_the_lane_goes_on(qtbot: QtBot, tasks: Tasks) -> None:
    def refuse(_: Writer, __: Step) -> None:
        raise RefusedError("No.")

    task = tasks.write(refuse)
    with qtbot.waitSignal(task.failed, timeout=5000) as told:
        pass
    assert told.args is not None
    assert isinstance(told.args[0], RefusedError)
    assert answer(qtbot, tasks.write(lambda db, _: count(db))) == 0


def test_stop_finishes_short_writes_and_leaves_no_thread(
    qtbot: QtBot, tasks: Tasks, sqlite_location: str
) -> None:
    answer(qtbot, tasks.read(count))
    tasks.write(lambda db, _: add(db, "Northmoor"))
    tasks.stop()
    assert [t.name for t in threading.enumerate() if t.name.startswith("warmcalls")] == []
    reader = open_reader(sqlite_location)
    assert count(reader) == 1
    reader.close()


def test_stop_rolls_a_long_write_back(tasks: Tasks, sqlite_location: str) -> None:
    inside = threading.Event()

    def endless(db: Writer, step: Step) -> None:
        with db.atomic():
            add(db, "Northmoor")
            inside.set()
            while True:
                step(0, 1)

    tasks.write(endless)
    assert inside.wait(5)
    tasks.stop()
    reader = open_reader(sqlite_location)
    assert count(reader) == 0
    reader.close()


def test_stop_without_any_task_is_quiet(tasks: Tasks) -> None:
    before = threading.active_count()
    tasks.stop()
    assert threading.active_count() == before
