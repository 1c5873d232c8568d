"""How the table of imports looks."""

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from warmcalls.store.engine import Row
from warmcalls.ui.components.by_rows import by_rows
from warmcalls.ui.components.ground import paint_ground
from warmcalls.ui.components.heads import head_sheet
from warmcalls.ui.settings.import_model import ROW_ROLE, UNDER_ROLE, Column, ImportModel
from warmcalls.ui.style import RING
from warmcalls.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 52
WIDTHS: Final = {
    Column.WHEN: 140,
    Column.READ: 66,
    Column.ADDED: 66,
    Column.KNOWN: 66,
    Column.LEFT_OUT: 72,
    Column.PROBLEMS: 92,
}


class ImportDelegate(QStyledItemDelegate):
    """Paints the file with what it was under it, and numbers that align."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme, self._table = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(10, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        area = QRectF(option.rect)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_ground(painter, area, self._theme, "selected" if on else "surface")
        row = cast("Row", index.data(ROW_ROLE))
        if index.column() == Column.FILE:
            self._paint_file(painter, area, index, on=on)
        else:
            self._paint_value(painter, area, index, row)
        if on and self._table.hasFocus():
            self._paint_ring(painter, area, index.column())
        painter.restore()

    def _paint_file(self, painter: QPainter, area: QRectF, index: Index, *, on: bool) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        if on:
            painter.fillRect(
                QRectF(area.left(), area.top(), 3, area.height() - 1), tokens.colour("text")
            )
        lines = (
            (str(index.data()), 13, on, "text"),
            (str(index.data(UNDER_ROLE)), 11, False, "text2"),
        )
        top, left = area.top() + px(8), area.left() + px(24)
        for (text, size, bold, role), height in zip(lines, (px(18), px(16)), strict=True):
            painter.setFont(self._theme.font(size, semibold=bold))
            painter.setPen(tokens.colour(role))
            room = QRectF(left, top, area.right() - left - px(8), height)
            middle = Qt.TextElideMode.ElideMiddle
            fits = painter.fontMetrics().elidedText(text, middle, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fits)
            top += height

    def _paint_value(self, painter: QPainter, area: QRectF, index: Index, row: Row) -> None:
        column, px = index.column(), self._theme.px
        problems = column == Column.PROBLEMS and bool(row["problems"])
        quiet = column == Column.WHEN or str(index.data()) == "–" or bool(row["reverted_at"])
        role = "notice" if problems else "text2" if quiet else "text"
        painter.setPen(self._theme.tokens.colour(role))
        painter.setFont(self._theme.font(13, semibold=problems))
        side = Qt.AlignmentFlag.AlignLeft if column == Column.WHEN else Qt.AlignmentFlag.AlignRight
        right = px(24 if column == Column.PROBLEMS else 8)
        room = area.adjusted(px(8), 0, -right, 0)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, str(index.data()))

    def _paint_ring(self, painter: QPainter, area: QRectF, column: int) -> None:
        """Draw this cell's part of the ring round the row."""
        painter.setPen(QPen(self._theme.tokens.colour("text"), RING))
        box = area.adjusted(1, 1, -1, -2)
        painter.drawLine(QPointF(area.left(), box.top()), QPointF(area.right() + 1, box.top()))
        painter.drawLine(
            QPointF(area.left(), box.bottom()), QPointF(area.right() + 1, box.bottom())
        )
        if column == Column.FILE:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if column == Column.PROBLEMS:
            painter.drawLine(box.topRight(), box.bottomRight())


class ImportTable(QTableView):
    """The table; arrows choose a row, Tab goes on."""

    def __init__(self, theme: Theme, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(ImportDelegate(theme, self))
        self.setAccessibleName("Imports, newest first")
        by_rows(self, theme.px(ROW))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads, px = self.horizontalHeader(), theme.px
        heads.setStyleSheet(head_sheet(px(11), px(8), px(24), px(24)))
        heads.setFixedHeight(px(32))
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setMinimumSectionSize(px(40))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(Column.FILE, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, px(width))
