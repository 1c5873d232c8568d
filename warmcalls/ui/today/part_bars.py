"""What speaks for a client and what against it: words, points and a bar on one scale."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.components.painted_text import paint_text
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.why_words import Bar

ROW: Final = 34
WORDS: Final = 20
THICK: Final = 6
GAP: Final = 8
FIGURE: Final = 40
RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class PartBars(QWidget):
    """Lines of words with a bar under each; what adds goes to the right, what takes off left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other parts."""
        self._bars = tuple(bars)
        self.setFixedHeight(self._theme.px(ROW) * len(self._bars))
        self.setAccessibleName("; ".join(bar.said for bar in self._bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of its lines; it takes what width there is."""
        return QSize(self._theme.px(320), self.height())

    def bar(self, number: int) -> QRectF:
        """Return where a bar lies; the longest reaches the edge on its side."""
        middle = self.width() / 2
        most = max((abs(bar.points) for bar in self._bars), default=0.0) or 1.0
        wide = middle * abs(self._bars[number].points) / most
        top = number * self._theme.px(ROW) + self._theme.px(WORDS)
        left = middle if self._bars[number].points > 0.0 else middle - wide
        return QRectF(left, top, wide, self._theme.px(THICK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        del event
        painter, tokens = QPainter(self), self._theme.tokens
        row, words = self._theme.px(ROW), self._theme.px(WORDS)
        for number, bar in enumerate(self._bars):
            self._paint_words(painter, QRectF(0, number * row, self.width(), words), bar)
            area = self.bar(number)
            track = QRectF(0, area.top(), self.width(), area.height())
            painter.fillRect(track, tokens.colour("sunken"))
            painter.fillRect(area, tokens.colour("accent" if bar.points > 0.0 else "data1"))
            none = QRectF(round(self.width() / 2), area.top() - 2, 1, area.height() + 4)
            painter.fillRect(none, tokens.colour("control"))
        painter.end()

    def _paint_words(self, painter: QPainter, line: QRectF, bar: Bar) -> None:
        px = self._theme.px
        room = line.adjusted(0, 0, -px(FIGURE), 0)
        count = QFontMetricsF(self._theme.font(11)).horizontalAdvance(bar.count)
        after = count + px(GAP) + 1 if bar.count else 0.0
        used = paint_text(painter, room.adjusted(0, 0, -after, 0), bar.words, self._theme)
        if bar.count:
            beside = room.adjusted(used + px(GAP), 0, 0, 0)
            paint_text(painter, beside, bar.count, self._theme, "text3", size=11)
        painter.setFont(self._theme.font(13, semibold=True))
        painter.setPen(self._theme.tokens.colour("text"))
        painter.drawText(line, RIGHT, bar.figure)

    def event(self, event: QEvent) -> bool:
        """Say a line whole in a tooltip."""
        if isinstance(event, QHelpEvent):
            number = event.pos().y() // self._theme.px(ROW)
            if 0 <= number < len(self._bars):
                QToolTip.showText(event.globalPos(), plain_tip(self._bars[number].said), self)
            return True
        return super().event(event)
