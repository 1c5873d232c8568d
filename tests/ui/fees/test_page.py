"""The page of briefs and fees: what stands there, what is typed in, and that it can be undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.ui.fees.world import NOW, TODAY, row_of
from warmcalls.actions.begin import begin
from warmcalls.actions.briefs_and_fees import briefs_and_fees
from warmcalls.actions.exchange_rates import set_exchange_rate
from warmcalls.actions.fees import credit_fee
from warmcalls.store import month_figures, placements
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.fees import words
from warmcalls.ui.fees.brief_sheet import BriefSheet
from warmcalls.ui.fees.page import FeesPage
from warmcalls.ui.fees.placement_sheet import PlacementSheet
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme


def test_the_page_says_what_is_not_paid_and_what_waits(page: FeesPage, money: Agency) -> None:
    assert page.fees.headline.text() == "£6,900 not paid yet"
    assert page.fees.doubt.text() == (
        "£6,900 of it overdue  ·  1 placement not invoiced  ·  €3,000 waits for an exchange rate"
    )
    chips = {row_of(page, text).client: None for text in ("Fitter", "Welder", "€3,000")}
    assert list(chips) == ["Penhallow Foods", "Northmoor Logistics"]
    assert words.fee_chip(row_of(page, "Welder"), TODAY)[1:] == ("20 days overdue", "bad")
    assert page.briefs.headline.text() == "1 job brief is open"
    set_exchange_rate(money.db, "EUR", "2026-01-01", 0.9, now=NOW)
    assert briefs_and_fees(money.db, now=NOW).unpaid == 690_000 + 270_000


def test_rates_are_set_refused_and_removed(qtbot: QtBot, page: FeesPage) -> None:
    page.show_section("figures")
    assert "EUR waits for a rate" in page.figures.waiting.text()
    new = page.figures.new_rate
    assert new is not None
    for text, field in (("eur", new.code), ("-1", new.rate)):
        field.line.setText(text)
    new.set_button.click()
    assert "above nought" in new.rate.reason
    new.rate.line.setText("0.9")
    new.day.line.setText("1 jan")
    with qtbot.waitSignal(page.done):
        new.set_button.click()
    qtbot.waitUntil(lambda: page.fees.headline.text() == "£9,600 not paid yet")
    assert not new.code.text
    assert page.figures.rates is not None
    with qtbot.waitSignal(page.done):
        page.figures.rates.gone.emit(1)
    qtbot.waitUntil(lambda: "EUR waits" in page.figures.waiting.text())


def test_the_agency_s_own_currency_is_refused_aloud(qtbot: QtBot, page: FeesPage) -> None:
    with qtbot.waitSignal(page.failed) as heard:
        page.figures.rate_wanted.emit("GBP", 1.0, "")
    assert "own currency" in heard.args[0]


def test_a_month_s_figure_is_kept_refused_and_emptied(
    qtbot: QtBot, page: FeesPage, money: Agency
) -> None:
    page.show_section("figures")
    cells = page.figures.grid.cells[1]
    cells["candidates"].setText("some")
    cells["candidates"].keep()
    assert "no count" in page.figures.wrong.text()
    QTest.keyClick(cells["candidates"], Qt.Key.Key_Escape)
    assert not cells["candidates"].text()
    assert page.figures.wrong.isHidden()
    cells["cash"].setText("−1,250.50")
    with qtbot.waitSignal(page.done):
        cells["cash"].keep()
    typed = month_figures.typed(money.db, "2026-02", "2026-02")
    assert typed == {("2026-02", "cash"): -125_050}
    qtbot.waitUntil(lambda: cells["cash"].text() == "−£1,250.50")
    cells["cash"].setText("")
    with qtbot.waitSignal(page.done):
        cells["cash"].keep()
    assert month_figures.typed(money.db, "2026-02", "2026-02") == {}


def test_typing_finds_rows_and_esc_brings_all_back(qtbot: QtBot, page: FeesPage) -> None:
    QTest.keyClicks(page.finder, "priya")
    qtbot.waitUntil(lambda: page.fees.model.rowCount() == 1)
    QTest.keyClicks(page.finder, "zz")
    qtbot.waitUntil(lambda: page.fees.headline.text() == "Nothing found for “priyazz”")
    assert page.finder.isVisible()
    QTest.keyClick(page.finder, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.fees.model.rowCount() == 3)


def test_an_empty_page_has_one_button_that_makes_the_first(
    qtbot: QtBot, theme: Theme, sqlite_location: str, local_db: Writer
) -> None:
    del local_db
    tasks = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    page = FeesPage(theme, tasks, lambda: NOW)
    tasks.setParent(page)
    qtbot.addWidget(page)
    page.resize(1100, 692)
    page.show()
    qtbot.waitUntil(page.no_fees.isVisible)
    assert not page.placement_button.isVisible()
    page.no_fees.pressed.emit()
    assert isinstance(page.deeds.sheet, PlacementSheet)
    page.deeds.sheet.leave()
    page.show_section("briefs")
    page.no_briefs.pressed.emit()
    assert isinstance(page.deeds.sheet, BriefSheet)
    page.hide()
    tasks.stop()


def test_credit_notes_and_payments_read_as_they_are(money: Agency) -> None:
    fee = money.db.tuples("select id from fee where number = 'HL-1'")[0][0]
    credit_fee(money.db, fee, 690_000, on="2026-02-20", now=NOW)
    chips = {row.amount: words.fee_chip(row, TODAY)[1] for row in placements.money(money.db)}
    assert chips == {0: "Not invoiced", 300_000: "Not paid yet", 690_000: "Paid 20 Feb",
                     -690_000: "Credit note"}  # fmt: skip
