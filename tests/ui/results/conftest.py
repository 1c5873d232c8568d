"""The Results page over a random agency, as a person meets it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.actions import money_world
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.begin import begin
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.results.page import ResultsPage
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of five campaigns, forty clients, calls, fees and spend."""
    path = tmp_path_factory.mktemp("world") / "warmcalls.db"
    writer = begin(str(path), now=NOW)
    agency = Agency(writer, NOW)
    agency.recruiter()
    money_world.build(agency, 11)
    writer.close()
    return path


@pytest.fixture
def world(made_once: Path, sqlite_location: str) -> Iterator[Agency]:
    """The random agency, for this test alone."""
    shutil.copy(made_once, sqlite_location)
    writer = begin(sqlite_location, now=NOW)
    yield Agency(writer, NOW)
    writer.close()


@pytest.fixture
def blank_page(
    qtbot: QtBot, theme: Theme, sqlite_location: str, local_db: Writer
) -> Iterator[ResultsPage]:
    """The page of an agency that has nothing yet."""
    del local_db
    yield from opened(qtbot, theme, sqlite_location)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, sqlite_location: str, world: Agency) -> Iterator[ResultsPage]:
    """The page of the random agency, every chart drawn."""
    del world
    yield from opened(qtbot, theme, sqlite_location)


def opened(qtbot: QtBot, theme: Theme, location: str) -> Iterator[ResultsPage]:
    """The page with every chart drawn; afterwards nothing of it runs any more."""
    tasks = Tasks(lambda: open_reader(location), lambda: begin(location, now=NOW))
    page = ResultsPage(theme, tasks, lambda: NOW)
    tasks.setParent(page)  # else a later test's lane may collect it, in its own thread
    qtbot.addWidget(page)
    page.failed.connect(page.show_said)
    page.resize(1260, 872)
    page.show()
    qtbot.waitUntil(lambda: all(p.view.is_drawn for p in page.panels.charts))
    yield page
    page.hide()
    page.drawing.stop()
    tasks.stop()
