"""Redo: put again what was undone last, until something new is done."""

from warmcalls.actions.adopt import adopt
from warmcalls.actions.done import Done
from warmcalls.actions.objections import settle_redone
from warmcalls.actions.recount import settle
from warmcalls.actions.undo import EVERYTHING
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.settings import Settings
from warmcalls.store import settings, undoing
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal
from warmcalls.store.undone_objections import make_room


def redo(db: Writer, *, now: int, person_id: int | None = None) -> Done:
    """Put again what a person undid last; also after a restart, since the journal remembers it.

    Returns:
        What was done again; its `id` is the client it was about, where it was one.

    Raises:
        RefusedError: nothing was undone since the person did something new, or what it changes
            was changed by somebody else.
    """
    del now  # an entry keeps the moment it was made
    with db.atomic():
        last = undoing.newest_undone(db, person_id)
        if last is None:
            raise RefusedError("There is nothing to redo.")
        before = settings.load(db)
        make_room(db, int(last["id"]))
        again = undoing.put_again(db, int(last["id"]))
        settle_redone(again)
        _adopt_again(again, before)
        settle(again, before)
    about = next(iter(again.touched)) if len(again.touched) == 1 else 0
    return Done(f"Redone: {again.said}", EVERYTHING, again.entry_id, about)


def _adopt_again(journal: Journal, agency: Settings) -> None:
    """Tie past signals to the identifiers that came back: taken back, they were let go."""
    for row in undoing.added(journal, "identifier"):
        held = [Identity(IdentityKind(row["kind"]), row["value"])]
        adopt(journal.db, row["client_id"], row["contact_id"], held, agency)
