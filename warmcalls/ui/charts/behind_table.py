"""The table of rows behind a figure."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from warmcalls.ui.charts.shape import Row, Shape
from warmcalls.ui.components.by_rows import by_rows
from warmcalls.ui.components.ground import paint_ground
from warmcalls.ui.components.heads import head_sheet
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
HIGH: Final = 44
ASIDE: Final = 8
ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class BehindModel(QAbstractTableModel):
    """Rows in words."""

    def __init__(self, shape: Shape, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shape, self._heads, self._rows = shape, shape.heads, list[Row]()

    def show_rows(self, rows: list[Row]) -> None:
        """Show rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return a row."""
        return self._rows[number]

    def is_figure(self, column: int) -> bool:
        """Tell whether a column holds figures."""
        return self._heads[column] in self._shape.figures

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the heads, those of figures at the right."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.is_figure(section)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            under = row.under if column == 0 else ""
            return plain_tip("\n".join(filter(None, (row.cells[column], under))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{self._heads[column]}: {row.cells[column]}"
            return f"{said}, {row.under}" if column == 0 and row.under else said
        return None


class BehindDelegate(QStyledItemDelegate):
    """Paints a cell; under the first one stands what else is known."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(10, self._theme.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, words and line."""
        px, area = self._theme.px, QRectF(option.rect)
        row: Row = index.data(ROW_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_ground(painter, area, self._theme, "selected" if chosen else "surface")
        room = area.adjusted(px(ASIDE), 0, -px(ASIDE), 0)
        model = index.model()
        assert isinstance(model, BehindModel)
        right = model.is_figure(index.column())
        if index.column() == 0 and row.under:
            upper = QRectF(room.left(), room.top() + px(4), room.width(), px(18))
            lower = QRectF(room.left(), room.top() + px(22), room.width(), px(16))
            self._write(painter, upper, row.cells[0], 13, "text")
            self._write(painter, lower, row.under, 11, "text2" if chosen else "text3")
        else:
            self._write(painter, room, row.cells[index.column()], 13, "text", right=right)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        size: int,
        role: str,
        *,
        right: bool = False,
    ) -> None:
        painter.setFont(self._theme.font(size))
        painter.setPen(self._theme.tokens.colour(role))
        flat = " ".join(words.split())
        fits = painter.fontMetrics().elidedText(
            flat, Qt.TextElideMode.ElideRight, int(room.width())
        )
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, fits)


class BehindTable(QTableView):
    """The table; arrows move, Enter and a double click open a client.

    Attributes:
        client_wanted: a client's history is wanted.
    """

    client_wanted = Signal(int)

    def __init__(self, theme: Theme, shape: Shape) -> None:
        super().__init__()
        self._theme = theme
        self.rows = BehindModel(shape, self)
        self.setModel(self.rows)
        self.setItemDelegate(BehindDelegate(theme, self))
        self.setFont(theme.font(13))
        by_rows(self, theme.px(HIGH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out(shape)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def _lay_out(self, shape: Shape) -> None:
        px, heads = self._theme.px, self.horizontalHeader()
        heads.setFixedHeight(px(32))
        heads.setStyleSheet(head_sheet(px(11), px(ASIDE), px(ASIDE), px(ASIDE)))
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(shape.widths.index(0), QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(shape.widths):
            if width:
                self.setColumnWidth(column, px(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a client on Enter."""
        if event.key() in ENTERS and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _open(self, number: int) -> None:
        client = self.rows.row(number).client_id
        if client:
            self.client_wanted.emit(client)
