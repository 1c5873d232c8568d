"""Stopping a campaign and merging two: what is offered, what the button says, what is asked."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.campaigns.sheets_world import MARKUP, figures, heard, key, over, type_in
from warmcalls.domain.campaigns import Alarm, Alert
from warmcalls.ui.campaigns.sheets.merge_sheet import NEEDED, MergeSaid, MergeSheet
from warmcalls.ui.campaigns.sheets.stop_sheet import ALONE, StopSaid, StopSheet
from warmcalls.ui.theme import Theme

STOPS = figures(6, "Messenger ads", 0.0)
OTHERS = [
    figures(1, "Webinars", 6.4),
    figures(2, "Guide", 4.1),
    figures(3, "Articles", 9.9, too_few=True),
    figures(4, "Newsletter", 2.4),
    figures(5, "Referral"),
    STOPS,
]
ALARM = Alarm(6, Alert.STOP, "0 of 31 worth it", "99 % sure", "84 wait", 50_000, 40_000, 2, "Guide")


def asked_of(sheet: StopSheet) -> list[Any]:
    asked: list[Any] = []
    sheet.asked.connect(lambda *told: asked.append(told))
    return asked


def test_the_alarm_says_where_the_money_goes(qtbot: QtBot, theme: Theme) -> None:
    sheet = StopSheet(theme, STOPS, OTHERS, alarm=ALARM)
    asked, told = asked_of(sheet), heard(sheet)
    over(qtbot, sheet)
    assert sheet.verb.text() == "Stop and move £400 to Guide"
    qtbot.waitUntil(lambda: asked == [(2, 40_000)])
    sheet.show_what_if("Likely £900 more")
    assert sheet.what_if.text == "Likely £900 more"
    key(Qt.Key.Key_Return)
    assert told == [StopSaid("0 of 31 worth it", 2, 40_000)]


def test_the_best_returns_are_offered_first(qtbot: QtBot, theme: Theme) -> None:
    sheet = StopSheet(theme, STOPS, OTHERS, a_month=10_000)
    over(qtbot, sheet)
    rows = [button.text() for button in sheet.where.group.buttons()]
    assert rows == ["Webinars", "Guide", "Newsletter", "Another campaign", "Nowhere"]
    said = sheet.where.group.button(0).accessibleDescription()
    assert said == "£6.40 per £1, likely £3.20–£12.80 in the end"
    assert sheet.verb.text() == "Stop Messenger ads"
    key(Qt.Key.Key_Up)
    assert sheet.another.isVisible()
    sheet.another.choose(5)
    assert sheet.move_to is not None
    assert sheet.verb.text() == "Stop and move £100 to Referral"
    assert "Nothing spent yet" in sheet.another.picker.currentText()


def test_what_if_is_asked_once_nobody_types(qtbot: QtBot, theme: Theme) -> None:
    sheet = StopSheet(theme, STOPS, OTHERS, alarm=ALARM)
    asked = asked_of(sheet)
    over(qtbot, sheet)
    sheet.amount.line.clear()
    sheet.amount.setFocus()
    type_in("250")
    assert sheet.what_if.text == "Working it out…"
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [(2, 25_000)]
    sheet.amount.line.clear()
    type_in("x")
    sheet.show_what_if("an answer to a question nobody asks any more")
    assert "once an amount is typed" in sheet.what_if.text


def test_money_that_is_saved(qtbot: QtBot, theme: Theme) -> None:
    sheet = StopSheet(theme, STOPS, OTHERS, alarm=ALARM)
    told = heard(sheet)
    over(qtbot, sheet)
    sheet.where.choose(len(sheet.where.group.buttons()) - 1)
    assert not sheet.amount.isVisible()
    assert sheet.verb.text() == "Stop Messenger ads"
    sheet.amount.line.setText("nonsense")
    sheet.submit()
    assert told == [StopSaid("0 of 31 worth it", None, 0)]


def test_money_that_moves_needs_an_amount(qtbot: QtBot, theme: Theme) -> None:
    sheet = StopSheet(theme, STOPS, OTHERS)
    told = heard(sheet)
    over(qtbot, sheet)
    assert sheet.verb.text() == "Stop Messenger ads"
    sheet.where.choose(0)
    for wrong in ("", "0", "ten"):
        sheet.amount.line.setText(wrong)
        sheet.submit()
        assert sheet.amount.reason
    assert told == []


def test_without_another_campaign_it_is_saved(qtbot: QtBot, theme: Theme) -> None:
    sheet = StopSheet(theme, STOPS, [])
    told = heard(sheet)
    over(qtbot, sheet)
    assert ALONE in [label.text() for label in sheet.findChildren(QLabel)]
    type_in("No need any more")
    key(Qt.Key.Key_Return)
    assert told == [StopSaid("No need any more", None, 0)]


def test_a_long_name_stays_inside_the_button(qtbot: QtBot, theme: Theme) -> None:
    sheet = StopSheet(theme, STOPS, [figures(1, "Masterclass " * 12, 2.0)], a_month=1_234_567_00)
    over(qtbot, sheet)
    sheet.where.choose(0)
    assert sheet.verb.width() <= sheet.width()
    assert sheet.verb.x() >= 0
    assert "…" in sheet.verb.text()


def test_merging_says_what_moves_where(qtbot: QtBot, theme: Theme) -> None:
    sheet = MergeSheet(theme, figures(1, "Webinars"), [figures(2, MARKUP)], why="Spelled alike.")
    told = heard(sheet)
    over(qtbot, sheet)
    assert not sheet.other.isVisible()
    assert sheet.moves.text().startswith(f"Everything of {MARKUP} moves to Webinars")
    assert sheet.moves.textFormat() is Qt.TextFormat.PlainText
    key(Qt.Key.Key_Down)
    assert sheet.moves.text().startswith(f"Everything of Webinars moves to {MARKUP}")
    assert sheet.verb.text() == f"Merge into {MARKUP}"
    key(Qt.Key.Key_Return)
    assert told == [MergeSaid(2, 1)]
    apart: list[Any] = []
    sheet.apart.connect(lambda *both: apart.append(both))
    sheet.two.click()
    assert apart == [(1, 2)]


def test_merging_with_one_of_many(qtbot: QtBot, theme: Theme) -> None:
    sheet = MergeSheet(theme, figures(1, "Webinars"), [figures(2, "Guide"), figures(3, "Mail")])
    told = heard(sheet)
    over(qtbot, sheet)
    assert sheet.other.chosen is None
    assert not sheet.stays.isVisible()
    key(Qt.Key.Key_Return)
    assert told == []
    assert sheet.other.reason == NEEDED
    sheet.other.choose(3)
    sheet.stays.choose(1)
    assert sheet.verb.text() == "Merge into Mail"
    sheet.submit()
    assert told == [MergeSaid(3, 1)]
    key(Qt.Key.Key_Tab)
    assert sheet.isAncestorOf(sheet.stays.group.button(1))
