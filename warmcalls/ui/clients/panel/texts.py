"""Texts of the panel: wrapped at its width whatever they say, and lines about money."""

import re
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from warmcalls.domain.client_panel import MoneyLine
from warmcalls.ui.components.labels import PlainLabel, plain_tip
from warmcalls.ui.theme import Theme

ROW, FIRST = 38, 20
LONG_WORD: Final = re.compile(r"\S{24,}")
BREAK: Final = "\u200b"  # of no width
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class PanelText(PlainLabel):
    """A text over several lines that never asks for more width than there is.

    Args:
        theme: gives the face.
        text: what it says.
        size: of the letters; role: the colour.
    """

    def __init__(
        self, theme: Theme, text: str = "", *, size: int = 13, role: str = "text2"
    ) -> None:
        super().__init__(theme, text, size=size, role=role, wraps=True)
        rule = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)

    def setText(self, text: str) -> None:
        """Show a text, whose longest words may be broken anywhere; it is said without breaks."""
        super().setText(LONG_WORD.sub(lambda found: BREAK.join(found[0]), text))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Return a width that any panel has."""
        return QSize(1, super().minimumSizeHint().height())

    def say(self, text: str) -> None:
        """Show another text; an empty one takes no room."""
        self.setText(text)
        self.setVisible(bool(text))


class MoneyLines(QWidget):
    """Briefs, placements and fees, two lines each; a tooltip says the whole of one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: tuple[MoneyLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: tuple[MoneyLine, ...]) -> None:
        """Show other lines."""
        self.lines = lines
        self.setAccessibleName("; ".join(f"{line.text}, {line.detail}" for line in lines))
        self.setFixedHeight(self._theme.px(ROW) * len(lines))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say the whole of a line in a tooltip."""
        if isinstance(event, QHelpEvent):
            at = int(event.pos().y() // self._theme.px(ROW))
            if 0 <= at < len(self.lines):
                line = self.lines[at]
                QToolTip.showText(event.globalPos(), plain_tip(f"{line.text}, {line.detail}"), self)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what it is, and under it when and how much."""
        del event
        painter, px = QPainter(self), self._theme.px
        for number, line in enumerate(self.lines):
            top = number * px(ROW)
            first = QRectF(0, top, self.width(), px(FIRST))
            self._text(painter, first, line.text, 13, "text")
            below = QRectF(0, top + px(FIRST), self.width(), px(ROW - FIRST - 4))
            self._text(painter, below, line.detail, 11, line.state or "text2")
        painter.end()

    def _text(self, painter: QPainter, room: QRectF, text: str, size: int, role: str) -> None:
        face = self._theme.font(size)
        painter.setFont(face)
        painter.setPen(self._theme.tokens.colour(role))
        fits = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, MIDDLE, fits)
