"""Exchange rates: those typed in, and room for one more."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.actions.briefs_and_fees import BriefsAndFees
from warmcalls.actions.fees import currency_code
from warmcalls.domain.day_words import day_words
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.placements import RateLine
from warmcalls.importers.tables.numbers import number
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.theme import Theme

WIDTHS: Final = (120, 140, 140)


def rate(text: str) -> str:
    """Return a rate as it was typed; it must be a number above nought."""
    found = number(text)
    if found is None or found <= 0:
        raise RefusedError("A rate is a number above nought, as 0.86.")
    return text


def code(text: str) -> str:
    """Return a currency's three letters."""
    if not text:
        raise RefusedError("Say which currency, as EUR.")
    return currency_code(text)


class NewRate(QWidget):
    """A currency, what it is worth, and from when.

    Attributes:
        wanted: currency, rate and ISO day.
    """

    wanted = Signal(str, float, str)

    def __init__(self, theme: Theme, today: str) -> None:
        super().__init__()
        px = theme.px
        self.code = Field(theme, "Currency", hint="EUR", check=code, longest=3)
        self.rate = Field(theme, "Worth", hint="0.86", check=rate, longest=12)
        self.day = DayField(theme, "From", today, hint="today")
        self.set_button = Button(theme, "Set rate", icon="ph.plus")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        for field, width in zip((self.code, self.rate, self.day), WIDTHS, strict=True):
            field.setFixedWidth(px(width))
            field.submitted.connect(self._submit)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        under = QVBoxLayout()
        under.setSpacing(px(4))
        under.addWidget(PlainLabel(theme, " ", size=11, semibold=True))
        under.addWidget(self.set_button)
        under.addStretch(1)
        row.addLayout(under)
        row.addStretch(1)
        self.set_button.clicked.connect(self._submit)

    def done(self) -> None:
        """Make room for the next one."""
        for field in (self.code, self.rate, self.day):
            field.line.clear()
            field.accept()

    def _submit(self) -> None:
        fields = (self.code, self.rate, self.day)
        wrong = [field for field in fields if field.value() is None]
        if wrong:
            wrong[0].setFocus()
            return
        worth = number(self.rate.text)
        assert worth is not None
        self.wanted.emit(self.code.text, float(worth), self.day.day or "")


class RateList(QWidget):
    """The rates, a line each.

    Attributes:
        gone: a rate is to be taken away: its id.
    """

    gone = Signal(int)

    def __init__(self, theme: Theme, rates: tuple[RateLine, ...], home: str) -> None:
        super().__init__()
        px = theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(2))
        for column, width in enumerate(WIDTHS):
            grid.setColumnMinimumWidth(column, px(width))
        for line, each in enumerate(rates):
            worth = PlainLabel(theme, f"{each.rate:g} {home}")
            said = (PlainLabel(theme, f"1 {each.currency}", semibold=True), worth)
            for column, label in enumerate(said):
                grid.addWidget(label, line, column)
            since = PlainLabel(theme, f"from {day_words(each.day)}", role="text2")
            grid.addWidget(since, line, len(said))
            away = Button(theme, "Remove", Look.QUIET, small=True)
            away.setAccessibleName(f"Remove the {each.currency} rate from {day_words(each.day)}")
            away.clicked.connect(lambda _=False, number=each.id: self.gone.emit(number))
            grid.addWidget(away, line, len(WIDTHS))
        grid.setColumnStretch(len(WIDTHS) + 1, 1)


def waiting_words(found: BriefsAndFees) -> str:
    """Return which money cannot be counted yet."""
    if not found.unrated:
        return ""
    codes = " and ".join(found.unrated)
    return f"{codes} waits for a rate: fees and spend in it are kept, and not counted until then."
