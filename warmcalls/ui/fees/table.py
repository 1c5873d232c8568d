"""The table of briefs or fees: rows of 44 px, chosen by arrows, opened by Enter."""

from typing import Final, cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from warmcalls.ui.components.chip import HEIGHT as CHIP
from warmcalls.ui.components.chip import paint_chip
from warmcalls.ui.components.heads import head_sheet
from warmcalls.ui.fees.lines import LINE_ROLE, Line, LinesModel
from warmcalls.ui.style import RING
from warmcalls.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 44
HEAD: Final = 30
EDGE: Final = 16
ASIDE: Final = 12
SHORTEST_NAME: Final = 180
OPENS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class LineDelegate(QStyledItemDelegate):
    """Paints the name with its line, texts and numbers that align, and the chip."""

    def __init__(self, theme: Theme, model: LinesModel, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._model, self._table = theme, model, table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(10, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        tokens, area = self._theme.tokens, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        line, column = cast("Line", index.data(LINE_ROLE)), index.column()
        painter.save()
        ground = "selected" if chosen else "hover" if self._hovered(index) else "surface"
        painter.fillRect(area, tokens.colour(ground))
        under = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(under, tokens.colour("line"))
        if column == 0:
            self._paint_name(painter, area, line, chosen=chosen)
        elif column == self._model.last:
            self._paint_chip(painter, area, line)
        else:
            self._paint_text(painter, area, line.cells[column - 1], column)
        if chosen and self._table.hasFocus():
            self._paint_ring(painter, area, column)
        painter.restore()

    def _hovered(self, index: Index) -> bool:
        """Tell whether the pointer is over the row: a row is hovered, not a cell."""
        view = self._table.viewport()
        under = self._table.indexAt(view.mapFromGlobal(self._table.cursor().pos()))
        return view.underMouse() and under.row() == index.row()

    def _paint_name(self, painter: QPainter, area: QRectF, line: Line, *, chosen: bool) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        if chosen:
            bar = QRectF(area.left(), area.top(), 3, area.height() - 1)
            painter.fillRect(bar, tokens.colour("text"))
        room = area.adjusted(px(EDGE), 0, -px(4), 0)
        quiet = "text2" if chosen else "text3"
        parts = [(line.name, 13, True, "text", px(5), px(18))]
        parts += [(line.under, 11, False, quiet, px(23), px(16))] if line.under else []
        if not line.under:
            parts[0] = (line.name, 13, True, "text", px(13), px(18))
        for text, size, bold, role, top, high in parts:
            painter.setFont(self._theme.font(size, semibold=bold))
            painter.setPen(tokens.colour(role))
            where = QRectF(room.left(), area.top() + top, room.width(), high)
            fits = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(where.width())
            )
            painter.drawText(where, MIDDLE, fits)

    def _paint_text(self, painter: QPainter, area: QRectF, text: str, column: int) -> None:
        px, right = self._theme.px, self._model.is_right(column)
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.tokens.colour("text" if right else "text2"))
        room = area.adjusted(px(ASIDE), 0, -px(ASIDE), 0)
        fits = QFontMetricsF(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() + 1
        )
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | MIDDLE, fits)

    def _paint_chip(self, painter: QPainter, area: QRectF, line: Line) -> None:
        icon, words, state = line.chip
        px = self._theme.px
        at = QPointF(area.left() + px(ASIDE), round(area.center().y() - px(CHIP) / 2))
        paint_chip(painter, at, words, icon, self._theme, state=state)

    def _paint_ring(self, painter: QPainter, area: QRectF, column: int) -> None:
        """Draw this cell's part of the ring round the row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self._theme.tokens.colour("text"), RING))
        box = area.adjusted(1, 1, -1, -2)
        for y in (box.top(), box.bottom()):
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right() + 1, y))
        if column == 0:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if column == self._model.last:
            painter.drawLine(box.topRight(), box.bottomRight())


class LineTable(QTableView):
    """The table.

    Attributes:
        picked: another row is chosen: its `Line`, or None.
        opened: a row is to be opened.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, model: LinesModel, name: str) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.setModel(model)
        self.setItemDelegate(LineDelegate(theme, model, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._lay_out()
        self.selectionModel().currentRowChanged.connect(self._picked)
        self.doubleClicked.connect(self._open)

    @property
    def chosen(self) -> Line | None:
        """The row that is chosen."""
        return self._model.line(self.currentIndex().row())

    def show_lines(self, lines: list[Line]) -> None:
        """Show rows; the chosen one stays chosen."""
        kept = self.chosen.key if self.chosen else None
        if self._model.show_lines(lines) and lines:
            self.selectRow(self._model.row_of(kept))
        if not lines:
            self.picked.emit(None)

    def _lay_out(self) -> None:
        px, heads = self._theme.px, self.horizontalHeader()
        heads.setStyleSheet(head_sheet(px(11), px(ASIDE), px(EDGE), px(EDGE)))
        heads.setFixedHeight(px(HEAD))
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setMinimumSectionSize(px(40))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self._share_room()

    def _share_room(self) -> None:
        """Give the first column what the others leave; where that is little, hide some of them."""
        px, room = self._theme.px, self.viewport().width()
        hidden: set[int] = set()
        for column in (2, 1):  # what can be missed first
            taken = sum(
                px(head.width) for at, head in enumerate(self._model.heads, 1) if at not in hidden
            )
            if room - taken < px(SHORTEST_NAME):
                hidden.add(column)
        for column, head in enumerate(self._model.heads, 1):
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, px(head.width))
        taken = sum(
            px(head.width) for at, head in enumerate(self._model.heads, 1) if at not in hidden
        )
        self.setColumnWidth(0, max(room - taken, px(SHORTEST_NAME)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def _picked(self, current: QModelIndex) -> None:
        self.picked.emit(self._model.line(current.row()))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.line(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter."""
        if event.key() in OPENS and self.currentIndex().isValid():
            self._open(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Repaint whole rows as the pointer moves."""
        if event.type() in {QEvent.Type.MouseMove, QEvent.Type.Leave, QEvent.Type.Enter}:
            self.viewport().update()
        return super().viewportEvent(event)
