"""Add spend: what a campaign cost over some days."""

from warmcalls.actions.add_campaign import check_days
from warmcalls.actions.done import Done
from warmcalls.domain.day_words import days_words
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import digest
from warmcalls.domain.money import amount_words
from warmcalls.store import campaigns, settings, spends
from warmcalls.store.engine import Row, Writer
from warmcalls.store.journal import entry


def add_spend(
    db: Writer,
    campaign_id: int | None,
    amount: int,
    *,
    starts: str,
    ends: str,
    now: int,
    note: str = "",
    channel: str = "",
    person_id: int | None = None,
) -> Done:
    """Add what a campaign cost.

    Args:
        db: the writer.
        campaign_id: the campaign, None for spend that belongs to no campaign.
        amount: minor units of the agency's currency.
        starts: first day it pays for, ISO.
        ends: last day it pays for, ISO.
        now: UTC microseconds.
        note: what it was for.
        channel: where it was spent, for spend without a campaign.
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
        name = _name(db, campaign_id, channel)
        key = digest(f"spend|{campaign_id or channel}|{starts}|{ends}|{amount}|{note}")
        if db.query("select id from spend where digest = :key", key=key):
            raise RefusedError("This spend is there already.")
        currency = settings.load(db).currency
        before = spends.on_the_same_days(db, campaign_id, starts, ends) if campaign_id else []
        with entry(db, "add_spend", now, person_id) as journal:
            row = {"campaign_id": campaign_id, "starts": starts, "ends": ends, "amount": amount}
            facts = {"currency": currency, "note": note, "channel": channel, "digest": key}
            made = journal.add("spend", row | facts)
            journal.said = (
                f"Added {amount_words(amount, currency)} spent on {name}{_beside(before)}"
            )
    return Done(journal.said, frozenset({"campaigns"}), journal.entry_id, made)


def _beside(before: list[Row]) -> str:
    """Return what is booked on the same days already, since it may be the same money."""
    if not before:
        return ""
    first = before[0]
    money = amount_words(first["amount"], first["currency"])
    more = f" and {len(before) - 1} more" if len(before) > 1 else ""
    days = days_words(first["starts"], first["ends"])
    return f", beside {money} for {days}{more}: undo it if that is the same"


def _name(db: Writer, campaign_id: int | None, channel: str) -> str:
    """Return what the money was spent on, in words."""
    if campaign_id is None:
        if not channel:
            raise RefusedError("Spend without a campaign needs its channel.")
        return f"{channel}, no campaign"
    name = campaigns.name_of(db, campaign_id)
    if name is None:
        raise RefusedError("This campaign is not there any more.")
    return name
