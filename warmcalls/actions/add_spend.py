"""Add spend: what a campaign cost over some days."""

from warmcalls.actions.add_campaign import check_days
from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import digest
from warmcalls.store import campaigns, settings
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry


def add_spend(
    db: Writer,
    campaign_id: int,
    amount: int,
    *,
    starts: str,
    ends: str,
    now: int,
    note: str = "",
    person_id: int | None = None,
) -> Done:
    """Add what a campaign cost.

    Args:
        db: the writer.
        campaign_id: the campaign.
        amount: minor units of the agency's currency.
        starts: first day it pays for, ISO.
        ends: last day it pays for, ISO.
        now: UTC microseconds.
        note: what it was for.
        person_id: who adds it.

    Raises:
        RefusedError: the campaign is unknown, the amount is not positive, a day is none, or the
            same spend is there already.
    """
    if amount <= 0:
        raise RefusedError("Spend is a sum above nought.")
    if not (starts and ends):
        raise RefusedError("Spend needs its first and last day.")
    check_days(starts, ends)
    with db.atomic():
        name = campaigns.name_of(db, campaign_id)
        if name is None:
            raise RefusedError("This campaign is not there any more.")
        key = digest(f"spend|{campaign_id}|{starts}|{ends}|{amount}|{note}")
        if db.query("select id from spend where digest = :key", key=key):
            raise RefusedError("This spend is there already.")
        currency = settings.load(db).currency
        with entry(db, "add_spend", now, person_id) as journal:
            row = {"campaign_id": campaign_id, "starts": starts, "ends": ends, "amount": amount}
            made = journal.add("spend", row | {"currency": currency, "note": note, "digest": key})
            journal.said = f"Added £{amount / 100:,.2f} spent on {name}"
    return Done(journal.said, frozenset({"campaigns"}), journal.entry_id, made)
