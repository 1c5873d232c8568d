"""Prospects stand at one moment for all; once that is a week ago, they are worked out anew."""

from contextlib import suppress

from warmcalls.domain.errors import RefusedError
from warmcalls.store import prospects, settings
from warmcalls.store.engine import Writer


def keep_prospects_near(db: Writer, now: int) -> None:
    """Work every client's prospect out again where those kept are of another time.

    A transaction of its own, never part of another: it writes the rows of all clients. It gives
    way to an import, and is due again at the next outcome or start.
    """
    if prospects.moved(settings.load(db), now) is None:
        return
    with suppress(RefusedError), db.atomic(gives_way=True):
        # another desk may have done it while this one waited
        moved = prospects.moved(settings.load(db), now)
        if moved is None:
            return
        settings.save(db, prospects_at=moved.prospects_at)
        prospects.refresh_all(db, moved)
