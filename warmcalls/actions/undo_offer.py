"""What Ctrl+Z would take back, before it does: what lies days back is named first."""

from dataclasses import dataclass

from warmcalls.domain.day_words import day_words
from warmcalls.domain.moments import day_of
from warmcalls.domain.said import after_a_colon
from warmcalls.store import settings, undoing
from warmcalls.store.engine import Reader


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """The newest thing that could be taken back.

    Attributes:
        entry_id: its journal entry.
        at: when it was done, UTC microseconds.
        words: the sentence that names it and its day.
    """

    entry_id: int
    at: int
    words: str


def undo_offer(db: Reader, person_id: int | None = None) -> UndoOffer | None:
    """Return what undo would take back of a person, None for nothing."""
    row = undoing.newest(db, person_id)
    if row is None:
        return None
    day = day_words(day_of(row["at"], settings.load(db).zone))
    said = after_a_colon(str(row["said"]))
    return UndoOffer(row["id"], row["at"], f"Last done, on {day}: {said}. Undo takes it back.")
