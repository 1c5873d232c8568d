"""What can be done about briefs, placements and fees: each sheet, and the action behind it."""

from functools import partial
from typing import TYPE_CHECKING

from warmcalls.actions.done import Done
from warmcalls.domain.moments import day_of
from warmcalls.domain.placements import FeeRow, Vacancy
from warmcalls.store import settings
from warmcalls.store.engine import Writer
from warmcalls.ui.fees.asking import Asking, Facts
from warmcalls.ui.fees.line import Line

if TYPE_CHECKING:
    from warmcalls.ui.fees.sheets.brief_sheet import BriefSaid
    from warmcalls.ui.fees.sheets.fee_sheet import FeeSaid
    from warmcalls.ui.fees.sheets.placement_sheet import PlacementSaid, PlacementSheet

NO_INVOICE = "Choose the invoice that is credited first."


class FeeDeeds(Asking):
    """Briefs, placements, invoices, payments and credit notes."""

    # For any page: a client may be given

    def brief(self, client_id: int | None = None, client_name: str = "") -> None:
        """Ask for a job brief, and whose it is where no client is given."""
        self.with_facts(lambda facts: self._ask_brief(facts, client_id or 0, client_name))

    def placement(
        self, client_id: int | None = None, client_name: str = "", brief_id: int = 0
    ) -> None:
        """Ask who was placed, and where if no client is given."""
        self.with_facts(
            lambda facts: self._ask_placement(facts, client_id or 0, client_name, brief_id),
            client_id or 0,
        )

    # About a row

    def about(self, deed: str, line: Line) -> None:
        """Do something about a row; one of the names of `deed_bar.DEEDS`."""
        item = line.item
        if isinstance(item, Vacancy):
            self._about_brief(deed, item)
        else:
            self._about_money(deed, item)

    def _about_brief(self, deed: str, brief: Vacancy) -> None:
        if deed == "fill":
            self.placement(brief.client_id, brief.client, brief.id)
        elif deed == "reopen":
            self.act(partial(self._reopen, brief.id))
        elif deed in {"edit", "close"}:
            ask = self._change_brief if deed == "edit" else self._close_brief
            self.with_facts(lambda facts: ask(facts, brief))

    def _about_money(self, deed: str, row: FeeRow) -> None:
        asks = {
            "edit": self._change_fee if row.fee_id else self._change_placement,
            "invoice": self._change_fee,
            "placement": self._change_placement,
            "paid_on": self._ask_payment,
            "credit": self._ask_credit,
        }
        if deed == "paid":
            self.pay_today(row)
        elif deed in asks:
            self.with_facts(lambda facts: asks[deed](facts, row))

    def pay_today(self, row: FeeRow) -> None:
        """Mark a fee as paid today; the toast takes it back."""
        if row.fee_id:
            self.act(partial(self._pay, row.fee_id, ""))
        else:
            self.failed.emit("It is not invoiced yet: write its invoice first.")

    def credit(self, line: Line | None) -> None:
        """Ask for a credit note of an invoice."""
        row = line.item if line else None
        if isinstance(row, FeeRow) and row.fee_id and row.kind != "credit":
            self._about_money("credit", row)
        else:
            self.failed.emit(NO_INVOICE)

    # Job briefs

    def _ask_brief(self, facts: Facts, client_id: int, client_name: str) -> None:
        from warmcalls.ui.fees.sheets.brief_sheet import BriefSheet

        told = facts[0]
        sheet = BriefSheet(
            self._theme, told.today, client_id=client_id, client_name=client_name,
            find=self.find, people=told.people, me=self.person_id, currency=told.currency,
        )  # fmt: skip

        def add(said: "BriefSaid", db: Writer) -> Done:
            from warmcalls.actions.vacancies import add_vacancy

            return add_vacancy(
                db, said.client_id, said.title, now=self._clock(), taken_on=said.taken_on,
                terms=said.terms, fee=said.fee, by=said.by, person_id=self.person_id,
            )  # fmt: skip

        self.ask(sheet, add)

    def _change_brief(self, facts: Facts, brief: Vacancy) -> None:
        from warmcalls.ui.fees.sheets.brief_sheet import BriefSheet

        told = facts[0]
        sheet = BriefSheet(
            self._theme, told.today, client_id=brief.client_id, client_name=brief.client,
            people=told.people, brief=brief, currency=told.currency,
        )  # fmt: skip

        def change(said: "BriefSaid", db: Writer) -> Done:
            from warmcalls.actions.vacancies import change_vacancy

            moved = said.taken_on if said.taken_on != brief.taken_on else ""
            return change_vacancy(
                db, brief.id, now=self._clock(), title=said.title, terms=said.terms, fee=said.fee,
                no_fee=said.fee is None, taken_on=moved, by=said.by, person_id=self.person_id,
            )  # fmt: skip

        self.ask(sheet, change)

    def _close_brief(self, facts: Facts, brief: Vacancy) -> None:
        from warmcalls.actions.vacancies import close_vacancy
        from warmcalls.ui.fees.sheets.close_sheet import CloseSheet

        self.ask(
            CloseSheet(self._theme, facts[0].today, brief),
            lambda said, db: close_vacancy(
                db, brief.id, now=self._clock(), state=said.state, closed_on=said.closed_on,
                person_id=self.person_id,
            ),
        )  # fmt: skip

    def _reopen(self, brief_id: int, db: Writer) -> Done:
        from warmcalls.actions.vacancies import reopen_vacancy

        return reopen_vacancy(db, brief_id, now=self._clock(), person_id=self.person_id)

    # Placements

    def _ask_placement(self, facts: Facts, client_id: int, client_name: str, brief_id: int) -> None:
        from warmcalls.ui.fees.sheets.placement_sheet import PlacementSheet

        told, currencies = facts
        sheet = PlacementSheet(
            self._theme, told.today, client_id=client_id, client_name=client_name,
            find=self.find, briefs=told.briefs if client_id else (), brief_id=brief_id,
            people=told.people, me=self.person_id, currency=told.currency, currencies=currencies,
        )  # fmt: skip
        sheet.client_chosen.connect(partial(self._offer_briefs, sheet))
        self.ask(sheet, self._place)

    def _offer_briefs(self, sheet: "PlacementSheet", client_id: int) -> None:
        def show(facts: Facts) -> None:
            if self.sheet is sheet and sheet.client and sheet.client.client_id == client_id:
                sheet.show_briefs(facts[0].briefs if client_id else ())

        self.with_facts(show, client_id)

    def _place(self, said: "PlacementSaid", db: Writer) -> Done:
        from warmcalls.actions.record_placement import record_placement

        bill = said.invoice
        return record_placement(
            db, said.client_id, said.title, placed_on=said.placed_on, fee=bill.amount,
            now=self._clock(), candidate=said.candidate, invoiced_on=bill.invoiced_on,
            due_on=bill.due_on, paid_on=bill.paid_on, number=bill.number, currency=bill.currency,
            vacancy_id=said.vacancy_id, by=said.by, person_id=self.person_id,
        )  # fmt: skip

    def _change_placement(self, facts: Facts, row: FeeRow) -> None:
        from warmcalls.actions.record_placement import change_placement
        from warmcalls.ui.fees.sheets.placement_change import PlacementChangeSheet

        self.ask(
            PlacementChangeSheet(self._theme, facts[0].today, row, facts[0].people),
            lambda said, db: change_placement(
                db, row.placement_id, now=self._clock(), title=said.title,
                candidate=said.candidate, placed_on=said.placed_on, by=said.by,
                person_id=self.person_id,
            ),
        )  # fmt: skip

    # Fees

    def _change_fee(self, facts: Facts, row: FeeRow) -> None:
        """Ask for what changes of a fee, or for the invoice of a placement."""
        from warmcalls.ui.fees.sheets.fee_sheet import FeeSheet

        sheet = FeeSheet(
            self._theme, facts[0].today, row, currency=facts[0].currency, currencies=facts[1]
        )
        self.ask(sheet, partial(self._change if row.fee_id else self._bill, row))

    def _bill(self, row: FeeRow, said: "FeeSaid", db: Writer) -> Done:
        from warmcalls.actions.fees import Bill, record_fee

        told = said.invoice
        bill = Bill(
            row.client_id, said.amount, told.invoiced_on, currency=told.currency,
            number=told.number, due_on=told.due_on, paid_on=told.paid_on, tax=said.tax,
            placement_id=row.placement_id, note=said.note, person_id=row.person_id,
        )  # fmt: skip
        return record_fee(db, bill, now=self._clock(), person_id=self.person_id)

    def _change(self, row: FeeRow, said: "FeeSaid", db: Writer) -> Done:
        from warmcalls.actions.fees import change_fee

        told = said.invoice
        return change_fee(
            db, row.fee_id, now=self._clock(), amount=said.amount, tax=said.tax,
            number=told.number, currency=told.currency, invoiced_on=told.invoiced_on,
            due_on=told.due_on, paid_on=told.paid_on, note=said.note, person_id=self.person_id,
        )  # fmt: skip

    def _ask_payment(self, facts: Facts, row: FeeRow) -> None:
        from warmcalls.ui.fees.sheets.payment_sheet import PaymentSheet

        self.ask(
            PaymentSheet(self._theme, facts[0].today, row),
            lambda said, db: self._pay(row.fee_id, said.paid_on, db),
        )

    def _pay(self, fee_id: int, paid_on: str, db: Writer) -> Done:
        from warmcalls.actions.fees import pay_fee

        now = self._clock()
        day = paid_on or day_of(now, settings.load(db).zone)
        return pay_fee(db, fee_id, day, now=now, person_id=self.person_id)

    def _ask_credit(self, facts: Facts, row: FeeRow) -> None:
        from warmcalls.actions.fees import credit_fee
        from warmcalls.ui.fees.sheets.credit_sheet import CreditSheet

        self.ask(
            CreditSheet(self._theme, facts[0].today, row),
            lambda said, db: credit_fee(
                db, row.fee_id, said.amount, on=said.day, now=self._clock(), number=said.number,
                note=said.note, person_id=self.person_id,
            ),
        )  # fmt: skip
