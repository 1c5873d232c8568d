"""Clients copied as cells, many more of them than were read: beside the window, and to a limit."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from warmcalls.domain.client_fields import cell_text
from warmcalls.domain.errors import RefusedError
from warmcalls.store.engine import Reader
from warmcalls.store.opening import database_words
from warmcalls.ui.clients.table.blocks import to_text
from warmcalls.ui.commands import shown
from warmcalls.ui.tasks import Step, Task, Tasks

if TYPE_CHECKING:
    from warmcalls.domain.clients import Person

MOST: Final = 20_000  # rows; what is larger belongs in a file
TOO_MANY: Final = "{:,} rows are too many to copy, the most is {:,}: export them instead, {}."


class Copying(QObject):
    """Reads rows in the lane of long reads, and puts them on the clipboard as text.

    What was copied in the meantime stays, whoever copied it.

    Args:
        parent: the page.
        tasks: the lanes.
        clock: the moment, UTC microseconds.

    Attributes:
        done_said: it was done: the sentence.
        failed: why it could not be done.
        busy: rows are being read, or none any more.
        person: whose list the words about today's list mean.
    """

    done_said = Signal(str)
    failed = Signal(str)
    busy = Signal(bool)

    def __init__(self, parent: QObject, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__(parent)
        self._tasks, self._clock = tasks, clock
        self.person: Person | None = None
        self._running: Task[str] | None = None

    def copy(self, ids: Sequence[int], columns: Sequence[str], zone: ZoneInfo) -> None:
        """Copy clients in their order.

        Args:
            ids: of the clients.
            columns: by their ids.
            zone: of the days of moments.
        """
        self.cancel()
        if len(ids) > MOST:
            self.failed.emit(TOO_MANY.format(len(ids), MOST, shown("Ctrl+S")))
            return
        now, person = self._clock(), self.person

        def job(db: Reader, step: Step) -> str:
            from warmcalls.actions.client_rows import client_rows, listed
            from warmcalls.actions.desk import desk

            asked = desk(db, now, person)
            rows = client_rows(asked, list(ids), listed(asked), step=step)
            return to_text([cell_text(row, column, zone) for column in columns] for row in rows)

        task = self._running = self._tasks.read_on(job)
        self.busy.emit(True)
        before = QGuiApplication.clipboard().text()
        task.finished.connect(lambda text: self._finish(task, text, len(ids), before))
        task.failed.connect(lambda error: self._fail(task, error))
        task.cancelled.connect(lambda: self._end(task))

    def cancel(self) -> None:
        """Stop what is being copied; the clipboard stays as it is."""
        if self._running is not None:
            self._running.cancel()

    def _finish(self, task: Task[str], text: str, count: int, before: str) -> None:
        self._end(task)
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == before:
            clipboard.setText(text)
            self.done_said.emit(f"Copied {count:,} rows")

    def _fail(self, task: Task[str], error: Exception) -> None:
        self._end(task)
        words = str(error) if isinstance(error, RefusedError) else database_words(error)
        self.failed.emit(words or "They could not be copied.")

    def _end(self, task: Task[str]) -> None:
        if self._running is task:
            self._running = None
            self.busy.emit(False)
