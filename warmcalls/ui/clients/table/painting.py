"""The small pictures in the cells of the table: coverage, tags, warmth, rows that come later."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from warmcalls.domain.client_columns import Coverage
from warmcalls.ui.components.chip import HEIGHT as CHIP
from warmcalls.ui.components.chip import paint_chip
from warmcalls.ui.components.chip import width_of as chip_width
from warmcalls.ui.components.sparkline import paint_sparkline
from warmcalls.ui.theme import Theme

SIDE, GAP = 7, 2
SQUARES: Final = 4 * SIDE + 3 * GAP
BETWEEN: Final = 4
SPARK: Final = 24
KEPT: Final = 400
MARGIN: Final = 24
SHORTEST: Final = 4


def paint_squares(
    painter: QPainter, left: float, middle: float, coverage: Coverage, theme: Theme
) -> float:
    """Draw four squares, as many filled as a client has of what it needs; return where they end."""
    px, tokens = theme.px, theme.tokens
    side, step = px(SIDE), px(SIDE) + px(GAP)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in range(4):
        box = QRectF(left + number * step, round(middle - side / 2), side, side)
        full = number < coverage.count
        painter.setPen(QPen(tokens.colour("data1" if full else "control"), 1))
        painter.setBrush(tokens.colour("data1") if full else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    return left + 4 * step - px(GAP)


def fitting(tags: Sequence[str], room: float, theme: Theme) -> tuple[list[str], str]:
    """Return the tags that have room, and how many more there are as "+2".

    The first is cut where it is too long; where hardly a letter is left, only the number says.
    """
    face = QFontMetricsF(theme.font(11))
    gap, shown, used = theme.px(BETWEEN), list[str](), 0.0
    for number, tag in enumerate(tags):
        left = len(tags) - number - 1
        more = face.horizontalAdvance(f"+{left}") + gap if left else 0
        wide = chip_width(tag, "", theme)
        if used + wide + more > room:
            break
        shown.append(tag)
        used += wide + gap
    if not shown and tags:
        more = face.horizontalAdvance(f"+{len(tags) - 1}") + gap if len(tags) > 1 else 0
        inner = max(room - more - theme.px(14), 0)
        cut = face.elidedText(tags[0], Qt.TextElideMode.ElideRight, inner)
        shown = [cut] if len(tags) == 1 or len(cut) >= SHORTEST else []
    rest = len(tags) - len(shown)
    return shown, f"+{rest}" if rest else ""


def paint_tags(painter: QPainter, room: QRectF, tags: Sequence[str], theme: Theme) -> None:
    """Draw tags as chips, as many as there is room for."""
    shown, more = fitting(tags, room.width(), theme)
    left, top = room.left(), round(room.center().y() - theme.px(CHIP) / 2)
    for tag in shown:
        paint_chip(painter, QPointF(left, top), tag, "", theme)
        left += chip_width(tag, "", theme) + theme.px(BETWEEN)
    if more:
        painter.setFont(theme.font(11))
        painter.setPen(theme.tokens.colour("text2"))
        rest = QRectF(left, room.top(), room.right() - left, room.height())
        side = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(rest, side, more)


class Sparks:
    """Sparklines as pictures: each is drawn once for its values, its size and the one scale."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    def forget(self) -> None:
        """Draw all anew: the colours have changed."""
        self._kept.clear()

    def paint(self, painter: QPainter, room: QRectF, values: tuple[float, ...], top: float) -> None:
        """Draw one in the middle of its room."""
        high, wide = self._theme.px(SPARK), int(room.width())
        if wide <= 0:
            return
        ratio = painter.device().devicePixelRatioF()
        key = (values, wide, high, top, ratio)
        picture = self._kept.get(key)
        if picture is None:
            picture = self._drawn(values, wide, high, top, ratio)
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = picture
        painter.drawPixmap(QPointF(room.left(), round(room.center().y() - high / 2)), picture)

    def _drawn(
        self, values: tuple[float, ...], wide: int, high: int, top: float, ratio: float
    ) -> QPixmap:
        picture = QPixmap(round(wide * ratio), round(high * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        within = QPainter(picture)
        paint_sparkline(within, QRectF(0, 0, wide, high), values, top, self._theme.tokens)
        within.end()
        return picture


def paint_coming(painter: QPainter, room: QRectF, client_id: int, theme: Theme, role: str) -> None:
    """Draw what stands for a name that is being read: a quiet bar, not all of them as long."""
    wide = room.width() * (0.4 + (client_id * 37 % 8) * 0.05)
    bar = QRectF(room.left(), round(room.center().y() - theme.px(4)), wide, theme.px(8))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens.colour(role))
    painter.drawRoundedRect(bar, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_nothing(painter: QPainter, room: QRect, words: str, theme: Theme) -> None:
    """Say what would be in a table that has no rows."""
    px = theme.px
    painter.setFont(theme.font(13))
    painter.setPen(theme.tokens.colour("text2"))
    inner = room.adjusted(px(MARGIN), px(16), -px(MARGIN), 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)
