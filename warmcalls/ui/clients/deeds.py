"""What can be done about clients: each deed's sheet, and the action behind it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from warmcalls.actions.done import Done
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.client_query import Question
from warmcalls.domain.errors import RefusedError
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.opening import database_words
from warmcalls.ui.clients.table.blocks import left_out
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Step, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.edit_clients import Checked
    from warmcalls.actions.saved_views import Choices
    from warmcalls.domain.saved_views import View
    from warmcalls.ui.clients.sheets.set_sheet import SetSaid
    from warmcalls.ui.clients.sheets.tag_sheet import TagsSaid
    from warmcalls.ui.tasks import Task

SHORT: Final = 1_000  # cells that are checked at once


class Deeds(QObject):
    """Edit, paste, tag, set; views kept, renamed and deleted.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
        refused: edits that were not taken: the cells show the old values again.
        busy: whether something long is under way.
    """

    done = Signal(object)
    failed = Signal(str)
    refused = Signal(object)
    busy = Signal(bool)

    def __init__(
        self, host: SheetHost, theme: Theme, tasks: Tasks, clock: Callable[[], int]
    ) -> None:
        super().__init__(host)
        self._host, self._theme, self._tasks, self._clock = host, theme, tasks, clock

    # Cells

    def edit(
        self,
        edits: Sequence[Edit],
        *,
        only_good: bool = False,
        pasted: bool = False,
        also: str = "",
    ) -> None:
        """Carry edits out; where they are refused the old values come back.

        `also` is said after what was done.
        """
        now, person_id = self._clock(), self._host.person_id

        def action(db: Writer, step: Step) -> Done:
            from warmcalls.actions.edit_clients import edit_clients

            done = edit_clients(
                db, list(edits), now=now, person_id=person_id, only_good=only_good,
                pasted=pasted, step=step,
            )  # fmt: skip
            return replace(done, said=f"{done.said}. {also}") if also else done

        task = self._act(action)
        task.failed.connect(lambda _: self.refused.emit(list(edits)))

    def paste(self, edits: Sequence[Edit], words: str) -> None:
        """Put a block in; where some cells cannot take theirs, ask about the others first.

        Args:
            edits: what was pasted.
            words: what the block comes to, and what of it has no place here.
        """
        now = self._clock()

        def check(db: Reader, step: Step) -> "Checked":
            from warmcalls.actions.edit_clients import check_edits

            return check_edits(db, list(edits), now=now, step=step)

        # short reads must not wait for a long paste, nor a short paste for an export
        if len(edits) <= SHORT:
            task = self._tasks.read(lambda db: check(db, lambda *_: None))
        else:
            task = self._tasks.read_on(check)
        self.busy.emit(True)
        task.finished.connect(lambda checked: self._pasted(edits, checked, words))
        task.failed.connect(self._fail)
        task.cancelled.connect(lambda: self.busy.emit(False))

    def _pasted(self, edits: Sequence[Edit], checked: "Checked", words: str) -> None:
        self.busy.emit(False)
        if not checked.bad:
            self.edit(edits, pasted=True, also=left_out(words))
            return
        from warmcalls.ui.clients.sheets.paste_sheet import PasteSheet

        sheet = PasteSheet(self._theme, checked.bad, len(checked.good), words)
        also = left_out(words)
        sheet.good_wanted.connect(lambda: self.edit(edits, only_good=True, pasted=True, also=also))
        self._host.open(sheet)

    # Many at once

    def tag(self, ids: Sequence[int], known: Sequence[str], there: Sequence[str]) -> None:
        """Ask which tags come and which go."""
        from warmcalls.ui.clients.sheets.tag_sheet import TagSheet

        sheet = TagSheet(self._theme, len(ids), known, there)

        def carry_out(said: "TagsSaid") -> None:
            now, person_id = self._clock(), self._host.person_id

            def action(db: Writer, step: Step) -> Done:
                from warmcalls.actions.edit_clients import tag_clients

                return tag_clients(
                    db, list(ids), add=said.add, remove=said.remove, now=now,
                    person_id=person_id, step=step,
                )  # fmt: skip

            self._act(action, sheet.refuse).finished.connect(lambda _: sheet.leave())

        sheet.submitted.connect(carry_out)
        self._host.open(sheet)

    def set_column(self, ids: Sequence[int], column: str, choices: "Choices") -> None:
        """Ask for one value for a column of many clients."""
        from warmcalls.ui.clients.sheets.set_sheet import SetSheet

        sheet = SetSheet(self._theme, len(ids), choices, column)

        def carry_out(said: "SetSaid") -> None:
            edits = [Edit(client_id, said.column, said.text) for client_id in ids]
            now, person_id = self._clock(), self._host.person_id

            def action(db: Writer, step: Step) -> Done:
                from warmcalls.actions.edit_clients import edit_clients

                return edit_clients(db, edits, now=now, person_id=person_id, step=step)

            self._act(action, sheet.refuse).finished.connect(lambda _: sheet.leave())

        sheet.submitted.connect(carry_out)
        self._host.open(sheet)

    # Views

    def save_view(self, question: Question, columns: Sequence[str]) -> None:
        """Ask for a name, and keep what is asked and shown."""
        from warmcalls.ui.clients.sheets.view_sheet import ViewSheet

        sheet = ViewSheet(self._theme, question)

        def save(db: Writer, name: str) -> Done:
            from warmcalls.actions.saved_views import save_view

            now, person_id = self._clock(), self._host.person_id
            return save_view(db, name, question, tuple(columns), now=now, person_id=person_id)

        sheet.submitted.connect(lambda name: self._host.write(sheet, lambda db: save(db, name)))
        self._host.open(sheet)

    def change_view(
        self, what: str, view: "View", question: Question, columns: Sequence[str]
    ) -> None:
        """Rename a view, keep it as it is shown now, or delete it."""
        now, person_id = self._clock(), self._host.person_id

        def update(db: Writer, _: Step) -> Done:
            from warmcalls.actions.saved_views import save_view

            return save_view(db, view.name, question, tuple(columns), now=now, person_id=person_id)

        def delete(db: Writer, _: Step) -> Done:
            from warmcalls.actions.saved_views import delete_view

            return delete_view(db, view.id, now=now, person_id=person_id)

        if what == "rename":
            self._rename_view(view)
        else:
            self._act({"update": update, "delete": delete}[what])

    def _rename_view(self, view: "View") -> None:
        from warmcalls.ui.clients.sheets.view_sheet import ViewSheet

        sheet = ViewSheet(self._theme, view.question, view.name)

        def rename(db: Writer, name: str) -> Done:
            from warmcalls.actions.saved_views import rename_view

            now, person_id = self._clock(), self._host.person_id
            return rename_view(db, view.id, name, now=now, person_id=person_id)

        sheet.submitted.connect(lambda name: self._host.write(sheet, lambda db: rename(db, name)))
        self._host.open(sheet)

    # How a deed is carried out

    def _act(
        self,
        action: Callable[[Writer, Step], Done],
        refuse: Callable[[str], None] | None = None,
    ) -> "Task[Done]":
        """Carry an action out in the writing lane and say what came of it."""
        self.busy.emit(True)
        task = self._tasks.write(action)
        task.finished.connect(self._finish)
        task.failed.connect(lambda error: self._fail(error, refuse))
        task.cancelled.connect(lambda: self.busy.emit(False))
        return task

    def _finish(self, done: Done) -> None:
        self.busy.emit(False)
        self.done.emit(done)

    def _fail(self, error: Exception, refuse: Callable[[str], None] | None = None) -> None:
        self.busy.emit(False)
        words = str(error) if isinstance(error, RefusedError) else database_words(error)
        (refuse or self.failed.emit)(words or "It could not be done; what was saved is safe.")
