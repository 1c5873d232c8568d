"""The Ranking page over a year of calls, as a person meets it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.actions import promise_world
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.begin import begin
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.ranking.page import RankingPage
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme


@pytest.fixture
def world(local_db: Writer) -> Agency:
    """An agency whose list keeps its word."""
    agency = Agency(local_db, NOW)
    agency.recruiter()
    promise_world.year(agency, 3, warm=320, tests=30)
    return agency


def opened(qtbot: QtBot, theme: Theme, location: str) -> Iterator[RankingPage]:
    tasks = Tasks(lambda: open_reader(location), lambda: begin(location, now=NOW))
    page = RankingPage(theme, tasks, lambda: NOW)
    tasks.setParent(page)  # else a later test's lane may collect it, in its own thread
    qtbot.addWidget(page)
    page.failed.connect(page.show_said)
    page.resize(1260, 872)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: page.found is not None)
    page.focus()
    yield page
    page.hide()
    page.drawing.stop()
    tasks.stop()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, sqlite_location: str, world: Agency) -> Iterator[RankingPage]:
    """The page with every chart drawn."""
    del world
    for each in opened(qtbot, theme, sqlite_location):
        drawn(qtbot, each)
        yield each


@pytest.fixture
def blank_page(
    qtbot: QtBot, theme: Theme, sqlite_location: str, local_db: Writer
) -> Iterator[RankingPage]:
    """The page of an agency that has nothing yet."""
    del local_db
    yield from opened(qtbot, theme, sqlite_location)


def drawn(qtbot: QtBot, page: RankingPage) -> None:
    qtbot.waitUntil(lambda: all(panel.view.is_drawn for panel in page.panels.charts))
