"""The window: rail and page over the status bar, the keys of the whole window, and drops."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from warmcalls.domain.clients import Person
from warmcalls.ui import window_keys
from warmcalls.ui.commands import PAGE
from warmcalls.ui.drop_hint import DropHint, files_in
from warmcalls.ui.rail import Rail, RailEntry
from warmcalls.ui.status_bar import StatusBar
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.ui.palette import Find, Palette
    from warmcalls.ui.shortcut_sheet import ShortcutSheet

SMALLEST: Final = (1024, 640)
ROOM: Final = (1100, 640)  # pixels at 100 % that a page needs which does not say its own `ROOM`
USUAL: Final = (1440, 900)
FOLDS_UNDER: Final = 1280
WIDEST: Final = 1680


class MainWindow(QWidget):
    """Shows one page at a time and says which command was asked for.

    Args:
        theme: gives colours and face.
        pages: every page by its id.
        later: makes a page when it is first gone to, by its id.
        entries: what the rail offers, in its order; the first one is shown.
        find: finds clients for the palette, and answers soon.

    Attributes:
        command: the id of a command that the window does not do by itself.
        files_dropped: a list of paths.
        person_chosen: a `Person`.
        shown: the id of the page that is shown.
    """

    command = Signal(str)
    client_chosen = Signal(int)
    person_chosen = Signal(object)
    files_dropped = Signal(object)
    page_shown = Signal(str)
    closing = Signal()

    def __init__(
        self,
        theme: Theme,
        pages: Mapping[str, QWidget],
        entries: Sequence[RailEntry],
        *,
        find: "Find",
        later: Mapping[str, Callable[[], QWidget]] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._by_id, self._later = theme, dict(pages), later or {}
        self.shown = ""
        self._around: dict[QWidget, QScrollArea] = {}
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.rail = Rail(theme, entries, settings="settings" in self._later)
        self.status = StatusBar(theme)
        self.pages = QStackedWidget()
        for page in self._by_id.values():
            self._add_page(page)
        self._lay_out()
        self._find = find
        self._hint = DropHint(theme, self)
        self._connect()
        self.set_agency("")
        self.resize(*USUAL)
        self.show_page(entries[0].id)

    @cached_property
    def palette_box(self) -> "Palette":
        """The command palette, made when it is first asked for."""
        from warmcalls.ui.palette import Palette

        made = Palette(self._theme, self._find)
        made.setParent(self)
        made.command_chosen.connect(self.run)
        made.client_chosen.connect(self.client_chosen)
        return made

    @cached_property
    def shortcut_sheet(self) -> "ShortcutSheet":
        """The sheet of shortcuts, made when it is first asked for."""
        from warmcalls.ui.shortcut_sheet import ShortcutSheet

        made = ShortcutSheet(self._theme)
        made.setParent(self)
        made.hide()
        return made

    def set_agency(self, name: str) -> None:
        """Show the agency in the rail and in the title."""
        self.rail.set_agency(name)
        self.setWindowTitle(f"WarmCalls – {name}" if name else "WarmCalls")

    def set_people(self, people: Sequence[Person], me: Person | None) -> None:
        """Show who I am, and who else I could be."""
        self.rail.set_people(people, me)

    def set_count(self, page: str, count: int) -> None:
        """Show what waits on a page."""
        self.rail.set_count(page, count)

    def show_page(self, page: str) -> None:
        """Show a page and give it the keys; one that is gone to for the first time is made."""
        self.pages.setCurrentWidget(self._around[self.page(page)])
        self.rail.choose(page)
        self.focus_page()
        self.shown = page
        self.page_shown.emit(page)

    def page(self, name: str) -> QWidget:
        """Return a page by its id, made where it is not there yet."""
        if name not in self._by_id:
            self._by_id[name] = self._later[name]()
            self._add_page(self._by_id[name])
        return self._by_id[name]

    def focus_page(self) -> None:
        """Give the keys to the page that is shown."""
        page = next(p for p, around in self._around.items() if around.isVisibleTo(self))
        getattr(page, "focus", page.setFocus)()

    def restore(self, geometry: bytes) -> None:
        """Be where and as large as the last time."""
        self.restoreGeometry(QByteArray(geometry))

    def geometry_bytes(self) -> bytes:
        """Return where and how large it is, for the next time."""
        return bytes(self.saveGeometry().data())

    def run(self, name: str) -> None:
        """Do a command, or say that it was asked for."""
        if name != "find" and "palette_box" in self.__dict__ and self.palette_box.isVisible():
            self.palette_box.leave()
        if name.startswith(PAGE):
            self.show_page(name.removeprefix(PAGE))
        elif name == "find":
            self.palette_box.toggle_over(self)
        elif name == "shortcuts":
            self.shortcut_sheet.toggle_over(self)
        elif name == "quit":
            self.close()
        else:
            self.command.emit(name)

    def _add_page(self, page: QWidget) -> None:
        """Add a page; with large text it keeps its proportions and is scrolled instead."""
        if self._theme.scale > 1.0:
            wide, high = getattr(page, "ROOM", ROOM)
            page.setMinimumSize(self._theme.px(wide), self._theme.px(high))
        around = QScrollArea()
        around.setFrameShape(QFrame.Shape.NoFrame)
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.setWidgetResizable(True)
        around.setWidget(page)
        self._around[page] = around
        self.pages.addWidget(around)
        for field in page.findChildren(QWidget):
            if isinstance(field, window_keys.TEXT_FIELDS):
                field.setAcceptDrops(False)  # a file dropped on a note is a file, not its address

    def _connect(self) -> None:
        self.rail.page_chosen.connect(self.show_page)
        self.rail.command_chosen.connect(self.run)
        self.rail.person_chosen.connect(self.person_chosen)
        window_keys.listen(self, self.run)

    def _lay_out(self) -> None:
        self.pages.setMaximumWidth(self._theme.px(WIDEST))
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pages)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addWidget(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail where there is little room."""
        super().resizeEvent(event)
        self.rail.fold(self.width() < self._theme.px(FOLDS_UNDER))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what neither a field nor the page wanted."""
        if command := window_keys.left_over(event):
            self.run(command)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what letting go would do; only files are taken."""
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self._hint.show_for(files)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the hint away."""
        self._hint.hide()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files over."""
        self._hint.hide()
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so first: work may have to stop."""
        self.closing.emit()
        super().closeEvent(event)
