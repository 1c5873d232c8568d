"""The four Cs of the last months, one line a month."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from warmcalls.domain.money import round_words
from warmcalls.domain.periods import month_words
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme

HEADS = ("candidates", "clients", "colleagues", "cash")


class MonthList(QWidget):
    """Months, the newest first; one that is pressed is to be changed.

    Attributes:
        chosen: a month is pressed, "2026-02".
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, currency: str) -> None:
        super().__init__()
        self._theme, self._currency = theme, currency
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_months(self, months: Sequence[str], figures: Mapping[tuple[str, str], int]) -> None:
        """Show what is known of some months, oldest first as they are handed over."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column, name in enumerate(HEADS, 1):
            self._put(PlainLabel(self._theme, name.capitalize(), size=11, role="text2"), 0, column)
        for row, month in enumerate(reversed(months), 1):
            self._grid.addWidget(self._button(month), row, 0, Qt.AlignmentFlag.AlignLeft)
            for column, name in enumerate(HEADS, 1):
                self._put(self._figure(name, figures.get((month, name))), row, column)

    def _button(self, month: str) -> Button:
        then = date.fromisoformat(f"{month}-01")
        button = Button(self._theme, f"{then:%b %Y}", Look.QUIET, small=True)
        button.setAccessibleName(f"Change {month_words(month)}")
        button.clicked.connect(lambda: self.chosen.emit(month))
        return button

    def _figure(self, name: str, value: int | None) -> PlainLabel:
        if value is None:
            return PlainLabel(self._theme, "–", role="text3")
        words = round_words(value, self._currency) if name == "cash" else f"{value:,}"
        return PlainLabel(self._theme, words)

    def _put(self, label: PlainLabel, row: int, column: int) -> None:
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)
        self._grid.setColumnStretch(column, 1)
