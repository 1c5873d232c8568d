"""A strip over the table that says what is not in the sums, with what can be done about it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warmcalls.ui import icons
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme


class NoteBar(QWidget):
    """One sentence and a button; without a sentence it takes no room.

    Attributes:
        pressed: the button was pressed.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, verb: str) -> None:
        super().__init__()
        self._theme, px = theme, theme.px
        self._label = PlainLabel(theme, role="notice", wraps=True)
        self.button = Button(theme, verb, small=True)
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24 + 24), px(8), px(24), px(8))
        row.setSpacing(px(12))
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or empty."""
        return "" if self.isHidden() else self._label.text()

    def say(self, words: str, *, button: bool = True) -> None:
        """Say a sentence; an empty one takes the strip away."""
        self._label.setText(words)
        self.setAccessibleName(words)
        self.button.setVisible(button)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, line and icon."""
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.fillRect(event.rect(), tokens.colour("notice_soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.colour("line"))
        box = QRectF(px(24), (self.height() - px(16)) / 2, px(16), px(16))
        icons.paint(painter, "ph.arrows-left-right", box, tokens.colour("notice"))
        painter.end()
