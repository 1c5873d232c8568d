"""Large words that open the rows behind them: the answer at the head of a page."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)

from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

SIZES: Final = (26, 17, 13)
ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Opening(ElidedLabel):
    """Large words that open the rows behind them, by a click or by Enter.

    Attributes:
        pressed: the rows are wanted.
    """

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, size=SIZES[0], semibold=True)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the rows."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the rows."""
        if event.key() in ENTERS:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring over the words."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            ring = QPen(self._theme.tokens.colour("text"))
            paint_ring(painter, QRectF(self.rect()), ring, 4)
            painter.end()


class Sentence(Opening):
    """The headline, as large as there is room for.

    Attributes:
        fitted: the size it took.
    """

    fitted = Signal(int)

    def say(self, words: str) -> None:
        """Show a sentence."""
        self.setText(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the size that fits."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        for size in SIZES:
            font = self._theme.font(size, semibold=True)
            if QFontMetrics(font).horizontalAdvance(self.text()) <= self.width():
                break
        self.setFont(font)
        self.fitted.emit(size)
