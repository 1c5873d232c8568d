"""Settings: one page with a row of sections."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from warmcalls.actions.done import Done
from warmcalls.domain.clients import Person
from warmcalls.domain.settings import Settings
from warmcalls.store import imports, people, settings
from warmcalls.store.engine import Reader, Row
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.tabs import TabRow
from warmcalls.ui.components.toast import ToastStrip
from warmcalls.ui.settings.agency import AgencySection
from warmcalls.ui.settings.imports import ImportsSection
from warmcalls.ui.settings.keeper import Keeper
from warmcalls.ui.settings.pages import PagesSection
from warmcalls.ui.settings.people import PeopleSection
from warmcalls.ui.settings.signals import SignalsSection
from warmcalls.ui.tasks import Task, Tasks
from warmcalls.ui.theme import Theme

WATCHES: Final = frozenset({"settings", "people", "imports", "clients", "signals", "calls"})
NAMES: Final = {
    "agency": "Agency",
    "people": "People",
    "signals": "What signals are worth",
    "pages": "Pages of your website",
    "imports": "Imports",
}
MOST_IMPORTS: Final = 1000
FOLDED: Final = (640, 400)  # least width and height, pixels at 100 %, of a section that folds
Found = tuple[Settings, list[Person], list[Row]]


def read_all(db: Reader) -> Found:
    """Read everything the page shows."""
    return settings.load(db), people.everyone(db), imports.latest(db, MOST_IMPORTS)


class _Stack(QStackedWidget):
    """Sections of which only the one that is seen asks for room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        """Say no: sections wrap their words, and scroll or fold in the height there is."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return what the section needs that is seen."""
        section = self.currentWidget()
        if section is None:
            return super().minimumSizeHint()
        return section.minimumSizeHint()


class SettingsPage(QWidget):
    """The agency, its people, what signals are worth, its web pages, and what came in.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        ROOM: the least width and height, in pixels at 100 %, of sections that do not fold.
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
        import_wanted: files are to be chosen.
        undo_wanted: the journal entry to take back.
    """

    ROOM: Final = (1100, 640)
    done = Signal(object)
    failed = Signal(str)
    import_wanted = Signal()
    undo_wanted = Signal(object)

    def __init__(self, theme: Theme, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__()
        self._theme = theme
        self._reading: Task[Found] | None = None
        self.keeper = Keeper(tasks, clock, self)
        self.tabs = TabRow(theme, list(NAMES.values()))
        self.agency = AgencySection(theme, self.keeper)
        self.people = PeopleSection(theme, self.keeper)
        self.signals = SignalsSection(theme, self.keeper)
        self.pages = PagesSection(theme, self.keeper)
        self.imports = ImportsSection(theme, self.keeper)
        self.toast = ToastStrip(theme)
        self._stack = _Stack()
        for section in (self.agency, self.people, self.signals, self.pages, self.imports):
            self._stack.addWidget(section)
        self._lay_out()
        self.setFocusProxy(self.tabs)
        self.tabs.chosen.connect(self._turn_to)
        self.imports.import_wanted.connect(self.import_wanted)
        self.signals.drafted.connect(self._mark_draft)
        self.keeper.done.connect(self._finish)
        self.keeper.failed.connect(self._fail)

    def refresh(self) -> None:
        """Read everything again."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self.keeper.read(read_all)
        self._reading.finished.connect(self._show)
        self._reading.failed.connect(lambda error: self.failed.emit(str(error)))

    def hear(self, topics: object) -> None:
        """Refresh where one of the topics is watched and the page is seen."""
        if isinstance(topics, frozenset) and topics & WATCHES and self.isVisible():
            self.refresh()

    def show_section(self, name: str) -> None:
        """Go to a section by its id."""
        self.tabs.choose(list(NAMES).index(name))

    def show_said(self, text: str, entry: int | None = None) -> None:
        """Say what happened; with a journal entry it can be undone."""
        way_back = None if entry is None else lambda: self.undo_wanted.emit(entry)
        self.toast.show_message(text, way_back)

    def set_person(self, person: Person | None) -> None:
        """Say who works here, for the journal."""
        self.keeper.person_id = person.id if person else None

    def focus(self) -> None:
        """Put the focus where the keys work."""
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is new."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        px = self._theme.px
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QWidget()
        head.setFixedHeight(px(60))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(24), 0, px(24), 0)
        row.addWidget(PlainLabel(self._theme, "Settings", size=17, semibold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(self.toast)

    def _turn_to(self, number: int) -> None:
        """Show a section; with large text the page is as large as that needs, and scrolled."""
        self._stack.setCurrentIndex(number)
        if self._theme.scale > 1.0:
            folds = self._stack.currentWidget() is self.signals
            self.setMinimumSize(
                *(self._theme.px(least) for least in (FOLDED if folds else self.ROOM))
            )

    def _mark_draft(self, draft: str) -> None:
        self.tabs.mark(list(NAMES).index("signals"), "not saved" if draft else "")

    def _show(self, found: Found) -> None:
        self._reading = None
        agency, everyone, newest = found
        for section in (self.agency, self.signals, self.pages):
            section.show_settings(agency)
        self.people.show_people(everyone)
        self.imports.show_imports(newest, agency.zone)

    def _finish(self, done: Done) -> None:
        self.refresh()
        self.done.emit(done)

    def _fail(self, why: str) -> None:
        self.refresh()
        self.failed.emit(why)
