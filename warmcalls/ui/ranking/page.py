"""The Ranking page: whether the list keeps its word, and what it is worth beside chance."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from warmcalls.domain.behind import CallLine, Calls, CallsBehind
from warmcalls.reports import ranking_words
from warmcalls.reports.charts.kinds import RankingKind
from warmcalls.ui.charts.drawing import drawing_of
from warmcalls.ui.components.empty import EmptyState
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.components.toast import ToastStrip
from warmcalls.ui.ranking import asking
from warmcalls.ui.ranking.asking import Found
from warmcalls.ui.ranking.calls_sheet import CallsSheet
from warmcalls.ui.ranking.head import Head
from warmcalls.ui.ranking.headline import Headline
from warmcalls.ui.ranking.output import Output
from warmcalls.ui.ranking.panels import Panels
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Task, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.clients import Person
    from warmcalls.store.engine import Reader

WATCHES: Final = frozenset({"calls", "clients", "settings", "imports"})
NOTHING: Final = (
    "Here you will see whether the list keeps its word: how many of its calls were to be worth "
    "the time, and how many were."
)
SCROLL_BAR: Final = 10  # pixels, so that the panels end where the head does


class RankingPage(QWidget):
    """What the list promised against what came, and against calls at random.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
        undo_wanted: the journal entry to take back.
        client_wanted: a client's history is wanted.
        today_wanted: the list is wanted.
        settings_wanted: a section of Settings is wanted: its id.
        ROOM: the least width and height, in pixels at 100 %; it scrolls by itself.
    """

    ROOM: Final = (480, 400)
    done = Signal(object)
    failed = Signal(str)
    undo_wanted = Signal(object)
    client_wanted = Signal(int)
    today_wanted = Signal()
    settings_wanted = Signal(str)

    def __init__(self, theme: Theme, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._tasks, self._clock = theme, tasks, clock
        self._reading: Task[Found] | None = None
        self.found: Found | None = None
        self.drawing = drawing_of(tasks)
        self.head, self.headline = Head(theme), Headline(theme)
        self.panels = Panels(theme, self.drawing)
        self.apart = PlainLabel(theme, role="text2", wraps=True)
        self.empty = EmptyState(theme, NOTHING, "Go to today’s list")
        self.bar, self.toast = LoadingBar(theme), ToastStrip(theme)
        self.output = Output(self, self.drawing)
        self.sheets = SheetHost(self, theme, tasks, clock)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read everything again."""
        if self._reading is not None:
            self._reading.cancel()
        wanted, now = self.head.wanted, self._clock()

        def read(db: "Reader") -> Found:
            return asking.read(db, wanted, now)

        self.bar.show_loading(True)
        self._reading = self._tasks.read(read)
        self._reading.finished.connect(self._show)
        self._reading.failed.connect(self._fail)

    def hear(self, topics: object) -> None:
        """Refresh where one of the topics is watched and the page is seen."""
        if isinstance(topics, frozenset) and topics & WATCHES and self.isVisible():
            self.refresh()

    def show_said(self, text: str, entry: int | None = None) -> None:
        """Say what happened; with a journal entry it can be undone."""
        way_back = None if entry is None else lambda: self.undo_wanted.emit(entry)
        self.toast.show_message(text, way_back)

    def set_person(self, person: "Person | None") -> None:
        """Say who works here, for the journal."""
        self.sheets.person = person

    def focus(self) -> None:
        """Put the focus where the keys work."""
        is_empty = self._stack.currentWidget() is self.empty
        part = self.empty if is_empty else self.head.period
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Load what draws while the figures are read."""
        super().showEvent(event)
        self.drawing.warm_up()
        self.refresh()

    def save_page(self) -> None:
        """Save the page, where there is something to save."""
        if self.found is not None and not self.head.save.isHidden():
            self.output.save(self.found.report)

    def open_rows(self, behind: object) -> None:
        """Show the calls behind a figure."""
        found = self.found
        if not isinstance(behind, CallsBehind) or found is None:
            return
        sheet = CallsSheet(self._theme, behind)
        sheet.client_wanted.connect(partial(self._go, sheet))
        sheet.export_wanted.connect(
            lambda: self.output.export(behind.title, sheet.lines, found.zone)
        )
        if not self.sheets.open(sheet):
            return
        task = self._tasks.read(lambda db: asking.rows_behind(db, found.period, behind))

        def finished(lines: list[CallLine]) -> None:
            if self.sheets.sheet is sheet:
                sheet.show_lines(lines, found.zone)

        def failed(error: object) -> None:
            if self.sheets.sheet is sheet:
                sheet.refuse(str(error))

        task.finished.connect(finished)
        task.failed.connect(failed)

    def _go(self, sheet: CallsSheet, client_id: int) -> None:
        """Leave the rows for a client's history, which opens in a sheet of its own."""
        sheet.leave()
        self.client_wanted.emit(client_id)

    def _show(self, found: Found) -> None:
        self._reading = None
        self.bar.show_loading(False)
        self.found = found
        self.head.show_period(found.period, found.today)
        self.headline.show_report(found.report)
        self.apart.setText(ranking_words.apart(found.report))
        self.apart.setVisible(bool(self.apart.text()))
        is_empty = found.report.is_nothing and self.head.wanted is None
        self.head.show_asking(shown=not is_empty)
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self.panels.show_found(found)

    def _fail(self, error: object) -> None:
        self._reading = None
        self.bar.show_loading(False)
        self.failed.emit(str(error))

    def _save_chart(self, kind: RankingKind) -> None:
        if self.found is not None:
            self.output.save(self.found.report, kind)

    def _copy(self, kind: RankingKind) -> None:
        if self.found is not None:
            self.output.copy(self.found.report, kind)

    def _copy_focused(self) -> None:
        kind = self.panels.focused()
        if kind is not None:
            self._copy(kind)

    def _open_all(self) -> None:
        """Show the calls that the sentence speaks of."""
        self.open_rows(CallsBehind(Calls.LIST, "Calls of the list"))

    def _connect(self) -> None:
        self.head.asked.connect(self.refresh)
        self.head.save.clicked.connect(self.save_page)
        self.headline.pressed.connect(self._open_all)
        self.panels.opened.connect(self.open_rows)
        self.panels.copied.connect(self._copy)
        self.panels.saved.connect(self._save_chart)
        self.panels.settings_wanted.connect(self.settings_wanted)
        self.output.said.connect(self.show_said)
        self.output.failed.connect(self.failed)
        self.empty.pressed.connect(self.today_wanted)
        for keys, does in (("Ctrl+S", self.save_page), ("Ctrl+C", self._copy_focused)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def _lay_out(self) -> None:
        px = self._theme.px
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(*(px(n) for n in (24, 16, 24 - SCROLL_BAR, 24)))
        inside.setSpacing(px(16))
        for part in (self.headline, self.panels, self.apart):
            inside.addWidget(part)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        area.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self._stack.addWidget(area)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.toast)
