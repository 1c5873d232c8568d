"""One exchange rate that somebody typed in, and the way to take it away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warmcalls.domain.day_words import day_words
from warmcalls.domain.placements import RateLine
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme


def rate_words(rate: float) -> str:
    """Return a rate without noughts at its end: "0.86"."""
    return f"{rate:,.6f}".rstrip("0").rstrip(".")


class RateRow(QWidget):
    """Currency and day at the left, the rate at the right.

    Attributes:
        removed: it is to be taken away: its id.
    """

    removed = Signal(int)

    def __init__(self, theme: Theme, line: RateLine, home: str) -> None:
        super().__init__()
        px = theme.px
        self.setMinimumHeight(px(36))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        currency = PlainLabel(theme, line.currency, semibold=True)
        currency.setFixedWidth(px(48))
        rate = PlainLabel(theme, f"{rate_words(line.rate)} {home}")
        rate.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        remove = Button(theme, "Remove", Look.QUIET, small=True)
        said = f"1 {line.currency} is {rate_words(line.rate)} {home} from {day_words(line.day)} on"
        remove.setAccessibleName(f"Remove: {said}")
        remove.clicked.connect(lambda: self.removed.emit(line.id))
        self.setAccessibleName(said)
        row.addWidget(currency)
        row.addWidget(PlainLabel(theme, f"from {day_words(line.day)}", role="text2"), 1)
        row.addWidget(rate)
        row.addWidget(remove)
