"""What tests of the page share: an agency with money to wait for, and the page on it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.ui.fees.world import NOW
from warmcalls.actions.begin import begin
from warmcalls.actions.fees import Bill, record_fee
from warmcalls.actions.record_placement import record_placement
from warmcalls.actions.vacancies import add_vacancy
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.fees.page import FeesPage
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme


@pytest.fixture
def money(local_db: Writer) -> Agency:
    """Two clients: a brief, an overdue fee, a placement without one, and euros without a rate."""
    made = Agency(local_db, NOW)
    beth = made.recruiter()
    one, two = made.client("Northmoor Logistics"), made.client("Penhallow Foods")
    add_vacancy(local_db, one, "Planner", now=NOW, fee=840_000, by=beth.id)
    record_placement(
        local_db, two, "Welder", placed_on="2026-01-12", fee=690_000, candidate="Priya Nair",
        number="HL-1", due_on="2026-02-11", now=NOW, by=beth.id,
    )  # fmt: skip
    record_placement(local_db, two, "Fitter", placed_on="2026-03-16", fee=None, now=NOW)
    record_fee(local_db, Bill(one, 300_000, "2026-02-10", currency="EUR"), now=NOW)
    return made


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, sqlite_location: str, money: Agency) -> Iterator[FeesPage]:
    del money  # it has filled the database
    tasks = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    made = FeesPage(theme, tasks, lambda: NOW)
    tasks.setParent(made)  # else a later test's lane may collect it, in its own thread
    qtbot.addWidget(made)
    made.resize(1100, 692)
    made.show()
    qtbot.waitUntil(lambda: made.fees.model.rowCount() == 3)
    yield made
    made.hide()
    tasks.stop()
