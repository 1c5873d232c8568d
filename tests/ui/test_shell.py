"""The window's shell, by the keyboard as a recruiter uses it."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from warmcalls.domain.clients import Person, Role
from warmcalls.ui.commands import ANYWHERE, COMMANDS, TODAY, matching, shown
from warmcalls.ui.main_window import MainWindow
from warmcalls.ui.rail import Rail, RailEntry
from warmcalls.ui.status_bar import StatusBar, StatusItem
from warmcalls.ui.theme import Theme

CLIENTS = [(7, "Northmoor Logistics"), (8, "Import House <b>& Sons</b>")]
ENTRIES = [
    RailEntry("today", "Today", "ph.phone-call"),
    RailEntry("clients", "Clients", "ph.buildings"),
]
BETH, TOM = Person(1, "Beth Okafor"), Person(2, "Tom Ashby", Role.OWNER)


def find(typed: str, heard: Callable[[list[tuple[int, str]]], None]) -> None:
    heard([found for found in CLIENTS if typed.casefold() in found[1].casefold()])


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    page = QWidget()
    QVBoxLayout(page).addWidget(QPlainTextEdit())
    made = MainWindow(theme, {"today": page, "clients": QWidget()}, ENTRIES, find=find)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def notes_of(window: MainWindow) -> QPlainTextEdit:
    return window.pages.findChildren(QPlainTextEdit)[0]


def found(window: MainWindow) -> list[str]:
    rows = window.palette_box.rows
    return [rows.item(row).text() for row in range(rows.count())]


def focus() -> QWidget:
    return cast("QWidget", QApplication.focusWidget())


def press(key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focus(), key, held)


def ask() -> None:
    QTest.keyClick(focus(), Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.parametrize(
    "wheres",
    [{ANYWHERE, TODAY, "reach"}, {ANYWHERE, "result"}, {ANYWHERE, "worth"}],
)
def test_a_key_means_one_thing_at_a_time(wheres: set[str]) -> None:
    keys = [key for each in COMMANDS if each.where in wheres for key in each.keys]

    assert [one for one, other in combinations(sorted(keys), 2) if one == other] == []
    assert len({each.id for each in COMMANDS}) == len(COMMANDS)


def test_every_key_is_one_qt_knows_and_every_name_fits_its_words() -> None:
    for each in COMMANDS:
        assert QKeySequence(each.shortcut).count() == 1, each
        assert each.icon.startswith("ph."), each
    assert shown("Ctrl+K") == "Ctrl K"


def test_outcomes_cannot_be_picked_from_a_list() -> None:
    assert {each.where for each in matching("")} == {ANYWHERE, TODAY}


def test_ctrl_k_finds_import_and_enter_asks_for_it(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_K, ctrl=True)
    QTest.keyClicks(focus(), "Import")
    assert found(window)[0] == "Import files…"

    with qtbot.waitSignal(window.command) as heard:
        press(Qt.Key.Key_Return)

    assert heard.args == ["import"]
    assert not window.palette_box.isVisible()


def test_the_palette_finds_a_client_as_plain_text(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_K, ctrl=True)
    QTest.keyClicks(focus(), "house")
    qtbot.waitUntil(lambda: found(window) == ["Import House <b>& Sons</b>"])

    with qtbot.waitSignal(window.client_chosen) as heard:
        press(Qt.Key.Key_Return)

    assert heard.args == [8]


def test_the_arrows_go_round_and_a_late_answer_keeps_the_choice(window: MainWindow) -> None:
    press(Qt.Key.Key_K, ctrl=True)
    QTest.keyClicks(focus(), "a")
    press(Qt.Key.Key_Up)
    last = window.palette_box.rows.currentItem().text()
    press(Qt.Key.Key_Down)
    assert window.palette_box.rows.currentRow() == 0
    press(Qt.Key.Key_Up)

    assert window.palette_box.rows.currentItem().text() == last


def test_the_palette_says_that_it_found_nothing(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_K, ctrl=True)
    QTest.keyClicks(focus(), "zzz")

    qtbot.waitUntil(window.palette_box.nothing.isVisible)
    press(Qt.Key.Key_Return)
    assert window.palette_box.isVisible()


def test_esc_closes_the_palette_and_gives_the_keys_back(window: MainWindow) -> None:
    notes = notes_of(window)
    notes.setFocus()
    press(Qt.Key.Key_K, ctrl=True)
    assert window.palette_box.line.hasFocus()

    press(Qt.Key.Key_Escape)

    assert not window.palette_box.isVisible()
    assert notes.hasFocus()


def test_a_key_for_something_else_closes_the_palette_first(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_K, ctrl=True)

    with qtbot.waitSignal(window.command) as heard:
        press(Qt.Key.Key_N, ctrl=True)

    assert heard.args == ["new_client"]
    assert not window.palette_box.isVisible()


def test_a_question_mark_opens_the_shortcuts_and_esc_closes_them(window: MainWindow) -> None:
    ask()
    assert window.shortcut_sheet.isVisible()

    press(Qt.Key.Key_Escape)
    assert not window.shortcut_sheet.isVisible()


def test_a_question_mark_in_a_note_is_a_question_mark(window: MainWindow) -> None:
    notes = notes_of(window)
    notes.setFocus()
    ask()

    assert notes.toPlainText() == "?"
    assert not window.shortcut_sheet.isVisible()


def test_ctrl_z_takes_back_typing_in_a_note_and_a_call_anywhere_else(
    window: MainWindow, qtbot: QtBot
) -> None:
    notes = notes_of(window)
    notes.setFocus()
    QTest.keyClicks(notes, "May")
    with qtbot.assertNotEmitted(window.command):
        press(Qt.Key.Key_Z, ctrl=True)
    assert not notes.toPlainText()

    window.rail.setFocus()
    with qtbot.waitSignal(window.command) as heard:
        press(Qt.Key.Key_Z, ctrl=True)
    assert heard.args == ["undo"]


def test_the_rail_folds_where_there_is_little_room(window: MainWindow) -> None:
    window.resize(1440, 900)
    wide = window.rail.width()

    window.resize(1180, 720)

    assert window.rail.folded
    assert (wide, window.rail.width()) == (180, 64)


def test_the_rail_is_walked_and_chosen_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.set_count("clients", 12)
    window.rail._pages["today"].setFocus()
    press(Qt.Key.Key_Down)
    assert focus().accessibleName() == "Clients, 12 waiting"

    with qtbot.waitSignal(window.page_shown) as heard:
        press(Qt.Key.Key_Space)

    assert heard.args == ["clients"]


def test_the_menu_of_people_hands_over_whom_one_picked(theme: Theme, qtbot: QtBot) -> None:
    rail = Rail(theme, ENTRIES)
    qtbot.addWidget(rail)
    rail.set_people([BETH, TOM], BETH)
    assert rail.who.accessibleName() == "Working as Beth Okafor, Recruiter"
    beth, tom = rail.who.menu().actions()
    assert (beth.isChecked(), tom.isChecked()) == (True, False)

    with qtbot.waitSignal(rail.person_chosen) as heard:
        tom.trigger()

    assert heard.args == [TOM]


def test_one_person_alone_has_no_menu(theme: Theme, qtbot: QtBot) -> None:
    rail = Rail(theme, ENTRIES)
    qtbot.addWidget(rail)
    rail.set_people([BETH], BETH)

    assert not rail.who.isEnabled()


def test_a_dropped_file_is_handed_over_and_a_folder_is_not(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    export = tmp_path / "visitors.csv"
    export.write_text("when,who\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (export, tmp_path)])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    free, at = Qt.KeyboardModifier.NoModifier, QPoint(600, 300)
    QApplication.sendEvent(window, QDragEnterEvent(at, copy, data, left, free))
    assert window._hint.isVisible()

    with qtbot.waitSignal(window.files_dropped) as heard:
        QApplication.sendEvent(window, QDropEvent(QPointF(at), copy, data, left, free))

    assert heard.args == [[export]]
    assert not window._hint.isVisible()


def test_a_note_leaves_files_to_the_window(window: MainWindow) -> None:
    assert not notes_of(window).acceptDrops()


def test_no_page_stretches_past_1680_and_it_stays_in_the_middle(window: MainWindow) -> None:
    window.resize(3840, 2160)
    QApplication.sendPostedEvents()
    at = QRect(window.pages.mapTo(window, QPoint(0, 0)), window.pages.size())

    assert at.width() == 1680
    assert abs((at.left() - window.rail.width()) - (window.width() - at.right())) <= 2


def test_the_size_comes_back(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.resize(1200, 700)
    other = MainWindow(theme, {"today": QWidget()}, ENTRIES[:1], find=find)
    qtbot.addWidget(other)
    other.restore(window.geometry_bytes())

    assert other.height() == 700  # the test's screen is narrower than any window


def test_closing_is_said(window: MainWindow, qtbot: QtBot) -> None:
    window.set_agency("Harcourt Lane")
    assert window.windowTitle() == "WarmCalls – Harcourt Lane"

    with qtbot.waitSignal(window.closing):
        press(Qt.Key.Key_Q, ctrl=True)


def test_the_status_bar_says_the_last_thing_it_was_told(theme: Theme, qtbot: QtBot) -> None:
    bar = StatusBar(theme)
    qtbot.addWidget(bar)
    bar.show_items([StatusItem("ph.globe", "Website visits up to 09:55")])
    bar.show_items(
        [StatusItem("ph.globe", "Website visits stale since Friday", "notice")],
        StatusItem("ph.database", "Backed up last night"),
    )

    assert bar.accessibleDescription() == "Website visits stale since Friday. Backed up last night"
