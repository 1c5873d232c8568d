"""Tags for many clients: some put on, some taken off."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class TagsSaid:
    """Tags to put on and to take off."""

    add: tuple[str, ...]
    remove: tuple[str, ...]


class TagSheet(FormSheet):
    """Asks which tags come and which go.

    Args:
        theme: the theme.
        count: how many clients are chosen.
        known: tags that are used.
        there: tags that the chosen clients have, as far as they are known.

    Attributes:
        submitted: the `TagsSaid`.
    """

    def __init__(
        self, theme: Theme, count: int, known: Sequence[str], there: Sequence[str] = ()
    ) -> None:
        clients = "1 client" if count == 1 else f"{count:,} clients"
        super().__init__(theme, f"Tags of {clients}", f"Tag {clients}")
        self.add = OfferField(theme, "Put on", known, hint="drivers, guide", many=True)
        self.remove = OfferField(theme, "Take off", there or known, many=True)
        self.ask(self.add, hint="Commas between tags. The tags that are there stay.")
        self.ask(self.remove)
        self.body.addStretch()
        self.setFocusProxy(self.add)

    def said(self) -> TagsSaid | None:
        """Return what was typed, or None where nothing was."""
        said = TagsSaid(_tags(self.add.text), _tags(self.remove.text))
        if not said.add and not said.remove:
            self.add.refuse("Type a tag to put on, or one to take off.")
            self.add.setFocus()
            return None
        return said


def _tags(text: str) -> tuple[str, ...]:
    return tuple(tag for part in text.split(",") if (tag := part.strip()))
