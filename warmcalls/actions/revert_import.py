"""Revert a whole import: what it brought goes, what somebody worked on since stays."""

from warmcalls.actions.done import Done
from warmcalls.actions.rejudge import rejudge
from warmcalls.domain.errors import RefusedError
from warmcalls.store import (
    fee_levels,
    given_ids,
    imports,
    restated,
    reverts,
    settings,
    standing,
    touches,
    undoing,
    warmth,
)
from warmcalls.store.engine import Writer

CHANGED = frozenset({"clients", "signals", "imports", "campaigns", "placements"})


def revert_import(db: Writer, import_id: int, *, now: int) -> Done:
    """Take a whole import back in one transaction.

    Raises:
        RefusedError: there is no such import, it was reverted before, or a later import brought
            anew what it removed.
    """
    with db.atomic():
        found = imports.by_id(db, import_id)
        if found is None:
            raise RefusedError(f"There is no import {import_id}: see `warmcalls imports`.")
        if found["reverted_at"] is not None:
            raise RefusedError(f"Import {import_id} was reverted before.")
        later = restated.brought_again(db, found["entry_id"])
        if later is not None:
            raise RefusedError(
                f"Import {later} brought again what import {import_id} removed. "
                f"Take back import {later} first."
            )
        agency, given = settings.load(db), given_ids.highest(db)
        away = reverts.merged_away(db, import_id)
        touched = restated.hand_down(db, found["entry_id"])
        touched |= reverts.take_signals(db, import_id)
        taken = undoing.take_back(db, found["entry_id"], now, lenient=True)
        fees = reverts.take_money(db, import_id)
        touched |= taken.touched | reverts.take_parties(db, import_id, away)
        there = reverts.still_there(db, sorted(touched))
        for start in range(0, len(there), reverts.CHUNK):
            warmth.recount(db, there[start : start + reverts.CHUNK], agency)
        touches.recount(db, there)
        reverts.drop_unused(db, import_id)
        given_ids.keep(db, found["entry_id"], given)
        reverts.close(db, import_id, now)
        standing.refresh(db, there, agency)
        fee_levels.refresh(db, agency)
        rejudge(db, there)
        kept = reverts.kept_clients(db, import_id, away)
    worked = _stay(kept, "client") + _stay(fees, "fee")
    return Done(f"Reverted: {found['file']}.{worked}", CHANGED)


def _stay(count: int, noun: str) -> str:
    """Return the sentence on what somebody worked on, or nothing."""
    if not count:
        return ""
    if count == 1:
        return f" 1 {noun} stays, since it was worked on."
    return f" {count:,} {noun}s stay, since they were worked on."
