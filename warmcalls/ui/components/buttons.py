"""Buttons: the primary one of a page, plain ones, and quiet ones; the key hint inside."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from warmcalls.ui import icons
from warmcalls.ui.components import key_hint
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Look(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


class Button(QAbstractButton):
    """A button that paints itself: icon, verb, key.

    Args:
        theme: gives colours and face.
        text: the verb.
        look: primary once a page.
        icon: a Phosphor name, or empty.
        key: the key that does the same, shown in a box.
        small: 28 px high, for rows.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        look: Look = Look.PLAIN,
        *,
        icon: str = "",
        key: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._look, self._icon, self._key = theme, look, icon, key
        self._height = 28 if small else 32
        self.setText(text)
        self.setFont(theme.font(13, semibold=look is Look.PRIMARY))
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_look(self, look: Look) -> None:
        """Ask for more or less attention."""
        self._look = look
        self.setFont(self._theme.font(13, semibold=look is Look.PRIMARY))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that icon, text and key take."""
        px, width = self._theme.px, self.fontMetrics().horizontalAdvance(self.text())
        width += px(20 + 4) if self._icon else 0
        width += key_hint.width_of(self._key, self._theme) + px(8) if self._key else 0
        return QSize(width + px(24), px(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, too, whatever the platform's habit is."""
        if event.key() in ENTERS and not event.isAutoRepeat():
            self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, text, key and ring."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._ink()
        self._paint_ground(painter)
        self._paint_words(painter, ink)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self._theme.tokens.colour("text3")
        role = "on_accent" if self._look is Look.PRIMARY else "text"
        if self._look is Look.QUIET and not self._lit():
            role = "text2"
        return self._theme.tokens.colour(role)

    def _lit(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, lit = self._theme.tokens, self._lit()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._look is Look.PRIMARY and self.isEnabled():
            painter.setBrush(tokens.colour("accent_hover" if lit else "accent"))
        elif self._look is Look.QUIET:
            if lit:
                painter.setBrush(tokens.colour("hover"))
        else:
            border = "text2" if lit else "control"
            painter.setPen(QPen(tokens.colour(border if self.isEnabled() else "line"), 1))
            if self.isEnabled():
                painter.setBrush(tokens.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        px, middle = self._theme.px, self.height() / 2
        left = px(12) + max(self.width() - self.sizeHint().width(), 0) / 2
        if self._icon:
            side = px(16)
            icons.paint(painter, self._icon, QRectF(left, middle - side / 2, side, side), ink)
            left += side + px(8)
        painter.setPen(ink)
        painter.setFont(self.font())
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            wide = key_hint.width_of(self._key, self._theme)
            edge = px(12) + max(self.width() - self.sizeHint().width(), 0) / 2
            at = QRectF(self.width() - edge - wide, 0, wide, self.height())
            border = ink if self._look is Look.PRIMARY else self._theme.tokens.colour("line")
            key_hint.paint_key(painter, at, self._key, self._theme, ink, border)

    def _paint_focus(self, painter: QPainter) -> None:
        """Draw the ring at the edge; on a filled button with a gap of its surroundings."""
        area = QRectF(self.rect())
        if self._look is Look.PRIMARY:
            gap = QPen(self._theme.tokens.colour("surface"))
            paint_ring(painter, area.adjusted(2, 2, -2, -2), gap, 4)
        paint_ring(painter, area, QPen(self._theme.tokens.colour("text")), 6)
