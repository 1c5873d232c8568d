"""The Results page: the answer, its charts, the rows behind them, and what can be done."""

import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.reports import examples, pdf_text
from warmcalls.actions.done import Done
from warmcalls.actions.undo import undo
from warmcalls.domain.behind import FeeLine, Rows
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Model
from warmcalls.reports.charts.kinds import Kind
from warmcalls.reports.charts.look import PAPER, look_of
from warmcalls.reports.charts.shades import between, contrast, strongest
from warmcalls.store import campaigns, settings
from warmcalls.ui.charts.chart_view import ChartView
from warmcalls.ui.charts.printing import NO_PRINTER, print_pictures, set_up
from warmcalls.ui.charts.saving import as_image
from warmcalls.ui.fees.sheets.month_sheet import MonthFiguresSheet
from warmcalls.ui.results.behind_sheet import BehindSheet
from warmcalls.ui.results.output import statement_pictures
from warmcalls.ui.results.page import ResultsPage
from warmcalls.ui.results.statement_sheet import StatementSheet
from warmcalls.ui.theme import DARK, LIGHT, Theme


def view(page: ResultsPage, kind: Kind) -> ChartView:
    return next(panel.view for panel in page.panels.charts if panel.view.kind is kind)


def part_number(found: ChartView, rows: Rows) -> int:
    parts = enumerate(found.parts)
    return next(n for n, p in parts if p.behind is not None and p.behind.rows is rows)


def middle(found: ChartView, number: int) -> QPoint:
    box = found.parts[number].box
    return QPoint(round(box.left + box.width / 2), round(box.top + box.height / 2))


def opened(qtbot: QtBot, page: ResultsPage) -> BehindSheet:
    qtbot.waitUntil(lambda: isinstance(page.sheets.sheet, BehindSheet))
    sheet = page.sheets.sheet
    assert isinstance(sheet, BehindSheet)
    qtbot.waitUntil(lambda: sheet.total.text() != "Reading…")
    return sheet


def test_the_answer_and_eight_charts_are_there_for_every_reader(page: ResultsPage) -> None:
    results = page.results
    assert results is not None
    assert page.headline.sentence.text().startswith("Marketing helped you take home £")
    assert "per £1" in page.headline.accessibleName()
    assert len(page.panels.charts) == 8
    for panel in page.panels.charts:
        assert panel.title.text()
        assert panel.view.finding in panel.view.accessibleName()
    assert page.notes.text().splitlines() == list(results.notes)


def test_nothing_of_matplotlib_is_loaded_with_the_page() -> None:
    code = (
        "import sys, warmcalls.ui.results.page, warmcalls.ui.results.behind_sheet, "
        "warmcalls.ui.results.statement_sheet, warmcalls.reports.saving\n"
        "sys.exit(any(name.startswith('matplotlib') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_click_on_a_bar_opens_its_rows(qtbot: QtBot, page: ResultsPage) -> None:
    months = view(page, Kind.MONTHS)
    spend = part_number(months, Rows.SPEND)
    QTest.mouseClick(months, Qt.MouseButton.LeftButton, pos=middle(months, spend))
    sheet = opened(qtbot, page)
    assert sheet.behind.rows is Rows.SPEND
    amount = months.parts[spend].words.partition("spend ")[2]
    assert sheet.total.text().endswith(amount)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert page.sheets.sheet is None


def test_the_keyboard_alone_gets_to_the_rows(qtbot: QtBot, page: ResultsPage) -> None:
    found = view(page, Kind.CAMPAIGNS)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Down)
    assert found.accessibleDescription() == found.parts[0].words
    QTest.keyClick(found, Qt.Key.Key_Down)
    assert found.accessibleDescription() == found.parts[1].words
    QTest.keyClick(found, Qt.Key.Key_End)
    QTest.keyClick(found, Qt.Key.Key_Home)
    QTest.keyClick(found, Qt.Key.Key_Return)
    sheet = opened(qtbot, page)
    assert sheet.behind == found.parts[0].behind
    assert sheet.table.rows.rowCount() > 0
    client = sheet.table.rows.row(0).client_id
    with qtbot.waitSignal(page.client_wanted) as heard:
        QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    assert heard.args == [client]
    assert page.sheets.sheet is None


