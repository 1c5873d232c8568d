"""The sparkline: warmth over 30 days, on one scale for a whole list."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from warmcalls.ui.theme import Tokens

AREA = 0.12
DOT = 2.5


def paint_sparkline(
    painter: QPainter, rect: QRectF, values: Sequence[float], top: float, tokens: Tokens
) -> None:
    """Draw warmth over time: area, line, and a dot at today.

    Args:
        painter: of the row or the card.
        rect: where; the dot may touch its right edge.
        values: oldest first.
        top: the value at the top of the rectangle, the same for every row.
        tokens: the colours.
    """
    if not values:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = tokens.colour("accent")
    low = rect.bottom() - 0.75
    painter.setPen(QPen(tokens.colour("line"), 1))
    painter.drawLine(QPointF(rect.left(), low), QPointF(rect.right() - DOT, low))
    points = _points(rect, values, top)
    accent.setAlphaF(AREA)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    floor = [QPointF(points[-1].x(), low), QPointF(points[0].x(), low)]
    painter.drawPolygon(QPolygonF([*points, *floor]))
    accent.setAlphaF(1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent, 1.5, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawEllipse(points[-1], DOT, DOT)
    painter.restore()


def _points(rect: QRectF, values: Sequence[float], top: float) -> list[QPointF]:
    """Return the line's points; a value over `top` stays inside."""
    step = (rect.width() - DOT) / max(len(values) - 1, 1)
    room = rect.height() - DOT - 0.75
    scale = room / top if top > 0 else 0.0
    low = rect.bottom() - 0.75
    return [
        QPointF(rect.left() + index * step, low - min(max(value, 0.0) * scale, room))
        for index, value in enumerate(values)
    ]
