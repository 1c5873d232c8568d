"""What the sheets about money hand over: an action with its facts, ready to be carried out."""

from collections.abc import Callable
from dataclasses import dataclass

from warmcalls.actions.done import Done
from warmcalls.store.engine import Writer
from warmcalls.ui.forms.field import Field

Act = Callable[[Writer, int, int | None], Done]


@dataclass(frozen=True, slots=True)
class Deed:
    """An action; its facts are those that were typed.

    Attributes:
        act: given the writer, the moment and who does it.
    """

    act: Act

    def carry_out(self, db: Writer, *, now: int, person_id: int | None = None) -> Done:
        """Carry it out.

        Args:
            db: the writer.
            now: UTC microseconds.
            person_id: who does it.

        Raises:
            RefusedError: it cannot be; say it with the sheet's `refuse`.
        """
        return self.act(db, now, person_id)


def put(field: Field, text: str) -> None:
    """Put a text into a field, its beginning in view."""
    field.line.setText(text)
    field.line.setCursorPosition(0)
