"""The Clients page at any size: it is resized without end, and what has no room gives way."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from warmcalls.actions.begin import begin
from warmcalls.store.opening import open_reader
from warmcalls.ui.clients.page import ClientsPage
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

NOW = 1_772_526_600_000_000  # 3 March 2026


@pytest.fixture
def page(sqlite_location: str, theme: Theme, qtbot: QtBot) -> Iterator[ClientsPage]:
    db = begin(sqlite_location, now=NOW)
    agency = Agency(db, NOW)
    for number in range(40):
        agency.client(f"Client {number:02}", tier="ABC"[number % 3], phone="020 7946 0001")
    tasks = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    made, around = ClientsPage(theme, tasks, lambda: NOW, ZoneInfo("Europe/London")), QScrollArea()
    around.setWidgetResizable(True)  # as the window holds it
    around.setWidget(made)
    qtbot.addWidget(around)
    around.resize(1260, 800)
    around.show()
    qtbot.waitUntil(lambda: made.found is not None and bool(made.listing.model.ids))
    yield made
    tasks.stop()
    around.hide()
    QApplication.sendPostedEvents()
    db.close()


def resize(page: ClientsPage, width: int, height: int = 700) -> None:
    page.window().resize(width, height)
    QApplication.sendPostedEvents()


@pytest.mark.parametrize("is_panel_open", [True, False])
def test_the_page_can_be_resized_through_all_widths(
    page: ClientsPage, *, is_panel_open: bool
) -> None:
    page.listing.open_panel(is_open=is_panel_open)
    table = page.listing.table
    for width in (*range(1740, 900, -9), *range(900, 1740, 9)):
        resize(page, width, 560 + width % 300)
        assert page.width() == page.parentWidget().width()
        too_wide = table.head.length() > table.viewport().width()
        assert table.horizontalScrollBar().isVisible() == too_wide


@pytest.mark.parametrize(
    ("before", "after"),
    [((1216, 680), (960, 600)), ((1216, 680), (1036, 680)), ((1236, 760), (960, 760))],
)
def test_a_jump_to_a_narrow_window_ends(
    page: ClientsPage, before: tuple[int, int], after: tuple[int, int]
) -> None:
    resize(page, *before)
    resize(page, *after)
    assert page.width() == page.parentWidget().width()


def test_without_room_the_panel_lies_over_the_table(page: ClientsPage, qtbot: QtBot) -> None:
    listing, table = page.listing, page.listing.table
    resize(page, 800)
    assert not listing.panel.isVisible()
    wide = table.width()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert listing.panel.isVisible()
    assert table.width() == wide == listing.width()
    assert listing.panel.geometry().right() == listing.rect().right()
    qtbot.waitUntil(lambda: listing.panel.shown is not None and not listing.panel.is_reading)
    QTest.keyClick(listing.panel.body.contacts.first, Qt.Key.Key_Escape)
    assert not listing.panel.isVisible()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert not listing.panel.isVisible()
    listing.turn_panel()
    assert listing.panel.isVisible()
    listing.panel.head.cross.click()
    assert not listing.panel.isVisible()
    resize(page, 1260)
    assert listing.panel.isVisible()
    assert table.width() + listing.panel.width() == listing.width()
