"""A line of one pixel between two parts."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from warmcalls.ui.theme import Theme


class Rule(QWidget):
    """A line in the colour of lines; upright between columns."""

    def __init__(self, theme: Theme, *, upright: bool = False) -> None:
        super().__init__()
        self._theme = theme
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.tokens.colour("line"))
        painter.end()
