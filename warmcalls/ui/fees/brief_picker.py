"""Which open job brief of a client is meant."""

from collections.abc import Sequence
from typing import Final

from warmcalls.domain.placements import Vacancy
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

NO_BRIEF: Final = "No job brief"


class BriefPicker(PickerField):
    """One of the open job briefs, or none; without any it is not shown."""

    def __init__(self, theme: Theme) -> None:
        self._briefs: tuple[Vacancy, ...] = ()
        super().__init__(theme, "Job brief that it fills", [(None, NO_BRIEF)])
        self.hide()

    @property
    def brief(self) -> Vacancy | None:
        """The one that is chosen."""
        return next((brief for brief in self._briefs if brief.id == self.chosen), None)

    def show_briefs(self, briefs: Sequence[Vacancy]) -> None:
        """Offer other briefs; what was chosen stays so where it is still offered."""
        self._briefs = tuple(briefs)
        named = [(brief.id, brief.title or "Untitled") for brief in briefs]
        self.offer([(None, NO_BRIEF), *named])
        self.setVisible(bool(briefs))
