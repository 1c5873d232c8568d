"""The import sheet: a real file from preview to rows, and back again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from warmcalls.actions.begin import begin
from warmcalls.domain.incoming_rules import Rule
from warmcalls.importers.mapping import Field
from warmcalls.store.opening import open_reader
from warmcalls.ui.forms.picker import Picker
from warmcalls.ui.imports.foot import State
from warmcalls.ui.imports.sheet import ImportSheet
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

NOW = 1_772_526_600_000_000
CLIENTS = """Company,Website,Contact,Role,E-mail,Phone,Tier,Remarks
Northmoor Logistics Ltd,northmoor.co.uk,Priya Nair,Owner,priya@northmoor.co.uk,01632 960123,A,x
Calloway Build,callowaybuild.co.uk,Sian Prosser,Commercial Manager,,029 2018 0144,B,<b>y</b>

"""
AGENT = '"Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36"'
LOG = (
    f'pc1.northmoor.co.uk - - [02/Mar/2026:09:00:01 +0000] "GET /fees HTTP/1.1" 200 9 "-" {AGENT}\n'
    f'203.0.113.9 - - [02/Mar/2026:09:00:02 +0000] "GET /style.css HTTP/1.1" 200 9 "-" {AGENT}\n'
    "garbage\n"
)
Names = Callable[[], list[str]]


@pytest.fixture
def tasks(sqlite_location: str) -> Iterator[Tasks]:
    begin(sqlite_location, now=NOW).close()
    made = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    yield made
    made.stop()


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[ImportSheet]:
    window = QWidget()
    window.resize(1280, 720)
    qtbot.addWidget(window)
    made = ImportSheet(theme, tasks, lambda: NOW, None)
    made.open_over(window)
    window.show()
    yield made
    window.hide()


@pytest.fixture
def client_file(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(CLIENTS)
    return path


@pytest.fixture
def names(sqlite_location: str) -> Names:
    def ask() -> list[str]:
        db = open_reader(sqlite_location)
        try:
            return [row[0] for row in db.tuples("select name from client order by name")]
        finally:
            db.close()

    return ask


def wait(qtbot: QtBot, sheet: ImportSheet, state: State) -> None:
    qtbot.waitUntil(lambda: sheet.state is state, timeout=10_000)


def press(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Space)


def choose(picker: Picker, value: str) -> None:
    picker.setCurrentIndex(picker.findData(value))
    picker.activated.emit(picker.currentIndex())


def test_from_a_file_to_clients_and_back(
    qtbot: QtBot, sheet: ImportSheet, client_file: Path, names: Names
) -> None:
    changed: list[frozenset[str]] = []
    sheet.done.connect(changed.append)
    sheet.open([client_file])
    wait(qtbot, sheet, State.READY)
    assert sheet.buttons.import_button.text() == "Import 2 lines"
    assert names() == []
    press(sheet.buttons.import_button)
    wait(qtbot, sheet, State.REPORTED)
    assert names() == ["Calloway Build", "Northmoor Logistics Ltd"]
    assert sheet.report.head.text() == "2 clients added"
    assert "clients" in changed[0]
    press(sheet.buttons.revert_button)
    wait(qtbot, sheet, State.TAKEN_BACK)
    assert names() == []
    with qtbot.waitSignal(sheet.closed):
        press(sheet.buttons.close_button)


def test_a_mapping_that_names_nobody_cannot_be_imported(
    qtbot: QtBot, sheet: ImportSheet, client_file: Path
) -> None:
    sheet.open([client_file])
    wait(qtbot, sheet, State.READY)
    naming = {Field.CLIENT, Field.CONTACT, Field.WEBSITE, Field.EMAIL}
    for line in sheet.preview.columns.lines:
        if line.field in naming:
            choose(line.says, Field.IGNORE.value)
    assert not sheet.buttons.import_button.isEnabled()
    assert not sheet.buttons.trial_button.isEnabled()
    assert "who the client is" in sheet.preview.warning.text()
    choose(sheet.preview.columns.lines[0].says, Field.CLIENT.value)
    assert sheet.buttons.import_button.isEnabled()
    assert sheet.buttons.trial_button.isEnabled()


def test_several_files_go_one_after_another_and_a_log_has_no_table(
    qtbot: QtBot, sheet: ImportSheet, client_file: Path, tmp_path: Path
) -> None:
    log = tmp_path / "access.log"
    log.write_text(LOG)
    sheet.open([log, client_file])
    wait(qtbot, sheet, State.READY)
    assert sheet.head.text() == "Import clients.csv  (1 of 2)"
    press(sheet.buttons.import_button)
    wait(qtbot, sheet, State.REPORTED)
    press(sheet.buttons.next_button)
    wait(qtbot, sheet, State.READY)
    assert sheet.preview.head.text().startswith("Website log")
    assert sheet.preview.table.isHidden()
    press(sheet.buttons.import_button)
    wait(qtbot, sheet, State.REPORTED)
    assert sheet.report.head.text() == "1 signal added"
    assert sheet.report.problems.lines.toPlainText().startswith("Line 3: ")


def test_what_is_no_table_is_refused_in_place(
    qtbot: QtBot, sheet: ImportSheet, tmp_path: Path
) -> None:
    path = tmp_path / "nothing.csv"
    path.write_text("")
    sheet.open([path])
    wait(qtbot, sheet, State.FAILED)
    assert sheet.error.text() == "nothing.csv is empty: nothing was imported."
    assert not sheet.buttons.close_button.isHidden()


def test_cancel_keeps_nothing_and_the_preview_comes_back(
    qtbot: QtBot, sheet: ImportSheet, client_file: Path, names: Names
) -> None:
    sheet.open([client_file])
    wait(qtbot, sheet, State.READY)
    press(sheet.buttons.import_button)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: sheet.state is not State.RUNNING, timeout=10_000)
    assert sheet.isVisible()
    if sheet.state is State.READY:  # else it was quicker than the key
        assert names() == []
        assert sheet.error.text() == "Cancelled: nothing of this file was kept."


def test_tab_stays_in_the_sheet(qtbot: QtBot, sheet: ImportSheet, client_file: Path) -> None:
    sheet.open([client_file])
    wait(qtbot, sheet, State.READY)
    window = sheet.window()
    for _ in range(25):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focus = window.focusWidget()
        assert focus is not None
        assert sheet.isAncestorOf(focus)


def test_an_ad_report_is_known_and_its_spend_told_and_taken_back(
    qtbot: QtBot, sheet: ImportSheet
) -> None:
    sheet.open([Path(__file__).parents[1] / "data" / "money" / "meta_by_day.csv"])
    wait(qtbot, sheet, State.READY)
    assert sheet.preview.head.text().startswith("Meta Ads report")
    assert sheet.buttons.import_button.text() == "Import 5 lines of spend"
    press(sheet.buttons.import_button)
    wait(qtbot, sheet, State.REPORTED)
    assert sheet.report.head.text() == "4 lines of spend added"
    assert "1 line is a refund" in sheet.report.under.text()
    press(sheet.buttons.revert_button)
    wait(qtbot, sheet, State.TAKEN_BACK)


def test_a_table_turns_into_invoices_by_a_choice(
    qtbot: QtBot, sheet: ImportSheet, tmp_path: Path
) -> None:
    path = tmp_path / "bills.csv"
    path.write_text("Customer,Date,Amount\nNorthmoor,2026-02-01,8000\n")
    sheet.open([path])
    wait(qtbot, sheet, State.READY)
    choose(sheet.preview.form.rows, "invoices")
    mapping = sheet.preview.mapping
    assert mapping is not None
    assert mapping.columns == {
        "Customer": Field.CLIENT,
        "Date": Field.INVOICED,
        "Amount": Field.AMOUNT,
    }
    assert sheet.buttons.import_button.text() == "Import 1 line"


def open_next(qtbot: QtBot, sheet: ImportSheet, path: Path) -> None:
    """Open a file when the one before is done."""
    sheet.open([path])
    qtbot.waitUntil(lambda: not sheet.buttons.next_button.isHidden(), timeout=10_000)
    press(sheet.buttons.next_button)
    wait(qtbot, sheet, State.READY)


@pytest.fixture
def later(qtbot: QtBot, sheet: ImportSheet, client_file: Path, tmp_path: Path) -> Path:
    """A file that says other things of clients that are in, open in the sheet."""
    sheet.open([client_file])
    wait(qtbot, sheet, State.READY)
    press(sheet.buttons.import_button)
    wait(qtbot, sheet, State.REPORTED)
    path = tmp_path / "later.csv"
    path.write_text(CLIENTS.replace("Owner", "Director").replace(",A,", ",C,") + "New,,,,,,,\n")
    open_next(qtbot, sheet, path)
    return path


def test_a_rule_of_a_column_is_tried_and_nothing_written(
    qtbot: QtBot, sheet: ImportSheet, later: Path, names: Names
) -> None:
    assert later.exists()
    columns, form = sheet.preview.columns, sheet.preview.form
    assert columns.common_rule is Rule.FILL
    role = next(line.rule for line in columns.lines if line.name == "Role")
    assert role is not None
    choose(role, "theirs")
    assert form.rule.currentText() == "As chosen below"
    assert columns.rules.to_json() == {"role": "theirs"}
    press(sheet.buttons.trial_button)
    wait(qtbot, sheet, State.TRIED)
    assert sheet.trial.head.text() == "1 new · 1 change · 1 as they are"
    assert sheet.trial.under.text() == "Role changes at 1 client. Nothing was written."
    assert names() == ["Calloway Build", "Northmoor Logistics Ltd"]
    assert sheet.buttons.import_button.text() == "Import 1 client, change 1"


def test_one_rule_for_all_is_tried_taken_and_remembered(
    qtbot: QtBot, sheet: ImportSheet, later: Path
) -> None:
    press(sheet.buttons.trial_button)
    wait(qtbot, sheet, State.TRIED)
    press(sheet.buttons.back_button)
    wait(qtbot, sheet, State.READY)
    choose(sheet.preview.form.rule, "theirs")
    press(sheet.buttons.trial_button)
    wait(qtbot, sheet, State.TRIED)
    assert sheet.trial.under.text().startswith("Role changes at 1 client, tier at 1.")
    press(sheet.buttons.import_button)
    wait(qtbot, sheet, State.REPORTED)
    assert sheet.report.head.text() == "1 client added, 1 changed"
    assert sheet.report.under.text().startswith("Role changed at 1 client, tier at 1.")
    open_next(qtbot, sheet, later)
    assert sheet.preview.columns.common_rule is Rule.THEIRS


def test_columns_of_one_field_share_their_rule(
    qtbot: QtBot, sheet: ImportSheet, tmp_path: Path
) -> None:
    path = tmp_path / "phones.csv"
    path.write_text("Company,Phone,Mobile,Do not call\nNorthmoor,01632 960123,07700 900123,no\n")
    sheet.open([path])
    wait(qtbot, sheet, State.READY)
    company, phone, mobile, objected = sheet.preview.columns.lines
    assert (company.rule, objected.rule) == (None, None)
    assert phone.rule is not None
    assert mobile.rule is not None
    choose(phone.rule, "keep")
    assert mobile.rule.rule is Rule.KEEP
    choose(mobile.says, Field.IGNORE.value)
    assert mobile.rule is None


def test_columns_that_say_nothing_wait_under_a_fold(
    qtbot: QtBot, sheet: ImportSheet, tmp_path: Path
) -> None:
    path = tmp_path / "wide.csv"
    extra = [f"Custom {i}" for i in range(12)]
    path.write_text(f"Company,Town,{','.join(extra)}\nNorthmoor,Leeds{',x' * 12}\n")
    sheet.open([path])
    wait(qtbot, sheet, State.READY)
    columns = sheet.preview.columns
    assert [line.name for line in columns.lines if not line.isHidden()] == ["Company", "Town"]
    assert columns.more.text() == "Show 12 columns that are not used"
    press(columns.more)
    assert not any(line.isHidden() for line in columns.lines)
    choose(columns.lines[5].says, Field.SECTOR.value)
    assert sheet.preview.mapping is not None
    assert sheet.preview.mapping.columns["Custom 3"] is Field.SECTOR


def test_a_known_export_has_rules_for_what_it_tells(
    qtbot: QtBot, sheet: ImportSheet, tmp_path: Path
) -> None:
    path = tmp_path / "hubspot.csv"
    path.write_text(
        "Record ID,Company name,Company owner,Industry,City\n1,Northmoor,,Logistics,Leeds\n"
    )
    sheet.open([path])
    wait(qtbot, sheet, State.READY)
    assert sheet.preview.head.text().startswith("HubSpot companies")
    assert [line.name for line in sheet.preview.columns.lines] == ["Sector", "Town"]
    assert sheet.preview.mapping is None
    choose(sheet.preview.form.rule, "keep")
    press(sheet.buttons.import_button)
    wait(qtbot, sheet, State.REPORTED)
    open_next(qtbot, sheet, path)
    assert sheet.preview.columns.common_rule is Rule.KEEP
