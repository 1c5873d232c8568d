"""Undo: take back any action, also after several others."""

from dataclasses import dataclass
from typing import Final

from warmcalls.actions.done import Done
from warmcalls.actions.merge_undoing import take_apart
from warmcalls.actions.objections import hold_apart, settle_undone
from warmcalls.actions.recount import settle
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.said import after_a_colon
from warmcalls.store import client_merge, settings, undoing
from warmcalls.store.client_merge import Merge
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.journal import Journal

EVERYTHING: Final = frozenset(
    "clients calls signals settings people campaigns placements imports experiments plan".split()
)
NOTHING: Final = "There is nothing to undo."


@dataclass(frozen=True, slots=True)
class Names:
    """What undo and redo would do, as a menu says it; None where there is nothing."""

    undo: str | None = None
    redo: str | None = None


def undo(
    db: Writer, *, now: int, entry_id: int | None = None, person_id: int | None = None
) -> Done:
    """Take an action back, by default the newest of a person.

    Returns:
        What was undone; its `id` is the client it was about, where it was one.

    Raises:
        RefusedError: there is nothing to undo, or it was changed since.
    """
    with db.atomic():
        if entry_id is None:
            newest = undoing.newest(db, person_id)
            if newest is None:
                raise RefusedError(NOTHING)
            entry_id = int(newest["id"])
        before = settings.load(db)
        merge = client_merge.of_entry(db, entry_id)
        if merge is None:
            taken = undoing.take_back(db, entry_id, now)
        else:
            taken = _take_apart(db, merge, now)
        undoing.remember(taken)
        settle_undone(taken)
        settle(taken, before)
    about = next(iter(taken.touched)) if len(taken.touched) == 1 else 0
    return Done(f"Undone: {taken.said}", EVERYTHING, id=about)


def _take_apart(db: Writer, merge: Merge, now: int) -> Journal:
    """Make two clients of one again; an objection since outlives it."""
    taken = take_apart(db, merge, now)
    hold_apart(taken, merge.keep_id, merge.gone_id, merge.at)
    return taken


def names(db: Reader, person_id: int | None = None) -> Names:
    """Return what Ctrl+Z and Ctrl+Shift+Z would do: "Undo: set tier of 12 clients"."""
    last, next_one = undoing.newest(db, person_id), undoing.newest_undone(db, person_id)
    return Names(
        f"Undo: {after_a_colon(str(last['said']))}" if last else None,
        f"Redo: {after_a_colon(str(next_one['said']))}" if next_one else None,
    )
