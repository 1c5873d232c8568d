"""The page head: the period, and a way to save what is seen."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout

from warmcalls.domain.periods import Period
from warmcalls.ui.commands import shown
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.period_button import PeriodButton
from warmcalls.ui.components.strip import Strip
from warmcalls.ui.theme import Theme

HEIGHT = 60


class Head(Strip):
    """Name and period at the left, Save at the right.

    Attributes:
        asked: another period is asked for.
    """

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.wanted: Period | None = None
        self.period = PeriodButton(theme)
        self.save = Button(theme, "Save…", icon="ph.download-simple", key=shown("Ctrl+S"))
        px = theme.px
        self.setFixedHeight(px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 0, px(24), 0)
        row.setSpacing(px(8))
        row.addWidget(PlainLabel(theme, "Ranking", size=17, semibold=True))
        row.addSpacing(px(16))
        row.addWidget(self.period)
        row.addStretch(1)
        row.addWidget(self.save)
        self.period.chosen.connect(self._choose)

    def show_period(self, period: Period, today: str) -> None:
        """Show what the figures are of."""
        self.period.set_period(period, today)

    def show_asking(self, *, shown: bool) -> None:
        """Show what can be asked and saved, or not while there is nothing."""
        for part in (self.period, self.save):
            part.setVisible(shown)

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets the page be narrow."""
        return QSize(0, self.height())

    def _choose(self, period: Period) -> None:
        self.wanted = period
        self.asked.emit()
