"""Progress as segments: done ones filled, the next one outlined."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from warmcalls.ui.theme import Theme

GAP = 4
HEIGHT = 6


class Segments(QWidget):
    """How much of a day is done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._done, self._all = theme, 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return its height; it takes what width there is."""
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    def show_progress(self, done: int, whole: int) -> None:
        """Show how many of how many are done."""
        self._done, self._all = done, whole
        self.setAccessibleName(f"{done} of {whole} calls done")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segments over the whole width."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = GAP if self._all <= 40 else 1  # noqa: PLR2004 - more would leave no room to fill
        each = (self.width() + gap) / max(self._all, 1)
        for index in range(self._all):
            box = QRectF(index * each, 0, each - gap, self.height())
            self._paint_one(painter, box, index)
        painter.end()

    def _paint_one(self, painter: QPainter, box: QRectF, index: int) -> None:
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("text2" if index < self._done else "line"))
        if index == self._done:
            painter.setPen(QPen(tokens.colour("text2"), 1))
            painter.setBrush(tokens.colour("surface"))
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 2, 2)
