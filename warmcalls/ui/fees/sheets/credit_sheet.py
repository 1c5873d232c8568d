"""The form for a credit note."""

from dataclasses import dataclass

from warmcalls.domain.money import amount_words
from warmcalls.domain.placements import FeeRow
from warmcalls.ui.fees.fee_field import FeeField
from warmcalls.ui.fees.sheets.payment_sheet import invoice_words
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class CreditSaid:
    """What goes back: minor units above nought of the fee's currency, on an ISO day, and why."""

    amount: int
    day: str
    number: str
    note: str


class CreditSheet(FormSheet):
    """Asks how much of a fee goes back.

    Args:
        theme: the theme.
        today: the business day, ISO.
        row: the fee that gets smaller.
    """

    def __init__(self, theme: Theme, today: str, row: FeeRow) -> None:
        super().__init__(theme, f"Credit note to {row.client}", "Write credit note")
        self._row = row
        self.say(f"Of {invoice_words(row)}")
        self.amount = FeeField(
            theme, "What goes back, without tax", currency=row.currency,
            needed="Say how much goes back.",
        )  # fmt: skip
        self.day = DayField(theme, "Day of the note", today, needed="Say on which day.")
        self.day.show_day(today)
        self.number = Field(theme, "Number", hint="CN-0012", longest=60)
        self.why = Field(theme, "Why", hint="left after three weeks", longest=400)
        self.ask(self.amount, self.day)
        self.ask(self.number)
        self.ask(self.why)
        self.say(
            "It was paid: the note is a refund on that day."
            if row.paid_on
            else "The note is taken off when the rest of the fee is paid."
        )
        self.body.addStretch()
        self.setFocusProxy(self.amount)

    def said(self) -> CreditSaid | None:
        """Return what was typed, or None where more would go back than came."""
        amount, row = self.amount.amount or 0, self._row
        if amount > row.amount:
            whole = amount_words(row.amount, row.currency)
            self.amount.refuse(f"The fee was {whole}: no more can go back.")
            self.amount.setFocus()
            return None
        return CreditSaid(amount, self.day.day or "", self.number.text, self.why.text)
