"""Clients that may be one: looking for them, merging two, remembering that two are two."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from warmcalls.actions.done import Done
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Step, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.merge_clients import Comparison
    from warmcalls.domain.duplicates import Counts, DuplicatePair, Found
    from warmcalls.ui.clients.sheets.duplicates_sheet import DuplicatesSheet
    from warmcalls.ui.clients.sheets.merge_sheet import MergeSheet


class Pairs(QObject):
    """The sheets about pairs.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(
        self, host: SheetHost, theme: Theme, tasks: Tasks, clock: Callable[[], int]
    ) -> None:
        super().__init__(host)
        self._host, self._theme, self._tasks, self._clock = host, theme, tasks, clock
        self._list: DuplicatesSheet | None = None

    def show_duplicates(self) -> None:
        """Show the pairs that were found."""
        from warmcalls.ui.clients.sheets.duplicates_sheet import DuplicatesSheet

        sheet = DuplicatesSheet(self._theme)
        sheet.look_wanted.connect(lambda: self._look(sheet))
        sheet.merge_wanted.connect(lambda one, other: self.compare(one, other, back=True))
        sheet.apart_wanted.connect(self._keep_apart)
        if self._host.open(sheet):
            self._list = sheet
            sheet.closed.connect(self._closed)
            self._fill()

    def _closed(self) -> None:
        self._list = None

    def _fill(self) -> None:
        """Read the pairs for the sheet, where it is still open."""
        sheet = self._list
        if sheet is None:
            return

        def read(db: Reader) -> "tuple[list[DuplicatePair], Counts]":
            from warmcalls.actions.find_duplicates import count, duplicates

            return duplicates(db), count(db)

        task = self._tasks.read(read)
        task.finished.connect(lambda found: self._show(sheet, *found))
        task.failed.connect(lambda error: self._refuse(sheet, error))

    def _show(
        self, sheet: "DuplicatesSheet", pairs: "list[DuplicatePair]", counts: "Counts"
    ) -> None:
        if sheet is self._list:
            sheet.show_pairs(pairs, counts)

    def _look(self, sheet: "DuplicatesSheet") -> None:
        """Look through all clients again."""
        now = self._clock()

        def look(db: Reader, step: Step) -> "Found":
            from warmcalls.actions.find_duplicates import look

            return look(db, step=step)

        def keep(db: Writer, found: "Found") -> None:
            from warmcalls.actions.find_duplicates import keep

            keep(db, found, now=now)

        def kept(found: "Found") -> None:
            task = self._tasks.write(lambda db, _: keep(db, found))
            task.finished.connect(lambda _: self._fill())
            task.failed.connect(lambda error: self._refuse(sheet, error))

        task = self._tasks.read_on(look)  # seconds, in which others read and write
        task.progressed.connect(sheet.show_progress)
        task.finished.connect(kept)
        task.failed.connect(lambda error: self._refuse(sheet, error))

    def _refuse(self, sheet: "DuplicatesSheet", error: Exception) -> None:
        if sheet is self._list:
            sheet.refuse(str(error))
        else:
            self.failed.emit(str(error))

    def _keep_apart(self, one: int, other: int) -> None:
        now, person_id = self._clock(), self._host.person_id

        def action(db: Writer, _: Step) -> Done:
            from warmcalls.actions.not_duplicate import not_duplicate

            return not_duplicate(db, one, other, now=now, person_id=person_id)

        task = self._tasks.write(action)
        task.finished.connect(self.done)
        task.finished.connect(lambda _: self._fill())
        task.failed.connect(lambda error: self.failed.emit(str(error)))

    def compare(self, keep_id: int, gone_id: int, *, back: bool = False) -> None:
        """Show two clients side by side; afterwards go back to the pairs where one came thence."""

        def read(db: Reader) -> "Comparison":
            from warmcalls.actions.merge_clients import compare

            return compare(db, keep_id, gone_id)

        task = self._tasks.read(read)
        task.finished.connect(lambda found: self._open_merge(found, back=back))
        task.failed.connect(lambda error: self.failed.emit(str(error)))

    def _open_merge(self, comparison: "Comparison", *, back: bool) -> None:
        from warmcalls.ui.clients.sheets.merge_sheet import MergeSheet

        sheet = MergeSheet(self._theme, comparison)
        keep, gone = comparison.keep_id, comparison.gone_id
        sheet.swapped.connect(lambda: self.compare(gone, keep, back=back))
        sheet.merged.connect(lambda said: self._merge(sheet, said, back=back))
        sheet.kept_apart.connect(lambda one, other: self._apart_from(sheet, one, other, back=back))
        self._host.open(sheet)

    def _merge(
        self, sheet: "MergeSheet", said: tuple[int, int, Mapping[str, str]], *, back: bool
    ) -> None:
        keep_id, gone_id, take = said
        now, person_id = self._clock(), self._host.person_id

        def action(db: Writer, _: Step) -> Done:
            from warmcalls.actions.merge_clients import merge_clients

            return merge_clients(db, keep_id, gone_id, now=now, person_id=person_id, take=take)

        task = self._tasks.write(action)
        task.finished.connect(lambda done: self._merged(sheet, done, back=back))
        task.failed.connect(lambda error: sheet.refuse(str(error)))

    def _merged(self, sheet: "MergeSheet", done: Done, *, back: bool) -> None:
        sheet.leave()
        self.done.emit(done)
        if back:
            self.show_duplicates()

    def _apart_from(self, sheet: "MergeSheet", one: int, other: int, *, back: bool) -> None:
        sheet.leave()
        self._keep_apart(one, other)
        if back:
            self.show_duplicates()
