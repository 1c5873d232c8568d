"""The pages beside Today, in the whole window: gone to by key, each person on their own first."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.add_person import add_person
from warmcalls.actions.begin import begin
from warmcalls.actions.edit_client import save_notes
from warmcalls.domain.clients import Role
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.store.opening import open_reader
from warmcalls.ui.campaigns.page import CampaignsPage
from warmcalls.ui.clients.page import ClientsPage
from warmcalls.ui.desktop import Desktop
from warmcalls.ui.fees.page import FeesPage
from warmcalls.ui.fees.sheets.placement_sheet import PlacementSheet
from warmcalls.ui.results.page import ResultsPage
from warmcalls.ui.start import prepare
from warmcalls.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[str], Desktop]


@pytest.fixture
def where(tmp_path: Path) -> str:
    """Where an agency with a person of each role and one warm client is kept."""
    location = str(tmp_path / "warmcalls.db")
    db = begin(location, now=NOW)
    agency = Agency(db, NOW)
    agency.recruiter("Beth Okafor", capacity=10)
    add_person(db, "Sam Ilkley", Role.MARKETER)
    add_person(db, "Ruth Harcourt", Role.OWNER)
    agency.signal(agency.client("Northmoor Logistics"), Kind.FORM)
    db.close()
    return location


@pytest.fixture
def open_as(where: str, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Open]:
    opened: list[Desktop] = []

    def open_window(name: str) -> Desktop:
        start = prepare(where, NOW, demo=False)
        made = Desktop(theme, tmp_path, where, lambda: NOW, start)
        opened.append(made)
        made.work_as(start.person(name))
        with qtbot.waitSignal(made.workday.listed):
            made.show()
        return made

    yield open_window
    for made in opened:
        made.window.close()
        made.window.deleteLater()


def rows(where: str, sql: str) -> list[tuple[object, ...]]:
    reader = open_reader(where)
    found = reader.tuples(sql)
    reader.close()
    return found


@pytest.mark.parametrize(
    ("name", "page"),
    [("Beth Okafor", "today"), ("Sam Ilkley", "clients"), ("Ruth Harcourt", "results")],
)
def test_everybody_begins_where_their_work_is(open_as: Open, name: str, page: str) -> None:
    desktop = open_as(name)
    assert desktop.window.page(page).isVisible()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_2, ClientsPage),
        (Qt.Key.Key_4, CampaignsPage),
        (Qt.Key.Key_5, ResultsPage),
        (Qt.Key.Key_6, FeesPage),
    ],
)
def test_each_page_has_its_key(open_as: Open, key: Qt.Key, kind: type[QWidget]) -> None:
    desktop = open_as("Beth Okafor")
    QTest.keyClick(desktop.window, key, CTRL)
    assert all(page.isVisible() for page in desktop.window.findChildren(kind))
    assert len(desktop.window.findChildren(kind)) == 1
    QTest.keyClick(desktop.window, Qt.Key.Key_1, CTRL)
    assert desktop.page.isVisible()


def test_a_placement_from_the_call_card_and_back(open_as: Open, where: str, qtbot: QtBot) -> None:
    desktop = open_as("Beth Okafor")
    qtbot.keyClicks(QApplication.focusWidget(), "p")  # type: ignore[no-untyped-call]
    qtbot.waitUntil(lambda: isinstance(desktop.money.sheet, PlacementSheet))
    sheet = desktop.money.sheet
    assert isinstance(sheet, PlacementSheet)
    sheet.job.line.setText("Transport planner")
    sheet.first_day.line.setText("2 Mar 2026")
    sheet.invoice.fee.line.setText("8,400")
    sheet.submit()
    qtbot.waitUntil(lambda: rows(where, "select amount from fee") == [(840_000,)])
    assert rows(where, "select title, placed_on, person_id from placement") == [
        ("Transport planner", "2026-03-02", 1)
    ]
    qtbot.waitUntil(lambda: desktop.money.sheet is None)
    desktop.window.run("undo")
    qtbot.waitUntil(lambda: rows(where, "select id from placement") == [])
    assert rows(where, "select id from fee") == []


def test_what_was_done_days_ago_is_named_before_it_is_taken_back(
    where: str, open_as: Open, qtbot: QtBot
) -> None:
    db = begin(where, now=NOW)
    save_notes(db, 1, "Long ago", now=NOW - 9 * DAY)
    db.close()
    desktop = open_as("Sam Ilkley")
    said: list[str] = []
    desktop.workday.said.connect(lambda text, _: said.append(text))
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Last done, on 22 Feb 2026: notes on Northmoor Logistics. Undo takes it back."]
    assert rows(where, "select notes from client") == [("Long ago",)]
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: rows(where, "select notes from client") == [("",)])
