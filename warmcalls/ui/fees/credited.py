"""Who is credited with a job brief or a placement."""

from collections.abc import Sequence

from warmcalls.domain.clients import Person, Role
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

NOBODY = "Nobody yet"


class CreditedField(PickerField):
    """One of the people, recruiters first; somebody who left stays offered where it was them.

    Args:
        theme: the theme.
        name: the label.
        people: everybody who uses the app.
        person_id: who is credited now, None for nobody.
        by: that person's name.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        people: Sequence[Person],
        person_id: int | None,
        by: str = "",
    ) -> None:
        ordered = sorted(people, key=lambda person: person.role is not Role.RECRUITER)
        choices: list[tuple[object, str]] = [(person.id, person.name) for person in ordered]
        if person_id not in [value for value, _ in choices]:
            choices.insert(0, (person_id, by or NOBODY))
        super().__init__(theme, name, choices)
        self.choose(person_id)

    @property
    def person_id(self) -> int | None:
        """Who is chosen; None leaves it as it is."""
        return self.chosen if isinstance(self.chosen, int) else None
