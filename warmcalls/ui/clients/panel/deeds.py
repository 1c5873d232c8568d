"""What can be done in the panel of a client: its forms, and the actions behind them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from warmcalls.actions.done import Done
from warmcalls.domain.client_panel import ContactLine
from warmcalls.domain.fit import IdealClient
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.components.focus_keeper import FocusKeeper
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Step, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.contact_said import ContactSaid, PhoneSaid
    from warmcalls.ui.clients.sheets.identifier_sheet import IdentifierSaid
    from warmcalls.ui.forms.form_sheet import FormSheet


class PanelDeeds(SheetHost):
    """Contacts, identifiers, the ideal client, notes.

    Attributes:
        failed: something without a sheet was refused: the sentence.
        client_wanted: another client shall be shown: its id.
        merge_wanted: two clients shall be compared: the one shown, and the other.
    """

    failed = Signal(str)
    client_wanted = Signal(int)
    merge_wanted = Signal(int, int)

    def __init__(
        self, owner: QWidget, theme: Theme, tasks: Tasks, clock: Callable[[], int]
    ) -> None:
        super().__init__(owner, theme, tasks, clock)
        self.keeper = FocusKeeper(owner)

    def open(self, sheet: SideSheet) -> bool:
        """Open a sheet, and remember where the focus was in the panel."""
        self.keeper.keep()
        return super().open(sheet)

    # Contacts

    def contact(self, client_id: int, client: str, line: ContactLine | None) -> None:
        """Ask for everything of a contact; without one, of a new one."""
        if line is not None and not line.id:
            self.front_desk(client_id, client, line)
            return
        from warmcalls.ui.clients.sheets.contact_sheet import ContactSheet

        sheet = ContactSheet(self._theme, client, line)
        now, person_id = self._clock(), self.person_id

        def save(said: "ContactSaid", db: Writer) -> Done:
            from warmcalls.actions.edit_contacts import add_contact, change_contact

            if line is None:
                return add_contact(db, client_id, said, now=now, person_id=person_id)
            return change_contact(db, line.id, said, now=now, person_id=person_id)

        sheet.submitted.connect(lambda said: self.write(sheet, lambda db: save(said, db)))
        if line is not None:
            sheet.removed.connect(lambda: self.remove_contact(line.id, sheet))
            sheet.objected.connect(lambda: self.bar(client_id, line.id, sheet))
        self.open(sheet)

    def front_desk(self, client_id: int, client: str, line: ContactLine | None) -> None:
        """Ask for the numbers of the front desk."""
        from warmcalls.ui.clients.sheets.contact_sheet import FrontDeskSheet

        sheet = FrontDeskSheet(self._theme, client, line)
        now, person_id = self._clock(), self.person_id

        def save(said: "tuple[PhoneSaid, ...]", db: Writer) -> Done:
            from warmcalls.actions.edit_contacts import change_front_desk

            return change_front_desk(db, client_id, said, now=now, person_id=person_id)

        sheet.submitted.connect(lambda said: self.write(sheet, lambda db: save(said, db)))
        self.open(sheet)

    def remove_contact(self, contact_id: int, sheet: "FormSheet | None" = None) -> None:
        """Take a contact out; the toast puts it back."""
        now, person_id = self._clock(), self.person_id

        def remove(db: Writer) -> Done:
            from warmcalls.actions.edit_contacts import remove_contact

            return remove_contact(db, contact_id, now=now, person_id=person_id)

        self._do(remove, sheet)

    def bar(self, client_id: int, contact_id: int, sheet: "FormSheet | None" = None) -> None:
        """Keep that a contact objected to calls."""
        now, person_id = self._clock(), self.person_id

        def keep(db: Writer) -> Done:
            from warmcalls.actions.edit_client import do_not_call

            return do_not_call(db, client_id, contact_id=contact_id, now=now, person_id=person_id)

        self._do(keep, sheet)

    # Identifiers

    def identifier(self, client_id: int, client: str) -> None:
        """Ask for something else that a client is known by."""
        from warmcalls.ui.clients.sheets.identifier_sheet import IdentifierSheet

        sheet = IdentifierSheet(self._theme, client)
        now, person_id = self._clock(), self.person_id

        def add(said: "IdentifierSaid", db: Writer) -> Done:
            from warmcalls.actions.edit_identifiers import add_identifier

            return add_identifier(db, client_id, said.kind, said.text, now=now, person_id=person_id)

        def go(wanted: SignalInstance, *ids: int) -> None:
            sheet.leave()
            wanted.emit(*ids)

        sheet.submitted.connect(lambda said: self.write(sheet, lambda db: add(said, db)))
        sheet.client_wanted.connect(lambda other: go(self.client_wanted, other))
        sheet.merge_wanted.connect(lambda other: go(self.merge_wanted, client_id, other))
        self.open(sheet)

    def remove_identifier(self, identifier_id: int) -> None:
        """Take an identifier away; the toast puts it back."""
        now, person_id = self._clock(), self.person_id

        def remove(db: Writer) -> Done:
            from warmcalls.actions.edit_identifiers import remove_identifier

            return remove_identifier(db, identifier_id, now=now, person_id=person_id)

        self._do(remove)

    # The ideal client

    def ideal(self) -> None:
        """Ask whom the agency wants more of."""

        def job(db: Reader) -> tuple[IdealClient, list[str]]:
            from warmcalls.store import clients, settings

            return settings.load(db).ideal, clients.sectors(db)

        task = self._tasks.read(job)
        task.finished.connect(lambda found: self._ask_ideal(*found))
        task.failed.connect(lambda error: self.failed.emit(str(error)))

    def _ask_ideal(self, ideal: IdealClient, sectors: list[str]) -> None:
        from warmcalls.ui.clients.sheets.ideal_sheet import IdealSheet

        sheet = IdealSheet(self._theme, ideal, sectors)
        now, person_id = self._clock(), self.person_id

        def save(said: IdealClient, db: Writer) -> Done:
            from warmcalls.actions.ideal_client import set_ideal_client

            return set_ideal_client(
                db, sectors=said.sectors, least_staff=said.least_staff,
                most_staff=said.most_staff, now=now, person_id=person_id,
            )  # fmt: skip

        sheet.submitted.connect(lambda said: self.write(sheet, lambda db: save(said, db)))
        self.open(sheet)

    # Notes

    def save_notes(self, client_id: int, text: str) -> None:
        """Save notes while they are written; only a failure is told."""
        now, person_id = self._clock(), self.person_id

        def save(db: Writer, _: Step) -> Done:
            from warmcalls.actions.edit_client import save_notes

            return save_notes(db, client_id, text, now=now, person_id=person_id)

        task = self._tasks.write(save)
        task.failed.connect(lambda error: self.failed.emit(str(error)))

    def _do(self, action: Callable[[Writer], Done], sheet: "FormSheet | None" = None) -> None:
        """Carry something out, from a sheet or without one."""
        if sheet is not None:
            self.write(sheet, action)
            return

        def run(db: Writer, _: Step) -> Done:
            return action(db)

        task = self._tasks.write(run)
        task.finished.connect(self.done)
        task.failed.connect(lambda error: self.failed.emit(str(error)))
