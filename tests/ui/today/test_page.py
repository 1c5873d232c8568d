"""Today by keyboard alone."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.today.world import LONG, NOW, ZONE, call, card, clock, day, when
from warmcalls.domain.calls import Day, DoneCall
from warmcalls.domain.outcomes import Reach, Result, Why
from warmcalls.ui.components.toast import ToastStrip
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.keypad_state import Answers
from warmcalls.ui.today.page import TodayPage


class Heard:
    """What the page told the app."""

    def __init__(self, page: TodayPage) -> None:
        self.recorded: list[tuple[int, Answers, int | None]] = []
        self.notes: list[tuple[int, str]] = []
        self.dialled: list[str] = []
        self.snoozed: list[tuple[int, int]] = []
        page.recorded.connect(lambda c, a, at: self.recorded.append((c.client_id, a, at)))
        page.notes_changed.connect(lambda number, text: self.notes.append((number, text)))
        page.dialled.connect(self.dialled.append)
        page.snoozed.connect(lambda number, until: self.snoozed.append((number, until)))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> TodayPage:
    made = TodayPage(theme, ZONE, clock, when)
    qtbot.addWidget(made)
    made.resize(1260, 872)
    made.show_day(day())
    made.show()
    made.activateWindow()
    made.focus()
    made.show_card(card(call(1)))
    return made


@pytest.fixture
def heard(page: TodayPage) -> Heard:
    return Heard(page)


def type_keys(page: TodayPage, keys: str) -> None:
    """Type where the focus is, as a person does."""
    for key in keys:
        QTest.keyClicks(page.focusWidget(), key)


def press(page: TodayPage, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(page.focusWidget(), key, held)


def selected(page: TodayPage) -> int:
    now = page.current()
    return now.client_id if now else 0


def test_a_day_goes_by_without_the_mouse(page: TodayPage, heard: Heard) -> None:
    type_keys(page, "n")
    assert selected(page) == 2
    type_keys(page, "smy")
    assert selected(page) == 3
    type_keys(page, "sh")
    type_keys(page, "n3")
    assert selected(page) == 4
    press(page, Qt.Key.Key_Delete)
    type_keys(page, "5")
    assert heard.recorded == [
        (1, Answers(Reach.NO_ANSWER), None),
        (2, Answers(Reach.SPOKE, Result.MEETING, worth=True), None),
        (3, Answers(Reach.SPOKE, Result.NO_NEED, worth=False, why=Why.NO_AUTHORITY), None),
        (4, Answers(Reach.REJECTED, why=Why.DUPLICATE), None),
    ]
    assert page.current() is None


def test_a_callback_asks_when_in_place(page: TodayPage, heard: Heard) -> None:
    type_keys(page, "sc")
    type_keys(page, "rubbish")
    press(page, Qt.Key.Key_Return)
    assert heard.recorded == []
    for _ in "rubbish":
        press(page, Qt.Key.Key_Backspace)
    type_keys(page, "tomorrow 2pm")
    press(page, Qt.Key.Key_Return)
    type_keys(page, "y")
    number, answers, at = heard.recorded[0]
    assert (number, answers.result, at) == (1, Result.CALL_BACK, when("tomorrow 2pm"))
    assert selected(page) == 2


def test_typing_notes_records_nothing(page: TodayPage, heard: Heard) -> None:
    type_keys(page, "/")
    type_keys(page, "no svgw jk?")
    press(page, Qt.Key.Key_Escape)
    assert heard.recorded == []
    assert heard.notes == [(1, "Notes of Client 1no svgw jk?")]
    type_keys(page, "v")
    assert len(heard.recorded) == 1


def test_notes_are_saved_after_a_pause(page: TodayPage, heard: Heard, qtbot: QtBot) -> None:
    type_keys(page, "/!")
    qtbot.waitUntil(lambda: heard.notes == [(1, "Notes of Client 1!")], timeout=3000)


def test_a_late_card_leaves_the_next_call_alone(page: TodayPage, heard: Heard) -> None:
    type_keys(page, "n")
    page.show_card(card(call(1)))
    page.show_card(card(call(2)))
    type_keys(page, "/x")
    press(page, Qt.Key.Key_Escape)
    assert heard.notes == [(2, "Notes of Client 2x")]


def test_j_and_k_move_until_an_answer_has_begun(page: TodayPage, heard: Heard) -> None:
    type_keys(page, "jjk")
    assert selected(page) == 2
    type_keys(page, "sj")
    assert selected(page) == 2
    type_keys(page, "y")
    assert heard.recorded[0][1].result is Result.JOB_BRIEF


def test_enter_dials_and_z_snoozes(page: TodayPage, heard: Heard) -> None:
    press(page, Qt.Key.Key_Return)
    assert heard.dialled == ["+441632960101"]
    type_keys(page, "z")
    type_keys(page, "in 3 weeks")
    press(page, Qt.Key.Key_Return)
    assert heard.snoozed == [(1, when("in 3 weeks"))]
    assert selected(page) == 2


def test_the_key_takes_back_the_newest_and_the_toast_its_own(page: TodayPage, qtbot: QtBot) -> None:
    page.show_said("Meeting booked", 7)
    with qtbot.waitSignal(page.undo_wanted) as by_toast:
        page.findChildren(ToastStrip)[0].undo()
    assert by_toast.args == [7]
    page.show_said("Meeting booked", 7)
    with qtbot.waitSignal(page.undo_wanted) as by_key:
        press(page, Qt.Key.Key_Z, ctrl=True)
    assert by_key.args == [None]  # something newer may have happened without a toast


def test_a_new_day_keeps_the_selection(page: TodayPage) -> None:
    type_keys(page, "jj")
    page.show_day(day(5))
    assert selected(page) == 3


def test_an_empty_app_asks_for_clients(page: TodayPage, qtbot: QtBot) -> None:
    page.show_day(Day(20, (), ()))
    with qtbot.waitSignal(page.import_wanted):
        page.focus()
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)


def test_the_end_of_the_day_is_summed_up(page: TodayPage) -> None:
    done = (DoneCall(1, 1, "Client 1", NOW, "Meeting booked", worth=True),)
    page.show_day(Day(20, done, ()))
    said = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
    assert {"1", "1 of 1", "call made"} <= said


def test_the_last_call_of_a_day_can_be_undone(page: TodayPage, qtbot: QtBot) -> None:
    page.show_day(day(1))
    type_keys(page, "n")
    page.show_said("No answer: Client 1", 9)
    with qtbot.waitSignal(page.undo_wanted) as asked:
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [None]  # the newest, whatever the toast spoke of


def test_long_names_never_widen_or_become_rich_text(page: TodayPage) -> None:
    page.show_day(Day(20, (), (call(1, LONG * 5),)))
    page.resize(1216, 692)
    assert page.size().height() == 692
    assert page.size().width() == 1216
    labels = page.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_a_page_leaves_nothing_behind(qtbot: QtBot, theme: Theme) -> None:
    del qtbot
    before = len(QApplication.topLevelWidgets())
    made = TodayPage(theme, ZONE, clock, when)
    made.show_day(day())
    made.show()
    gone = weakref.ref(made)
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del made
    gc.collect()
    assert gone() is None
    assert len(QApplication.topLevelWidgets()) <= before
