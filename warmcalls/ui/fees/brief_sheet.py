"""The form for a job brief."""

from warmcalls.actions.briefs_and_fees import MoneyFacts
from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.placements import Vacancy
from warmcalls.store.engine import Writer
from warmcalls.ui.fees.client_field import ClientField, Find
from warmcalls.ui.fees.credited import CreditedField
from warmcalls.ui.fees.deed import Deed, put
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.theme import Theme


def job(text: str) -> str:
    """Return a job's name; there must be one."""
    if not text:
        raise RefusedError("Say which job it is.")
    return text


class BriefSheet(FormSheet):
    """Asks what a client wants filled, on which terms; or changes a brief.

    Args:
        theme: the theme.
        client_id: whose; 0 where the form asks for it.
        client: its name.
        facts: today, the currency and who may be credited.
        brief: the one to change; None for a new one.
        find: finds clients, where the form asks for one.
        person_id: who is credited from the start.

    Attributes:
        submitted: a `Deed`; close the sheet, or `refuse` with the reason.
    """

    def __init__(
        self,
        theme: Theme,
        client_id: int,
        client: str,
        facts: MoneyFacts,
        *,
        brief: Vacancy | None = None,
        find: Find | None = None,
        person_id: int | None = None,
    ) -> None:
        title = f"Job brief of {client}" if client else "New job brief"
        super().__init__(theme, title, "Save brief" if brief else "Add brief")
        self._client_id, self._brief = client_id, brief
        self.client = ClientField(theme, find) if find and not client_id else None
        self.job = Field(theme, "Job", hint="Transport planner", check=job, longest=120)
        self.fee = MoneyField(theme, "Expected fee", currency=facts.currency)
        self.taken = DayField(theme, "Taken on", facts.today, hint="today")
        self.terms = Field(
            theme, "Terms", hint="20 % of the first year’s pay, 8 weeks’ rebate", longest=400
        )
        self.by = CreditedField(theme, "Taken by", facts.people, person_id)
        if self.client:
            self.ask(self.client)
        self.ask(self.job)
        self.ask(self.fee, self.taken)
        self.ask(self.terms)
        self.ask(self.by)
        self.body.addStretch()
        if brief:
            self._show(brief)
        self.setFocusProxy(self.client or self.job)

    def said(self) -> Deed:
        """Return what was typed."""
        title, fee, brief = self.job.text, self.fee.amount, self._brief
        terms, taken, by = self.terms.text, self.taken.day or "", self.by.chosen_id

        def add(db: Writer, now: int, person_id: int | None) -> Done:
            from warmcalls.actions.vacancies import add_vacancy

            return add_vacancy(
                db, self.client_id, title, now=now, fee=fee, terms=terms, taken_on=taken, by=by,
                person_id=person_id,
            )  # fmt: skip

        def change(db: Writer, now: int, person_id: int | None) -> Done:
            from warmcalls.actions.vacancies import change_vacancy

            assert brief is not None
            return change_vacancy(
                db, brief.id, now=now, title=title, fee=fee, no_fee=fee is None, terms=terms,
                taken_on=taken, by=by, person_id=person_id,
            )  # fmt: skip

        return Deed(change if brief else add)

    @property
    def client_id(self) -> int:
        """Whose brief it is."""
        return self.client.client_id if self.client else self._client_id

    def _show(self, brief: Vacancy) -> None:
        put(self.job, brief.title)
        self.fee.show_amount(brief.fee)
        self.taken.show_day(brief.taken_on)
        put(self.terms, brief.terms)
        self.by.choose(brief.person_id)
