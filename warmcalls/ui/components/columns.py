"""Parts beside one another, as many in a row as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget


class Columns(QWidget):
    """A grid of equal columns that folds into fewer where it is narrow.

    Args:
        parts: in reading order.
        least: the least width of a part, pixels.
        gap: between them, pixels.
    """

    def __init__(self, parts: Sequence[QWidget], least: int, gap: int) -> None:
        super().__init__()
        self._parts, self._least, self._gap, self._count = list(parts), least, gap, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        rule = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)
        self._lay_out(len(self._parts))

    @property
    def count(self) -> int:
        """How many stand in a row."""
        return self._count

    def minimumSizeHint(self) -> QSize:
        """Return the width of one part, so that it may fold."""
        return QSize(self._least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        fit = (self.width() + self._gap) // (self._least + self._gap)
        self._lay_out(min(max(fit, 1), len(self._parts)))

    def _lay_out(self, count: int) -> None:
        if count == self._count:
            return
        for part in self._parts:
            self._grid.removeWidget(part)
        for column in range(len(self._parts)):
            self._grid.setColumnStretch(column, 1 if column < count else 0)
        self._count = count
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // count, number % count)
        self.updateGeometry()
