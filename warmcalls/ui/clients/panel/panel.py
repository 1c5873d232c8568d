"""The panel at the right of the Clients page: everything that is known of one client."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from warmcalls.domain.errors import RefusedError
from warmcalls.store.engine import Reader
from warmcalls.ui.clients.panel.body import PanelBody
from warmcalls.ui.clients.panel.deeds import PanelDeeds
from warmcalls.ui.clients.panel.head import PanelFoot, PanelHead
from warmcalls.ui.clients.panel.texts import PanelText
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.components.scrolling import scrolling
from warmcalls.ui.components.tab_order import keep_in_order
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.tasks import Task, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.why_not import WhyNot
    from warmcalls.domain.client_panel import ClientPanel
    from warmcalls.domain.clients import Person

WIDE: Final = 316
NOBODY: Final = "Choose a client, and everything that is known of it will stand here."


class ClientPanelView(QFrame):
    """One client, whole: read in the background, changed in place.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.
        zone: the agency's.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
        closed: its cross was pressed.
        left: Esc was pressed: the keys belong to the page again.
        signal_wanted, history_wanted, brief_wanted: something about the client: its id.
    """

    done = Signal(object)
    failed = Signal(str)
    closed = Signal()
    left = Signal()
    signal_wanted = Signal(int)
    history_wanted = Signal(int)
    brief_wanted = Signal(int)

    def __init__(
        self, theme: Theme, tasks: Tasks, clock: Callable[[], int], zone: ZoneInfo
    ) -> None:
        super().__init__()
        self._theme, self._tasks, self._clock = theme, tasks, clock
        self._reading: Task[ClientPanel] | None = None
        self._asking: Task[WhyNot] | None = None
        self._wanted = 0
        self.shown: ClientPanel | None = None
        self.head, self.foot = PanelHead(theme), PanelFoot(theme)
        self.body, self.loading = PanelBody(theme, zone), LoadingBar(theme)
        self.deeds = PanelDeeds(self, theme, tasks, clock)
        self._stack, self._area, self._whole = QStackedWidget(), scrolling(self.body), QWidget()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(self._theme.px(WIDE))
        self.setAccessibleName("Client panel")
        inside = QVBoxLayout(self._whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for part, stretch in ((self.head, 0), (self._area, 1), (Rule(self._theme), 0)):
            inside.addWidget(part, stretch)
        inside.addWidget(self.foot)
        nobody = PanelText(self._theme, NOBODY)
        nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nobody.setMargin(self._theme.px(24))
        for page in (nobody, self._whole):
            self._stack.addWidget(page)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.loading)
        column.addWidget(self._stack, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(Rule(self._theme, upright=True))
        across.addLayout(column, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _wire(self) -> None:
        body, deeds, foot = self.body, self.deeds, self.foot
        self.head.cross.clicked.connect(self.closed)
        body.contacts.wanted.connect(lambda: self._contact(-1))
        body.contacts.opened.connect(self._contact)
        body.contacts.barred.connect(lambda contact: deeds.bar(self._id, contact))
        body.contacts.removed.connect(deeds.remove_contact)
        body.known.wanted.connect(lambda: deeds.identifier(self._id, self._name))
        body.known.removed.connect(deeds.remove_identifier)
        body.fits.wanted.connect(deeds.ideal)
        body.notes.changed.connect(deeds.save_notes)
        body.notes.left.connect(self.left)
        body.happened.wanted.connect(lambda: self.history_wanted.emit(self._id))
        foot.signal_wanted.connect(lambda: self.signal_wanted.emit(self._id))
        foot.brief_wanted.connect(lambda: self.brief_wanted.emit(self._id))
        foot.history_wanted.connect(lambda: self.history_wanted.emit(self._id))
        deeds.done.connect(self._finish)
        deeds.failed.connect(self.failed)
        deeds.closed.connect(lambda: deeds.keeper.give_back() or self.setFocus())

    @property
    def _id(self) -> int:
        return self.shown.client.id if self.shown else 0

    @property
    def _name(self) -> str:
        return self.shown.client.name if self.shown else ""

    @property
    def is_reading(self) -> bool:
        """Whether something is still to come."""
        return self._reading is not None or self._asking is not None

    def set_person(self, person: "Person | None") -> None:
        """Say who works here: for the journal, and whose list is meant."""
        self.deeds.person = person
        self.refresh()

    def show_client(self, client_id: int | None) -> None:
        """Show a client, None for none; what is shown stays until the answer is here."""
        if client_id and client_id == self._wanted:
            return
        self._wanted = client_id or 0
        if self._wanted:
            self.refresh()
        else:
            self._show_nobody()

    def refresh(self) -> None:
        """Read the client again that is shown."""
        self._stop()
        if not self._wanted:
            return
        client_id, now, person = self._wanted, self._clock(), self.deeds.person

        def read(db: Reader) -> "ClientPanel":
            from warmcalls.actions.client_panel import client_panel
            from warmcalls.actions.desk import desk

            return client_panel(desk(db, now, person), client_id)

        def ask(db: Reader) -> "WhyNot":
            from warmcalls.actions.desk import desk
            from warmcalls.actions.why_not import why_not

            return why_not(desk(db, now, person), client_id)

        self.loading.show_loading(True)
        self._reading, self._asking = self._tasks.read(read), self._tasks.read(ask)
        self._reading.finished.connect(self._show)
        self._reading.failed.connect(self._fail)
        self._asking.finished.connect(self._show_list)
        self._asking.failed.connect(self._fail_list)

    def flush(self) -> None:
        """Save notes that are not saved yet; call it before the window closes."""
        self.body.notes.flush()

    def _stop(self) -> None:
        for task in (self._reading, self._asking):
            if task is not None:
                task.cancel()
        self._reading = self._asking = None

    def _show(self, panel: "ClientPanel") -> None:
        is_other = panel.client.id != self._id
        self._reading, self.shown = None, panel
        self.loading.show_loading(False)
        self.head.name.setText(panel.client.name)
        self.setAccessibleName(f"Client panel: {panel.client.name}")
        if is_other:
            self.body.forget_list()
            self._area.verticalScrollBar().setValue(0)
        self.body.show_panel(panel)
        keep_in_order((self.head.cross, *self.body.stops, *self.foot.buttons))
        self._stack.setCurrentWidget(self._whole)
        if self.hasFocus():
            self._begin()

    def _show_list(self, told: "WhyNot") -> None:
        self._asking = None
        self.body.show_list(told)

    def _show_nobody(self) -> None:
        self._stop()
        self.flush()
        self.shown = None
        self.loading.show_loading(False)
        self._stack.setCurrentIndex(0)

    def _fail(self, error: Exception) -> None:
        """Say what is wrong; a client that is gone is shown no more."""
        self._show_nobody()
        if not isinstance(error, RefusedError):  # it was taken out a moment ago
            self.failed.emit(str(error))

    def _fail_list(self, _: Exception) -> None:
        """Leave the list out; what is wrong was said by the panel itself."""
        self._asking = None

    def _contact(self, contact_id: int) -> None:
        """Open the form of a contact, 0 for the front desk, -1 for a new one."""
        lines = self.shown.contacts if self.shown else ()
        line = next((each for each in lines if each.id == contact_id), None)
        self.deeds.contact(self._id, self._name, line)

    def _finish(self, done: object) -> None:
        self.done.emit(done)
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first contact, or to where one is added."""
        super().focusInEvent(event)
        if self.shown:
            self._begin()

    def _begin(self) -> None:
        first = self.body.contacts.first
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keys back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)
