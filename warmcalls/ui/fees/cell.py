"""A number in a grid that is kept when it is left, and put back by Esc."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from warmcalls.domain.errors import RefusedError
from warmcalls.ui.theme import Theme

Check = Callable[[str], int | None]


class Cell(QLineEdit):
    """A number, or nothing.

    Args:
        theme: the theme.
        name: the accessible name.
        check: returns the number, None for nothing, or raises `RefusedError` with the reason.

    Attributes:
        saved: another number was typed, or None.
        refused: what was typed cannot be: the reason, or empty once it can.
    """

    saved = Signal(object)
    refused = Signal(str)

    def __init__(self, theme: Theme, name: str, check: Check) -> None:
        super().__init__()
        self._check, self._kept = check, ""
        self.setFont(theme.font(13))
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(20)

    def show_text(self, text: str) -> None:
        """Show the number as it is kept, unless somebody is typing another."""
        typing = self.text() != self._kept
        self._kept = text
        if not typing:
            self.setText(text)

    def refuse(self, why: str) -> None:
        """Say why it cannot be taken; it stays as it was typed."""
        self.setProperty("wrong", "true" if why else "false")
        self.setAccessibleDescription(why)
        self.setToolTip(why)
        self.style().unpolish(self)
        self.style().polish(self)
        self.refused.emit(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Enter, put back on Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.keep()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
            self.refuse("")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is typed."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.keep()

    def keep(self) -> None:
        """Take what is typed, or say why not."""
        text = self.text().strip()
        if text == self._kept:
            self.setText(text)
            return
        try:
            value = self._check(text)
        except RefusedError as error:
            self.refuse(str(error))
            return
        self.refuse("")
        self._kept = text
        self.saved.emit(value)
