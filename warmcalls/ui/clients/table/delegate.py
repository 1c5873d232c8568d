"""How a cell of the table of clients looks."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from warmcalls.domain.client_columns import COLUMNS, ClientRow, Column, ColumnKind
from warmcalls.domain.money import short_words
from warmcalls.ui import icons
from warmcalls.ui.clients.table.cell_words import NOTHING, cell_words
from warmcalls.ui.clients.table.model import ClientModel
from warmcalls.ui.clients.table.painting import (
    BETWEEN,
    SQUARES,
    Sparks,
    paint_coming,
    paint_squares,
    paint_tags,
)
from warmcalls.ui.components.chip import width_of as chip_width
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.style import RING, paint_ring
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from warmcalls.ui.clients.table.grid import ClientGrid

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 32
EDGE, PAD = 24, 6
CARET: Final = 14
CUT: Final = "…"
KEPT: Final = 20_000
OFFERS: Final = {ColumnKind.TIER, ColumnKind.OWNER, ColumnKind.CHOICE}
"""Kinds that are chosen from a list; their cell shows an arrow where it is the current one."""
QUIETER: Final = {"owner", "stands", "contact", "phone", "seen", "spoke", "website", "notes"}


class ClientPainter(QStyledItemDelegate):
    """Paints every cell; a text is measured once for its width."""

    def __init__(self, theme: Theme, model: ClientModel, table: "ClientGrid") -> None:
        super().__init__(table)
        self._theme, self._model, self._table = theme, model, table
        self._sparks = Sparks(theme)
        self._fits: dict[tuple[str, int, bool], tuple[str, float]] = {}
        self._inks: dict[str, QColor] = {}
        self._special: Mapping[str, Callable[[QPainter, QRectF, ClientRow], None]] = {
            "coverage": self._paint_coverage,
            "tags": self._paint_tags,
            "warmth": self._paint_warmth,
        }
        theme.changed.connect(self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(10, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        area, number = QRectF(option.rect), index.row()
        column = COLUMNS[index.column()]
        row, client_id = self._model.client(number), self._model.id_at(number) or 0
        ground = self.paint_ground(painter, area, number)
        chosen = ground == "selected"
        first = self._table.is_first(index.column())
        if first and chosen:
            bar = QRectF(area.left(), area.top(), 3, area.height() - 1)
            painter.fillRect(bar, self._ink("text"))
        room = self._room(area, first=first)
        is_here = self._table.is_here(index)
        if is_here and column.kind in OFFERS:
            self._paint_caret(painter, room)
            room.setRight(room.right() - self._theme.px(CARET + 2))
        if row is None:
            self._paint_absent(painter, room, client_id, column, ground)
        elif column.id in self._special:
            self._special[column.id](painter, room, row)
        else:
            self._paint_words(painter, room, row, column, chosen=chosen)
        if is_here:
            paint_ring(painter, self.ring(area, first=first), QPen(self._ink("text")), 4)

    def paint_ground(self, painter: QPainter, area: QRectF, number: int) -> str:
        """Draw what is behind a part of a row, and the line under it; return the colour's role."""
        chosen = self._table.is_chosen(self._model.id_at(number) or 0)
        over = self._table.hovered == number
        ground = "selected" if chosen else "hover" if over else "surface"
        painter.fillRect(area, self._ink(ground))
        under = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(under, self._ink("line"))
        return ground

    def ring(self, area: QRectF, *, first: bool) -> QRectF:
        """Return where the ring of the current cell lies, and its field while it is edited."""
        left = self._theme.px(EDGE - PAD) if first else 0
        return area.adjusted(left, RING, -1, -RING - 1)

    def wide(self, row: ClientRow, column: Column) -> int:
        """Return the room that a cell needs to say everything."""
        px = self._theme.px
        if column.id == "tags":
            return sum(chip_width(tag, "", self._theme) + px(BETWEEN) for tag in row.tags)
        if column.id == "warmth":
            return px(96)
        face = self._theme.font(13, semibold=column.id == "name")
        said = QFontMetricsF(face).horizontalAdvance(cell_words(row, column.id, self._model.manner))
        more = px(SQUARES + PAD) if column.id == "coverage" else 0
        return round(said) + 2 + more

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say in a tooltip what a cell has no room or no words for."""
        row, column = self._model.client(index.row()), COLUMNS[index.column()]
        if event.type() != QEvent.Type.ToolTip or row is None:
            return super().helpEvent(event, view, option, index)
        said = str(index.data(Qt.ItemDataRole.ToolTipRole))
        room = self._room(QRectF(option.rect), first=self._table.is_first(index.column()))
        if not said and self.wide(row, column) > room.width():
            said = plain_tip(cell_words(row, column.id, self._model.manner))
        QToolTip.showText(event.globalPos(), said, view)
        return True

    def _room(self, area: QRectF, *, first: bool) -> QRectF:
        px = self._theme.px
        return area.adjusted(px(EDGE if first else PAD), 0, -px(PAD), -1)

    def _paint_words(
        self, painter: QPainter, room: QRectF, row: ClientRow, column: Column, *, chosen: bool
    ) -> None:
        said = cell_words(row, column.id, self._model.manner)
        role = "text2" if column.id in QUIETER else "text"
        if said == NOTHING:
            role = "text2" if chosen else "text3"
        if column.is_right and self._fitting(said, int(room.width()), bold=False)[0] != said:
            self._table.head.need(column.id, self.wide(row, column))
            said = self._shorter(row, column)
        bold = column.id == "name"
        self._write(painter, room, said, role, bold=bold, right=column.is_right)

    def _shorter(self, row: ClientRow, column: Column) -> str:
        """Return a figure for too little room: a part of its digits would be another figure."""
        is_money = column.kind is ColumnKind.MONEY and row.fee is not None
        return short_words(row.fee or 0, self._model.manner.currency) if is_money else CUT

    def _paint_coverage(self, painter: QPainter, room: QRectF, row: ClientRow) -> None:
        end = paint_squares(painter, room.left(), room.center().y(), row.coverage, self._theme)
        rest = room.adjusted(end - room.left() + self._theme.px(PAD), 0, 0, 0)
        self._write(painter, rest, f"{row.coverage.count} of 4", "text")

    def _paint_tags(self, painter: QPainter, room: QRectF, row: ClientRow) -> None:
        if row.tags:
            paint_tags(painter, room, row.tags, self._theme)

    def _paint_warmth(self, painter: QPainter, room: QRectF, row: ClientRow) -> None:
        if any(row.warmth):  # a flat line would look like a little warmth
            self._sparks.paint(painter, room, row.warmth, self._model.cache.top)
        else:
            self._write(painter, room, NOTHING, "text3")

    def _paint_absent(
        self, painter: QPainter, room: QRectF, client_id: int, column: Column, ground: str
    ) -> None:
        """Draw a row that was not read yet, or is no longer there."""
        if column.id != "name":
            return
        if self._model.cache.is_gone(client_id):
            self._write(painter, room, "No longer there", "text3")
        else:
            role = "hover" if ground == "surface" else "line"
            paint_coming(painter, room, client_id, self._theme, role)

    def _paint_caret(self, painter: QPainter, room: QRectF) -> None:
        side = self._theme.px(CARET)
        box = QRectF(room.right() - side, room.center().y() - side / 2, side, side)
        icons.paint(painter, "ph.caret-down", box, self._ink("text2"))

    def _write(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        role: str,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        fits, wide = self._fitting(text, int(room.width()), bold=bold)
        face = self._theme.font(13, semibold=bold)
        painter.setFont(face)
        painter.setPen(self._ink(role))
        left = room.right() - wide if right else room.left()
        metrics = painter.fontMetrics()
        base = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, round(base)), fits)

    def _fitting(self, text: str, room: int, *, bold: bool) -> tuple[str, float]:
        """Return a text as far as it has room, and how wide that is; measured once."""
        key = (text, room, bold)
        found = self._fits.get(key)
        if found is None:
            metrics = QFontMetricsF(self._theme.font(13, semibold=bold))
            fits = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
            found = (fits, metrics.horizontalAdvance(fits))
            if len(self._fits) >= KEPT:
                self._fits.clear()
            self._fits[key] = found
        return found

    def _ink(self, role: str) -> QColor:
        found = self._inks.get(role)
        if found is None:
            found = self._inks[role] = self._theme.tokens.colour(role)
        return found

    def _forget(self) -> None:
        self._inks.clear()
        self._sparks.forget()
