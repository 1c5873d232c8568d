"""The fields of an invoice, and what does not go together in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmcalls.ui.fees.fee_field import CurrencyField, FeeField
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class InvoiceSaid:
    """What was typed of an invoice.

    Attributes:
        amount: without tax, minor units of `currency`; None where nothing is invoiced.
        invoiced_on, due_on, paid_on: ISO days, or empty.
    """

    amount: int | None
    currency: str
    number: str
    invoiced_on: str
    due_on: str
    paid_on: str


class InvoicePart:
    """Fee, currency, number and days, put into a form.

    Args:
        theme: the theme.
        today: the business day, ISO.
        currency: the agency's.
        currencies: further ones that are offered.
        chosen: the currency that stands there first; the agency's where it is empty.
        fee_needed: the sentence where no fee is typed; without one it may stay empty.
        day_needed: the same for the day of the invoice.
        credit: it is a credit note.
    """

    def __init__(
        self,
        theme: Theme,
        today: str,
        currency: str,
        currencies: Sequence[str] = (),
        *,
        chosen: str = "",
        fee_needed: str = "",
        day_needed: str = "",
        credit: bool = False,
    ) -> None:
        self._today = today
        name = "Credited, without tax" if credit else "Fee, without tax"
        self.fee = FeeField(theme, name, currency=chosen or currency, needed=fee_needed)
        self.currency = CurrencyField(theme, currency, self.fee, others=currencies, chosen=chosen)
        hint = "CN-0012" if credit else "HL-0142"
        self.number = Field(theme, "Number", hint=hint, longest=60)
        self.invoiced = DayField(
            theme, "Day of the note" if credit else "Invoiced on", today,
            hint="1 Mar, today" if day_needed else "the first day", needed=day_needed,
        )  # fmt: skip
        self.due = DayField(theme, "Due on", today, hint="no day agreed")
        self.paid = DayField(theme, "Settled on" if credit else "Paid on", today, hint="not yet")
        if credit:
            self.due.hide()

    def put_into(self, sheet: FormSheet) -> None:
        """Add the fields to a form, in their order."""
        sheet.ask(self.fee, self.currency, first=2)
        sheet.ask(self.number, self.invoiced)
        sheet.ask(self.due, self.paid)

    def said(self, first_day: str = "") -> InvoiceSaid | None:
        """Return what was typed, or None after saying at a field what does not go together.

        Args:
            first_day: of the placement: when it is invoiced where nothing else is said.
        """
        days = [each.day or "" for each in (self.invoiced, self.due, self.paid)]
        invoiced, due, paid = days
        if self.fee.amount is None and (any(days) or self.number.text):
            _refuse(self.fee, "Say how much is invoiced, or leave the invoice empty.")
            return None
        if due and due < (invoiced or first_day):
            _refuse(self.due, "It would be due before it is invoiced.")
            return None
        if paid > self._today:
            _refuse(self.paid, "A payment cannot lie ahead.")
            return None
        return InvoiceSaid(
            self.fee.amount, self.currency.code, self.number.text, invoiced, due, paid
        )


def _refuse(field: Field, why: str) -> None:
    field.refuse(why)
    field.setFocus()
