"""What somebody types in: exchange rates, and the four Cs of each month."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from warmcalls.actions.briefs_and_fees import BriefsAndFees
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.fees.month_grid import MonthGrid
from warmcalls.ui.fees.rate_panel import NewRate, RateList, waiting_words
from warmcalls.ui.theme import Theme

READING = 880
RATES = "Exchange rates"
RATES_SAID = (
    "Money in other currencies counts at the rate of its day. Nothing is looked up or guessed."
)
MONTHS = "The four Cs"
MONTHS_SAID = (
    "Candidates, clients, colleagues and cash by month, for the Results page. A file with these "
    "columns can be imported too."
)


class FiguresSection(QScrollArea):
    """Two panels of reading width at the left.

    Attributes:
        rate_wanted: currency, rate and ISO day.
        rate_gone: a rate is to be taken away: its id.
        figure_wanted: month, name and number, None where it was emptied.
    """

    rate_wanted = Signal(str, float, str)
    rate_gone = Signal(int)
    figure_wanted = Signal(str, str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._today = ""
        self.rates: RateList | None = None
        self.waiting = PlainLabel(theme, role="notice", wraps=True)
        self.new_rate: NewRate | None = None
        self.grid = MonthGrid(theme)
        self.wrong = PlainLabel(theme, size=11, role="bad", wraps=True)
        self.wrong.hide()
        self._place, self._new = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.grid.saved.connect(self.figure_wanted)
        self.grid.refused.connect(self._say)

    def show_found(self, found: BriefsAndFees) -> None:
        """Show what was read; what is being typed stays."""
        self._show_new(found.facts.today)
        if self.rates is not None:
            self._place.removeWidget(self.rates)
            self.rates.deleteLater()
        self.rates = RateList(self._theme, found.rates, found.facts.currency)
        self.rates.gone.connect(self.rate_gone)
        self.rates.setVisible(bool(found.rates))
        self._place.addWidget(self.rates)
        self.waiting.setText(waiting_words(found))
        self.waiting.setVisible(bool(self.waiting.text()))
        self.grid.show_found(found)

    def rate_kept(self) -> None:
        """Make room for the next rate."""
        if self.new_rate is not None:
            self.new_rate.done()

    def _show_new(self, today: str) -> None:
        """Ask for a rate; anew on another day, since "today" is one."""
        if today == self._today:
            return
        self._today = today
        if self.new_rate is not None:
            self._new.removeWidget(self.new_rate)
            self.new_rate.deleteLater()
        self.new_rate = NewRate(self._theme, today)
        self.new_rate.wanted.connect(self.rate_wanted)
        self._new.addWidget(self.new_rate)
        self.setFocusProxy(self.new_rate.code.line)

    def _say(self, why: str) -> None:
        self.wrong.setText(why)
        self.wrong.setVisible(bool(why))

    def _lay_out(self) -> None:
        px = self._theme.px
        content = QWidget()
        content.setMaximumWidth(px(READING + 48))
        column = QVBoxLayout(content)
        column.setContentsMargins(*(px(n) for n in (24, 16, 24, 24)))
        column.setSpacing(px(16))
        column.addWidget(self._panel(RATES, RATES_SAID, self.waiting, self._place, self._new))
        column.addWidget(self._panel(MONTHS, MONTHS_SAID, self.grid, self.wrong))
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def _panel(self, name: str, said: str, *parts: QWidget | QVBoxLayout) -> QFrame:
        px = self._theme.px
        panel = QFrame()
        panel.setProperty("panel", "true")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(*(px(n) for n in (20, 16, 20, 20)))
        inside.setSpacing(px(12))
        head = QVBoxLayout()
        head.setSpacing(px(2))
        head.addWidget(PlainLabel(self._theme, name, semibold=True))
        head.addWidget(PlainLabel(self._theme, said, size=11, role="text2", wraps=True))
        inside.addLayout(head)
        for part in parts:
            if isinstance(part, QWidget):
                inside.addWidget(part)
            else:
                inside.addLayout(part)
        return panel
