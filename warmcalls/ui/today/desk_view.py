"""The working view of Today: list, card and keypad, and how they share the room."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.components.toast import ToastStrip
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.call_list import CallList
from warmcalls.ui.today.card import Card
from warmcalls.ui.today.done_line import DoneLine
from warmcalls.ui.today.head import Head
from warmcalls.ui.today.key import Link
from warmcalls.ui.today.keypad import Keypad
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.more_button import MoreButton
from warmcalls.ui.today.prompt import Reader

LIST: Final = 532
NARROW_LIST: Final = 420
WIDE_LIST: Final = 640
NARROW: Final = 1230
WIDE: Final = 1600
LOW: Final = 800


class DeskView(QWidget):
    """Holds the parts; the page wires them."""

    def __init__(self, theme: Theme, now: Now, read_when: Reader) -> None:
        super().__init__()
        self._theme, self._kept = theme, False
        self.head, self.done = Head(theme, now), DoneLine(theme, now)
        self.list, self.toast = CallList(theme, now), ToastStrip(theme)
        self.loading, self.why_not = (
            LoadingBar(theme),
            Link(theme, "why is somebody not here?", "X"),
        )
        self.more = MoreButton(theme)
        self.card, self.keypad = Card(theme, now), Keypad(theme, read_when)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._left())
        self.splitter.addWidget(self._right())
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self.keep_width)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    def keep_width(self) -> None:
        """Leave the list as wide as somebody made it."""
        self._kept = True

    def fit(self, width: int, height: int) -> None:
        """Share the room: a narrower list, a smaller opener; the keypad never changes."""
        px = self._theme.px
        self.card.set_compact(compact=height < px(LOW))
        if self._kept:
            return
        wide = LIST if width >= px(NARROW) else NARROW_LIST
        wide = px(WIDE_LIST if width >= px(WIDE) else wide)
        self.splitter.setSizes([wide, max(width - wide, 1)])

    def _left(self) -> QWidget:
        left, column = _column("window")
        left.setMinimumWidth(self._theme.px(320))
        foot = QHBoxLayout()
        px = self._theme.px
        foot.setContentsMargins(px(20), px(4), px(12), px(4))
        foot.addWidget(self.why_not)
        foot.addStretch(1)
        foot.addWidget(self.more)
        for part in (self.head, self.loading, _line(), self.done):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(_line())
        column.addLayout(foot)
        column.addWidget(self.toast)
        return left

    def _right(self) -> QWidget:
        right, column = _column("surface")
        column.addWidget(self.card, 1)
        column.addWidget(_line())
        column.addWidget(self.keypad)
        return right


def _column(ground: str) -> tuple[QWidget, QVBoxLayout]:
    """Return a column without margins on a ground."""
    made = QWidget()
    made.setProperty("ground", ground)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return made, column


def _line() -> QFrame:
    """Return a hairline."""
    made = QFrame()
    made.setProperty("hairline", "true")
    made.setFixedHeight(1)
    return made
