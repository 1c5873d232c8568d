"""One key of the keypad: its letter in a box, and a label of up to two lines."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from warmcalls.ui.components import key_hint
from warmcalls.ui.theme import Theme

HEIGHT = 40


class Key(QAbstractButton):
    """A key; dim until its turn, filled with the colour of text once chosen.

    It takes no focus: its letter works wherever the focus is, except in a field.

    Args:
        theme: gives colours and face.
        key: the character that presses it.
        label: what it says.
        flat: without a border, as wide as its label.
        role: colour of the label, "text" or "bad".
    """

    def __init__(
        self, theme: Theme, key: str, label: str, *, flat: bool = False, role: str = "text"
    ) -> None:
        super().__init__()
        self._theme, self._flat, self._role = theme, flat, role
        self.chosen, self._small = False, False
        self.setFont(theme.font(13))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        wide = QSizePolicy.Policy.Fixed if flat else QSizePolicy.Policy.Ignored
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.rename(key, label)

    def rename(self, key: str, label: str) -> None:
        """Give the key another letter and label."""
        self.key = key
        self.setText(label)
        self.setAccessibleName(f"{label.rstrip('…')}, key {key}")
        self.updateGeometry()
        self.update()

    def show_state(self, *, open_now: bool, chosen: bool) -> None:
        """Show whether it can be pressed now, and whether it was."""
        if (open_now, chosen) == (self.isEnabled(), self.chosen):
            return
        self.chosen = chosen
        self.setEnabled(open_now)
        self.setAccessibleDescription("chosen" if chosen else "")
        self.update()

    def show_small(self, *, small: bool) -> None:
        """Write the label smaller, where a window is narrow."""
        self._small = small
        self.setFont(self._theme.font(11 if small else 13))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room of box and label."""
        px = self._theme.px
        words = self.fontMetrics().horizontalAdvance(self.text())
        box = key_hint.width_of(self.key, self._theme)
        if self._flat:
            return QSize(box + px(5) + words, px(HEIGHT))
        return QSize(px(96), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, letter and label."""
        del event
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = 0.0 if self._flat and not self.chosen else px(8)
        ink, quiet, box = self._inks()
        at = QRectF(left, 0, self.width(), self.height())
        key_hint.paint_key(painter, at, self.key, self._theme, quiet, box)
        left += key_hint.width_of(self.key, self._theme) + px(5 if self._flat else 8)
        painter.setPen(ink)
        room = QRectF(left, 0, self.width() - left - (0 if self._flat else px(8)), self.height())
        wrap = Qt.TextFlag.TextSingleLine if self._flat else Qt.TextFlag.TextWordWrap
        painter.setFont(self._theme.font(13, semibold=self.chosen))
        needed = painter.boundingRect(room, int(wrap), self.text())
        if self._small or needed.height() > self.height():
            painter.setFont(self._theme.font(11, semibold=self.chosen))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | wrap, self.text())
        painter.end()

    def _inks(self) -> tuple[QColor, QColor, QColor]:
        """Return the colours of the label, of the letter, and of the letter's box."""
        colour = self._theme.tokens.colour
        if self.chosen:
            return colour("surface"), colour("surface"), colour("surface")
        if not self.isEnabled():
            return colour("text3"), colour("text3"), colour("line")
        return colour(self._role), colour("text2"), colour("line")

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, lit = self._theme.tokens, self.isEnabled() and self.underMouse()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("text"))
        elif self._flat:
            return
        elif self.isEnabled():
            painter.setPen(QPen(tokens.colour("text2" if lit else "control"), 1))
            painter.setBrush(tokens.colour("hover" if lit else "surface"))
        else:
            painter.setPen(QPen(tokens.colour("line"), 1))
        painter.drawRoundedRect(area, 6, 6)


class Link(QAbstractButton):
    """A quiet word that does something, behind the key that does the same.

    Args:
        theme: gives colours and face.
        text: the words.
        key: drawn in a box before them.
    """

    def __init__(self, theme: Theme, text: str, key: str = "") -> None:
        super().__init__()
        self._theme, self._key = theme, key
        self.setText(text)
        self.setFont(theme.font(11))
        self.setAccessibleName(f"{text}, key {key}" if key else text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the key and the words."""
        metrics, box = self.fontMetrics(), self._box()
        high = self._theme.px(key_hint.HEIGHT) + 1 if self._key else metrics.height()
        return QSize(box + metrics.horizontalAdvance(self.text()), high)

    def _box(self) -> int:
        """Return the room that the key takes, with the gap behind it."""
        gap = self._theme.px(6)
        return key_hint.width_of(self._key, self._theme) + gap if self._key else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw key and words, darker under the pointer."""
        del event
        painter, tokens = QPainter(self), self._theme.tokens
        ink = tokens.colour("text" if self.underMouse() else "text3")
        if self._key:
            line = tokens.colour("line")
            key_hint.paint_key(painter, QRectF(self.rect()), self._key, self._theme, ink, line)
        painter.setPen(ink)
        painter.setFont(self.font())
        room = self.rect().adjusted(self._box(), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
