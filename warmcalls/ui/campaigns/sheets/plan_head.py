"""The head of the plan: which year, and room for one more channel."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.long_field import ENTERS
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.theme import Theme


class PlanHead(QWidget):
    """A year with the ones beside it, and a field for a channel.

    Attributes:
        year_wanted: another year is to be shown.
        added: a channel is to stand in the plan.
    """

    year_wanted = Signal(int)
    added = Signal(str)

    def __init__(self, theme: Theme, year: int, channels: Sequence[str]) -> None:
        super().__init__()
        px = theme.px
        self._year = year
        self.before = Button(theme, "", icon="ph.caret-left")
        self.after = Button(theme, "", icon="ph.caret-right")
        self.year = PlainLabel(theme, size=17, semibold=True)
        self.channel = OfferField(theme, "Another channel", channels, hint="Podcast")
        self.channel.setFixedWidth(px(220))
        self.add = Button(theme, "Add", icon="ph.plus")
        for button in (self.before, self.after):
            button.setFixedWidth(px(40))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        low = Qt.AlignmentFlag.AlignBottom
        for part in (self.before, self.year, self.after):
            row.addWidget(part, 0, low)
        row.addStretch(1)
        row.addWidget(self.channel, 0, low)
        row.addWidget(self.add, 0, low)
        self.year.setFixedHeight(px(32))
        self.before.clicked.connect(lambda: self.year_wanted.emit(self._year - 1))
        self.after.clicked.connect(lambda: self.year_wanted.emit(self._year + 1))
        self.add.clicked.connect(self._add)
        self.show_year(year)

    def show_year(self, year: int) -> None:
        """Say which year it is."""
        self._year = year
        self.year.setText(str(year))
        for button, other in ((self.before, year - 1), (self.after, year + 1)):
            button.setAccessibleName(f"Show {other}")
            button.setToolTip(str(other))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on Enter in the field."""
        if event.key() in ENTERS and self.channel.line.hasFocus():
            self._add()
            return
        super().keyPressEvent(event)

    def _add(self) -> None:
        name = " ".join(self.channel.text.split())
        if not name:
            self.channel.refuse("Name a channel.")
            self.channel.setFocus()
            return
        self.channel.line.clear()
        self.added.emit(name)
