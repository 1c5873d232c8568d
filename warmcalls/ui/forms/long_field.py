"""A field of several lines: Enter submits the form, Shift+Enter begins a line, Tab goes on."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from warmcalls.ui.forms.labelled import Labelled
from warmcalls.ui.theme import Theme

ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
LINE, AROUND = 18, 18  # pixels


class LongText(QPlainTextEdit):
    """Plain text that leaves Enter to the form around it.

    Args:
        theme: the theme.
        name: the accessible name.
        rows: lines that are seen at once.
        hint: shown while nothing is typed.
    """

    def __init__(self, theme: Theme, name: str, rows: int, hint: str = "") -> None:
        super().__init__()
        self.setFont(theme.font(13))
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setFixedHeight(theme.px(LINE) * rows + theme.px(AROUND))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter alone, unless Shift is held."""
        if event.key() in ENTERS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class LongField(Labelled):
    """A label and some lines to type in.

    Args:
        theme: the theme.
        name: the label; also the accessible name.
        rows: lines that are seen at once.
        hint: shown while nothing is typed.
        text: what stands there first.
        needed: the sentence where nothing is typed; without one it may stay empty.
        longest: characters at most.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        rows: int = 3,
        *,
        hint: str = "",
        text: str = "",
        needed: str = "",
        longest: int = 2000,
    ) -> None:
        self.editor = LongText(theme, name, rows, hint)
        self._needed, self._longest = needed, longest
        super().__init__(theme, name, self.editor)
        self.editor.setPlainText(text)
        self.editor.textChanged.connect(self._edited)

    @property
    def text(self) -> str:
        """What is typed, without blanks at its ends."""
        return self.editor.toPlainText().strip()

    def value(self) -> str | None:
        """Return what is typed, or None after saying what is wrong with it."""
        if self._needed and not self.text:
            self.refuse(self._needed)
            return None
        if len(self.text) > self._longest:
            over = len(self.text) - self._longest
            self.refuse(f"That is {over:,} characters too long: {self._longest:,} fit.")
            return None
        self.accept()
        return self.text

    def _edited(self) -> None:
        self.accept()
        self.changed.emit()
