"""Today's list as it would be: a row a client, with the place it comes from and why."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from warmcalls.domain.preview_weights import Move
from warmcalls.ui import icons
from warmcalls.ui.components.painted_text import paint_text
from warmcalls.ui.components.row_list import RowDelegate, RowList
from warmcalls.ui.settings import weight_words
from warmcalls.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
MOVE: Final = Qt.ItemDataRole.UserRole
LOW, HIGH, EDGE, PLACE, ICON = 32, 48, 16, 28, 14
ICONS: Final = {
    "comes": "ph.plus",
    "goes": "ph.minus",
    "up": "ph.arrow-up",
    "down": "ph.arrow-down",
}


class PreviewModel(QAbstractListModel):
    """The list as it would be, then who drops off."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moves: tuple[Move, ...] = ()

    def show_moves(self, moves: tuple[Move, ...]) -> None:
        """Show other moves."""
        if moves != self._moves:
            self.beginResetModel()
            self._moves = moves
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the rows."""
        return 0 if parent.isValid() else len(self._moves)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a move, or what is said of it."""
        move = self._moves[index.row()]
        if role == MOVE:
            return move
        if role == Qt.ItemDataRole.DisplayRole:
            return move.client
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return said(move)
        return None


class PreviewDelegate(RowDelegate):
    """Paints the place, the client, and what becomes of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height: two lines where there is a reason."""
        move: Move = index.data(MOVE)
        high = HIGH if weight_words.because(move) else LOW
        return QSize(super().sizeHint(option, index).width(), self._theme.px(high))

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Draw a row."""
        move: Move = index.data(MOVE)
        px, theme = self._theme.px, self._theme
        why, quiet = weight_words.because(move), "text2" if chosen else "text3"
        inside = area.adjusted(px(EDGE), 0, -px(EDGE), -1)
        first = inside.adjusted(0, px(6), 0, -inside.height() / 2) if why else inside
        number = "" if move.would is None else str(move.would)
        face = QFontMetricsF(theme.font(13))
        left = inside.left() + px(PLACE - 10) - face.horizontalAdvance(number)
        paint_text(
            painter, QRectF(left, first.top(), px(PLACE), first.height()), number, theme, quiet
        )
        taken = self._paint_change(painter, first, move, quiet)
        name = first.adjusted(px(PLACE), 0, -taken - px(8), 0)
        role = "text3" if move.goes and not chosen else "text"
        paint_text(painter, name, move.client, theme, role, bold=bool(why))
        if why:
            under = inside.adjusted(px(PLACE), inside.height() / 2, 0, -px(6))
            paint_text(painter, under, why, theme, quiet, size=11)

    def _paint_change(self, painter: QPainter, room: QRectF, move: Move, quiet: str) -> float:
        """Draw what becomes of a client's place at the right; return the room that takes."""
        text, px = weight_words.place(move), self._theme.px
        if not text:
            return 0.0
        wide = QFontMetricsF(self._theme.font(11)).horizontalAdvance(text) + 1
        words = QRectF(room.right() - wide, room.top(), wide, room.height())
        paint_text(painter, words, text, self._theme, quiet, size=11)
        side = px(ICON)
        box = QRectF(words.left() - side - px(4), room.center().y() - side / 2, side, side)
        icons.paint(painter, ICONS[_way(move)], box, self._theme.tokens.colour("text2"))
        return wide + side + px(4)


class PreviewList(RowList):
    """The list; rows have one line or two."""

    def __init__(self, theme: Theme) -> None:
        self.rows = PreviewModel()
        super().__init__(theme, self.rows, "Today’s list with these points", LOW)
        self.rows.setParent(self)
        self.setUniformItemSizes(False)
        self.setItemDelegate(PreviewDelegate(theme, self, LOW))


def said(move: Move) -> str:
    """Return what becomes of a client in one sentence."""
    why = weight_words.because(move)
    if move.goes:
        told = f"{move.client} drops off, was {move.was}"
    elif move.comes:
        told = f"{move.would}: {move.client}, new on the list"
    elif move.up:
        told = f"{move.would}: {move.client}, from {move.was}"
    else:
        told = f"{move.would}: {move.client}, stays"
    return f"{told}; {why[0].lower()}{why[1:]}" if why else told


def _way(move: Move) -> str:
    if move.comes:
        return "comes"
    if move.goes:
        return "goes"
    return "up" if move.up > 0 else "down"
