"""The Clients page: the list that everything hangs on, kept with the ease of a spreadsheet."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from warmcalls.domain.client_query import Order, Question
from warmcalls.ui.clients.deeds import Deeds
from warmcalls.ui.clients.doing import Doing
from warmcalls.ui.clients.head import Head
from warmcalls.ui.clients.kept import Kept
from warmcalls.ui.clients.listing import Listing
from warmcalls.ui.clients.looking import Looking
from warmcalls.ui.clients.pairs import Pairs
from warmcalls.ui.clients.reading import Around, First, Reading
from warmcalls.ui.clients.views_bar import ViewsBar
from warmcalls.ui.components.empty import EmptyState
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.components.tab_order import keep_in_order
from warmcalls.ui.components.toast import ToastStrip
from warmcalls.ui.forms.form_sheet import Problem
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.clients import Person
    from warmcalls.domain.saved_views import View

WATCHES: Final = frozenset(
    "clients calls signals imports settings people campaigns placements notes views".split()
)
EMPTY: Final = (
    "Here your target clients will stand: who they are, who came to see you, and whether they "
    "are on today’s list."
)
BROKEN: Final = "The clients could not be read; what is shown is what was read last. {why}"
PAUSE_MS: Final = 30  # while one types


class ClientsPage(QWidget):
    """Every target client in a table, one of them in a panel at the right.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.
        zone: the agency's time zone.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
        undo_wanted: the journal entry to take back, None for the newest.
        wanted: something that the window does: its command, a client's id or 0, and its name.
        kept: how the page stands, for the next time.
        ROOM: the least width and height, in pixels at 100 %; it folds and scrolls by itself.
    """

    ROOM: Final = (640, 400)
    done = Signal(object)
    failed = Signal(str)
    undo_wanted = Signal(object)
    wanted = Signal(str, int, str)
    kept = Signal(str)

    def __init__(
        self, theme: Theme, tasks: Tasks, clock: Callable[[], int], zone: ZoneInfo
    ) -> None:
        super().__init__()
        self._theme, self._is_mine = theme, False
        self.question = self._answered = Question()
        self.found: Around | None = None
        self.head, self.views = Head(theme), ViewsBar(theme)
        self.listing = Listing(theme, tasks, clock, zone)
        self.empty = EmptyState(theme, EMPTY, "Import a client list")
        self.problem = Problem(theme)
        self.loading, self.toast = LoadingBar(theme), ToastStrip(theme)
        self.host = SheetHost(self, theme, tasks, clock)
        self.deeds = Deeds(self.host, theme, tasks, clock)
        self.pairs = Pairs(self.host, theme, tasks, clock)
        self.looking = Looking(self, self.host, theme, tasks, clock)
        self.doing = Doing(self)
        self.reading = Reading(tasks, clock, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._stack = QStackedWidget()
        self._lay_out()
        self._wire()
        self.doing.listen()

    def _lay_out(self) -> None:
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for body in (QWidget(), self.listing, self.empty):
            self._stack.addWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strips = (self.head, self.loading, self.views, self.problem, self._stack, self.toast)
        for strip in strips:
            column.addWidget(strip, int(strip is self._stack))

    def _wire(self) -> None:
        head, listing, reading = self.head, self.listing, self.reading
        head.search.textEdited.connect(lambda _: self._pause.start())
        head.search.left.connect(self.focus)
        head.columns.chosen.connect(self.show_columns)
        for part in (head.filter, head.chips):
            part.asked.connect(self.ask)
            part.more_wanted.connect(self.looking.filters)
        self._pause.timeout.connect(self._type)
        self.views.tabs.chosen.connect(self.show_view)
        self.views.coverage.pressed.connect(self.looking.tier)
        listing.table.sorted_by.connect(self._sort)
        listing.table.columns_changed.connect(self._keep)
        listing.panel_turned.connect(self._keep)
        listing.model.rows_wanted.connect(reading.fetch)
        reading.begun.connect(self._begin)
        reading.told.connect(listing.show_ids)
        reading.fetched.connect(listing.model.take_rows)
        reading.around.connect(self._show_around)
        for heard in (self._fail, listing.model.let_go):
            reading.failed.connect(heard)
        for keys, does in (("/", self._seek), ("Ctrl+I", listing.turn_panel)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    # What the window asks of every page

    def set_person(self, person: "Person | None") -> None:
        """Say who works here."""
        self.host.person = self.reading.person = person
        self.listing.panel.set_person(person)
        self.looking.set_person(person)
        self.reading.forget()
        if self.isVisible():
            self.refresh()

    def hear(self, topics: object) -> None:
        """Refresh where one of the topics is watched and the page is seen."""
        if not isinstance(topics, frozenset) or not topics & WATCHES:
            return
        self.reading.forget()
        if self.isVisible() and not self._is_mine:
            self.refresh()

    def show_said(self, text: str, entry: int | None = None) -> None:
        """Say what happened; with a journal entry it can be undone."""
        way_back = None if entry is None else lambda: self.undo_wanted.emit(entry)
        self.toast.show_message(text, way_back)

    def focus(self) -> None:
        """Put the focus where the keys work."""
        part = self.empty if self._stack.currentWidget() is self.empty else self.listing
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_new(self) -> None:
        """Add a client by hand."""
        self.doing.carry_out("new")

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self.listing.panel.flush()

    def minimumSizeHint(self) -> QSize:
        """Return the least room, the same at any size.

        The parts fold, so what they need depends on the room they have. A scroll area that asked
        for that sum while it resizes the page would resize it for ever.
        """
        return QSize(*(self._theme.px(least) for least in self.ROOM))

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is new."""
        super().showEvent(event)
        self.refresh()

    # Asking

    @property
    def columns(self) -> Sequence[str]:
        """The ids of the columns that are shown, in their order."""
        return tuple(self.listing.model.columns)

    def ask(self, question: Question) -> None:
        """Show the clients that a question asks for."""
        is_same = question == self.question and bool(self.listing.model.ids)
        self.question = question
        self.head.filter.show_question(question)
        self.head.chips.show_question(question)
        self.head.refold()
        if self.head.search.text().strip() != question.text:
            self.head.search.setText(question.text)
        order = question.order
        self.listing.table.show_order(order.column, descending=order.descending)
        self._show_views()
        self.loading.show_loading(True)
        self.reading.ask(question, whole=is_same)

    def refresh(self) -> None:
        """Read everything again; what is shown stays until the answer is here."""
        self.listing.refresh()
        self.ask(self.question)
        self.reading.look_around()

    def show_view(self, view: "View") -> None:
        """Ask what a view asks, with its columns where a person kept it."""
        if view.id > 0 and view.columns:
            self.show_columns(view.columns)
        self.ask(view.question)
        self.focus()

    def show_columns(self, columns: Sequence[str]) -> None:
        """Show these columns."""
        self.listing.model.set_columns(columns)
        self.head.columns.show_columns(columns)
        self._keep()

    def show_client(self, client_id: int) -> None:
        """Go to a client, among all of them where it is not shown."""
        if not self.listing.reveal(client_id):
            self.ask(Question())

    def _seek(self) -> None:
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _type(self) -> None:
        self.ask(replace(self.question, text=self.head.search.text().strip()))

    def _sort(self, column: str, descending: bool) -> None:  # noqa: FBT001  a signal's
        self.ask(replace(self.question, order=Order(column, descending=descending)))

    def _begin(self, first: First) -> None:
        self.loading.show_loading(False)
        self.problem.say("")
        is_empty = not first.total
        self._stack.setCurrentWidget(self.empty if is_empty else self.listing)
        self.views.setVisible(not is_empty)
        self.head.show_empty(is_empty=is_empty)
        typed = self.question.text
        nothing = f"No client has “{typed}”." if typed else "No client fits these filters."
        self.listing.table.nothing = nothing
        self.listing.show_beginning(
            first.ids, first.rows, first.count, is_anew=first.question != self._answered
        )
        is_one = len(self.listing.chosen) <= 1
        if is_one or not first.question.finds_as(self._answered):
            self.listing.choose_one()  # nothing befalls clients that nobody sees
        self._answered = first.question

    def _fail(self, error: Exception) -> None:
        self.loading.show_loading(False)
        self.problem.say(BROKEN.format(why=error))

    def _show_around(self, around: Around) -> None:
        self.found = around
        self.listing.show_currency(around.currency)
        self.head.filter.set_choices(around.choices)
        self.listing.table.set_choices(around.choices)
        self.head.more.undo, self.head.more.redo = around.names.undo, around.names.redo
        self.head.show_pairs(around.pairs)
        self.views.show_coverage(around.coverage)
        self._show_views()

    def _show_views(self) -> None:
        """Show the views, with the one chosen that asks the same."""
        views = self.found.views if self.found else ()
        same = (v for v in views if v.question.finds_as(self.question))
        self.views.show_views(views, next(same, None))
        keep_in_order((self.head.new, *self.views.stops))

    def finish(self, done: object) -> None:
        """Tell the window what was done; no row moves, wherever it would sort by now."""
        self._is_mine = True
        try:
            self.done.emit(done)
        finally:
            self._is_mine = False
        self.listing.refresh()
        self.reading.look_around()

    # How it stood the last time

    def _keep(self) -> None:
        self.head.columns.show_columns(self.columns)
        state = Kept(self.listing.table.save_state(), is_panel_open=self.listing.is_panel_open)
        self.kept.emit(state.to_json())

    def restore(self, kept: str) -> None:
        """Be as it was the last time."""
        state = Kept.from_json(kept)
        if state.table:
            self.listing.table.restore_state(state.table)
        self.listing.open_panel(is_open=state.is_panel_open)
        self.head.columns.show_columns(self.columns)
