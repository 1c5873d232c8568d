"""What happened at a client, newest first, as many lines as there is room for."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from warmcalls.domain.calls import Happening
from warmcalls.ui import icons
from warmcalls.ui.components import key_hint
from warmcalls.ui.components.happening_icons import icon_of
from warmcalls.ui.theme import Theme
from warmcalls.ui.today import words
from warmcalls.ui.today.moment import Now

ROW: Final = 26
LOW_ROW: Final = 22
FEWEST: Final = 3
DAY_AT: Final = 24
TEXT_AT: Final = 120
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class Timeline(QWidget):
    """It shrinks before anything else on the card does; what is cut off is counted."""

    more_wanted = Signal()

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme, self._now = theme, now
        self._entries: tuple[Happening, ...] = ()
        self._nothing = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_entries(self, entries: tuple[Happening, ...], nothing: str = "") -> None:
        """Show other entries, or a quiet sentence where there are none."""
        self._entries, self._nothing = entries, nothing
        said = "; ".join(f"{self._day(e)}: {e.text}" for e in entries[:20])
        self.setAccessibleName(said or nothing)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the room of an entry and the count of the rest."""
        return QSize(self._theme.px(200), 2 * self._theme.px(ROW))

    def sizeHint(self) -> QSize:
        """Return the room of six entries; it takes more where there is more."""
        return QSize(self._theme.px(400), 2 * FEWEST * self._theme.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits, and say how much more there is."""
        del event
        painter, row = QPainter(self), self._row()
        for number, entry in enumerate(self._entries[: self._shown()]):
            self._paint_entry(painter, QRectF(0, number * row, self.width(), row), entry)
        left = len(self._entries) - self._shown()
        self._paint_rest(painter, QRectF(0, self._shown() * row, self.width(), row), left)
        painter.end()

    def _paint_rest(self, painter: QPainter, line: QRectF, left: int) -> None:
        """Say how many more there are, with the key that shows them, or that there is nothing."""
        px, quiet = self._theme.px, self._theme.tokens.colour("text3")
        painter.setFont(self._theme.font(13))
        painter.setPen(quiet)
        if not self._entries:
            painter.drawText(line, MIDDLE, self._nothing)
        elif left > 0:
            line.setLeft(px(TEXT_AT))
            border = self._theme.tokens.colour("line")
            key_hint.paint_key(painter, line, "O", self._theme, quiet, border)
            line.setLeft(line.left() + key_hint.width_of("O", self._theme) + px(6))
            painter.drawText(line, MIDDLE, f"{left} earlier")

    def _row(self) -> int:
        """Return the height of a line, a little less where there is room for few."""
        low = self.height() < 2 * FEWEST * self._theme.px(ROW)
        return self._theme.px(LOW_ROW if low else ROW)

    def _shown(self) -> int:
        """Return how many entries are drawn; the last line counts the rest."""
        fits = self.height() // self._row()
        return len(self._entries) if len(self._entries) <= fits else max(fits - 1, 0)

    def _day(self, entry: Happening) -> str:
        return words.happened(entry.at, self._now(), self._now.zone)

    def _paint_entry(self, painter: QPainter, line: QRectF, entry: Happening) -> None:
        px, tokens, face = self._theme.px, self._theme.tokens, self._theme.font(13)
        side = px(14)
        box = QRectF(0, line.center().y() - side / 2, side, side)
        icons.paint(painter, icon_of(entry), box, tokens.colour("text3"))
        painter.setFont(face)
        painter.setPen(tokens.colour("text3"))
        painter.drawText(line.adjusted(px(DAY_AT), 0, 0, 0), MIDDLE, self._day(entry))
        left, metrics = px(TEXT_AT), QFontMetricsF(face)
        for text, role in ((entry.text, "text"), (entry.detail, "text2")):
            room = self.width() - left
            fits = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setPen(tokens.colour(role))
            painter.drawText(line.adjusted(left, 0, 0, 0), MIDDLE, fits if room > px(24) else "")
            left += round(metrics.horizontalAdvance(fits)) + px(8)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show everything that happened, from the line that counts the rest."""
        last = event.position().y() >= self._shown() * self._row()
        if last and self._shown() < len(self._entries):
            self.more_wanted.emit()
