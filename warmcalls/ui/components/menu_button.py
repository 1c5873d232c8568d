"""A button of the page head that says what is chosen and opens a menu."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from warmcalls.ui import icons
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

WIDEST = 260


class MenuButton(QAbstractButton):
    """A quiet name, what is chosen, and an arrow; a click, Enter or Down opens the menu.

    Args:
        theme: gives colours and face.
        name: what it chooses, as "Channel"; also its accessible name.
        icon: a Phosphor name, or empty; with an icon the name is not painted.
        bare: the icon alone, with the name in a tooltip.
    """

    def __init__(self, theme: Theme, name: str, *, icon: str = "", bare: bool = False) -> None:
        super().__init__()
        self._theme, self._name, self._icon, self._bare = theme, name, icon, bare
        self.setFont(theme.font(13))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        across = QSizePolicy.Policy.Fixed if bare else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.open)
        self.show_choice("")
        if bare:
            self.setToolTip(name)

    def make_menu(self) -> QMenu:
        """Return the menu that a click opens; each kind of button makes its own."""
        raise NotImplementedError

    def show_choice(self, words: str) -> None:
        """Say what is chosen."""
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
        cut = self.fontMetrics().horizontalAdvance(words) > self._room(words)
        self.setToolTip(plain_tip(words) if cut else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that name, choice and arrow take."""
        high = self._theme.px(32)
        if self._bare:
            return QSize(high, high)
        return QSize(self._left() + self._room(self.text()) + self._theme.px(34), high)

    def minimumSizeHint(self) -> QSize:
        """Return the same: name, choice and arrow never lie over one another."""
        return self.sizeHint()

    def open(self) -> None:
        """Open the menu under the button."""
        menu = self.make_menu()
        menu.setFont(self._theme.font(13))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setMinimumWidth(self.width())
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + self._theme.px(4))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and Down, too."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _left(self) -> int:
        """Return where the choice begins."""
        px = self._theme.px
        if self._icon:
            return px(12 + 16 + 8)
        return px(12) + self.fontMetrics().horizontalAdvance(self._name) + px(8)

    def _room(self, words: str) -> int:
        return min(self.fontMetrics().horizontalAdvance(words) + 2, self._theme.px(WIDEST))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, icon or name, choice, arrow and ring."""
        del event
        painter, tokens, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(QPen(tokens.colour("text2" if lit else "control"), 1))
        painter.setBrush(tokens.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        middle = self.height() / 2
        if self._icon:
            side = px(20 if self._bare else 16)
            left = (self.width() - side) / 2 if self._bare else px(12)
            box = QRectF(left, middle - side / 2, side, side)
            icons.paint(painter, self._icon, box, tokens.colour("text" if self._bare else "text2"))
        else:
            painter.setPen(tokens.colour("text2"))
            painter.drawText(
                QRectF(px(12), 0, self._left(), self.height()),
                Qt.AlignmentFlag.AlignVCenter, self._name,
            )  # fmt: skip
        if not self._bare:
            self._paint_choice(painter, middle)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), 6)
        painter.end()

    def _paint_choice(self, painter: QPainter, middle: float) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        room = QRectF(self._left(), 0, self._room(self.text()), self.height())
        fits = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.setPen(tokens.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, fits)
        arrow = QRectF(self.width() - px(12 + 14), middle - px(7), px(14), px(14))
        icons.paint(painter, "ph.caret-down", arrow, tokens.colour("text2"))
