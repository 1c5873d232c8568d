"""How a row of briefs and fees looks."""

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from warmcalls.domain.placements import Vacancy
from warmcalls.ui import icons
from warmcalls.ui.components.chip import HEIGHT as CHIP
from warmcalls.ui.components.chip import paint_chip
from warmcalls.ui.components.ground import paint_ground
from warmcalls.ui.fees.fee_model import LINE_ROLE, Column, text_of
from warmcalls.ui.fees.line import Group, Line
from warmcalls.ui.style import RING
from warmcalls.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 44
EDGE: Final = 24
ASIDE: Final = 12
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FeeDelegate(QStyledItemDelegate):
    """Paints names with a line under them, the amount, days, and how it stands."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(10, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        tokens, area = self._theme.tokens, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        line, column = cast("Line", index.data(LINE_ROLE)), Column(index.column())
        painter.save()
        ground = "selected" if chosen else "hover" if self._hovered(index) else "surface"
        paint_ground(painter, area, self._theme, ground)
        if chosen and column is Column.CLIENT:
            bar = QRectF(area.left(), area.top(), 3, area.height() - 1)
            painter.fillRect(bar, tokens.colour("text"))
        self._paint_cell(painter, area, line, column, chosen=chosen)
        if chosen and self._table.hasFocus():
            self._paint_ring(painter, area, column)
        painter.restore()

    def _hovered(self, index: Index) -> bool:
        """Tell whether the pointer is over the row: a row is hovered, not a cell."""
        view = self._table.viewport()
        under = self._table.indexAt(view.mapFromGlobal(self._table.cursor().pos()))
        return view.underMouse() and under.row() == index.row()

    def _paint_cell(
        self, painter: QPainter, area: QRectF, line: Line, column: Column, *, chosen: bool
    ) -> None:
        px, quiet = self._theme.px, "text2" if chosen else "text3"
        first, last = column is Column.CLIENT, column is Column.BY
        left, right = px(EDGE if first else ASIDE), px(EDGE if last else ASIDE)
        room = area.adjusted(left, 0, -right, -1)
        if first:
            self._two(painter, room, line.client, line.what, quiet, bold=True)
        elif column is Column.JOB:
            self._two(painter, room, line.job or line.under, line.under, quiet)
        elif column is Column.FEE:
            self._paint_fee(painter, room, line)
        elif column is Column.STAND:
            self._paint_stand(painter, room, line)
        else:
            self._paint_plain(painter, room, line, column)

    def _two(
        self,
        painter: QPainter,
        room: QRectF,
        upper: str,
        lower: str,
        quiet: str,
        *,
        bold: bool = False,
    ) -> None:
        """Write two lines, or one in the middle."""
        px = self._theme.px
        if not lower or lower == upper:
            self._write(painter, room, upper, "text", bold=bold)
            return
        top = QRectF(room.left(), room.top() + px(5), room.width(), px(18))
        self._write(painter, top, upper, "text", bold=bold)
        under = QRectF(room.left(), room.top() + px(23), room.width(), px(16))
        self._write(painter, under, lower, quiet, size=11)

    def _paint_fee(self, painter: QPainter, room: QRectF, line: Line) -> None:
        px, role = self._theme.px, "text2" if isinstance(line.item, Vacancy) else "text"
        if not line.waits:
            self._write(painter, room, line.money, role, side=RIGHT)
            return
        top = QRectF(room.left(), room.top() + px(5), room.width(), px(18))
        self._write(painter, top, line.money, role, side=RIGHT)
        under = QRectF(room.left(), room.top() + px(23), room.width(), px(16))
        self._write(painter, under, "waits for a rate", "notice", size=11, side=RIGHT)

    def _paint_stand(self, painter: QPainter, room: QRectF, line: Line) -> None:
        px, stand = self._theme.px, line.stand
        middle = room.center().y()
        if stand.boxed:
            at = QPointF(room.left(), round(middle - px(CHIP) / 2))
            paint_chip(painter, at, stand.words, stand.icon, self._theme, state=stand.state)
            return
        side, ink = px(13), self._theme.tokens.colour("text2")
        box = QRectF(room.left() + px(7), middle - side / 2, side, side)
        icons.paint(painter, stand.icon, box, ink)
        self._write(painter, room.adjusted(px(24), 0, 0, 0), stand.words, "text2", size=11)

    def _paint_plain(self, painter: QPainter, room: QRectF, line: Line, column: Column) -> None:
        late = column is Column.DUE and line.late
        role = "notice" if late else "text2" if line.rank[0] is Group.DONE else "text"
        self._write(painter, room, text_of(line, column), role)

    def _write(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        role: str,
        *,
        size: int = 13,
        bold: bool = False,
        side: Qt.AlignmentFlag = LEFT,
    ) -> None:
        painter.setFont(self._theme.font(size, semibold=bold))
        painter.setPen(self._theme.tokens.colour(role))
        flat = " ".join(text.split())
        fits = painter.fontMetrics().elidedText(
            flat, Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, side | Qt.TextFlag.TextSingleLine, fits)

    def _paint_ring(self, painter: QPainter, area: QRectF, column: Column) -> None:
        """Draw this cell's part of the ring round the row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self._theme.tokens.colour("text"), RING))
        box = area.adjusted(1, 1, -1, -2)
        for y in (box.top(), box.bottom()):
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right() + 1, y))
        if column is Column.CLIENT:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if column is Column.BY:
            painter.drawLine(box.topRight(), box.bottomRight())
