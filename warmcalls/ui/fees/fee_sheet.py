"""The forms for an invoice, its payment, and a credit note."""

from warmcalls.actions.briefs_and_fees import MoneyFacts
from warmcalls.actions.done import Done
from warmcalls.domain.day_words import day_words
from warmcalls.domain.placements import FeeRow
from warmcalls.store.engine import Writer
from warmcalls.ui.fees.deed import Deed, put
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.theme import Theme


class FeeSheet(FormSheet):
    """Asks for an invoice of a placement, or changes a fee.

    Args:
        theme: the theme.
        row: the fee, or the placement that has none yet.
        facts: today and the agency's currency.
    """

    def __init__(self, theme: Theme, row: FeeRow, facts: MoneyFacts) -> None:
        new = not row.fee_id
        noun = "Credit note" if row.kind == "credit" else "Invoice"
        title = f"{noun} {row.number}" if row.number else f"{noun} to {row.client}"
        super().__init__(theme, title, "Add invoice" if new else f"Save {noun.lower()}")
        self._row, self._credit = row, row.kind == "credit"
        self._currency = row.currency or facts.currency
        self.fee = MoneyField(
            theme, "Fee without VAT", currency=self._currency, needed="Say what the fee is."
        )
        self.tax = MoneyField(theme, "VAT", hint="none", currency=self._currency)
        self.number = Field(theme, "Invoice number", hint="HL-0142", longest=60)
        self.invoiced = DayField(
            theme, "Invoiced on", facts.today, needed="Say on which day it was invoiced."
        )
        self.due = DayField(theme, "Due on", facts.today, hint="leave it empty for none")
        self.paid = DayField(theme, "Paid on", facts.today, hint="not paid yet")
        self.note = Field(theme, "Note", hint="what is worth remembering", longest=400)
        self.say(" · ".join(part for part in (row.client, row.words) if part), role="text")
        self.ask(self.fee, self.tax)
        self.ask(self.number, self.invoiced)
        self.ask(self.due, self.paid)
        self.ask(self.note)
        if row.source:
            self.say("It was imported: when the file says otherwise, the next import changes it.")
        self.body.addStretch()
        self._show(row, facts)
        self.setFocusProxy(self.fee)

    def said(self) -> Deed:
        """Return what was typed."""
        row, sign = self._row, -1 if self._credit else 1
        amount, tax = sign * (self.fee.amount or 0), sign * (self.tax.amount or 0)
        invoiced, due, paid = (each.day or "" for each in (self.invoiced, self.due, self.paid))
        number, note, currency = self.number.text, self.note.text, self._currency

        def add(db: Writer, now: int, person_id: int | None) -> Done:
            from warmcalls.actions.fees import Bill, record_fee

            bill = Bill(
                row.client_id, amount, invoiced, due_on=due, paid_on=paid, number=number,
                placement_id=row.placement_id or None, tax=tax, note=note, currency=currency,
                person_id=row.person_id,
            )  # fmt: skip
            return record_fee(db, bill, now=now, person_id=person_id)

        def change(db: Writer, now: int, person_id: int | None) -> Done:
            from warmcalls.actions.fees import change_fee

            return change_fee(
                db, row.fee_id, now=now, amount=amount, tax=tax, number=number, note=note,
                invoiced_on=invoiced, due_on=due, paid_on=paid, person_id=person_id,
            )  # fmt: skip

        return Deed(change if row.fee_id else add)

    def _show(self, row: FeeRow, facts: MoneyFacts) -> None:
        if not row.fee_id:
            self.invoiced.show_day(min(row.day, facts.today))
            return
        self.fee.show_amount(abs(row.amount))
        self.tax.show_amount(abs(row.tax) or None)
        put(self.number, row.number)
        self.invoiced.show_day(row.invoiced_on)
        self.due.show_day(row.due_on)
        self.paid.show_day(row.paid_on)
        put(self.note, row.note)


class PaidSheet(FormSheet):
    """Asks on which day a fee was paid.

    Args:
        theme: the theme.
        row: the fee.
        facts: today.
    """

    def __init__(self, theme: Theme, row: FeeRow, facts: MoneyFacts) -> None:
        super().__init__(theme, f"Paid by {row.client}", "Mark as paid")
        self._row = row
        invoice = f"invoice {row.number}" if row.number else "an invoice"
        self.say(f"{row.amount_words}, {invoice} of {day_words(row.invoiced_on)}", role="text")
        self.day = DayField(theme, "Paid on", facts.today, needed="Say on which day it was paid.")
        self.day.show_day(facts.today)
        self.ask(self.day)
        self.say("The campaigns that reached this client before are thanked for it.")
        self.body.addStretch()
        self.setFocusProxy(self.day)

    def said(self) -> Deed:
        """Return what was typed."""
        fee_id, day = self._row.fee_id, self.day.day or ""

        def act(db: Writer, now: int, person_id: int | None) -> Done:
            from warmcalls.actions.fees import pay_fee

            return pay_fee(db, fee_id, day, now=now, person_id=person_id)

        return Deed(act)


class CreditSheet(FormSheet):
    """Asks for a credit note.

    Args:
        theme: the theme.
        row: the fee that gets smaller.
        facts: today.
    """

    def __init__(self, theme: Theme, row: FeeRow, facts: MoneyFacts) -> None:
        super().__init__(theme, f"Credit note to {row.client}", "Write credit note")
        self._row = row
        invoice = f"invoice {row.number}" if row.number else "the invoice"
        self.say(f"Off {row.amount_words}, {invoice} of {day_words(row.invoiced_on)}", role="text")
        self.amount = MoneyField(
            theme, "Amount without VAT", currency=row.currency, needed="Say how much goes back.",
            above_nought=True,
        )  # fmt: skip
        self.day = DayField(theme, "Day", facts.today, needed="Say on which day.")
        self.number = Field(theme, "Number", hint="CN-0012", longest=60)
        self.why = Field(theme, "Why", hint="left after three weeks", longest=400)
        self.day.show_day(facts.today)
        self.ask(self.amount, self.day)
        self.ask(self.number)
        self.ask(self.why)
        self.body.addStretch()
        self.setFocusProxy(self.amount)

    def said(self) -> Deed:
        """Return what was typed."""
        fee_id, amount = self._row.fee_id, self.amount.amount or 0
        facts = {"on": self.day.day or "", "number": self.number.text, "note": self.why.text}

        def act(db: Writer, now: int, person_id: int | None) -> Done:
            from warmcalls.actions.fees import credit_fee

            return credit_fee(db, fee_id, amount, now=now, person_id=person_id, **facts)

        return Deed(act)
