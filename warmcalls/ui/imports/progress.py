"""How far an import is: a thin bar, how fast it goes, how long it will take."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.imports import words
from warmcalls.ui.theme import Theme

SURE_AFTER = 1.0  # seconds; before that a rate is a guess


class Bar(QWidget):
    """Four pixels of how much is done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.part = theme, 0.0
        self.setFixedHeight(theme.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and what is done."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.fillRect(area, self._theme.tokens.colour("line"))
        area.setWidth(area.width() * self.part)
        painter.fillRect(area, self._theme.tokens.colour("text2"))
        painter.end()


class ImportProgress(QWidget):
    """The bar and one line of words.

    Args:
        theme: the theme.
        seconds: a clock that only goes forward, for the rate.
    """

    def __init__(self, theme: Theme, seconds: Callable[[], float]) -> None:
        super().__init__()
        self._seconds, self._since = seconds, 0.0
        self.name = PlainLabel(theme, semibold=True, wraps=True)
        self.bar = Bar(theme)
        self.words = PlainLabel(theme, size=11, role="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.name)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        column.addWidget(
            PlainLabel(theme, "Cancelling takes back everything of this file.", role="text3")
        )
        column.addStretch()

    def begin(self, name: str) -> None:
        """Start at nothing."""
        self._since = self._seconds()
        self.name.setText(name)
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many bytes of how many are done."""
        self.bar.part = done / total if total else 0.0
        self.bar.update()
        self.words.setText(self._sentence(done, total))
        self.bar.setAccessibleName(self.words.text())

    def _sentence(self, done: int, total: int) -> str:
        if not total:
            return "Starting"
        spent = self._seconds() - self._since
        said = f"{done / total:.0%} of {words.size(total)}"
        if spent < SURE_AFTER or not done:
            return said
        if done >= total:
            return f"{said} · working out what follows from it"
        rate = done / spent
        return f"{said} · {words.size(int(rate))} a second · {words.seconds((total - done) / rate)}"
