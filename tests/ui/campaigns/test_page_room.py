"""Long names, narrow pages and many campaigns: what gives way, and what stays in sight."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTableView, QWidget

from tests.agency import Agency
from tests.conftest import NOW
from tests.ui.campaigns.conftest import ADS, Opened, at, chosen
from tests.ui.campaigns.sheets_world import MARKUP, POPS_UP, key, type_in
from warmcalls.actions.begin import begin
from warmcalls.actions.change_campaign import change_campaign
from warmcalls.store import campaign_list
from warmcalls.ui.campaigns.campaign_head import DEEDS
from warmcalls.ui.campaigns.campaign_model import Column
from warmcalls.ui.campaigns.page import CampaignsPage
from warmcalls.ui.campaigns.sheets.campaign_sheet import CampaignSheet

LONG = f"{MARKUP} and everybody else who came to breakfast " * 4


@POPS_UP
def test_a_narrow_page_keeps_every_deed(ads: Opened) -> None:
    ads.window.resize(560, 872)
    ads.page.resize(560, 872)
    QApplication.sendPostedEvents()
    head = ads.page.view.head
    assert all(button.isHidden() for button in head.buttons.values())
    assert head.rect().contains(head.more.geometry())
    assert head.rect().contains(head.period.geometry())
    words = [action.text() for action in head.more.make_menu().actions()]
    assert words == list(DEEDS.values())
    ads.page.view.head.more.wanted.emit("edit")
    assert isinstance(ads.sheet(), CampaignSheet)


@pytest.fixture
def long_named(opened: Opened) -> Opened:
    change_campaign(opened.db, opened.id_of(ADS), now=NOW, name=LONG[:200], channel=LONG[:80])
    opened.page.refresh()
    opened.refreshed()
    return opened


def test_long_names_give_way(long_named: Opened) -> None:
    page = long_named.page
    name = next(each for each in long_named.names() if each.startswith(MARKUP))
    assert page.minimumSizeHint().width() < 1100
    model, table = page.overview.model, page.overview.table
    cell = model.index(model.row_of(long_named.id_of(name)), Column.NAME)
    assert "<b>" not in str(cell.data(Qt.ItemDataRole.ToolTipRole))
    assert "&lt;b&gt;" in str(cell.data(Qt.ItemDataRole.ToolTipRole))
    beyond = QRect(table.columnWidth(Column.NAME), 0, 60, 44)
    assert blank(table, cell, beyond)
    at(long_named, name)
    head = page.view.head
    assert head.name.textFormat() is Qt.TextFormat.PlainText
    assert head.name.geometry().right() < head.period.x()
    assert page.view.minimumSizeHint().width() < 1100


def blank(table: QWidget, cell: object, part: QRect) -> bool:
    """Tell whether a cell painted by itself leaves a part of the row beside it alone."""
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QTableView

    assert isinstance(table, QTableView)
    assert isinstance(cell, QModelIndex)
    picture = QPixmap(part.right() + 1, part.height())
    picture.fill(Qt.GlobalColor.magenta)
    option = QStyleOptionViewItem()
    option.rect = QRect(QPoint(0, 0), QPoint(part.left() - 1, part.height() - 1))
    painter = QPainter(picture)
    table.itemDelegate().paint(painter, option, cell)
    painter.end()
    image = picture.copy(part).toImage()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(x, y).name() for x, y in points} == {"#ff00ff"}


def test_many_campaigns_scroll_under_their_heads(opened: Opened, sqlite_location: str) -> None:
    writer = begin(sqlite_location, now=NOW)
    agency = Agency(writer, NOW)
    for number in range(40):
        agency.campaign(f"Campaign {number:02}", starts="2026-01-01")
    writer.close()
    opened.page.refresh()
    opened.refreshed()
    table = opened.page.overview.table
    assert len(campaign_list.everything(opened.db)) == 43
    assert table.verticalScrollBar().maximum() > 0
    assert opened.page.overview.verticalScrollBar().maximum() == 0
    panel = opened.page.overview.rejected
    bottom = panel.mapTo(opened.page, QPoint(0, panel.height())).y()
    assert bottom <= opened.page.height()  # the panels stay in sight
    key(Qt.Key.Key_End)
    value = table.verticalScrollBar().value()
    assert value > 0
    opened.page.refresh()
    opened.refreshed()
    assert table.verticalScrollBar().value() == value  # reading anew does not jump


def test_the_warned_and_the_new_campaign_are_in_sight(opened: Opened) -> None:
    agency = Agency(opened.db, NOW)
    for number in range(40):
        agency.campaign(f"Campaign {number:02}", starts="2026-01-01")
    opened.page.refresh()
    opened.refreshed()
    table = opened.page.overview.table
    opened.page.add_new()
    opened.sheet()
    type_in("Zebra crossing")
    with opened.qtbot.waitSignal(opened.page.done):
        key(Qt.Key.Key_Return)
    opened.qtbot.waitUntil(lambda: chosen(opened) == "Zebra crossing")
    opened.refreshed()
    assert in_sight(table)
    opened.page.head.search.setText("nobody")
    opened.page._seek()
    opened.page.head.search.clear()
    opened.page._seek()
    assert chosen(opened) == ADS
    opened.qtbot.waitUntil(lambda: in_sight(table))


def in_sight(table: QTableView) -> bool:
    """Tell whether the chosen row is wholly in sight."""
    area = table.visualRect(table.currentIndex())
    return area.top() >= 0 and area.bottom() <= table.viewport().height()


def test_few_rows_stand_at_the_top(opened: Opened) -> None:
    page = opened.page
    for text in ("webinar", "zzz", "ads", "", "guide"):
        page.head.search.setText(text)
        page._seek()
        opened.refreshed()
        QApplication.processEvents()
        table, frame = page.overview.table, page.overview.table.parentWidget()
        assert frame is not None
        if opened.names():
            assert table.y() <= 2
            assert frame.height() - table.height() <= 4
            assert page.overview.panels.y() - frame.geometry().bottom() <= 20


def test_with_large_text_the_page_needs_little_room(opened: Opened) -> None:
    wide, high = CampaignsPage.ROOM
    opened.window.resize(wide, high)
    opened.page.resize(wide, high)
    QApplication.processEvents()
    at(opened, ADS)
    content = opened.page.view._content
    assert content.width() <= opened.page.width()
    assert opened.page.minimumSizeHint().width() <= wide


@pytest.mark.parametrize(("wide", "left"), [(560, 3), (740, 5), (960, 7), (1260, 8)])
def test_columns_give_way_before_the_table_scrolls(opened: Opened, wide: int, left: int) -> None:
    opened.window.resize(wide, 872)
    opened.page.resize(wide, 872)
    QApplication.processEvents()
    table = opened.page.overview.table
    assert table.horizontalScrollBar().maximum() == 0
    assert sum(not table.isColumnHidden(column) for column in Column) == left
    assert not table.isColumnHidden(Column.NAME)
    assert not table.isColumnHidden(Column.WORTH)
