"""A point of a list: an icon and a sentence."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from warmcalls.ui import icons
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme


class Point(PlainLabel):
    """A sentence that wraps, with an icon beside its first line."""

    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__(theme, words, role="text2", wraps=True)
        self._theme, self._icon = theme, icon
        self.setContentsMargins(theme.px(26), 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon beside the words."""
        super().paintEvent(event)
        px = self._theme.px
        painter = QPainter(self)
        box = QRectF(0, px(1), px(16), px(16))
        icons.paint(painter, self._icon, box, self._theme.tokens.colour("text3"))
        painter.end()
