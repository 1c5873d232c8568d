"""The form for an invoice or credit note: a new one of a placement, or one that changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmcalls.domain.placements import FeeRow
from warmcalls.ui.fees.fee_field import FeeField
from warmcalls.ui.fees.sheets.invoice_part import InvoicePart, InvoiceSaid
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class FeeSaid:
    """What the form says.

    Attributes:
        amount, tax: minor units; of a credit note below nought.
    """

    amount: int
    tax: int
    note: str
    invoice: InvoiceSaid


class FeeSheet(FormSheet):
    """Asks for amount, number and days of an invoice.

    Args:
        theme: the theme.
        today: the business day, ISO.
        row: the fee, or the placement that has none yet.
        currency: the agency's.
        currencies: further ones that are offered.
    """

    def __init__(
        self,
        theme: Theme,
        today: str,
        row: FeeRow,
        *,
        currency: str = "GBP",
        currencies: Sequence[str] = (),
    ) -> None:
        self._credit = row.kind == "credit"
        noun = "Credit note" if self._credit else "Invoice"
        title = f"{noun} {row.number}" if row.number else f"{noun} to {row.client}"
        super().__init__(theme, title, "Save" if row.fee_id else "Add invoice")
        self.about = " · ".join(part for part in (row.client, row.words) if part)
        self.say(self.about)
        self.invoice = InvoicePart(
            theme, today, currency, currencies, chosen=row.currency, credit=self._credit,
            fee_needed="Say what the fee is.", day_needed="Say on which day it was invoiced.",
        )  # fmt: skip
        self.tax = FeeField(
            theme, "Tax on top", currency=row.currency or currency, above_nought=False
        )
        self.note = Field(theme, "Note", hint="what is worth remembering", longest=400)
        self.invoice.put_into(self)
        self.ask(self.note, self.tax, first=2)
        if row.source:
            self.say("It was imported: where the file says otherwise, the next import changes it.")
        self.body.addStretch()
        self.invoice.currency.changed.connect(self._same_currency)
        self.invoice.currency.line.editingFinished.connect(self._same_currency)
        self._show(row, today)
        self.setFocusProxy(self.invoice.fee)

    def said(self) -> FeeSaid | None:
        """Return what was typed, or None after saying what does not go together."""
        invoice = self.invoice.said()
        if invoice is None:
            return None
        sign = -1 if self._credit else 1
        amount, tax = invoice.amount or 0, self.tax.amount or 0
        return FeeSaid(sign * amount, sign * tax, self.note.text, invoice)

    def _same_currency(self) -> None:
        self.tax.set_currency(self.invoice.fee.currency)

    def _show(self, row: FeeRow, today: str) -> None:
        part = self.invoice
        if not row.fee_id:
            part.invoiced.show_day(min(row.day, today))
            return
        part.fee.show_amount(abs(row.amount))
        self.tax.show_amount(abs(row.tax) or None)
        part.number.line.setText(row.number)
        part.invoiced.show_day(row.invoiced_on)
        part.due.show_day(row.due_on)
        part.paid.show_day(row.paid_on)
        self.note.line.setText(row.note)
