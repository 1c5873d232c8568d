"""The Clients page on a real database: asked, edited, pasted, tagged, taken back, refused."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from warmcalls.actions.begin import begin
from warmcalls.actions.undo import undo
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.client_query import Condition, Op, Order, Question
from warmcalls.domain.kinds import Kind
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.clients import copying, deeds
from warmcalls.ui.clients.page import ClientsPage
from warmcalls.ui.clients.sheets.filter_sheet import FilterSheet
from warmcalls.ui.clients.sheets.merge_sheet import MergeSheet
from warmcalls.ui.clients.sheets.paste_sheet import PasteSheet
from warmcalls.ui.clients.sheets.set_sheet import SetSheet
from warmcalls.ui.clients.sheets.tag_sheet import TagSheet
from warmcalls.ui.clients.sheets.view_sheet import ViewSheet
from warmcalls.ui.commands import shown
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.done import Done

NOW = 1_772_526_600_000_000  # 3 March 2026
NAMES = ("Ashgrove Dental", "Calloway Build", "Northmoor Logistics", "Penhallow Foods")


class World:
    """Four clients, one of them warm, and the page of them."""

    def __init__(self, db: Writer) -> None:
        self.db, self.agency = db, Agency(db, NOW)
        self.beth = self.agency.recruiter()
        tiers = ("B", "A", "A", "C")
        self.ids = [
            self.agency.client(name, tier=tier, phone=f"020 7946 00{number:02}")
            for number, (name, tier) in enumerate(zip(NAMES, tiers, strict=True))
        ]
        self.agency.signal(self.ids[2], Kind.FORM)
        self.done: list[Done] = []
        self.failed: list[str] = []

    def value(self, client_id: int, column: str) -> object:
        rows = self.db.query(f"select {column} as v from client where id = :id", id=client_id)
        return rows[0]["v"]


@pytest.fixture
def world(sqlite_location: str) -> Iterator[World]:
    db = begin(sqlite_location, now=NOW)
    yield World(db)
    db.close()


@pytest.fixture
def page(world: World, sqlite_location: str, theme: Theme, qtbot: QtBot) -> Iterator[ClientsPage]:
    tasks = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    made = ClientsPage(theme, tasks, lambda: NOW, ZoneInfo("Europe/London"))
    qtbot.addWidget(made)
    made.done.connect(world.done.append)
    made.failed.connect(world.failed.append)
    made.resize(1260, 800)
    made.show()
    qtbot.waitUntil(lambda: made.found is not None and bool(made.listing.model.ids))
    yield made
    tasks.stop()
    made.hide()
    QApplication.sendPostedEvents()


def names(page: ClientsPage) -> list[str]:
    model = page.listing.model
    found = [model.client(row) for row in range(model.rowCount())]
    return [row.name for row in found if row is not None]


Waits = Callable[[Callable[[], bool]], None]


def test_what_is_typed_is_looked_for(page: ClientsPage, qtbot: QtBot) -> None:
    assert names(page) == list(NAMES)
    QTest.keyClicks(page.head.search, "north")
    qtbot.waitUntil(lambda: names(page) == ["Northmoor Logistics"])
    assert page.listing.foot.said.text() == "1 of 1 chosen"
    page.head.search.setFocus()
    QTest.keyClick(page.head.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: names(page) == list(NAMES))


def test_a_search_without_an_answer_says_so(page: ClientsPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.head.search, "zz")
    qtbot.waitUntil(lambda: not page.listing.model.ids)
    assert page.listing.table.nothing == "No client has “zz”."


def test_filters_stand_as_chips_and_in_the_sheet(page: ClientsPage, qtbot: QtBot) -> None:
    page.ask(Question(where=(Condition("tier", Op.IS, ("A",)),)))
    qtbot.waitUntil(lambda: names(page) == ["Calloway Build", "Northmoor Logistics"])
    assert page.head.chips.words == ["Tier A"]
    page.looking.filters()
    sheet = page.host.sheet
    assert isinstance(sheet, FilterSheet)
    sheet.rows[0].value.line.setText("B, C")
    sheet.submit()
    qtbot.waitUntil(lambda: names(page) == ["Ashgrove Dental", "Penhallow Foods"])


def test_a_filter_that_lacks_its_value_is_asked_for(page: ClientsPage) -> None:
    page.looking.filters()
    sheet = page.host.sheet
    assert isinstance(sheet, FilterSheet)
    sheet.submit()
    assert sheet.rows[0].value.reason == "Say what it is compared with."
    assert page.host.sheet is sheet


def test_an_edit_is_saved_and_moves_no_row(world: World, page: ClientsPage, qtbot: QtBot) -> None:
    page.ask(Question(order=Order("tier", descending=True)))
    qtbot.waitUntil(lambda: names(page)[0] == "Penhallow Foods")
    page.listing.table.edited.emit([Edit(world.ids[3], "tier", "A")])
    qtbot.waitUntil(lambda: bool(world.done))
    assert world.value(world.ids[3], "tier") == "A"
    assert names(page)[0] == "Penhallow Foods"
    assert world.done[0].undo is not None
    undo(world.db, now=NOW, entry_id=world.done[0].undo)
    assert world.value(world.ids[3], "tier") == "C"


def test_a_day_without_its_year_is_the_last_one_by_the_clock_of_the_page(
    world: World, page: ClientsPage, qtbot: QtBot
) -> None:
    assert page.listing.model.cache.today() == date(2026, 3, 3)
    page.listing.table.edited.emit([Edit(world.ids[3], "since", "4 March")])
    qtbot.waitUntil(lambda: bool(world.done))
    assert world.value(world.ids[3], "since") == "2025-03-04"


def test_a_bad_edit_is_refused_and_the_old_value_kept(
    world: World, page: ClientsPage, qtbot: QtBot
) -> None:
    page.listing.table.edited.emit([Edit(world.ids[0], "fee", "lots")])
    qtbot.waitUntil(lambda: bool(world.failed))
    assert "lots" in world.failed[0]
    assert world.value(world.ids[0], "expected_fee") is None


def test_a_paste_with_bad_cells_asks_first(world: World, page: ClientsPage, qtbot: QtBot) -> None:
    edits = [Edit(world.ids[0], "sector", "Health"), Edit(world.ids[1], "tier", "X")]
    page.listing.table.pasted.emit(edits, "2 cells")
    qtbot.waitUntil(lambda: isinstance(page.host.sheet, PasteSheet))
    sheet = page.host.sheet
    assert isinstance(sheet, PasteSheet)
    assert world.value(world.ids[0], "sector") == ""
    sheet.verb.click()
    qtbot.waitUntil(lambda: bool(world.done))
    assert world.value(world.ids[0], "sector") == "Health"
    assert world.value(world.ids[1], "tier") == "A"


def test_a_good_paste_goes_in_at_once(world: World, page: ClientsPage, qtbot: QtBot) -> None:
    page.listing.table.pasted.emit([Edit(i, "sector", "Health") for i in world.ids], "4 cells")
    qtbot.waitUntil(lambda: bool(world.done))
    assert {world.value(i, "sector") for i in world.ids} == {"Health"}


def test_many_are_tagged_and_set_at_once(world: World, page: ClientsPage, qtbot: QtBot) -> None:
    page.listing.table.picker.all()
    page.doing.carry_out("tag")
    sheet = page.host.sheet
    assert isinstance(sheet, TagSheet)
    sheet.submit()
    assert sheet.add.reason
    sheet.add.line.setText("guide, drivers")
    sheet.submit()
    qtbot.waitUntil(lambda: len(world.done) == 1)
    assert {world.value(i, "tags") for i in world.ids} == {"drivers, guide"}
    page.doing.carry_out("owner")
    setting = page.host.sheet
    assert isinstance(setting, SetSheet)
    setting.values["owner"].line.setText("Nobody at all")
    setting.submit()
    qtbot.waitUntil(lambda: bool(setting.problem.text))
    setting.values["owner"].line.setText("Beth Okafor")
    setting.submit()
    qtbot.waitUntil(lambda: len(world.done) == 2)
    assert {world.value(i, "owner_id") for i in world.ids} == {world.beth.id}


def test_a_view_is_kept_and_comes_back(page: ClientsPage, qtbot: QtBot) -> None:
    page.ask(Question(where=(Condition("tier", Op.IS, ("A",)),)))
    page.show_columns(("name", "tier", "town"))
    page.doing.carry_out("save_view")
    sheet = page.host.sheet
    assert isinstance(sheet, ViewSheet)
    sheet.name.line.setText("My A clients")
    sheet.submit()
    qtbot.waitUntil(lambda: page.found is not None and page.found.views[-1].id > 0)
    assert page.found is not None
    assert page.found.views[-1].name == "My A clients"
    page.show_columns(("name", "fee"))
    page.ask(Question())
    page.show_view(page.found.views[-1])
    qtbot.waitUntil(lambda: names(page) == ["Calloway Build", "Northmoor Logistics"])
    assert list(page.columns) == ["name", "tier", "town"]
    current = page.views.tabs.current
    assert current is not None
    assert current.name == "My A clients"


def test_columns_and_panel_are_remembered(page: ClientsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.kept) as kept:
        page.show_columns(("name", "town", "tier"))
    page.listing.turn_panel()
    assert not page.listing.panel.isVisible()
    page.restore(kept.args[0])
    assert list(page.columns) == ["name", "town", "tier"]
    assert page.listing.panel.isVisible()
    page.restore("nonsense")
    assert list(page.columns) == ["name", "town", "tier"]


def test_a_client_is_gone_to_from_elsewhere(world: World, page: ClientsPage, qtbot: QtBot) -> None:
    page.ask(Question(text="north"))
    qtbot.waitUntil(lambda: names(page) == ["Northmoor Logistics"])
    page.show_client(world.ids[3])
    qtbot.waitUntil(lambda: page.listing.current == world.ids[3])
    assert page.question == Question()


def test_an_empty_agency_is_helped_on(sqlite_location: str, theme: Theme, qtbot: QtBot) -> None:
    begin(sqlite_location, now=NOW).close()
    tasks = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    made = ClientsPage(theme, tasks, lambda: NOW, ZoneInfo("Europe/London"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.empty.isVisible)
    with qtbot.waitSignal(made.wanted) as wanted:
        made.empty.pressed.emit()
    assert wanted.args[0] == "import"
    tasks.stop()


def test_another_question_is_shown_from_its_top_and_the_same_one_where_it_was(
    world: World, page: ClientsPage, qtbot: QtBot
) -> None:
    page.listing.table.choose(world.ids[2])
    page.refresh()
    qtbot.waitUntil(lambda: page.reading.is_idle)
    assert page.listing.current == world.ids[2]
    page.ask(Question(order=Order("name", descending=True)))
    qtbot.waitUntil(lambda: names(page)[0] == "Penhallow Foods")
    assert page.listing.current == world.ids[3]
    assert page.listing.chosen == [world.ids[3]]


def test_rows_that_are_not_read_yet_are_copied_as_they_are_shown(
    world: World, page: ClientsPage, qtbot: QtBot
) -> None:
    page.show_columns(("name", "tier"))
    with qtbot.waitSignal(page.looking.said) as told, qtbot.waitSignal(page.looking.busy):
        page.listing.table.copy_wanted.emit(world.ids[:2])
    assert told.args == ["Copied 2 rows"]
    assert QApplication.clipboard().text() == "Ashgrove Dental\tB\r\nCalloway Build\tA"
    assert not world.failed


def test_many_more_rows_than_a_sheet_reads_well_are_not_copied(
    world: World, page: ClientsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "MOST", 3)
    QApplication.clipboard().setText("before")
    page.looking.copy(world.ids)
    keys = shown("Ctrl+S")
    assert world.failed == [
        f"4 rows are too many to copy, the most is 3: export them instead, {keys}."
    ]
    assert QApplication.clipboard().text() == "before"


def test_what_was_copied_in_the_meantime_stays(
    world: World, page: ClientsPage, qtbot: QtBot
) -> None:
    held = threading.Event()
    page.reading._tasks.read_on(lambda _db, _step: held.wait(10))
    busy: list[bool] = []
    page.looking.busy.connect(busy.append)
    page.show_columns(("name",))
    page.looking.copy(world.ids)
    QApplication.clipboard().setText("by then")
    held.set()
    qtbot.waitUntil(lambda: busy == [True, False])
    assert QApplication.clipboard().text() == "by then"
    held.clear()
    page.reading._tasks.read_on(lambda _db, _step: held.wait(10))
    page.looking.copy(world.ids)
    page.looking.copy(world.ids[1:2])  # another copy ends the one before
    held.set()
    qtbot.waitUntil(lambda: busy[2:] == [True, True, False])
    assert QApplication.clipboard().text() == "Calloway Build"
    assert not world.failed


def test_short_reads_do_not_wait_for_a_long_paste(
    world: World, page: ClientsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deeds, "SHORT", 1)
    held = threading.Event()
    page.reading._tasks.read_on(lambda _db, _step: held.wait(10))
    edits = [Edit(client_id, "town", "Leeds") for client_id in world.ids]
    page.listing.table.pasted.emit(edits, "4 cells in 4 rows.")
    page.listing.table.pasted.emit([Edit(world.ids[0], "tier", "C")], "1 cell in 1 row.")
    qtbot.waitUntil(lambda: len(world.done) == 1)
    assert (world.value(world.ids[0], "tier"), world.value(world.ids[0], "town")) == ("C", "")
    held.set()
    qtbot.waitUntil(lambda: len(world.done) == 2)
    assert world.value(world.ids[3], "town") == "Leeds"


def test_who_has_an_identifier_is_shown_or_compared(
    world: World, page: ClientsPage, qtbot: QtBot
) -> None:
    page.listing.panel.deeds.client_wanted.emit(world.ids[3])
    qtbot.waitUntil(lambda: page.listing.current == world.ids[3])
    page.listing.panel.deeds.merge_wanted.emit(world.ids[3], world.ids[1])
    qtbot.waitUntil(lambda: isinstance(page.host.sheet, MergeSheet))
    assert not world.failed


def test_another_question_lets_go_of_who_was_chosen_and_another_order_does_not(
    world: World, page: ClientsPage, qtbot: QtBot
) -> None:
    page.listing.table.picker.all()
    page.ask(Question(order=Order("name", descending=True)))
    qtbot.waitUntil(lambda: names(page)[0] == "Penhallow Foods")
    assert len(page.listing.chosen) == len(world.ids)
    page.ask(Question(text="n"))
    qtbot.waitUntil(lambda: page.listing.model.rowCount() < len(world.ids))
    assert len(page.listing.chosen) == 1
