"""The opener: a sentence to be read aloud."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.components.lines import wrapped
from warmcalls.ui.theme import Theme

SIDE: Final = 16
MOST_LINES: Final = 3
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class Opener(QWidget):
    """The sentence in large type; smaller where the window is low."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._compact = theme, False
        self._text = ""
        self._lines: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, text: str) -> None:
        """Show another opener, in quotation marks; none takes no room."""
        self._text = text if text.startswith("“") else f"“{text}”"
        self.setVisible(bool(text))
        self.setAccessibleName(f"Open with: {self._text}")
        self._measure()

    def set_compact(self, *, compact: bool) -> None:
        """Take less room."""
        self._compact = compact
        self._measure()

    def sizeHint(self) -> QSize:
        """Return the height of its lines; it takes what width there is."""
        return QSize(self._theme.px(400), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentence anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the title, the sentence."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.setBrush(tokens.colour("sunken"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 8, 8)
        line = QRectF(px(SIDE), self._edge(), self.width() - 2 * px(SIDE), px(16))
        if not self._compact:
            painter.setFont(self._theme.font(11, semibold=True))
            painter.setPen(tokens.colour("text2"))
            painter.drawText(line, MIDDLE, "Open with")
            line.translate(0, px(20))
        line.setHeight(self._step())
        painter.setFont(self._face())
        painter.setPen(tokens.colour("text"))
        for text in self._lines:
            painter.drawText(line, MIDDLE, text)
            line.translate(0, self._step())
        painter.end()

    def _face(self) -> QFont:
        return self._theme.font(13 if self._compact else 17)

    def _edge(self) -> int:
        return self._theme.px(8 if self._compact else 12)

    def _step(self) -> int:
        return self._theme.px(18 if self._compact else 26)

    def _measure(self) -> None:
        """Break the sentence into lines and take their height."""
        room = max(self.width() - 2 * self._theme.px(SIDE), 1)
        self._lines = wrapped(self._text, self._face(), room, MOST_LINES)
        whole = " ".join(self._lines) == " ".join(self._text.split())
        self.setToolTip("" if whole else plain_tip(self._text))
        title = 0 if self._compact else self._theme.px(20)
        self.setFixedHeight(2 * self._edge() + title + len(self._lines) * self._step())
        self.update()
