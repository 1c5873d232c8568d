"""What happened at a client, in the narrow column of the panel."""

from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from warmcalls.domain.calls import Happening
from warmcalls.domain.moments import day_name, local
from warmcalls.ui import icons
from warmcalls.ui.clients.panel.part import Part
from warmcalls.ui.clients.panel.words import short_day
from warmcalls.ui.components.happening_icons import icon_of
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.theme import Theme

ROW: Final = 24
DAY_AT, TEXT_AT, DETAIL = 20, 84, 60
MOST: Final = 8
NOTHING: Final = "Nothing yet: signals, calls, briefs and fees will stand here."
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class Entries(QWidget):
    """Lines with an icon, a day and what it was; a tooltip says the whole of it."""

    def __init__(self, theme: Theme, zone: ZoneInfo) -> None:
        super().__init__()
        self._theme, self._zone, self._now = theme, zone, 0
        self.entries: tuple[Happening, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: tuple[Happening, ...], now: int) -> None:
        """Show other entries, newest first."""
        self.entries, self._now = entries, now
        self.setAccessibleName("; ".join(self._whole(entry) for entry in entries))
        self.setFixedHeight(self._theme.px(ROW) * len(entries))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all lines."""
        return QSize(self._theme.px(200), self._theme.px(ROW) * len(self.entries))

    def event(self, event: QEvent) -> bool:
        """Say the whole of a line in a tooltip."""
        if isinstance(event, QHelpEvent):
            at = int(event.pos().y() // self._theme.px(ROW))
            if 0 <= at < len(self.entries):
                QToolTip.showText(event.globalPos(), plain_tip(self._whole(self.entries[at])), self)
                return True
        return super().event(event)

    def _whole(self, entry: Happening) -> str:
        then = local(entry.at, self._zone)
        day = f"{day_name(entry.at, self._zone)} {then.year}"
        return f"{day}: {' · '.join(part for part in (entry.text, entry.detail) if part)}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        del event
        painter, row = QPainter(self), self._theme.px(ROW)
        for number, entry in enumerate(self.entries):
            self._paint(painter, QRectF(0, number * row, self.width(), row), entry)
        painter.end()

    def _paint(self, painter: QPainter, line: QRectF, entry: Happening) -> None:
        px, tokens, face = self._theme.px, self._theme.tokens, self._theme.font(13)
        side = px(14)
        box = QRectF(0, line.center().y() - side / 2, side, side)
        icons.paint(painter, icon_of(entry), box, tokens.colour("text3"))
        painter.setFont(face)
        painter.setPen(tokens.colour("text2"))
        day = short_day(entry.at, self._now, self._zone)
        painter.drawText(line.adjusted(px(DAY_AT), 0, 0, 0), MIDDLE, day)
        left, metrics = px(TEXT_AT), QFontMetricsF(face)
        for text, role in ((entry.text, "text"), (entry.detail, "text2")):
            room = self.width() - left
            fits = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setPen(tokens.colour(role))
            has_room = fits == text or room > px(DETAIL)
            painter.drawText(line.adjusted(left, 0, 0, 0), MIDDLE, fits if has_room else "")
            left += round(metrics.horizontalAdvance(fits)) + px(6)


class Happened(Part):
    """The newest entries, and the way to all of them.

    Attributes:
        wanted: all of them are wanted.
    """

    def __init__(self, theme: Theme, zone: ZoneInfo) -> None:
        super().__init__(theme, "What happened", "All", "Everything that happened")
        self.lines = Entries(theme, zone)
        self.column.addWidget(self.lines)

    def show_entries(self, entries: tuple[Happening, ...], now: int) -> None:
        """Show other entries."""
        self.lines.show_entries(entries[:MOST], now)
        self.link.setVisible(len(entries) > MOST)
        self.link.setText(f"All {len(entries)}")
        self.link.updateGeometry()
        self.say_nothing("" if entries else NOTHING)
