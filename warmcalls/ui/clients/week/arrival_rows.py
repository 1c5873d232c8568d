"""Clients that came as a list: its model and how a row looks."""

from collections.abc import Sequence
from typing import Any, Final, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
)

from warmcalls.domain.arrivals import Arrival, Return
from warmcalls.ui.components import chip
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.components.row_list import Index, RowDelegate, RowList
from warmcalls.ui.components.sparkline import paint_sparkline
from warmcalls.ui.theme import Theme

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ROW, EDGE, SPARK, GAP = 74, 24, 88, 16
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
CUT: Final = Qt.TextElideMode.ElideRight
ICONS: Final = {
    Return.FIRST: "ph.user-plus",
    Return.BACK: "ph.arrow-u-up-left",
    Return.AGAIN: "ph.repeat",
}
SMALL: Final = 11
NO_CALLS: Final = "No calls"
NAMED: Final = 2  # campaigns that a row names
TOLD: Final = 6  # things that a tooltip names


class ArrivalModel(QAbstractListModel):
    """Clients that came, the strongest first; those of one tier or all."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: list[Arrival] = []
        self._shown: list[Arrival] = []
        self.top = 0.0

    def show_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """Show others."""
        self._all = list(arrivals)
        self.top = max((max(each.line, default=0.0) for each in arrivals), default=0.0)
        self.filter(None)

    def filter(self, tier: str | None) -> None:
        """Show those of a tier; None shows all."""
        self.beginResetModel()
        self._shown = [each for each in self._all if tier is None or each.tier == tier]
        self.endResetModel()

    def line(self, row: int) -> Arrival | None:
        """Return a row, None where there is no such row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the rows."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an arrival, and what a screen reader and a tooltip say of it."""
        line = self._shown[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.client
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(told(line))
        return None


def under(line: Arrival) -> str:
    """Return what stands under what they did: how many, who sent them, who looks after them."""
    people = "1 person" if line.people == 1 else f"{line.people:,} people"
    signals = "" if line.signals == line.people else f"{line.signals:,} signals"
    campaigns = ", ".join(line.campaigns[:NAMED])
    if len(line.campaigns) > NAMED:
        campaigns += f" and {len(line.campaigns) - NAMED} more"
    return " · ".join(part for part in (people, signals, campaigns, line.owner) if part)


def spoken(line: Arrival) -> str:
    """Return a row as a screen reader says it."""
    tier = f"tier {line.tier}" if line.tier else ""
    calls = "objected to calls" if line.no_calls else ""
    warm = f"warmth {line.warmth:.1f}"
    parts = (line.client, tier, line.came.words, calls, line.words, under(line), warm)
    return ". ".join(part for part in parts if part)


def told(line: Arrival) -> str:
    """Return everything they read, a line each."""
    lines = [each.words for each in line.read[:TOLD]]
    more = len(line.read) - len(lines)
    return "\n".join([line.client, *lines, *([f"and {more} more"] if more else [])])


class ArrivalDelegate(RowDelegate):
    """Paints who came, what they did, and warmth at the right on one scale."""

    def __init__(self, theme: Theme, model: ArrivalModel, view: QListView) -> None:
        super().__init__(theme, view, ROW)
        self._model = model

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Draw what stands on a row."""
        del chosen
        px = self._theme.px
        line = cast("Arrival", index.data(LINE_ROLE))
        room = area.adjusted(px(EDGE), 0, -px(EDGE), 0)
        spark = QRectF(room.right() - px(SPARK), room.top() + px(7), px(SPARK), px(24))
        self._paint_head(painter, room.adjusted(0, 0, -px(SPARK) - px(GAP), 0), line)
        self._write(painter, room.adjusted(0, px(32), 0, 0), line.words, 13)
        self._write(painter, room.adjusted(0, px(51), 0, 0), under(line), 11)
        paint_sparkline(painter, spark, line.line, self._model.top, self._theme.tokens)

    def _paint_head(self, painter: QPainter, room: QRectF, line: Arrival) -> None:
        """Draw the name, then tier and where they have been as chips."""
        px = self._theme.px
        chips = [(f"Tier {line.tier}", "", "")] if line.tier else []
        chips.append((line.came.words, ICONS[line.came.how], ""))
        if line.no_calls:
            chips.append((NO_CALLS, "ph.prohibit", "bad"))
        wide = sum(chip.width_of(words, icon, self._theme) + px(6) for words, icon, _ in chips)
        painter.setFont(self._theme.font(13, semibold=True))
        painter.setPen(self._theme.tokens.colour("text"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(line.client, CUT, round(room.width()) - wide - px(2))
        top = QRectF(room.left(), room.top() + px(9), room.width(), px(20))
        painter.drawText(top, MIDDLE, name)
        left = round(room.left() + metrics.horizontalAdvance(name)) + px(8)
        for words, icon, state in chips:
            at = QPointF(left, round(top.top()))
            chip.paint_chip(painter, at, words, icon, self._theme, state=state)
            left += chip.width_of(words, icon, self._theme) + px(6)

    def _write(self, painter: QPainter, room: QRectF, words: str, size: int) -> None:
        """Write a line at the top of a room; a small one is quieter."""
        painter.setFont(self._theme.font(size))
        painter.setPen(self._theme.tokens.colour("text" if size > SMALL else "text2"))
        fits = painter.fontMetrics().elidedText(words, CUT, round(room.width()))
        high = self._theme.px(size + 5)
        painter.drawText(QRectF(room.left(), room.top(), room.width(), high), MIDDLE, fits)


class ArrivalList(RowList):
    """Arrows choose a client, Enter opens it, Tab goes on."""

    def __init__(self, theme: Theme, model: ArrivalModel) -> None:
        super().__init__(theme, model, "Clients that came", ROW)
        self.setItemDelegate(ArrivalDelegate(theme, model, self))
