"""Cells and rows of the table by keys and mouse: what is current, what is chosen, what stays."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clients.table_world import Desk, long, usual
from warmcalls.domain.client_columns import COLUMNS, ClientRow
from warmcalls.ui.clients.table.model import PLACE
from warmcalls.ui.clients.table.steps import Place
from warmcalls.ui.theme import Theme

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
MANY = [ClientRow(number, f"Client {number:05}", tier="B") for number in range(1, 2001)]


@pytest.fixture
def open_desk(qtbot: QtBot, theme: Theme) -> Callable[[list[ClientRow]], Desk]:
    def opened(rows: list[ClientRow]) -> Desk:
        desk = Desk(theme, rows)
        qtbot.addWidget(desk.table)
        desk.table.resize(940, 500)
        with qtbot.waitExposed(desk.table):
            desk.table.show()
        desk.table.setFocus()
        qtbot.waitUntil(lambda: desk.model.client(0) is not None)
        return desk

    return opened


@pytest.fixture
def desk(open_desk: Callable[[list[ClientRow]], Desk]) -> Desk:
    return open_desk(usual())


@pytest.fixture
def many(open_desk: Callable[[list[ClientRow]], Desk]) -> Desk:
    return open_desk(MANY)


def is_read(desk: Desk, row: int) -> bool:
    return desk.model.client(row) is not None


def press(desk: Desk, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(desk.table, key, keys)


def click(desk: Desk, row: int, column: str, keys: Qt.KeyboardModifier = PLAIN) -> None:
    at = desk.table.visualRect(desk.model.index(row, PLACE[column])).center()
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, keys, at)


def test_the_first_cell_is_current_at_first(desk: Desk) -> None:
    assert desk.table.place == Place(0, 0)
    assert desk.table.chosen_ids == [1]


@pytest.mark.parametrize(
    ("key", "keys", "place"),
    [
        (KEY.Key_Down, PLAIN, Place(6, 2)),
        (KEY.Key_Up, PLAIN, Place(4, 2)),
        (KEY.Key_Right, PLAIN, Place(5, 3)),
        (KEY.Key_Left, PLAIN, Place(5, 1)),
        (KEY.Key_Home, PLAIN, Place(5, 0)),
        (KEY.Key_End, PLAIN, Place(5, 9)),
        (KEY.Key_Up, CTRL, Place(0, 2)),
        (KEY.Key_Down, CTRL, Place(17, 2)),
        (KEY.Key_Left, CTRL, Place(5, 0)),
        (KEY.Key_Right, CTRL, Place(5, 9)),
        (KEY.Key_Home, CTRL, Place(0, 0)),
        (KEY.Key_End, CTRL, Place(17, 9)),
        (KEY.Key_PageDown, PLAIN, Place(17, 2)),
        (KEY.Key_PageUp, PLAIN, Place(0, 2)),
        (KEY.Key_Tab, PLAIN, Place(5, 3)),
        (KEY.Key_Backtab, SHIFT, Place(5, 1)),
    ],
)
def test_keys_move_from_cell_to_cell(
    desk: Desk, key: Qt.Key, keys: Qt.KeyboardModifier, place: Place
) -> None:
    desk.table.go(Place(5, 2))
    press(desk, key, keys)
    assert desk.table.place == place
    assert desk.table.chosen_ids == [desk.model.ids[place.row]]


def test_tab_goes_on_in_the_next_row(desk: Desk) -> None:
    desk.table.go(Place(5, 9))
    press(desk, KEY.Key_Tab)
    assert desk.table.place == Place(6, 0)
    press(desk, KEY.Key_Backtab, SHIFT)
    assert desk.table.place == Place(5, 9)


def test_the_focus_leaves_with_f6_and_at_the_ends(theme: Theme, qtbot: QtBot) -> None:
    page, desk = QWidget(), Desk(theme, usual())
    before, after = QLineEdit(), QLineEdit()
    column = QVBoxLayout(page)
    for each in (before, desk.table, after):
        column.addWidget(each)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    for place, key, keys, gets in (
        (Place(3, 3), KEY.Key_F6, PLAIN, after),
        (Place(3, 3), KEY.Key_F6, SHIFT, before),
        (Place(17, 9), KEY.Key_Tab, PLAIN, after),
        (Place(0, 0), KEY.Key_Backtab, SHIFT, before),
    ):
        desk.table.setFocus()
        desk.table.go(place)
        press(desk, key, keys)
        assert QApplication.focusWidget() is gets
        assert desk.table.place == place


def test_shift_chooses_a_run_and_ctrl_one_more(desk: Desk) -> None:
    click(desk, 3, "tier")
    press(desk, KEY.Key_Down, SHIFT, 2)
    assert desk.table.chosen_ids == [4, 5, 6]
    press(desk, KEY.Key_Up, SHIFT, 4)
    assert desk.table.chosen_ids == [2, 3, 4]
    click(desk, 8, "tier", CTRL)
    assert desk.table.chosen_ids == [2, 3, 4, 9]
    click(desk, 2, "tier", CTRL)
    assert desk.table.chosen_ids == [2, 4, 9]
    click(desk, 5, "fee", SHIFT)
    assert desk.table.chosen_ids == [3, 4, 5, 6]
    click(desk, 10, "fee")
    assert desk.table.chosen_ids == [11]


def test_runs_beside_runs(desk: Desk) -> None:
    click(desk, 0, "tier")
    click(desk, 1, "tier", SHIFT)
    click(desk, 5, "tier", CTRL)
    click(desk, 7, "tier", CTRL | SHIFT)
    assert desk.table.chosen_ids == [1, 2, 6, 7, 8]
    click(desk, 6, "tier", CTRL | SHIFT)
    assert desk.table.chosen_ids == [1, 2, 6, 7]


def test_moving_along_a_row_keeps_the_others_chosen(desk: Desk) -> None:
    click(desk, 3, "tier")
    press(desk, KEY.Key_Down, SHIFT, 2)
    press(desk, KEY.Key_Right)
    assert desk.table.chosen_ids == [4, 5, 6]
    press(desk, KEY.Key_Down)
    assert desk.table.chosen_ids == [7]


def test_dragging_chooses_a_run(desk: Desk) -> None:
    view = desk.table.viewport()
    spots = [desk.table.visualRect(desk.model.index(row, 0)).center() for row in (2, 4, 5)]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(view, spot)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spots[-1])
    assert desk.table.chosen_ids == [3, 4, 5, 6]


def test_ctrl_space_turns_the_current_row(desk: Desk) -> None:
    click(desk, 3, "tier")
    press(desk, KEY.Key_Space, CTRL)
    assert desk.table.chosen_ids == []
    press(desk, KEY.Key_Space, CTRL)
    assert desk.table.chosen_ids == [4]


def test_all_are_chosen_by_id_without_being_read(many: Desk) -> None:
    with_words: list[list[int]] = []
    many.table.picked.connect(with_words.append)
    press(many, KEY.Key_A, CTRL)
    assert with_words == [list(range(1, 2001))]
    assert many.table.chosen_ids == list(range(1, 2001))
    assert len(many.model.cache) < 200


def test_screen_readers_hear_what_is_chosen(desk: Desk) -> None:
    click(desk, 3, "tier")
    press(desk, KEY.Key_Down, SHIFT, 2)
    rows = {index.row() for index in desk.table.selectionModel().selectedRows()}
    assert rows == {3, 4, 5}


def test_what_is_chosen_and_current_outlives_sort_and_filter(many: Desk) -> None:
    many.table.choose(10)
    press(many, KEY.Key_Down, SHIFT, 2)
    many.model.show_ids(list(range(2000, 0, -1)))
    assert many.table.chosen_ids == [12, 11, 10]
    assert many.model.id_at(many.table.place.row) == 12
    many.model.show_ids([5, 11, 12])
    assert many.table.chosen_ids == [11, 12]
    assert many.model.id_at(many.table.place.row) == 12


def test_the_current_row_stays_where_it_was_in_view(many: Desk) -> None:
    many.table.choose(900)
    top = many.table.visualRect(many.table.currentIndex()).top()
    many.model.show_ids(range(51, 2001))
    assert many.model.id_at(many.table.place.row) == 900
    assert many.table.visualRect(many.table.currentIndex()).top() == top


def test_what_is_in_view_stays_in_view(many: Desk) -> None:
    many.table.verticalScrollBar().setValue(1000 * 32 + 7)
    assert many.model.id_at(many.table.rowAt(0)) == 1001
    many.model.show_ids(range(51, 2001))
    assert many.model.id_at(many.table.rowAt(0)) == 1001
    assert many.table.rowViewportPosition(many.table.rowAt(0)) == -7


def test_another_order_begins_at_the_top(many: Desk) -> None:
    many.table.verticalScrollBar().setValue(1000 * 32)
    many.table.sort_by("fee")
    many.model.show_ids(list(range(2000, 0, -1)))
    assert many.table.verticalScrollBar().value() == 0


def test_another_list_begins_at_its_top(many: Desk) -> None:
    many.table.choose(900)
    many.model.show_ids(range(1, 300))
    assert many.table.verticalScrollBar().value() == 0
    assert many.table.place.row == 0
    assert many.table.chosen_ids == [1]


def test_a_neighbour_is_current_when_the_current_one_is_gone(many: Desk) -> None:
    heard: list[int] = []
    many.table.current.connect(heard.append)
    many.table.choose(20)
    many.model.show_ids([each for each in range(1, 2001) if each != 20])
    assert many.model.id_at(many.table.place.row) == 21
    assert many.table.chosen_ids == [21]
    assert heard == [20, 21]
    many.model.show_ids([])
    assert many.table.chosen_ids == []
    assert heard == [20, 21, 0]
    many.model.show_ids([7, 8])
    assert many.table.chosen_ids == [7]
    assert heard[-1] == 7


def test_only_what_is_in_view_is_read(many: Desk, qtbot: QtBot) -> None:
    for place in (0, 20_000, 40_000, 60_000):
        many.table.verticalScrollBar().setValue(place)
        row = many.table.rowAt(0)
        qtbot.waitUntil(partial(is_read, many, row))
    assert len(many.model.cache) < 4 * 60
    every = [each for ids in many.asked for each in ids]
    assert len(every) == len(set(every))


def test_a_row_is_hovered_as_a_whole(desk: Desk, qtbot: QtBot) -> None:
    QTest.mouseMove(desk.table.viewport(), QPoint(30, 32 * 4 + 10))
    qtbot.waitUntil(lambda: desk.table.hovered == 4)
    QTest.mouseMove(desk.table.viewport(), QPoint(700, 32 * 4 + 12))
    assert desk.table.hovered == 4


def test_esc_chooses_the_current_row_alone(desk: Desk) -> None:
    click(desk, 3, "tier")
    press(desk, KEY.Key_Down, SHIFT, 2)
    press(desk, KEY.Key_Escape)
    assert desk.table.chosen_ids == [6]


def test_a_hidden_column_is_never_current(desk: Desk) -> None:
    desk.table.go(Place(3, 2))
    desk.model.set_columns(["tier", "name", "fee"])
    assert desk.table.place == Place(3, 1)
    press(desk, KEY.Key_Right)
    assert desk.table.column.id == "fee"


def test_enter_opens_the_client(desk: Desk) -> None:
    heard: list[int] = []
    desk.table.opened.connect(heard.append)
    desk.table.go(Place(3, 0))
    press(desk, KEY.Key_Return)
    desk.table.go(Place(5, 4))
    press(desk, KEY.Key_Enter)
    assert heard == [4, 6]


def test_the_menu_is_of_what_is_chosen(desk: Desk) -> None:
    heard: list[list[int]] = []
    desk.table.menu_wanted.connect(lambda ids, _at: heard.append(ids))
    click(desk, 2, "tier")
    press(desk, KEY.Key_Down, SHIFT)
    spot = desk.table.visualRect(desk.model.index(3, 0)).center()
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.RightButton, pos=spot)
    assert desk.table.chosen_ids == [3, 4]
    other = desk.table.visualRect(desk.model.index(8, 0)).center()
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.RightButton, pos=other)
    assert desk.table.chosen_ids == [9]


def test_nothing_happens_where_nothing_is(open_desk: Callable[[list[ClientRow]], Desk]) -> None:
    desk = Desk(open_desk(usual()).table._theme, [])
    desk.table.nothing = "No client fits."
    for key in (KEY.Key_Down, KEY.Key_Return, KEY.Key_F2, KEY.Key_Delete, KEY.Key_B, KEY.Key_Tab):
        press(desk, key)
    for key in (KEY.Key_A, KEY.Key_C, KEY.Key_V, KEY.Key_D, KEY.Key_Space, KEY.Key_End):
        press(desk, key, CTRL)
    assert desk.table.chosen_ids == []
    desk.table.deleteLater()


def test_everything_is_painted_long_empty_and_coming(
    open_desk: Callable[[list[ClientRow]], Desk], theme: Theme
) -> None:
    desk = open_desk(long())
    desk.model.set_columns([column.id for column in COLUMNS])
    for scheme in ("dark", "light"):
        theme.choose(scheme)
        assert not desk.table.grab().isNull()
    desk.model.rows_wanted.disconnect()
    desk.table.verticalScrollBar().setValue(200 * 32)
    assert not desk.table.grab().isNull()
