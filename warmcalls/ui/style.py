"""The style under the style sheet: Fusion with a focus ring that can be seen."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

RING = 2.0


def paint_ring(painter: QPainter, rect: QRectF, pen: QPen, radius: float) -> None:
    """Draw the focus ring along the inside of a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen.setWidthF(RING)
    painter.setPen(pen)
    painter.setBrush(QPalette().brush(QPalette.ColorRole.NoRole))
    half = RING / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


class Style(QProxyStyle):
    """Fusion with a focus ring of 2 px in the colour of text."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the ring ourselves, and leave everything else to Fusion."""
        if element is QStyle.PrimitiveElement.PE_FrameFocusRect:
            pen = QPen(option.palette.color(QPalette.ColorRole.WindowText))
            paint_ring(painter, QRectF(option.rect), pen, 4)
            return
        super().drawPrimitive(element, option, painter, widget)
