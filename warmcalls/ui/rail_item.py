"""The items of the rail: an icon, a name, a quiet number."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from warmcalls.ui import icons
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

HEIGHT: Final = 36
PERSON: Final = 58
EDGE: Final = 12
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = MIDDLE | Qt.AlignmentFlag.AlignRight


class _Item(QAbstractButton):
    """What the items share: the ground, the ring, folding."""

    def __init__(self, theme: Theme, height: int) -> None:
        super().__init__()
        self._theme, self._folded = theme, False
        self.setFixedHeight(theme.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return its height; the rail gives the width."""
        return QSize(self._theme.px(64), self.height())

    def fold(self, *, folded: bool) -> None:
        """Show the icon alone; the name goes into a tooltip."""
        self._folded = folded
        self.setToolTip(plain_tip(self.text()) if folded else "")
        self.update()

    def _paint_ground(self, painter: QPainter) -> QRectF:
        """Draw the ground of a chosen or hovered item; return its box."""
        px, tokens = self._theme.px, self._theme.tokens
        box = QRectF(self.rect()).adjusted(px(EDGE), px(1), -px(EDGE), -px(1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(tokens.colour("selected" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            paint_ring(painter, box, QPen(tokens.colour("text")), 6)
        return box


class RailItem(_Item):
    """A page, or a tool."""

    def __init__(
        self, theme: Theme, name: str, icon: str, *, quiet: str = "", checkable: bool = False
    ) -> None:
        super().__init__(theme, HEIGHT)
        self._icon, self._quiet = icon, quiet
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(checkable)

    def show_quiet(self, text: str) -> None:
        """Show a number at the right."""
        self._quiet = text
        self.setAccessibleDescription(f"{text} waiting" if text else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, name, number."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        box, side = self._paint_ground(painter), px(18)
        ink = tokens.colour("text" if self.isChecked() else "text2")
        left = box.center().x() - side / 2 if self._folded else box.left() + px(9)
        icons.paint(painter, self._icon, QRectF(left, box.center().y() - side / 2, side, side), ink)
        if not self._folded:
            painter.setPen(ink)
            painter.setFont(self._theme.font(13, semibold=self.isChecked()))
            painter.drawText(box.adjusted(px(40), 0, 0, 0), MIDDLE, self.text())
            painter.setPen(tokens.colour("text3"))
            painter.setFont(self._theme.font(11))
            painter.drawText(box.adjusted(0, 0, -px(10), 0), RIGHT, self._quiet)
        painter.end()


class PersonItem(_Item):
    """Who one is: initials, name, role."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, PERSON)
        self._role = ""

    def show_person(self, name: str, role: str) -> None:
        """Show another person."""
        self._role = role
        self.setText(name)
        self.setAccessibleName(f"You are {name}, {role}")
        self.setToolTip(plain_tip(name) if self._folded else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the initials in a ring, the name, the role."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        box, side = self._paint_ground(painter), px(28)
        left = box.center().x() - side / 2 if self._folded else box.left() + px(8)
        ring = QRectF(left, box.center().y() - side / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(tokens.colour("control"), 1))
        painter.setBrush(tokens.colour("surface"))
        painter.drawEllipse(ring)
        painter.setPen(tokens.colour("text2"))
        painter.setFont(self._theme.font(11, semibold=True))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, initials(self.text()))
        if not self._folded:
            self._paint_words(painter, box.adjusted(px(46), 0, -px(22), 0))
            caret = QRectF(box.right() - px(18), box.center().y() - px(6), px(12), px(12))
            icons.paint(painter, "ph.caret-down", caret, tokens.colour("text3"))
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        half = room.height() / 2
        for text, role, size, top in (
            (self.text(), "text", 13, room.top() + self._theme.px(6)),
            (self._role, "text3", 11, room.top() + half),
        ):
            face = self._theme.font(size)
            painter.setFont(face)
            painter.setPen(self._theme.tokens.colour(role))
            fits = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            line = QRectF(room.left(), top, room.width(), half - self._theme.px(6))
            painter.drawText(line, MIDDLE, fits)


def initials(name: str) -> str:
    """Return the first letters of the first and the last part of a name."""
    parts = name.split()
    return "".join(part[0] for part in dict.fromkeys((*parts[:1], *parts[-1:]))).upper()
