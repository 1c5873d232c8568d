"""The Results page: the owner's answer, its charts, and what stands behind them."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from warmcalls.domain.behind import Behind, By, Rows
from warmcalls.domain.periods import month_words
from warmcalls.domain.results import Results
from warmcalls.reports.charts.kinds import AnyKind, Kind
from warmcalls.ui.charts.drawing import drawing_of
from warmcalls.ui.components.empty import EmptyState
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.components.toast import ToastStrip
from warmcalls.ui.results import asking
from warmcalls.ui.results.asking import Found
from warmcalls.ui.results.head import Head
from warmcalls.ui.results.headline import Headline
from warmcalls.ui.results.output import Output
from warmcalls.ui.results.panels import Panels
from warmcalls.ui.results.sheets import ResultSheets
from warmcalls.ui.tasks import Task, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.done import Done
    from warmcalls.domain.clients import Person
    from warmcalls.store.engine import Reader, Writer
    from warmcalls.ui.fees.figure_deeds import FigureDeeds
    from warmcalls.ui.tasks import Step

WATCHES: Final = frozenset({
    "campaigns", "placements", "clients", "calls", "signals", "settings", "people", "imports",
})  # fmt: skip
NOTHING: Final = (
    "Here you will see what marketing brings back for every pound: fees against spend, month by "
    "month, and which campaigns earned them."
)
NOTES: Final = "Left out, counted elsewhere, or worth a look"
SCROLL_BAR: Final = 10  # pixels, so that the panels end where the head does
SHORTCUTS: Final = {"Ctrl+S": "save", "Ctrl+P": "print", "Ctrl+C": "copy"}


class ResultsPage(QWidget):
    """The owner's charts.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
        undo_wanted: the journal entry to take back.
        changed: topics that changed without a sentence to say.
        page_wanted: another page is wanted: its id.
        client_wanted: a client's history is wanted.
        ROOM: the least width and height, in pixels at 100 %; it scrolls by itself.
    """

    ROOM: Final = (480, 400)
    done = Signal(object)
    failed = Signal(str)
    undo_wanted = Signal(object)
    changed = Signal(object)
    page_wanted = Signal(str)
    client_wanted = Signal(int)

    def __init__(self, theme: Theme, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._tasks, self._clock = theme, tasks, clock
        self._reading: Task[Found] | None = None
        self._person: Person | None = None
        self.found: Found | None = None
        self.drawing = drawing_of(tasks)
        self.head, self.headline = Head(theme), Headline(theme)
        self.panels = Panels(theme, self.drawing)
        self.notes_head = PlainLabel(theme, NOTES, size=11, semibold=True, role="text2")
        self.notes = PlainLabel(theme, role="text2", wraps=True)
        self.empty = EmptyState(theme, NOTHING, "Enter fees and spend")
        self.bar, self.toast = LoadingBar(theme), ToastStrip(theme)
        self.output = Output(self, self.drawing)
        self.sheets = ResultSheets(self, theme, tasks, clock, self.drawing, self.output)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def results(self) -> Results | None:
        """What the page shows."""
        return self.found.results if self.found else None

    @cached_property
    def figures(self) -> "FigureDeeds":
        """The sheet in which the four Cs are typed in, made when it is first asked for."""
        from warmcalls.ui.fees.figure_deeds import FigureDeeds

        figures = FigureDeeds(self, self._theme, self._tasks, self._clock)
        figures.person, figures.beside = self._person, (self.sheets,)
        figures.done.connect(self._typed)
        figures.failed.connect(self.failed)
        return figures

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
        self._person = self.sheets.person = person
        if "figures" in self.__dict__:
            self.figures.person = person

    def focus(self) -> None:
        """Put the focus where the keys work."""
        self.head.period.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Load what draws while the figures are read."""
        super().showEvent(event)
        self.drawing.warm_up()
        self.refresh()

    def do(self, deed: str) -> None:
        """Carry out what the head offers: as the signal of the head names it."""
        found = self.found
        if deed in {"fees", "ranking"}:
            self.page_wanted.emit(deed)
        elif deed == "months":
            self.figures.months()
        elif found is None:
            return
        elif deed == "statement":
            self.sheets.show_statement(found)
        elif deed == "copy":
            self.output.copy(found.results, self.panels.focused())
        elif deed == "print":
            self.output.print_results(found.results)
        elif deed == "save":
            self.output.save(found.results)

    def open_rows(self, kind: AnyKind | None, behind: object) -> None:
        """Show the rows behind a figure; the four Cs are typed in."""
        if isinstance(behind, Behind) and self.found is not None:
            self.sheets.show_rows(self.found, behind)
        elif kind is Kind.FOUR_CS:
            self.figures.months()

    def _show(self, found: Found) -> None:
        self._reading = None
        self.bar.show_loading(False)
        self.found = found
        self.head.show_choices(found.choices, found.period, found.today)
        self.headline.show_results(found.results)
        self.headline.stop_editing()
        self.notes.setText("\n".join(" ".join(note.split()) for note in found.results.notes))
        for part in (self.notes_head, self.notes):
            part.setVisible(bool(found.results.notes))
        nothing = is_nothing(found.results) and not self.head.is_narrowed
        self._stack.setCurrentIndex(1 if nothing else 0)
        self.panels.show_results(found.results)

    def _fail(self, error: object) -> None:
        self._reading = None
        self.bar.show_loading(False)
        self.failed.emit(str(error))

    def _of_chart(self, does: Callable[[Results, Kind], None], kind: Kind) -> None:
        if self.results is not None:
            does(self.results, kind)

    def _open_headline(self) -> None:
        """Show the fees that the sentence speaks of."""
        if self.results is None or not self.results.headline_month:
            return
        month = self.results.headline_month
        title = f"Fees paid in {month_words(month)}"
        self.open_rows(None, Behind(Rows.FEES, title, month, month, By.PAID, credited=False))

    def _open_return(self) -> None:
        """Show the fees that the return is of."""
        self.open_rows(None, Behind(Rows.FEES, "Fees credited to marketing"))

    def _typed(self, done: "Done") -> None:
        self.refresh()
        self.done.emit(done)

    def _keep_line(self, line: float) -> None:
        """Save the owner's line."""
        now, person_id = self._clock(), self.sheets.person_id

        def run(db: "Writer", _: "Step") -> "Done":
            from warmcalls.actions.change_settings import change_settings

            said = "Changed your line"
            return change_settings(db, now=now, person_id=person_id, said=said, owner_line=line)

        task = self._tasks.write(run)
        task.finished.connect(self._kept_line)
        task.failed.connect(lambda error: self.headline.editor.refuse(str(error)))

    def _kept_line(self, done: "Done") -> None:
        self.headline.stop_editing()
        self.refresh()
        self.done.emit(done)

    def _connect(self) -> None:
        self.head.asked.connect(self.refresh)
        self.head.deed.connect(self.do)
        self.headline.sentence.pressed.connect(self._open_headline)
        self.headline.figure.pressed.connect(self._open_return)
        self.headline.line_typed.connect(self._keep_line)
        self.panels.opened.connect(self.open_rows)
        self.panels.copied.connect(lambda kind: self._of_chart(self.output.copy, kind))
        self.panels.saved.connect(lambda kind: self._of_chart(self.output.save, kind))
        self.sheets.client_wanted.connect(self.client_wanted)
        self.output.said.connect(self.show_said)
        self.output.failed.connect(self.failed)
        self.empty.pressed.connect(lambda: self.page_wanted.emit("fees"))
        for keys, deed in SHORTCUTS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda deed=deed: self.do(deed))

    def _lay_out(self) -> None:
        px = self._theme.px
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(*(px(n) for n in (24, 16, 24 - SCROLL_BAR, 24)))
        inside.setSpacing(px(16))
        inside.addWidget(self.headline)
        inside.addWidget(self.panels)
        notes = QVBoxLayout()
        notes.setSpacing(px(4))
        notes.addWidget(self.notes_head)
        notes.addWidget(self.notes)
        inside.addLayout(notes)
        inside.addStretch(1)
        self._stack.addWidget(_scrolling(content))
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.toast)


def is_nothing(results: Results) -> bool:
    """Tell whether there is not a single figure to show."""
    return not any(
        m.spend or m.fees or m.invoiced or m.paid or m.first_signals for m in results.months
    )


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area
