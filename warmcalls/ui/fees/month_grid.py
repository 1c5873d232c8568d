"""The four Cs of the last twelve months, a number a cell."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from warmcalls.actions.briefs_and_fees import BriefsAndFees
from warmcalls.actions.month_figures import NAMES
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import amount_words
from warmcalls.domain.periods import month_words
from warmcalls.importers.tables.numbers import minor_units, number
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.fees.cell import Cell
from warmcalls.ui.theme import Theme

WIDE: Final = 112
MONTHS: Final = 12


def whole(text: str) -> int | None:
    """Return a count, None for nothing.

    Raises:
        RefusedError: it is none.
    """
    if not text or text == "–":
        return None
    found = number(text)
    if found is None or found < 0 or found % 1:
        raise RefusedError(f"“{text}” is no count: write it as 120.")
    return int(found)


def cash(text: str) -> int | None:
    """Return an amount in minor units, None for nothing.

    Raises:
        RefusedError: it is none.
    """
    if not text or text == "–":
        return None
    found = minor_units(text.replace("−", "-"))
    if found is None:
        raise RefusedError(f"“{text}” is no amount: write it as 31,000.")
    return found


class MonthGrid(QWidget):
    """A row a month, the newest first; columns candidates, clients, colleagues, cash.

    Attributes:
        saved: month, name and number, None where it was emptied.
        refused: why what was typed cannot be, or empty.
    """

    saved = Signal(str, str, object)
    refused = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        self._months: tuple[str, ...] = ()
        self._labels: list[PlainLabel] = []
        self.cells: list[dict[str, Cell]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        for column, name in enumerate(("Month", *(each.capitalize() for each in NAMES))):
            head = PlainLabel(theme, name, size=11, role="text3", semibold=True)
            if column:
                head.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(head, 0, column)
        for line in range(MONTHS):
            label = PlainLabel(theme)
            self._labels.append(label)
            grid.addWidget(label, line + 1, 0)
            cells = {name: self._cell(theme, line, name) for name in NAMES}
            for column, cell in enumerate(cells.values(), 1):
                cell.setFixedWidth(px(WIDE))
                grid.addWidget(cell, line + 1, column)
            self.cells.append(cells)
        grid.setColumnStretch(len(NAMES) + 1, 1)
        grid.setColumnMinimumWidth(0, px(140))

    def show_found(self, found: BriefsAndFees) -> None:
        """Show what was read; what is being typed stays."""
        self._months = found.months
        for line, month in enumerate(found.months[:MONTHS]):
            self._labels[line].setText(month_words(month))
            for name, cell in self.cells[line].items():
                cell.setAccessibleName(f"{name.capitalize()} in {month_words(month)}")
                value = found.figures.get((month, name))
                cell.show_text(_shown(value, name, found.facts.currency))

    def _cell(self, theme: Theme, line: int, name: str) -> Cell:
        cell = Cell(theme, name, cash if name == "cash" else whole)
        cell.saved.connect(lambda value: self.saved.emit(self._months[line], name, value))
        cell.refused.connect(self.refused)
        return cell


def _shown(value: int | None, name: str, currency: str) -> str:
    if value is None:
        return ""
    return amount_words(value, currency) if name == "cash" else f"{value:,}"
