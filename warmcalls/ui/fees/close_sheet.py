"""The form for how a job brief ended."""

from typing import Final

from warmcalls.actions.briefs_and_fees import MoneyFacts
from warmcalls.actions.done import Done
from warmcalls.domain.placements import Vacancy, VacancyState
from warmcalls.store.engine import Writer
from warmcalls.ui.fees.deed import Deed
from warmcalls.ui.forms.choice import Choice, ChoiceList
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme

WAYS: Final = {
    VacancyState.LOST: Choice(
        "Filled by somebody else", "Another agency, or they found someone.", "x-circle"
    ),
    VacancyState.WITHDRAWN: Choice(
        "Not needed any more", "The job went, or the budget did.", "prohibit"
    ),
    VacancyState.FILLED: Choice(
        "Filled by us", "The placement is in the list already.", "check-circle"
    ),
}


class CloseSheet(FormSheet):
    """Asks how a job brief ended, and when.

    Args:
        theme: the theme.
        brief: the job brief.
        facts: today.
    """

    def __init__(self, theme: Theme, brief: Vacancy, facts: MoneyFacts) -> None:
        super().__init__(theme, "How did the brief end?", "Close brief")
        self._brief = brief
        self.say(" · ".join(part for part in (brief.client, brief.title) if part), role="text")
        self.ways = ChoiceList(theme, list(WAYS.values()), "How it ended")
        self.day = DayField(theme, "When", facts.today, needed="Say on which day.")
        self.day.show_day(facts.today)
        self.part("How it ended", self.ways)
        self.ask(self.day)
        self.body.addStretch()
        self.ways.submitted.connect(self.submit)
        self.setFocusProxy(self.ways)

    def said(self) -> Deed:
        """Return what was chosen."""
        brief_id, state = self._brief.id, list(WAYS)[self.ways.chosen]
        day = self.day.day or ""

        def act(db: Writer, now: int, person_id: int | None) -> Done:
            from warmcalls.actions.vacancies import close_vacancy

            return close_vacancy(
                db, brief_id, now=now, state=state, closed_on=day, person_id=person_id
            )

        return Deed(act)
