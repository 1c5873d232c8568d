"""The form for somebody placed, and what is invoiced for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from warmcalls.domain.clients import Person
from warmcalls.domain.placements import Vacancy
from warmcalls.ui.fees.brief_picker import BriefPicker
from warmcalls.ui.fees.client_field import ClientField, Find
from warmcalls.ui.fees.credited import CreditedField
from warmcalls.ui.fees.sheets.brief_sheet import job
from warmcalls.ui.fees.sheets.invoice_part import InvoicePart, InvoiceSaid
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class PlacementSaid:
    """What the form says.

    Attributes:
        placed_on: first day of work, ISO.
        vacancy_id: the job brief it fills, None for none.
        by: who is credited, None for who writes it down.
        invoice: without an amount nothing is invoiced yet.
    """

    client_id: int
    title: str
    candidate: str
    placed_on: str
    vacancy_id: int | None
    by: int | None
    invoice: InvoiceSaid


class PlacementSheet(FormSheet):
    """Asks who was placed where as what, and what is invoiced for it.

    Args:
        theme: the theme.
        today: the business day, ISO.
        client_id: where; 0 where the form asks for it.
        client_name: its name.
        find: finds clients, where the form asks for one.
        briefs: open job briefs of the client.
        brief_id: the one it fills, 0 for none in particular.
        people: who may be credited.
        me: who is offered first.
        currency: the agency's.
        currencies: further ones that are offered.

    Attributes:
        client_chosen: the form's client is another: its id, 0 for none; then `show_briefs`.
    """

    client_chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        today: str,
        *,
        client_id: int = 0,
        client_name: str = "",
        find: Find | None = None,
        briefs: Sequence[Vacancy] = (),
        brief_id: int = 0,
        people: Sequence[Person] = (),
        me: int | None = None,
        currency: str = "GBP",
        currencies: Sequence[str] = (),
    ) -> None:
        title = f"Placement at {client_name}" if client_name else "New placement"
        super().__init__(theme, title, "Record placement")
        self._client_id = client_id
        self.client = ClientField(theme, find) if find and not client_id else None
        self.brief = BriefPicker(theme)
        self.job = Field(theme, "Job", hint="Transport planner", check=job, longest=120)
        self.candidate = Field(theme, "Who was placed", hint="Jo Adeyemi", longest=120)
        self.first_day = DayField(
            theme, "First day of work", today, hint="1 Mar, today",
            needed="Say on which day the work begins.",
        )  # fmt: skip
        self.by = CreditedField(theme, "Credited to", people, me)
        self.invoice = InvoicePart(theme, today, currency, currencies)
        self._lay_out()
        self.brief.changed.connect(self._take_over)
        self.show_briefs(briefs)
        self.brief.choose(brief_id or None)
        if self.client:
            self.client.chosen.connect(self.client_chosen)
        self.setFocusProxy(self.client or self.job)

    def show_briefs(self, briefs: Sequence[Vacancy]) -> None:
        """Offer the open job briefs of the client."""
        self.brief.show_briefs(briefs)

    def said(self) -> PlacementSaid | None:
        """Return what was typed, or None after saying what does not go together."""
        first_day, brief = self.first_day.day or "", self.brief.brief
        invoice = self.invoice.said(first_day)
        if invoice is None:
            return None
        return PlacementSaid(
            client_id=self.client.client_id if self.client else self._client_id,
            title=" ".join(self.job.text.split()),
            candidate=" ".join(self.candidate.text.split()),
            placed_on=first_day,
            vacancy_id=brief.id if brief else None,
            by=self.by.person_id,
            invoice=invoice,
        )

    def _lay_out(self) -> None:
        if self.client:
            self.ask(self.client)
        self.ask(self.brief)
        self.ask(self.job)
        self.ask(self.candidate)
        self.ask(self.first_day, self.by)
        self.body.addSpacing(self.theme.px(8))
        self.say("The invoice", role="text", semibold=True)
        self.invoice.put_into(self)
        self.say("Leave it empty while nothing is invoiced yet.")
        self.body.addStretch()

    def _take_over(self) -> None:
        """Take job and fee from the brief, where nothing is typed."""
        brief = self.brief.brief
        if brief is None:
            return
        if not self.job.text:
            self.job.line.setText(brief.title)
            self.job.accept()
        if not self.invoice.fee.text and brief.currency == self.invoice.fee.currency:
            self.invoice.fee.show_amount(brief.fee)
