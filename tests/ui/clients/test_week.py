"""This week at your target clients: the sheet and the bars, with real work in the background."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.arrivals import arrivals, this_week
from warmcalls.actions.begin import begin
from warmcalls.actions.coverage import coverage
from warmcalls.actions.desk import desk
from warmcalls.domain.client_query import Question
from warmcalls.domain.kinds import Kind
from warmcalls.domain.reach import Figure
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.clients.coverage_bars import CoverageBars, Room
from warmcalls.ui.clients.week.arrival_rows import LINE_ROLE
from warmcalls.ui.clients.week.looking import WeekLooking
from warmcalls.ui.clients.week.sheet import WeekSheet
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme


@pytest.fixture
def few(local_db: Writer) -> Agency:
    """Two A clients of whom one came, a B client that came a month ago, and one never seen."""
    made = Agency(local_db, NOW)
    guide = made.campaign("Salary Guide")
    asks = made.client("Asks", tier="A")
    made.signal(asks, Kind.FORM, 1, guide)
    made.signal(asks, Kind.GUIDE_PAGE, 160)
    made.client("Silent", tier="A")
    made.signal(made.client("Reads", tier="B"), Kind.GUIDE_PAGE, 20)
    made.signal(made.client("Glances", tier="C"), Kind.ARTICLE_PAGE, 2)
    return made


def shows(sheet: WeekSheet, name: str) -> bool:
    return sheet.who.over.text() == name


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def tasks(qapp: object, sqlite_location: str, few: Agency) -> Iterator[Tasks]:
    del qapp, few
    made = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    yield made
    made.stop()


@pytest.fixture
def sheet(few: Agency, theme: Theme, window: QWidget) -> WeekSheet:
    made = WeekSheet(theme)
    made.open_over(window)
    made.setFocus()
    asked = desk(few.db, NOW)
    made.show_week(this_week(asked), coverage(asked))
    return made


def test_who_came_stands_with_words_and_enter_opens(qtbot: QtBot, sheet: WeekSheet) -> None:
    first = sheet.who.model.index(0, 0)
    assert first.data() == "Asks"
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "tier A" in spoken
    assert "back after 5 months" in spoken
    assert "Salary Guide" in spoken
    assert sheet.who.count.text() == "2 clients, 2 people"
    assert sheet.who.list.hasFocus()
    with qtbot.waitSignal(sheet.client_wanted) as heard:
        QTest.keyClick(sheet.who.list, Qt.Key.Key_Return)
    assert heard.args == [first.data(LINE_ROLE).client_id]
    with qtbot.waitSignal(sheet.client_wanted) as heard:
        place = sheet.who.list.visualRect(sheet.who.model.index(1, 0)).center()
        QTest.mouseClick(sheet.who.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [sheet.who.model.index(1, 0).data(LINE_ROLE).client_id]


def test_every_figure_is_a_link_that_asks_for_its_clients(
    qtbot: QtBot, sheet: WeekSheet, few: Agency
) -> None:
    found = coverage(desk(few.db, NOW))
    for (tier, figure), link in sheet.tiers.links.items():
        count = found.tier(tier).count(figure)
        assert link.text() == f"{count:,}"
        assert link.isEnabled() == bool(count)
        if count:
            with qtbot.waitSignal(sheet.question_wanted) as heard:
                QTest.keyClick(link, Qt.Key.Key_Return)
            assert heard.args == [found.tier(tier).question(figure), found.tier(tier).title(figure)]
            assert isinstance(heard.args[0], Question)
    assert {figure for _, figure in sheet.tiers.links} == set(Figure)


def test_tab_stays_inside_and_reaches_list_and_links(sheet: WeekSheet) -> None:
    stops = sheet._stops()
    assert sheet.who.list in stops
    assert set(sheet.tiers.links.values()) <= set(stops)
    assert stops[-1] is sheet.close_button


def test_a_tier_narrows_the_list(sheet: WeekSheet) -> None:
    sheet.who.tier.choose("C")
    assert [sheet.who.model.index(row, 0).data() for row in range(sheet.who.model.rowCount())] == [
        "Glances"
    ]
    assert sheet.who.count.text() == "1 of 2"
    sheet.who.tier.choose(None)
    assert sheet.who.model.rowCount() == 2


def test_the_clients_alone_will_do(few: Agency, theme: Theme, window: QWidget) -> None:
    made, asked = WeekSheet(theme), desk(few.db, NOW)
    made.open_over(window)
    made.show_week(arrivals(asked), coverage(asked))
    assert made.who.count.text() == "2 clients, 2 people"


def test_many_campaigns_unfold(few: Agency, theme: Theme, window: QWidget) -> None:
    for number in range(7):
        few.signal(few.last("client"), Kind.FORM, 3, few.campaign(f"Campaign {number}"))
    made, asked = WeekSheet(theme), desk(few.db, NOW)
    made.open_over(window)
    made.show_week(this_week(asked), coverage(asked))
    assert len(made.campaigns.bars) == 4
    assert made.campaigns.more.accessibleName() == "5 more campaigns"
    made.campaigns.more.click()
    assert len(made.campaigns.bars) == 9
    assert not made.campaigns.more.isVisible()
    assert made.campaigns.bars[0].accessibleName() == (
        "Salary Guide: 1 A clients reached in 90 days"
    )


def test_a_low_window_keeps_its_room_for_who_came(
    few: Agency, theme: Theme, window: QWidget
) -> None:
    window.resize(1280, 720)
    few.signal(few.last("client"), Kind.FORM, 3, few.campaign("Webinars"))
    made, asked = WeekSheet(theme), desk(few.db, NOW)
    made.open_over(window)
    made.show_week(this_week(asked), coverage(asked))
    assert made.campaigns.bars == []
    assert made.campaigns.more.text() == "3 campaigns"
    made.campaigns.more.click()
    assert len(made.campaigns.bars) == 3


def test_where_nobody_came_it_says_what_helps(
    qtbot: QtBot, local_db: Writer, theme: Theme, window: QWidget
) -> None:
    Agency(local_db, NOW).client("Silent", tier="A")
    made, asked = WeekSheet(theme, asks=True), desk(local_db, NOW)
    made.open_over(window)
    made.setFocus()
    made.show_week(this_week(asked), coverage(asked))
    assert not made.who.list.isVisible()
    assert "Import your website’s log" in made.who.nothing.text()
    assert made.who.bring.hasFocus()
    with qtbot.waitSignal(made.import_wanted):
        QTest.keyClick(made.who.bring, Qt.Key.Key_Return)


def test_it_is_read_in_the_background_and_again_for_other_days(
    qtbot: QtBot, tasks: Tasks, theme: Theme, window: QWidget
) -> None:
    host = SheetHost(window, theme, tasks, lambda: NOW)
    looking = WeekLooking(host, theme, tasks, lambda: NOW)
    looking.open()
    sheet = host.sheet
    assert isinstance(sheet, WeekSheet)
    assert not sheet.who.list.isVisible()
    qtbot.waitUntil(lambda: sheet.who.model.rowCount() == 2)
    sheet.who.days.choose(30)
    qtbot.waitUntil(lambda: sheet.who.model.rowCount() == 3)
    assert sheet.who.days.value == 30
    with qtbot.waitSignals([looking.client_wanted, host.closed]):
        QTest.keyClick(sheet.who.list, Qt.Key.Key_Return)
    assert host.sheet is None


def test_a_campaign_opens_whom_it_reached_and_the_way_back_leads_to_who_came(
    qtbot: QtBot, tasks: Tasks, theme: Theme, window: QWidget, few: Agency
) -> None:
    host = SheetHost(window, theme, tasks, lambda: NOW)
    looking = WeekLooking(host, theme, tasks, lambda: NOW)
    looking.open()
    sheet = host.sheet
    assert isinstance(sheet, WeekSheet)
    qtbot.waitUntil(lambda: len(sheet.campaigns.bars) == 2)
    for bar, row in zip(sheet.campaigns.bars, coverage(desk(few.db, NOW)).campaigns, strict=True):
        QTest.keyClick(bar, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(shows, sheet, row.name))
        assert sheet.who.model.rowCount() == row.clients
        assert sheet.who.list.hasFocus()
    QTest.keyClick(sheet.who.back, Qt.Key.Key_Return)
    assert sheet.who.over.text() == "Who came"
    assert sheet.who.model.rowCount() == 2
    assert sheet.who.list.hasFocus()


def test_leaving_before_the_answer_is_no_matter(
    qtbot: QtBot, tasks: Tasks, theme: Theme, window: QWidget
) -> None:
    host = SheetHost(window, theme, tasks, lambda: NOW)
    looking = WeekLooking(host, theme, tasks, lambda: NOW)
    looking.open()
    assert host.sheet is not None
    host.sheet.leave()
    looking.open()
    again = host.sheet
    assert isinstance(again, WeekSheet)
    qtbot.waitUntil(lambda: again.who.model.rowCount() == 2)


def test_the_bars_are_buttons_and_say_less_where_there_is_less_room(
    qtbot: QtBot, few: Agency, theme: Theme
) -> None:
    bars = CoverageBars(theme)
    qtbot.addWidget(bars)
    bars.show_coverage(coverage(desk(few.db, NOW)))
    a = bars.buttons[0]
    assert a.accessibleName() == "1 of 2 A clients reached in 90 days"
    assert a.toolTip() == "1 of 2 A clients reached in 90 days, 1 in 30 days. Never reached: 1."
    with qtbot.waitSignal(bars.pressed) as heard:
        QTest.keyClick(a, Qt.Key.Key_Return)
    assert heard.args == ["A"]
    rooms = []
    for wide in (bars.sizeHint().width(), *range(bars.sizeHint().width(), 60, -10)):
        bars.resize(wide, bars.height())
        rooms.append(bars.room)
        if wide >= bars.minimumSizeHint().width():
            assert min(b.geometry().left() for b in bars.buttons) >= 0
    assert rooms[0] is Room.ALL
    assert rooms == sorted(rooms)
    assert set(rooms) == set(Room)
    assert a.words(Room.SHARES) == "A 50 %"


def test_a_tier_without_clients_has_no_bar(qtbot: QtBot, local_db: Writer, theme: Theme) -> None:
    bars = CoverageBars(theme)
    qtbot.addWidget(bars)
    bars.show_coverage(coverage(desk(local_db, NOW)))
    assert bars.isHidden()
    Agency(local_db, NOW).client("Only", tier="B")
    bars.show_coverage(coverage(desk(local_db, NOW)))
    assert [not button.isHidden() for button in bars.buttons] == [False, True, False]
