"""The forms: what they refuse, what they keep, and that a keyboard is enough."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from warmcalls.actions.saved_views import Choices
from warmcalls.domain.clients import Role
from warmcalls.domain.errors import RefusedError, TakenError
from warmcalls.domain.incoming import Party
from warmcalls.domain.kinds import Kind
from warmcalls.ui.clients.new_client import NewClientSheet
from warmcalls.ui.forms.sentence import Sentence
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.add_signal import AddSignalSheet, NewSignal
from warmcalls.ui.welcome.page import BY_HAND, IMPORT, LOOK_AROUND, WelcomePage

Show = Callable[[SideSheet], None]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show a sheet over a window that lives as long as the test."""
    windows: list[QWidget] = []

    def over(sheet: SideSheet) -> None:
        window = QWidget()
        windows.append(window)
        window.resize(1280, 720)
        qtbot.addWidget(window)
        sheet.open_over(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        sheet.setFocus()

    yield over
    windows.clear()


def type_in(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def key(which: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, which)


@pytest.fixture
def welcome(qtbot: QtBot, theme: Theme) -> WelcomePage:
    page = WelcomePage(theme)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return page


def test_welcome_by_keyboard_alone(welcome: WelcomePage) -> None:
    chosen: list[tuple[str, str, str, Role]] = []
    welcome.chosen.connect(lambda *told: chosen.append(told))
    key(Qt.Key.Key_2)
    assert welcome.go.text() == "Add a client…"
    key(Qt.Key.Key_Tab)
    type_in("Beth 3")
    key(Qt.Key.Key_Tab)
    type_in("Harcourt Lane")
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Return)
    assert chosen == [(BY_HAND, "Beth 3", "Harcourt Lane", Role.MARKETER)]


def test_welcome_asks_for_a_name_at_the_field(qtbot: QtBot, welcome: WelcomePage) -> None:
    with qtbot.assertNotEmitted(welcome.chosen):
        key(Qt.Key.Key_Return)
    assert welcome.way == IMPORT
    assert "name" in welcome.name.reason
    assert QApplication.focusWidget() is welcome.name.line
    welcome.ways.setFocus()
    key(Qt.Key.Key_3)
    assert welcome.name.reason == ""
    with qtbot.waitSignal(welcome.chosen) as told:
        key(Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0] == LOOK_AROUND


def test_welcome_fits_the_smallest_window(welcome: WelcomePage) -> None:
    welcome.submit()
    QApplication.sendPostedEvents()
    assert welcome.verticalScrollBar().maximum() == 0


def test_a_new_client_is_refused_where_it_is_wrong(qtbot: QtBot, theme: Theme, show: Show) -> None:
    sheet = NewClientSheet(theme)
    show(sheet)
    sheet.website.line.setText("no site")
    sheet.phone.line.setText("12 34")
    sheet.email.line.setText("priya@")
    sheet.direct.line.setText("ext. 4")
    sheet.tier.line.setText("X")
    with qtbot.assertNotEmitted(sheet.submitted):
        sheet.submit()
    wrong = [field for field in sheet.fields if field.reason]
    assert len(wrong) == 7
    assert QApplication.focusWidget() is sheet.company.line
    assert sheet.email.line.text() == "priya@"
    assert sheet.phone.reason == "This number is too short: it has only 4 digits."


def test_a_new_client_by_keyboard(qtbot: QtBot, theme: Theme, show: Show) -> None:
    sheet = NewClientSheet(theme)
    show(sheet)
    words = ("Northmoor", "a", "https://www.northmoor.co.uk/x", "020 7946 0018", "Transport")
    more = ("", "8.4k", "guide, Drivers, guide")
    for word in (*words, *more, "Priya Nair", "Head of People", "PRIYA@northmoor.co.uk"):
        type_in(word)
        key(Qt.Key.Key_Tab)
    with qtbot.waitSignal(sheet.submitted) as told:
        key(Qt.Key.Key_Return)
    assert told.args is not None
    party = told.args[0]
    assert isinstance(party, Party)
    assert party.client is not None
    assert party.contact is not None
    assert (party.client.name, party.client.tier) == ("Northmoor", "A")
    assert party.client.website == "northmoor.co.uk"
    assert (party.client.sector, party.client.owner) == ("Transport", "")
    assert (party.client.expected_fee, party.client.tags) == (840_000, ("Drivers", "guide"))
    assert party.contact.emails == ("priya@northmoor.co.uk",)
    assert sheet.isVisible()
    sheet.refuse("Northmoor is a client already.")
    assert sheet.company.reason == "Northmoor is a client already."


def test_a_client_that_is_here_already_is_said_while_one_types(
    qtbot: QtBot, theme: Theme, show: Show
) -> None:
    sheet = NewClientSheet(theme, Choices(owners=((7, "Beth Okafor"),)))
    show(sheet)
    with qtbot.waitSignal(sheet.name_typed) as typed:
        type_in("ashdale")
    assert typed.args == ["ashdale"]
    taken = TakenError("Ashdale Ltd is a client already.", 42, "Ashdale Ltd")
    sheet.show_known("ash", taken)
    assert sheet.company.reason == ""
    sheet.show_known("ashdale", taken)
    with qtbot.assertNotEmitted(sheet.submitted):
        key(Qt.Key.Key_Return)
    assert sheet.company.reason == "Ashdale Ltd is a client already."
    assert sheet.open_button.text() == "Open Ashdale Ltd"
    with qtbot.waitSignal(sheet.client_wanted) as wanted:
        sheet.open_button.click()
    assert wanted.args == [42]
    type_in(" North")
    assert sheet.open_button.isHidden()
    sheet.owner.choose("Beth Okafor")
    with qtbot.waitSignal(sheet.submitted) as told:
        sheet.submit()
    assert told.args is not None
    assert told.args[0].client.owner == "Beth Okafor"


def test_a_reason_is_never_clipped(theme: Theme, show: Show, qtbot: QtBot) -> None:
    sheet = NewClientSheet(theme)
    show(sheet)
    sheet.tier.line.setText("X")
    sheet.submit()
    qtbot.waitUntil(lambda: bool(sheet.tier.reason))
    for field in (sheet.company, sheet.tier):
        said = next(each for each in field.findChildren(Sentence) if each.isVisible())
        QApplication.sendPostedEvents()
        assert said.height() == said.heightForWidth(said.width())
        assert field.rect().contains(said.geometry())


def test_escape_closes_a_sheet(qtbot: QtBot, theme: Theme, show: Show) -> None:
    sheet = NewClientSheet(theme)
    show(sheet)
    with qtbot.waitSignal(sheet.closed):
        key(Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_a_signal_by_hand_says_when_and_what(qtbot: QtBot, theme: Theme, show: Show) -> None:
    def when(text: str) -> int:
        if text != "today":
            raise RefusedError("That is no day.")
        return 42

    sheet = AddSignalSheet(theme, "Northmoor", when)
    show(sheet)
    key(Qt.Key.Key_Down)
    sheet.when.line.setText("someday")
    with qtbot.assertNotEmitted(sheet.submitted):
        sheet.submit()
    assert sheet.when.reason == "That is no day."
    sheet.when.line.setText("")
    sheet.subject.line.setText("HR Expo")
    with qtbot.waitSignal(sheet.submitted) as told:
        sheet.submit()
    assert told.args == [NewSignal(Kind.MET, 42, "HR Expo", "")]