def test_arrows_go_up_and_down_in_the_funnel_and_across_the_months(page: ResultsPage) -> None:
    funnel, months = view(page, Kind.FUNNEL), view(page, Kind.MONTHS)
    for found, key in ((funnel, Qt.Key.Key_Down), (months, Qt.Key.Key_Right)):
        found.setFocus()
        said = []
        for _ in range(4):
            QTest.keyClick(found, key)
            said.append(found.accessibleDescription())
        assert said == [part.words for part in found.parts[:4]]
    QTest.keyClick(funnel, Qt.Key.Key_Up)
    assert funnel.accessibleDescription() == funnel.parts[2].words


def test_a_sheet_closed_before_its_rows_come_is_no_matter(qtbot: QtBot, page: ResultsPage) -> None:
    found = view(page, Kind.FUNNEL)
    page.open_rows(found.kind, found.parts[0].behind)
    assert page.sheets.sheet is not None
    page.sheets.sheet.leave()
    page.do("statement")
    assert page.sheets.sheet is not None
    page.sheets.sheet.leave()
    page.open_rows(found.kind, found.parts[1].behind)
    opened(qtbot, page)


def test_rows_are_taken_along_as_a_file(qtbot: QtBot, page: ResultsPage, tmp_path: Path) -> None:
    found = view(page, Kind.CAMPAIGNS)
    page.open_rows(found.kind, found.parts[0].behind)
    sheet = opened(qtbot, page)
    assert page.found is not None
    path = tmp_path / "rows.xlsx"
    page.output.export_to(sheet.behind.title, sheet.lines, page.found.zone, path)
    qtbot.waitUntil(lambda: page.toast.text() == "Saved rows.xlsx")
    book = openpyxl.load_workbook(path)
    assert book.worksheets[0].max_row == len(sheet.lines) + 1


def test_the_headline_opens_the_fees_it_speaks_of(qtbot: QtBot, page: ResultsPage) -> None:
    page.headline.sentence.setFocus()
    QTest.keyClick(page.headline.sentence, Qt.Key.Key_Return)
    sheet = opened(qtbot, page)
    assert page.results is not None
    fees = [line for line in sheet.lines if isinstance(line, FeeLine)]
    assert sum(fee.amount for fee in fees) == page.results.taken
    assert sheet.behind.title.startswith("Fees paid in ")


def test_the_owners_line_is_typed_where_it_stands_and_can_be_undone(
    qtbot: QtBot, page: ResultsPage, world: Agency
) -> None:
    QTest.keyClick(page.headline.edit, Qt.Key.Key_Return)
    field = page.headline.editor.field
    assert field.hasFocus()
    assert field.selectedText() == "2"
    QTest.keyClicks(field, "£3,50")
    with qtbot.waitSignal(page.done) as heard:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert settings.load(world.db).owner_line == 3.5
    qtbot.waitUntil(lambda: page.results is not None and page.results.line == 3.5)
    assert page.headline.editor.isHidden()
    done = heard.args[0]
    assert isinstance(done, Done)
    page.hear(undo(world.db, now=world.now, entry_id=done.undo).changed)
    qtbot.waitUntil(lambda: page.results is not None and page.results.line == 2)


def test_a_line_that_cannot_be_is_refused_where_it_is_typed(
    qtbot: QtBot, page: ResultsPage, world: Agency
) -> None:
    editor = page.headline.editor
    for typed in ("lots", "0", "-1", "nan", "inf", "1e9", ""):
        page.headline.edit.click()
        editor.field.setText(typed)
        QTest.keyClick(editor.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: editor.said.property("role") == "bad")
        assert editor.field.text() == typed
        QTest.keyClick(editor.field, Qt.Key.Key_Escape)
        assert editor.isHidden()
    assert settings.load(world.db).owner_line == 2


def test_what_is_asked_is_answered(qtbot: QtBot, page: ResultsPage, world: Agency) -> None:
    campaign = campaigns.id_by_name(world.db, "Webinars")
    page.head.campaign.choose(campaign)
    qtbot.waitUntil(lambda: _asked(page, "campaign_id") == campaign)
    page.head.credit.choose(Model.FIRST)
    page.head.sector.choose("Care")
    qtbot.waitUntil(lambda: _asked(page, "sector") == "Care")
    assert _asked(page, "model") is Model.FIRST
    page.head.period.choose(Period("2025-12-01", "2026-02-28"))
    qtbot.waitUntil(lambda: _asked(page, "first") == "2025-12-01")
    assert page.results is not None
    assert [month.month for month in page.results.months] == ["2025-12", "2026-01", "2026-02"]
    assert [earner.name for earner in page.results.campaigns] in (["Webinars"], [])


