"""Prospects stand at one moment for all; once that is a week ago, they are worked out anew."""

from warmcalls.store import prospects, settings
from warmcalls.store.engine import Writer


def keep_prospects_near(db: Writer, now: int) -> None:
    """Work every client's prospect out again where those kept are of another time."""
    moved = prospects.moved(settings.load(db), now)
    if moved is None:
        return
    with db.atomic():
        settings.save(db, prospects_at=moved.prospects_at)
        prospects.refresh_all(db, moved)
