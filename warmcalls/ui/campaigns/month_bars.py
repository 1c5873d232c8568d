"""Spend and fees of a campaign by month, as small bars."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from warmcalls.domain.money import round_words, short_words
from warmcalls.ui.theme import Theme

MonthSum = tuple[str, int, int]
HIGH = 132
FOOT = 18
HEAD = 20


class MonthBars(QWidget):
    """Two bars a month on one scale: what was spent, what came in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._currency = theme, "GBP"
        self._months: tuple[MonthSum, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_months(self, months: Sequence[MonthSum], currency: str) -> None:
        """Show months with spend and fees in minor units."""
        self._months, self._currency = tuple(months), currency
        said = [
            f"{month}: spent {round_words(spend, currency)}, fees {round_words(fees, currency)}"
            for month, spend, fees in months
        ]
        self.setAccessibleName("Spend and fees by month")
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it takes."""
        return QSize(QToolTip.font().pointSize(), self._theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars on their line, and the months under it."""
        del event
        if not self._months:
            return
        painter, tokens, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setFont(self._theme.font(11))
        highest = max(max(spend, fees) for _, spend, fees in self._months) or 1
        bottom = self.height() - px(FOOT)
        room, wide = bottom - px(HEAD), self.width() / len(self._months)
        bar = min(wide * 0.32, px(18))
        for number, (month, spend, fees) in enumerate(self._months):
            middle = wide * (number + 0.5)
            for offset, amount, role in ((-bar - 1, fees, "good"), (1, spend, "spend")):
                high = room * max(amount, 0) / highest
                box = QRectF(middle + offset, bottom - high, bar, high)
                painter.fillRect(box, tokens.colour(role))
            painter.setPen(tokens.colour("text2"))
            name = f"{date.fromisoformat(f'{month}-01'):%b}"
            foot = QRectF(middle - wide / 2, bottom, wide, px(FOOT))
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, name)
        painter.fillRect(QRectF(0, bottom, self.width(), 1), tokens.colour("line"))
        self._paint_key(painter, short_words(highest, self._currency))
        painter.end()

    def _paint_key(self, painter: QPainter, highest: str) -> None:
        """Draw what the two colours mean, and the highest value."""
        tokens, px = self._theme.tokens, self._theme.px
        left = 0.0
        for word, role in (("fees", "good"), ("spend", "spend")):
            painter.fillRect(QRectF(left, px(4), px(10), px(10)), tokens.colour(role))
            painter.setPen(tokens.colour("text2"))
            place = QRectF(left + px(16), 0, px(60), px(18))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)
            left += px(16) + painter.fontMetrics().horizontalAdvance(word) + px(16)
        painter.setPen(tokens.colour("text3"))
        right = QRectF(0, 0, self.width(), px(18))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, side, f"highest {highest}")
