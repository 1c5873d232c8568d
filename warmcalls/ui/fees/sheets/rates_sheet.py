"""The form for exchange rates: one is typed in, those that were stand below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from warmcalls.domain.placements import RateLine
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.fees.fee_field import USUAL, known_currency
from warmcalls.ui.fees.rate_field import RateField
from warmcalls.ui.fees.rate_row import RateRow
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.theme import Theme

NOTHING: Final = "None so far: money in other currencies is shown as it is, and in no sum."


@dataclass(frozen=True, slots=True)
class RateSaid:
    """What one unit of a currency is in the agency's, from an ISO day on."""

    currency: str
    day: str
    rate: float


class RatesSheet(FormSheet):
    """Asks what a currency is worth from a day on.

    Args:
        theme: the theme.
        today: the business day, ISO.
        home: the agency's currency.
        rates: those that are typed in, in the order they are shown.
        missing: currencies that wait for a rate; the first one stands in the form.

    Attributes:
        removed: a rate is to be taken away: its id; then `show_rates` again, or `refuse`.
    """

    removed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        today: str,
        home: str,
        rates: Sequence[RateLine] = (),
        missing: Sequence[str] = (),
    ) -> None:
        super().__init__(theme, "Exchange rates", "Save rate")
        self._today, self._home = today, home
        known = dict.fromkeys((*missing, *(r.currency for r in rates), *USUAL))
        known.pop(home, None)
        self.currency = OfferField(theme, "Currency", list(known), hint="EUR", check=self._code)
        self.currency.line.setMaxLength(3)
        self.day = DayField(theme, "From", today, needed="Say from which day on.")
        self.day.show_day(today)
        self.rate = RateField(theme, home)
        self.ask(self.currency, self.day, first=1)
        self.ask(self.rate)
        self.say("The newest rate on or before the day of an invoice counts, else the next one.")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addSpacing(theme.px(8))
        self.say("Typed in so far", role="text", semibold=True)
        self.body.addLayout(self._list)
        self.body.addStretch()
        self.currency.changed.connect(self._renew)
        self.currency.line.editingFinished.connect(self._tidy)
        self.show_rates(rates, missing)
        self.setFocusProxy(self.rate if missing else self.currency)

    def show_rates(self, rates: Sequence[RateLine], missing: Sequence[str]) -> None:
        """Show the rates as they are now; the form is ready for the next one."""
        self.problem.say("")
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, line in enumerate(rates):
            if number:
                self._list.addWidget(Rule(self.theme))
            row = RateRow(self.theme, line, self._home)
            row.removed.connect(self.removed)
            self._list.addWidget(row)
        if not rates:
            self._list.addWidget(PlainLabel(self.theme, NOTHING, role="text2", wraps=True))
        self.currency.line.setText(missing[0] if missing else "")
        self.rate.line.clear()
        self._renew()

    def said(self) -> RateSaid | None:
        """Return what was typed, or None where the day lies ahead."""
        day = self.day.day or ""
        if day > self._today:
            self.day.refuse("A rate cannot lie ahead.")
            self.day.setFocus()
            return None
        return RateSaid(known_currency(self.currency.text), day, self.rate.rate or 0.0)

    def _code(self, text: str) -> str:
        from warmcalls.domain.errors import RefusedError

        if not text:
            raise RefusedError("Say which currency.")
        code = known_currency(text)
        if code == self._home:
            raise RefusedError(f"{code} is the agency’s own currency: it needs no rate.")
        return code

    def _renew(self) -> None:
        self.rate.show_currency(self.currency.text.upper())

    def _tidy(self) -> None:
        self.currency.line.setText(self.currency.text.upper())
        self._renew()
