"""A client's warmth over a year; the pointer or the arrows tell any day."""

from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from warmcalls.domain.moments import DAY, day_name
from warmcalls.ui.components.sparkline import DOT, paint_sparkline
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

HIGH: Final = 56
LEAST_TOP: Final = 1.0  # a client that is hardly warm fills no chart
HEAD_ROOM: Final = 1.05
STEPS: Final[dict[int, int]] = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -30, Qt.Key.Key_PageDown: 30,
}  # fmt: skip


class YearChart(QWidget):
    """Area, line and a dot at today, as the sparklines of the list, over 365 days."""

    def __init__(self, theme: Theme, zone: ZoneInfo) -> None:
        super().__init__()
        self._theme, self._zone = theme, zone
        self._line: tuple[float, ...] = ()
        self._now, self._at = 0, -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.px(HIGH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a width that the panel may stretch."""
        return QSize(self._theme.px(200), self._theme.px(HIGH))

    def show_line(self, line: tuple[float, ...], now: int) -> None:
        """Show another year, oldest day first."""
        self._line, self._now, self._at = line, now, -1
        peak = max(range(len(line)), key=lambda day: line[day]) if any(line) else -1
        said = f"Warmth over a year: {line[-1]:.1f} today" if line else "Warmth over a year"
        if peak >= 0:
            said += f", at most {line[peak]:.1f} on {day_name(self._moment(peak), self._zone)}"
        self.setAccessibleName(said)
        self.update()

    @property
    def told(self) -> str:
        """What is said of the day that is pointed at, or empty."""
        if not 0 <= self._at < len(self._line):
            return ""
        day = day_name(self._moment(self._at), self._zone)
        return f"{day}: warmth {self._line[self._at]:.1f}"

    def point_at(self, day: int) -> None:
        """Point at a day, from 0 for the oldest, and say how warm it was."""
        self._at = min(max(day, 0), len(self._line) - 1)
        self.setAccessibleDescription(self.told)
        self.update()
        if self.told:
            spot = self.mapToGlobal(QPointF(self._x(self._at), self.height())).toPoint()
            QToolTip.showText(spot, self.told, self)

    def _moment(self, day: int) -> int:
        return self._now - (len(self._line) - 1 - day) * DAY

    def _x(self, day: int) -> float:
        return day * (self.width() - DOT) / max(len(self._line) - 1, 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the day under the pointer."""
        wide = max(self.width() - DOT, 1)
        self.point_at(round(event.position().x() / wide * (len(self._line) - 1)))

    def leaveEvent(self, event: object) -> None:
        """Point at nothing."""
        del event
        self._at = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day with the arrows."""
        step = STEPS.get(event.key())
        if step is None or not self._line:
            super().keyPressEvent(event)
            return
        self.point_at((self._at if self._at >= 0 else len(self._line) - 1) + step)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the year, and the day that is pointed at."""
        del event
        painter, tokens = QPainter(self), self._theme.tokens
        if self._line:
            area = QRectF(self.rect()).adjusted(0, 2, 0, -1)
            top = max(max(self._line) * HEAD_ROOM, LEAST_TOP)
            paint_sparkline(painter, area, self._line, top, tokens)
            if self.told:
                painter.setPen(QPen(tokens.colour("text2"), 1))
                x = self._x(self._at)
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), 4)
        painter.end()
