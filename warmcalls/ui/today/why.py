"""Why does a client stand where it stands, on today's list or off: the chosen one, or any typed."""

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QListWidget, QListWidgetItem, QScrollArea

from warmcalls.actions.explain import Explained
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.why_view import WhyView

PAUSE_MS = 120
SHOWN = 8
STEPS: Final[dict[int, int]] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
Scroll = QAbstractSlider.SliderAction
SCROLLS: Final[dict[int, Scroll]] = {
    Qt.Key.Key_Down: Scroll.SliderSingleStepAdd,
    Qt.Key.Key_Up: Scroll.SliderSingleStepSub,
    Qt.Key.Key_PageDown: Scroll.SliderPageStepAdd,
    Qt.Key.Key_PageUp: Scroll.SliderPageStepSub,
}
Heard = Callable[[list[tuple[int, str]]], None]


class WhySheet(SideSheet):
    """Finds a client and says what its chance is made of, and what keeps it off the list.

    Args:
        theme: the theme.
        now: tells what time it is, at the agency.
        find: given what is typed, calls its second argument with ids and names, soon.

    Attributes:
        asked: the id of the client that was picked; answer with `show_answer` or `refuse`.
        told: the answer about a client is shown: its id.
        history_wanted: everything that happened at a client: its id.
        weights_wanted: what signals are worth is to be seen, and perhaps changed.
    """

    asked = Signal(int)
    told = Signal(int)
    history_wanted = Signal(int)
    weights_wanted = Signal()

    def __init__(self, theme: Theme, now: Now, find: Callable[[str, Heard], None]) -> None:
        super().__init__(theme, "Why here, or why not?")
        self._find = find
        self._typed, self._client_id = "", 0
        self.field = Field(theme, "Client", hint="Type the beginning of its name")
        self.names = QListWidget()
        self.names.setFont(theme.font(13))
        self.names.setUniformItemSizes(True)
        self.names.setAccessibleName("Clients found")
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setStyleSheet("QListWidget::item { padding-left: 8px; border-radius: 4px; }")
        self.names.hide()
        self.view = WhyView(theme, now)
        self.view.hide()
        for widget in (self.field, self.names, self.view):
            self.body.addWidget(widget)
        self.body.setSpacing(theme.px(8))
        self.body.addStretch()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.field.line.installEventFilter(self)
        self.field.changed.connect(self._pause.start)
        self.field.submitted.connect(self._pick)
        self.names.itemClicked.connect(self._pick)
        self.loading = LoadingBar(theme)
        self.put_under_head(self.loading)
        self._add_foot()
        self.setFocusProxy(self.field)

    def _add_foot(self) -> None:
        self.history = Button(self.theme, "What happened there", icon="ph.clock-counter-clockwise")
        self.weights = Button(self.theme, "What signals are worth", icon="ph.sliders-horizontal")
        self.foot.addWidget(self.history)
        self.foot.addWidget(self.weights)
        self.foot.addStretch()
        self.history.clicked.connect(lambda: self.history_wanted.emit(self._client_id))
        self.weights.clicked.connect(self.weights_wanted)
        self._foot_row.hide()

    def show_answer(self, found: Explained, currency: str) -> None:
        """Show what the chance is made of, and the ways to what is behind it."""
        self._client_id = found.standing.client_id
        self.loading.show_loading(False)
        self._foot_row.show()
        self.view.show_answer(found, currency)
        self.view.show()
        self.names.hide()
        self._area().verticalScrollBar().setValue(0)
        self.told.emit(self._client_id)

    def refuse(self, why: str) -> None:
        """Say why there is no answer."""
        self.loading.show_loading(False)
        self.field.refuse(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys that the field has no use for."""
        action = SCROLLS.get(event.key())
        if action is None:
            super().keyPressEvent(event)
            return
        self._area().verticalScrollBar().triggerAction(action)
        event.accept()

    def _area(self) -> QScrollArea:
        return cast("QScrollArea", self.findChild(QScrollArea))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the names with the arrows while typing."""
        if watched is self.field.line and isinstance(event, QKeyEvent):
            step = STEPS.get(event.key(), 0)
            if step and event.type() == QEvent.Type.KeyPress and self.names.isVisible():
                row = (self.names.currentRow() + step) % self.names.count()
                self.names.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _look_up(self) -> None:
        self._typed = typed = self.field.text
        if not typed:
            self.names.hide()
            return
        self._find(typed, lambda found: self._show(typed, found))

    def _show(self, typed: str, found: list[tuple[int, str]]) -> None:
        if typed != self._typed:
            return  # an older question
        self.names.clear()
        for number, name in found[:SHOWN]:
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(0, self.theme.px(32)))
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.names.addItem(item)
        if not found:
            self.field.refuse("No client of that name.")
        else:
            self.names.setCurrentRow(0)
        self.names.setFixedHeight(self.theme.px(32) * max(1, self.names.count()))
        self.names.setVisible(bool(found))

    def _pick(self) -> None:
        if self.names.isHidden() or self.names.currentRow() < 0:
            self._look_up()
            return
        item = self.names.currentItem()
        self.field.line.setText(item.text())
        self.names.hide()
        self.asked.emit(int(item.data(Qt.ItemDataRole.UserRole)))
