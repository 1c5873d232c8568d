"""Clients that leave the window: saved to files, printed as a call sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from warmcalls.domain.client_query import Question
from warmcalls.domain.errors import RefusedError
from warmcalls.ui.charts.drawing import drawing_of
from warmcalls.ui.clients.sheets.export_sheet import PAPER, ExportSaid
from warmcalls.ui.tasks import Step, Task, Tasks

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from warmcalls.actions.desk import Desk
    from warmcalls.domain.call_sheets import CallSheet
    from warmcalls.domain.clients import Person
    from warmcalls.store.engine import Reader

PRINTED: Final = 220  # pixels an inch on paper
KINDS: Final = {
    ".xlsx": "Excel workbook (*.xlsx)",
    ".csv": "Plain table (*.csv)",
    ".vcf": "vCards (*.vcf)",
    ".pdf": "Call sheet (*.pdf)",
}
Which = Question | Sequence[int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which clients go out, and what of them.

    Attributes:
        which: a question, or ids in their order.
        columns: of the table, by their ids.
        name: what the file is called before anybody says.
    """

    which: Which
    columns: tuple[str, ...]
    name: str = "clients"


class ClientOutput(QObject):
    """Carries clients out of the window, in lanes where nothing else waits.

    Args:
        page: over which dialogs open.
        tasks: the lanes.
        clock: the moment, UTC microseconds.

    Attributes:
        done_said: it was done: the sentence.
        failed: why it could not be done.
        busy: something goes out, or nothing any more.
        progressed: clients done and in all.
        person: whose list the words about today's list mean.
    """

    done_said = Signal(str)
    failed = Signal(str)
    busy = Signal(bool)
    progressed = Signal(object, object)

    def __init__(self, page: QWidget, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__(page)
        self._page, self._tasks, self._clock = page, tasks, clock
        self.person: Person | None = None
        self._running: list[Task[Any]] = []

    # Saving

    def export(self, said: ExportSaid, wanted: Wanted) -> bool:
        """Do what the form says, asking for a file or a printer; False where that was left."""
        if said.on_paper:
            return self.print_calls(wanted.which)
        path = self._ask(wanted.name, said.ending)
        if path is None:
            return False
        self.export_to(said, wanted, path)
        return True

    def export_to(self, said: ExportSaid, wanted: Wanted, path: Path) -> None:
        """Write clients to a file."""
        if path.suffix.lower() == PAPER:
            task = self._read_sheet(wanted.which)
            task.finished.connect(lambda sheet: self._save_sheet(sheet, path))
            return
        now, person = self._clock(), self.person

        def job(db: "Reader", step: Step) -> str:
            from warmcalls.actions.desk import desk
            from warmcalls.actions.export_clients import export_clients

            return export_clients(
                desk(db, now, person),
                wanted.which,
                path,
                columns=wanted.columns,
                everything=said.everything,
                with_objected=said.with_objected,
                step=step,
            )

        self._run(self._tasks.read_on(job)).finished.connect(self._tell)

    def cancel(self) -> None:
        """Stop what is going out; what was there before stays."""
        for task in self._running:
            task.cancel()

    def _save_sheet(self, sheet: "CallSheet", path: Path) -> None:
        task = drawing_of(self._tasks).do(partial(_write_sheet, sheet, path))
        self._run(task).finished.connect(self._tell)

    # Printing

    def print_calls(self, which: Which | None = None) -> bool:
        """Ask for a printer, and print a call sheet: of some clients, or of today's list."""
        from warmcalls.ui.charts.printing import choose_printer

        try:
            printer = choose_printer(self._page, "Call sheet")
        except RefusedError as error:
            self.failed.emit(str(error))
            return False
        if printer is None:
            return False
        self.print_on(printer, which)
        return True

    def print_on(self, printer: "QPrinter", which: Which | None = None) -> None:
        """Print a call sheet."""

        def draw(sheet: "CallSheet") -> None:
            task = drawing_of(self._tasks).do(partial(_pictures, sheet))
            self._run(task).finished.connect(lambda pages: self._put_on(printer, pages))

        self._read_sheet(which).finished.connect(draw)

    def _put_on(self, printer: "QPrinter", pages: list[QImage]) -> None:
        from warmcalls.ui.charts.printing import print_pictures

        self.done_said.emit(print_pictures(printer, pages))

    # What they share

    def _read_sheet(self, which: Which | None) -> "Task[CallSheet]":
        now, person = self._clock(), self.person

        def job(db: "Reader", step: Step) -> "CallSheet":
            from warmcalls.actions.desk import desk

            return _sheet_of(desk(db, now, person), which, step)

        return self._run(self._tasks.read_on(job))

    def _run(self, task: Task[T]) -> Task[T]:
        self._running.append(task)
        self.busy.emit(True)
        task.progressed.connect(self.progressed)
        task.failed.connect(lambda error: self.failed.emit(str(error)))
        for end in (task.finished, task.failed):
            end.connect(lambda _: self._end(task))
        task.cancelled.connect(lambda: self._end(task))
        return task

    def _end(self, task: Task[Any]) -> None:
        self._running.remove(task)
        if not self._running:
            self.busy.emit(False)

    def _tell(self, said: object) -> None:
        self.done_said.emit(str(said))

    def _ask(self, name: str, ending: str) -> Path | None:
        """Ask for a file; an ending that is not typed is added."""
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
        window = self._page.window()
        dialog = QFileDialog(window, "Export clients", next(iter(places), ""), KINDS[ending])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(file_name(name))
        chosen = dialog.selectedFiles() if dialog.exec() else []
        return Path(chosen[0]) if chosen else None


def file_name(words: str) -> str:
    """Return words as a file can be called."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in words)
    return " ".join(kept.split())[:80] or "clients"


# In the lanes


def _sheet_of(asked: "Desk", which: Which | None, step: Step) -> "CallSheet":
    from warmcalls.actions.call_sheet import call_sheet, todays_sheet
    from warmcalls.actions.client_list import client_ids

    if which is None:
        return todays_sheet(asked)
    ids = client_ids(asked, which) if isinstance(which, Question) else which
    return call_sheet(asked, ids, step=step)


def _write_sheet(sheet: "CallSheet", path: Path) -> str:
    from warmcalls.actions.export_clients import save_sheet

    return save_sheet(sheet, path)


def _pictures(sheet: "CallSheet") -> list[QImage]:
    """Draw the pages in shades of grey: a quarter of the room, and as paper is."""
    from warmcalls.reports.call_sheet_pages import pages
    from warmcalls.reports.charts.drawing import picture
    from warmcalls.ui.charts.saving import as_image

    grey = QImage.Format.Format_Grayscale8
    return [as_image(picture(page, PRINTED)).convertToFormat(grey) for page in pages(sheet)]
