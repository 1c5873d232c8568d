"""A contact in the panel: name, role and number, and under them what matters about those."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from warmcalls.domain.client_panel import ContactLine, NumberLine
from warmcalls.ui import icons
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.components.painted_text import paint_text
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
FIRST, OTHER, AROUND = 20, 16, 3
SWITCHBOARD: Final = "switchboard"
RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
STATE_ICONS: Final = {"bad": "ph.prohibit", "notice": "ph.warning", "": "ph.shield-check"}


@dataclass(frozen=True, slots=True)
class _Small:
    """A line under the name: words with their state, a number at the right where it is another."""

    words: str
    state: str | None = None
    number: str = ""


class ContactRow(QAbstractButton):
    """One person or the front desk; a click or Enter opens the form.

    Args:
        theme: the theme.
        line: who it is.
        first: set in semibold: whom one would ask for.
    """

    def __init__(self, theme: Theme, line: ContactLine, *, first: bool) -> None:
        super().__init__()
        self._theme, self.line, self._first = theme, line, first
        self._small = _small_lines(line)
        self.setAccessibleName(_spoken(line))
        self.setToolTip(plain_tip(_tip(line)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the room of its lines."""
        px = self._theme.px
        return QSize(px(200), px(FIRST) + len(self._small) * px(OTHER) + 2 * px(AROUND))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, too."""
        if event.key() in ENTERS and not event.isAutoRepeat():
            self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, words and ring."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        inside = QRectF(self.rect()).adjusted(px(4), px(AROUND), -px(4), -px(AROUND))
        self._paint_first(painter, QRectF(inside.left(), inside.top(), inside.width(), px(FIRST)))
        top = inside.top() + px(FIRST)
        for each in self._small:
            self._paint_small(painter, QRectF(inside.left(), top, inside.width(), px(OTHER)), each)
            top += px(OTHER)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), 4)
        painter.end()

    def _paint_first(self, painter: QPainter, room: QRectF) -> None:
        px, line = self._theme.px, self.line
        if line.objected:
            used = self._objection(painter, room)
        else:
            number = line.numbers[0].shown if line.numbers else ""
            used = self._right(painter, room, number, 13)
        left = QRectF(room.left(), room.top(), room.width() - used - px(8), room.height())
        role = "text3" if line.objected else "text"
        wide = paint_text(painter, left, line.name, self._theme, role, bold=self._first)
        left.setLeft(left.left() + wide + px(5))
        if left.width() > px(24):
            paint_text(painter, left, line.role, self._theme, "text2")

    def _objection(self, painter: QPainter, room: QRectF) -> float:
        """Draw that they objected at the right; return the width it takes."""
        px, tokens = self._theme.px, self._theme.tokens
        wide = self._right(painter, room, self.line.objected, 13, "text2")
        side = px(13)
        left = room.right() - wide - side - px(5)
        box = QRectF(left, room.center().y() - side / 2, side, side)
        icons.paint(painter, STATE_ICONS["bad"], box, tokens.colour("bad"))
        return wide + side + px(5)

    def _paint_small(self, painter: QPainter, room: QRectF, small: _Small) -> None:
        px, tokens, left = self._theme.px, self._theme.tokens, QRectF(room)
        used = self._right(painter, room, small.number, 13) if small.number else 0.0
        left.setRight(room.right() - used - px(8))
        ink = small.state or "text3"
        if small.state is not None:
            side = px(11)
            box = QRectF(left.left(), left.center().y() - side / 2, side, side)
            icons.paint(painter, STATE_ICONS[small.state], box, tokens.colour(ink))
            left.setLeft(left.left() + side + px(4))
        paint_text(painter, left, small.words, self._theme, ink, size=11)

    def _right(
        self, painter: QPainter, room: QRectF, text: str, size: int, role: str = "text"
    ) -> float:
        painter.setFont(self._theme.font(size))
        painter.setPen(self._theme.tokens.colour(role))
        painter.drawText(room, RIGHT, text)
        return QFontMetricsF(self._theme.font(size)).horizontalAdvance(text)


def _small_lines(line: ContactLine) -> tuple[_Small, ...]:
    """Return what stands under the name: screening, further numbers, the e-mail address."""
    if line.objected:
        return ()
    found = [
        _Small(_said(number, bare=not line.id), number.state, number.shown if at else "")
        for at, number in enumerate(line.numbers)
    ]
    if not line.numbers and not line.email:
        found.append(_Small("no number, no e-mail", "notice"))
    if line.email:
        found.append(_Small(line.email))
    return tuple(found)


def _said(number: NumberLine, *, bare: bool = False) -> str:
    """Return label and screening; that a front desk's number is the switchboard goes unsaid."""
    if bare and number.label.casefold() == SWITCHBOARD:
        return number.words
    return " · ".join(part for part in (number.label, number.words) if part)


def _tip(line: ContactLine) -> str:
    """Return everything of a contact, line by line."""
    numbers = [f"{number.shown} {_said(number)}" for number in line.numbers]
    head = ", ".join(part for part in (line.name, line.role, line.objected) if part)
    return "\n".join(part for part in (head, *numbers, line.email, line.notes) if part)


def _spoken(line: ContactLine) -> str:
    numbers = [f"{number.shown} {_said(number)}" for number in line.numbers]
    parts = (line.name, line.role, line.objected, *numbers, line.email)
    return f"{', '.join(part for part in parts if part)}. Change"
