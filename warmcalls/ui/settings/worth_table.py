"""How the table of worth looks, and how its values are edited in place."""

from typing import Final, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from warmcalls.ui.components.heads import head_sheet
from warmcalls.ui.settings.worth_model import LINE_ROLE, Column, WorthLine, WorthModel
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 36
WIDTHS: Final = {
    Column.POINTS: 104,
    Column.USUAL_POINTS: 100,
    Column.DAYS: 140,
    Column.USUAL_DAYS: 100,
}
VALUES: Final = {Column.POINTS, Column.DAYS}
STARTS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
BACK: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class WorthDelegate(QStyledItemDelegate):
    """Paints families, names, values and defaults; opens a field in a value's cell."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(10, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        line, column = cast("WorthLine", index.data(LINE_ROLE)), index.column()
        tokens, area = self._theme.tokens, QRectF(option.rect)
        painter.save()
        painter.fillRect(area, tokens.colour(self._ground(line, option)))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), tokens.colour("line")
        )
        self._paint_text(painter, area, line, column, str(index.data()))
        state = option.state
        if line.kind and column in VALUES:
            box = area.adjusted(8, 4, 0, -5)
            if state & QStyle.StateFlag.State_HasFocus:
                paint_ring(painter, box, QPen(tokens.colour("text")), 6)
            elif state & QStyle.StateFlag.State_MouseOver:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(tokens.colour("control"), 1))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.restore()

    def _ground(self, line: WorthLine, option: QStyleOptionViewItem) -> str:
        if line.kind is None:
            return "sunken"
        over = option.state & QStyle.StateFlag.State_MouseOver
        return "hover" if over else "surface"

    def _paint_text(
        self, painter: QPainter, area: QRectF, line: WorthLine, column: int, text: str
    ) -> None:
        px, changed = self._theme.px, line.changed(column)
        family = line.kind is None
        role = "text" if column in VALUES or column == Column.NAME else "text3"
        painter.setPen(self._theme.tokens.colour("text2" if family else role))
        painter.setFont(self._theme.font(11 if family else 13, semibold=family or changed))
        side = Qt.AlignmentFlag.AlignLeft if column == Column.NAME else Qt.AlignmentFlag.AlignRight
        room = area.adjusted(px(20), 0, -px(20), 0)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)
        if changed:
            wide = painter.fontMetrics().horizontalAdvance(text)
            self._paint_mark(painter, room.right() - wide - px(12), area.center().y())

    def _paint_mark(self, painter: QPainter, left: float, middle: float) -> None:
        """Draw the dot before a value that is not the usual one."""
        radius = self._theme.px(3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.colour("text"))
        painter.drawEllipse(QRectF(left, middle - radius, 2 * radius, 2 * radius))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a field over a value."""
        del option
        field = QLineEdit(parent)
        field.setFont(self._theme.font(13))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        field.setStyleSheet("QLineEdit { min-height: 0; padding: 0 10px; }")
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the field where the ring was."""
        del index
        editor.setGeometry(option.rect.adjusted(8, 4, 0, -5))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the value into the field, chosen as a whole."""
        field = cast("QLineEdit", editor)
        field.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        field.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        model.setData(index, cast("QLineEdit", editor).text())


class WorthTable(QTableView):
    """The table; arrows move, Enter edits, Delete puts the default back, Tab leaves."""

    def __init__(self, theme: Theme, model: WorthModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.setModel(model)
        self.setItemDelegate(WorthDelegate(theme, self))
        self.setAccessibleName("What signals are worth")
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._lay_out()
        self.setCurrentIndex(model.index(1, Column.POINTS))

    def _lay_out(self) -> None:
        px, heads = self._theme.px, self.horizontalHeader()
        heads.setFixedHeight(px(32))
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setStyleSheet(head_sheet(px(11), px(20), px(20), px(20)))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, px(width))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit on Enter, put the default back on Delete."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in STARTS and index.isValid() and not editing:
            self.edit(index)
        elif event.key() in BACK and index.isValid() and not editing:
            self._model.put_back(index)
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Move from value to value, over defaults and families."""
        if action in {
            QAbstractItemView.CursorAction.MoveLeft,
            QAbstractItemView.CursorAction.MoveRight,
        }:
            right = action is QAbstractItemView.CursorAction.MoveRight
            beside = Column.DAYS if right else Column.POINTS
            return self._model.index(self.currentIndex().row(), beside)
        found = super().moveCursor(action, modifiers)
        column = self.currentIndex().column()
        step = 1 if found.row() >= self.currentIndex().row() else -1
        row = found.row()
        while 0 <= row < self._model.rowCount() and self._model.line(row).kind is None:
            row += step
        row = row if 0 <= row < self._model.rowCount() else self.currentIndex().row()
        return self._model.index(row, column if column in VALUES else Column.POINTS)
