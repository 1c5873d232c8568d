"""The rows behind a figure, and thanks."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.campaigns.sheets_world import MARKUP, ZONE, focus, key, lead, over
from warmcalls.domain.campaigns import LeadState
from warmcalls.domain.statements import Win
from warmcalls.ui.campaigns.sheets.rows_sheet import NONE, RowsSheet
from warmcalls.ui.campaigns.sheets.thanks_sheet import NOTHING, ThanksSheet
from warmcalls.ui.theme import Theme

LEADS = [
    lead(1, MARKUP, LeadState.WORTH, words="Meeting booked", who="Beth", note="Nice chat"),
    lead(2, "Calloway " * 20, LeadState.DISQUALIFIED, words="No need", note="Family " * 80),
    lead(3, "Pendle"),
    lead(4, "Sharp", LeadState.REJECTED, words="A job seeker", tier="", sector=""),
    lead(5, "Care Co"),
]
WINS = [
    Win(1, 11, "Northmoor", "Driver", 840_000, "2026-02-24", "Beth", ("Webinars", "Guide", "Mail")),
    Win(2, 12, MARKUP, "", 310_050, "2026-02-02", "", ("Mail",)),
]
Made = Callable[..., RowsSheet]


def names(sheet: RowsSheet) -> list[Any]:
    rows = range(sheet.model.rowCount())
    return [sheet.model.index(row, 0).data() for row in rows]


def test_leads_are_shown_by_state(qtbot: QtBot, theme: Theme) -> None:
    sheet = RowsSheet(theme, "Messenger ads", LEADS, ZONE, whole=143)
    over(qtbot, sheet)
    assert len(names(sheet)) == 5
    assert sheet.count.text() == "the first 5 of 143 leads"
    offered = [action.text() for action in sheet.state.make_menu().actions()]
    assert offered == [
        "All",
        "Worth the time, 1",
        "Disqualified, 1",
        "Rejected, 1",
        "Not worked, 2",
    ]
    sheet.state.choose(LeadState.UNWORKED)
    assert names(sheet) == ["Pendle", "Care Co"]
    assert sheet.count.text() == "2 of the first 5 of 143 leads"
    assert sheet.open_button.text() == "Show Pendle"


def test_a_lead_opens_its_client(qtbot: QtBot, theme: Theme) -> None:
    sheet = RowsSheet(theme, "Messenger ads", LEADS, ZONE, state=LeadState.WORTH)
    over(qtbot, sheet)
    assert names(sheet) == [MARKUP]
    sheet.state.choose(None)
    wanted: list[int] = []
    sheet.client_wanted.connect(wanted.append)
    assert focus() is sheet.list
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Return)
    assert wanted == [2, 2]


def test_a_lead_is_read_aloud_whole(qtbot: QtBot, theme: Theme) -> None:
    sheet = RowsSheet(theme, "Messenger ads", LEADS, ZONE)
    over(qtbot, sheet)
    said = sheet.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        f"{MARKUP}. tier A. Care. Worth the time. since 2 Mar 2026. Meeting booked, Beth. Nice chat"
    )
    tip = sheet.model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Family Family" in tip


@pytest.mark.parametrize("row", range(len(LEADS)))
def test_every_row_paints_inside_its_place(qtbot: QtBot, theme: Theme, row: int) -> None:
    sheet = RowsSheet(theme, "Messenger ads", LEADS, ZONE)
    over(qtbot, sheet)
    picture = QPixmap(900, 100)
    picture.fill(Qt.GlobalColor.magenta)
    painter, option = QPainter(picture), QStyleOptionViewItem()
    option.rect = QRect(50, 24, 800, 52)  # type: ignore[attr-defined,unused-ignore]
    sheet.list.itemDelegate().paint(painter, option, sheet.model.index(row, 0))
    painter.end()
    image = picture.toImage()
    outside = [(x, y) for x in range(0, 900, 3) for y in (10, 20, 80, 95)]
    outside += [(x, y) for x in (20, 45, 855, 880) for y in range(100)]
    magenta = Qt.GlobalColor.magenta
    assert all(image.pixelColor(x, y) == magenta for x, y in outside)


def test_a_figure_without_rows_says_so(qtbot: QtBot, theme: Theme) -> None:
    sheet = RowsSheet(theme, "Newsletter", [], ZONE)
    over(qtbot, sheet)
    assert (sheet.nothing.text(), sheet.nothing.isVisible()) == (NONE, True)
    assert not sheet.open_button.isVisible()
    wanted: list[int] = []
    sheet.client_wanted.connect(wanted.append)
    sheet.list.activated.emit(QModelIndex())
    assert wanted == []
    with qtbot.waitSignal(sheet.closed):
        key(Qt.Key.Key_Escape)


def test_thanks_are_copied(qtbot: QtBot, theme: Theme) -> None:
    sheet = ThanksSheet(theme, WINS)
    over(qtbot, sheet)
    first = (
        "Northmoor paid £8,400 for Driver on 24 Feb 2026. Beth rang them; Webinars, Guide and Mail "
        "had warmed them before. Thank you."
    )
    second = f"{MARKUP} paid £3,100.50 on 2 Feb 2026. Mail had warmed them before. Thank you."
    sheet.cards[1].copy.click()
    assert QGuiApplication.clipboard().text() == second
    with qtbot.waitSignal(sheet.copied) as told:
        key(Qt.Key.Key_Return)
    assert told.args == [f"{first}\n\n{second}"]
    assert QGuiApplication.clipboard().text() == f"{first}\n\n{second}"
    assert sheet.said.text().startswith("Copied")


def test_thanks_name_the_sum_and_the_client(qtbot: QtBot, theme: Theme) -> None:
    sheet = ThanksSheet(theme, WINS)
    over(qtbot, sheet)
    labels = sheet.findChildren(QLabel)
    assert any("2 fees were paid" in each.text() and "£11,500.50" in each.text() for each in labels)
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in labels)
    with qtbot.waitSignal(sheet.client_wanted) as told:
        sheet.cards[1].show_client.click()
    assert told.args == [12]


def test_nothing_to_thank_for_yet(qtbot: QtBot, theme: Theme) -> None:
    sheet = ThanksSheet(theme, [])
    over(qtbot, sheet)
    assert NOTHING in [label.text() for label in sheet.findChildren(QLabel)]
    assert not sheet.all_button.isVisible()
