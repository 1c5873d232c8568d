"""Notes on a client: saved while one types."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from warmcalls.ui.theme import Theme

PAUSE_MS: Final = 800


class Notes(QPlainTextEdit):
    """Tells of a changed text when one pauses, and before another client is shown."""

    changed = Signal(int, str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._client_id, self._saved = 0, ""
        self.setFont(theme.font(13))
        self.setAccessibleName("Notes")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        self.textChanged.connect(self._timer.start)

    def clear_for(self, client_id: int) -> None:
        """Make ready for a client whose notes are not here yet."""
        if client_id != self._client_id:
            self.flush()
            self._client_id = client_id
            self._put("")
            self.setReadOnly(True)

    def show_notes(self, client_id: int, text: str) -> None:
        """Show a client's notes, unless somebody is typing in them."""
        if client_id == self._client_id and self._pending():
            return
        self.clear_for(client_id)
        self._put(text)
        self.setReadOnly(False)

    def begin(self) -> None:
        """Take the focus, behind the last word."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus()

    def flush(self) -> None:
        """Tell of what was typed and not yet told."""
        self._timer.stop()
        if self._pending():
            self._saved = self.toPlainText()
            self.changed.emit(self._client_id, self._saved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _pending(self) -> bool:
        return bool(self._client_id) and self.toPlainText() != self._saved

    def _put(self, text: str) -> None:
        self._saved = text
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self._saved = self.toPlainText()
