"""Stop a campaign, and move what it cost a month to another channel in the plan."""

from typing import Final

from warmcalls.actions.change_campaign import known
from warmcalls.actions.done import Done
from warmcalls.actions.plan_budget import planned, set_plan
from warmcalls.domain.campaigns import Campaign
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_text
from warmcalls.domain.moments import day_of
from warmcalls.domain.money import amount_words
from warmcalls.domain.periods import month_after, month_words
from warmcalls.store import plans, settings
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal, entry

CHANGED: Final = frozenset({"campaigns", "plan"})
NO_REASON: Final = "Stopped"


def stop_campaign(
    db: Writer,
    campaign_id: int,
    *,
    now: int,
    why: str = "",
    move_to: int | None = None,
    amount: int = 0,
    person_id: int | None = None,
) -> Done:
    """End a campaign today, and say in the plan where its money goes from next month on.

    The monthly amount is taken off the plan of its channel and put on the other's: for next
    month, and for every later month that either has a plan for. A plan never falls below nought.

    Args:
        db: the writer.
        campaign_id: the campaign.
        now: UTC microseconds.
        why: the reason; it stays beside the campaign.
        move_to: the campaign whose channel gets the money, None where it is saved.
        amount: a month, minor units of the agency's currency.
        person_id: who stops it.

    Raises:
        RefusedError: it is unknown, ended or not begun, or it is not clear where the money goes.
    """
    with entry(db, "stop_campaign", now, person_id) as journal:
        campaign, agency = known(db, campaign_id), settings.load(db)
        today = day_of(now, agency.zone)
        _check_runs(campaign, today)
        other = _checked_target(db, campaign, move_to, amount)
        reason = clean_text(why) or NO_REASON
        journal.change("campaign", campaign_id, ends=today, stopped_why=reason)
        journal.said = f"Stopped {campaign.name}"
        if other and amount:
            first = month_after(today[:7])
            _move(journal, campaign, other, amount, first)
            money = amount_words(amount, agency.currency)
            journal.said += f"; {money} a month goes to {other.channel} from {month_words(first)}"
    return Done(journal.said, CHANGED, journal.undo, campaign_id)


def _check_runs(campaign: Campaign, today: str) -> None:
    if campaign.starts > today:
        raise RefusedError(f"{campaign.name} has not begun: change its dates instead.")
    if campaign.stopped_why:
        raise RefusedError(f"{campaign.name} was stopped on {campaign.ends} already.")
    if campaign.ends and campaign.ends < today:
        raise RefusedError(f"{campaign.name} ended on {campaign.ends} already.")


def _checked_target(
    db: Writer, campaign: Campaign, move_to: int | None, amount: int
) -> Campaign | None:
    """Return the campaign whose channel gets the money, None where it is saved."""
    if amount < 0:
        raise RefusedError("What is moved is a sum of nought or more.")
    if move_to is None:
        if amount:
            raise RefusedError("Say which campaign the money goes to.")
        return None
    if move_to == campaign.id:
        raise RefusedError("The money cannot go to the campaign that is stopped.")
    other = known(db, move_to)
    if amount and not other.channel:
        raise RefusedError(f"Give {other.name} a channel first: the plan is kept by channel.")
    return other


def _move(journal: Journal, campaign: Campaign, other: Campaign, amount: int, first: str) -> None:
    """Move the amount in the plan, in the first month and those planned after it."""
    db, channel = journal.db, campaign.channel
    if channel.lower() == other.channel.lower():
        return
    currency = settings.load(db).currency
    later = {m for name in (channel, other.channel) for m in plans.months_after(db, first, name)}
    for month in sorted({first} | later):
        left = max(planned(db, month, channel) - amount, 0)
        set_plan(journal, month, channel, left, currency)
        more = planned(db, month, other.channel) + amount
        set_plan(journal, month, other.channel, more, currency)
