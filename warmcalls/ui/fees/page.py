"""The page of job briefs, placements and fees."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from warmcalls.actions.briefs_and_fees import BriefsAndFees
from warmcalls.store.engine import Reader
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.empty import EmptyState
from warmcalls.ui.components.find_field import FindField
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.components.tabs import TabRow
from warmcalls.ui.components.toast import ToastStrip
from warmcalls.ui.fees.deeds import Deeds
from warmcalls.ui.fees.figures_section import FiguresSection
from warmcalls.ui.fees.lists import BriefSection, FeeSection, ListSection
from warmcalls.ui.tasks import Task, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.clients import Person

WATCHES: Final = frozenset(
    {"placements", "calls", "clients", "campaigns", "imports", "settings", "people"}
)
NAMES: Final = {"fees": "Fees", "briefs": "Job briefs", "figures": "Rates and months"}
NO_FEES: Final = (
    "Every placement and its fee will stand here, with what is not paid yet. Record one, or "
    "import your invoices."
)
NO_BRIEFS: Final = "Every job that a client asks you to fill will stand here until it is filled."
PAUSE_MS: Final = 150


class FeesPage(QWidget):
    """Job briefs, placements and fees; exchange rates and the four Cs.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
        undo_wanted: the journal entry to take back.
        import_wanted: files are to be chosen.
    """

    done = Signal(object)
    failed = Signal(str)
    undo_wanted = Signal(object)
    import_wanted = Signal()

    def __init__(self, theme: Theme, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._tasks, self._clock = theme, tasks, clock
        self._reading: Task[BriefsAndFees] | None = None
        self.deeds = Deeds(self, theme, tasks, clock)
        self.finder = FindField(theme, "Client, job, person or invoice")
        self.import_button = Button(theme, "Import…", icon="ph.file-arrow-down")
        self.brief_button = Button(theme, "New brief", Look.PRIMARY, icon="ph.plus")
        self.placement_button = Button(theme, "New placement", Look.PRIMARY, icon="ph.plus")
        self.tabs = TabRow(theme, list(NAMES.values()))
        self.fees, self.briefs = FeeSection(theme), BriefSection(theme)
        self.figures = FiguresSection(theme)
        self.no_fees = EmptyState(theme, NO_FEES, "Record a placement")
        self.no_briefs = EmptyState(theme, NO_BRIEFS, "Add a job brief")
        self.loading, self.toast = LoadingBar(theme), ToastStrip(theme)
        self._stack = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._wire()

    # What the window asks of every page

    def set_person(self, person: "Person | None") -> None:
        """Say who works here, for the journal."""
        self.deeds.person = person

    def hear(self, topics: object) -> None:
        """Refresh where one of the topics is watched and the page is seen."""
        if isinstance(topics, frozenset) and topics & WATCHES and self.isVisible():
            self.refresh()

    def show_said(self, text: str, entry: int | None = None) -> None:
        """Say what happened; with a journal entry it can be undone."""
        way_back = None if entry is None else lambda: self.undo_wanted.emit(entry)
        self.toast.show_message(text, way_back)

    def focus(self) -> None:
        """Put the focus where the keys work."""
        shown = self._section(self._stack.currentIndex()).currentWidget()
        (shown or self.tabs).setFocus(Qt.FocusReason.OtherFocusReason)

    def add_new(self) -> None:
        """Add a brief where briefs are shown, else a placement."""
        if self._stack.currentIndex() == list(NAMES).index("briefs"):
            self.deeds.new_brief()
        else:
            self.deeds.new_placement()

    def show_section(self, name: str) -> None:
        """Go to fees, briefs or figures."""
        self.tabs.choose(list(NAMES).index(name))

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is new."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again; what is shown stays until the answer is here."""
        if self._reading is not None:
            self._reading.cancel()
        now, text = self._clock(), self.finder.text().strip()

        def read(db: Reader) -> BriefsAndFees:
            from warmcalls.actions.briefs_and_fees import briefs_and_fees

            return briefs_and_fees(db, now=now, text=text)

        self.loading.show_loading(True)
        self._reading = self._tasks.read(read)
        self._reading.finished.connect(self._show)
        self._reading.failed.connect(self._fail)

    def _show(self, found: BriefsAndFees) -> None:
        self._reading = None
        self.loading.show_loading(False)
        self.deeds.facts = found.facts
        looking = bool(self.finder.text().strip())
        self.fees.show_found(found)
        self.briefs.show_found(found)
        self.figures.show_found(found)
        self._section(0).setCurrentIndex(0 if found.money or looking else 1)
        self._section(1).setCurrentIndex(0 if found.briefs or looking else 1)
        self._dress()

    def _fail(self, error: Exception) -> None:
        self.loading.show_loading(False)
        self.failed.emit(str(error))

    def _finish(self, done: object) -> None:
        self.done.emit(done)
        self.refresh()

    def _section(self, number: int) -> QStackedWidget:
        part = self._stack.widget(number)
        assert isinstance(part, QStackedWidget)
        return part

    def _dress(self) -> None:
        """Show in the head what belongs to the section; an empty page has its own button."""
        number = self._stack.currentIndex()
        filled = self._section(number).currentIndex() == 0
        self.finder.setVisible(number < 2 and filled)  # noqa: PLR2004  figures have no rows
        self.placement_button.setVisible(number == 0 and filled)
        self.brief_button.setVisible(number == 1 and filled)

    def _lay_out(self) -> None:
        px = self._theme.px
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QWidget()
        head.setFixedHeight(px(60))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(24), 0, px(24), 0)
        row.setSpacing(px(8))
        row.addWidget(PlainLabel(self._theme, "Briefs and fees", size=17, semibold=True))
        row.addSpacing(px(12))
        row.addWidget(self.finder, 1)
        row.addStretch(1)
        for button in (self.import_button, self.brief_button, self.placement_button):
            row.addWidget(button)
        for parts in ((self.fees, self.no_fees), (self.briefs, self.no_briefs), (self.figures,)):
            stack = QStackedWidget()
            for each in parts:
                stack.addWidget(each)
            self._stack.addWidget(stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, self.tabs, self.loading):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.toast)

    def _wire(self) -> None:
        self.tabs.chosen.connect(self._stack.setCurrentIndex)
        self.tabs.chosen.connect(lambda _: self._dress())
        self._pause.timeout.connect(self.refresh)
        self.finder.textEdited.connect(lambda _: self._pause.start())
        self.finder.left.connect(self.focus)
        self.import_button.clicked.connect(self.import_wanted)
        for button in (self.placement_button, self.brief_button):
            button.clicked.connect(self.add_new)
        for empty in (self.no_fees, self.no_briefs):
            empty.pressed.connect(self.add_new)
        sections: tuple[ListSection, ...] = (self.fees, self.briefs)
        for section in sections:
            section.wanted.connect(self.deeds.about)
        self.figures.rate_wanted.connect(
            lambda code, rate, day: self.deeds.set_rate(code, rate, day, self.figures.rate_kept)
        )
        self.figures.rate_gone.connect(self.deeds.remove_rate)
        self.figures.figure_wanted.connect(self.deeds.set_figure)
        self.deeds.done.connect(self._finish)
        self.deeds.failed.connect(self._refused)
        shortcut = QShortcut(QKeySequence("/"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _refused(self, why: str) -> None:
        self.refresh()
        self.failed.emit(why)
