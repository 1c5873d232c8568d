"""Begin: open an agency's database, make a new one ready, fill a demo."""

import uuid

from warmcalls.actions.fee_levels import price_behind
from warmcalls.actions.keep_prospects import keep_prospects_near
from warmcalls.actions.learning import catch_up
from warmcalls.domain.day_words import day_words
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import DAY, day_of
from warmcalls.domain.settings import FAR
from warmcalls.store import client_index, settings, warmth
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_writer

LANDMARK = "landmark"


def begin(location: str, *, now: int, demo: bool = False) -> Writer:
    """Open a database for writing; a new one gets its landmark and seed.

    Args:
        location: a file or a postgresql:// address.
        now: UTC microseconds.
        demo: fill a new database with the demo agency.

    Raises:
        RefusedError: it cannot be opened, or the clock stands decades before its signals.
    """
    db = open_writer(location)
    try:
        if not db.query("select name from setting where name = :name", name=LANDMARK):
            with db.atomic():
                # demo draws must not differ from one start to the next
                seed = 1 if demo else uuid.uuid4().int % 2**31
                settings.save(db, landmark=now - now % DAY, seed=seed)
        keep_landmark_near(db, now)
        look_up_clients(db)
        catch_up(db, settings.load(db))
        price_behind(db, settings.load(db))
        keep_prospects_near(db, now)
        if demo:
            from warmcalls.actions.seed import seed_if_empty  # noqa: PLC0415  only a demo needs it

            seed_if_empty(db, now=now)
    except BaseException:
        db.close()
        raise
    return db


def keep_landmark_near(db: Writer, now: int) -> None:
    """Move the landmark of the counters when the clock has left it years behind.

    Raises:
        RefusedError: the clock stands decades before the signals; nothing was changed.
    """
    agency = settings.load(db)
    if abs(now - agency.landmark) < FAR:
        return
    try:
        with db.atomic():
            moved = warmth.rebase(db, now - now % DAY, agency)
            settings.save(db, landmark=moved.landmark)
    except OverflowError as error:
        day = day_words(day_of(now, agency.zone))
        raise RefusedError(
            f"The clock stands at {day}, too long before the signals kept here: set it right."
        ) from error


def look_up_clients(db: Writer) -> None:
    """Make what the list of clients is looked up in, after an upgrade that brought it."""
    if not client_index.is_behind(db):
        return
    with db.atomic():
        # another desk may have done it while this one waited
        if client_index.is_behind(db):
            client_index.rebuild(db, settings.load(db))
