"""One value for a column of many clients."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from warmcalls.domain.client_columns import COLUMNS, ColumnKind
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.saved_views import Choices

NOT_FOR_MANY: Final = frozenset({"name"})
EMPTIES: Final = "Left empty it clears what is there."


@dataclass(frozen=True, slots=True)
class SetSaid:
    """A column and the text that all chosen clients get."""

    column: str
    text: str


class SetSheet(FormSheet):
    """Asks which column gets which value at all chosen clients.

    Args:
        theme: the theme.
        count: how many clients are chosen.
        choices: values that are used, to be offered.
        column: the id of the column to begin with.

    Attributes:
        submitted: the `SetSaid`.
    """

    def __init__(
        self, theme: Theme, count: int, choices: "Choices", column: str = "sector"
    ) -> None:
        clients = "1 client" if count == 1 else f"{count:,} clients"
        super().__init__(theme, f"Set for {clients}", f"Set for {clients}")
        self._known = _known(choices)
        editable = [c for c in COLUMNS if c.editable and c.id not in NOT_FOR_MANY]
        self.column = PickerField(theme, "Column", [(c.id, c.head) for c in editable])
        self.column.choose(column)
        self.ask(self.column)
        self.values = {c.id: self._field(c.id, c.head, c.kind) for c in editable}
        for field in self.values.values():
            self.ask(field)
        self.say(EMPTIES)
        self.body.addStretch()
        self.column.changed.connect(self._turn)
        self._turn()

    def said(self) -> SetSaid:
        """Return what was typed."""
        column = str(self.column.chosen)
        return SetSaid(column, self.values[column].text)

    def _field(self, column: str, head: str, kind: ColumnKind) -> Field:
        known = self._known.get(column, ())
        if known or kind in {ColumnKind.CHOICE, ColumnKind.OWNER, ColumnKind.TAGS}:
            return OfferField(self.theme, head, known, many=kind is ColumnKind.TAGS)
        return Field(self.theme, head)

    def _turn(self) -> None:
        """Show the field of the chosen column."""
        for name, field in self.values.items():
            field.setVisible(name == self.column.chosen)
        self.setFocusProxy(self.values[str(self.column.chosen)])


def _known(choices: "Choices") -> dict[str, Sequence[str]]:
    return {
        "tier": ("A", "B", "C"),
        "sector": choices.sectors,
        "town": choices.towns,
        "owner": tuple(name for _, name in choices.owners),
        "tags": choices.tags,
    }
