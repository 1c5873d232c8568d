"""The owner's line, typed where it stands."""

from math import inf
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import ratio_words, symbol
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme

HINT: Final = "Enter keeps it, Esc leaves it"
ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def typed_line(text: str, currency: str = "GBP") -> float:
    """Return fees wanted per unit spent, as typed: "2", "2.50", "£2".

    Raises:
        RefusedError: it is no number, or nothing.
    """
    plain = text.strip().removeprefix(symbol(currency).strip()).strip().replace(",", ".")
    try:
        line = float(plain)
    except ValueError as error:
        raise RefusedError("Write it as 2 or 2.50.") from error
    if not 0.0 < line < inf:  # also where it is "nan"
        raise RefusedError("A line is more than nought.")
    return round(line, 2)


class LineEditor(QWidget):
    """A small field with a sentence under it.

    Attributes:
        typed: another line.
        left: it was left as it was.
    """

    typed = Signal(float)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._line, self._currency = 2.0, "GBP"
        self.field = QLineEdit()
        self.field.setFont(theme.font(13))
        self.field.setMaxLength(10)
        self.field.setFixedWidth(theme.px(72))
        self._before = PlainLabel(theme, "Fees")
        self.said = PlainLabel(theme, HINT, size=11, role="text2")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._before)
        row.addWidget(self.field)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addStretch(1)

    def show_line(self, line: float, currency: str) -> None:
        """Show the line as it is kept now, unless it is being typed."""
        self._line, self._currency = line, currency
        one = ratio_words(1, currency).removesuffix(".00")
        self._before.setText(f"Fees per {one}:")
        self.field.setAccessibleName(f"Fees wanted for each {one} spent")

    def start(self) -> None:
        """Begin to type."""
        self.field.setText(f"{self._line:.2f}".removesuffix(".00"))
        self._say(HINT)
        self.field.selectAll()
        self.field.setFocus()

    def refuse(self, why: str) -> None:
        """Say why it cannot be."""
        self._say(why, "bad")
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Enter, leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTERS:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        try:
            line = typed_line(self.field.text(), self._currency)
        except RefusedError as error:
            self.refuse(str(error))
            return
        if line == self._line:
            self.left.emit()
        else:
            self.typed.emit(line)

    def _say(self, words: str, role: str = "text2") -> None:
        self.said.setText(words)
        self.said.set_role(role)
        self.field.setAccessibleDescription(words)
