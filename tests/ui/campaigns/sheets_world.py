"""Campaigns, leads and wins as the sheets show them, and a window to show a sheet over."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from warmcalls.domain.behind import LeadLine
from warmcalls.domain.campaigns import Campaign, CampaignFigures, LeadState, Rate, Return
from warmcalls.domain.moments import DAY
from warmcalls.ui.forms.side_sheet import SideSheet

NOW = 1_772_526_600_000_000
TODAY = "2026-03-03"
ZONE = ZoneInfo("Europe/London")
MARKUP = "<b>Sharp</b> & Co"
POPS_UP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Told = list[Any]


def over(qtbot: QtBot, sheet: SideSheet) -> None:
    """Show a sheet over a window and give it the keys."""
    window = QWidget()
    window.resize(1280, 720)
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # holds it till the end
    sheet.open_over(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    sheet.setFocus()


def heard(sheet: Any) -> Told:
    """Return a list that fills with what a sheet submits."""
    told: Told = []
    sheet.submitted.connect(told.append)
    return told


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def type_in(text: str) -> None:
    for letter in text:
        QTest.keyClicks(focus(), letter)  # an editor that the first letter opens gets the rest


def key(which: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(focus(), which)


def figures(
    campaign_id: int,
    name: str,
    per_pound: float | None = None,
    *,
    leads: int = 40,
    unworked: int = 10,
    sample: int = 0,
    too_few: bool = False,
) -> CampaignFigures:
    returns = Return(None)
    if per_pound is not None:
        low, high = per_pound / 2, per_pound * 2
        returns = Return(per_pound, per_pound, low, high, too_few=too_few)
    states = {LeadState.UNWORKED: unworked, LeadState.CALLED: leads - unworked}
    return CampaignFigures(
        Campaign(campaign_id, name, "Webinar"), spend=420_000, leads=leads, states=states,
        worth=Rate(0, leads - unworked, 0.0, 0.0, 0.1), returns=returns, sample=sample,
    )  # fmt: skip


def lead(number: int, client: str, state: LeadState = LeadState.UNWORKED, **more: Any) -> LeadLine:
    facts: dict[str, Any] = {"tier": "A", "sector": "Care", "campaign": "Messenger ads"}
    return LeadLine(number, client, at=NOW - number * DAY, state=state, **(facts | more))
