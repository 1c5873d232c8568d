"""A field that finds a client as one types, and takes none that is not there."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from warmcalls.domain.errors import RefusedError
from warmcalls.ui.forms.field import Field
from warmcalls.ui.theme import Theme

PAUSE_MS: Final = 120
SHOWN: Final = 6
ROW: Final = 32
STEPS: Final[dict[int, int]] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
PICKS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
Heard = Callable[[list[tuple[int, str]]], None]
Find = Callable[[str, Heard], None]


class ClientField(Field):
    """Finds a client by a part of its name; arrows and Enter choose from the names under it.

    Args:
        theme: the theme.
        find: given what is typed, calls its second argument with ids and names, soon.
    """

    def __init__(self, theme: Theme, find: Find) -> None:
        super().__init__(theme, "Client", hint="Type a part of its name", check=self._known)
        self._find, self._high = find, theme.px(ROW)
        self._ids: dict[str, int] = {}
        self.names = QListWidget()
        self.names.setFont(theme.font(13))
        self.names.setUniformItemSizes(True)
        self.names.setAccessibleName("Clients found")
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setStyleSheet("QListWidget::item { padding-left: 8px; border-radius: 4px; }")
        self.names.hide()
        column = self.layout()
        assert column is not None
        column.addWidget(self.names)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.changed.connect(self._pause.start)
        self.names.itemClicked.connect(self._pick)
        self.line.installEventFilter(self)

    @property
    def client_id(self) -> int:
        """The client whose name is typed, 0 for none."""
        return self._ids.get(self.text.casefold(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the names with the arrows while typing, and choose one with Enter."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.line and pressed and self.names.isVisible():
            assert isinstance(event, QKeyEvent)
            if step := STEPS.get(event.key(), 0):
                self.names.setCurrentRow((self.names.currentRow() + step) % self.names.count())
                return True
            if event.key() in PICKS:
                self._pick(self.names.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _pick(self, item: QListWidgetItem) -> None:
        self.line.setText(item.text())
        self.names.hide()
        self.accept()
        self.line.setFocus()

    def _look_up(self) -> None:
        typed = self.text
        if not typed or self.client_id:
            self.names.hide()
            return
        self._find(typed, lambda found: self._show(typed, found))

    def _show(self, typed: str, found: list[tuple[int, str]]) -> None:
        self._ids |= {name.casefold(): number for number, name in found}
        if typed != self.text:
            return  # an older question
        self.names.clear()
        for _, name in found[:SHOWN]:
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(0, self._high))
            self.names.addItem(item)
        self.names.setCurrentRow(0)
        self.names.setFixedHeight(self._high * max(1, self.names.count()))
        self.names.setVisible(bool(found))
        if not found:
            self.refuse("No client of that name: add it first.")

    def _known(self, text: str) -> str:
        if not text:
            raise RefusedError("Say which client it is.")
        if not self.client_id:
            raise RefusedError("Choose the client from the list.")
        return text
