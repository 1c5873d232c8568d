"""The form for the day on which a fee was paid."""

from dataclasses import dataclass

from warmcalls.domain.day_words import day_words
from warmcalls.domain.placements import FeeRow
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class PaymentSaid:
    """On which ISO day a fee was paid."""

    paid_on: str


def invoice_words(row: FeeRow) -> str:
    """Return amount, number and day of an invoice: "£7,000, invoice HL-0020 of 26 Feb 2026"."""
    noun = f"invoice {row.number}" if row.number else "invoice"
    return f"{row.amount_words}, {noun} of {day_words(row.invoiced_on)}"


class PaymentSheet(FormSheet):
    """Asks on which day a fee was paid.

    Args:
        theme: the theme.
        today: the business day, ISO.
        row: the fee.
    """

    def __init__(self, theme: Theme, today: str, row: FeeRow) -> None:
        super().__init__(theme, f"Paid by {row.client}", "Mark as paid")
        self._today = today
        self.say(invoice_words(row))
        self.day = DayField(theme, "Paid on", today, needed="Say on which day it was paid.")
        self.day.show_day(today)
        self.ask(self.day)
        self.say("The campaigns that reached this client before are thanked for it.")
        self.body.addStretch()
        self.setFocusProxy(self.day)

    def said(self) -> PaymentSaid | None:
        """Return the day, or None where it lies ahead."""
        day = self.day.day or ""
        if day > self._today:
            self.day.refuse("A payment cannot lie ahead.")
            self.day.setFocus()
            return None
        return PaymentSaid(day)
