"""Undo a merge: two clients of one again, each with what is its own."""

from warmcalls.actions.rematch import rematch
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.store import client_merge, going_along, identifiers, undoing
from warmcalls.store.client_merge import Merge
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal


def take_apart(db: Writer, merge: Merge, now: int) -> Journal:
    """Make two clients of one again, inside the caller's transaction.

    Calls since the merge with a contact who goes back to their client go back with them, and so
    does what came by the identifiers of that client; all else since stays with the one that was
    kept. No row names a contact or number of the other client afterwards.

    Raises:
        RefusedError: the client that was kept was merged on, or one more was merged into it.
    """
    client_merge.check_apart(db, merge)
    taken = undoing.take_back(db, merge.entry_id, now, lenient=True)
    along = going_along.Following(taken)
    going_along.people(along, merge.keep_id, merge.gone_id)
    held = identifiers.of_client(db, merge.gone_id)
    ties = [Identity(IdentityKind(row["kind"]), row["value"]) for row in held]
    rematch(along, merge.keep_id, ties)
    going_along.deeds(along, merge.keep_id, merge.gone_id)
    return taken
