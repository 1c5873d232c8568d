"""Recount: work out again what is kept beside the rows that a journal's entry touched."""

from typing import Final

from warmcalls.domain.settings import Settings
from warmcalls.store import standing, touches, warmth
from warmcalls.store.journal import Journal

CHUNK: Final = 500
COUNTED: Final = frozenset({"signal", "visitor"})


def recount(journal: Journal, agency: Settings) -> None:
    """Work out warmth, touches and standing of every client that an entry touched."""
    db, ids = journal.db, sorted(journal.touched)
    if journal.tables & COUNTED:
        for start in range(0, len(ids), CHUNK):
            warmth.recount(db, ids[start : start + CHUNK], agency)
        touches.recount(db, ids)
    if journal.moved:
        touches.recount_campaigns(db, sorted(journal.moved))
    standing.refresh(db, ids, agency)
