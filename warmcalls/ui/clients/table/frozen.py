"""A table whose first column stays in view while the others scroll sideways."""

from typing import Final, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

Index = QModelIndex | QPersistentModelIndex
MOST: Final = 0.45
ENSURE: Final = QAbstractItemView.ScrollHint.EnsureVisible


class RowGround(Protocol):
    """Paints what is behind the words of a row."""

    def paint_ground(self, painter: QPainter, area: QRectF, number: int) -> str:
        """Paint a part of a row, and return the colour's role."""


class FrozenTable(QTableView):
    """Paints its first column once more, over what has scrolled under it.

    Clicks, fields and tooltips there are that column's, since Qt asks `indexAt` and `visualRect`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())

    def lay_out(self, row: int) -> None:
        """Be a plain table of rows so high, without Qt's frames, grid and corner."""
        rows = self.verticalHeader()
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # scrolls by moving
        self.setShowGrid(False)
        self.setTabKeyNavigation(True)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(row)
        rows.setDefaultSectionSize(row)

    @property
    def first_column(self) -> int:
        """The column at the very left when nothing is scrolled."""
        return self.horizontalHeader().logicalIndex(0)

    def is_first(self, column: int) -> bool:
        """Tell whether a column is the first one."""
        return self.horizontalHeader().visualIndex(column) == 0

    @property
    def frozen_width(self) -> int:
        """How wide the part is that stays; 0 while nothing is scrolled, or there is no room."""
        if not self.horizontalScrollBar().value():
            return 0
        wide = self.columnWidth(self.first_column)
        return wide if wide <= MOST * self.viewport().width() else 0

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """Return the cell at a point."""
        if pos.x() >= self.frozen_width:
            return super().indexAt(pos)
        row = self.rowAt(pos.y())
        return self.model().index(row, self.first_column) if row >= 0 else QModelIndex()

    def visualRect(self, index: Index) -> QRect:
        """Return where a cell is seen."""
        rect, wide = super().visualRect(index), self.frozen_width
        if wide and index.isValid() and index.column() == self.first_column:
            rect.moveLeft(0)
        return rect

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = ENSURE) -> None:
        """Bring a cell into view, and out from under the first column."""
        super().scrollTo(index, hint)
        hidden = self.frozen_width - super().visualRect(index).left()
        if hidden > 0 and index.column() != self.first_column:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def paint_rest(self, event: QPaintEvent, ground: RowGround) -> None:
        """Paint the rows on to the right of the last column."""
        left = self.horizontalHeader().length() - self.horizontalHeader().offset()
        wide = self.viewport().width() - left
        if wide <= 0:
            return
        painter, first = QPainter(self.viewport()), max(self.rowAt(event.rect().top()), 0)
        for row in range(first, self.model().rowCount()):
            top = self.rowViewportPosition(row)
            if top > event.rect().bottom():
                break
            ground.paint_ground(painter, QRectF(left, top, wide, self.rowHeight(row)), row)
        painter.end()

    def paint_frozen(self, event: QPaintEvent, edge: QColor) -> None:
        """Paint the part of the first column that an event uncovers, and its edge."""
        wide = self.frozen_width
        if not wide or event.rect().left() >= wide:
            return
        painter, first = QPainter(self.viewport()), max(self.rowAt(event.rect().top()), 0)
        option = QStyleOptionViewItem()
        for row in range(first, self.model().rowCount()):
            top = self.rowViewportPosition(row)
            if top > event.rect().bottom():
                break
            option.rect = QRect(0, top, wide, self.rowHeight(row))
            self.itemDelegate().paint(painter, option, self.model().index(row, self.first_column))
            painter.fillRect(QRect(wide - 1, top, 1, option.rect.height()), edge)
        painter.end()
