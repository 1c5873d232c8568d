"""The field in a cell while it is edited, and the sentence under it when it cannot be so."""

from collections.abc import Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from warmcalls.domain.client_columns import Column, ColumnKind
from warmcalls.ui.clients.table.delegate import PAD
from warmcalls.ui.clients.table.offer import COMMA, CellOffer
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme

LONGEST: Final = 60_000
TIP: Final = 420


class Leave(Enum):
    """How a field is left, and where the current cell goes."""

    BACK = "as it was"
    STAY = "stay"
    DOWN = "down"
    UP = "up"
    NEXT = "next"
    BEFORE = "before"
    ALL = "all chosen rows"


ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
LEAVES: Final = {
    Qt.Key.Key_Escape: Leave.BACK,
    Qt.Key.Key_Tab: Leave.NEXT,
    Qt.Key.Key_Backtab: Leave.BEFORE,
}


class CellField(QLineEdit):
    """Enter saves and goes down, Tab to the right, Ctrl+Enter into all chosen rows; Esc leaves.

    Args:
        theme: the theme.
        parent: the table's viewport.
        column: what is edited.
        client_id: whose.
        known: what is offered; nothing where any text is as good as another.

    Attributes:
        left: a key leaves the field: a `Leave`.
        before: what it said at first.
    """

    left = Signal(object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        column: Column,
        client_id: int,
        known: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._theme, self._room = theme, parent
        self.column, self.client_id = column, client_id
        self.before, self._has_begun, self._cell = "", False, QRect()
        self.setFont(theme.font(13))
        self.setMaxLength(LONGEST)
        self.setAccessibleName(column.head)
        if column.is_right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._wrong = PlainLabel(theme, size=11, role="bad", wraps=True, parent=parent)
        self._wrong.setObjectName("why")
        self._wrong.hide()
        self._dress()
        many = column.kind is ColumnKind.TAGS
        self.offer = CellOffer(theme, known, self, many=many) if known else None
        if self.offer:
            self.setCompleter(self.offer)
            if not many:
                self.offer.activated.connect(lambda _text: self.left.emit(Leave.STAY))
        self.textEdited.connect(lambda _text: self.refuse(""))
        self.textChanged.connect(lambda _text: self._grow())
        self.destroyed.connect(self._wrong.deleteLater)

    @property
    def said(self) -> str:
        """What is typed, spelt as it is known already where only the case differs."""
        if self.offer and self.column.kind is ColumnKind.CHOICE:
            return self.offer.spelt(self.text())
        if self.offer and self.column.kind is ColumnKind.TAGS:
            return ", ".join(map(self.offer.spelt, self.text().split(COMMA)))
        return self.text()

    @property
    def reason(self) -> str:
        """Why it cannot be saved, or empty."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def show_text(self, text: str) -> None:
        """Say what the cell holds, chosen as a whole; once, so that nothing typed is lost."""
        if self._has_begun:
            return
        self.before, self._has_begun = text, True
        self.setText(text)
        self.selectAll()

    def refuse(self, why: str) -> None:
        """Say why this cannot be; what was typed stays to be mended."""
        if why == self.reason:
            return
        self._wrong.setText(why)
        self._wrong.setVisible(bool(why))
        self.setProperty("wrong", "true" if why else "false")
        self.setAccessibleDescription(why)
        self.style().unpolish(self)
        self.style().polish(self)
        if why:
            self.place_reason()
            self._wrong.raise_()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, why))

    def lie_over(self, cell: QRect) -> None:
        """Lie over a cell, and over those to its right where there is more to read."""
        self._cell = cell
        self._grow()

    def _grow(self) -> None:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + self._theme.px(24)
        room = max(self._room.width() - self._cell.left() - 2, self._cell.width())
        if self.column.is_right:
            room = self._cell.width()
        grown = min(max(wide, self._cell.width()), room)
        self.setGeometry(QRect(self._cell.topLeft(), QSize(grown, self._cell.height())))
        self.place_reason()

    def place_reason(self) -> None:
        """Lay the sentence under the field, over it where there is no room below."""
        if self._wrong.isHidden():
            return
        room, px = self._room.rect(), self._theme.px
        wide = min(self._wrong.fontMetrics().horizontalAdvance(self._wrong.text()), px(TIP))
        self._wrong.setFixedWidth(wide + px(18))
        high = self._wrong.heightForWidth(self._wrong.width())
        self._wrong.setFixedHeight(high)
        left = min(self.x(), max(room.width() - self._wrong.width(), 0))
        below = self.y() + self.height() + 2
        top = below if below + high <= room.height() else self.y() - high - 2
        self._wrong.move(QPoint(max(left, 0), top))

    def event(self, event: QEvent) -> bool:
        """Leave by a key, also while the list of what is known is open."""
        if isinstance(event, QKeyEvent):
            how = _leaving(event)
            if how is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if how is not None and event.type() == QEvent.Type.KeyPress:
                self._leave(how)
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._opens(event):
                event.accept()
                return True
        return super().event(event)

    def _leave(self, how: Leave) -> None:
        if self.offer and self.offer.is_open:
            if how is not Leave.BACK and self.offer.pointed:
                self.setText(self.offer.pointed)
            self.offer.close()
        self.left.emit(how)

    def _opens(self, event: QKeyEvent) -> bool:
        """Open the list on Down and Alt+Down."""
        if self.offer is None or event.key() != Qt.Key.Key_Down or self.offer.is_open:
            return False
        self.offer.open()
        return True

    def _dress(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        self.setStyleSheet(
            f"QLineEdit {{ min-height: 0; padding: 0 {px(PAD) - 4}px; border-radius: 4px;"
            f" border: 2px solid {tokens.text}; background: {tokens.surface}; }}"
            f'QLineEdit[wrong="true"] {{ border-color: {tokens.bad}; }}'
        )
        self._wrong.setStyleSheet(
            f"QLabel {{ color: {tokens.bad}; background: {tokens.bad_soft}; padding: {px(4)}px"
            f" {px(8)}px; border: 1px solid {tokens.bad}; border-radius: 4px; }}"
        )


def _leaving(event: QKeyEvent) -> Leave | None:
    """Return how a key leaves the field, None where it does not."""
    if event.key() in ENTERS:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return Leave.ALL
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return Leave.UP if shift else Leave.DOWN
    return LEAVES.get(Qt.Key(event.key()))
