"""Why a client stands where it stands: the words, the bars, and the sheet by keyboard alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.today.world import LONG, NOW, ZONE, call, card, clock, day, when
from warmcalls.actions.explain import Explained, Part
from warmcalls.actions.why_not import WhyNot
from warmcalls.domain.calls import CallKind
from warmcalls.domain.feature_words import feature_words
from warmcalls.domain.moments import DAY
from warmcalls.ui.theme import Theme
from warmcalls.ui.today import why_words
from warmcalls.ui.today.card_head import CardHead
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.more_button import MoreButton
from warmcalls.ui.today.page import TodayPage
from warmcalls.ui.today.part_bars import PartBars
from warmcalls.ui.today.why import Heard, WhySheet
from warmcalls.ui.today.why_words import Bar

NAMES = ["form", "services_page", "people", "surge", "silent_months", "refused", "unanswered"]


def part(name: str, adds: float, *, count: int = 0, days: int = 0, value: float = 1.0) -> Part:
    since = NOW - days * DAY if count else 0
    return Part(name, feature_words(name, value), value, 1.0, 1.0, adds, count, since)


def explained(*rules: str, client: str = "Northmoor", kind: CallKind = CallKind.WARM) -> Explained:
    found = replace(call(3, client, kind), answer_chance=0.34, worth_chance=0.16, value=49_500)
    on_list = not rules
    standing = WhyNot(
        client, on_list=on_list, because=rules or ("Number 3: …",), client_id=3, rules=rules,
        call=found if on_list else None,
    )  # fmt: skip
    parts = [part("form", 20.0, count=1, days=1), part("refused", -30.0)]
    parts += [part(name, 0.4) for name in NAMES[1:5]] * 3
    return Explained(found, standing, -60.0, tuple(parts), 910_000, 312)


def test_the_answer_is_one_sentence() -> None:
    off = replace(explained(), standing=WhyNot("N", on_list=False, because=("Too little.",)))
    assert [why_words.answer(found) for found in (
        explained(), explained(kind=CallKind.TEST), explained("It rests."),
        explained("It rests.", "Sam looks after it."), off,
    )] == [
        "Number 3 on today’s list.",
        "Number 3 on today’s list, drawn at random whatever its chance.",
        "Not on today’s list: a rule keeps it off.",
        "Not on today’s list: 2 rules keep it off.",
        "Not on today’s list, though no rule keeps it off.",
    ]  # fmt: skip
    assert why_words.because(off) == "Too little."


def test_the_sum_is_told_in_words_and_figures() -> None:
    assert why_words.chance_line(explained(), "GBP") == (
        "answered: about 1 in 3 · worth the time: about 1 in 6 · expected fee £9,100"
    )
    figures = [figure for _, _, figure in why_words.sum_rows(explained(), "EUR")]
    assert figures == ["34%", "16%", "25%", "€9,100", "€495"]
    small = replace(explained(), call=replace(call(1), answer_chance=0.024, value=1_234))
    assert [row[2] for row in why_words.sum_rows(small, "GBP")][::4] == ["2.4%", "£12.34"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (part("form", 1.0, count=1, days=3), "once, 3 days ago"),
        (part("form", 1.0, count=3, days=1), "3 since yesterday"),
        (part("form", 1.0, count=1200, days=20), "1,200 since 11 February"),
        (part("form", 1.0, count=2, days=100), "2 since 23 November 2025"),
        (part("people", 1.0, count=4), "4 people"),
        (part("unanswered", -1.0, count=2), "2"),
        (part("silent_months", -1.0, value=3.2), "3 months"),
        (part("surge", 1.0), ""),
    ],
)
def test_what_counts_says_how_often(told: Part, expected: str) -> None:
    assert why_words.count(told, NOW, ZONE) == expected


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.floats(-80, 80)), max_size=30))
def test_no_point_is_lost_in_the_list(drawn: list[tuple[str, float]]) -> None:
    parts = sorted((part(name, adds) for name, adds in drawn), key=lambda p: -abs(p.adds))
    found = why_words.bars(parts, NOW, ZONE)
    assert len(found) <= why_words.MOST + 1
    assert sum(bar.points for bar in found) == pytest.approx(sum(p.adds for p in parts))
    assert not [bar for bar in found if bar.words == "And 1 smaller ones"]


def test_the_bars_are_on_one_scale_to_both_sides(qtbot: QtBot, theme: Theme) -> None:
    bars = PartBars(theme)
    qtbot.addWidget(bars)
    bars.resize(400, 10)
    bars.show_bars([Bar("a", "", 20.0), Bar("b", "2 today", -10.0), Bar("c", "", 0.0)])
    places = [(bars.bar(n).left(), bars.bar(n).right()) for n in range(3)]
    assert places == [(200.0, 400.0), (100.0, 200.0), (200.0, 200.0)]
    assert bars.accessibleName() == "a: +20; b, 2 today: −10; c: 0"
    bars.resize(400, bars.height())
    picture = bars.grab().toImage()
    tokens, ratio = theme.tokens, picture.devicePixelRatio()
    for number, x, role in ((0, 300, "accent"), (1, 150, "data1"), (1, 300, "sunken")):
        y = bars.bar(number).center().y()
        assert picture.pixelColor(round(x * ratio), round(y * ratio)) == tokens.colour(role)


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> Iterator[WhySheet]:
    def find(typed: str, heard: Heard) -> None:
        heard([(1, f"{typed}gate"), (7, f"{typed}moor <b>Ltd</b>")])

    window = QWidget()
    window.resize(1280, 500)
    qtbot.addWidget(window)
    made = WhySheet(theme, Now(clock, ZONE), find)
    made.open_over(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.setFocus()
    yield made
    window.close()


def key(which: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, which)


def test_any_client_is_found_by_typing(sheet: WhySheet, qtbot: QtBot) -> None:
    QTest.keyClicks(sheet.field.line, "North")
    qtbot.waitUntil(sheet.names.isVisible)
    key(Qt.Key.Key_Down)
    with qtbot.waitSignal(sheet.asked) as told:
        key(Qt.Key.Key_Return)
    assert told.args == [7]
    sheet.show_answer(explained("It rests.", "Sam has it."), "GBP")
    assert sheet.view.rules.text() == "It rests.\nSam has it."
    assert sheet.view.rules.isVisible()
    sheet.show_answer(explained(), "GBP")
    assert not sheet.view.rules.isVisible()


def test_the_sheet_needs_no_mouse(sheet: WhySheet, qtbot: QtBot) -> None:
    sheet.show_answer(explained(client=LONG * 3), "GBP")
    area = sheet.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    key(Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    assert sheet.view.width() < area.viewport().width()  # nothing is cut at the right
    for signal in (sheet.history_wanted, sheet.weights_wanted):
        key(Qt.Key.Key_Tab)
        with qtbot.waitSignal(signal):
            key(Qt.Key.Key_Return)
    with qtbot.waitSignal(sheet.closed):
        key(Qt.Key.Key_Escape)


def test_what_is_seen_is_read_aloud(sheet: WhySheet) -> None:
    sheet.show_answer(explained("It rests."), "GBP")
    said = sheet.view.accessibleName()
    assert said.startswith("Northmoor; Not on today’s list: a rule keeps it off; It rests; ")
    assert "about 1 in 6" in said
    assert sheet.view.bars.accessibleName().startswith("An enquiry, once, yesterday: +20; ")
    assert sheet.view.bars.accessibleName().endswith("And 12 smaller ones: +5")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> TodayPage:
    made = TodayPage(theme, ZONE, clock, when)
    qtbot.addWidget(made)
    made.resize(1260, 872)
    made.show_day(day())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus()
    made.show_card(card(call(1)))
    return made


def test_a_key_asks_why_the_chosen_client_is_here(page: TodayPage, qtbot: QtBot) -> None:
    page.step(1)
    for held, expected in (
        (Qt.KeyboardModifier.ShiftModifier, 2),
        (Qt.KeyboardModifier.NoModifier, 0),
    ):
        with qtbot.waitSignal(page.why_wanted) as told:
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_X, held)
        assert told.args == [expected]


def test_the_chance_on_the_card_can_be_pressed(page: TodayPage, qtbot: QtBot) -> None:
    head = page.findChild(CardHead)
    assert isinstance(head, CardHead)
    qtbot.waitUntil(lambda: not head.grab().isNull())
    with qtbot.assertNotEmitted(page.why_wanted):
        QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    with qtbot.waitSignal(page.why_wanted) as told:
        QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(head.width() - 150, 26))
    assert told.args == [1]


def test_the_menu_asks_the_same(page: TodayPage, qtbot: QtBot) -> None:
    more = page.findChild(MoreButton)
    assert isinstance(more, MoreButton)
    action = more.make_menu().actions()[0]
    assert action.text().startswith("Why here?")
    with qtbot.waitSignal(page.why_wanted) as told:
        action.trigger()
    assert told.args == [1]
