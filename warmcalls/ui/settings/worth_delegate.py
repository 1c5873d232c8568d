"""How the cells of what signals are worth are painted, and the field that opens in a value's."""

from typing import Final, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from warmcalls.domain.points import in_points
from warmcalls.domain.weights_learned import Weight
from warmcalls.ui.components.ground import paint_ground
from warmcalls.ui.settings.worth_line import FIELDS, Column, WorthLine
from warmcalls.ui.settings.worth_model import LINE_ROLE, WorthModel
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 36
EDGE: Final = 20
ASIDE: Final = 8
NUMBER: Final = 48  # of what is learned, before its line
QUIET: Final = {Column.USUAL, Column.OUTCOMES, Column.SINCE}


class WorthDelegate(QStyledItemDelegate):
    """Paints families, names, values and what was learned; opens a field in a value's cell."""

    def __init__(self, theme: Theme, parent: QWidget, model: WorthModel) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(10, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        line, column = cast("WorthLine", index.data(LINE_ROLE)), index.column()
        area = QRectF(option.rect)
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, self._theme, self._ground(line, option))
        if line.kind is not None and column in FIELDS:
            self._paint_box(painter, area, option, unsaved=line.unsaved(column))
        if column == Column.LEARNED and line.found is not None:
            self._paint_learned(painter, area, line.found, line.text(column))
        else:
            self._paint_text(painter, area, line, column)
        painter.restore()

    def _ground(self, line: WorthLine, option: QStyleOptionViewItem) -> str:
        if line.kind is None:
            return "sunken"
        over = option.state & QStyle.StateFlag.State_MouseOver
        return "hover" if over else "surface"

    def box(self, area: QRectF) -> QRectF:
        """Return where a value's field lies in its cell."""
        px = self._theme.px
        return area.adjusted(px(4), px(4), -px(4), -px(5))

    def _paint_box(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, *, unsaved: bool
    ) -> None:
        """Draw what can be typed over: a border under the pointer, a ground while not saved."""
        tokens, box, state = self._theme.tokens, self.box(area), option.state
        if unsaved:
            painter.setPen(QPen(tokens.colour("notice"), 1))
            painter.setBrush(tokens.colour("notice_soft"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, box, QPen(tokens.colour("text")), 6)
        elif state & QStyle.StateFlag.State_MouseOver and not unsaved:
            painter.setPen(QPen(tokens.colour("control"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_text(self, painter: QPainter, area: QRectF, line: WorthLine, column: int) -> None:
        px, changed, family = self._theme.px, line.changed(column), line.kind is None
        role = "text3" if column in QUIET else "text2" if family else "text"
        painter.setPen(self._theme.tokens.colour(role))
        painter.setFont(self._theme.font(11 if family else 13, semibold=family or changed))
        first = column == Column.NAME
        side = Qt.AlignmentFlag.AlignLeft if first else Qt.AlignmentFlag.AlignRight
        left, right = px(EDGE) if first else 0, px(EDGE) if column == Column.DAYS else px(ASIDE)
        room = area.adjusted(left, 0, -right, 0)
        metrics, text = painter.fontMetrics(), line.text(column)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)
        if changed:
            left_of = room.right() - metrics.horizontalAdvance(text) - px(12)
            self._paint_mark(painter, left_of, area.center().y())

    def _paint_mark(self, painter: QPainter, left: float, middle: float) -> None:
        """Draw the dot before a value that is not the usual one."""
        radius = self._theme.px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.colour("text"))
        painter.drawEllipse(QRectF(left, middle - radius, 2 * radius, 2 * radius))

    def _paint_learned(self, painter: QPainter, area: QRectF, found: Weight, text: str) -> None:
        """Draw the number, and beside it dot, line and the tick of what was set, on one scale."""
        px, tokens = self._theme.px, self._theme.tokens
        number = QRectF(area.left(), area.top(), px(NUMBER), area.height())
        told = found.can_tell
        painter.setFont(self._theme.font(13 if told else 11, semibold=told))
        painter.setPen(tokens.colour("text" if told else "text3"))
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        scale = area.adjusted(px(NUMBER + ASIDE + 4), 0, -px(ASIDE), -1)
        self._paint_line(painter, scale, found)

    def _paint_line(self, painter: QPainter, area: QRectF, found: Weight) -> None:
        px, tokens, told = self._theme.px, self._theme.tokens, found.can_tell
        low, high = self._model.scale
        middle = area.center().y()

        def at(weight: float) -> float:
            return area.left() + area.width() * (in_points(weight) - low) / max(high - low, 1.0)

        none = round(at(0.0)) + 0.5
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.drawLine(QPointF(none, area.top()), QPointF(none, area.bottom()))
        was = round(at(found.set)) + 0.5
        painter.setPen(QPen(tokens.colour("control"), 1))
        painter.drawLine(QPointF(was, middle - px(6)), QPointF(was, middle + px(6)))
        ink = tokens.colour("text" if told else "text3")
        if told:
            painter.setPen(QPen(ink, 2))
            painter.drawLine(QPointF(at(found.low), middle), QPointF(at(found.high), middle))
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if told else tokens.colour("surface"))
        half = px(4) if told else px(3)
        painter.drawEllipse(QPointF(at(found.learned), middle), half, half)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a field over a value."""
        del option
        field = QLineEdit(parent)
        field.setFont(self._theme.font(13))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        field.setStyleSheet("QLineEdit { min-height: 0; padding: 0 6px; }")
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the field where the ring was."""
        del index
        editor.setGeometry(self.box(QRectF(option.rect)).toRect())

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the value into the field, chosen as a whole."""
        field = cast("QLineEdit", editor)
        field.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        field.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        model.setData(index, cast("QLineEdit", editor).text())
