"""The form for somebody placed, and the fee it brings."""

from warmcalls.actions.briefs_and_fees import MoneyFacts
from warmcalls.actions.done import Done
from warmcalls.domain.placements import FeeRow, Vacancy
from warmcalls.store.engine import Writer
from warmcalls.ui.fees.brief_sheet import job
from warmcalls.ui.fees.client_field import ClientField, Find
from warmcalls.ui.fees.credited import CreditedField
from warmcalls.ui.fees.deed import Deed, put
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

NO_BRIEF = "No brief"


class PlacementSheet(FormSheet):
    """Asks who was placed as what, from when, and what is invoiced for it.

    Args:
        theme: the theme.
        client_id: where; 0 where the form asks for it.
        client: its name.
        facts: today, the currency, people, and briefs that may be filled by it.
        brief: the one that is filled by it, from the start.
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
        title = f"Placed at {client}" if client else "New placement"
        super().__init__(theme, title, "Record placement")
        self._client_id = client_id
        self._briefs = {each.id: each for each in facts.briefs if each.client_id == client_id}
        self.client = ClientField(theme, find) if find and not client_id else None
        offered = [(each.id, each.title or "Untitled") for each in self._briefs.values()]
        self.brief = PickerField(theme, "Job brief it fills", [(None, NO_BRIEF), *offered])
        self.job = Field(theme, "Job", hint="Transport planner", check=job, longest=120)
        self.candidate = Field(theme, "Who was placed", hint="Jo Adeyemi", longest=120)
        self.starts = DayField(
            theme, "First day of work", facts.today, needed="Say from which day on."
        )
        self.by = CreditedField(theme, "Credited to", facts.people, person_id)
        self.fee = MoneyField(theme, "Fee without VAT", currency=facts.currency)
        self.number = Field(theme, "Invoice number", hint="HL-0142", longest=60)
        self.invoiced = DayField(theme, "Invoiced on", facts.today, hint="the first day of work")
        self.due = DayField(theme, "Due on", facts.today, hint="leave it empty for none")
        self._lay_out()
        self.brief.changed.connect(self._fill)
        if brief:
            self.brief.choose(brief.id)
        elif len(offered) == 1:
            self.brief.choose(offered[0][0])
        self.setFocusProxy(self.client or self.job)

    def said(self) -> Deed:
        """Return what was typed; without a fee nothing is invoiced yet."""
        client_id = self.client.client_id if self.client else self._client_id
        title, fee = self.job.text, self.fee.amount
        brief, by = self.brief.chosen, self.by.chosen_id
        facts = {
            "placed_on": self.starts.day or "",
            "candidate": self.candidate.text,
            "invoiced_on": self.invoiced.day or "",
            "due_on": self.due.day or "",
            "number": self.number.text,
        }

        def act(db: Writer, now: int, person_id: int | None) -> Done:
            from warmcalls.actions.record_placement import record_placement

            return record_placement(
                db, client_id, title, fee=fee, now=now, by=by, person_id=person_id,
                vacancy_id=brief if isinstance(brief, int) else None, **facts,
            )  # fmt: skip

        return Deed(act)

    def _lay_out(self) -> None:
        if self.client:
            self.ask(self.client)
        self.ask(self.brief)
        self.brief.setVisible(bool(self._briefs))
        self.ask(self.job)
        self.ask(self.candidate)
        self.ask(self.starts, self.by)
        self.body.addSpacing(self.theme.px(8))
        self.say("The invoice", role="text", semibold=True)
        self.ask(self.fee, self.number)
        self.ask(self.invoiced, self.due)
        self.say("Leave the fee empty while nothing is invoiced: the placement waits in the list.")
        self.body.addStretch()

    def _fill(self) -> None:
        """Take job and fee over from the brief, where nothing is typed."""
        brief = self._briefs.get(self.brief.chosen if isinstance(self.brief.chosen, int) else 0)
        if brief is None:
            return
        if not self.job.text:
            put(self.job, brief.title)
        if not self.fee.text:
            self.fee.show_amount(brief.fee)


class PlacementChangeSheet(FormSheet):
    """Changes what is known of a placement.

    Args:
        theme: the theme.
        row: the placement.
        facts: today and who may be credited.
    """

    def __init__(self, theme: Theme, row: FeeRow, facts: MoneyFacts) -> None:
        super().__init__(theme, f"Placement at {row.client}", "Save placement")
        self._row = row
        self.job = Field(theme, "Job", check=job, longest=120)
        self.candidate = Field(theme, "Who was placed", longest=120)
        self.starts = DayField(
            theme, "First day of work", facts.today, needed="Say from which day on."
        )
        self.by = CreditedField(theme, "Credited to", facts.people, row.person_id)
        self.ask(self.job)
        self.ask(self.candidate)
        self.ask(self.starts, self.by)
        self.body.addStretch()
        put(self.job, row.title)
        put(self.candidate, row.candidate)
        self.starts.show_day(row.day)
        self.setFocusProxy(self.job)

    def said(self) -> Deed:
        """Return what was typed."""
        placement_id, by = self._row.placement_id, self.by.chosen_id
        facts = {
            "title": self.job.text,
            "candidate": self.candidate.text,
            "placed_on": self.starts.day or "",
        }

        def act(db: Writer, now: int, person_id: int | None) -> Done:
            from warmcalls.actions.record_placement import change_placement

            return change_placement(db, placement_id, now=now, by=by, person_id=person_id, **facts)

        return Deed(act)
