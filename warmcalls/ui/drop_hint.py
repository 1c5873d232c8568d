"""What the window says while files are held over it, and which files they are."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from warmcalls.ui import icons
from warmcalls.ui.theme import Theme

VEIL: Final = 0.75


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
        """Draw the veil, a box, the icon and the sentence."""
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.window)
        veil.setAlphaF(VEIL)
        painter.fillRect(event.rect(), veil)
        box = QRectF(0, 0, px(560), px(112))
        box.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(tokens.colour("control"), 1))
        painter.setBrush(tokens.colour("surface"))
        painter.drawRoundedRect(box, 10, 10)
        side = px(26)
        place = QRectF(box.center().x() - side / 2, box.top() + px(20), side, side)
        icons.paint(painter, "ph.file-arrow-down", place, tokens.colour("text2"))
        painter.setFont(self._theme.font(17))
        painter.setPen(tokens.colour("text"))
        fits = painter.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideMiddle, int(box.width()) - px(48)
        )
        room = QRectF(box.left(), box.top() + px(56), box.width(), px(32))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, fits)
        painter.end()
