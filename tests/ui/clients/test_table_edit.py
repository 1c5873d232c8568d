"""Cells edited in place as in a spreadsheet: keys, fields, refusals, copy, paste, fill, empty."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.clients.table_world import Desk, usual
from warmcalls.domain.client_columns import ClientRow
from warmcalls.domain.client_edits import Edit
from warmcalls.ui.clients.table.field import CellField
from warmcalls.ui.clients.table.model import PLACE
from warmcalls.ui.clients.table.steps import Place
from warmcalls.ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Heard:
    """What a table has said."""

    def __init__(self, desk: Desk) -> None:
        self.edits: list[list[Edit]] = []
        self.pasted: list[tuple[list[Edit], str]] = []
        self.refused: list[str] = []
        self.copies: list[list[int]] = []
        desk.table.edited.connect(self.edits.append)
        desk.table.pasted.connect(lambda edits, words: self.pasted.append((edits, words)))
        desk.table.refused.connect(self.refused.append)
        desk.table.copy_wanted.connect(self.copies.append)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    made = Desk(theme, usual())
    qtbot.addWidget(made.table)
    made.table.resize(1040, 500)
    with qtbot.waitExposed(made.table):
        made.table.show()
    made.table.activateWindow()
    made.table.setFocus()
    qtbot.waitUntil(lambda: made.model.client(17) is not None)
    return made


@pytest.fixture
def heard(desk: Desk) -> Heard:
    return Heard(desk)


def at(desk: Desk, row: int, column: str) -> None:
    desk.table.go(Place(row, desk.model.columns.index(column)))


def press(desk: Desk, *keys: Qt.Key, mod: Qt.KeyboardModifier = PLAIN) -> None:
    for key in keys:
        QTest.keyClick(desk.table, key, mod)


def field(desk: Desk) -> CellField:
    found = desk.table.delegate.field
    assert found is not None
    return found


def write(desk: Desk, text: str, *then: Qt.Key, mod: Qt.KeyboardModifier = PLAIN) -> None:
    """Type into the open field, or at the cell, which opens one."""
    for character in text:
        QTest.keyClicks(desk.table.delegate.field or desk.table, character)
    for key in then:
        QTest.keyClick(field(desk), key, mod)


def said(desk: Desk, row: int, column: str) -> str:
    return str(desk.model.index(row, PLACE[column]).data())


def test_typing_replaces_and_enter_goes_down(desk: Desk, heard: Heard) -> None:
    at(desk, 2, "sector")
    write(desk, "Rail", KEY.Key_Return)
    assert heard.edits == [[Edit(3, "sector", "Rail")]]
    assert said(desk, 2, "sector") == "Rail"
    assert desk.table.delegate.field is None
    assert desk.table.place == Place(3, 2)
    assert desk.table.hasFocus()


def test_tab_saves_and_goes_to_the_right(desk: Desk, heard: Heard) -> None:
    at(desk, 2, "sector")
    write(desk, "Rail", KEY.Key_Tab)
    assert desk.table.place == Place(2, 3)
    write(desk, "Ines Ruiz", KEY.Key_Backtab)
    assert desk.table.place == Place(2, 2)
    assert heard.edits == [[Edit(3, "sector", "Rail")], [Edit(3, "owner", "Ines Ruiz")]]
    assert said(desk, 2, "owner") == "Ines R."


def test_f2_begins_with_what_is_there(desk: Desk, heard: Heard) -> None:
    at(desk, 0, "fee")
    press(desk, KEY.Key_F2)
    assert field(desk).text() == "£8,400"
    assert field(desk).accessibleName() == "Fee"
    field(desk).deselect()
    field(desk).end(False)
    QTest.keyClick(field(desk), KEY.Key_Backspace)
    write(desk, "5", KEY.Key_Return, mod=SHIFT)
    assert heard.edits == [[Edit(1, "fee", "£8,405")]]
    assert said(desk, 0, "fee") == "£8,405"
    assert desk.table.place == Place(0, 4)


def test_esc_leaves_it_as_it_was(desk: Desk, heard: Heard) -> None:
    for column, text in (("sector", "C"), ("name", "Nonsense"), ("owner", "x"), ("tags", "g")):
        at(desk, 1, column)
        before = said(desk, 1, column)
        write(desk, text, KEY.Key_Escape)
        assert desk.table.delegate.field is None
        assert said(desk, 1, column) == before
        assert desk.table.hasFocus()
    assert heard.edits == []


def test_the_same_text_is_no_edit(desk: Desk, heard: Heard) -> None:
    for column in ("name", "tier", "sector", "owner", "fee", "tags"):
        at(desk, 0, column)
        press(desk, KEY.Key_F2)
        QTest.keyClick(field(desk), KEY.Key_Return)
    assert heard.edits == []
    assert desk.table.place.row == 1


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        ("fee", "lots", "“lots” is no amount"),
        ("owner", "Zoe", "Nobody here is called Zoe"),
        ("name", " ", "A client needs a name."),
    ],
)
def test_what_cannot_be_stays_in_the_field_with_the_reason(
    desk: Desk, heard: Heard, column: str, text: str, why: str
) -> None:
    at(desk, 1, column)
    before = said(desk, 1, column)
    press(desk, KEY.Key_F2)
    field(desk).selectAll()
    write(desk, text, KEY.Key_Return)
    assert field(desk).reason.startswith(why)
    assert field(desk).accessibleDescription().startswith(why)
    assert field(desk).property("wrong") == "true"
    assert heard.edits == []
    assert desk.table.place.row == 1
    write(desk, "x")
    assert field(desk).reason == ""
    QTest.keyClick(field(desk), KEY.Key_Escape)
    assert said(desk, 1, column) == before


def test_a_click_elsewhere_saves_what_is_good(desk: Desk, heard: Heard) -> None:
    at(desk, 1, "sector")
    write(desk, "Rail")
    spot = desk.table.visualRect(desk.model.index(5, PLACE["name"])).center()
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert heard.edits == [[Edit(2, "sector", "Rail")]]
    assert desk.table.place == Place(5, 0)


def test_a_click_elsewhere_keeps_what_is_bad(desk: Desk, heard: Heard) -> None:
    at(desk, 1, "fee")
    write(desk, "-5")
    spot = desk.table.visualRect(desk.model.index(5, PLACE["name"])).center()
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert field(desk).reason
    assert field(desk).text() == "-5"
    assert desk.table.place.row == 1
    assert heard.edits == []


def test_a_double_click_edits_and_opens_where_nothing_can_be_written(
    desk: Desk, heard: Heard
) -> None:
    opened: list[int] = []
    desk.table.opened.connect(opened.append)
    for column in ("name", "coverage"):
        spot = desk.table.visualRect(desk.model.index(3, PLACE[column])).center()
        QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        if column == "name":
            assert field(desk).text() == "Calloway Build"
            write(desk, "Calloway", KEY.Key_Return)
    assert heard.edits == [[Edit(4, "name", "Calloway")]]
    assert opened == [4]


def test_a_letter_sets_the_tier(desk: Desk, heard: Heard) -> None:
    at(desk, 0, "tier")
    press(desk, KEY.Key_B)
    assert heard.edits == [[Edit(1, "tier", "B")]]
    assert said(desk, 0, "tier") == "B"
    assert desk.table.delegate.field is None
    press(desk, KEY.Key_B)
    assert len(heard.edits) == 1


def test_the_list_is_open_at_once_and_enter_takes_from_it(desk: Desk, heard: Heard) -> None:
    at(desk, 3, "sector")
    press(desk, KEY.Key_F2)
    offer = field(desk).offer
    assert offer is not None
    assert offer.is_open
    QTest.keyClick(offer.popup_list, KEY.Key_Down)
    QTest.keyClick(offer.popup_list, KEY.Key_Return)
    assert heard.edits == [[Edit(4, "sector", "Engineering")]]
    assert desk.table.place == Place(4, 2)
    assert desk.table.hasFocus()


def test_a_part_finds_the_owner(desk: Desk, heard: Heard) -> None:
    at(desk, 0, "owner")
    write(desk, "dun")
    offer = field(desk).offer
    assert offer is not None
    assert offer.is_open
    QTest.keyClick(offer.popup_list, KEY.Key_Down)
    QTest.keyClick(offer.popup_list, KEY.Key_Tab)
    assert heard.edits == [[Edit(1, "owner", "Marc Dunne")]]
    assert said(desk, 0, "owner") == "Marc D."
    assert desk.table.place == Place(0, 4)


def test_a_click_in_the_list_takes_it(desk: Desk, heard: Heard) -> None:
    at(desk, 0, "tier")
    press(desk, KEY.Key_F2)
    offer = field(desk).offer
    assert offer is not None
    index = offer.completionModel().index(2, 0)
    spot = offer.popup_list.visualRect(index).center()
    QTest.mouseClick(offer.popup_list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert heard.edits == [[Edit(1, "tier", "C")]]
    assert desk.table.place == Place(0, 1)


def test_esc_leaves_through_an_open_list(desk: Desk, heard: Heard) -> None:
    at(desk, 0, "tier")
    press(desk, KEY.Key_F2)
    offer = field(desk).offer
    assert offer is not None
    QTest.keyClick(offer.popup_list, KEY.Key_Down)
    QTest.keyClick(offer.popup_list, KEY.Key_Escape)
    assert desk.table.delegate.field is None
    assert heard.edits == []
    assert said(desk, 0, "tier") == "A"


def test_a_tag_more_is_completed(desk: Desk, heard: Heard) -> None:
    at(desk, 0, "tags")
    press(desk, KEY.Key_F2)
    field(desk).end(False)
    write(desk, ", web")
    offer = field(desk).offer
    assert offer is not None
    QTest.keyClick(offer.popup_list, KEY.Key_Down)
    QTest.keyClick(offer.popup_list, KEY.Key_Return)
    assert heard.edits == [[Edit(1, "tags", "drivers, webinar")]]
    assert said(desk, 0, "tags") == "drivers, webinar"


def test_what_is_known_is_spelt_as_it_is(desk: Desk, heard: Heard) -> None:
    at(desk, 0, "sector")
    write(desk, " food", KEY.Key_Return)
    at(desk, 1, "tags")
    write(desk, "WEBINAR,new one", KEY.Key_Return)
    assert heard.edits == [
        [Edit(1, "sector", "Food")], [Edit(2, "tags", "webinar, new one")],
    ]  # fmt: skip


def test_a_long_text_may_reach_over_the_cells_beside_it(desk: Desk) -> None:
    at(desk, 0, "sector")
    cell = desk.table.visualRect(desk.table.currentIndex())
    write(desk, "Construction, civil engineering and demolition")
    assert field(desk).width() > cell.width()
    assert field(desk).height() < cell.height()
    write(desk, " and everything else that can be built or torn down" * 3)
    assert field(desk).geometry().right() < desk.table.viewport().width()


def test_the_arrow_of_the_current_cell_opens_its_list(desk: Desk) -> None:
    at(desk, 4, "sector")
    edge = desk.table.visualRect(desk.table.currentIndex())
    spot = QPoint(edge.right() - 12, edge.center().y())
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    offer = field(desk).offer
    assert offer is not None
    assert offer.is_open


def test_ctrl_enter_fills_all_chosen_rows(desk: Desk, heard: Heard) -> None:
    at(desk, 2, "sector")
    press(desk, KEY.Key_Down, KEY.Key_Down, mod=SHIFT)
    write(desk, "Rail", KEY.Key_Return, mod=CTRL)
    assert heard.edits == [[Edit(each, "sector", "Rail") for each in (3, 4, 5)]]


def test_fill_down(desk: Desk, heard: Heard) -> None:
    at(desk, 0, "sector")
    press(desk, KEY.Key_Down, KEY.Key_Down, mod=SHIFT)
    press(desk, KEY.Key_Right)
    press(desk, KEY.Key_D, mod=CTRL)
    assert heard.edits == [[Edit(2, "owner", "Beth Orton"), Edit(3, "owner", "Beth Orton")]]
    assert said(desk, 2, "owner") == "Beth O."


def test_fill_from_above_where_one_row_is_chosen(desk: Desk, heard: Heard) -> None:
    at(desk, 1, "fee")
    press(desk, KEY.Key_D, mod=CTRL)
    assert heard.edits == [[Edit(2, "fee", "8400.00")]]
    at(desk, 0, "fee")
    press(desk, KEY.Key_D, mod=CTRL)
    assert len(heard.edits) == 1


def test_delete_empties_the_column_of_the_chosen_rows(desk: Desk, heard: Heard) -> None:
    at(desk, 0, "owner")
    press(desk, KEY.Key_Down, mod=SHIFT)
    press(desk, KEY.Key_Delete)
    assert heard.edits == [[Edit(1, "owner", ""), Edit(2, "owner", "")]]
    assert said(desk, 1, "owner") == "–"


def test_what_cannot_be_emptied_or_written_is_said(desk: Desk, heard: Heard) -> None:
    for column, key, mod in (
        ("name", KEY.Key_Delete, PLAIN),
        ("coverage", KEY.Key_Delete, PLAIN),
        ("people", KEY.Key_F2, PLAIN),
        ("stands", KEY.Key_D, CTRL),
    ):
        at(desk, 1, column)
        press(desk, key, mod=mod)
    assert heard.edits == []
    assert heard.refused == [
        "A client needs a name.",
        "“Coverage” is worked out: it cannot be written.",
        "“People 7 d” is worked out: it cannot be written.",
        "“Today’s list” is worked out: it cannot be written.",
    ]


def test_copy_one_cell(desk: Desk) -> None:
    at(desk, 0, "fee")
    press(desk, KEY.Key_C, mod=CTRL)
    assert QGuiApplication.clipboard().text() == "8400.00"


def test_copy_rows_as_they_are_shown(desk: Desk) -> None:
    desk.model.set_columns(["name", "fee", "tags"])
    at(desk, 0, "fee")
    press(desk, KEY.Key_Down, mod=SHIFT)
    press(desk, KEY.Key_C, mod=CTRL)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Northmoor Logistics\t8400.00\tdrivers", "Penhallow Foods\t6900.00\tguide",
    ]  # fmt: skip


def test_copying_what_was_not_read_asks_for_it(qtbot: QtBot, theme: Theme) -> None:
    made = Desk(theme, [ClientRow(n, f"Client {n}") for n in range(1, 3001)])
    qtbot.addWidget(made.table)
    made.table.resize(800, 400)
    made.table.show()
    qtbot.waitUntil(lambda: made.model.client(0) is not None)
    heard = Heard(made)
    press(made, KEY.Key_A, KEY.Key_C, mod=CTRL)
    assert heard.copies == [list(range(1, 3001))]
    made.table.copy_rows([made.rows[each] for each in heard.copies[0]])
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3000


def paste(desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(desk, KEY.Key_V, mod=CTRL)


def test_a_block_is_pasted_from_the_current_cell_on(desk: Desk, heard: Heard) -> None:
    at(desk, 2, "tier")
    paste(desk, "A\tFood\r\nB\tCare\r\n")
    assert heard.pasted == [
        (
            [
                Edit(3, "tier", "A"), Edit(3, "sector", "Food"),
                Edit(4, "tier", "B"), Edit(4, "sector", "Care"),
            ],
            "4 cells in 2 rows.",
        )
    ]  # fmt: skip
    assert said(desk, 2, "sector") == "Engineering"  # shown once the page has checked it


def test_a_block_follows_the_shown_columns_and_rows(desk: Desk, heard: Heard) -> None:
    desk.model.set_columns(["name", "town", "tier"])
    desk.model.show_ids([9, 5, 7])
    at(desk, 1, "town")
    paste(desk, "Leeds\tC\nYork\tA\nHull\tB")
    edits, words = heard.pasted[0]
    assert [(edit.client_id, edit.column) for edit in edits] == [
        (5, "town"), (5, "tier"), (7, "town"), (7, "tier"),
    ]  # fmt: skip
    assert words.endswith("1 row more than there are clients below: left out.")


def test_one_value_fills_the_chosen_rows(desk: Desk, heard: Heard) -> None:
    at(desk, 2, "sector")
    press(desk, KEY.Key_Down, KEY.Key_Down, mod=SHIFT)
    paste(desk, "Rail")
    assert heard.pasted[0][0] == [Edit(each, "sector", "Rail") for each in (3, 4, 5)]


def test_a_block_begins_at_the_first_chosen_row(desk: Desk, heard: Heard) -> None:
    at(desk, 2, "sector")
    press(desk, KEY.Key_Down, KEY.Key_Down, mod=SHIFT)
    paste(desk, "Rail\nRoad")
    assert [edit.client_id for edit in heard.pasted[0][0]] == [3, 4]
    paste(desk, "Rail\nRoad\nSea")
    assert [edit.client_id for edit in heard.pasted[1][0]] == [3, 4, 5]


def test_pasting_over_what_is_worked_out_is_refused(desk: Desk, heard: Heard) -> None:
    at(desk, 2, "people")
    paste(desk, "7")
    assert heard.pasted == []
    assert heard.refused[0].startswith("Nothing here can be written.")


def test_while_typing_the_list_may_change_below(desk: Desk, heard: Heard) -> None:
    at(desk, 2, "sector")
    write(desk, "Ra")
    desk.model.show_ids([18, 3, 1])
    write(desk, "il", KEY.Key_Return)
    assert heard.edits == [[Edit(3, "sector", "Rail")]]
    assert list(desk.model.ids) == [18, 3, 1]


def test_rows_that_come_do_not_disturb_the_field(desk: Desk) -> None:
    at(desk, 2, "name")
    write(desk, "Till")
    desk.model.take_rows(usual())
    assert field(desk).text() == "Till"


def test_letters_reach_the_page_where_nothing_can_be_written(
    desk: Desk, qtbot: QtBot, make_page: Callable[[Desk], list[str]]
) -> None:
    del qtbot
    heard = make_page(desk)
    at(desk, 2, "coverage")
    write_keys(desk, "p/")
    at(desk, 2, "name")
    write_keys(desk, "/")
    assert heard == ["p", "/", "/"]
    assert desk.table.delegate.field is None


def write_keys(desk: Desk, text: str) -> None:
    for character in text:
        QTest.keyClicks(desk.table, character)


@pytest.fixture
def make_page(qtbot: QtBot) -> Callable[[Desk], list[str]]:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    class Page(QWidget):
        def __init__(self, desk: Desk) -> None:
            super().__init__()
            self.heard: list[str] = []
            QVBoxLayout(self).addWidget(desk.table)

        def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
            self.heard.append(event.text())

    def made(desk: Desk) -> list[str]:
        page = Page(desk)
        qtbot.addWidget(page)
        page.resize(1040, 500)
        with qtbot.waitExposed(page):
            page.show()
        desk.table.setFocus()
        made.page = page  # type: ignore[attr-defined]  # kept alive
        return page.heard

    return made


def test_the_focus_comes_back_after_another_window(desk: Desk, heard: Heard) -> None:
    at(desk, 1, "name")
    write(desk, "Pen")
    assert QApplication.focusWidget() is field(desk)
    desk.table.hide()
    assert heard.edits == []
    assert desk.table.delegate.field is None
