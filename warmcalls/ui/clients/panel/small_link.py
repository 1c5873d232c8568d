"""A small word that does something, reachable by Tab."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from warmcalls.ui import icons
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
AROUND, HIGH, SIDE = 4, 20, 11


class SmallLink(QAbstractButton):
    """Words of 11 px, with a plus before them where they add something.

    Args:
        theme: the theme.
        text: what it says.
        spoken: what it is called aloud.
        icon: a Phosphor name, or empty.
    """

    def __init__(self, theme: Theme, text: str, spoken: str = "", icon: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon or ("ph.plus" if text == "Add" else "")
        self.setText(text)
        self.setFont(theme.font(11))
        self.setAccessibleName(spoken or text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of icon and words."""
        px, wide = self._theme.px, self.fontMetrics().horizontalAdvance(self.text())
        wide += px(SIDE + 4) if self._icon else 0
        return QSize(wide + 2 * px(AROUND), max(px(HIGH), self.fontMetrics().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, too."""
        if event.key() in ENTERS and not event.isAutoRepeat():
            self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and words, darker under the pointer, and the ring."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        ink = tokens.colour("text" if self.underMouse() or self.hasFocus() else "text2")
        left = float(px(AROUND))
        if self._icon:
            side = px(SIDE)
            icons.paint(
                painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink
            )
            left += side + px(4)
        painter.setFont(self.font())
        painter.setPen(ink)
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), 4)
        painter.end()
