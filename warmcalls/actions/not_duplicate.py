"""Say that two clients are two: no search offers them as one again."""

from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.store import duplicates
from warmcalls.store.clients import by_ids
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry


def not_duplicate(
    db: Writer, one_id: int, other_id: int, *, now: int, person_id: int | None = None
) -> Done:
    """Remember that two clients are two, through later searches and imports too.

    Taking it back is undoing it.

    Args:
        db: the writer.
        one_id: a client.
        other_id: another.
        now: UTC microseconds.
        person_id: who says so.

    Raises:
        RefusedError: a client is unknown, it is the same twice, or it was said before.
    """
    if one_id == other_id:
        raise RefusedError("That is one client: choose two.")
    low, high = sorted((one_id, other_id))
    with db.atomic():
        found = by_ids(db, [one_id, other_id])
        if len(found) < len((low, high)):
            raise RefusedError("One of the two is gone. Look again.")
        one, other = found[one_id].name, found[other_id].name
        if duplicates.is_apart(db, low, high):
            raise RefusedError(f"{one} and {other} are kept as two clients already.")
        with entry(db, "not_duplicate", now, person_id) as journal:
            journal.add("not_duplicate", {"one_id": low, "other_id": high, "at": now})
            if (waits := duplicates.row_of(db, low, high)) is not None:
                journal.remove("duplicate", waits)
            journal.said = f"{one} and {other} are two clients"
    return Done(journal.said, frozenset({"clients"}), journal.undo)
