"""The whole window on a real database: a recruiter's morning with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.begin import begin
from warmcalls.domain.kinds import Kind
from warmcalls.store.opening import open_reader
from warmcalls.ui.clients.new_client import NewClientSheet
from warmcalls.ui.clients.page import ClientsPage
from warmcalls.ui.components.notes import Notes
from warmcalls.ui.desktop import Desktop
from warmcalls.ui.imports.sheet import ImportSheet
from warmcalls.ui.start import prepare
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.why import WhySheet

NO_KEY = Qt.KeyboardModifier.NoModifier
CLIENTS = "Company,Contact,Phone\nDropped Ltd,Jo Smith,020 7946 0777\n"


@pytest.fixture
def where(tmp_path: Path) -> str:
    """Where an agency of three warm clients is kept."""
    location = str(tmp_path / "warmcalls.db")
    db = begin(location, now=NOW)
    agency = Agency(db, NOW)
    agency.recruiter("Beth Okafor", capacity=10)
    for name, kind in (("Hot", Kind.FORM), ("Warm", Kind.DOWNLOAD), ("Mild", Kind.GUIDE_PAGE)):
        client = agency.client(name, contact=f"Contact of {name}", phone="020 7946 0001")
        agency.signal(client, kind)
    db.close()
    return location


@pytest.fixture
def desktop(where: str, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desktop]:
    made = Desktop(theme, tmp_path, where, lambda: NOW, prepare(where, NOW, demo=False))
    with qtbot.waitSignal(made.workday.listed):
        made.show()
    yield made
    made.window.close()
    made.window.deleteLater()


def type_keys(qtbot: QtBot, keys: str) -> None:
    for key in keys:
        qtbot.keyClicks(QApplication.focusWidget(), key)  # type: ignore[no-untyped-call]


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)  # type: ignore[no-untyped-call]


def press_undo(qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def outcomes(where: str) -> list[tuple[str, str, str, int | None]]:
    reader = open_reader(where)
    rows = reader.tuples(
        "select c.name, o.reach, o.result, o.worth from outcome o"
        " join client c on c.id = o.client_id order by o.id"
    )
    reader.close()
    return rows


def current(desktop: Desktop) -> str:
    call = desktop.page.current()
    assert call is not None
    return call.client


def test_a_morning_with_the_keyboard_alone(desktop: Desktop, where: str, qtbot: QtBot) -> None:
    assert current(desktop) == "Hot"
    with qtbot.waitSignal(desktop.workday.listed):
        type_keys(qtbot, "smy")
        assert current(desktop) == "Warm"
    with qtbot.waitSignal(desktop.workday.listed):
        type_keys(qtbot, "n")
    assert current(desktop) == "Mild"
    assert outcomes(where) == [("Hot", "spoke", "meeting", 1), ("Warm", "no_answer", "", None)]


def test_the_list_after_an_outcome_is_ranked_by_what_it_taught(
    desktop: Desktop, where: str, qtbot: QtBot
) -> None:
    def chance() -> float:
        call = desktop.page.current()
        assert call is not None
        assert call.client == "Warm"
        return call.worth_chance

    with qtbot.waitSignal(desktop.workday.listed):
        type_keys(qtbot, "smy")
        before = chance()
    assert chance() > before
    with qtbot.waitSignal(desktop.workday.listed):
        press_undo(qtbot)
    assert current(desktop) == "Hot"
    assert outcomes(where) == []


def test_undo_goes_back_also_after_several(desktop: Desktop, where: str, qtbot: QtBot) -> None:
    for keys in ("n", "v"):
        with qtbot.waitSignal(desktop.workday.listed):
            type_keys(qtbot, keys)
    for left in (1, 0):
        with qtbot.waitSignal(desktop.workday.listed):
            press_undo(qtbot)
        assert len(outcomes(where)) == left
    assert current(desktop) in {"Hot", "Warm", "Mild"}


def test_a_callback_takes_words(desktop: Desktop, where: str, qtbot: QtBot) -> None:
    type_keys(qtbot, "sc")
    type_keys(qtbot, "fri 2pm")
    with qtbot.waitSignal(desktop.workday.listed):
        press(qtbot, Qt.Key.Key_Return)
        type_keys(qtbot, "y")
    reader = open_reader(where)
    assert reader.tuples("select count(*) from standing where callback_at is not null") == [(1,)]
    reader.close()


def test_notes_take_letters_and_are_saved(desktop: Desktop, where: str, qtbot: QtBot) -> None:
    (notes,) = desktop.page.findChildren(Notes)
    qtbot.waitUntil(lambda: not notes.isReadOnly())
    type_keys(qtbot, "/")
    type_keys(qtbot, "snv needs 2 planners")
    desktop.page.flush()
    assert outcomes(where) == []

    def saved() -> None:
        reader = open_reader(where)
        notes = reader.tuples("select notes from client where name = 'Hot'")
        reader.close()
        assert notes == [("snv needs 2 planners",)]

    qtbot.waitUntil(lambda: _holds(saved))


def _holds(check: object) -> bool:
    try:
        check()  # type: ignore[operator]
    except AssertionError:
        return False
    return True


def test_do_not_call_takes_effect_everywhere(desktop: Desktop, where: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desktop.workday.listed):
        type_keys(qtbot, "sd")
    reader = open_reader(where)
    # the three share one number, so the objection bars it for all of them
    assert reader.tuples("select count(*) from standing where blocked <> ''") == [(3,)]
    reader.close()


def test_a_dropped_file_comes_in(
    desktop: Desktop, where: str, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "clients.csv"
    path.write_text(CLIENTS)
    desktop.window.files_dropped.emit([path])
    sheet = desktop.sheets.sheet
    assert isinstance(sheet, ImportSheet)
    button = sheet.buttons.import_button
    qtbot.waitUntil(lambda: button.isEnabled() and button.isVisible())
    with qtbot.waitSignal(desktop.workday.listed):
        button.click()
    reader = open_reader(where)
    assert reader.tuples("select count(*) from client where name = 'Dropped Ltd'") == [(1,)]
    reader.close()


def test_the_window_remembers_who_sits_here(
    where: str, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    for expected in (None, "Tom"):
        made = Desktop(theme, tmp_path, where, lambda: NOW, prepare(where, NOW, demo=False))
        if expected is None:
            db = begin(where, now=NOW)
            tom = Agency(db, NOW).recruiter("Tom")
            db.close()
            made.work_as(tom)
        else:
            assert made.workday.person is not None
            assert made.workday.person.name == expected
        made.close()
        made.window.deleteLater()
    del qtbot


def test_the_keys_work_again_after_a_sheet(desktop: Desktop, where: str, qtbot: QtBot) -> None:
    desktop.sheets.why_not()
    press(qtbot, Qt.Key.Key_Escape)
    with qtbot.waitSignal(desktop.workday.listed):
        type_keys(qtbot, "n")
    assert [row[0] for row in outcomes(where)] == ["Hot"]


def test_why_a_client_is_here_is_told_of_the_one_asked_about_last(
    desktop: Desktop, qtbot: QtBot
) -> None:
    first = desktop.page.current()
    desktop.page.step(1)
    last = desktop.page.current()
    assert first is not None
    assert last is not None
    desktop.window.run("why_here")
    sheet = desktop.sheets.sheet
    assert isinstance(sheet, WhySheet)
    with qtbot.waitSignal(sheet.told) as told:
        sheet.asked.emit(first.client_id)
        sheet.asked.emit(last.client_id)
    assert told.args == [last.client_id]
    assert sheet.view.client.text() == last.client
    sheet.weights.click()
    assert desktop.sheets.sheet is None
    assert desktop.window.shown == "settings"


def test_undo_takes_the_newest_back_also_a_note(desktop: Desktop, where: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desktop.workday.listed):
        type_keys(qtbot, "n")
    (notes,) = desktop.page.findChildren(Notes)
    qtbot.waitUntil(lambda: not notes.isReadOnly())
    type_keys(qtbot, "/")
    type_keys(qtbot, "a note")
    press(qtbot, Qt.Key.Key_Escape)
    with qtbot.waitSignal(desktop.workday.listed):
        press_undo(qtbot)
    assert [row[0] for row in outcomes(where)] == ["Hot"]
    reader = open_reader(where)
    assert reader.tuples("select count(*) from client where notes <> ''") == [(0,)]
    reader.close()


def test_undo_brings_the_card_back(desktop: Desktop, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(desktop.workday.listed):
            type_keys(qtbot, "n")
    for expected in ("Warm", "Hot"):
        with qtbot.waitSignal(desktop.workday.listed):
            press_undo(qtbot)
        assert current(desktop) == expected


def test_a_client_added_by_hand_is_shown_and_opened_where_it_is_here_already(
    desktop: Desktop, qtbot: QtBot
) -> None:
    desktop.window.show_page("clients")
    page = cast("ClientsPage", desktop.window.page("clients"))
    qtbot.waitUntil(lambda: bool(page.listing.model.ids))
    for name in ("New Ltd", "new"):
        page.add_new()
        qtbot.waitUntil(lambda: isinstance(desktop.sheets.sheet, NewClientSheet))
        sheet = cast("NewClientSheet", desktop.sheets.sheet)
        qtbot.keyClicks(sheet.company.line, name)  # type: ignore[no-untyped-call]
        if name == "new":
            qtbot.waitUntil(sheet.open_button.isVisible)
            page.listing.table.choose(page.listing.model.ids[0])
            sheet.open_button.click()
        else:
            sheet.submit()
        qtbot.waitUntil(lambda: _shows(page, "New Ltd"))
        assert desktop.sheets.sheet is None


def _shows(page: ClientsPage, name: str) -> bool:
    shown = page.listing.panel.shown
    return page.listing.current != 0 and shown is not None and shown.client.name == name
