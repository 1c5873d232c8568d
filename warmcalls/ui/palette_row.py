"""A row of the palette: icon, name, and its keys or what it is."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from warmcalls.ui import icons
from warmcalls.ui.components import key_hint
from warmcalls.ui.theme import Theme

ROW: Final = 36


@dataclass(frozen=True, slots=True)
class Part:
    """What a row stands for: a client by its number, or else a command."""

    icon: str
    word: str = ""
    keys: tuple[str, ...] = ()
    command: str = ""
    client: int = 0


class PaletteDelegate(QStyledItemDelegate):
    """Paints the rows of the palette."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(0, self._theme.px(ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        part: Part = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tokens.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area, 6, 6)
        end = self._paint_right(painter, area, part)
        self._paint_name(painter, area, part, str(index.data()), end, chosen=chosen)
        painter.restore()

    def _paint_right(self, painter: QPainter, area: QRectF, part: Part) -> float:
        """Draw the keys, or the word; return where the name has to end."""
        px, tokens, end = self._theme.px, self._theme.tokens, area.right() - self._theme.px(10)
        for key in reversed(part.keys):
            wide = key_hint.width_of(key, self._theme)
            at = QRectF(end - wide, area.top(), wide, area.height())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            text2, border = tokens.colour("text2"), tokens.colour("line")
            key_hint.paint_key(painter, at, key, self._theme, text2, border)
            end -= wide + px(4)
        if part.word:
            painter.setFont(self._theme.font(11))
            painter.setPen(tokens.colour("text3"))
            room = QRectF(area.left(), area.top(), end - area.left(), area.height())
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, right, part.word)
            end -= painter.fontMetrics().horizontalAdvance(part.word)
        return end - px(8)

    def _paint_name(
        self, painter: QPainter, area: QRectF, part: Part, name: str, end: float, *, chosen: bool
    ) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        side = px(16)
        place = QRectF(area.left() + px(10), area.center().y() - side / 2, side, side)
        ink = tokens.colour("text" if chosen else "text2")
        icons.paint(painter, part.icon, place, ink)
        left = place.right() + px(12)
        room = QRectF(left, area.top(), end - left, area.height())
        painter.setFont(self._theme.font(13, semibold=chosen))
        painter.setPen(tokens.colour("text"))
        fits = painter.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fits)
