"""Revert a whole import: what it brought goes, what somebody worked on since stays."""

from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.store import imports, journal, reverts, settings, standing, warmth
from warmcalls.store.engine import Writer


def revert_import(db: Writer, import_id: int, *, now: int) -> Done:
    """Take a whole import back in one transaction.

    Raises:
        RefusedError: there is no such import, or it was reverted before.
    """
    with db.atomic():
        found = imports.by_id(db, import_id)
        if found is None:
            raise RefusedError(f"There is no import {import_id}: see `warmcalls imports`.")
        if found["reverted_at"] is not None:
            raise RefusedError(f"Import {import_id} was reverted before.")
        agency = settings.load(db)
        touched = reverts.take_signals(db, import_id)
        taken = journal.take_back(db, found["entry_id"], now, lenient=True)
        touched |= taken.touched | reverts.take_parties(db, import_id)
        reverts.drop_unused(db, import_id)
        reverts.close(db, import_id, now)
        there = reverts.still_there(db, sorted(touched))
        for start in range(0, len(there), reverts.CHUNK):
            warmth.recount(db, there[start : start + reverts.CHUNK], agency)
        standing.refresh(db, there, agency)
        kept = reverts.kept_clients(db, import_id)
    stay = (
        "1 client stays, since it was" if kept == 1 else f"{kept:,} clients stay, since they were"
    )
    worked = f" {stay} worked on." if kept else ""
    return Done(f"Reverted: {found['file']}.{worked}", frozenset({"clients", "signals", "imports"}))
