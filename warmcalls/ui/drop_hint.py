"""What the window says while files are held over it, and which files they are."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from warmcalls.ui import icons
from warmcalls.ui.theme import Theme

VEIL: Final = 0.92


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this machine among what is dragged; folders are left out."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


class DropHint(QWidget):
    """A veil over the window with one sentence."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._over, self._text = theme, window, ""
        self.hide()

    def show_for(self, files: list[Path]) -> None:
        """Say what letting go would do."""
        what = files[0].name if len(files) == 1 else f"{len(files)} files"
        self._text = f"Let go to look at {what} before importing"
        self.setAccessibleName(self._text)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the veil, a frame, the icon and the sentence."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.window)
        veil.setAlphaF(VEIL)
        painter.fillRect(self.rect(), veil)
        area = QRectF(self.rect()).adjusted(px(16), px(16), -px(16), -px(16))
        painter.setPen(QPen(tokens.colour("control"), 2))
        painter.drawRoundedRect(area, 10, 10)
        side, middle = px(32), area.center()
        place = QRectF(middle.x() - side / 2, middle.y() - px(44), side, side)
        icons.paint(painter, "ph.file-arrow-down", place, tokens.colour("text2"))
        painter.setFont(self._theme.font(17))
        painter.setPen(tokens.colour("text"))
        fits = painter.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideMiddle, int(area.width()) - px(48)
        )
        room = QRectF(area.left(), middle.y(), area.width(), px(32))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, fits)
        painter.end()
