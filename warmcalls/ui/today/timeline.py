"""What happened at a client, newest first, as many lines as there is room for."""

from math import ceil
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
TIGHT_ROW: Final = 18  # the height of a line of type
FEWEST: Final = 3
DAY_AT: Final = 24
TEXT_AT: Final = 120
TEXT_GAP: Final = 12
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
        """Return the room of two entries, the second with the count of the rest."""
        return QSize(self._theme.px(200), 2 * self._theme.px(TIGHT_ROW))

    def sizeHint(self) -> QSize:
        """Return the room of six entries; it takes more where there is more."""
        return QSize(self._theme.px(400), 2 * FEWEST * self._theme.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits, and say how much more there is."""
        del event
        painter, row, shown = QPainter(self), self._row(), self._shown()
        left = len(self._entries) - shown
        below = QRectF(0, shown * row, self.width(), row)
        beside = self._beside(row) if left else QRectF()
        for number, entry in enumerate(self._entries[:shown]):
            line = QRectF(0, number * row, self.width(), row)
            if not beside.isEmpty() and number == shown - 1:
                line.setRight(beside.left() - self._theme.px(TEXT_GAP))
            self._paint_entry(painter, line, entry)
        self._paint_rest(painter, below if beside.isEmpty() else beside, left)
        painter.end()

    def _beside(self, row: int) -> QRectF:
        """Return the room of the count at the right of the last entry, empty where it is below."""
        shown = self._shown()
        if not 0 < shown == self.height() // row:
            return QRectF()
        px, words = self._theme.px, QFontMetricsF(self._theme.font(13))
        wide = key_hint.width_of("O", self._theme) + px(6)
        wide += ceil(words.horizontalAdvance(f"{len(self._entries) - shown} earlier")) + 1
        return QRectF(self.width() - wide, (shown - 1) * row, wide, row)

    def _paint_rest(self, painter: QPainter, line: QRectF, left: int) -> None:
        """Say how many more there are, with the key that shows them, or that there is nothing."""
        px, quiet = self._theme.px, self._theme.tokens.colour("text3")
        painter.setFont(self._theme.font(13))
        painter.setPen(quiet)
        if not self._entries:
            painter.drawText(line, MIDDLE, self._nothing)
        elif left > 0:
            if line.left() == 0:
                line.setLeft(px(TEXT_AT))
            border = self._theme.tokens.colour("line")
            key_hint.paint_key(painter, line, "O", self._theme, quiet, border)
            line.setLeft(line.left() + key_hint.width_of("O", self._theme) + px(6))
            painter.drawText(line, MIDDLE, f"{left} earlier")

    def _row(self) -> int:
        """Return the height of a line: a little less where one more, or a third, fits by that."""
        px, high = self._theme.px, self.height()
        if high >= min(len(self._entries), 2 * FEWEST) * px(ROW):
            return px(ROW)
        lines = max(round(high / px(LOW_ROW)), FEWEST + 1)  # with the count under the entries
        if high < lines * px(TIGHT_ROW):
            lines = FEWEST
        return min(max(high // lines, px(TIGHT_ROW)), px(LOW_ROW))

    def _shown(self) -> int:
        """Return how many entries are drawn; the count has a line of its own where there is one."""
        fits = self.height() // self._row()
        if len(self._entries) <= fits or fits <= FEWEST:
            return min(len(self._entries), fits)
        return fits - 1

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
            room = line.right() - left
            fits = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setPen(tokens.colour(role))
            painter.drawText(line.adjusted(left, 0, 0, 0), MIDDLE, fits if room > px(24) else "")
            left += round(metrics.horizontalAdvance(fits)) + px(8)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show everything that happened, from the line that counts the rest."""
        row, at = self._row(), event.position()
        beside = self._beside(row)
        on_it = at.y() >= self._shown() * row if beside.isEmpty() else beside.contains(at)
        if on_it and self._shown() < len(self._entries):
            self.more_wanted.emit()
