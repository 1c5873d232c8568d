"""A field that finds a client as one types, and takes none that is not there."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from warmcalls.domain.errors import RefusedError
from warmcalls.ui.forms.field import Field
from warmcalls.ui.theme import Theme

PAUSE_MS: Final = 120
SHOWN: Final = 8
ROW: Final = 32
STEPS: Final[dict[int, int]] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
Heard = Callable[[list[tuple[int, str]]], None]
Find = Callable[[str, Heard], None]
NONE_CHOSEN: Final = "Choose one of the clients that are found; a new one is added first."


class ClientField(Field):
    """Finds a client by a part of its name; names found lie over what is below.

    Args:
        theme: the theme.
        find: given what is typed, calls its second argument with ids and names, soon.

    Attributes:
        chosen: another client is chosen: its id, 0 for none.
        client_id: which is chosen, 0 for none.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, find: Find) -> None:
        super().__init__(theme, "Client", hint="type a part of its name", check=self._known)
        self._theme, self._find = theme, find
        self.client_id = 0
        self.names = QListWidget()
        self.names.setParent(self)
        self.names.setFont(theme.font(13))
        self.names.setAccessibleName("Clients found")
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.setUniformItemSizes(True)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.line.installEventFilter(self)
        self.changed.connect(self._typed)
        self.names.itemClicked.connect(lambda _: self._pick())
        theme.changed.connect(self._dress)
        self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the names while typing, take one with Enter or Tab, drop them with Esc."""
        if watched is self.line and not self.names.isHidden():
            if event.type() == QEvent.Type.FocusOut:
                self.names.hide()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._press(event.key())
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> bool:
        """Answer a key while names are shown; return whether it is used up."""
        if step := STEPS.get(key, 0):
            self.names.setCurrentRow((self.names.currentRow() + step) % self.names.count())
        elif key == Qt.Key.Key_Escape:
            self.names.hide()
        elif key in ENTERS or key == Qt.Key.Key_Tab:
            self._pick()
            return key in ENTERS
        else:
            return False
        return True

    def _typed(self) -> None:
        self._choose(0)
        self._pause.start()

    def _look_up(self) -> None:
        typed = self.text
        if typed:
            self._find(typed, lambda found: self._show(typed, found))
        else:
            self.names.hide()

    def _show(self, typed: str, found: list[tuple[int, str]]) -> None:
        if typed != self.text or self.client_id:
            return  # an older question
        same = [number for number, name in found if name.casefold() == typed.casefold()]
        if len(same) == 1:
            self._choose(same[0])
            self.accept()
        self.names.clear()
        for number, name in found[:SHOWN]:
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(0, self._theme.px(ROW)))
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.names.addItem(item)
        if not found:
            self.names.hide()
            self.refuse("No client has that in its name.")
        elif self.line.hasFocus():
            self._open()

    def _open(self) -> None:
        """Lay the names over the form, right under the line."""
        host = self.parentWidget() or self
        self.names.setParent(host)
        under = self.line.mapTo(host, QPoint(0, self.line.height() + self._theme.px(4)))
        height = self._theme.px(ROW) * self.names.count() + 2 + 2 * self._theme.px(4)
        self.names.setGeometry(under.x(), under.y(), self.line.width(), height)
        self.names.setCurrentRow(0)
        self.names.show()
        self.names.raise_()

    def _pick(self) -> None:
        item = self.names.currentItem()
        self.line.setText(item.text())
        self.names.hide()
        self.accept()
        self._choose(int(item.data(Qt.ItemDataRole.UserRole)))

    def _choose(self, client_id: int) -> None:
        if client_id != self.client_id:
            self.client_id = client_id
            self.chosen.emit(client_id)

    def _known(self, text: str) -> str:
        if not text:
            raise RefusedError("Say which client it is.")
        if not self.client_id:
            raise RefusedError(NONE_CHOSEN)
        return text

    def _dress(self) -> None:
        """Give the list the colours of the theme."""
        tokens, px = self._theme.tokens, self._theme.px
        self.names.setStyleSheet(
            f"QListWidget {{ background: {tokens.surface}; border: 1px solid {tokens.control};"
            f" border-radius: 6px; padding: {px(4)}px; }}"
            f"QListWidget::item {{ padding-left: {px(8)}px; border-radius: {px(4)}px; }}"
        )
