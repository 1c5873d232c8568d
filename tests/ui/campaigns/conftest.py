"""The Campaigns page over a year of three campaigns, as a marketer meets it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.actions.campaign_year import Year
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.begin import begin
from warmcalls.actions.done import Done
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.campaigns.page import CampaignsPage
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

WAITING = 9


WEBINARS, GUIDE, ADS = "Hiring webinars", "Salary Guide", "Messenger ads"


@dataclass
class Opened:
    """The page in its window, with a writer of one's own on the same database."""

    page: CampaignsPage
    window: QWidget
    db: Writer
    qtbot: QtBot

    def names(self) -> list[str]:
        model = self.page.overview.model
        return [model.row(n).campaign.name for n in range(model.rowCount())]

    def id_of(self, name: str) -> int:
        return next(number for number, each in self.page.found.named if each == name)

    def sheet(self) -> SideSheet:
        """Wait for the sheet that opens, and return it."""
        self.qtbot.waitUntil(lambda: self.page.host.sheet is not None)
        assert self.page.host.sheet is not None
        return self.page.host.sheet

    def refreshed(self) -> None:
        """Wait until nothing is being read."""
        page = self.page
        self.qtbot.waitUntil(lambda: page._reading is None and page._telling is None)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("campaigns") / "warmcalls.db"
    writer = begin(str(path), now=NOW)
    agency = Agency(writer, NOW)
    agency.recruiter()
    Year(agency).make(unworked=WAITING)
    writer.close()
    return path


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, sqlite_location: str, made_once: Path) -> Iterator[Opened]:
    """The page over the year, read and shown."""
    shutil.copy(made_once, sqlite_location)
    yield from _open(qtbot, theme, sqlite_location)


@pytest.fixture
def blank(qtbot: QtBot, theme: Theme, sqlite_location: str) -> Iterator[Opened]:
    """The page of an agency that has nothing yet."""
    yield from _open(qtbot, theme, sqlite_location)


def _open(qtbot: QtBot, theme: Theme, location: str) -> Iterator[Opened]:
    writer = begin(location, now=NOW)
    tasks = Tasks(lambda: open_reader(location), lambda: begin(location, now=NOW))
    window, page = QWidget(), CampaignsPage(theme, tasks, lambda: NOW)
    tasks.setParent(window)  # else a later test's lane may collect it, in its own thread
    page.setParent(window)
    page.setGeometry(0, 0, 1260, 872)
    window.resize(1260, 872)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    opened = Opened(page, window, writer, qtbot)
    opened.refreshed()
    page.focus()
    yield opened
    window.hide()
    tasks.stop()
    writer.close()


def said(widget: QWidget) -> list[str]:
    """What the labels of a part of the page say."""
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def chosen(opened: Opened) -> str:
    row = opened.page.overview.table.chosen
    assert row is not None
    return row.campaign.name


def done_with(opened: Opened, sheet: SideSheet, press: Button) -> Done:
    """Press a sheet's verb; return what was done."""
    with opened.qtbot.waitSignal(opened.page.done) as heard:
        press.click()
    assert not sheet.isVisible()
    opened.refreshed()
    assert isinstance(heard.args[0], Done)
    return heard.args[0]


@pytest.fixture
def webinars(opened: Opened) -> Opened:
    return at(opened, WEBINARS)


@pytest.fixture
def ads(opened: Opened) -> Opened:
    return at(opened, ADS)


def at(opened: Opened, name: str) -> Opened:
    """Go to a campaign's own page."""
    opened.page.open_campaign(opened.id_of(name))
    opened.qtbot.waitUntil(lambda: opened.page.view.head.name.text() == name)
    opened.refreshed()
    return opened
