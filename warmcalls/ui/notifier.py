"""Tells at once, outside the window, when a target client does something strong."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from warmcalls.store.engine import Reader, Writer
from warmcalls.ui import icons
from warmcalls.ui.tasks import Step, Task, Tasks

if TYPE_CHECKING:
    from warmcalls.domain.alerts import Alert
    from warmcalls.domain.clients import Person

WATCHES: Final = frozenset({"signals", "imports", "settings"})
ITS_PAGE: Final = "clients"
EVERY: Final = 5 * 60_000  # milliseconds: what other desks import is not heard here
STAYS: Final = 10_000
ICON: Final = "ph.phone-call"
ICON_SIZE, ICON_COLOUR = 32, "#B0400E"


class Notifier(QObject):
    """Looks for what is due after every import, and now and then.

    What was told is written down first, so that no restart and no second window tells it again.
    Where the desktop takes no notifications, only the numbers say it.

    Args:
        window: the window that a click brings to the front.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        shown: alerts that were told just now: a list of `Alert`.
        counted: clients told of since the Clients page was last looked at, for the rail.
        client_wanted: a notification was clicked: the client it is about.
        person: who works here.
    """

    shown = Signal(object)
    counted = Signal(int)
    client_wanted = Signal(int)

    def __init__(self, window: QWidget, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__(window)
        self._window, self._tasks, self._clock = window, tasks, clock
        self.person: Person | None = None
        self._task: Task[list[Alert]] | None = None
        self._again = False
        self._page = ""
        self._unseen: set[int] = set()
        self._last = 0
        self._tray: QSystemTrayIcon | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and now and then."""
        self._timer.start()
        self.look()

    def hear(self, topics: object) -> None:
        """Look where one of the topics may have brought something."""
        if isinstance(topics, frozenset) and topics & WATCHES:
            self.look()

    def set_person(self, person: "Person | None") -> None:
        """Say who works here; what others were told is no matter."""
        if person != self.person:
            self.person = person
            self._forget()
            self.look()

    def page_shown(self, page: str) -> None:
        """Start counting anew when the clients are looked at."""
        self._page = page
        if page == ITS_PAGE:
            self._forget()

    def look(self) -> None:
        """Look for what is due; what is asked for meanwhile is done after."""
        if self._task is not None:
            self._again = True
            return
        now, person = self._clock(), self.person

        def read(db: Reader) -> "list[Alert]":
            from warmcalls.actions.alerts import due

            return due(db, now=now, person=person)

        self._follow(self._tasks.read(read), self._found)

    def _found(self, alerts: "list[Alert]") -> None:
        """Write down what is due in the lane that writes: only what this desk noted, it tells."""
        self._task = None
        if not alerts:
            self._look_again()
            return
        now, person = self._clock(), self.person

        def write(db: Writer, _: Step) -> "list[Alert]":
            from warmcalls.actions.alerts import take

            return take(db, now=now, person=person)

        self._follow(self._tasks.write(write), self._tell)

    def _follow(self, task: "Task[list[Alert]]", then: "Callable[[list[Alert]], object]") -> None:
        self._task = task
        task.finished.connect(then)
        task.failed.connect(self._give_up)
        task.cancelled.connect(self._give_up)

    def _give_up(self) -> None:
        """Leave it for the next time: no alert is worth a word about a failure."""
        self._task = None
        self._again = False

    def _look_again(self) -> None:
        if self._again:
            self._again = False
            self.look()

    def _tell(self, alerts: "list[Alert]") -> None:
        self._task = None
        if alerts:
            self._last = alerts[0].client_id
            self._notify(alerts)
            if not (self._page == ITS_PAGE and self._window.isActiveWindow()):
                self._count(self._unseen | {alert.client_id for alert in alerts})
            self.shown.emit(alerts)
        self._look_again()

    def _notify(self, alerts: "list[Alert]") -> None:
        """Show one notification for all, where the desktop takes any."""
        from warmcalls.domain.alerts import body, title

        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            icon = self._window.windowIcon()
            if icon.isNull():
                icon = icons.icon(ICON, ICON_COLOUR, ICON_SIZE)
            self._tray = QSystemTrayIcon(icon, self)
            self._tray.setToolTip("WarmCalls")
            self._tray.messageClicked.connect(self.open)
            self._tray.activated.connect(self.open)
        self._tray.show()
        kind = QSystemTrayIcon.MessageIcon.NoIcon
        self._tray.showMessage(title(alerts), body(alerts), kind, STAYS)

    def open(self) -> None:
        """Bring the window to the front, at the client that was told of last."""
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if self._last:
            self.client_wanted.emit(self._last)

    def _forget(self) -> None:
        if self._unseen:
            self._count(set())

    def _count(self, unseen: set[int]) -> None:
        """Say how many clients wait to be looked at, in the rail and on the program's badge."""
        self._unseen = unseen
        self.counted.emit(len(unseen))
        app = QGuiApplication.instance()
        show_badge = getattr(app, "setBadgeNumber", None)
        if show_badge is not None:
            show_badge(len(unseen))
