"""All campaigns at once: choosing, sorting, finding, and what the early warning offers."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.campaigns.conftest import (
    ADS,
    GUIDE,
    WEBINARS,
    Opened,
    chosen,
    said,
)
from tests.ui.campaigns.sheets_world import focus, key, type_in
from warmcalls.domain.campaigns import Alert, LeadState
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.periods import Period
from warmcalls.store.engine import Reader
from warmcalls.ui.campaigns.campaign_model import Column
from warmcalls.ui.campaigns.page import CampaignsPage
from warmcalls.ui.campaigns.sheets.rows_sheet import RowsSheet
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme


def test_the_page_says_what_is_wrong_and_why(opened: Opened) -> None:
    overview = opened.page.overview
    assert opened.names() == [WEBINARS, ADS, GUIDE]
    (card,) = overview.cards
    assert card.alarm.warning is Alert.STOP
    assert card.alarm.headline in said(card)
    assert chosen(opened) == ADS
    assert said(overview.rejected)[:2] == [f"{ADS}: rejected before a call", "12"]
    assert "12" in said(overview.rejected)
    assert said(overview.disqualified)[:2] == [f"{ADS}: disqualified after a call", "12"]


def test_one_action_on_the_page_is_the_primary_one(opened: Opened) -> None:
    buttons = opened.page.findChildren(Button)
    primary = [b for b in buttons if b._look is Look.PRIMARY and b.isVisible()]
    assert primary == [opened.page.overview.cards[0].stop]


def test_the_keys_choose_open_and_come_back(opened: Opened) -> None:
    page = opened.page
    assert focus() is page.overview.table
    key(Qt.Key.Key_Down)
    assert chosen(opened) == GUIDE
    opened.qtbot.waitUntil(
        lambda: said(page.overview.rejected)[0] == f"{GUIDE}: rejected before a call"
    )
    key(Qt.Key.Key_Return)
    assert page.view.isVisible()
    assert page.head.isHidden()
    opened.qtbot.waitUntil(lambda: page.view.head.name.text() == GUIDE)
    key(Qt.Key.Key_Escape)
    assert page.overview.isVisible()
    assert chosen(opened) == GUIDE
    assert focus() is page.overview.table


def test_a_head_sorts_by_its_column_and_turns_round(opened: Opened) -> None:
    table, model = opened.page.overview.table, opened.page.overview.model
    heads = table.horizontalHeader()
    at = QPoint(heads.sectionPosition(Column.LEADS) + 9, heads.height() // 2)
    click = Qt.MouseButton.LeftButton
    QTest.mouseClick(heads.viewport(), click, pos=at)
    assert opened.names() == [WEBINARS, ADS, GUIDE]
    assert model.headerData(Column.LEADS, Qt.Orientation.Horizontal) == "Leads ↓"
    QTest.mouseClick(heads.viewport(), click, pos=at)
    assert opened.names() == [GUIDE, ADS, WEBINARS]
    assert model.headerData(Column.LEADS, Qt.Orientation.Horizontal) == "Leads ↑"
    assert chosen(opened) == ADS
    table.sort_by(Column.NAME)
    assert opened.names() == [WEBINARS, ADS, GUIDE]
    for column in Column:
        table.sort_by(column)
        assert sorted(opened.names()) == [WEBINARS, ADS, GUIDE]
    opened.page.refresh()
    opened.refreshed()
    assert model.sorted_by is not None
    assert model.sorted_by[0] == Column.RETURN


def test_a_campaign_is_found_as_one_types(opened: Opened) -> None:
    page = opened.page
    QTest.keyClick(page.overview.table, Qt.Key.Key_Slash)
    assert focus() is page.head.search
    type_in("chat mess")
    assert opened.names() == [ADS]
    type_in("x")
    assert opened.names() == []
    assert "No campaign is called “chat messx”." in said(page.overview)
    assert not page.overview.cards
    key(Qt.Key.Key_Escape)
    assert len(opened.names()) == 3
    key(Qt.Key.Key_Down)
    assert focus() is page.overview.table


def test_a_channel_leaves_its_campaigns(opened: Opened) -> None:
    page = opened.page
    page.head.channel.choose("Download")
    assert opened.names() == [GUIDE]
    assert not page.overview.cards
    page.head.search.setText("webinar")
    page._seek()
    assert "No campaign of the channel Download is called “webinar”." in said(page.overview)
    page.head.search.clear()
    page.head.channel.choose("")
    assert opened.names() == [WEBINARS, ADS, GUIDE]


def test_another_period_is_another_report(opened: Opened) -> None:
    page = opened.page
    page.head.period.choose(Period("2025-04-01", "2025-11-30"))
    opened.refreshed()
    assert [row.leads for row in page.found.report.rows] == [0, 0, 0]
    assert page.view.head.period.period == Period("2025-04-01", "2025-11-30")
    assert not page.overview.cards


def test_a_piece_of_a_bar_opens_its_leads(opened: Opened) -> None:
    table, model = opened.page.overview.table, opened.page.overview.model
    index = model.index(model.row_of(opened.id_of(ADS)), Column.STATES)
    area, y = table.visualRect(index), table.visualRect(index).center().y()
    xs = range(area.left(), area.right())
    at = next(x for x in xs if table.piece_at(index, x, y) is LeadState.REJECTED)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, y))
    sheet = opened.sheet()
    assert isinstance(sheet, RowsSheet)
    assert sheet.state.value is LeadState.REJECTED
    assert sheet.model.rowCount() == 12
    assert model.index(0, Column.STATES).data() == (
        "10 worth the time, 15 disqualified after a call, 15 called, no verdict yet"
    )
    with opened.qtbot.waitSignal(opened.page.client_wanted) as heard:
        key(Qt.Key.Key_Return)
    assert isinstance(heard.args[0], int)
    assert opened.page.host.sheet is None
    assert focus() is table


def test_an_empty_agency_is_helped_to_its_first_campaign(blank: Opened) -> None:
    page = blank.page
    assert page.empty.isVisible()
    page.empty.pressed.emit()
    sheet = blank.sheet()
    type_in("Breakfast events")
    with blank.qtbot.waitSignal(page.done):
        key(Qt.Key.Key_Return)
    blank.qtbot.waitUntil(page.overview.isVisible)
    assert sheet is not page.host.sheet
    assert blank.names() == ["Breakfast events"]
    assert focus() is page.overview.table


def test_what_cannot_be_read_is_said_in_place(qtbot: QtBot, theme: Theme) -> None:
    def refuse() -> Reader:
        raise RefusedError("The database is on a disk that is not there.")

    tasks = Tasks(refuse, lambda: pytest.fail("nothing is written"))
    page = CampaignsPage(theme, tasks, lambda: NOW)
    tasks.setParent(page)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "disk that is not there" in page.problem.text)
    page.hide()
    tasks.stop()


def test_a_failure_leaves_what_is_shown(opened: Opened) -> None:
    page = opened.page
    page.open_campaign(999)
    opened.qtbot.waitUntil(lambda: bool(page.problem.text))
    assert page.overview.isVisible()
    assert opened.names() == [WEBINARS, ADS, GUIDE]
    page.refresh()
    opened.refreshed()
    assert page.problem.text == ""


def test_tab_goes_round_the_page(opened: Opened) -> None:
    page, seen = opened.page, list[QWidget]()
    for _ in range(60):
        key(Qt.Key.Key_Tab)
        seen.append(focus())
    assert all(stop.accessibleName() for stop in seen)
    card = page.overview.cards[0]
    wanted = {page.overview.table, page.head.search, page.head.campaign, card.stop, card.dismiss}
    assert wanted <= set(seen)
    first = seen.index(page.overview.table)
    assert page.overview.table in seen[first + 1 :]  # round again: nothing holds the focus


def test_only_what_matters_is_read_again(opened: Opened) -> None:
    page = opened.page
    reads = list[None]()
    page.counted.connect(lambda _: reads.append(None))
    page.hear(frozenset({"people"}))
    opened.refreshed()
    assert not reads
    page.hear(frozenset({"calls"}))
    opened.qtbot.waitUntil(lambda: bool(reads))
    opened.refreshed()


def test_a_narrow_page_folds(opened: Opened) -> None:
    page = opened.page
    opened.window.resize(560, 872)
    page.resize(560, 872)
    QApplication.sendPostedEvents()
    assert page.minimumSizeHint().width() <= 560
    assert page.overview.panels.count == 1
    content = page.overview.widget()
    assert content is not None
    assert content.width() <= page.overview.viewport().width()
    head = page.head
    for part in (head.title, head.period, head.channel, head.search, head.more, head.campaign):
        assert part.isVisible()
        assert head.rect().contains(part.geometry())
    card = page.overview.cards[0]
    assert card.stop.y() > card.height() / 3  # its deeds lie under its words
