"""The filters of the page with their counts, and what the rows that are shown come to."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from warmcalls.domain.money import round_words
from warmcalls.domain.placements import FeeRow, Vacancy, VacancyState
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.tabs import TabRow
from warmcalls.ui.fees.line import Line, Sums
from warmcalls.ui.theme import Theme


class Filter(StrEnum):
    """Which rows are shown."""

    ALL = "All"
    BRIEFS = "Open briefs"
    PLACEMENTS = "Placements"
    FEES = "Fees"


NOTHING: Final = {
    Filter.ALL: "Nothing is written down yet.",
    Filter.BRIEFS: "No job brief is open.",
    Filter.PLACEMENTS: "No placement is written down yet.",
    Filter.FEES: "Nothing was invoiced yet.",
}


def fits(line: Line, which: Filter) -> bool:
    """Tell whether a filter shows a row."""
    tests: dict[Filter, Callable[[Vacancy | FeeRow], bool]] = {
        Filter.ALL: lambda _: True,
        Filter.BRIEFS: lambda it: isinstance(it, Vacancy) and it.state is VacancyState.OPEN,
        Filter.PLACEMENTS: lambda it: isinstance(it, FeeRow) and bool(it.placement_id),
        Filter.FEES: lambda it: isinstance(it, FeeRow) and bool(it.fee_id),
    }
    return tests[which](line.item)


def found(line: Line, words: Sequence[str]) -> bool:
    """Tell whether a row has every word somewhere."""
    among = f"{line.client} {line.job} {line.under} {line.what} {line.by}".casefold()
    return all(word in among for word in words)


class Figure(QWidget):
    """A quiet name and its figure."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._name, self._label = name, PlainLabel(theme, semibold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(PlainLabel(theme, name, role="text2"))
        row.addWidget(self._label)

    @property
    def text(self) -> str:
        """The figure, or empty where it is not shown."""
        return "" if self.isHidden() else self._label.text()

    def show_figure(self, words: str) -> None:
        """Show another figure."""
        self._label.setText(words)
        self.setAccessibleName(f"{self._name} {words}")


class Filters(TabRow):
    """Filters side by side with how many rows each has; sums at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, [which.value for which in Filter])
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        self.figures = {
            name: Figure(theme, name) for name in ("Expected", "Invoiced", "Paid", "Still to come")
        }
        for figure in self.figures.values():
            row.addWidget(figure)

    @property
    def which(self) -> Filter:
        """The filter that is chosen."""
        return list(Filter)[self._group.checkedId()]

    def show_counts(self, lines: Sequence[Line]) -> None:
        """Show how many rows each filter has."""
        for number, which in enumerate(Filter):
            count = sum(fits(line, which) for line in lines)
            tab = self._group.button(number)
            tab.setText(f"{which.value}  {count:,}")
            tab.setAccessibleName(f"{which.value}, {count:,}")
            tab.updateGeometry()

    def show_sums(self, sums: Sums, currency: str) -> None:
        """Show what the rows that are shown come to."""
        briefs = self.which is Filter.BRIEFS
        said = {
            "Expected": sums.expected if briefs else None,
            "Invoiced": None if briefs else sums.invoiced,
            "Paid": None if briefs else sums.paid,
            "Still to come": None if briefs else sums.to_come,
        }
        for name, amount in said.items():
            self.figures[name].setVisible(amount is not None)
            if amount is not None:
                self.figures[name].show_figure(round_words(amount, currency))
