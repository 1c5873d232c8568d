"""A strip across a page, with a line under it."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from warmcalls.ui.theme import Theme


class Strip(QWidget):
    """A head or a bar: whatever stands in it, and the line that ends it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line under what stands in it."""
        del event
        painter = QPainter(self)
        line = self._theme.tokens.colour("line")
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        painter.end()
