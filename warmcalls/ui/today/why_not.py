"""Why is a client not on today's list: pick one by typing, read the sentences."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from warmcalls.actions.why_not import WhyNot
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

PAUSE_MS = 120
SHOWN = 8
STEPS: Final[dict[int, int]] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
Heard = Callable[[list[tuple[int, str]]], None]


class WhyNotSheet(SideSheet):
    """Finds a client and says what keeps it off the list, or where on it it is.

    Args:
        theme: the theme.
        find: given what is typed, calls its second argument with ids and names, soon.

    Attributes:
        asked: the id of the client that was picked; answer with `show_answer` or `refuse`.
        history_wanted: everything that happened at a client: its id.
    """

    asked = Signal(int)
    history_wanted = Signal(int)

    def __init__(self, theme: Theme, find: Callable[[str, Heard], None]) -> None:
        super().__init__(theme, "Why is it not on the list?")
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
        self.answer_head = ElidedLabel(theme, size=17, semibold=True)
        self.answer = PlainLabel(theme, role="text2", wraps=True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget in (self.field, self.names, self.answer_head, self.answer):
            self.body.addWidget(widget)
        self.body.setSpacing(theme.px(8))
        self.body.addStretch()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.field.line.installEventFilter(self)
        self.field.changed.connect(self._pause.start)
        self.field.submitted.connect(self._pick)
        self.names.itemClicked.connect(self._pick)
        self.history = Button(theme, "What happened there", icon="ph.clock-counter-clockwise")
        self.foot.addWidget(self.history)
        self.foot.addStretch()
        self.history.clicked.connect(lambda: self.history_wanted.emit(self._client_id))
        self._foot_row.hide()
        self.setFocusProxy(self.field)

    def show_answer(self, found: WhyNot) -> None:
        """Show the sentences, and the way to what happened there."""
        self._client_id = found.client_id
        self._foot_row.show()
        where = "is on today’s list" if found.on_list else "is not on today’s list"
        self.answer_head.setText(f"{found.client} {where}")
        self.answer.setText("\n\n".join(found.because))
        self.answer.setAccessibleName(f"{self.answer_head.text()}. {self.answer.text()}")
        self.names.hide()

    def refuse(self, why: str) -> None:
        """Say why there is no answer."""
        self.field.refuse(why)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the names with the arrows while typing."""
        if watched is self.field.line and isinstance(event, QKeyEvent):
            step = STEPS.get(event.key(), 0)
            if step and event.type() == QEvent.Type.KeyPress and self.names.count():
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
