"""The form for a job brief, a new one or one that changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmcalls.domain.clients import Person
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.placements import Vacancy
from warmcalls.ui.fees.client_field import ClientField, Find
from warmcalls.ui.fees.credited import CreditedField
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.long_field import LongField
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class BriefSaid:
    """What the form says.

    Attributes:
        fee: expected, minor units of the agency's currency; None where nobody knows.
        taken_on: ISO.
        by: who took it; None leaves it as it is.
    """

    client_id: int
    title: str
    terms: str
    fee: int | None
    taken_on: str
    by: int | None


def job(text: str) -> str:
    """Return a job's name.

    Raises:
        RefusedError: there is none.
    """
    if not text:
        raise RefusedError("Say which job it is.")
    return text


class BriefSheet(FormSheet):
    """Asks what a client wants filled, and on which terms.

    Args:
        theme: the theme.
        today: the business day, ISO.
        client_id: whose; 0 where the form asks for it.
        client_name: its name.
        find: finds clients, where the form asks for one.
        people: who may have taken it.
        me: who is offered first.
        brief: the one that changes; None for a new one.
        currency: the agency's.
    """

    def __init__(
        self,
        theme: Theme,
        today: str,
        *,
        client_id: int = 0,
        client_name: str = "",
        find: Find | None = None,
        people: Sequence[Person] = (),
        me: int | None = None,
        brief: Vacancy | None = None,
        currency: str = "GBP",
    ) -> None:
        title = f"Job brief of {client_name}" if client_name else "New job brief"
        super().__init__(theme, title, "Save" if brief else "Add brief")
        self._today, self._client_id, self._brief = today, client_id, brief
        self.client = ClientField(theme, find) if find and not client_id else None
        self.job = Field(theme, "Job", hint="Transport planner", check=job, longest=120)
        self.fee = MoneyField(
            theme, "Expected fee", currency=brief.currency if brief else currency,
            above_nought=True,
        )  # fmt: skip
        self.taken = DayField(theme, "Taken on", today, hint="today")
        self.terms = LongField(
            theme, "Terms", 2, hint="20 % of the first year’s pay, eight weeks’ rebate"
        )
        self.by = CreditedField(
            theme, "Taken by", people, brief.person_id if brief else me, brief.by if brief else ""
        )
        if self.client:
            self.ask(self.client)
        self.ask(self.job)
        self.ask(self.terms)
        self.ask(self.fee, self.taken)
        self.ask(self.by)
        self.body.addStretch()
        if brief:
            self._show(brief)
        self.setFocusProxy(self.client or self.job)

    def said(self) -> BriefSaid | None:
        """Return what was typed, or None where it would be taken ahead."""
        taken = self.taken.day or ""
        if taken > self._today:
            self.taken.refuse("A job brief cannot be taken ahead.")
            self.taken.setFocus()
            return None
        return BriefSaid(
            client_id=self.client.client_id if self.client else self._client_id,
            title=" ".join(self.job.text.split()),
            terms=self.terms.text,
            fee=self.fee.amount,
            taken_on=taken,
            by=self.by.person_id,
        )

    def _show(self, brief: Vacancy) -> None:
        self.job.line.setText(brief.title)
        self.terms.editor.setPlainText(brief.terms)
        self.fee.show_amount(brief.fee)
        self.taken.show_day(brief.taken_on)
