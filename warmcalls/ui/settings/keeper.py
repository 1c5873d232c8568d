"""Saving a setting: every change is an action in the background, and says so."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from warmcalls.actions.done import Done
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.tasks import Step, Task, Tasks

T = TypeVar("T")
Refused = Callable[[str], object]


class Keeper(QObject):
    """Carries out what the sections ask for.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: one was refused and no field can show why: the sentence.
        person_id: who works here, for the journal.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, tasks: Tasks, clock: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self.clock = tasks, clock
        self.person_id: int | None = None

    def read(self, job: Callable[[Reader], T]) -> Task[T]:
        """Read in the background."""
        return self._tasks.read(job)

    def write(
        self,
        action: Callable[[Writer], Done],
        refused: Refused | None = None,
        finished: Callable[[], object] | None = None,
    ) -> None:
        """Carry out an action; what refuses it goes to the field that asked."""

        def run(db: Writer, _: Step) -> Done:
            return action(db)

        task = self._tasks.write(run)
        if finished:
            task.finished.connect(lambda _: finished())
        task.finished.connect(self.done)
        task.failed.connect(lambda error: (refused or self.failed.emit)(str(error)))

    def change(
        self,
        said: str,
        values: Callable[[Writer], dict[str, Any]],
        refused: Refused | None = None,
    ) -> None:
        """Change settings to values worked out where the newest ones are known.

        Args:
            said: what the toast says.
            values: new settings by name.
            refused: hears why it cannot be.
        """
        from warmcalls.actions.change_settings import change_settings

        now, person_id = self.clock(), self.person_id

        def action(db: Writer) -> Done:
            return change_settings(db, now=now, person_id=person_id, said=said, **values(db))

        self.write(action, refused)
