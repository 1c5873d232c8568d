"""What the cursor is on, said beside it on the chart."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from warmcalls.ui.components.lines import wrapped
from warmcalls.ui.theme import Theme

WIDEST, ASIDE, ABOVE = 340, 8, 4
LINE: Final = 16
MOST: Final = 4  # lines
TALL: Final = 2.5  # a part is tall that is so many times as high as the words


def paint_bubble(painter: QPainter, area: QRectF, part: QRectF, words: str, theme: Theme) -> None:
    """Draw words in ink beside a tall part, else under it, or over it where there is no room.

    Args:
        painter: of the chart.
        area: the chart.
        part: what the words are about.
        words: plain text.
        theme: gives colours and face.
    """
    px, font = theme.px, theme.font(11)
    room = min(px(WIDEST), int(area.width()) - 2 * px(ASIDE))
    lines = wrapped(words, font, room, MOST)
    wide = max(QFontMetricsF(font).horizontalAdvance(line) for line in lines) + 2 * px(ASIDE) + 1
    high = len(lines) * px(LINE) + 2 * px(ABOVE)
    left, top = _corner(area, part, (wide, high), px(ABOVE))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens.colour("ink"))
    painter.drawRoundedRect(QRectF(left, top, wide, high), 4, 4)
    painter.setFont(font)
    painter.setPen(theme.tokens.colour("on_ink"))
    for number, line in enumerate(lines):
        corner = QPointF(left + px(ASIDE), top + px(ABOVE) + number * px(LINE))
        box = QRectF(corner.x(), corner.y(), wide, px(LINE))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)
    painter.restore()


def _corner(
    area: QRectF, part: QRectF, size: tuple[float, float], gap: float
) -> tuple[float, float]:
    """Return where the words stand."""
    wide, high = size
    if part.height() > TALL * high:
        right = part.right() + gap
        left = right if right + wide <= area.right() else part.left() - gap - wide
        return max(left, area.left()), part.top() + gap
    left = min(max(part.center().x() - wide / 2, area.left()), area.right() - wide)
    under = part.bottom() + gap
    if under + high <= area.bottom():
        return left, under
    return left, max(part.top() - gap - high, area.top())
