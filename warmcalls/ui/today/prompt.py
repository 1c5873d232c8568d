"""The field that asks for a time or a name, in place of the keypad's last line."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from warmcalls.domain.errors import RefusedError
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.theme import Theme

Reader = Callable[[str], str]


class _Field(QLineEdit):
    """A field from which Esc leads out."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc, and on Backspace in an empty field."""
        empty_back = event.key() == Qt.Key.Key_Backspace and not self.text()
        if event.key() == Qt.Key.Key_Escape or empty_back:
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a line edit lets it pass on to the page, which would dial


class Prompt(QWidget):
    """Asks one thing; what was understood stands beside the field while one types."""

    accepted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._read: Reader = str
        self._field = _Field()
        self._field.setFont(theme.font(13))
        self._answer = ElidedLabel(theme, size=13, role="text3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._field, 2)
        row.addWidget(self._answer, 3)
        self._field.textChanged.connect(self._show_answer)
        self._field.returnPressed.connect(self._accept)
        self._field.left.connect(self.left)
        self.setFocusProxy(self._field)

    def ask(self, question: str, example: str, read: Reader) -> None:
        """Ask a question and take the focus.

        Args:
            question: what a screen reader says of the field.
            example: shown while the field is empty.
            read: returns in words what was understood, or raises RefusedError.
        """
        self._read = read
        self._field.clear()
        self._field.setPlaceholderText(example)
        self._field.setAccessibleName(question)
        self._field.setFocus()
        self._show_answer("")

    def minimumSizeHint(self) -> QSize:
        """Return a width that never widens the keypad."""
        return QSize(0, super().minimumSizeHint().height())

    def _show_answer(self, text: str) -> None:
        """Show what was understood, or how to say it."""
        if not text.strip():
            self._say("Enter accepts, Esc goes back", "text3")
            return
        try:
            self._say(self._read(text), "text")
        except RefusedError as refused:
            self._say(str(refused), "notice")

    def _say(self, words: str, role: str) -> None:
        self._answer.set_role(role)
        self._answer.setText(words)

    def _accept(self) -> None:
        """Take the text, unless it is refused."""
        text = self._field.text()
        try:
            self._read(text)
        except RefusedError as refused:
            self._say(str(refused), "bad")
            return
        self.accepted.emit(text)
