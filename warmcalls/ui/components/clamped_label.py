"""A label of a few lines at most: what is left over is elided, and the tooltip says all."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from warmcalls.ui.components.labels import PlainLabel, plain_tip
from warmcalls.ui.components.lines import wrapped
from warmcalls.ui.theme import Theme


class ClampedLabel(PlainLabel):
    """Wraps a text over so many lines at most.

    Args:
        theme: gives the face.
        text: what it says.
        lines: the most it takes.
        role: its colour.
    """

    def __init__(self, theme: Theme, text: str, lines: int, *, role: str = "text") -> None:
        self._most, self._laid = lines, ("", 0, list[str]())  # Qt asks for sizes while it builds
        super().__init__(theme, text, role=role)
        rule = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)

    def hasHeightForWidth(self) -> bool:
        """Tell that it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of its lines."""
        return max(len(self._lines(width)), 1) * self._line_height()

    def sizeHint(self) -> QSize:
        """Return the room of its lines as wide as it is."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the layout shrink it."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, self._line_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole text in a tooltip where it is cut."""
        super().resizeEvent(event)
        cut = " ".join(self._lines(self.width())) != " ".join(self.text().split())
        self.setToolTip(plain_tip(self.text()) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        del event
        painter, high = QPainter(self), self._line_height()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for number, line in enumerate(self._lines(self.width())):
            room = QRectF(0, number * high, self.width(), high)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, line)
        painter.end()

    def _line_height(self) -> int:
        return round(self.fontMetrics().height() * 1.15)

    def _lines(self, width: int) -> list[str]:
        """Return the text on its lines, laid once per width."""
        if self._laid[:2] != (self.text(), width):
            self._laid = (self.text(), width, wrapped(self.text(), self.font(), width, self._most))
        return self._laid[2]
