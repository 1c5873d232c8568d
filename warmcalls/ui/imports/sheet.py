"""The import sheet: one file after another, each previewed, imported and reported."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from warmcalls.actions.done import Done
from warmcalls.actions.import_files import CHANGED, import_file
from warmcalls.actions.import_report import ImportReport
from warmcalls.actions.revert_import import revert_import
from warmcalls.domain.errors import RefusedError
from warmcalls.store.engine import Writer
from warmcalls.store.opening import database_words
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.imports import words
from warmcalls.ui.imports.foot import AT_WORK, ImportFoot, State
from warmcalls.ui.imports.looking import Look, look_at, ordered
from warmcalls.ui.imports.preview_view import PreviewView
from warmcalls.ui.imports.progress import ImportProgress
from warmcalls.ui.imports.report_view import ReportView
from warmcalls.ui.imports.trial_view import TrialView
from warmcalls.ui.tasks import Step, Task, Tasks
from warmcalls.ui.theme import Theme

WIDTH: Final = 880
NOTHING_NEW: Final = "There is nothing new in this file."
BROKEN: Final = "Something went wrong that should not have. Nothing of this file was kept."


class ImportSheet(SideSheet):
    """Takes files in.

    Args:
        theme: the theme.
        tasks: the two lanes.
        clock: the moment, UTC microseconds.
        person_id: who imports.

    Attributes:
        done: a frozenset of topics that changed: pages refresh.
    """

    done = Signal(object)

    def __init__(
        self, theme: Theme, tasks: Tasks, clock: Callable[[], int], person_id: int | None
    ) -> None:
        super().__init__(theme, "Import", WIDTH)
        self._tasks, self._clock, self._person_id = tasks, clock, person_id
        self._waiting: list[Path] = []
        self._count = 0
        self._look: Look | None = None
        self._report: ImportReport | None = None
        self._tried: ImportReport | None = None
        self._task: Task[Any] | None = None
        self.loading = LoadingBar(theme)
        self.error = PlainLabel(theme, role="bad", wraps=True)
        self.preview = PreviewView(theme)
        self.progress = ImportProgress(theme, time.monotonic)
        self.trial = TrialView(theme)
        self.report = ReportView(theme)
        self.put_under_head(self.loading)
        for part in (self.error, *self._views()):
            self.body.addWidget(part)
        self.body.setAlignment(self.error, Qt.AlignmentFlag.AlignTop)
        self.buttons = ImportFoot(theme)
        self.foot.addWidget(self.buttons)
        self._connect()
        self._show(State.READING)

    def open(self, paths: list[Path]) -> None:
        """Take files, companies before contacts before signals; show the first."""
        task = self._tasks.read(lambda _: ordered(paths))
        task.finished.connect(self._queue)
        task.failed.connect(self._unreadable)

    def leave(self) -> None:
        """Close; an import that runs is cancelled and taken back first."""
        if self.state in AT_WORK:
            self._cancel()
        elif self.state is not State.REVERTING:
            super().leave()

    def _queue(self, paths: list[Path]) -> None:
        first = self._count == 0
        self._count += len(paths)
        self._waiting += paths
        if first:
            self._next()
        else:
            self.buttons.show_state(self.state, left=len(self._waiting))

    def _views(self) -> tuple[QWidget, ...]:
        return self.preview, self.progress, self.trial, self.report

    def _connect(self) -> None:
        self.preview.changed.connect(self._recheck)
        self.buttons.import_asked.connect(self._import)
        self.buttons.trial_asked.connect(self._try)
        self.buttons.back_asked.connect(self._back)
        self.buttons.cancel_asked.connect(self._cancel)
        self.buttons.next_asked.connect(self._next)
        self.buttons.revert_asked.connect(self._revert)
        self.buttons.close_asked.connect(self.leave)

    def _show(self, state: State, *, error: str = "") -> None:
        self.state = state
        shown = {
            State.READY: self.preview,
            State.RUNNING: self.progress,
            State.TRYING: self.progress,
            State.TRIED: self.trial,
            State.REPORTED: self.report,
        }.get(state)
        for view in self._views():
            view.setVisible(view is shown)
        self.error.setText(error)
        self.error.setVisible(bool(error))
        self.loading.show_loading(state in {State.READING, State.REVERTING})
        self.buttons.show_state(state, left=len(self._waiting))

    def _next(self) -> None:
        """Look at the next file."""
        if not self._waiting:
            self.leave()
            return
        path = self._waiting.pop(0)
        self._look = self._report = self._tried = None
        number = self._count - len(self._waiting)
        of = f"  ({number} of {self._count})" if self._count > 1 else ""
        self.head.setText(f"Import {path.name}{of}")
        self.setAccessibleName(self.head.text())
        self._show(State.READING)
        task = self._tasks.read(lambda db: look_at(db, path))
        task.finished.connect(self._looked)
        task.failed.connect(self._unreadable)

    def _looked(self, look: Look) -> None:
        self._look = look
        self.preview.show_look(look)
        self._show(State.READY)
        self._recheck()
        self.buttons.import_button.setFocus()

    def _unreadable(self, error: Exception) -> None:
        self._show(State.FAILED, error=sentence(error))

    def _recheck(self) -> None:
        assert self._look is not None
        found, mapping = self._look.preview, self.preview.mapping
        kind = mapping.kind if mapping else found.kind if found else "signals"
        if self._tried:
            self._offer_tried(self._tried)
            return
        noun = words.lines(found.format if found else "", kind)
        what = words.about(found.estimate, *noun) if found else self._look.path.name
        self.buttons.offer(f"Import {what}", why_not=self.preview.objection)

    def _offer_tried(self, report: ImportReport) -> None:
        """Offer what the trial found: lines that are left out or known are not imported."""
        is_new = report.added or report.changed
        verb = words.taking(report)
        self.buttons.offer(verb if is_new else "Import", why_not="" if is_new else NOTHING_NEW)

    def _import(self) -> None:
        task = self._tasks.write(self._job(dry_run=False))
        task.finished.connect(self._imported)
        self._run(task, "Importing", State.RUNNING)

    def _try(self) -> None:
        """Find out what the import would do; the transaction is rolled back."""
        task = self._tasks.write(self._job(dry_run=True))
        task.finished.connect(self._show_tried)
        self._run(task, "Trying", State.TRYING)

    def _job(self, *, dry_run: bool) -> Callable[[Writer, Step], ImportReport]:
        """Return what imports the file as it is chosen now."""
        assert self._look is not None
        look, mapping, rules = self._look, self.preview.mapping, self.preview.rules
        now, person_id = self._clock(), self._person_id

        def job(db: Writer, step: Step) -> ImportReport:
            return import_file(
                db, look.path, now=now, file_format=look.format, mapping=mapping, rules=rules,
                person_id=person_id, dry_run=dry_run, step=step,
            )  # fmt: skip

        return job

    def _show_tried(self, report: ImportReport) -> None:
        self._task, self._tried = None, report
        self.trial.show_trial(report)
        self._recheck()
        self._show(State.TRIED)

    def _back(self) -> None:
        self._tried = None
        self._recheck()
        self._show(State.READY)
        self.buttons.trial_button.setFocus()

    def _run(self, task: Task[Any], doing: str, state: State) -> None:
        assert self._look is not None
        task.progressed.connect(self.progress.show_progress)
        self.progress.begin(f"{doing} {self._look.path.name}")
        self._begin(task)
        self._show(state)

    def _begin(self, task: Task[Any]) -> None:
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        self._task = task

    def _cancel(self) -> None:
        if self._task:
            self._task.cancel()
            self.buttons.cancel_button.setEnabled(False)

    def _imported(self, report: ImportReport) -> None:
        self._task, self._report = None, report
        self.report.show_report(report)
        self._show(State.REPORTED)
        self.done.emit(CHANGED)

    def _cancelled(self) -> None:
        self._task = None
        self._show(self._before, error="Cancelled: nothing of this file was kept.")

    def _failed(self, error: Exception) -> None:
        self._task = None
        back = State.REPORTED if self._report else self._before
        self._show(back, error=sentence(error))

    @property
    def _before(self) -> State:
        """Where an import began: at its columns, or at what it would do."""
        return State.TRIED if self._tried else State.READY

    def _revert(self) -> None:
        assert self._report is not None
        number, now = self._report.import_id, self._clock()
        task = self._tasks.write(lambda db, _: revert_import(db, number, now=now))
        task.finished.connect(self._reverted)
        self._begin(task)
        self._show(State.REVERTING)

    def _reverted(self, done: Done) -> None:
        self._task = self._report = None
        self._show(State.TAKEN_BACK, error="")
        self.report.show_taken_back(done.said)
        self.report.show()
        self.done.emit(done.changed | CHANGED)


def sentence(error: Exception) -> str:
    """Return one sentence for whatever went wrong."""
    if isinstance(error, RefusedError):
        return str(error)
    return database_words(error) or BROKEN
