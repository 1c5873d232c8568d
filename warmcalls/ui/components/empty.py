"""What a page says before there is anything on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme


class EmptyState(QWidget):
    """One sentence on what will be here, and one button that makes it so."""

    pressed = Signal()

    def __init__(self, theme: Theme, sentence: str, verb: str = "") -> None:
        super().__init__()
        self._label = PlainLabel(theme, sentence, size=17, role="text2", wraps=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setFixedWidth(theme.px(440))
        self._button = Button(theme, verb, Look.PRIMARY)
        self._button.setVisible(bool(verb))
        self._button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(16))
        column.addStretch(2)
        for part in (self._label, self._button):
            row = QHBoxLayout()  # an alignment here would ignore the height of wrapped lines
            row.addStretch(1)
            row.addWidget(part)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        self.setFocusProxy(self._button)

    def say(self, sentence: str) -> None:
        """Change the sentence."""
        self._label.setText(sentence)
