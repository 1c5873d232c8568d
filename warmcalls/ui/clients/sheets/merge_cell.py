"""One value of a field of two clients, to be taken or left."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.components.lines import wrapped
from warmcalls.ui.forms.choice import Choice, ChoiceRow, paint_circle
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

NOTHING: Final = "nothing"
LINES: Final = 3
LEFT, RIGHT, ABOVE, LINE = 40, 12, 7, 18  # pixels of the design
STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MergeCell(ChoiceRow):
    """A value with its circle: filled where it is the one that is taken.

    Args:
        theme: the theme.
        text: the value in words; empty for nothing.
        whose: what the value belongs to, for who listens: "Town: of Northmoor".

    Attributes:
        stepped: an arrow was pressed: rows down and cells to the right, either may be negative.
    """

    stepped = Signal(int, int)

    def __init__(self, theme: Theme, text: str, whose: str) -> None:
        super().__init__(theme, Choice(text or NOTHING, whose, ""), "middle")
        self._said, self._is_empty = text or NOTHING, not text
        self.setAccessibleName(f"{whose}: {self._said}")
        self.setAccessibleDescription("")
        rule = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)

    def hasHeightForWidth(self) -> bool:
        """Tell that it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of its lines."""
        count = max(1, len(self._lines(width)))
        return self._theme.px(2 * ABOVE) + count * self._theme.px(LINE)

    def sizeHint(self) -> QSize:
        """Return the room of its lines as wide as it is."""
        return QSize(self._theme.px(200), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the layout shrink it."""
        return QSize(self._theme.px(96), self._theme.px(2 * ABOVE + LINE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole value in a tooltip where it is cut."""
        super().resizeEvent(event)
        lines, room = self._lines(self.width()), self.width() - self._theme.px(LEFT + RIGHT)
        cut = " ".join(lines) != " ".join(self._said.split())
        cut = cut or any(self.fontMetrics().horizontalAdvance(line) > room for line in lines)
        self.setToolTip(plain_tip(self._said) if cut else "")
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbour on an arrow; Space takes this one, as Qt has it."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.stepped.emit(*step)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, circle, lines and ring."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        taken = self.isChecked()
        ground = "selected" if taken else "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(tokens.colour("control" if taken else "line"), 1))
        painter.setBrush(tokens.colour(ground))
        painter.drawRoundedRect(area, px(6), px(6))
        centre = QPointF(px(20), px(ABOVE) + px(LINE) / 2)
        paint_circle(painter, centre, self._theme, chosen=taken)
        quiet = "text2" if taken or not self._is_empty else "text3"
        painter.setFont(self._theme.font(13))
        painter.setPen(tokens.colour("text" if taken and not self._is_empty else quiet))
        room = QRectF(px(LEFT), px(ABOVE), self.width() - px(LEFT + RIGHT), px(LINE))
        metrics, wide = painter.fontMetrics(), int(room.width())
        for line in self._lines(self.width()):
            fits = metrics.elidedText(line, Qt.TextElideMode.ElideRight, wide)  # one long word
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fits)
            room.translate(0, px(LINE))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), px(6))
        painter.end()

    def _lines(self, width: int) -> list[str]:
        room = width - self._theme.px(LEFT + RIGHT)
        return wrapped(self._said, self._theme.font(13), max(room, 1), LINES)