def _asked(page: ResultsPage, name: str) -> object:
    return getattr(page.results.asked, name) if page.results else None


def test_a_failure_is_said_and_what_was_there_stays(
    qtbot: QtBot, page: ResultsPage, world: Agency
) -> None:
    before = page.results
    with qtbot.waitSignal(page.failed) as heard:
        page.head.campaign.set_choices([(None, "All"), (999, "Gone")])
        page.head.campaign.choose(999)
    assert "not there any more" in heard.args[0]
    assert page.results is before
    del world


def test_the_other_way_of_counting_changes_both_upper_charts(
    qtbot: QtBot, page: ResultsPage
) -> None:
    upper, beside = page.panels.charts[:2]
    upper.title.choose(Kind.INVOICED_PAID)
    qtbot.waitUntil(lambda: upper.title.text() == "All fees, invoiced against paid")
    qtbot.waitUntil(lambda: beside.view.finding.count("invoiced") == 1)
    assert beside.view.kind is Kind.ADDED_UP_PAID
    page.panels.charts[2].title.choose(Kind.CHANNELS)
    qtbot.waitUntil(lambda: page.panels.charts[2].title.text().startswith("Return per channel"))


def _colours(image: QImage) -> set[str]:
    wide, high = image.width(), image.height()
    points = ((x, y) for x in range(0, wide, 3) for y in range(0, high, 3))
    return {QColor(image.pixel(x, y)).name().upper() for x, y in points}


def test_charts_follow_the_theme(qtbot: QtBot, page: ResultsPage, theme: Theme) -> None:
    months = view(page, Kind.MONTHS)
    assert LIGHT.good in _colours(months.grab().toImage())
    theme.choose("dark")
    try:
        qtbot.waitUntil(lambda: DARK.good in _colours(months.grab().toImage()))
        assert LIGHT.good not in _colours(months.grab().toImage())
    finally:
        theme.choose("light")


def test_a_chart_is_drawn_to_its_new_width_and_never_blank(qtbot: QtBot, page: ResultsPage) -> None:
    months = view(page, Kind.MONTHS)
    before = months.width()
    page.resize(1100, 692)
    assert months.width() < before
    assert LIGHT.good in _colours(months.grab().toImage())  # the old picture, until the new one
    qtbot.waitUntil(lambda: months.is_drawn)
    assert months.parts[-1].box.left < months.width()


def test_before_there_is_anything_one_sentence_and_one_button(
    qtbot: QtBot, blank_page: ResultsPage
) -> None:
    assert blank_page.empty.isVisible()
    with qtbot.waitSignal(blank_page.page_wanted):
        blank_page.empty.pressed.emit()
    with qtbot.waitSignal(blank_page.page_wanted):
        blank_page.head.deed.emit("fees")


def test_a_c_that_is_not_recorded_is_typed_in_at_once(qtbot: QtBot, page: ResultsPage) -> None:
    found = view(page, Kind.FOUR_CS)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Home)
    assert "month figures" in found.accessibleDescription()
    QTest.keyClick(found, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(page.figures.sheet, MonthFiguresSheet))
    sheet = page.figures.sheet
    assert isinstance(sheet, MonthFiguresSheet)
    sheet.candidates.show_amount(140)
    with qtbot.waitSignal(page.done) as heard:
        sheet.submitted.emit(sheet.said())
    assert heard.args[0].said == "February 2026: 140 candidates"
    qtbot.waitUntil(lambda: page.results is not None and page.results.four_cs[-1].candidates == 140)
    sheet.leave()


