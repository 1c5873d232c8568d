"""Expected fees: worked out again wherever what they follow from has changed."""

from contextlib import suppress
from typing import Final

from warmcalls.actions.again import again
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.settings import Settings
from warmcalls.store import fee_levels, settings
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal

PRICED: Final = frozenset({"fee", "exchange_rate"})
PLACES: Final = frozenset({"tier", "sector"})


def price_touched(journal: Journal, agency: Settings) -> None:
    """Work expected fees out again after an entry that moved them.

    A client's own figure follows with its standing. Other clients' follow only from a fee or an
    exchange rate, or from the tier and sector of a client that has fees.
    """
    if moves_fees(journal):
        fee_levels.refresh(journal.db, agency)


def moves_fees(journal: Journal) -> bool:
    """Tell whether an entry changed what other clients are expected to bring."""
    if journal.tables & PRICED:
        return True
    moved = "client" in journal.tables and bool(journal.fields & PLACES)
    return moved and fee_levels.any_have_fees(journal.db, sorted(journal.touched))


def price_beside(journal: Journal) -> None:
    """Work expected fees out after an entry that was written beside other desks, in turn.

    What the entry wrote is safe by now, and the next fee prices the others as well: no reason to
    say that anything failed.
    """
    with suppress(RefusedError):
        again(lambda: _price_in_turn(journal))


def _price_in_turn(journal: Journal) -> None:
    if moves_fees(journal):
        with journal.db.atomic():
            fee_levels.refresh(journal.db, settings.load(journal.db))


def price_changed(db: Writer, before: Settings, after: Settings) -> None:
    """Work expected fees out again after a change of what is expected of a tier."""
    if (before.tier_fees, before.currency) != (after.tier_fees, after.currency):
        fee_levels.refresh(db, after)


def price_behind(db: Writer, agency: Settings) -> None:
    """Work expected fees out once after an upgrade."""
    if not fee_levels.is_behind(db, agency):
        return
    with db.atomic():
        fee_levels.refresh(db, agency)
