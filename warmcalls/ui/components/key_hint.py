"""The key that does what a button does, in a small box inside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from warmcalls.ui.theme import Theme

HEIGHT = 20
PADDING = 5


def width_of(key: str, theme: Theme) -> int:
    """Return the width of the box of a key."""
    text = QFontMetricsF(theme.font(11)).horizontalAdvance(key)
    return max(round(text) + 2 * theme.px(PADDING), theme.px(HEIGHT))


def paint_key(  # noqa: PLR0917 - where, what, and in which colours
    painter: QPainter, at: QRectF, key: str, theme: Theme, text: QColor, border: QColor
) -> None:
    """Draw a key in its box, in the middle of the height of `at`, from its left edge."""
    height = theme.px(HEIGHT) - 1
    box = QRectF(at.left(), at.center().y() - height / 2, width_of(key, theme), height)
    box = QRectF(round(box.left()) + 0.5, round(box.top()) + 0.5, box.width() - 1, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, 1))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(theme.font(11))
    painter.setPen(text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
