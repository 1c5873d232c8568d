"""Pairs of clients that may be one, as a list: its model and how a row looks."""

from collections.abc import Sequence
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView

from warmcalls.domain.day_words import day_words
from warmcalls.domain.duplicates import ZONE_WORDS, DuplicatePair, Twin, Zone
from warmcalls.domain.moments import day_of
from warmcalls.reports.phones import shown
from warmcalls.ui.components import chip
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.components.lines import wrapped
from warmcalls.ui.components.row_list import Index, RowDelegate
from warmcalls.ui.theme import Theme

PAIR_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ROW, EDGE, GAP = 136, 24, 8
LINE, SMALL = 18, 16
REASON_LINES: Final = 2
BUT: Final = "but "
TOPS: Final = (12, 52)  # of the two clients
REASONS: Final = 92
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
CUT: Final = Qt.TextElideMode.ElideRight
ZONES: Final = {
    Zone.SAME: (ZONE_WORDS[Zone.SAME], "ph.equals"),
    Zone.ASK: (ZONE_WORDS[Zone.ASK], "ph.question"),
    Zone.DIFFERENT: (ZONE_WORDS[Zone.DIFFERENT], "ph.arrows-out-line-horizontal"),
}


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: "1 call", "1,204 calls"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def facts(twin: Twin, zone: ZoneInfo) -> str:
    """Return what is known of a client in one line, what tells it from others first."""
    parts = [
        twin.town,
        twin.sector,
        twin.owner,
        shown(twin.phone) if twin.phone else "",
        twin.website,
        *(
            counted(n, noun)
            for n, noun in (
                (twin.contacts, "contact"),
                (twin.signals, "signal"),
                (twin.calls, "call"),
            )
            if n
        ),
        f"last on {day_words(day_of(twin.last_at, zone))}" if twin.last_at else "",
    ]
    return " · ".join(part for part in parts if part) or "Nothing is known but the name"


def why(pair: DuplicatePair) -> tuple[str, str]:
    """Return what speaks for it and what against, as two sentences."""
    said = pair.reasons
    first = next((n for n, words in enumerate(said) if words.startswith(BUT)), len(said))
    return _sentence(said[:first]), _sentence(said[first:])


def _sentence(reasons: Sequence[str]) -> str:
    said = "; ".join(reasons)
    return said[:1].upper() + said[1:]


class PairModel(QAbstractListModel):
    """Pairs in their order, the surest first."""

    def __init__(self, zone: ZoneInfo, parent: QObject) -> None:
        super().__init__(parent)
        self.zone = zone
        self._pairs: list[DuplicatePair] = []

    def show_pairs(self, pairs: Sequence[DuplicatePair]) -> None:
        """Show other pairs."""
        self.beginResetModel()
        self._pairs = list(pairs)
        self.endResetModel()

    def pair(self, row: int) -> DuplicatePair | None:
        """Return a row, None where there is no such row."""
        return self._pairs[row] if 0 <= row < len(self._pairs) else None

    def row_of(self, one_id: int, other_id: int) -> int:
        """Return the row of two clients, -1 where they are no pair."""
        ids = [(pair.one.id, pair.other.id) for pair in self._pairs]
        return ids.index((one_id, other_id)) if (one_id, other_id) in ids else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the rows."""
        return 0 if parent.isValid() else len(self._pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a pair, and what a screen reader and a tooltip say of it."""
        pair = self._pairs[index.row()]
        if role == PAIR_ROLE:
            return pair
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{pair.one.name} and {pair.other.name}"
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            both = [f"{t.name}: {facts(t, self.zone)}" for t in (pair.one, pair.other)]
            if role == Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join(part for part in (*both, *why(pair)) if part))
            return ". ".join(part for part in (*both, ZONES[pair.zone][0], *why(pair)) if part)
        return None


class PairDelegate(RowDelegate):
    """Paints both clients, how sure it is that they are one, and why."""

    def __init__(self, theme: Theme, model: PairModel, view: QListView) -> None:
        super().__init__(theme, view, ROW)
        self._model = model

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Draw what stands on a row."""
        px = self._theme.px
        pair = cast("DuplicatePair", index.data(PAIR_ROLE))
        room = area.adjusted(px(EDGE), 0, -px(EDGE), 0)
        words, icon = ZONES[pair.zone]
        wide = chip.width_of(words, icon, self._theme)
        at = QPointF(round(room.right()) - wide, round(room.top()) + px(TOPS[0]) - px(1))
        chip.paint_chip(painter, at, words, icon, self._theme)
        quiet = "text2" if chosen else "text3"
        for twin, top, less in ((pair.one, TOPS[0], wide + px(GAP)), (pair.other, TOPS[1], 0)):
            line = QRectF(room.left(), room.top() + px(top), room.width(), px(LINE))
            self._paint_twin(painter, line, twin, line.width() - less, quiet)
        self._paint_reasons(painter, room, pair)

    def _paint_twin(
        self, painter: QPainter, line: QRectF, twin: Twin, room: float, quiet: str
    ) -> None:
        """Draw a client's name with its tier, and what else is known under it."""
        px, tier = self._theme.px, f"Tier {twin.tier}" if twin.tier else ""
        tier_wide = chip.width_of(tier, "", self._theme) + px(GAP) if tier else 0
        painter.setFont(self._theme.font(13, semibold=True))
        painter.setPen(self._theme.tokens.colour("text"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(twin.name, CUT, round(room) - tier_wide)
        painter.drawText(line, MIDDLE, name)
        if tier:
            left = round(line.left()) + metrics.horizontalAdvance(name) + px(GAP)
            at = QPointF(left, round(line.top()) - px(1))
            chip.paint_chip(painter, at, tier, "", self._theme)
        low = QRectF(line.left(), line.bottom() + px(1), line.width(), px(SMALL))
        painter.setFont(self._theme.font(11))
        painter.setPen(self._theme.tokens.colour(quiet))
        said = facts(twin, self._model.zone)
        painter.drawText(
            low, MIDDLE, painter.fontMetrics().elidedText(said, CUT, round(low.width()))
        )

    def _paint_reasons(self, painter: QPainter, room: QRectF, pair: DuplicatePair) -> None:
        """Draw why they may be one, on two lines at most."""
        px, face = self._theme.px, self._theme.font(13)
        painter.setFont(face)
        painter.setPen(self._theme.tokens.colour("text"))
        speaking, against = why(pair)
        most = REASON_LINES - bool(against)  # what speaks against it is never cut off
        lines = [*wrapped(speaking, face, round(room.width()), most)]
        lines += wrapped(against, face, round(room.width()), 1) if against else []
        for number, text in enumerate(lines):
            top = room.top() + px(REASONS) + number * px(LINE)
            painter.drawText(QRectF(room.left(), top, room.width(), px(LINE)), MIDDLE, text)
