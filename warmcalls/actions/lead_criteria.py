"""Lead criteria: who counts as a lead, agreed between marketing and sales."""

from dataclasses import asdict
from typing import Final

from warmcalls.actions.done import Done
from warmcalls.actions.named_setting import remember, remembered
from warmcalls.domain.clients import Tier
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_text
from warmcalls.domain.lead_criteria import NO_CRITERIA, LeadCriteria
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.journal import entry

SETTING: Final = "lead_criteria"
TIERS: Final = frozenset(tier.value for tier in Tier)


def criteria(db: Reader) -> LeadCriteria:
    """Return the lead criteria as they are written down, asking for nothing when new."""
    found = remembered(db, SETTING, {})
    lists = {name: tuple(found.get(name, ())) for name in ("tiers", "sectors")}
    return LeadCriteria(**{**found, **lists})


def save_criteria(
    db: Writer, criteria: LeadCriteria, *, now: int, person_id: int | None = None
) -> Done:
    """Write the lead criteria down.

    Args:
        db: the writer.
        criteria: all of them; what is empty asks for nothing.
        now: UTC microseconds.
        person_id: who agreed them.

    Raises:
        RefusedError: a tier is none, or nobody could be of the size asked for.
    """
    clean = _checked(criteria)
    with entry(db, "save_criteria", now, person_id) as journal:
        remember(journal, SETTING, asdict(clean))
        cleared = clean == NO_CRITERIA
        journal.said = "Cleared the lead criteria" if cleared else "Saved the lead criteria"
    return Done(journal.said, frozenset({"settings", "campaigns"}), journal.undo)


def _checked(said: LeadCriteria) -> LeadCriteria:
    """Return the criteria without blanks and doubles."""
    tiers = tuple(dict.fromkeys(tier.strip().upper() for tier in said.tiers if tier.strip()))
    for tier in set(tiers) - TIERS:
        raise RefusedError(f'"{tier}" is no tier: there are A, B and C.')
    least, most = said.staff_min, said.staff_max
    if min(least or 0, most or 0) < 0:
        raise RefusedError("A number of staff is nought or more.")
    if least is not None and most is not None and most < least:
        raise RefusedError("The most staff are fewer than the fewest: swap them.")
    sectors = tuple(dict.fromkeys(clean_text(name) for name in said.sectors if name.strip()))
    return LeadCriteria(
        words=said.words.strip(),
        tiers=tiers,
        sectors=sectors,
        staff_min=least,
        staff_max=most,
        needs_contact=said.needs_contact,
        needs_number=said.needs_number,
    )
