"""Leads behind a figure as a list: its model and how a row looks."""

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

from warmcalls.domain.behind import LeadLine
from warmcalls.domain.day_words import day_words
from warmcalls.domain.moments import day_of
from warmcalls.ui.campaigns.sheets.words import SHORT_STATES, STATE_COLOURS, STATE_ICONS
from warmcalls.ui.components import chip
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.components.row_list import Index, RowDelegate
from warmcalls.ui.theme import Theme

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ROW, EDGE = 52, 24
NAME_PART, STATE_WIDE, GAP = 0.4, 132, 16
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
CUT: Final = Qt.TextElideMode.ElideRight


class LeadModel(QAbstractListModel):
    """Leads in their order, those of one state or all."""

    def __init__(self, lines: Sequence[LeadLine], zone: ZoneInfo, parent: QObject) -> None:
        super().__init__(parent)
        self._all, self._shown, self.zone = list(lines), list(lines), zone
        self._of_one = len({line.campaign for line in lines}) == 1

    def filter(self, state: str | None) -> None:
        """Show those of a state; None shows all."""
        self.beginResetModel()
        self._shown = [each for each in self._all if state is None or each.state == state]
        self.endResetModel()

    def line(self, row: int) -> LeadLine | None:
        """Return a row, None where there is no such row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the rows."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a lead, and what a screen reader and a tooltip say of it."""
        line = self._shown[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.client
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in self._spoken(line) if part)
        if role == Qt.ItemDataRole.ToolTipRole and line.note:
            return plain_tip(f"{said(line)}\n“{line.note}”".strip())
        return None

    def since(self, line: LeadLine) -> str:
        """Return since when it is a lead, or when it was first seen."""
        day = day_words(day_of(line.at, self.zone))
        return f"since {day}" if line.state else f"first seen {day}"

    def under(self, line: LeadLine) -> str:
        """Return what stands under a client's name; the campaign where there are several."""
        campaign = "" if self._of_one else line.campaign
        return " · ".join(part for part in (campaign, line.sector) if part)

    def _spoken(self, line: LeadLine) -> tuple[str, ...]:
        tier = f"tier {line.tier}" if line.tier else ""
        state = SHORT_STATES[line.state]
        return line.client, tier, self.under(line), state, self.since(line), said(line), line.note


def said(line: LeadLine) -> str:
    """Return the last outcome, and whose it was."""
    return ", ".join(part for part in (line.words, line.who) if part)


class LeadDelegate(RowDelegate):
    """Paints client, state and words in three columns that align over all rows."""

    def __init__(self, theme: Theme, model: LeadModel, view: QListView) -> None:
        super().__init__(theme, view, ROW)
        self._model = model

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Draw what stands on a row."""
        px = self._theme.px
        line = cast("LeadLine", index.data(LINE_ROLE))
        room = area.adjusted(px(EDGE), 0, -px(EDGE), 0)
        name = QRectF(room.left(), room.top(), room.width() * NAME_PART, room.height())
        state = QRectF(name.right() + px(GAP), room.top(), px(STATE_WIDE), room.height())
        words = QRectF(room)
        words.setLeft(state.right() + px(GAP))
        self._paint_client(painter, name, line, chosen=chosen)
        self._paint_state(painter, state, line)
        note = f"“{line.note}”" if line.note else ""
        self._paint_lines(painter, words, (said(line), note), "text")

    def _paint_client(
        self, painter: QPainter, room: QRectF, line: LeadLine, *, chosen: bool
    ) -> None:
        """Draw the name with its tier, and what else is known under it."""
        px, tier = self._theme.px, f"Tier {line.tier}" if line.tier else ""
        wide = chip.width_of(tier, "", self._theme) + px(8) if tier else 0
        painter.setFont(self._theme.font(13, semibold=True))
        painter.setPen(self._theme.tokens.colour("text"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(line.client, CUT, round(room.width()) - wide)
        top = QRectF(room.left(), room.top() + px(7), room.width(), px(18))
        painter.drawText(top, MIDDLE, name)
        if tier:
            left = round(room.left() + metrics.horizontalAdvance(name)) + px(8)
            chip.paint_chip(painter, QPointF(left, round(top.top()) - px(1)), tier, "", self._theme)
        self._paint_small(painter, room, self._model.under(line), "text2" if chosen else "text3")

    def _paint_state(self, painter: QPainter, room: QRectF, line: LeadLine) -> None:
        px, state = self._theme.px, line.state
        at = QPointF(round(room.left()), round(room.top()) + px(6))
        words, icon, colour = SHORT_STATES[state], STATE_ICONS[state], STATE_COLOURS.get(state, "")
        chip.paint_chip(painter, at, words, icon, self._theme, state=colour)
        self._paint_small(painter, room, self._model.since(line), "text2")

    def _paint_lines(
        self, painter: QPainter, room: QRectF, lines: tuple[str, str], role: str
    ) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.tokens.colour(role))
        first = painter.fontMetrics().elidedText(lines[0], CUT, round(room.width()))
        top = QRectF(room.left(), room.top() + px(7), room.width(), px(18))
        painter.drawText(top, MIDDLE, first)
        self._paint_small(painter, room, lines[1], "text2")

    def _paint_small(self, painter: QPainter, room: QRectF, words: str, role: str) -> None:
        """Draw the second line of a column."""
        px = self._theme.px
        painter.setFont(self._theme.font(11))
        painter.setPen(self._theme.tokens.colour(role))
        fits = painter.fontMetrics().elidedText(words, CUT, round(room.width()))
        low = QRectF(room.left(), room.top() + px(27), room.width(), px(16))
        painter.drawText(low, MIDDLE, fits)
