"""Round corners over a panel whose content paints up to its edges, as a table does."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from warmcalls.ui.theme import Theme

RADIUS = 10


class Corners(QWidget):
    """Lies over its parent: covers the corners in the page's ground and draws the line again.

    Args:
        theme: the theme.
        parent: the panel.
        around: the role of the ground that the panel stands on.
    """

    def __init__(self, theme: Theme, parent: QWidget, around: str = "window") -> None:
        super().__init__(parent)
        self._theme, self._around = theme, around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the panel's size, and stay on top."""
        panel = self.parentWidget()
        if watched is panel and event.type() in {QEvent.Type.Resize, QEvent.Type.ChildAdded}:
            self.setGeometry(panel.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies outside the corners, and the line."""
        del event
        painter, tokens, radius = QPainter(self), self._theme.tokens, self._theme.px(RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(area)
        inside.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(outside.subtracted(inside), tokens.colour(self._around))
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.drawPath(inside)
        painter.end()
