"""The sheets about money: what they ask, refuse and do."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.ui.fees.world import NOW, TODAY, row_of, submit
from warmcalls.actions.briefs_and_fees import MoneyFacts, briefs_and_fees, money_facts
from warmcalls.actions.undo import undo
from warmcalls.domain.placements import VacancyState
from warmcalls.store import placements, vacancies
from warmcalls.store.settings import load
from warmcalls.ui.fees.brief_sheet import BriefSheet
from warmcalls.ui.fees.close_sheet import CloseSheet
from warmcalls.ui.fees.fee_sheet import CreditSheet, FeeSheet, PaidSheet
from warmcalls.ui.fees.page import FeesPage
from warmcalls.ui.fees.placement_sheet import PlacementChangeSheet, PlacementSheet
from warmcalls.ui.theme import Theme


def test_a_payment_is_typed_in_words_and_undone(
    qtbot: QtBot, page: FeesPage, money: Agency
) -> None:
    row_of(page, "Welder")
    page.fees.bar.buttons["paid"].click()
    sheet = page.deeds.sheet
    assert isinstance(sheet, PaidSheet)
    sheet.day.line.setText("1 april")
    sheet.submit()
    qtbot.waitUntil(lambda: "still to come" in sheet.problem.text)
    sheet.day.line.setText("2 march")
    done = submit(qtbot, page)
    assert done.said == "Paid: £6,900 on 2 Mar 2026"
    qtbot.waitUntil(lambda: page.fees.headline.text() == "£0 not paid yet")
    undo(money.db, now=NOW, entry_id=done.undo)
    page.hear(frozenset({"placements"}))
    qtbot.waitUntil(lambda: page.fees.headline.text() == "£6,900 not paid yet")


def test_enter_on_a_placement_without_a_fee_asks_for_its_invoice(
    qtbot: QtBot, page: FeesPage, money: Agency
) -> None:
    row_of(page, "Fitter")
    QTest.keyClick(page.fees.table, Qt.Key.Key_Return)
    sheet = page.deeds.sheet
    assert isinstance(sheet, FeeSheet)
    sheet.submit()
    assert sheet.fee.reason == "Say what the fee is."
    sheet.fee.line.setText("4.8k")
    sheet.tax.line.setText("960")
    sheet.number.line.setText("HL-2")
    submit(qtbot, page)
    row = next(r for r in placements.money(money.db) if r.number == "HL-2")
    assert (row.amount, row.tax, row.title, row.invoiced_on) == (480_000, 96_000, "Fitter", TODAY)
    qtbot.waitUntil(lambda: "placement not" not in page.fees.doubt.text())


def test_a_fee_is_changed_and_credited(qtbot: QtBot, page: FeesPage, money: Agency) -> None:
    row = row_of(page, "Welder")
    page.deeds.about("fee", row)
    sheet = page.deeds.sheet
    assert isinstance(sheet, FeeSheet)
    assert sheet.fee.line.text() == "£6,900"
    sheet.due.line.setText("1 jan")
    sheet.submit()
    qtbot.waitUntil(lambda: "due before it is invoiced" in sheet.problem.text)
    sheet.due.line.setText("20 mar")
    submit(qtbot, page)
    page.deeds.about("credit", row)
    credit = page.deeds.sheet
    assert isinstance(credit, CreditSheet)
    credit.amount.line.setText("900")
    credit.why.line.setText("left after three weeks")
    assert submit(qtbot, page).said == "Credited £900 of HL-1"
    found = briefs_and_fees(money.db, now=NOW)
    assert (found.unpaid, found.overdue) == (600_000, 0)


def test_a_new_placement_needs_a_client_that_there_is(
    qtbot: QtBot, page: FeesPage, money: Agency
) -> None:
    page.placement_button.click()
    sheet = page.deeds.sheet
    assert isinstance(sheet, PlacementSheet)
    assert sheet.client is not None
    sheet.submit()
    assert sheet.client.reason == "Say which client it is."
    QTest.keyClicks(sheet.client.line, "o")
    qtbot.waitUntil(sheet.client.names.isVisible)
    QTest.keyClick(sheet.client.line, Qt.Key.Key_Down)
    QTest.keyClick(sheet.client.line, Qt.Key.Key_Up)
    QTest.keyClick(sheet.client.line, Qt.Key.Key_Return)
    assert (sheet.client.text, sheet.client.names.isVisible()) == ("Northmoor Logistics", False)
    sheet.job.line.setText("Planner")
    sheet.starts.line.setText("1 apr")
    submit(qtbot, page)
    (row,) = [r for r in placements.money(money.db) if r.day == "2026-04-01"]
    assert (row.client, row.fee_id) == ("Northmoor Logistics", 0)


def test_nobody_s_name_is_refused(qtbot: QtBot, page: FeesPage) -> None:
    page.show_section("briefs")
    page.brief_button.click()
    sheet = page.deeds.sheet
    assert isinstance(sheet, BriefSheet)
    assert sheet.client is not None
    QTest.keyClicks(sheet.client.line, "zzz")
    qtbot.waitUntil(lambda: bool(sheet.client and "add it first" in sheet.client.reason))
    sheet.leave()


def test_a_brief_is_filled_from_its_row(qtbot: QtBot, page: FeesPage, money: Agency) -> None:
    page.show_section("briefs")
    page.briefs.bar.buttons["placed"].click()
    sheet = page.deeds.sheet
    assert isinstance(sheet, PlacementSheet)
    assert (sheet.job.text, sheet.fee.text) == ("Planner", "£8,400")
    assert sheet.by.picker.currentText() == "Beth Okafor"
    sheet.starts.line.setText("today")
    submit(qtbot, page)
    assert vacancies.open_ones(money.db, load(money.db).zone) == []
    qtbot.waitUntil(lambda: page.briefs.headline.text() == "0 job briefs are open")


def test_a_brief_is_changed_closed_and_opened_again(
    qtbot: QtBot, page: FeesPage, money: Agency
) -> None:
    page.show_section("briefs")
    QTest.keyClick(page.briefs.table, Qt.Key.Key_Return)
    sheet = page.deeds.sheet
    assert isinstance(sheet, BriefSheet)
    sheet.terms.line.setText("20 %")
    sheet.by.picker.setCurrentIndex(0)
    submit(qtbot, page)
    qtbot.waitUntil(lambda: "20 %" in str(page.briefs.table.chosen))
    page.briefs.bar.buttons["close"].click()
    close = page.deeds.sheet
    assert isinstance(close, CloseSheet)
    close.ways.choose(1)
    submit(qtbot, page)
    (brief,) = vacancies.everything(money.db, load(money.db).zone)
    assert (brief.state, brief.terms, brief.by) == (VacancyState.WITHDRAWN, "20 %", "")
    qtbot.waitUntil(page.briefs.bar.buttons["reopen"].isVisible)
    with qtbot.waitSignal(page.done):
        page.briefs.bar.buttons["reopen"].click()
    assert len(vacancies.open_ones(money.db, load(money.db).zone)) == 1


def test_a_placement_is_changed(qtbot: QtBot, page: FeesPage, money: Agency) -> None:
    page.deeds.about("placement", row_of(page, "Fitter"))
    sheet = page.deeds.sheet
    assert isinstance(sheet, PlacementChangeSheet)
    sheet.candidate.line.setText("Jo Adeyemi")
    submit(qtbot, page)
    assert placements.money(money.db, text="adeyemi")[0].title == "Fitter"


def test_the_sheets_open_for_a_client_as_the_call_card_opens_them(
    qtbot: QtBot, theme: Theme, money: Agency
) -> None:
    client = int(money.db.tuples("select client_id from vacancy")[0][0])
    facts = money_facts(money.db, now=NOW, client_id=client)
    assert facts == MoneyFacts(TODAY, "GBP", facts.people, facts.briefs)
    sheet = PlacementSheet(theme, client, "Northmoor Logistics", facts)
    qtbot.addWidget(sheet)
    assert (sheet.client, sheet.job.text) == (None, "Planner")  # of the one open brief
    sheet.starts.line.setText("today")
    with qtbot.waitSignal(sheet.submitted) as heard:
        sheet.submit()
    done = heard.args[0].carry_out(money.db, now=NOW)
    assert done.said == "Placed at Northmoor Logistics: Planner, fee £8,400"
    brief = BriefSheet(theme, client, "Northmoor Logistics", facts)
    qtbot.addWidget(brief)
    brief.job.line.setText("Clerk")
    with qtbot.waitSignal(brief.submitted) as heard:
        brief.submit()
    assert heard.args[0].carry_out(money.db, now=NOW).said.endswith("Clerk")
