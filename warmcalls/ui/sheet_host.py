"""One sheet at a time over a window, and the actions behind its forms."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from warmcalls.actions.done import Done
from warmcalls.domain.errors import TakenError
from warmcalls.store.engine import Writer
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.tasks import Step, Task, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.clients import Person


class Form(Protocol):
    """A sheet whose action may be refused."""

    def leave(self) -> None:
        """Close it."""

    def refuse(self, why: str) -> None:
        """Say why the action could not be carried out."""


class SheetHost(QObject):
    """Opens one sheet at a time over the window that a widget is in.

    Attributes:
        done: an action was carried out: its `Done`.
        closed: the sheet is gone, and the keys belong to the page again.
        person: who works here, for the journal.
    """

    done = Signal(object)
    closed = Signal()

    def __init__(
        self, owner: QWidget, theme: Theme, tasks: Tasks, clock: Callable[[], int]
    ) -> None:
        super().__init__(owner)
        self._owner, self._theme, self._tasks, self._clock = owner, theme, tasks, clock
        self.sheet: SideSheet | None = None
        self.person: Person | None = None

    @property
    def person_id(self) -> int | None:
        """Who works here, None for nobody in particular."""
        return self.person.id if self.person else None

    def open(self, sheet: SideSheet) -> bool:
        """Open a sheet in place of another; one that is still at work stays."""
        if self.sheet is not None:
            self.sheet.leave()
            if self.sheet is not None:
                sheet.deleteLater()
                return False
        self.sheet = sheet
        sheet.closed.connect(self._forget)
        sheet.open_over(self._owner.window())
        sheet.setFocus()
        return True

    def _forget(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None
            self.closed.emit()

    def write(self, form: Form, action: Callable[[Writer], Done]) -> Task[Done]:
        """Carry out what a form says; it closes when that is done, or says why not."""

        def run(db: Writer, _: Step) -> Done:
            return action(db)

        def finished(done: Done) -> None:
            form.leave()
            self.done.emit(done)

        task = self._tasks.write(run)
        task.finished.connect(finished)
        task.failed.connect(lambda error: _refuse(form, error))
        return task


def _refuse(form: Form, error: Exception) -> None:
    """Say why not at the form; one that can offer a way to who has it already does."""
    refuse_taken = getattr(form, "refuse_taken", None)
    if isinstance(error, TakenError) and refuse_taken is not None:
        refuse_taken(error)
    else:
        form.refuse(str(error))
