"""Fields for money, days, long texts, lists and ticks: what they read, refuse and show."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.campaigns.sheets_world import POPS_UP, TODAY, focus, key, type_in
from warmcalls.domain.day_words import day_words
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import amount_words
from warmcalls.ui.forms.day_field import DayField, read_day
from warmcalls.ui.forms.long_field import LongField
from warmcalls.ui.forms.money_field import MoneyField, read_amount
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.forms.tick import Tick, TickRow
from warmcalls.ui.theme import Theme

DAYS = st.dates(date(2025, 10, 1), date(2026, 8, 1))


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("£1,200.50", 120_050),
        ("1200", 120_000),
        ("1 200", 120_000),
        ("1.2k", 120_000),
        ("£ 12", 1_200),
        ("GBP 40", 4_000),
        ("40 gbp", 4_000),
        ("0", 0),
        (".5", 50),
        ("12,5", 1_250),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, amount: int) -> None:
    assert read_amount(typed.replace("gbp", "GBP")) == amount


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("abc", "write it as £1,200.50"),
        ("€300", "The agency counts in £"),
        ("A$5", "The agency counts in £"),
        ("-5", "nought or more"),
        ("(12)", "nought or more"),
        ("1.200", "two ways"),
        ("1.2345", "two digits after the point"),
        ("9999999999999", "too much"),
        ("£", "no amount"),
        ("1e5", "no amount"),
        ("12 apples", "no amount"),
    ],
)
def test_what_is_no_amount_is_refused(typed: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        read_amount(typed)


def test_an_amount_is_in_the_agencys_currency() -> None:
    assert read_amount("R 300", "ZAR") == read_amount("R300", "ZAR") == 30_000
    assert read_amount("CHF 1,000", "CHF") == 100_000
    with pytest.raises(RefusedError, match="counts in R"):
        read_amount("£300", "ZAR")


@given(st.integers(0, 10**9))
def test_what_is_shown_of_an_amount_is_read_back(amount: int) -> None:
    for currency in ("GBP", "ZAR", "AUD", "CHF"):
        assert read_amount(amount_words(amount, currency), currency) == amount


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1 Mar", "2026-03-01"),
        ("2026-03-01", "2026-03-01"),
        ("today", "2026-03-03"),
        ("Yesterday", "2026-03-02"),
        ("01/03", "2026-03-01"),
        ("1.3.2026", "2026-03-01"),
        ("1st of March 2025", "2025-03-01"),
        ("Tue 3 March", "2026-03-03"),
        ("Mar 3", "2026-03-03"),
        ("1 Dec", "2025-12-01"),
        ("1 Aug", "2026-08-01"),
        ("29 Feb 2024", "2024-02-29"),
        ("Feb", "2026-02-01"),
        ("2026-02", "2026-02-01"),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: str) -> None:
    assert read_day(typed, TODAY) == day


def test_a_month_may_mean_its_last_day() -> None:
    assert read_day("Feb", TODAY, last=True) == "2026-02-28"
    assert read_day("Feb 2024", TODAY, last=True) == "2024-02-29"


@pytest.mark.parametrize(
    "typed", ["31 Feb", "foo", "1", "2026", "2026-13-01", "1 Mar 1066", "1/2/3/4"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError, match="is no day|Check the year"):
        read_day(typed, TODAY)


@given(DAYS, DAYS)
def test_what_is_shown_of_a_day_is_read_back(day: date, today: date) -> None:
    assert read_day(day_words(day.isoformat()), today.isoformat()) == day.isoformat()


@given(DAYS)
def test_a_day_without_a_year_is_the_nearest(today: date) -> None:
    found = date.fromisoformat(read_day("14 June", today.isoformat()))
    assert abs(found - today) <= timedelta(days=184)


def test_a_field_shows_what_it_understood(qtbot: QtBot, theme: Theme) -> None:
    money, day = MoneyField(theme, "Budget"), DayField(theme, "Starts", TODAY)
    for field, typed, shown in ((money, "1.2k", "£1,200"), (day, "1 mar", "1 Mar 2026")):
        qtbot.addWidget(field)
        QTest.keyClicks(field.line, typed)
        field.line.editingFinished.emit()
        assert field.line.text() == shown
        assert field.reason == ""
    assert (money.amount, day.day) == (120_000, "2026-03-01")


def test_a_wrong_value_stays_as_it_was_typed(qtbot: QtBot, theme: Theme) -> None:
    money, day = MoneyField(theme, "Budget"), DayField(theme, "Starts", TODAY)
    for field, typed in ((money, "about ten"), (day, "31 Feb")):
        qtbot.addWidget(field)
        QTest.keyClicks(field.line, typed)
        field.line.editingFinished.emit()
        assert field.line.text() == typed
        assert field.value() is None
        assert typed in field.line.accessibleDescription()
    assert (money.amount, day.day) == (None, None)


def test_an_empty_amount_may_be_needed(qtbot: QtBot, theme: Theme) -> None:
    free, needed = MoneyField(theme, "Budget"), MoneyField(theme, "Cost", needed="Say it.")
    qtbot.addWidget(free)
    qtbot.addWidget(needed)
    assert (free.value(), free.amount) == ("", None)
    assert needed.value() is None
    assert needed.reason == "Say it."


def test_a_long_field_leaves_enter_and_tab_to_the_form(qtbot: QtBot, theme: Theme) -> None:
    field = LongField(theme, "Note", longest=12)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.editor, "one")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.text == "one"
    QTest.keyClick(field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field.editor, "two")
    assert field.value() == "one\ntwo"
    QTest.keyClicks(field.editor, " and three")
    assert field.value() is None
    assert field.reason == "That is 5 characters too long: 12 fit."
    assert field.editor.tabChangesFocus()


@POPS_UP
def test_an_offer_completes_what_follows_the_last_comma(qtbot: QtBot, theme: Theme) -> None:
    field = OfferField(theme, "Sectors", ["Logistics", "Legal & Law", "Care"], many=True)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    type_in("Care, leg")
    qtbot.waitUntil(field._popup.isVisible)
    QTest.keyClick(field._popup, Qt.Key.Key_Down)
    QTest.keyClick(field._popup, Qt.Key.Key_Return)
    assert field.text == "Care, Legal & Law"


@POPS_UP
def test_down_offers_everything(qtbot: QtBot, theme: Theme) -> None:
    field = OfferField(theme, "Channel", ["Webinar", "E-mail"])
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    key(Qt.Key.Key_Down)
    qtbot.waitUntil(field._popup.isVisible)
    assert field._popup.model().rowCount() == 2
    field._popup.hide()
    QTest.keyClicks(field.line, "Podcast")
    assert field.value() == "Podcast"


def test_a_picker_asks_for_a_choice_and_keeps_it(qtbot: QtBot, theme: Theme) -> None:
    field = PickerField(
        theme, "Campaign", [(None, "Choose"), (7, "Webinars")], needed="Choose one."
    )
    qtbot.addWidget(field)
    assert field.value() is None
    assert field.reason == "Choose one."
    field.choose(7)
    assert (field.value(), field.chosen, field.reason) == ("Webinars", 7, "")
    kept = []
    for offered in ([(None, "Choose"), (3, "Guide"), (7, "Webinars")], [(3, "Guide")]):
        field.offer(offered)
        kept.append(field.chosen)
    assert kept == [7, 3]


def test_ticks_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    row = TickRow(theme, "Tiers", ["A", "B"], ["B"])
    row.setParent(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    row.setFocus()
    assert focus() is row.ticks[0]
    assert row.ticks[0].accessibleName() == "Tiers: A"
    key(Qt.Key.Key_Space)
    assert row.ticked == ("A", "B")
    key(Qt.Key.Key_Return)
    assert row.ticked == ("A", "B")


def test_a_tick_is_a_check_box_for_a_screen_reader(qtbot: QtBot, theme: Theme) -> None:
    tick = Tick(theme, "Settled", on=True)
    qtbot.addWidget(tick)
    assert tick.isCheckable()
    assert (tick.isChecked(), tick.accessibleName()) == (True, "Settled")
