"""The recruiter's workday: what the Today page asks for, done by actions in the background."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from warmcalls.actions.call_card import call_card
from warmcalls.actions.desk import desk
from warmcalls.actions.done import Done
from warmcalls.actions.edit_client import save_notes, snooze
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.actions.todays_list import todays_list
from warmcalls.actions.undo import undo
from warmcalls.domain.calls import CallCard, Day, WarmCall
from warmcalls.domain.clients import Person
from warmcalls.domain.outcomes import Outcome
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.tasks import Step, Task, Tasks
from warmcalls.ui.today.keypad_state import Answers
from warmcalls.ui.today.page import TodayPage

WATCHES = frozenset({"calls", "clients", "signals", "settings", "imports"})


class Workday(QObject):
    """Answers the Today page.

    Attributes:
        changed: topics that an action changed, for pages that watch them.
        counted: calls still to ring, for the rail.
    """

    changed = Signal(object)
    counted = Signal(int)

    def __init__(
        self, page: TodayPage, tasks: Tasks, clock: Callable[[], int], person: Person | None
    ) -> None:
        super().__init__(page)
        self._page, self._tasks, self._clock = page, tasks, clock
        self.person = person
        self._list: Task[Day] | None = None
        self._card: Task[CallCard] | None = None
        page.card_wanted.connect(self._show_card)
        page.recorded.connect(self._record)
        page.undo_wanted.connect(self._undo)
        page.snoozed.connect(self._snooze)
        page.notes_changed.connect(self._save_notes)
        page.dialled.connect(self._dial)

    @property
    def person_id(self) -> int | None:
        """Who works here, for the journal."""
        return self.person.id if self.person else None

    def refresh(self) -> None:
        """Ask for today's list again; an answer under way is not waited for."""
        if self._list is not None:
            self._list.cancel()
        now, person = self._clock(), self.person
        self._list = self._tasks.read(lambda db: todays_list(db, now=now, person=person))
        self._list.finished.connect(self._show_day)
        self._list.failed.connect(self._say_error)

    def hear(self, topics: object) -> None:
        """Refresh where one of the topics is watched."""
        if isinstance(topics, frozenset) and topics & WATCHES:
            self.refresh()

    def _show_day(self, day: Day) -> None:
        self._list = None
        self._page.show_day(day)
        self.counted.emit(len(day.calls))

    def _show_card(self, client_id: int) -> None:
        if self._card is not None:
            self._card.cancel()
        now, person = self._clock(), self.person

        def read(db: Reader) -> CallCard:
            return call_card(desk(db, now, person), client_id)

        self._card = self._tasks.read(read)
        self._card.finished.connect(self._page.show_card)
        self._card.failed.connect(self._say_error)

    def _record(self, call: WarmCall, answers: Answers, next_at: int | None) -> None:
        assert answers.reach is not None
        outcome = Outcome(
            key=str(uuid.uuid4()),
            client_id=call.client_id,
            at=self._clock(),
            reach=answers.reach,
            result=answers.result,
            worth=answers.worth,
            why=answers.why,
            contact_id=call.contact.id if call.contact else None,
            person_id=self.person_id,
            next_at=next_at,
            referred_to=answers.referred_to,
        )
        self.do(lambda db, _: record_outcome(db, outcome, proposed=call))

    def _undo(self, entry_id: int | None) -> None:
        now = self._clock()
        self.do(lambda db, _: undo(db, now=now, entry_id=entry_id))

    def _snooze(self, client_id: int, until: int) -> None:
        now, person_id = self._clock(), self.person_id
        self.do(lambda db, _: snooze(db, client_id, until, now=now, person_id=person_id))

    def _save_notes(self, client_id: int, text: str) -> None:
        now, person_id = self._clock(), self.person_id

        def save(db: Writer, _: Step) -> Done:
            return save_notes(db, client_id, text, now=now, person_id=person_id)

        task = self._tasks.write(save)
        task.failed.connect(self._say_error)

    def do(self, action: Callable[[Writer, Step], Done]) -> None:
        """Carry an action out, say what came of it, and tell who watches."""
        task = self._tasks.write(action)
        task.finished.connect(self._done)
        task.failed.connect(self._failed)

    def _done(self, done: Done) -> None:
        self._page.show_said(done.said, done.undo)
        self.changed.emit(done.changed)

    def _failed(self, error: Exception) -> None:
        """Say what went wrong, and show what is really there: the page had gone ahead."""
        self._say_error(error)
        self.refresh()

    def _say_error(self, error: Exception) -> None:
        self._page.show_said(str(error), None)

    def _dial(self, number: str) -> None:
        QDesktopServices.openUrl(QUrl(f"tel:{number}"))
