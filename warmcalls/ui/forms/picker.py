"""A list that drops down, with an arrow that shows it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from warmcalls.ui import icons
from warmcalls.ui.theme import Theme


class Picker(QComboBox):
    """One of several words; the wheel scrolls the page, not the choice.

    Attributes:
        entered: it has got the focus.
    """

    entered = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font(13))
        self.setAccessibleName(name)
        self.setMaxVisibleItems(16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over what Qt draws."""
        super().paintEvent(event)
        px = self._theme.px
        where = QRectF(self.width() - px(24), (self.height() - px(14)) / 2, px(14), px(14))
        painter = QPainter(self)
        role = "text2" if self.isEnabled() else "text3"
        icons.paint(painter, "caret-down", where, self._theme.tokens.colour(role))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that it has got the focus."""
        super().focusInEvent(event)
        self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()
