"""A box to tick, with words beside it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from warmcalls.ui import icons
from warmcalls.ui.forms.labelled import Labelled
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

BOX, GAP, AROUND = 16, 8, 3
ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Tick(QAbstractButton):
    """Ticked or not; Space turns it, Enter is left to the form.

    Args:
        theme: the theme.
        words: what is true while it is ticked; also the accessible name.
        on: ticked from the start.
    """

    def __init__(self, theme: Theme, words: str, *, on: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setFont(theme.font(13))
        self.setCheckable(True)
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the room of box and words."""
        px, words = self._theme.px, self.fontMetrics().horizontalAdvance(self.text())
        return QSize(2 * px(AROUND) + px(BOX) + px(GAP) + words + px(2), px(28))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: the words are elided."""
        return QSize(min(self.sizeHint().width(), self._theme.px(80)), self._theme.px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter alone."""
        if event.key() in ENTERS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, tick, words and ring."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(px(AROUND), (self.height() - px(BOX)) / 2, px(BOX), px(BOX))
        self._paint_box(painter, box)
        room = QRectF(box.right() + px(GAP), 0, 0, self.height())
        room.setRight(self.width() - px(AROUND))
        painter.setFont(self.font())
        painter.setPen(tokens.colour("text" if self.isEnabled() else "text3"))
        elide = Qt.TextElideMode.ElideRight
        fits = painter.fontMetrics().elidedText(self.text(), elide, round(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, fits)
        if self.hasFocus():
            ring = box.adjusted(-px(AROUND), -px(AROUND), px(AROUND), px(AROUND))
            paint_ring(painter, ring, QPen(tokens.colour("text")), 6)
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        tokens, on = self._theme.tokens, self.isChecked()
        border = "text" if on else "text2" if self.underMouse() else "control"
        painter.setPen(QPen(tokens.colour(border), 1.2))
        painter.setBrush(tokens.colour("text" if on else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if on:
            side = self._theme.px(12)
            mark = QRectF(0, 0, side, side)
            mark.moveCenter(box.center())
            icons.paint(painter, "ph.check", mark, tokens.colour("surface"))


class TickRow(Labelled):
    """Some boxes beside one another under a label.

    Args:
        theme: the theme.
        name: the label.
        words: of each box.
        on: those that are ticked from the start.
    """

    def __init__(self, theme: Theme, name: str, words: Sequence[str], on: Sequence[str]) -> None:
        self.ticks = [Tick(theme, each, on=each in on) for each in words]
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        for tick in self.ticks:
            tick.setAccessibleName(f"{name}: {tick.text()}")
            row.addWidget(tick)
        row.addStretch(1)
        super().__init__(theme, name, part)
        self.setFocusProxy(self.ticks[0])
        for tick in self.ticks:
            tick.toggled.connect(self._turned)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The words of those that are ticked."""
        return tuple(tick.text() for tick in self.ticks if tick.isChecked())

    def _turned(self) -> None:
        self.accept()
        self.changed.emit()
