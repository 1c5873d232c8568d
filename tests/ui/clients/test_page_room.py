"""The Clients page at any size: it is resized without end, and what has no room gives way."""

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from warmcalls.actions.begin import begin
from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.client_query import Condition, Op, Question
from warmcalls.store.opening import open_reader
from warmcalls.ui.clients.page import ClientsPage
from warmcalls.ui.clients.panel.texts import PanelText
from warmcalls.ui.clients.sheets.set_sheet import SetSheet
from warmcalls.ui.clients.table.model import PLACE
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


def wide(page: ClientsPage) -> int:
    around = page.parentWidget()
    assert around is not None
    return around.width()


@pytest.mark.parametrize("is_panel_open", [True, False])
def test_the_page_can_be_resized_through_all_widths(
    page: ClientsPage, *, is_panel_open: bool
) -> None:
    page.listing.open_panel(is_open=is_panel_open)
    table = page.listing.table
    for width in (*range(1740, 900, -9), *range(900, 1740, 9)):
        resize(page, width, 560 + width % 300)
        assert page.width() == wide(page)
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
    assert page.width() == wide(page)


def test_without_room_the_panel_lies_over_the_table(page: ClientsPage, qtbot: QtBot) -> None:
    listing, table = page.listing, page.listing.table
    resize(page, 800)
    assert not listing.panel.isVisible()
    before = table.width()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert listing.panel.isVisible()
    assert table.width() == before == listing.width()
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


def in_tab_order(page: ClientsPage) -> list[str]:
    """Return what Tab stops at inside the page, from the search on."""
    found, each = [], page.head.search.nextInFocusChain()
    while each is not None and each is not page.head.search:
        stops = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) and each.isEnabled()
        if page.isAncestorOf(each) and each.isVisible() and stops and each.accessibleName():
            found.append(each.accessibleName())
        each = each.nextInFocusChain()
    return found


def test_tab_goes_from_the_top_to_the_bottom(page: ClientsPage, qtbot: QtBot) -> None:
    page.ask(Question(where=(Condition("tier", Op.IS, ("A",)),)))
    page.listing.open_client(page.listing.model.ids[0])
    panel = page.listing.panel
    qtbot.waitUntil(lambda: panel.shown is not None and not panel.is_reading)
    found = in_tab_order(page)
    wanted = [
        "Filter", "Take away: Tier A", "Add client", "All clients", "More views", "Save view",
        "Clients", "Tag…", "Close the panel", "Add a contact", "Add something they are known by",
        "Notes", "Add a signal", "History",
    ]  # fmt: skip
    assert [each for each in found if each in wanted] == wanted
    rows = [row.accessibleName() for row in panel.body.contacts.rows]
    at = found.index("Add a contact")
    assert rows
    assert found[at - len(rows) : at] == rows


def test_the_first_filter_can_always_be_read(page: ClientsPage) -> None:
    where = (
        Condition("seen", Op.WITHIN, ("7",)), Condition("tier", Op.IS, ("A",)),
        Condition("coverage", Op.AT_MOST, ("2",)), Condition("contact", Op.EMPTY),
    )  # fmt: skip
    page.ask(Question(where=where))
    for width in range(1700, 860, -40):
        resize(page, width)
        first = page.head.chips.stops[0]
        assert first.isVisible()
        assert first.width() >= first.sizeHint().width()


def test_set_begins_with_the_column_of_the_cursor(page: ClientsPage) -> None:
    table = page.listing.table
    for column, chosen in (("owner", "owner"), ("name", "sector"), ("warmth", "sector")):
        table.setCurrentIndex(page.listing.model.index(0, PLACE[column]))
        page.doing.carry_out("set")
        sheet = page.host.sheet
        assert isinstance(sheet, SetSheet)
        assert sheet.column.chosen == chosen
        sheet.leave()


def test_a_good_paste_says_what_has_no_place(page: ClientsPage, qtbot: QtBot) -> None:
    table, last = page.listing.table, page.listing.model.rowCount() - 1
    table.setCurrentIndex(page.listing.model.index(last, PLACE["sector"]))
    QApplication.clipboard().setText("Food\r\nCare\r\nRetail")
    with qtbot.waitSignal(page.done) as done:
        table.hands.paste()
    assert done.args is not None
    assert done.args[0].said.endswith(". 2 rows more than there are clients below: left out")


def test_a_large_fee_is_written_whole(page: ClientsPage, qtbot: QtBot) -> None:
    table, model = page.listing.table, page.listing.model
    resize(page, 1100)
    qtbot.waitUntil(lambda: model.client(0) is not None)
    row = model.client(0)
    assert row is not None
    model.take_rows([replace(row, fee=999_999_900)])
    table.viewport().grab()
    need = table.delegate.wide(replace(row, fee=999_999_900), BY_ID["fee"])
    qtbot.waitUntil(lambda: table.columnWidth(PLACE["fee"]) >= need)


def test_a_long_word_of_the_panel_is_broken(theme: Theme, qtbot: QtBot) -> None:
    word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    text = PanelText(theme, f"Food · {word}")
    qtbot.addWidget(text)
    assert text.heightForWidth(280) > text.heightForWidth(2000)
    assert text.accessibleName() == f"Food · {word}"
    assert text.text().replace("\u200b", "") == f"Food · {word}"
