"""Learning: the ranking is fitted again, from all outcomes, whenever one of them changed."""

from typing import Final

from warmcalls.domain.learned import learn
from warmcalls.domain.settings import Settings
from warmcalls.store import learned
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal
from warmcalls.store.lessons import lessons

TEACH: Final = frozenset({"outcome", "call"})


def relearn(db: Writer, agency: Settings) -> None:
    """Work out what the outcomes teach, and keep it; from scratch, so that nothing drifts.

    Desks that write do so one after the other, so that none learns from half of the outcomes.
    """
    found = lessons(db)
    if found.attempts or len(found.labels):
        learned.save(db, learn(found, agency), int(found.at[-1]) if len(found.at) else 0)
    else:
        learned.forget(db)


def relearn_touched(journal: Journal, agency: Settings) -> None:
    """Learn again after an entry that touched calls or what came of them."""
    if journal.tables & TEACH:
        relearn(journal.db, agency)


def relearn_changed(db: Writer, before: Settings, after: Settings) -> None:
    """Learn again after a change of what is believed before any outcome."""
    if believed(before) != believed(after):
        relearn(db, after)


def believed(agency: Settings) -> tuple[object, ...]:
    """Return what of the settings the learning starts from."""
    return agency.worth, agency.base_rate, agency.answer_rate, agency.zone_name


def catch_up(db: Writer, agency: Settings) -> None:
    """Learn once from outcomes that an upgrade brought, or that were learnt otherwise before."""
    if not learned.is_behind(db):
        return
    with db.atomic():
        # another desk may have done it while this one waited
        if learned.is_behind(db):
            relearn(db, agency)
