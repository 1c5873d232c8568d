"""The budget plan: the grid and its sums, editing in place, and what if."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.campaigns.sheets_world import focus, heard, key, over, type_in
from warmcalls.domain.plan import PlanLine
from warmcalls.ui.campaigns.sheets.plan_grid import Amounts, PlanGrid
from warmcalls.ui.campaigns.sheets.plan_model import NO_CHANNEL, UNDER_ROLE
from warmcalls.ui.campaigns.sheets.plan_sheet import PlanSaid, PlanSheet
from warmcalls.ui.campaigns.sheets.what_if import SAME
from warmcalls.ui.theme import Theme

LINES = [
    PlanLine("2026-02", "Webinar", 40_000, 47_050),
    PlanLine("2026-03", "Webinar", 40_000, 9_000),
    PlanLine("2026-03", "E-mail", 10_000, 0),
    PlanLine("2026-03", "", 0, 5_500),
]
NAMES = [(1, "Webinars"), (6, "Messenger ads")]
MONTHS = st.integers(1, 12).map("2026-{:02}".format)
CHANNELS = st.sampled_from(["Webinar", "webinar", "E-mail", ""])


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> PlanSheet:
    made = PlanSheet(theme, 2026, LINES, month="2026-03", channels=["Podcast"], campaigns=NAMES)
    over(qtbot, made)
    return made


def cell(sheet: PlanSheet, month: str, channel: str, role: int = 0) -> Any:
    return sheet.model.cell(month, channel).data(role)


def total(sheet: PlanSheet, row: int) -> str:
    return str(sheet.model.index(row, sheet.model.columnCount() - 1).data())


@given(
    st.dictionaries(st.tuples(MONTHS, CHANNELS), st.tuples(st.integers(0, 99), st.integers(0, 99)))
)
def test_sums_of_months_and_of_channels_agree(found: dict[Any, Any]) -> None:
    folded = {(month, channel.casefold()): pair for (month, channel), pair in found.items()}
    lines = [PlanLine(*where, *pair) for where, pair in folded.items()]
    grid = PlanGrid(2026, lines)
    whole = grid.of(grid.months, grid.channels)
    planned, spent = (sum(pair[i] for pair in folded.values()) for i in (0, 1))
    assert whole == Amounts(planned, spent)
    by_month = [grid.of([month], grid.channels) for month in grid.months]
    assert sum(each.planned for each in by_month) == planned
    assert sum(each.spent for each in by_month) == spent


def test_what_was_spent_stands_under_what_was_planned(sheet: PlanSheet) -> None:
    assert cell(sheet, "2026-03", "Webinar") == "£400"
    assert cell(sheet, "2026-03", "Webinar", UNDER_ROLE) == "£90 spent"
    assert cell(sheet, "2026-02", "Webinar", UNDER_ROLE) == "£70 over"
    assert cell(sheet, "2026-03", "", UNDER_ROLE) == "£55 unplanned"
    assert cell(sheet, "2026-05", "Webinar") == "–"
    spoken = cell(sheet, "2026-02", "Webinar", Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "February, Webinar: £400 planned, £470.50 spent, £70.50 over the plan"
    assert (total(sheet, 0), total(sheet, 3)) == ("£900", "£500")


def test_an_amount_is_edited_in_place(qtbot: QtBot, sheet: PlanSheet) -> None:
    told = heard(sheet)
    sheet.table.setCurrentIndex(sheet.model.cell("2026-03", "Webinar"))
    assert focus() is sheet.table
    key(Qt.Key.Key_Return)
    QTest.keyClicks(focus(), "£1,200.50")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told == [PlanSaid("2026-03", "Webinar", 120_050)])
    assert cell(sheet, "2026-03", "Webinar") == "£1,200.50"
    assert total(sheet, 0) == "£1,700.50"
    sheet.show_plan(2026, [*LINES[:1], PlanLine("2026-03", "Webinar", 120_050, 9_000), *LINES[2:]])
    assert sheet.model.place(sheet.table.currentIndex()) == ("2026-03", "Webinar")
    qtbot.waitUntil(lambda: focus() is sheet.table)
    key(Qt.Key.Key_Delete)
    assert told[1:] == [PlanSaid("2026-03", "Webinar", 0)]


def test_what_is_no_amount_leaves_the_old_one(qtbot: QtBot, sheet: PlanSheet) -> None:
    told = heard(sheet)
    sheet.table.setCurrentIndex(sheet.model.cell("2026-03", "Webinar"))
    type_in("ten")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(sheet.wrong.isVisible)
    assert sheet.wrong.text() == "“ten” is no amount: write it as £1,200.50."
    assert cell(sheet, "2026-03", "Webinar") == "£400"
    type_in("400")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(sheet.wrong.isHidden)
    assert told == []


def test_a_plan_that_is_refused_goes_back(sheet: PlanSheet) -> None:
    for typed in ("500", "600"):
        sheet.model.setData(sheet.model.cell("2026-03", "Webinar"), typed)
    sheet.refuse("The disk is full: nothing was kept.")
    assert sheet.problem.text == "The disk is full: nothing was kept."
    assert cell(sheet, "2026-03", "Webinar") == "£400"


def test_sums_and_spend_without_a_channel_are_not_edited(sheet: PlanSheet) -> None:
    model, editable = sheet.model, Qt.ItemFlag.ItemIsEditable
    none = model.cell("2026-03", "")
    head = model.headerData(none.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
    assert head == NO_CHANNEL
    assert not model.flags(none) & editable
    assert not model.flags(model.index(0, 0)) & editable
    assert not model.flags(model.index(3, model.columnCount() - 1)) & editable
    assert model.flags(model.cell("2026-07", "E-mail")) & editable
    assert "give its campaign one" in none.data(Qt.ItemDataRole.ToolTipRole)


def test_a_channel_is_added_and_stays(qtbot: QtBot, sheet: PlanSheet) -> None:
    told = heard(sheet)
    sheet.plan_head.channel.setFocus()
    key(Qt.Key.Key_Return)
    assert sheet.plan_head.channel.reason == "Name a channel."
    sheet.plan_head.channel.line.setText("Radio  ads")
    key(Qt.Key.Key_Return)
    assert sheet.model.place(sheet.table.currentIndex()) == ("2026-03", "Radio ads")
    type_in("250")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told == [PlanSaid("2026-03", "Radio ads", 25_000)])
    sheet.show_plan(2026, LINES)
    assert "Radio ads" in sheet.model.grid.channels


def test_other_years_are_asked_for(qtbot: QtBot, sheet: PlanSheet) -> None:
    with qtbot.waitSignal(sheet.year_wanted) as told:
        sheet.plan_head.after.click()
    assert told.args == [2027]
    sheet.show_plan(2027, [])
    assert (sheet.plan_head.year.text(), sheet.nothing.isVisible()) == ("2027", True)
    assert not sheet.frame.isVisible()
    with qtbot.waitSignal(sheet.year_wanted) as told:
        sheet.plan_head.before.click()
    assert told.args == [2026]
    sheet.show_plan(2026, LINES)
    assert sheet.frame.isVisible()
    assert sheet.model.place(sheet.table.currentIndex())[0] == "2026-03"


def test_what_if_the_money_moved(qtbot: QtBot, sheet: PlanSheet) -> None:
    asked: list[Any] = []
    sheet.asked.connect(lambda *told: asked.append(told))
    line = sheet.what_if
    line.amount.setFocus()
    type_in("400")
    line.source.choose(6)
    line.target.choose(6)
    assert line.answer.text == SAME
    line.target.choose(1)
    qtbot.waitUntil(lambda: asked == [(6, 1, 40_000)])
    sheet.show_what_if("Likely £2,600 more")
    assert line.answer.text == line.answer.accessibleName() == "Likely £2,600 more"
    line.amount.line.clear()
    line.target.choose(None)
    sheet.show_what_if("too late")
    assert line.answer.text == "Type an amount and choose two campaigns."


def test_the_sheet_by_keyboard(qtbot: QtBot, sheet: PlanSheet) -> None:
    assert focus() is sheet.table
    key(Qt.Key.Key_Tab)
    assert focus() is sheet.what_if.amount.line
    key(Qt.Key.Key_Backtab)
    assert focus() is sheet.table
    with qtbot.waitSignal(sheet.closed):
        key(Qt.Key.Key_Escape)


def test_every_channel_is_seen_or_scrolled_to(qtbot: QtBot, theme: Theme) -> None:
    lines = [PlanLine("2026-01", f"Breakfasts for Heads of People {i}", 1, 0) for i in range(12)]
    sheet = PlanSheet(theme, 2026, lines, month="2026-03")
    over(qtbot, sheet)
    table = sheet.table
    assert table.horizontalScrollBar().maximum() > 0
    assert not sheet.what_if.isVisible()
    narrow = min(table.columnWidth(column) for column in range(sheet.model.columnCount()))
    assert narrow >= theme.px(116)
