"""What is done today, folded into one line until somebody wants to see it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from warmcalls.domain.calls import DoneCall
from warmcalls.domain.moments import local
from warmcalls.ui import icons
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme
from warmcalls.ui.today import words
from warmcalls.ui.today.moment import Now

LINE: Final = 32
ROW: Final = 28
MOST_ROWS: Final = 8
LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class _Fold(QAbstractButton):
    """The line itself: a caret, the words, Show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setFont(theme.font(13))
        self.setFixedHeight(theme.px(LINE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Return its height; it takes what width there is."""
        return QSize(self._theme.px(200), self._theme.px(LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw caret, words, verb."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        area = QRectF(self.rect())
        painter.fillRect(area, tokens.colour("hover" if self.underMouse() else "window"))
        painter.fillRect(area.adjusted(0, area.height() - 1, 0, 0), tokens.colour("line"))
        caret = QRectF(px(20), px(10), px(12), px(12))
        name = "ph.caret-down" if self.isChecked() else "ph.caret-right"
        icons.paint(painter, name, caret, tokens.colour("text3"))
        verb, small = "Hide" if self.isChecked() else "Show", self._theme.font(11)
        wide = QFontMetricsF(small).horizontalAdvance(verb)
        painter.setFont(small)
        painter.setPen(tokens.colour("text2"))
        painter.drawText(area.adjusted(0, 0, -px(20), 0), RIGHT, verb)
        room = area.adjusted(px(38), 0, -px(30) - wide, 0)
        painter.setFont(self.font())
        said = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, LEFT, said)
        if self.hasFocus():
            paint_ring(painter, area, QPen(tokens.colour("text")), 0)
        painter.end()


class _Rows(QWidget):
    """The calls that are done, one a line, newest first."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme, self._now = theme, now
        self._done: tuple[DoneCall, ...] = ()

    def show_done(self, done: tuple[DoneCall, ...]) -> None:
        """Show other calls."""
        self._done = tuple(sorted(done, key=lambda call: -call.at))
        self.setFixedHeight(self._theme.px(ROW) * len(done))
        said = "; ".join(f"{call.client}: {call.words}" for call in self._done)
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw time, client, what came of it."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.fillRect(self.rect(), tokens.colour("sunken"))
        painter.setFont(self._theme.font(13))
        for number, call in enumerate(self._done):
            top = number * px(ROW)
            half = (self.width() - px(108)) / 2
            at = local(call.at, self._now.zone)
            columns = (
                (px(38), px(44), f"{at:%H:%M}", "text3"),
                (px(88), half, call.client, "text"),
                (px(88) + half + px(8), half - px(8), call.words, "text2"),
            )
            for left, wide, text, role in columns:
                painter.setPen(tokens.colour(role))
                fits = painter.fontMetrics().elidedText(
                    text, Qt.TextElideMode.ElideRight, int(wide)
                )
                painter.drawText(QRectF(left, top, wide, px(ROW)), LEFT, fits)
        painter.end()


class DoneLine(QWidget):
    """One line, and under it, when it is unfolded, the calls."""

    unfolded = Signal(bool)

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme, self._now = theme, now
        self._fold, self._rows, self._area = _Fold(theme), _Rows(theme, now), QScrollArea()
        self._area.setWidget(self._rows)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._fold)
        column.addWidget(self._area)
        self._end = QFrame()
        self._end.setProperty("hairline", "true")
        self._end.setFixedHeight(1)
        self._end.hide()
        column.addWidget(self._end)
        self._fold.toggled.connect(self._unfold)

    def show_done(self, done: tuple[DoneCall, ...]) -> None:
        """Show what is done; nothing done takes no room."""
        said = words.done_words(done, self._now(), self._now.zone)
        self.setVisible(bool(done))
        self._fold.setText(said)
        self._fold.setAccessibleName(said)
        self._rows.show_done(done)
        self._area.setFixedHeight(self._theme.px(ROW) * min(len(done), MOST_ROWS))

    def _unfold(self, shown: bool) -> None:  # noqa: FBT001 - a slot of Qt's `toggled`
        self._area.setVisible(shown)
        self._end.setVisible(shown)
        self.unfolded.emit(shown)
