"""The Ranking page over a year of calls: read, opened, saved, reached, by keys alone."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.actions import promise_world
from tests.agency import Agency
from tests.conftest import NOW
from tests.ui.ranking.conftest import drawn, opened
from warmcalls.domain.behind import Calls, CallsBehind
from warmcalls.domain.outcomes import Result
from warmcalls.domain.periods import month_period
from warmcalls.reports import ranking_words
from warmcalls.reports.charts.kinds import RankingKind
from warmcalls.store import settings
from warmcalls.store.engine import Writer
from warmcalls.ui.ranking.calls_sheet import CallsSheet
from warmcalls.ui.ranking.page import RankingPage
from warmcalls.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier


def sheet_of(qtbot: QtBot, page: RankingPage) -> CallsSheet:
    """The calls behind a figure, once they are read."""
    qtbot.waitUntil(lambda: isinstance(page.sheets.sheet, CallsSheet))
    sheet = page.sheets.sheet
    assert isinstance(sheet, CallsSheet)
    qtbot.waitUntil(lambda: sheet.total.text() != "Reading…")
    return sheet


def test_the_answer_comes_first_with_its_doubt_under_it(page: RankingPage) -> None:
    assert page.found is not None
    report = page.found.report
    assert page.headline.sentence.text() == ranking_words.headline(report)[1]
    assert page.headline.sentence.text().startswith("The list keeps its word: ")
    assert page.headline.doubt.text().startswith("From 320 calls; ")
    assert page.headline.sentence.text() in page.headline.sentence.accessibleName()
    assert "8 promised callbacks and 30 test calls" in page.apart.text()


def test_every_chart_says_its_finding_to_who_cannot_see_it(page: RankingPage) -> None:
    names = [panel.view.accessibleName() for panel in page.panels.charts]
    assert "groups came to what was promised of them." in names[0]
    assert "test calls" in names[1]
    assert "at least as many calls were worth the time" in names[2]
    assert page.panels.charts[1].view.finding == ranking_words.against(page.found.report)  # type: ignore[union-attr]


def test_what_a_test_call_is_stands_beside_its_figures(page: RankingPage) -> None:
    said = page.panels.tests.explained.text()
    assert said.startswith("A test call rings a client drawn at random")
    assert said.endswith("1 call in 20 is a test call.")


def test_the_sentence_opens_the_calls_by_key(qtbot: QtBot, page: RankingPage) -> None:
    assert page.found is not None
    page.headline.sentence.setFocus()
    QTest.keyClick(page.headline.sentence, Qt.Key.Key_Return)
    sheet = sheet_of(qtbot, page)
    worth = page.found.report.calls.worth
    assert sheet.total.text().startswith(f"320 calls: {worth:.0f} were worth the time, ")
    assert sheet.table.rows.rowCount() == 320
    assert sheet.table.hasFocus()
    heads = [sheet.table.rows.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert heads == ["Client", "When", "Promised", "What came"]
    newest = sheet.lines[0]
    assert sheet.table.rows.row(0).cells[2] == f"{100 * newest.promised:.1f} %"
    assert newest.at == max(line.at for line in sheet.lines)
    with qtbot.waitSignal(page.client_wanted):
        QTest.keyClick(sheet.table, Qt.Key.Key_Return)


def test_arrows_walk_over_the_dots_and_enter_opens_one(qtbot: QtBot, page: RankingPage) -> None:
    assert page.found is not None
    view, bins = page.panels.promised.view, page.found.report.calls.bins
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert f"{bins[-1].calls} calls, promised" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Return)
    sheet = sheet_of(qtbot, page)
    assert len(sheet.lines) == bins[-1].calls
    assert sum(line.came for line in sheet.lines) == bins[-1].worth


@pytest.mark.parametrize("panel", ["tests", "months"])
def test_a_click_on_a_part_opens_as_many_calls_as_it_says(
    qtbot: QtBot, page: RankingPage, panel: str
) -> None:
    assert page.found is not None
    view = getattr(page.panels, panel).view
    part = view.parts[1]
    box = part.box
    at = QPoint(round(box.left + box.width / 2), round(box.top + box.height / 2))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    report = page.found.report
    wanted = report.against.cold.calls if panel == "tests" else report.months[1].calls
    assert len(sheet_of(qtbot, page).lines) == wanted


def test_the_conversations_are_another_view_of_the_same_chart(
    qtbot: QtBot, page: RankingPage
) -> None:
    assert page.found is not None
    panel = page.panels.promised
    panel.title.choose(RankingKind.CONVERSATIONS)
    drawn(qtbot, page)
    assert panel.title.text() == "Conversations: what was promised and what came"
    assert len(panel.view.parts) == len(page.found.report.conversations.bins)
    page.open_rows(panel.view.parts[0].behind)
    assert len(sheet_of(qtbot, page).lines) == page.found.report.conversations.bins[0].calls


def test_another_period_is_read_anew(qtbot: QtBot, page: RankingPage) -> None:
    assert page.found is not None
    before = {month.month: month.calls for month in page.found.report.months}
    page.head.period.choose(month_period("2026-01"))
    qtbot.waitUntil(lambda: page.found is not None and page.found.period.first == "2026-01-01")
    assert page.found.report.calls.calls == before["2026-01"]
    page.head.period.choose(month_period("2020-01"))
    qtbot.waitUntil(lambda: page.found is not None and page.found.period.first == "2020-01-01")
    assert page.headline.isVisible()  # the period can be changed back
    assert page.head.period.isVisible()
    drawn(qtbot, page)
    assert page.panels.promised.view.finding.startswith("No call of the list")


def test_an_outcome_taken_elsewhere_is_seen_at_once(
    qtbot: QtBot, page: RankingPage, world: Agency
) -> None:
    client = world.client("Harbour Foods")
    world.outcome(client, result=Result.MEETING, worth=True)
    page.hear(frozenset({"calls"}))
    qtbot.waitUntil(lambda: page.found is not None and page.found.report.calls.calls == 321)


def test_the_page_and_a_chart_are_saved(qtbot: QtBot, page: RankingPage, tmp_path: Path) -> None:
    assert page.found is not None
    for name, kind in (("page.png", None), ("dots.svg", RankingKind.CALLS), ("page.csv", None)):
        with qtbot.waitSignal(page.output.said) as heard:
            page.output.save_to(page.found.report, tmp_path / name, kind)
        assert heard.args == [f"Saved {name}"]
        assert (tmp_path / name).stat().st_size > 500
    with qtbot.waitSignal(page.output.failed):
        page.output.save_to(page.found.report, tmp_path / "nowhere" / "page.png")


def test_the_chart_with_the_focus_is_copied(qtbot: QtBot, page: RankingPage) -> None:
    page.panels.months.view.setFocus()
    with qtbot.waitSignal(page.output.said):
        QTest.keyClick(page.panels.months.view, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.hasImage()
    assert copied.text().startswith("Month by month\nIn ")


def test_without_calls_it_says_what_will_be_here(qtbot: QtBot, blank_page: RankingPage) -> None:
    qtbot.waitUntil(blank_page.empty.isVisible)
    assert not blank_page.head.save.isVisible()
    assert not blank_page.head.period.isVisible()
    with qtbot.waitSignal(blank_page.today_wanted):
        blank_page.focus()
        button = blank_page.empty.focusProxy()
        assert button is not None
        assert button.hasFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_with_few_calls_it_says_that_it_is_too_early(
    qtbot: QtBot, theme: Theme, sqlite_location: str, local_db: Writer
) -> None:
    promise_world.year(Agency(local_db, NOW), 4, warm=30, tests=3)
    for page in opened(qtbot, theme, sqlite_location):
        drawn(qtbot, page)
        assert page.headline.sentence.text().startswith("Too early to tell: ")
        assert page.panels.tests.view.finding.startswith("Too early to tell what the list")
        assert "more test calls" in page.panels.tests.view.finding


def test_panels_stand_in_one_column_where_it_is_narrow(qtbot: QtBot, page: RankingPage) -> None:
    promised, tests = page.panels.promised, page.panels.tests
    assert tests.x() > promised.x()
    page.resize(700, 700)
    qtbot.waitUntil(lambda: tests.x() == promised.x())
    for label in page.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.mapTo(page, QPoint(label.width(), 0)).x() <= page.width()


def test_rows_of_a_client_with_a_hostile_name_stay_plain_text(
    qtbot: QtBot, page: RankingPage, world: Agency
) -> None:
    client = world.client("<b>Bold</b> & Sons")
    world.outcome(client, result=Result.MEETING, worth=True)
    page.open_rows(CallsBehind(Calls.LIST, "Calls of the list"))
    sheet = sheet_of(qtbot, page)
    assert sheet.table.rows.row(0).cells[0] == "<b>Bold</b> & Sons"
    assert sheet.table.rows.row(0).cells[3] == "Meeting booked, worth the time"


def test_matplotlib_is_not_loaded_before_a_chart_is_drawn() -> None:
    code = (
        "import sys, warmcalls.ui.ranking.page, warmcalls.ui.ranking.calls_sheet; "
        "sys.exit('matplotlib' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_share_of_test_calls_is_told_as_it_is_set(
    qtbot: QtBot, page: RankingPage, world: Agency
) -> None:
    with world.db.atomic():
        settings.save(world.db, test_share=0.1)
    page.hear(frozenset({"settings"}))
    tests = page.panels.tests
    qtbot.waitUntil(lambda: tests.explained.text().endswith("1 call in 10 is a test call."))
