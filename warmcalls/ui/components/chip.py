"""Chips: a state as an icon and a word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from warmcalls.ui import icons
from warmcalls.ui.theme import Theme

HEIGHT = 20
SOFT = {"good": "good_soft", "bad": "bad_soft", "notice": "notice_soft"}


def width_of(text: str, icon: str, theme: Theme) -> int:
    """Return the width of a chip."""
    words = QFontMetricsF(theme.font(11)).horizontalAdvance(text)
    return round(words) + theme.px(14) + (theme.px(17) if icon else 0)


def paint_chip(
    painter: QPainter, at: QPointF, text: str, icon: str, theme: Theme, *, state: str = ""
) -> None:
    """Draw a chip with its top left corner at a point; `state` is good, bad, notice or empty."""
    tokens, px = theme.tokens, theme.px
    box = QRectF(at.x() + 0.5, at.y() + 0.5, width_of(text, icon, theme) - 1, px(HEIGHT) - 1)
    ink = tokens.colour(state or "text2")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink if state else tokens.colour("line"), 1))
    painter.setBrush(tokens.colour(SOFT.get(state, "surface")))
    painter.drawRoundedRect(box, 4, 4)
    left = box.left() + px(7)
    if icon:
        side = px(13)
        icons.paint(painter, icon, QRectF(left, box.center().y() - side / 2, side, side), ink)
        left += px(17)
    painter.setFont(theme.font(11))
    painter.setPen(ink)
    room = QRectF(left, box.top(), box.right() - left, box.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
    painter.restore()


class Chip(QWidget):
    """A chip in a layout."""

    def __init__(self, theme: Theme, text: str, icon: str = "", state: str = "") -> None:
        super().__init__()
        self._theme, self._text, self._icon, self._state = theme, text, icon, state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the room a chip takes."""
        return QSize(width_of(self._text, self._icon, self._theme), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        painter = QPainter(self)
        paint_chip(painter, QPointF(0, 0), self._text, self._icon, self._theme, state=self._state)
        painter.end()
