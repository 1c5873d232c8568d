"""A thin bar at the top of a panel, for what takes longer than a blink."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from warmcalls.ui.theme import Theme

PATIENCE_MS: Final = 300
STEP_MS: Final = 40
ROUND: Final = 50


class LoadingBar(QWidget):
    """Two pixels high; it keeps its room, so the page never jumps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._step, self._shown = theme, 0, False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._clock = QTimer(self, interval=STEP_MS)
        self._patience.timeout.connect(self._begin)
        self._clock.timeout.connect(self._move)
        self.setFixedHeight(2)

    def show_loading(self, loading: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters
        """Show that something is under way, unless it ends within 300 ms."""
        if loading:
            self._patience.start()
            return
        self._patience.stop()
        self._clock.stop()
        self._shown = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the piece that moves."""
        del event
        if not self._shown:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.colour("text2"))
        wide = self.width() / 4
        left = (self.width() + wide) * (self._step % ROUND) / ROUND - wide
        painter.drawRect(QRectF(left, 0, wide, self.height()))
        painter.end()

    def _begin(self) -> None:
        self._shown = True
        self.setAccessibleName("Loading")
        self._clock.start()

    def _move(self) -> None:
        self._step += 1
        self.update()
