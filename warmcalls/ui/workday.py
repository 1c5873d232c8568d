"""The recruiter's workday: what the Today page asks for, done by actions in the background."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from warmcalls.actions.done import Done
from warmcalls.domain.calls import CallCard, Day, WarmCall
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.outcomes import Outcome
from warmcalls.store import clients
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.opening import database_words
from warmcalls.ui.tasks import Step, Task, Tasks
from warmcalls.ui.today.keypad_state import Answers
from warmcalls.ui.today.page import TodayPage

if TYPE_CHECKING:
    from warmcalls.actions.undo_offer import UndoOffer
    from warmcalls.domain.clients import Person

WATCHES = frozenset({"calls", "clients", "signals", "settings", "imports"})

AHEAD = 3  # cards fetched before they are wanted


class Workday(QObject):
    """Answers the Today page.

    Attributes:
        changed: topics that an action changed, for pages that watch them.
        said: a sentence for the toast, and the journal entry that takes it back, or None.
        counted: calls still to ring, for the rail.
        listed: the list is shown.
    """

    said = Signal(str, object)
    changed = Signal(object)
    counted = Signal(int)
    listed = Signal()

    def __init__(self, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__(tasks)
        self._tasks, self._clock = tasks, clock
        self.person: Person | None = None
        self._list: Task[tuple[Day, int]] | None = None
        self._order: list[int] = []
        self._cards: dict[int, CallCard] = {}
        self._fetching: Task[list[CallCard]] | None = None
        self._writing = 0
        self._select = 0
        self._since, self._offered = clock(), 0

    def serve(self, page: TodayPage) -> None:
        """Answer what a page asks for."""
        self._page = page
        page.card_wanted.connect(self._show_card)
        page.recorded.connect(self._record)
        page.undo_wanted.connect(self.undo)
        page.snoozed.connect(self._snooze)
        page.notes_changed.connect(self._save_notes)
        page.dialled.connect(self._dial)

    @property
    def person_id(self) -> int | None:
        """Who works here, for the journal."""
        return self.person.id if self.person else None

    def lists(self, client_id: int) -> bool:
        """Tell whether a client is on today's list."""
        return client_id in self._order

    def refresh(self) -> None:
        """Ask for today's list again; an answer under way is not waited for.

        While outcomes are still being saved the list would show calls that are done: the last
        of them asks for it.
        """
        if self._writing:
            return
        if self._list is not None:
            self._list.cancel()
        now, person = self._clock(), self.person

        def read(db: Reader) -> tuple[Day, int]:
            # numpy loads in the background while the window is built
            from warmcalls.actions.todays_list import todays_list

            return todays_list(db, now=now, person=person), clients.count(db)

        self._list = self._tasks.read(read)
        self._list.finished.connect(self._show_day)
        self._list.failed.connect(self._say_error)

    def hear(self, topics: object) -> None:
        """Refresh where one of the topics is watched."""
        if isinstance(topics, frozenset) and topics & WATCHES:
            self._cards.clear()
            self.refresh()

    def _show_day(self, found: tuple[Day, int]) -> None:
        day, count = found
        self._list = None
        self._order = [call.client_id for call in day.calls]
        self._page.show_day(day, clients=count)
        if self._select in self._order:
            self._page.select_client(self._select)
        self._select = 0
        self.counted.emit(len(day.calls))
        self.listed.emit()

    def _show_card(self, client_id: int) -> None:
        """Show a card that was fetched ahead at once, and fetch those that come after it."""
        card = self._cards.get(client_id)
        if card is not None:
            self._page.show_card(card)
        after = self._order.index(client_id) if client_id in self._order else 0
        wanted = [client_id, *self._order[after + 1 : after + 1 + AHEAD]]
        missing = [i for i in wanted if i not in self._cards]
        if missing and (card is None or len(missing) >= AHEAD - 1):
            self._fetch(missing)

    def _fetch(self, ids: list[int]) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
        now, person = self._clock(), self.person

        def read(db: Reader) -> list[CallCard]:
            from warmcalls.actions.call_card import call_card
            from warmcalls.actions.desk import desk

            asked = desk(db, now, person)
            return [call_card(asked, client_id) for client_id in ids]

        self._fetching = self._tasks.read(read)
        self._fetching.finished.connect(self._keep_cards)
        self._fetching.failed.connect(self._say_error)

    def _keep_cards(self, cards: list[CallCard]) -> None:
        self._fetching = None
        self._cards |= {card.client.id: card for card in cards}
        current = self._page.current()
        if current is not None and current.client_id in self._cards:
            self._page.show_card(self._cards[current.client_id])

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
        from warmcalls.actions.keep_prospects import keep_prospects_near
        from warmcalls.actions.record_outcome import record_outcome

        self.do(lambda db, _: record_outcome(db, outcome, proposed=call, moves=False))
        # a week's work of its own, which the next list does not wait for
        self._tasks.write(lambda db, _: keep_prospects_near(db, outcome.at))

    def undo(self, entry_id: int | None) -> None:
        """Take an action back, by default this person's newest, and select its client again."""
        from warmcalls.actions.undo import undo

        now, person_id = self._clock(), self.person_id
        task = self.do(lambda db, _: undo(db, now=now, entry_id=entry_id, person_id=person_id))
        task.finished.connect(self._select_again)

    def undo_newest(self) -> None:
        """Take back what was done in this session; what is older is named first.

        The toast that names it has the way back; a second Ctrl+Z takes it.
        """
        from warmcalls.actions.undo_offer import undo_offer

        person_id = self.person_id
        task = self._tasks.read(lambda db: undo_offer(db, person_id))
        task.finished.connect(self._offer_undo)
        task.failed.connect(self._say_error)

    def _offer_undo(self, offer: "UndoOffer | None") -> None:
        if offer is None or offer.at >= self._since or offer.entry_id == self._offered:
            self.undo(offer.entry_id if offer else None)
            return
        self._offered = offer.entry_id
        self.said.emit(offer.words, offer.entry_id)

    def redo(self) -> None:
        """Do again what this person took back last."""
        from warmcalls.actions.redo import redo

        now, person_id = self._clock(), self.person_id
        self.do(lambda db, _: redo(db, now=now, person_id=person_id))

    def _select_again(self, done: Done) -> None:
        self._select = done.id

    def _snooze(self, client_id: int, until: int) -> None:
        now, person_id = self._clock(), self.person_id
        from warmcalls.actions.edit_client import snooze

        self.do(lambda db, _: snooze(db, client_id, until, now=now, person_id=person_id))

    def _save_notes(self, client_id: int, text: str) -> None:
        now, person_id = self._clock(), self.person_id

        def save(db: Writer, _: Step) -> Done:
            from warmcalls.actions.edit_client import save_notes

            return save_notes(db, client_id, text, now=now, person_id=person_id)

        self._cards.pop(client_id, None)
        task = self._tasks.write(save)
        task.failed.connect(self._say_error)

    def do(self, action: Callable[[Writer, Step], Done]) -> Task[Done]:
        """Carry an action out, say what came of it, and tell who watches."""
        self._writing += 1
        task = self._tasks.write(action)
        task.finished.connect(self._done)
        task.failed.connect(self._failed)
        return task

    def _done(self, done: Done) -> None:
        self._writing -= 1
        self.show_done(done)

    def show_done(self, done: Done) -> None:
        """Say what an action did, and tell who watches."""
        self.said.emit(done.said, done.undo)
        self.changed.emit(done.changed)

    def _failed(self, error: Exception) -> None:
        """Say what went wrong, and show what is really there: the page had gone ahead."""
        self._writing -= 1
        self._say_error(error)
        self.refresh()

    def _say_error(self, error: Exception) -> None:
        words = str(error) if isinstance(error, RefusedError) else database_words(error)
        self.said.emit(words or "Something went wrong; what was saved is safe.", None)

    def _dial(self, number: str) -> None:
        """Hand a number to whatever rings on this computer; where nothing does, copy it."""
        if not QDesktopServices.openUrl(QUrl(f"tel:{number}")):
            QGuiApplication.clipboard().setText(number)
            self.said.emit(f"No program here dials: {number} is copied.", None)
