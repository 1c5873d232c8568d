"""A figure that opens the clients it counts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

HIGH, ASIDE = 28, 6


class FigureLink(QAbstractButton):
    """A number at the right of its cell, underlined; nought opens nothing.

    Args:
        theme: the theme.
        width: of the cell, in pixels of the design.
    """

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font(13))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(theme.px(width), theme.px(HIGH))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_count(self, count: int, words: str) -> None:
        """Show a number, and what it counts to who cannot see its place."""
        self.setText(f"{count:,}")
        self.setAccessibleName(f"{words}: {count:,}")
        self.setToolTip(f"Show the {count:,}: {words}" if count else "")
        self.setEnabled(bool(count))
        self.setCursor(Qt.CursorShape.PointingHandCursor if count else Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        """Return the room of its cell."""
        return self.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number, its line and the ring."""
        del event
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setFont(self.font())
        painter.setPen(tokens.colour("text" if self.isEnabled() else "text3"))
        room = QRectF(self.rect()).adjusted(0, 0, -self._theme.px(ASIDE), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, flags, self.text())
        if self.isEnabled():
            metrics = QFontMetricsF(self.font())
            wide = metrics.horizontalAdvance(self.text())
            low = round(room.center().y() + metrics.ascent() / 2) + 1
            line = QRectF(room.right() - wide, low, wide, 1)
            painter.fillRect(line, tokens.colour("text" if self.underMouse() else "control"))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), 4)
        painter.end()
