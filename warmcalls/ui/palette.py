"""The palette: type what you want, a command or a client, and press Enter."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from warmcalls.ui.commands import matching
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.palette_row import ROW, PaletteDelegate, Part
from warmcalls.ui.theme import Theme

WIDE: Final = 560
TOP: Final = 72
HEAD: Final = 84  # the field, the line and the margins
SHOWN: Final = 9
CLIENTS: Final = 8
PAUSE_MS: Final = 120
VEIL: Final = 0.55
HINT: Final = "Find a client or a command"
ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
TAB: Final = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
Heard = Callable[[list[tuple[int, str]]], None]
Find = Callable[[str, Heard], None]


class Palette(QWidget):
    """A box at the top of its window, over a veil; a press beside it closes it.

    Args:
        theme: gives colours and face.
        find: given what is typed, calls its second argument with ids and names, soon.
    """

    command_chosen = Signal(str)
    client_chosen = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, find: Find) -> None:
        super().__init__()
        self._theme, self._find = theme, find
        self._before: QWidget | None = None
        self.setAccessibleName("Find")
        self.line = QLineEdit(placeholderText=HINT)
        self.line.setAccessibleName(HINT)
        self.line.setFont(theme.font(17))
        self.line.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: none; padding: 0; background: transparent; }"
        )
        self.rows = QListWidget()
        self.rows.setAccessibleName("Found")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setMouseTracking(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setItemDelegate(PaletteDelegate(theme, self.rows))
        self.nothing = ElidedLabel(theme, role="text2")
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.rows.itemClicked.connect(self._pick)
        self.hide()

    def toggle_over(self, window: QWidget) -> None:
        """Open over a window, empty, and take the keys; or close."""
        if self.isVisible():
            self.leave()
            return
        self._before = QApplication.focusWidget()
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.line.clear()
        self._typed()
        self.show()
        self.raise_()
        self.line.setFocus()

    def leave(self) -> None:
        """Close, and give the keys back to who had them."""
        self._pause.stop()
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; take the keys that move and choose from the field."""
        window = self.parent()
        if watched is self.line and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._press(Qt.Key(event.key()))
        if watched is window and event.type() == QEvent.Type.Resize and isinstance(window, QWidget):
            self.setGeometry(window.rect())
            self._settle()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close at a press beside the box."""
        if not self._box.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the veil."""
        painter = QPainter(self)
        veil = QColor(self._theme.tokens.window)
        veil.setAlphaF(VEIL)
        painter.fillRect(event.rect(), veil)
        painter.end()

    def _press(self, key: Qt.Key) -> bool:
        """Do what a key does here; tell whether the field shall not have it."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key, 0)
        count = self.rows.count()
        if step and count:
            self.rows.setCurrentRow((self.rows.currentRow() + step) % count)
        elif key in ENTER:
            self._pick(self.rows.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        return bool(step) or key in ENTER | TAB or key == Qt.Key.Key_Escape

    def _typed(self) -> None:
        self.rows.clear()
        self.nothing.hide()
        for each in matching(self.line.text()):
            if each.id != "find":
                self._add(each.name, Part(each.icon, keys=each.keys, command=each.id))
        self._settle()
        self._pause.start()

    def _look_up(self) -> None:
        typed = self.line.text().strip()
        if typed:
            self._find(typed, lambda found: self._heard(typed, found))

    def _heard(self, typed: str, found: Sequence[tuple[int, str]]) -> None:
        if self.isHidden() or typed != self.line.text().strip():
            return  # an older question
        for number, name in found[:CLIENTS]:
            self._add(name, Part("ph.buildings", "Client", client=number))
        self.nothing.setText(f"No client and no command has “{typed}” in its name.")
        self.nothing.setVisible(not self.rows.count())
        self._settle()

    def _add(self, name: str, part: Part) -> None:
        item = QListWidgetItem(name)
        item.setData(Qt.ItemDataRole.UserRole, part)
        self.rows.addItem(item)

    def _settle(self) -> None:
        px, count = self._theme.px, self.rows.count()
        if count and self.rows.currentRow() < 0:
            self.rows.setCurrentRow(0)
        room = (self.height() - px(TOP + HEAD)) // px(ROW)
        self.rows.setFixedHeight(px(ROW) * min(count, SHOWN, max(room, 1)))
        self.rows.setVisible(bool(count))

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        part: Part = item.data(Qt.ItemDataRole.UserRole)
        self.leave()
        if part.client:
            self.client_chosen.emit(part.client)
        else:
            self.command_chosen.emit(part.command)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._box = QFrame()
        self._box.setProperty("panel", "true")
        self._box.setFixedWidth(px(WIDE))
        self.line.setFixedHeight(px(40))
        self.line.setTextMargins(px(10), 0, px(10), 0)
        self.nothing.setContentsMargins(px(10), px(6), px(10), px(6))
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(px(7), px(7), px(7), px(7))
        inside.setSpacing(px(6))
        for widget in (self.line, Rule(self._theme), self.rows, self.nothing):
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(TOP), 0, 0)
        column.addWidget(self._box, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
