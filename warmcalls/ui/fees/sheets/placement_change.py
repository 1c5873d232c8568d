"""The form that changes what is known of a placement."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmcalls.domain.clients import Person
from warmcalls.domain.placements import FeeRow
from warmcalls.ui.fees.credited import CreditedField
from warmcalls.ui.fees.sheets.brief_sheet import job
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class PlacementChange:
    """What is known of a placement now; `by` None leaves who is credited as it is."""

    title: str
    candidate: str
    placed_on: str
    by: int | None


class PlacementChangeSheet(FormSheet):
    """Asks who was placed as what, from when, and who is credited; not about its money.

    Args:
        theme: the theme.
        today: the business day, ISO.
        row: the placement.
        people: who may be credited.
    """

    def __init__(
        self, theme: Theme, today: str, row: FeeRow, people: Sequence[Person] = ()
    ) -> None:
        super().__init__(theme, f"Placement at {row.client}", "Save")
        self.job = Field(theme, "Job", check=job, longest=120)
        self.candidate = Field(theme, "Who was placed", longest=120)
        self.first_day = DayField(
            theme, "First day of work", today, needed="Say on which day the work begins."
        )
        self.by = CreditedField(theme, "Credited to", people, row.person_id, row.by)
        self.ask(self.job)
        self.ask(self.candidate)
        self.ask(self.first_day, self.by)
        self.body.addStretch()
        self.job.line.setText(row.title)
        self.candidate.line.setText(row.candidate)
        self.first_day.show_day(row.day)
        self.setFocusProxy(self.job)

    def said(self) -> PlacementChange:
        """Return what was typed."""
        return PlacementChange(
            title=" ".join(self.job.text.split()),
            candidate=" ".join(self.candidate.text.split()),
            placed_on=self.first_day.day or "",
            by=self.by.person_id,
        )
