"""Undo a merge: two clients of one again, each with what is its own."""

from warmcalls.actions.rematch import rematch
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.store import client_merge, going_along, identifiers, undoing
from warmcalls.store.client_merge import Merge
from warmcalls.store.engine import Writer
from warmcalls.store.going_along import Following
from warmcalls.store.journal import Journal, fetch


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
    along = Following(taken)
    going_along.people(along, merge.keep_id, merge.gone_id)
    _name(along, merge)
    held = identifiers.of_client(db, merge.gone_id)
    ties = [Identity(IdentityKind(row["kind"]), row["value"]) for row in held]
    rematch(along, merge.keep_id, ties)
    going_along.deeds(along, merge.keep_id, merge.gone_id)
    return taken


def _name(along: Following, merge: Merge) -> None:
    """Let the client that comes back go by its name, also where that was taken off meanwhile."""
    db, client = along.db, fetch(along.db, "client", merge.gone_id)
    if client is None or client_merge.name_holder(db, client["name_key"]) is not None:
        return
    row = {"client_id": merge.keep_id, "kind": "name", "value": client["name_key"], "said": ""}
    along.move_rows("identifier", [db.insert("identifier", row)], client_id=merge.gone_id)
