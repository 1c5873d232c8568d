"""The settings page: every change is an action, can be undone, and is refused at its field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from warmcalls.actions.begin import begin
from warmcalls.actions.import_files import import_file
from warmcalls.actions.undo import undo
from warmcalls.domain.kinds import Kind
from warmcalls.domain.pages import DEFAULT_PATTERNS
from warmcalls.store import people, settings
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.settings import pattern_text
from warmcalls.ui.settings.page import NAMES, SettingsPage
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

NOW = 1_772_526_600_000_000


@pytest.fixture
def two(local_db: Writer) -> Agency:
    """Two clients: a referral is worth more than a download."""
    made = Agency(local_db, NOW)
    made.recruiter()
    made.signal(made.client("Ashgrove Dental", phone="020 7946 0001"), Kind.REFERRAL)
    made.signal(made.client("Brightwater Housing", phone="020 7946 0002"), Kind.DOWNLOAD)
    return made


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, sqlite_location: str, two: Agency, tmp_path: Path
) -> Iterator[SettingsPage]:
    path = tmp_path / "clients.csv"
    path.write_text("Company,Phone\nCalloway Build,029 2018 0144\nDunmere,029 2018 0145\n,1\n")
    import_file(two.db, path, now=NOW)
    tasks = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    made = SettingsPage(theme, tasks, lambda: NOW)
    tasks.setParent(made)  # else a later test's lane may collect it, in its own thread
    qtbot.addWidget(made)
    made.resize(1100, 692)
    made.show()
    qtbot.waitUntil(lambda: made.people.table is not None)
    yield made
    made.hide()
    tasks.stop()


def test_a_bad_address_is_refused_at_its_field(
    qtbot: QtBot, page: SettingsPage, two: Agency
) -> None:
    entry = page.agency.addresses
    entry.editor.setText("203.0.113.7\n300.1.1.1")
    entry.editor.left.emit()
    assert "300.1.1.1" in entry.reason
    assert entry.editor.text() == "203.0.113.7\n300.1.1.1"
    assert settings.load(two.db).own_addresses == ()
    entry.editor.setText("203.0.113.7\n198.51.100.0/24")
    with qtbot.waitSignal(page.done):
        entry.editor.left.emit()
    assert not entry.reason
    assert settings.load(two.db).own_addresses == ("203.0.113.7/32", "198.51.100.0/24")


def test_what_is_typed_stays_when_the_page_refreshes(qtbot: QtBot, page: SettingsPage) -> None:
    page.agency.name.editor.setText("Half a na")
    with qtbot.waitSignal(page.done):
        page.agency.hosts.editor.setText("https://www.agency.co.uk/fees")
        page.agency.hosts.editor.left.emit()
    qtbot.waitUntil(lambda: page.agency.hosts.editor.text() == "www.agency.co.uk")
    assert page.agency.name.editor.text() == "Half a na"
    QTest.keyClick(page.agency.name.editor, Qt.Key.Key_A)
    QTest.keyClick(page.agency.name.editor, Qt.Key.Key_Escape)
    assert not page.agency.name.editor.text()


def test_the_order_of_the_list_is_chosen_in_words(
    qtbot: QtBot, page: SettingsPage, two: Agency
) -> None:
    with qtbot.waitSignal(page.done) as heard:
        page.agency.order.setCurrentIndex(1)
        page.agency.order.activated.emit(1)
    assert settings.load(two.db).value_power == 0.0
    undone = undo(two.db, now=NOW, entry_id=heard.args[0].undo)
    assert undone.said == "Undone: The list goes by most conversations"
    page.hear(undone.changed)
    qtbot.waitUntil(lambda: page.agency.order.currentText() == "Most money")


def test_a_wrong_line_is_named_and_not_saved(page: SettingsPage, two: Agency) -> None:
    section = page.pages
    section.editor.setPlainText("contact */hire-us*\nservics */fees/*\nguide\nguide fees")
    assert section.under.text().startswith('Line 2: "servics" is no kind of page.')
    assert "2 more" in section.under.text()
    assert not section.save.isEnabled()
    section.editor.submitted.emit()
    assert section.editor.textCursor().blockNumber() == 1
    assert settings.load(two.db).patterns == DEFAULT_PATTERNS


def test_lines_are_saved_and_put_back(qtbot: QtBot, page: SettingsPage, two: Agency) -> None:
    section = page.pages
    section.editor.setPlainText("services_page */fees/* */prices/*\n\nguide */fees-guide*")
    with qtbot.waitSignal(page.done):
        section.save.click()
    assert [p.pattern for p in settings.load(two.db).patterns] == [
        "*/fees/*",
        "*/prices/*",
        "*/fees-guide*",
    ]
    qtbot.waitUntil(section.back.isEnabled)
    with qtbot.waitSignal(page.done):
        section.back.click()
    assert settings.load(two.db).patterns == DEFAULT_PATTERNS


def test_a_path_is_tried_on_the_lines_as_they_stand(page: SettingsPage) -> None:
    section = page.pages
    section.editor.setPlainText("services */fees/*\nguide *salary*")
    section.trial.field.line.clear()
    QTest.keyClicks(section.trial.field.line, "https://agency.co.uk/salary-guide-2026?from=mail")
    assert section.trial.found.text() == "Salary Guide 2026"
    assert section.trial.why.text().startswith("Line 2 makes it a guide page")
    section.trial.field.line.clear()
    QTest.keyClicks(section.trial.field.line, "about")
    assert "No line fits it" in section.trial.why.text()


def test_lines_come_back_as_they_were_written() -> None:
    lines = pattern_text.read_lines(pattern_text.written(DEFAULT_PATTERNS))
    assert pattern_text.patterns_of(lines) == DEFAULT_PATTERNS


def test_a_person_changes_and_undo_puts_it_back(
    qtbot: QtBot, page: SettingsPage, two: Agency
) -> None:
    table = page.people.table
    assert table is not None
    row = next(iter(table.rows.values()))
    row.capacity.editor.setText("0")
    row.capacity.editor.left.emit()
    assert "Between 1 and" in row.capacity.reason
    row.capacity.editor.setText("35")
    with qtbot.waitSignal(page.done) as heard:
        row.capacity.editor.left.emit()
    assert people.everyone(two.db)[0].capacity == 35
    undone = undo(two.db, now=NOW, entry_id=heard.args[0].undo)
    page.hear(undone.changed)
    qtbot.waitUntil(lambda: row.capacity.editor.text() == "20")


def test_a_person_is_added_once(qtbot: QtBot, page: SettingsPage, two: Agency) -> None:
    new = page.people.new
    new.add.click()
    assert new.name.reason == "Write a name first."
    new.name.line.setText("Tom Reilly")
    with qtbot.waitSignal(page.done):
        new.add.click()
    assert [p.name for p in people.everyone(two.db)] == ["Beth Okafor", "Tom Reilly"]
    new.name.line.setText("tom reilly")
    new.add.click()
    qtbot.waitUntil(lambda: "here already" in new.name.reason)


def told(page: SettingsPage) -> str:
    return "\n".join(label.text() for label in page.imports.story.findChildren(QLabel))


def test_an_import_is_told_and_taken_back(qtbot: QtBot, page: SettingsPage, two: Agency) -> None:
    page.show_section("imports")
    qtbot.waitUntil(lambda: page.imports.story.back is not None)
    assert "clients.csv" in told(page)
    assert two.db.tuples("select count(*) from client")[0][0] == 4
    back = page.imports.story.back
    assert back is not None
    back.start.click()
    assert "2 clients" in back.said.text()
    with qtbot.waitSignal(page.done):
        back.yes.click()
    assert two.db.tuples("select count(*) from client")[0][0] == 2
    qtbot.waitUntil(lambda: "Taken back on Tue 3 March" in told(page))
    assert "taken back on" in page.imports.model.data(
        page.imports.model.index(0, 0), Qt.ItemDataRole.UserRole + 1
    )


def test_arrows_go_through_the_sections(page: SettingsPage) -> None:
    page.focus()
    for number in range(1, len(NAMES)):
        QTest.keyClick(page.tabs.focusWidget(), Qt.Key.Key_Right)
        assert page._stack.currentIndex() == number


def test_tab_goes_from_the_sections_through_the_fields(qtbot: QtBot, page: SettingsPage) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus()
    agency = page.agency
    order = (agency.name, agency.addresses, agency.hosts)
    fees = [entry.editor for entry in agency.fees.entries.values()]
    for stop in (*(entry.editor for entry in order), agency.order, *fees, agency.tests.editor):
        page.focusNextChild()
        assert stop.hasFocus(), stop.accessibleName()


def test_usual_fees_are_typed_by_tier(qtbot: QtBot, page: SettingsPage, two: Agency) -> None:
    entries = page.agency.fees.entries
    qtbot.waitUntil(lambda: entries["A"].editor.text() == "£9,000")
    entries["A"].editor.setText("nothing")
    entries["A"].editor.left.emit()
    assert "no amount" in entries["A"].reason
    entries["A"].editor.setText("0")
    entries["A"].editor.left.emit()
    assert entries["A"].reason == "It lies above nought."
    entries["A"].editor.setText("12k")
    with qtbot.waitSignal(page.done) as heard:
        entries["A"].editor.left.emit()
    assert heard.args[0].said == "Tier A: a placement brings £12,000"
    qtbot.waitUntil(lambda: entries["A"].editor.text() == "£12,000")
    assert settings.load(two.db).tier_fees["A"] == 1_200_000
    undone = undo(two.db, now=NOW, entry_id=heard.args[0].undo)
    assert undone.said == "Undone: Tier A: a placement brings £12,000"
    page.hear(undone.changed)
    qtbot.waitUntil(lambda: entries["A"].editor.text() == "£9,000")
