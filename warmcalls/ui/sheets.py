"""The sheets at the right: which opens for what, and the actions behind them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from warmcalls.actions.add_signal import add_signal
from warmcalls.actions.call_card import call_card
from warmcalls.actions.desk import desk
from warmcalls.actions.done import Done
from warmcalls.actions.explain import Explained, explain
from warmcalls.domain.calls import CallCard
from warmcalls.domain.errors import TakenError
from warmcalls.domain.incoming import Party
from warmcalls.domain.past import parse_past
from warmcalls.store import clients
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.sheet_host import Form, SheetHost
from warmcalls.ui.tasks import Task, Tasks
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.add_signal import AddSignalSheet, NewSignal
from warmcalls.ui.today.history import HistorySheet
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.why import WhySheet

if TYPE_CHECKING:
    from warmcalls.actions.saved_views import Choices
    from warmcalls.ui.clients.new_client import NewClientSheet

FILES = (
    "Lists and logs (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.log *.gz *.bz2 *.vcf);;All files (*)"
)
Heard = Callable[[list[tuple[int, str]]], None]


class Sheets(SheetHost):
    """The sheets that any page may ask for.

    Attributes:
        changed: topics that changed without a sentence to say.
        failed: a sheet could not be opened: the sentence.
        added: a client was added by hand: its id.
        client_wanted: a client shall be shown: its id.
        section_wanted: a section of the settings shall be shown: its id.
    """

    changed = Signal(object)
    failed = Signal(str)
    added = Signal(int)
    client_wanted = Signal(int)
    section_wanted = Signal(str)

    def __init__(
        self, window: QWidget, theme: Theme, tasks: Tasks, clock: Callable[[], int], zone: ZoneInfo
    ) -> None:
        super().__init__(window, theme, tasks, clock)
        self._zone = zone
        self._asking: Task[tuple[Explained, str]] | None = None

    def choose_files(self) -> None:
        """Ask for files to import."""
        names, _ = QFileDialog.getOpenFileNames(self._owner, "Choose files to import", "", FILES)
        if names:
            self.import_files([Path(name) for name in names])

    def import_files(self, paths: list[Path]) -> None:
        """Preview files and import them."""
        from warmcalls.ui.imports.sheet import ImportSheet

        if isinstance(self.sheet, ImportSheet):
            self.sheet.open(paths)
            return
        person_id = self.person_id
        sheet = ImportSheet(self._theme, self._tasks, self._clock, person_id)
        sheet.done.connect(self.changed)
        if self.open(sheet):
            sheet.open(paths)

    def add_client(self) -> None:
        """Ask for a new client."""

        def read(db: Reader) -> "tuple[Choices, str]":
            from warmcalls.actions.saved_views import choices
            from warmcalls.store import settings

            return choices(db), settings.load(db).currency

        task = self._tasks.read(read)
        task.finished.connect(lambda found: self._ask_client(*found))
        task.failed.connect(lambda error: self.failed.emit(str(error)))

    def _ask_client(self, choices: "Choices", currency: str) -> None:
        from warmcalls.ui.clients.new_client import NewClientSheet

        sheet = NewClientSheet(self._theme, choices, currency)
        sheet.submitted.connect(lambda party: self._add_client(sheet, party))
        sheet.name_typed.connect(lambda name: self._look_up(sheet, name))
        sheet.client_wanted.connect(lambda client_id: self._show_instead(sheet, client_id))
        self.open(sheet)

    def _look_up(self, sheet: "NewClientSheet", name: str) -> None:
        """Say while one types that a client of this name is here already."""

        def read(db: Reader) -> TakenError | None:
            from warmcalls.actions.add_client import check_new_name

            try:
                check_new_name(db, name)
            except TakenError as taken:
                return taken
            return None

        def show(taken: TakenError | None) -> None:
            if sheet is self.sheet:  # else it was closed meanwhile
                sheet.show_known(name, taken)

        self._tasks.read(read).finished.connect(show)

    def _show_instead(self, sheet: "NewClientSheet", client_id: int) -> None:
        sheet.leave()
        self.client_wanted.emit(client_id)

    def add_signal(self, client_id: int, client: str) -> None:
        """Ask what happened at a client."""
        sheet = AddSignalSheet(
            self._theme, client, lambda text: parse_past(text, self._clock(), self._zone)
        )
        sheet.submitted.connect(lambda new: self._add_signal(sheet, client_id, new))
        self.open(sheet)

    def why_not(self, client_id: int = 0) -> None:
        """Answer why a client stands where it stands; 0 asks about which."""
        sheet = WhySheet(self._theme, Now(self._clock, self._zone), self.find)
        sheet.asked.connect(lambda chosen: self._answer(sheet, chosen))
        sheet.history_wanted.connect(self.show_history)
        sheet.weights_wanted.connect(lambda: self._show_weights(sheet))
        if self.open(sheet) and client_id:
            self._answer(sheet, client_id)

    def _show_weights(self, sheet: WhySheet) -> None:
        sheet.leave()
        self.section_wanted.emit("signals")

    def show_history(self, client_id: int) -> None:
        """Show everything that happened at a client."""
        now, person = self._clock(), self.person

        def read(db: Reader) -> CallCard:
            return call_card(desk(db, now, person), client_id)

        def show(card: CallCard) -> None:
            self.open(HistorySheet(self._theme, Now(self._clock, self._zone), card))

        self._tasks.read(read).finished.connect(show)

    def find(self, typed: str, heard: Heard) -> None:
        """Look clients up by a part of their name; `heard` gets ids and names."""

        def read(db: Reader) -> list[tuple[int, str]]:
            found = clients.by_ids(db, clients.ids_like(db, typed)) if typed.strip() else {}
            return sorted(((c.id, c.name) for c in found.values()), key=lambda pair: pair[1])

        self._tasks.read(read).finished.connect(heard)

    def _add_client(self, sheet: Form, party: Party) -> None:
        now, person_id = self._clock(), self.person_id

        def add(db: Writer) -> Done:
            from warmcalls.actions.add_client import add_client

            return add_client(db, party, now=now, person_id=person_id)

        # first the pages hear of it, then the one that is seen goes to it
        task = self.write(sheet, add)
        task.finished.connect(lambda done: self.added.emit(done.id))

    def _add_signal(self, sheet: AddSignalSheet, client_id: int, new: NewSignal) -> None:
        now, person_id = self._clock(), self.person_id

        def action(db: Writer) -> Done:
            return add_signal(
                db,
                client_id,
                new.kind,
                at=min(new.at, now),
                now=now,
                subject=new.subject,
                note=new.note,
                person_id=person_id,
            )

        self.write(sheet, action)

    def _answer(self, sheet: WhySheet, client_id: int) -> None:
        """Work out the answer; only the client that was asked about last is told of."""
        now, person = self._clock(), self.person
        if self._asking is not None:
            self._asking.cancel()

        def read(db: Reader) -> tuple[Explained, str]:
            asked = desk(db, now, person)
            return explain(asked, client_id), asked.agency.currency

        def show(found: tuple[Explained, str]) -> None:
            if sheet is self.sheet:  # else it was closed meanwhile
                sheet.show_answer(*found)

        def refuse(error: Exception) -> None:
            if sheet is self.sheet:
                sheet.refuse(str(error))

        sheet.loading.show_loading(True)
        self._asking = task = self._tasks.read(read)
        task.finished.connect(show)
        task.failed.connect(refuse)
        for end in (task.finished, task.failed, task.cancelled):
            end.connect(lambda: self._asked(task))

    def _asked(self, task: Task[tuple[Explained, str]]) -> None:
        """Forget a question that has its answer: the task goes away by itself."""
        if self._asking is task:
            self._asking = None
