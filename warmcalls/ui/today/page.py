"""Today: the list at the left, the call card and the keypad at the right."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QWidget

from warmcalls.domain.calls import CallCard, Day, WarmCall
from warmcalls.domain.errors import RefusedError
from warmcalls.ui.components.empty import EmptyState
from warmcalls.ui.theme import Theme
from warmcalls.ui.today import keys
from warmcalls.ui.today.answered import done_call
from warmcalls.ui.today.desk_view import DeskView
from warmcalls.ui.today.keypad_state import REJECT, Answers
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.summary import Summary
from warmcalls.ui.today.words import when_words

WIDEST: Final = 1680
NOTHING: Final = "Today’s calls will be here, the warmest first, once the app knows your clients."
REST: Final = "Nobody is warm enough to ring now. New interest brings calls here by itself."


class TodayPage(QWidget):
    """Shows a day, takes outcomes, and moves on to the next call by itself.

    Args:
        theme: gives colours and face.
        zone: the agency's.
        clock: returns now, UTC microseconds.
        parse_when: returns the moment a typed time means, or raises RefusedError.
    """

    recorded = Signal(object, object, object)
    card_wanted = Signal(int)
    undo_wanted = Signal(object)
    snoozed = Signal(int, object)
    notes_changed = Signal(int, str)
    dialled = Signal(str)
    why_wanted = Signal(int)
    signal_wanted = Signal(int)
    brief_wanted = Signal(int)
    placement_wanted = Signal(int)
    import_wanted = Signal()
    client_wanted = Signal(int)
    page_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        zone: ZoneInfo,
        clock: Callable[[], int],
        parse_when: Callable[[str], int],
    ) -> None:
        super().__init__()
        self._theme, self._now, self._parse = theme, Now(clock, zone), parse_when
        self._day: Day | None = None
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = DeskView(theme, self._now, self._read_when)
        self._summary = Summary(theme)
        self._empty = EmptyState(theme, NOTHING, "Bring in our clients")
        self._resting = EmptyState(theme, REST)
        self._pages = QStackedWidget()
        for page in (self._desk, self._summary, self._empty, self._resting):
            self._pages.addWidget(page)
        self._pages.setMaximumWidth(theme.px(WIDEST))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._pages)
        self._keys = keys.bindings(self)
        self._wire()

    def _wire(self) -> None:
        desk = self._desk
        desk.list.chosen.connect(self._chosen)
        desk.keypad.completed.connect(self._completed)
        desk.keypad.snooze_asked.connect(self._snooze)
        desk.keypad.undo_wanted.connect(self.undo)
        desk.keypad.prompt_closed.connect(desk.list.setFocus)
        desk.card.dialled.connect(self.dialled)
        desk.card.client_wanted.connect(self.show_history)
        desk.card.signal_wanted.connect(self.add_signal)
        desk.card.notes.changed.connect(self.notes_changed)
        desk.card.notes.left.connect(desk.list.setFocus)
        desk.why_not.clicked.connect(self.why_not)
        desk.card.why_wanted.connect(self.why_here)
        desk.more.why_wanted.connect(self.why_here)
        desk.more.wanted.connect(self.page_wanted)
        self._summary.undo.clicked.connect(self.undo)
        self._empty.pressed.connect(self.import_wanted)

    # What the app shows

    def show_day(self, day: Day, *, clients: int = 0) -> None:
        """Show a day; the client that was selected stays so where it is still here.

        Args:
            day: the calls done and to come.
            clients: how many clients there are at all; without any the page asks for them.
        """
        self._day = day
        self._show_counts(day)
        self._desk.list.show_calls(day.calls)
        self._choose_page(day, clients)

    def show_card(self, card: CallCard) -> None:
        """Fill in the card of the selected client; one that came too late is left out."""
        self._desk.card.show_card(card)

    def show_said(self, text: str, entry: int | None = None) -> None:
        """Say what happened; with a journal entry it can be undone."""
        way_back = None if entry is None else lambda: self.undo_wanted.emit(entry)
        self._desk.toast.show_message(text, way_back)

    def show_loading(self, loading: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters
        """Show that the list is being made."""
        self._desk.loading.show_loading(loading)

    def select_client(self, client_id: int) -> None:
        """Select a client, as after an undo."""
        self._desk.list.select_client(client_id)

    def current(self) -> WarmCall | None:
        """Return the call that is selected."""
        return self._desk.list.current()

    def focus(self) -> None:
        """Put the focus where the keys work."""
        page = self._pages.currentWidget() or self
        (self._desk.list if page is self._desk else page).setFocus()

    def flush(self) -> None:
        """Tell of notes not yet told; call it before the window closes."""
        self._desk.card.notes.flush()

    def save_state(self) -> bytes:
        """Return how wide the list is, for the next time."""
        return bytes(self._desk.splitter.saveState().data())

    def restore_state(self, state: bytes) -> None:
        """Make the list as wide as it was."""
        if state and self._desk.splitter.restoreState(QByteArray(state)):
            self._desk.keep_width()

    # What a key or a button does

    def step(self, by: int) -> None:
        """Select another call."""
        self._desk.list.step(by)

    def dial(self) -> None:
        """Ring, or press the button that has the focus."""
        at = self.focusWidget()
        if isinstance(at, QAbstractButton) and at.hasFocus():
            at.click()
        else:
            self._desk.card.dial()

    def undo(self) -> None:
        """Take back the last thing."""
        self.flush()
        self._desk.toast.dismiss()
        self.undo_wanted.emit(None)

    def write_notes(self) -> None:
        """Put the focus in the notes."""
        self._desk.card.notes.begin()

    def snooze(self) -> None:
        """Ask until when the client shall rest."""
        self._desk.keypad.begin_snooze()

    def reject(self) -> None:
        """Ask why the client is rejected before a call."""
        self._desk.keypad.press(REJECT)

    def show_history(self) -> None:
        """Ask for everything that happened at the client."""
        if call := self.current():
            self.client_wanted.emit(call.client_id)

    def why_here(self) -> None:
        """Ask why this client stands where it stands; without one, ask about which."""
        call = self.current()
        self.why_wanted.emit(call.client_id if call else 0)

    def why_not(self) -> None:
        """Ask why somebody is not on the list."""
        self.why_wanted.emit(0)

    def add_signal(self) -> None:
        """Ask for the sheet on which one notes what one heard of a client."""
        if call := self.current():
            self.signal_wanted.emit(call.client_id)

    def record_brief(self) -> None:
        """Ask for a job brief of this client."""
        call = self.current()
        if call is not None:
            self.brief_wanted.emit(call.client_id)

    def record_placement(self) -> None:
        """Ask who was placed at this client."""
        call = self.current()
        if call is not None:
            self.placement_wanted.emit(call.client_id)

    # What happens

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key that no field wanted."""
        working = self._pages.currentWidget() is self._desk
        if working and keys.handle(event, self._desk.keypad, self._keys):
            return
        if not working and keys.name_of(event) == "ctrl+Z":
            self.undo()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room in the order the design asks for."""
        super().resizeEvent(event)
        self._desk.fit(self.width(), self.height())

    def _chosen(self, call: WarmCall | None) -> None:
        self._desk.keypad.reset()
        if call is not None:
            self._desk.card.show_call(call, self._desk.list.top())
            self.card_wanted.emit(call.client_id)

    def _completed(self, answers: Answers) -> None:
        """Tell of an outcome and go on to the next call."""
        call, day = self.current(), self._day
        if call is None or day is None:
            return
        self.flush()
        next_at = self._parse(answers.when_text) if answers.when_text else None
        done = done_call(call, answers, self._now())
        self._leave(call, replace(day, done=(*day.done, done)))
        self.recorded.emit(call, answers, next_at)

    def _snooze(self, text: str) -> None:
        call, day = self.current(), self._day
        if call is None or day is None:
            return
        until = self._parse(text)
        self._leave(call, day)
        self.snoozed.emit(call.client_id, until)

    def _leave(self, call: WarmCall, day: Day) -> None:
        """Take a call off the list and select the next one."""
        self._day = replace(day, calls=tuple(c for c in day.calls if c is not call))
        self._desk.list.remove(call.client_id)
        self._show_counts(self._day)
        self._choose_page(self._day, clients=1)
        self.focus()

    def _show_counts(self, day: Day) -> None:
        self._desk.head.show_day(day)
        self._desk.done.show_done(day.done)

    def _choose_page(self, day: Day, clients: int) -> None:
        if day.calls:
            self._pages.setCurrentWidget(self._desk)
        elif day.done:
            self._summary.show_done(day.done, day.thanks)
            self._pages.setCurrentWidget(self._summary)
        else:
            self._pages.setCurrentWidget(self._resting if clients else self._empty)

    def _read_when(self, text: str) -> str:
        """Return a typed time as the prompt repeats it.

        Raises:
            RefusedError: it is no time to come.
        """
        if not text.strip():
            raise RefusedError('Say when, for example "tue 2pm".')
        return when_words(self._parse(text), self._now.zone)
