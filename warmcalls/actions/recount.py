"""Recount: work out again what is kept beside the rows that a journal's entry touched."""

from typing import Final

from warmcalls.actions.change_settings import work_out
from warmcalls.actions.fee_levels import price_touched
from warmcalls.actions.learning import relearn_changed, relearn_touched
from warmcalls.actions.rejudge import rejudge_touched
from warmcalls.domain.settings import Settings
from warmcalls.store import client_index, settings, standing, touches, warmth
from warmcalls.store.journal import Journal

CHUNK: Final = 500
COUNTED: Final = frozenset({"signal", "visitor"})
# whoever is rung, and by whom, these move nobody
BESIDE: Final = frozenset("town website company_number since tags notes".split())


def recount(journal: Journal, agency: Settings) -> None:
    """Work out warmth, touches, standing and pairs of every client that an entry touched."""
    db, ids = journal.db, sorted(journal.touched)
    if journal.tables & COUNTED:
        for start in range(0, len(ids), CHUNK):
            warmth.recount(db, ids[start : start + CHUNK], agency)
        touches.recount(db, ids)
    if journal.moved:
        touches.recount_campaigns(db, sorted(journal.moved))
    if moves_standing(journal):
        standing.refresh(db, ids, agency)
    else:
        client_index.refresh(db, ids)
    price_touched(journal, agency)
    rejudge_touched(journal)
    relearn_touched(journal, agency)


def moves_standing(journal: Journal) -> bool:
    """Tell whether somebody may be rung another way after an entry; tags and notes move nobody."""
    return journal.tables != {"client"} or not journal.fields or not journal.fields <= BESIDE


def settle(journal: Journal, before: Settings) -> None:
    """Recount after undo or redo, which may have changed the settings behind the figures too."""
    agency = settings.load(journal.db)
    if "setting" in journal.tables:
        work_out(journal.db, before, agency)
    recount(journal, agency)
    relearn_changed(journal.db, before, agency)