def test_the_statement_is_seen_chosen_and_copied(qtbot: QtBot, page: ResultsPage) -> None:
    page.do("statement")
    sheet = page.sheets.sheet
    assert isinstance(sheet, StatementSheet)
    qtbot.waitUntil(lambda: bool(_papers(sheet)))
    assert "marketing helped you take home" in _papers(sheet)[0].accessibleName()
    wanted = sheet.month.findText("December 2025")
    sheet.month.setCurrentIndex(wanted)
    sheet.month.activated.emit(wanted)
    qtbot.waitUntil(lambda: sheet.statement is not None and sheet.statement.month == "2025-12")
    sheet.buttons["copy"].click()
    assert "December 2025" in QGuiApplication.clipboard().text()
    assert page.toast.text() == "Copied the statement as text"


def _papers(sheet: StatementSheet) -> list[QLabel]:
    return [
        label for label in sheet.findChildren(QLabel)
        if isinstance(label.pixmap(), QPixmap) and label.pixmap().height() > 300
    ]  # fmt: skip


def test_a_statement_is_saved_as_a_pdf(qtbot: QtBot, page: ResultsPage, tmp_path: Path) -> None:
    path = tmp_path / "statement.pdf"
    page.output.save_statement_to(examples.statement(), path)
    qtbot.waitUntil(lambda: page.toast.text() == "Saved statement.pdf")
    assert pdf_text.pages_of(path) == 1


def _says(page: ResultsPage, words: str) -> bool:
    return page.toast.text() == words


def test_the_page_is_saved_and_what_cannot_be_is_said(
    qtbot: QtBot, page: ResultsPage, tmp_path: Path
) -> None:
    assert page.results is not None
    for ending in ("pdf", "xlsx"):
        path = tmp_path / f"results.{ending}"
        page.output.save_to(page.results, path)
        qtbot.waitUntil(partial(_says, page, f"Saved {path.name}"))
        assert path.stat().st_size > 1000
    with qtbot.waitSignal(page.failed) as heard:
        page.output.save_to(page.results, tmp_path / "results.doc")
    assert "none of them" in heard.args[0]


def test_copying_puts_a_picture_and_its_words_on_the_clipboard(
    qtbot: QtBot, page: ResultsPage
) -> None:
    page.do("copy")
    qtbot.waitUntil(lambda: page.toast.text().startswith("Copied the page"))
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert data.text().startswith(page.headline.small.text())
    found = view(page, Kind.FUNNEL)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.toast.text().startswith("Copied the chart"))
    assert found.finding in QGuiApplication.clipboard().text()


def test_without_a_printer_a_sentence_says_so(qtbot: QtBot, page: ResultsPage) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this computer has a printer")
    with qtbot.waitSignal(page.failed) as heard:
        QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [NO_PRINTER]


def test_pages_are_printed_one_a_sheet(page: ResultsPage, tmp_path: Path) -> None:
    del page
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    set_up(printer, "Statement")
    long = replace(examples.statement(), wins=examples.statement().wins * 12)
    images = [as_image(each) for each in statement_pictures(long, 60)]
    assert print_pictures(printer, images) == f"Printed {len(images)} pages"
    assert len(images) > 1
    assert pdf_text.pages_of(tmp_path / "printed.pdf") == len(images)


def test_names_from_data_are_plain_text(qtbot: QtBot, page: ResultsPage, world: Agency) -> None:
    with world.db.atomic():
        world.db.execute("update client set name = '<b>=1+1</b> ' || id")
    found = view(page, Kind.FUNNEL)
    page.open_rows(found.kind, found.parts[0].behind)
    sheet = opened(qtbot, page)
    index = sheet.table.rows.index(0, 0)
    assert index.data().startswith("<b>=1+1</b>")
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_news_that_matter_are_read(qtbot: QtBot, page: ResultsPage, world: Agency) -> None:
    before = page.found
    page.hear(frozenset({"experiments"}))
    assert page.found is before
    assert page.results is not None
    before_spend = page.results.spend
    with world.db.atomic():
        world.db.execute("update spend set amount = amount + 100000")
    page.hear(frozenset({"campaigns"}))
    qtbot.waitUntil(lambda: page.results is not None and page.results.spend > before_spend)


def test_paper_has_the_light_themes_colours() -> None:
    assert look_of(LIGHT.by_name()) == PAPER


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_the_strongest_cell(tokens: object) -> None:
    look = look_of(tokens.by_name())  # type: ignore[attr-defined]
    share = strongest(look.surface, look.good, look.text)
    assert 0.3 < share <= 1
    assert contrast(look.text, between(look.surface, look.good, share)) >= 4.5
