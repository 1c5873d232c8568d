"""What lies behind a row or a cell."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from warmcalls.ui.theme import Theme


def paint_ground(painter: QPainter, area: QRectF, theme: Theme, role: str) -> None:
    """Draw a ground, and the line that parts a row from the next one."""
    painter.fillRect(area, theme.tokens.colour(role))
    low = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
    painter.fillRect(low, theme.tokens.colour("line"))
