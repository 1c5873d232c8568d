"""Who is credited with a brief or placement."""

from collections.abc import Sequence

from warmcalls.domain.clients import Person, Role
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

NOBODY = "Nobody in particular"


class CreditedField(PickerField):
    """One of the people, recruiters first, or nobody in particular.

    Args:
        theme: the theme.
        name: the label.
        people: everybody who uses the app.
        person_id: who is chosen from the start.
    """

    def __init__(
        self, theme: Theme, name: str, people: Sequence[Person], person_id: int | None
    ) -> None:
        ordered = sorted(people, key=lambda person: person.role is not Role.RECRUITER)
        choices = [(person.id, person.name) for person in ordered]
        super().__init__(theme, name, [(0, NOBODY), *choices])
        self.choose(person_id)

    @property
    def chosen_id(self) -> int:
        """The person chosen, 0 for nobody in particular."""
        return self.chosen if isinstance(self.chosen, int) else 0
