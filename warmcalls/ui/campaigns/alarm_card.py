"""The early warning: what was seen, how sure, and what can be done about it at once."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from warmcalls.domain.campaigns import Alarm, Alert
from warmcalls.domain.money import round_words
from warmcalls.ui import icons
from warmcalls.ui.campaigns.words import CHIPS, on_lists_words
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme

DEEDS_WIDE: Final = 176
NARROW: Final = 640
EDGE, ICON, TEXT_AT = 16, 20, 48
JOINER: Final = "\u2060"


class AlarmCard(QFrame):
    """One warning.

    Args:
        theme: the theme.
        alarm: what it says.
        currency: of the agency.
        first: it stands first, and holds the page's primary action.
        sampled: leads of it that stand on call lists as a sample already.

    Attributes:
        stop_wanted: the campaign is to be stopped: the `Alarm`.
        sample_wanted: some of its leads are to be called: the `Alarm`.
        dismiss_wanted: the warning is to be taken away, with a note: the `Alarm`.
    """

    stop_wanted = Signal(object)
    sample_wanted = Signal(object)
    dismiss_wanted = Signal(object)

    def __init__(
        self, theme: Theme, alarm: Alarm, currency: str, *, first: bool = True, sampled: int = 0
    ) -> None:
        super().__init__()
        self._theme, self.alarm, self.sampled = theme, alarm, sampled
        self.setProperty("panel", "bad" if alarm.warning is Alert.STOP else "notice")
        self.setAccessibleName(f"{CHIPS[alarm.warning][1]}: {alarm.headline}")
        px = theme.px
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(px(TEXT_AT), px(EDGE), px(EDGE), px(EDGE))
        self._row.setSpacing(px(24))
        self._row.addLayout(self._words(), 1)
        self._deeds = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.addLayout(self._deeds)
        self._make_deeds(currency, first=first)

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the page be narrow."""
        return QSize(self._theme.px(280), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the deeds under the words where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if narrow else across)
        self._deeds.setDirection(across if narrow else down)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon on the panel."""
        super().paintEvent(event)
        px, (name, _, role) = self._theme.px, CHIPS[self.alarm.warning]
        painter = QPainter(self)
        box = QRectF(px(EDGE), px(EDGE + 2), px(ICON), px(ICON))
        icons.paint(painter, name, box, self._theme.tokens.colour(role))
        painter.end()

    def _words(self) -> QVBoxLayout:
        column, alarm = QVBoxLayout(), self.alarm
        column.setSpacing(self._theme.px(4))
        head = PlainLabel(self._theme, alarm.headline, size=17, semibold=True, wraps=True)
        column.addWidget(head)
        column.addWidget(PlainLabel(self._theme, unbroken(alarm.sure), wraps=True))
        if alarm.doubt:
            column.addWidget(PlainLabel(self._theme, alarm.doubt, role="text2", wraps=True))
        if self.sampled:
            said = f"{on_lists_words(self.sampled)}."
            column.addWidget(PlainLabel(self._theme, said, role="text2", wraps=True))
        column.addStretch(1)
        return column

    def _make_deeds(self, currency: str, *, first: bool) -> None:
        alarm, theme = self.alarm, self._theme
        self._deeds.setSpacing(theme.px(6))
        moves = round_words(alarm.moves, currency)
        verb = f"Stop and move {moves}…" if alarm.moves else "Stop it…"
        calls = "call" if alarm.sample == 1 else "calls"
        self.stop = Button(theme, verb, Look.PRIMARY if first else Look.PLAIN)
        self.sample = Button(theme, f"Sample {alarm.sample:,} more {calls}")
        self.dismiss = Button(theme, "Dismiss with a note…", Look.QUIET)
        self.stop.clicked.connect(lambda: self.stop_wanted.emit(alarm))
        self.sample.clicked.connect(lambda: self.sample_wanted.emit(alarm))
        self.dismiss.clicked.connect(lambda: self.dismiss_wanted.emit(alarm))
        deeds = (self.stop, self.sample, self.dismiss)
        wide = max(*(each.sizeHint().width() for each in deeds), theme.px(DEEDS_WIDE))
        for each in deeds:
            each.setFixedWidth(wide)
            self._deeds.addWidget(each)
        self.sample.setVisible(alarm.sample > 0 and not self.sampled)
        self._deeds.addStretch(1)
        self._deeds.setAlignment(Qt.AlignmentFlag.AlignTop)


def unbroken(text: str) -> str:
    """Return a text whose ranges stay on one line: "£17.00–£89.98"."""
    return text.replace("–", f"{JOINER}–{JOINER}")
