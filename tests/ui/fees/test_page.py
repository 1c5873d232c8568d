"""The page of briefs and fees on a real database: written down, paid, taken back, refused."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from warmcalls.actions.begin import begin
from warmcalls.actions.done import Done
from warmcalls.actions.exchange_rates import set_exchange_rate
from warmcalls.actions.fees import Bill, credit_fee, record_fee
from warmcalls.actions.record_placement import record_placement
from warmcalls.actions.undo import undo
from warmcalls.actions.vacancies import add_vacancy
from warmcalls.domain.placements import FeeRow, VacancyState
from warmcalls.store import month_figures, placements, typed_figures, vacancies
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.store.settings import load
from warmcalls.ui.fees.deed_bar import deeds_of
from warmcalls.ui.fees.fee_model import Column
from warmcalls.ui.fees.page import FeesPage
from warmcalls.ui.fees.sheets.brief_sheet import BriefSheet
from warmcalls.ui.fees.sheets.credit_sheet import CreditSheet
from warmcalls.ui.fees.sheets.fee_sheet import FeeSheet
from warmcalls.ui.fees.sheets.month_sheet import MonthFiguresSheet
from warmcalls.ui.fees.sheets.placement_sheet import PlacementSheet
from warmcalls.ui.fees.sheets.rates_sheet import RatesSheet
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

NOW = 1_772_526_600_000_000  # 3 March 2026
Sheet = TypeVar("Sheet", bound=FormSheet)


class World:
    """An agency with a brief, an unpaid fee of January, one in euros, and the page of them."""

    def __init__(self, db: Writer) -> None:
        self.agency = Agency(db, NOW)
        self.db = db
        self.beth = self.agency.recruiter()
        self.northmoor = self.agency.client("Northmoor Logistics")
        self.calloway = self.agency.client("Calloway <b>Build</b>")
        self.brief = add_vacancy(
            db, self.northmoor, "Transport planner", now=NOW, fee=840_000, taken_on="2026-02-20"
        ).id
        record_placement(
            db, self.calloway, "Estimator", placed_on="2026-01-28", fee=600_000, now=NOW,
            candidate="Jo Adeyemi", number="HL-1", due_on="2026-02-27", by=self.beth.id,
        )  # fmt: skip
        bill = Bill(self.northmoor, 450_000, "2026-02-01", currency="EUR", number="HL-2")
        record_fee(db, bill, now=NOW)

    def fees(self) -> list[FeeRow]:
        return placements.money(self.db)


@pytest.fixture
def world(local_db: Writer) -> World:
    return World(local_db)


def made(qtbot: QtBot, theme: Theme, location: str) -> Iterator[FeesPage]:
    tasks = Tasks(lambda: open_reader(location), lambda: begin(location, now=NOW))
    page = FeesPage(theme, tasks, lambda: NOW)
    tasks.setParent(page)  # else a later test's lane may collect it, in its own thread
    qtbot.addWidget(page)
    page.resize(1100, 692)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: page._reading is None)
    page.focus()
    yield page
    page.hide()
    tasks.stop()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, sqlite_location: str, world: World) -> Iterator[FeesPage]:
    for each in made(qtbot, theme, sqlite_location):
        each.set_person(world.beth)
        yield each


@pytest.fixture
def empty(qtbot: QtBot, theme: Theme, sqlite_location: str, local_db: Writer) -> Iterator[FeesPage]:
    del local_db
    yield from made(qtbot, theme, sqlite_location)


def opened(qtbot: QtBot, page: FeesPage, kind: type[Sheet]) -> Sheet:
    """Wait for a sheet."""
    hosts = (page.deeds, page.figures)
    qtbot.waitUntil(lambda: any(isinstance(host.sheet, kind) for host in hosts))
    sheet = next(host.sheet for host in hosts if isinstance(host.sheet, kind))
    assert isinstance(sheet, kind)
    return sheet


def pressed(page: FeesPage, key: Qt.Key) -> None:
    QTest.keyClick(page.table, key)


def done_by(qtbot: QtBot, page: FeesPage) -> Done:
    """Wait for an action that was started, and for the page that shows it."""
    told: list[Done] = []
    page.done.connect(told.append)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: page._reading is None)
    return told[0]


def clients(page: FeesPage) -> list[str]:
    model = page.model
    return [model.index(row, Column.CLIENT).data() for row in range(model.rowCount())]


def type_in(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def focused_key(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_what_is_owed_longest_stands_first_and_sums_leave_unknown_money_out(
    page: FeesPage, world: World
) -> None:
    assert clients(page) == ["Calloway <b>Build</b>", "Northmoor Logistics", "Northmoor Logistics"]
    stands = [page.model.index(row, Column.STAND).data() for row in range(3)]
    assert stands == ["Unpaid 34 days", "Unpaid 30 days", "Open"]
    fees = [page.model.index(row, Column.FEE).data() for row in range(3)]
    assert fees == ["£6,000", "€4,500", "£8,400"]
    figures = {name: figure.text for name, figure in page.filters.figures.items()}
    assert figures == {
        "Expected": "", "Invoiced": "£6,000", "Paid": "£0", "Still to come": "£6,000",
    }  # fmt: skip
    assert page.note.text.startswith("1 fee in EUR (€4,500) waits for an exchange rate.")
    tabs = [button.text() for button in page.filters._group.buttons()]
    assert tabs == ["All  3", "Open briefs  1", "Placements  1", "Fees  2"]
    del world


def test_filter_find_and_sort(page: FeesPage) -> None:
    page.filters.choose(1)
    assert clients(page) == ["Northmoor Logistics"]
    assert page.filters.figures["Expected"].text == "£8,400"
    page.filters.choose(0)
    QTest.keyClicks(page.head.search, "adeyemi")
    assert clients(page) == ["Calloway <b>Build</b>"]
    QTest.keyClicks(page.head.search, " zzz")
    assert clients(page) == []
    assert page.table.nothing == "Nothing here has “adeyemi zzz” in it."
    QTest.keyClick(page.head.search, Qt.Key.Key_Escape)
    page.table.sort_by(Column.FEE)
    fees = [page.model.index(row, Column.FEE).data() for row in range(3)]
    assert fees == ["£8,400", "£6,000", "€4,500"], "what waits for a rate stands last"
    page.table.sort_by(Column.FEE)
    assert page.model.index(0, Column.FEE).data() == "£6,000"
    head = page.model.headerData(Column.FEE, Qt.Orientation.Horizontal)
    assert head == "Fee ↑"


def test_p_marks_as_paid_today_and_undo_takes_it_back(
    qtbot: QtBot, page: FeesPage, world: World
) -> None:
    pressed(page, Qt.Key.Key_P)
    done = done_by(qtbot, page)
    assert done.said == "Paid: £6,000 on 3 Mar 2026"
    assert [fee.paid_on for fee in world.fees()] == ["", "2026-03-03"]
    assert page.filters.figures["Paid"].text == "£6,000"
    chosen = page.table.chosen
    assert chosen is not None
    assert chosen.stand.words == "Paid 3 Mar 2026", "the row stays chosen where it went"
    page.show_said(done.said, done.undo)
    with qtbot.waitSignal(page.undo_wanted) as wanted:
        page.toast.undo()
    assert wanted.args == [done.undo]
    taken = undo(world.db, now=NOW, entry_id=done.undo)
    page.hear(taken.changed)
    qtbot.waitUntil(lambda: page.filters.figures["Paid"].text == "£0")


def test_what_cannot_be_paid_says_why(qtbot: QtBot, page: FeesPage, world: World) -> None:
    page.table.choose(("brief", world.brief))
    with qtbot.waitSignal(page.failed) as told:
        pressed(page, Qt.Key.Key_P)
    assert told.args == ["A job brief has nothing to pay."]
    pay = next(fee for fee in world.fees() if fee.number == "HL-1")
    page.table.choose(("fee", pay.fee_id))
    pressed(page, Qt.Key.Key_P)
    done_by(qtbot, page)
    with qtbot.waitSignal(page.failed) as told:
        pressed(page, Qt.Key.Key_P)
    assert told.args == ["It was paid on 3 Mar 2026 already."]


def test_a_placement_is_recorded_by_keyboard_and_fills_its_brief(
    qtbot: QtBot, page: FeesPage, world: World
) -> None:
    page.add_new()
    sheet = opened(qtbot, page, PlacementSheet)
    type_in("moor")
    assert sheet.client is not None
    qtbot.waitUntil(sheet.client.names.isVisible)
    focused_key(Qt.Key.Key_Return)
    assert sheet.client.text == "Northmoor Logistics"
    qtbot.waitUntil(lambda: not sheet.brief.isHidden())
    sheet.brief.choose(world.brief)
    assert (sheet.job.text, sheet.invoice.fee.text) == ("Transport planner", "£8,400")
    sheet.candidate.line.setText("Ada Byrne")
    sheet.first_day.line.setText("16 Mar")
    sheet.invoice.number.line.setText("HL-3")
    sheet.first_day.setFocus()
    focused_key(Qt.Key.Key_Return)
    done = done_by(qtbot, page)
    assert done.said == "Placed at Northmoor Logistics: Transport planner, fee £8,400"
    fee = next(fee for fee in world.fees() if fee.number == "HL-3")
    assert (fee.candidate, fee.day, fee.invoiced_on) == ("Ada Byrne", "2026-03-16", "2026-03-16")
    assert (fee.amount, fee.by) == (840_000, "Beth Okafor")
    (brief,) = vacancies.everything(world.db, load(world.db).zone)
    assert brief.state is VacancyState.FILLED
    undo(world.db, now=NOW, entry_id=done.undo)
    assert len(world.fees()) == 2
    assert len(vacancies.open_ones(world.db, load(world.db).zone)) == 1


def test_nonsense_is_refused_at_its_field_and_kept(
    qtbot: QtBot, page: FeesPage, world: World
) -> None:
    page.deeds.placement(world.northmoor, "Northmoor Logistics")
    sheet = opened(qtbot, page, PlacementSheet)
    assert sheet.client is None
    part = sheet.invoice
    typed = {
        sheet.first_day: "the 40th", part.fee: "€8,000", part.due: "1 Jan", part.currency: "££",
    }  # fmt: skip
    for field, text in typed.items():
        field.line.setText(text)
    with qtbot.assertNotEmitted(sheet.submitted):
        sheet.submit()
    assert {field: field.text for field in typed} == typed
    assert sheet.job.reason == "Say which job it is."
    assert sheet.first_day.reason.startswith("“the 40th” is no day")
    assert part.fee.reason == "That is EUR: choose EUR as its currency first."
    assert "three letters" in part.currency.reason
    assert QApplication.focusWidget() is sheet.job.line
    sheet.job.line.setText("Planner")
    sheet.first_day.line.setText("2 Mar")
    part.currency.line.setText("GBP")
    part.fee.line.setText("")
    for why, mend in (
        ("Say how much is invoiced, or leave the invoice empty.", (part.fee, "8,000")),
        ("It would be due before it is invoiced.", (part.due, "1 Apr")),
    ):
        with qtbot.assertNotEmitted(sheet.submitted):
            sheet.submit()
        assert mend[0].reason == why
        mend[0].line.setText(mend[1])
    part.paid.line.setText("tomorrow")
    sheet.submit()
    assert part.paid.reason == "A payment cannot lie ahead."
    assert part.paid.text == "tomorrow"
    assert len(world.fees()) == 2


def test_what_the_action_refuses_stands_over_the_form(
    qtbot: QtBot, page: FeesPage, world: World
) -> None:
    page.deeds.placement(world.calloway, "Calloway <b>Build</b>")
    sheet = opened(qtbot, page, PlacementSheet)
    assert sheet.head.textFormat() is Qt.TextFormat.PlainText
    for field, text in (
        (sheet.job, "Buyer"), (sheet.first_day, "today"), (sheet.invoice.fee, "5000"),
        (sheet.invoice.number, "HL-1"),
    ):  # fmt: skip
        field.line.setText(text)
    sheet.submit()
    qtbot.waitUntil(lambda: "HL-1" in sheet.problem.text)
    assert sheet.isVisible()
    assert sheet.invoice.number.text == "HL-1"


def test_a_brief_is_added_changed_closed_and_opened_again(
    qtbot: QtBot, page: FeesPage, world: World
) -> None:
    page.deeds.brief(world.calloway, "Calloway <b>Build</b>")
    sheet = opened(qtbot, page, BriefSheet)
    sheet.job.line.setText("Buyer")
    sheet.fee.line.setText("7.5k")
    sheet.terms.editor.setPlainText("20 %\n8 weeks")
    sheet.submit()
    made_id = done_by(qtbot, page).id
    page.table.choose(("brief", made_id))
    pressed(page, Qt.Key.Key_E)
    sheet = opened(qtbot, page, BriefSheet)
    assert (sheet.fee.text, sheet.terms.text) == ("£7,500", "20 %\n8 weeks")
    sheet.fee.line.setText("")
    sheet.submit()
    done_by(qtbot, page)
    brief = next(v for v in vacancies.everything(world.db, load(world.db).zone) if v.id == made_id)
    assert (brief.fee, brief.title, brief.taken_on, brief.by) == (
        None, "Buyer", "2026-03-03", "Beth Okafor",
    )  # fmt: skip
    page.table.choose(("brief", made_id))
    page.bar.buttons["close"].click()
    closing = opened(qtbot, page, FormSheet)
    closing.submit()
    done_by(qtbot, page)
    page.table.choose(("brief", made_id))
    chosen = page.table.chosen
    assert chosen is not None
    assert chosen.stand.words == "Lost"
    assert deeds_of(chosen, "2026-03-03") == ("reopen", "edit", "client")
    page.bar.buttons["reopen"].click()
    assert done_by(qtbot, page).said == "Buyer: open again"


def test_a_fee_is_changed_and_credited(qtbot: QtBot, page: FeesPage, world: World) -> None:
    pressed(page, Qt.Key.Key_Return)
    sheet = opened(qtbot, page, FeeSheet)
    assert sheet.invoice.fee.text == "£6,000"
    sheet.invoice.fee.line.setText("6,200")
    sheet.invoice.due.line.setText("")
    sheet.submit()
    done_by(qtbot, page)
    fee = next(fee for fee in world.fees() if fee.number == "HL-1")
    assert (fee.amount, fee.due_on) == (620_000, "")
    page._more("credit")
    credit = opened(qtbot, page, CreditSheet)
    credit.amount.line.setText("7000")
    credit.submit()
    assert credit.amount.reason == "The fee was £6,200: no more can go back."
    credit.amount.line.setText("200")
    credit.submit()
    done_by(qtbot, page)
    rows = range(page.model.rowCount())
    fees = [page.model.index(row, Column.FEE).data() for row in rows]
    assert "−£200" in fees
    assert page.filters.figures["Still to come"].text == "£6,000"


def test_a_credit_note_needs_an_invoice(qtbot: QtBot, page: FeesPage, world: World) -> None:
    page.table.choose(("brief", world.brief))
    with qtbot.waitSignal(page.failed) as told:
        page._more("credit")
    assert told.args == ["Choose the invoice that is credited first."]


def test_a_placement_without_a_fee_waits_for_its_invoice(
    qtbot: QtBot, page: FeesPage, world: World
) -> None:
    placed = record_placement(
        world.db, world.northmoor, "Driver", placed_on="2026-03-02", fee=None, now=NOW
    ).id
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.table.choose(("placement", placed))
    page.bar.buttons["invoice"].click()
    sheet = opened(qtbot, page, FeeSheet)
    assert sheet.invoice.invoiced.text == "2 Mar 2026"
    sheet.invoice.fee.line.setText("3000")
    sheet.submit()
    done_by(qtbot, page)
    assert [f.placement_id for f in world.fees() if f.amount == 300_000] == [placed]


def test_a_rate_is_typed_in_and_the_euros_count(qtbot: QtBot, page: FeesPage, world: World) -> None:
    page.note.button.click()
    sheet = opened(qtbot, page, RatesSheet)
    assert (sheet.currency.text, QApplication.focusWidget()) == ("EUR", sheet.rate.line)
    for wrong in ("0,865", "0", "a lot"):
        sheet.rate.line.setText(wrong)
        sheet.submit()
        assert sheet.rate.reason
        assert sheet.rate.text == wrong
    sheet.rate.line.setText("0.86")
    sheet.submit()
    done_by(qtbot, page)
    assert page.note.text == ""
    assert page.filters.figures["Still to come"].text == "£9,870"
    assert sheet.isVisible()
    (line,) = typed_figures.rates(world.db)
    sheet.removed.emit(line.id)
    done_by(qtbot, page)
    assert page.note.text.startswith("1 fee in EUR")


def test_figures_of_a_month_are_one_step_back(qtbot: QtBot, page: FeesPage, world: World) -> None:
    page._more("months")
    sheet = opened(qtbot, page, MonthFiguresSheet)
    assert sheet.month.text == "February 2026"
    sheet.submit()
    assert sheet.candidates.reason == "Nothing of this month is new."
    sheet.candidates.line.setText("12.5")
    sheet.submit()
    assert sheet.candidates.reason == "Write a whole number, nought or more."
    sheet.candidates.line.setText("1,240")
    sheet.cash.line.setText("-£4,000")
    sheet.submit()
    done = done_by(qtbot, page)
    february = {("2026-02", "candidates"): 1240, ("2026-02", "cash"): -400_000}
    assert month_figures.typed(world.db, "2026-01", "2026-03") == february
    sheet.month.line.setText("Jan 2026")
    sheet.month.changed.emit()
    assert (sheet.candidates.text, sheet.cash.text) == ("", "")
    sheet.month.show_month("2026-02")
    said = ("1,240", "−£4,000")  # once the sheet has read the month again
    qtbot.waitUntil(lambda: (sheet.candidates.text, sheet.cash.text) == said)
    sheet.month.line.setText("April 2026")
    sheet.submit()
    assert sheet.month.reason == "April 2026 is still to come."
    undo(world.db, now=NOW, entry_id=done.undo)
    assert month_figures.typed(world.db, "2026-01", "2026-03") == {}


def test_one_sheet_at_a_time(qtbot: QtBot, page: FeesPage) -> None:
    page.add_new()
    opened(qtbot, page, PlacementSheet)
    page.figures.rates()
    opened(qtbot, page, RatesSheet)
    assert page.deeds.sheet is None


def test_the_client_of_a_row_is_wanted(qtbot: QtBot, page: FeesPage, world: World) -> None:
    with qtbot.waitSignal(page.client_wanted) as told:
        page.bar.buttons["client"].click()
    assert told.args == [world.calloway]


def test_what_was_said_is_heard_and_names_are_plain(page: FeesPage, world: World) -> None:
    model, first = page.model, 0
    said = model.index(first, Column.STAND).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "How it stands: Unpaid 34 days, 4 days overdue"
    tip = model.index(first, Column.CLIENT).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    row = model.row_of(("brief", world.brief))
    said = model.index(row, Column.FEE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Fee: £8,400 expected"
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget


def test_an_empty_page_has_one_sentence_and_one_button(qtbot: QtBot, empty: FeesPage) -> None:
    assert empty._stack.currentWidget() is empty.empty
    empty.empty.pressed.emit()
    sheet = opened(qtbot, empty, PlacementSheet)
    type_in("nobody")
    assert sheet.client is not None
    qtbot.waitUntil(lambda: bool(sheet.client and sheet.client.reason))
    assert sheet.client.text == "nobody"


def test_a_settled_credit_and_a_planned_invoice_are_no_debt(
    qtbot: QtBot, page: FeesPage, world: World
) -> None:
    fee = next(fee for fee in world.fees() if fee.number == "HL-1")
    credit_fee(world.db, fee.fee_id, 600_000, on="2026-03-02", now=NOW)
    record_fee(world.db, Bill(world.northmoor, 100_000, "2026-05-01"), now=NOW)
    set_exchange_rate(world.db, "EUR", "2026-01-01", 0.5, now=NOW)
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    figures = {name: figure.text for name, figure in page.filters.figures.items()}
    assert (figures["Invoiced"], figures["Paid"]) == ("£2,250", "£0")
    assert figures["Still to come"] == "£3,250"
