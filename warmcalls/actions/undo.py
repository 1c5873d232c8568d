"""Undo: take back any action, also after several others."""

from warmcalls.actions.change_settings import work_out
from warmcalls.actions.done import Done
from warmcalls.actions.recount import recount
from warmcalls.domain.errors import RefusedError
from warmcalls.store import journal, settings
from warmcalls.store.engine import Writer

EVERYTHING = frozenset(
    "clients calls signals settings people campaigns placements imports experiments plan".split()
)


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
            newest = journal.newest(db, person_id)
            if newest is None:
                raise RefusedError("There is nothing to undo.")
            entry_id = int(newest["id"])
        before = settings.load(db)
        taken = journal.take_back(db, entry_id, now)
        agency = settings.load(db)
        if taken.tables & {"setting"}:
            work_out(db, before, agency)
        recount(taken, agency)
    about = next(iter(taken.touched)) if len(taken.touched) == 1 else 0
    return Done(f"Undone: {taken.said}", EVERYTHING, id=about)
