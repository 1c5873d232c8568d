"""Taking clients out from the window: the form, the files, the paper."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.conftest import NOW
from tests.importers.tables_reading import parties, read
from tests.reports import pdf_text
from warmcalls.actions.begin import begin
from warmcalls.domain.client_columns import SHOWN
from warmcalls.domain.client_query import Question
from warmcalls.domain.errors import CancelledError
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.charts.drawing import drawing_of
from warmcalls.ui.charts.printing import NO_PRINTER, set_up
from warmcalls.ui.clients.output import ClientOutput, Wanted, file_name
from warmcalls.ui.clients.sheets.export_sheet import ExportSaid, ExportSheet
from warmcalls.ui.tasks import Step, Tasks
from warmcalls.ui.theme import Theme

ALL = Wanted(Question(), SHOWN, "A tier, no contact")


@pytest.fixture
def output(qtbot: QtBot, sqlite_location: str, local_db: Writer) -> Iterator[ClientOutput]:
    """The way out of a page, over an agency of three clients."""
    agency = Agency(local_db, NOW)
    for name in ("Ashgrove", "Brook", "Calder"):
        agency.client(name, contact="Priya Nair")
    agency.signal(1)
    tasks = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    page = QWidget()
    tasks.setParent(page)
    qtbot.addWidget(page)
    yield ClientOutput(page, tasks, lambda: NOW)
    tasks.stop()


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> Iterator[ExportSheet]:
    """The form, over a window."""
    window = QWidget()
    window.resize(1280, 900)
    qtbot.addWidget(window)
    made = ExportSheet(theme, 38, 400, "Warm, not rung")
    made.open_over(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.setFocus()
    yield made
    window.close()


def saves(qtbot: QtBot, output: ClientOutput, said: ExportSaid, path: Path) -> str:
    with qtbot.waitSignal(output.done_said, timeout=20_000) as told:
        output.export_to(said, ALL, path)
    assert told.args is not None
    return str(told.args[0])


# The form


def test_the_verb_says_how_many_go_out(sheet: ExportSheet) -> None:
    assert sheet.verb.text() == "Export 38 clients…"
    sheet.which.choose(1)
    assert sheet.verb.text() == "Export 400 clients…"
    assert sheet.said() == ExportSaid(chosen=False, ending=".xlsx")


def test_a_keyboard_is_enough(qtbot: QtBot, sheet: ExportSheet) -> None:
    with qtbot.waitSignal(sheet.submitted) as told:
        QTest.keyClick(sheet.which.group.button(0), Qt.Key.Key_Down)
        sheet.way.setFocus()
        QTest.keyClick(sheet.way.group.button(0), Qt.Key.Key_Down)
        QTest.keyClick(sheet.way.group.button(1), Qt.Key.Key_Return)
    assert told.args == [ExportSaid(chosen=False, ending=".csv")]


def test_what_does_not_go_with_the_way_is_not_asked(sheet: ExportSheet) -> None:
    seen = {}
    for number, ending in enumerate((".xlsx", ".csv", ".vcf", ".pdf")):
        sheet.way.choose(number)
        assert sheet.ending == ending
        parts = (sheet.much, sheet.objected, sheet.print)
        seen[ending] = [not part.isHidden() for part in parts]
    assert seen == {
        ".xlsx": [True, False, False], ".csv": [True, False, False],
        ".vcf": [False, True, False], ".pdf": [False, False, True],
    }  # fmt: skip
    sheet.way.choose(0)
    sheet.much.choose(1)
    sheet.objected.setChecked(True)
    assert sheet.said() == ExportSaid(chosen=True, ending=".xlsx", everything=True)
    sheet.way.choose(2)
    assert sheet.said() == ExportSaid(chosen=True, ending=".vcf", with_objected=True)


def test_print_is_a_way_of_its_own(qtbot: QtBot, sheet: ExportSheet) -> None:
    sheet.way.choose(3)
    with qtbot.waitSignal(sheet.submitted) as told:
        sheet.print.click()
    assert told.args == [ExportSaid(chosen=True, ending=".pdf", on_paper=True)]


def test_more_than_paper_holds_is_refused_in_the_form(sheet: ExportSheet) -> None:
    sheet.which.choose(1)
    sheet.way.choose(3)
    for press in (sheet.submit, sheet.print.click):
        press()
        assert sheet.problem.text == "A call sheet holds at most 300 clients: choose fewer."
    sheet.which.choose(0)
    assert sheet.problem.text == ""
    assert sheet.said() == ExportSaid(chosen=True, ending=".pdf")


def test_with_nothing_chosen_all_of_the_view_go(theme: Theme, qtbot: QtBot) -> None:
    sheet = ExportSheet(theme, 0, 1)
    qtbot.addWidget(sheet)
    assert sheet.verb.text() == "Export 1 client…"
    assert sheet.said() == ExportSaid(chosen=False, ending=".xlsx")


# The files


def test_every_way_out_makes_a_real_file(
    qtbot: QtBot, output: ClientOutput, tmp_path: Path
) -> None:
    busy: list[bool] = []
    output.busy.connect(busy.append)
    book = tmp_path / "a.xlsx"
    assert saves(qtbot, output, ExportSaid(False, ".xlsx"), book) == "Exported 3 clients to a.xlsx"
    assert openpyxl.load_workbook(book)["Clients"].max_row == 4
    whole = tmp_path / "a.csv"
    said = ExportSaid(False, ".csv", everything=True)
    assert saves(qtbot, output, said, whole) == "Exported 3 clients with 3 contacts to a.csv"
    cards = tmp_path / "a.vcf"
    assert "3 contacts" in saves(qtbot, output, ExportSaid(False, ".vcf"), cards)
    assert len(parties(read(cards, form="vcard"))) == 3
    paper = tmp_path / "a.pdf"
    assert "on 1 page" in saves(qtbot, output, ExportSaid(False, ".pdf"), paper)
    assert "Ashgrove" in pdf_text.text_of(paper)
    qtbot.waitUntil(lambda: busy[-1] is False)


def test_why_it_could_not_be_saved_is_said(
    qtbot: QtBot, output: ClientOutput, tmp_path: Path
) -> None:
    for name in ("nowhere/a.csv", "nowhere/a.pdf"):
        with qtbot.waitSignal(output.failed) as told:
            output.export_to(ExportSaid(False, ".csv"), ALL, tmp_path / name)
        assert told.args is not None
        assert "There is no folder" in str(told.args[0])


def test_it_can_be_cancelled_and_the_old_file_stays(
    qtbot: QtBot, output: ClientOutput, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    output.export_to(ExportSaid(False, ".csv"), ALL, path)
    with qtbot.waitSignal(output.busy) as told:
        output.cancel()
    assert told.args == [False]
    assert path.read_text() == "old"


def test_short_reads_do_not_wait_for_a_long_one(qtbot: QtBot, output: ClientOutput) -> None:
    tasks, ended = output._tasks, []

    def long(_: Reader, step: Step) -> None:
        while True:
            step(1, 2)

    task = tasks.read_on(long)
    task.cancelled.connect(lambda: ended.append(True))
    with qtbot.waitSignal(tasks.read(lambda db: db.tuples("select 1")).finished, timeout=5000):
        pass
    assert not ended
    task.cancel()
    qtbot.waitUntil(lambda: bool(ended))


def test_a_long_read_ends_with_the_window(sqlite_location: str, local_db: Writer) -> None:
    del local_db
    tasks = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    stopped: list[bool] = []

    def long(_: Reader, step: Step) -> None:
        try:
            while True:
                step(1, 2)
        except CancelledError:
            stopped.append(True)
            raise

    tasks.read_on(long)
    tasks.stop()
    assert stopped in ([True], [])  # it may never have begun


def test_there_is_one_lane_that_draws(output: ClientOutput) -> None:
    assert drawing_of(output._tasks) is drawing_of(output._tasks)


def test_an_ending_that_is_not_typed_is_added(
    qtbot: QtBot, output: ClientOutput, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: QFileDialog) -> int:
        assert dialog.nameFilters() == ["vCards (*.vcf)"]
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("people")
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
    with qtbot.waitSignal(output.done_said):
        assert output.export(ExportSaid(False, ".vcf"), ALL)
    assert (tmp_path / "people.vcf").exists()
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 0)
    assert not output.export(ExportSaid(False, ".vcf"), ALL)


def test_a_name_becomes_a_files_name() -> None:
    assert file_name('A tier: "warm" / not rung?') == "A tier warm not rung"
    assert file_name("?") == "clients"


# The paper


def test_a_call_sheet_is_printed_page_by_page(
    qtbot: QtBot, output: ClientOutput, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    set_up(printer, "Call sheet")
    for which in ([3, 1], None):
        with qtbot.waitSignal(output.done_said, timeout=20_000) as told:
            output.print_on(printer, which)
        assert told.args == ["Printed 1 page"]
    assert pdf_text.pages_of(tmp_path / "printed.pdf") == 1


def test_without_a_printer_a_sentence_says_so(qtbot: QtBot, output: ClientOutput) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this computer has a printer")
    with qtbot.waitSignal(output.failed) as told:
        assert not output.export(ExportSaid(False, ".pdf", on_paper=True), ALL)
    assert told.args == [NO_PRINTER]
