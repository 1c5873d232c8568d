"""A row of the rail: icon, name, and a quiet number or key at the right."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from warmcalls.ui import icons
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

HEIGHT: Final = 36
ICON: Final = 18
RADIUS: Final = 6


class RailRow(QAbstractButton):
    """A button that paints itself as navigation does.

    Args:
        theme: gives colours and face.
        text: the name of the page or the command.
        icon: a Phosphor name.
        key: the key that does the same, quiet at the right.
    """

    def __init__(self, theme: Theme, text: str, icon: str, key: str = "") -> None:
        super().__init__()
        self._theme, self._icon, self._key = theme, icon, key
        self._count, self._folded = 0, False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._describe()

    def sizeHint(self) -> QSize:
        """Return its height; it takes what width there is."""
        return QSize(self._theme.px(HEIGHT), self._theme.px(HEIGHT))

    def set_count(self, count: int) -> None:
        """Show what waits here."""
        self._count = count
        self._describe()
        self.update()

    def fold(self, folded: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters
        """Show the icon alone."""
        self._folded = folded
        self._describe()
        self.update()

    def _describe(self) -> None:
        waits = f"{self._count:,} waiting" if self._count else ""
        self.setAccessibleName(", ".join(part for part in (self.text(), waits) if part))
        self.setAccessibleDescription(self._key)
        tip = " · ".join(part for part in (self.text(), waits, self._key) if part)
        self.setToolTip(plain_tip(tip) if self._folded else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, words and ring."""
        del event
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked() or self.underMouse() or self.isDown()
        if lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("selected" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        ink = tokens.colour("text" if lit else "text2")
        self._paint_icon(painter, ink)
        quiet = tokens.colour("text2" if self.isChecked() else "text3")
        if not self._folded:
            self._paint_words(painter, ink, quiet)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), RADIUS)
        painter.end()

    def _paint_icon(self, painter: QPainter, ink: QColor) -> None:
        side = self._theme.px(ICON)
        left = (self.width() - side) / 2 if self._folded else self._theme.px(10)
        place = QRectF(round(left), round((self.height() - side) / 2), side, side)
        icons.paint(painter, self._icon, place, ink)

    def _paint_words(self, painter: QPainter, ink: QColor, quiet: QColor) -> None:
        px, theme = self._theme.px, self._theme
        right = self._key or (f"{self._count:,}" if self._count else "")
        room = QRectF(self.rect()).adjusted(px(40), 0, -px(8), 0)
        painter.setFont(theme.font(11))
        painter.setPen(quiet)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, right)
        taken = painter.fontMetrics().horizontalAdvance(right)
        painter.setFont(theme.font(13, semibold=self.isChecked()))
        painter.setPen(ink)
        room.adjust(0, 0, -(taken + px(8)) if right else 0, 0)
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
