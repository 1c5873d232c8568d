"""The form for how a job brief ended."""

from dataclasses import dataclass
from typing import Final

from warmcalls.domain.placements import Vacancy, VacancyState
from warmcalls.ui.forms.choice import Choice, ChoiceList
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme

WAYS: Final = {
    VacancyState.LOST: Choice(
        "Filled by somebody else", "Another agency, or they found someone.", "ph.x-circle"
    ),
    VacancyState.WITHDRAWN: Choice(
        "Not needed any more", "The job went, or its budget.", "ph.prohibit"
    ),
    VacancyState.FILLED: Choice(
        "Filled by us", "The placement is written down already.", "ph.check-circle"
    ),
}


@dataclass(frozen=True, slots=True)
class CloseSaid:
    """How a job brief ended, and on which ISO day."""

    state: VacancyState
    closed_on: str


class CloseSheet(FormSheet):
    """Asks how a job brief ended, and when.

    Args:
        theme: the theme.
        today: the business day, ISO.
        brief: the job brief.
    """

    def __init__(self, theme: Theme, today: str, brief: Vacancy) -> None:
        super().__init__(theme, "How did it end?", "Close brief")
        self._today, self._brief = today, brief
        self.say(" · ".join(part for part in (brief.client, brief.title) if part))
        self.ways = ChoiceList(theme, list(WAYS.values()), "How it ended")
        self.ways.submitted.connect(self.submit)
        self.day = DayField(theme, "When", today, needed="Say on which day.")
        self.day.show_day(today)
        self.part("The job brief was", self.ways)
        self.ask(self.day)
        self.body.addStretch()
        self.setFocusProxy(self.ways)

    def said(self) -> CloseSaid | None:
        """Return what was chosen, or None where the day cannot be."""
        day = self.day.day or ""
        wrong = ""
        if day > self._today:
            wrong = "It cannot have ended ahead."
        elif day < self._brief.taken_on:
            wrong = "It cannot end before it was taken."
        if wrong:
            self.day.refuse(wrong)
            self.day.setFocus()
            return None
        return CloseSaid(list(WAYS)[self.ways.chosen], day)
