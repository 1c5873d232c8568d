"""A page that shows what it reads in the background, and says what was done."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from warmcalls.store.engine import Reader
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.components.toast import ToastStrip
from warmcalls.ui.tasks import Task, Tasks
from warmcalls.ui.theme import Theme

Found = TypeVar("Found")


class ReadingPage(QWidget, Generic[Found]):
    """Reads when it is seen and when something changed; what is shown stays until then.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        WATCHES: the topics after whose change it reads anew.
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
        undo_wanted: the journal entry to take back.
        client_wanted: a client's history is wanted.
    """

    WATCHES: ClassVar[frozenset[str]]
    done = Signal(object)
    failed = Signal(str)
    undo_wanted = Signal(object)
    client_wanted = Signal(int)

    def __init__(self, theme: Theme, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._tasks, self._clock = theme, tasks, clock
        self._reading: Task[Found] | None = None
        self.loading, self.toast = LoadingBar(theme), ToastStrip(theme)
        self._stack = QStackedWidget()
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    # What it reads

    def question(self) -> Callable[[Reader], Found]:
        """Return what reads all that is shown, as it is asked for now."""
        raise NotImplementedError

    def show_found(self, found: Found) -> None:
        """Show what was read."""
        raise NotImplementedError

    def say_failure(self, why: str) -> None:
        """Say why it could not be read; the last good content stays."""
        self.failed.emit(why)

    def refresh(self) -> None:
        """Read everything again; what is shown stays until the answer is here."""
        if self._reading is not None:
            self._reading.cancel()
        read = self.question()
        self.loading.show_loading(True)
        self._reading = self._tasks.read(read)
        self._reading.finished.connect(self._finish_reading)
        self._reading.failed.connect(self._fail_reading)

    def _finish_reading(self, found: Found) -> None:
        self._reading = None
        self.loading.show_loading(False)
        self.show_found(found)

    def _fail_reading(self, error: object) -> None:
        self._reading = None
        self.loading.show_loading(False)
        self.say_failure(str(error))

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is new."""
        super().showEvent(event)
        self.refresh()

    # What the window asks of every page

    def hear(self, topics: object) -> None:
        """Refresh where one of the topics is watched and the page is seen."""
        if isinstance(topics, frozenset) and topics & self.WATCHES and self.isVisible():
            self.refresh()

    def show_said(self, text: str, entry: int | None = None) -> None:
        """Say what happened; with a journal entry it can be undone."""
        way_back = None if entry is None else lambda: self.undo_wanted.emit(entry)
        self.toast.show_message(text, way_back)

    # What it is made of

    def _put(self, *strips: QWidget) -> None:
        """Put strips under each other; the stack takes the room that they leave."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in strips:
            column.addWidget(strip, int(strip is self._stack))

    def _hear_keys(self, does: Mapping[str, Callable[[], object]]) -> None:
        """Do something at a key, wherever on the page the focus is."""
        for keys, deed in does.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)
