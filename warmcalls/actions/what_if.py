"""What if: money moved from one campaign to another, from the agency's own figures."""

from warmcalls.actions.campaign_money import campaign_money
from warmcalls.actions.change_campaign import known
from warmcalls.actions.yardstick import handed_over
from warmcalls.domain.campaigns import Campaign, Return
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import day_of
from warmcalls.domain.money import amount_words
from warmcalls.domain.periods import last_months
from warmcalls.domain.results import Model
from warmcalls.domain.settings import Settings
from warmcalls.domain.what_if import WhatIf, beyond, difference, gained, lost, sentence
from warmcalls.store import leads, settings, spends
from warmcalls.store.engine import Reader


def what_if(
    db: Reader,
    from_id: int,
    to_id: int,
    amount: int,
    *,
    now: int,
    model: Model = Model.LINEAR,
) -> WhatIf:
    """Return how fees are likely to change when money moves from one campaign to another.

    It goes by what a pound brought in each over the last 12 months, shrunk towards the agency's
    usual figures where there are few fees, and counts fees that are still to come. Each further
    pound brings less than the one before; beyond as much again as the other campaign costs, none
    is counted.

    Args:
        db: a reader.
        from_id: the campaign it comes from.
        to_id: the campaign it goes to.
        amount: a month, minor units of the agency's currency.
        now: UTC microseconds.
        model: how credit for fees is shared.

    Raises:
        RefusedError: a campaign is unknown or both are the same, nothing or more than is spent
            is moved, or the campaign it goes to has cost nothing yet.
    """
    source, target = known(db, from_id), known(db, to_id)
    if from_id == to_id:
        raise RefusedError("Choose two campaigns: money cannot move from one to itself.")
    if amount <= 0:
        raise RefusedError("Say how much moves: a sum above nought.")
    agency = settings.load(db)
    _check_spent(db, agency, source, amount, now)
    returns = _returns(db, agency, model, now)
    there, here = returns.get(to_id), returns.get(from_id)
    if there is None or there.so_far is None:
        raise RefusedError(
            f"{target.name} cost nothing in the last 12 months: what money does there is not known."
        )
    if here is None or here.likely is None or there.likely is None:
        unknown = source if there.likely is not None else target
        raise RefusedError(
            f"{unknown.name} had no leads in the last 12 months: what money does there is not "
            "known."
        )
    cost = _a_month(db, agency, target, now)
    less = lost(amount, _a_month(db, agency, source, now))
    median, low, high = difference(gained(amount, cost), less, here, there)
    fees = here.fees + there.fees
    words = sentence(median, low, high, fees, agency.currency)
    if amount > cost:
        words = f"{words} {beyond(target.name, cost, amount, agency.currency)}"
    return WhatIf(from_id, to_id, amount, median, low, high, fees, words)


def _check_spent(db: Reader, agency: Settings, source: Campaign, amount: int, now: int) -> None:
    """Refuse to move more than the campaign cost in its dearest month."""
    most = _a_month(db, agency, source, now)
    if most <= 0:
        raise RefusedError(f"{source.name} cost nothing in the last 12 months: nothing can move.")
    if amount > most:
        words = amount_words(most, agency.currency)
        raise RefusedError(f"{source.name} cost {words} in its dearest month: no more can move.")


def _a_month(db: Reader, agency: Settings, campaign: Campaign, now: int) -> int:
    """Return what a campaign cost in its dearest month of the last 12."""
    months = spends.by_month(db, agency, last_months(day_of(now, agency.zone)))
    return max((cost for (i, _), cost in months.items() if i == campaign.id), default=0)


def _returns(db: Reader, agency: Settings, model: Model, now: int) -> dict[int, Return]:
    """Return what each campaign brought back in the last 12 months."""
    period = last_months(day_of(now, agency.zone))
    first, end = period.moments(agency.zone)
    spend = spends.by_campaign(db, agency, period)
    arrived = leads.arrivals(db, first, min(end, now + 1))
    handed = handed_over(arrived, leads.looked_at(db, first, end))
    found = campaign_money(db, agency, model, period, now=now, spend=spend, handed=handed)
    return {campaign_id: money.returns for campaign_id, money in found.items()}
