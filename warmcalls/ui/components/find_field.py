"""A field in the head of a page that finds rows as one types."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from warmcalls.ui import icons
from warmcalls.ui.theme import Theme

NARROWEST, WIDEST = 120, 280
GLASS, ASIDE = 16, 8


class FindField(QLineEdit):
    """Finds as one types; Esc empties it, Enter and Down go on to the rows.

    Args:
        theme: the theme.
        hint: what can be found; also the accessible name.

    Attributes:
        left: the keys belong to the rows again.
    """

    left = Signal()

    def __init__(self, theme: Theme, hint: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font(13))
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMinimumWidth(theme.px(NARROWEST))
        self.setMaximumWidth(theme.px(WIDEST))
        self.setTextMargins(theme.px(GLASS + ASIDE), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty or leave on Esc, leave on Enter and Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glass at the left; Qt's own would not grow with the text."""
        super().paintEvent(event)
        side, painter = self._theme.px(GLASS), QPainter(self)
        left, top = self._theme.px(ASIDE), (self.height() - side) / 2
        ink = self._theme.tokens.colour("text2")
        icons.paint(painter, "ph.magnifying-glass", QRectF(left, top, side, side), ink)
        painter.end()
