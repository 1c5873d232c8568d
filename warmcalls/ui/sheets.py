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
from warmcalls.actions.why_not import WhyNot, why_not
from warmcalls.domain.calls import CallCard
from warmcalls.domain.errors import TakenError
from warmcalls.domain.incoming import Party
from warmcalls.domain.past import parse_past
from warmcalls.store import clients
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.sheet_host import Form, SheetHost
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.add_signal import AddSignalSheet, NewSignal
from warmcalls.ui.today.history import HistorySheet
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.why_not import WhyNotSheet

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
    """

    changed = Signal(object)
    failed = Signal(str)
    added = Signal(int)
    client_wanted = Signal(int)

    def __init__(
        self, window: QWidget, theme: Theme, tasks: Tasks, clock: Callable[[], int], zone: ZoneInfo
    ) -> None:
        super().__init__(window, theme, tasks, clock)
        self._zone = zone

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

    def why_not(self, client_id: int | None = None) -> None:
        """Answer about a client, or ask about which."""
        sheet = WhyNotSheet(self._theme, self.find)
        sheet.asked.connect(lambda chosen: self._answer(sheet, chosen))
        sheet.history_wanted.connect(self.show_history)
        self.open(sheet)
        if client_id is not None:
            self._answer(sheet, client_id)

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

    def _answer(self, sheet: WhyNotSheet, client_id: int) -> None:
        now, person = self._clock(), self.person

        def read(db: Reader) -> WhyNot:
            return why_not(desk(db, now, person), client_id)

        task = self._tasks.read(read)
        task.finished.connect(sheet.show_answer)
        task.failed.connect(lambda error: sheet.refuse(str(error)))
