"""The form for the four Cs of a month; earlier months stand below."""

from collections.abc import Mapping
from dataclasses import dataclass

from warmcalls.domain.periods import last_months, month_after
from warmcalls.ui.fees.count_field import CashField, CountField
from warmcalls.ui.fees.month_field import MonthField
from warmcalls.ui.fees.month_list import MonthList
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme

Figures = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class MonthSaid:
    """What is new of a month.

    Attributes:
        month: "2026-02".
        figures: name and value; None takes it away; cash in minor units.
    """

    month: str
    figures: tuple[tuple[str, int | None], ...]


class MonthFiguresSheet(FormSheet):
    """Asks how many candidates, clients and colleagues there were, and how much cash.

    Args:
        theme: the theme.
        today: the business day, ISO.
        currency: the agency's.
        figures: what is known, by month and name.
    """

    def __init__(
        self, theme: Theme, today: str, currency: str, figures: Figures | None = None
    ) -> None:
        super().__init__(theme, "Month figures", "Save month")
        self._today, self._currency = today, currency
        self._figures: Figures = {}
        self.month = MonthField(theme, today, month_after(today[:7], -1))
        self.candidates = CountField(theme, "Candidates")
        self.clients = CountField(theme, "Clients")
        self.colleagues = CountField(theme, "Colleagues")
        self.cash = CashField(theme, "Cash", currency=currency)
        self.by_name: dict[str, CountField | CashField] = {
            "candidates": self.candidates,
            "clients": self.clients,
            "colleagues": self.colleagues,
            "cash": self.cash,
        }
        self.ask(self.month)
        self.ask(self.candidates, self.clients)
        self.ask(self.colleagues, self.cash)
        self.say("The Results page draws the four Cs by month. Empty means that nobody knows.")
        self.list = MonthList(theme, currency)
        self.part("The last twelve months", self.list)
        self.body.addStretch()
        self.list.chosen.connect(self.month.show_month)
        self.month.changed.connect(self._show_month)
        self.month.line.editingFinished.connect(self._show_month)
        self._shown = ""
        self.show_figures(figures or {})
        self.setFocusProxy(self.candidates)

    def show_figures(self, figures: Figures) -> None:
        """Show what is known now."""
        self.problem.say("")
        self._figures = dict(figures)
        self.list.show_months(last_months(self._today).months, figures)
        self._shown = ""
        self._show_month()

    def said(self) -> MonthSaid | None:
        """Return what is new, or None where nothing is."""
        month = self.month.month
        new = tuple(
            (name, field.amount)
            for name, field in self.by_name.items()
            if field.amount != self._figures.get((month, name))
        )
        if not new:
            self.candidates.refuse("Nothing of this month is new.")
            self.candidates.setFocus()
            return None
        return MonthSaid(month, new)

    def _show_month(self) -> None:
        """Show what is known of another month, once it is one."""
        month = self.month.month
        if month and month != self._shown:
            self._shown = month
            for name, field in self.by_name.items():
                field.show_amount(self._figures.get((month, name)))
