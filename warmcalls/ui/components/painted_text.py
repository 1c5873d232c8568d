"""Text that is painted, not laid out: one line, as far as it fits."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from warmcalls.ui.theme import Theme

MIDDLE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_text(
    painter: QPainter,
    room: QRectF,
    text: str,
    theme: Theme,
    role: str = "text",
    *,
    bold: bool = False,
    size: int = 13,
) -> float:
    """Draw a text in the middle of a room, ending in an ellipsis; return its width."""
    face = theme.font(size, semibold=bold)
    fits = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(face)
    painter.setPen(theme.tokens.colour(role))
    painter.drawText(room, MIDDLE, fits)
    return QFontMetricsF(face).horizontalAdvance(fits)
