"""The period of a page: months up to now, a year, or one month."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from warmcalls.domain.periods import (
    Period,
    last_months,
    month_after,
    month_period,
    month_words,
)
from warmcalls.ui.components.menu_button import MenuButton
from warmcalls.ui.theme import Theme

SPANS = (3, 4, 6, 12, 24)
SINGLE_MONTHS = 12


class PeriodButton(MenuButton):
    """Chooses whole months.

    Attributes:
        chosen: a `Period`.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Period", icon="ph.calendar-blank")
        self._today = "2000-01-01"
        self._period = last_months(self._today)

    @property
    def period(self) -> Period:
        """What is chosen."""
        return self._period

    def set_period(self, period: Period, today: str) -> None:
        """Show a period as chosen, without telling; the menu counts from today."""
        self._period, self._today = period, today
        self.show_choice(period.words)

    def choose(self, period: Period) -> None:
        """Choose a period, and tell."""
        if period != self._period:
            self.set_period(period, self._today)
            self.chosen.emit(period)

    def choices(self) -> list[tuple[str, Period]]:
        """Return what the menu offers, in words."""
        spans = [(f"Last {count} months", last_months(self._today, count)) for count in SPANS]
        year = date.fromisoformat(self._today).year
        spans.append((f"This year, {year}", Period(f"{year}-01-01", f"{year}-12-31")))
        spans.append((f"Last year, {year - 1}", Period(f"{year - 1}-01-01", f"{year - 1}-12-31")))
        return spans

    def make_menu(self) -> QMenu:
        """Return the menu: spans, years, and single months in a menu of their own."""
        menu = QMenu(self)
        for words, period in self.choices():
            self._offer(menu, words, period)
        menu.addSeparator()
        months = menu.addMenu("One month")
        months.setFont(self.font())
        for back in range(SINGLE_MONTHS):
            month = month_after(self._today[:7], -back)
            self._offer(months, month_words(month), month_period(month))
        return menu

    def _offer(self, menu: QMenu, words: str, period: Period) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(period == self._period)
        action.triggered.connect(lambda: self.choose(period))
