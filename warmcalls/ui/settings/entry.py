"""Fields that keep what is typed when they are left, and say why where they cannot."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from warmcalls.domain.errors import RefusedError
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme

Check = Callable[[str], Any]
ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Line(QLineEdit):
    """A line that Enter keeps and Esc puts back."""

    left = Signal()
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Enter, put back on Esc."""
        if event.key() in ENTERS:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is typed."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class Lines(QPlainTextEdit):
    """Several lines, kept when left or by Ctrl+Enter; Tab goes on to the next field."""

    left = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def text(self) -> str:
        """Return all lines."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Replace all lines."""
        self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Ctrl+Enter, put back on Esc."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTERS and control:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is typed."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class Entry(QWidget):
    """A field over room for one sentence.

    Args:
        theme: the theme.
        name: the accessible name.
        check: returns the value of a text, or raises `RefusedError` with the reason.
        rows: of text; one is a line.

    Attributes:
        saved: another value than before was typed.
    """

    saved = Signal(object)

    def __init__(self, theme: Theme, name: str, check: Check, rows: int = 1) -> None:
        super().__init__()
        self._check, self._kept = check, ""
        self.editor: Line | Lines = Line() if rows == 1 else Lines()
        self.editor.setFont(theme.font(13))
        self.editor.setAccessibleName(name)
        if rows > 1:
            self.editor.setFixedHeight(theme.px(18) * rows + theme.px(18))
        self._wrong = PlainLabel(theme, size=11, role="bad", wraps=True)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.editor)
        column.addWidget(self._wrong)
        self.setFocusProxy(self.editor)
        self.editor.left.connect(self._leave)
        self.editor.dropped.connect(self._drop)

    @property
    def reason(self) -> str:
        """Why the value cannot be taken, or empty."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def show_text(self, text: str) -> None:
        """Show the value as it is kept now, unless somebody is typing another."""
        typing = self.editor.text() != self._kept
        self._kept = text
        if not typing:
            self.editor.setText(text)

    def refuse(self, why: str) -> None:
        """Say why the value cannot be taken; it stays as it was typed."""
        self._wrong.setText(why)
        self._wrong.setVisible(bool(why))
        self.editor.setAccessibleDescription(why)
        self.editor.setProperty("wrong", "true" if why else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def _drop(self) -> None:
        self.editor.setText(self._kept)
        self.refuse("")

    def _leave(self) -> None:
        text = self.editor.text().strip()
        if text == self._kept:
            self._drop()
            return
        try:
            value = self._check(text)
        except RefusedError as error:
            self.refuse(str(error))
            return
        self.refuse("")
        self._kept = text
        self.editor.setText(text)
        self.saved.emit(value)
