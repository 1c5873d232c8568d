"""How a cell of the plan looks, and how its amount is edited in place."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from warmcalls.ui import icons
from warmcalls.ui.campaigns.sheets.plan_model import AMOUNTS_ROLE, UNDER_ROLE, PlanModel
from warmcalls.ui.components.ground import paint_ground
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.ui.campaigns.sheets.plan_grid import Amounts

Index = QModelIndex | QPersistentModelIndex
ROW, WIDE = 42, 144
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlanDelegate(QStyledItemDelegate):
    """Paints what was planned over what was spent; more than planned as icon and word."""

    def __init__(self, theme: Theme, model: PlanModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a cell."""
        del option, index
        return QSize(self._theme.px(WIDE), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        tokens, px, area = self._theme.tokens, self._theme.px, QRectF(option.rect)
        adds, state = self._model.is_sum(index), option.state
        painter.save()
        paint_ground(painter, area, self._theme, "sunken" if adds else "surface")
        room = area.adjusted(px(8), 0, -px(12), 0)
        amounts = cast("Amounts", index.data(AMOUNTS_ROLE))
        under = str(index.data(UNDER_ROLE))
        high = px(18) if under else area.height() - 1
        top = QRectF(room.left(), room.top() + (px(3) if under else 0), room.width(), high)
        painter.setFont(self._theme.font(13, semibold=adds))
        painter.setPen(tokens.colour("text" if amounts.planned else "text3"))
        painter.drawText(top, RIGHT, str(index.data()))
        self._paint_under(painter, room, under, over=amounts.over > 0)
        box = area.adjusted(3, 2, -3, -3)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, box, QPen(tokens.colour("text")), 6)
        elif state & QStyle.StateFlag.State_MouseOver and not adds:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens.colour("control"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.restore()

    def _paint_under(self, painter: QPainter, room: QRectF, words: str, *, over: bool) -> None:
        """Draw what was spent."""
        px, face = self._theme.px, self._theme.font(11)
        ink = self._theme.tokens.colour("notice" if over else "text2")
        low = QRectF(room.left(), room.top() + px(21), room.width(), px(16))
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(low, RIGHT, words)
        if over:
            left = low.right() - QFontMetricsF(face).horizontalAdvance(words) - px(17)
            box = QRectF(left, low.center().y() - px(6.5), px(13), px(13))
            icons.paint(painter, "ph.warning", box, ink)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a field over an amount."""
        del option
        field = QLineEdit(parent)
        field.setFont(self._theme.font(13))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setMaxLength(30)
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        field.setStyleSheet(f"QLineEdit {{ min-height: 0; padding: 0 {self._theme.px(7)}px; }}")
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the field where the ring was."""
        del index
        editor.setGeometry(option.rect.adjusted(3, 2, -3, -3))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the amount into the field, chosen as a whole."""
        field = cast("QLineEdit", editor)
        field.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        field.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        model.setData(index, cast("QLineEdit", editor).text())
