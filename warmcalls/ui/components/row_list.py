"""Lists in sheets: how a row lies on its ground, and how the keys and the mouse go through rows."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from warmcalls.ui.components.ground import paint_ground
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints ground, bar and ring of a row; what stands on it each kind of row paints.

    Args:
        theme: gives colours and face.
        view: the list, whose focus the ring shows.
        high: of a row, in pixels of the design.
    """

    def __init__(self, theme: Theme, view: QListView, high: int) -> None:
        super().__init__(view)
        self._theme, self._view, self._high = theme, view, high

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Draw what stands on a row."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; it takes what width there is."""
        del option, index
        return QSize(10, self._theme.px(self._high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        tokens, area = self._theme.tokens, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setClipRect(area)
        ground = "selected" if chosen else "hover" if over else "surface"
        paint_ground(painter, area, self._theme, ground)
        if chosen:
            bar = QRectF(area.left(), area.top(), 3, area.height() - 1)
            painter.fillRect(bar, tokens.colour("text"))
        self.paint_row(painter, area, index, chosen=chosen)
        if chosen and self._view.hasFocus():
            ring = area.adjusted(0, 0, 0, -1)
            paint_ring(painter, ring, QPen(tokens.colour("text")), 0)
        painter.restore()


class RowList(QListView):
    """Rows of one height; arrows choose one, Tab goes on.

    Args:
        theme: the theme.
        model: the rows.
        name: what a screen reader calls the list.
        high: of a row, in pixels of the design.
    """

    def __init__(self, theme: Theme, model: QAbstractItemModel, name: str, high: int) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(3 * theme.px(high))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(theme.px(high))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
