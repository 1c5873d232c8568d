"""Campaigns and channels with what they cost and brought, the best return first."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np

from warmcalls.actions.ledger import Ledger
from warmcalls.actions.yardstick import Handed, Yardstick, handed_over, parts_of
from warmcalls.domain.results import Earner, Model
from warmcalls.store import leads
from warmcalls.store.engine import Reader

NO_CHANNEL: Final = "No channel"


@dataclass(frozen=True, slots=True)
class Earned:
    """What campaigns cost, handed over and were credited with, by campaign.

    Attributes:
        spend: minor units; None for spend without a campaign.
        handed: the leads of the period, of all campaigns.
        credits: minor units, of fees that count by first signal.
    """

    spend: dict[int | None, int]
    handed: Handed
    credits: dict[Model, dict[int, int]]


def earned(db: Reader, book: Ledger) -> Earned:
    """Return what the campaigns shown cost, handed over and were credited with."""
    spend: dict[int | None, int] = defaultdict(int)
    for (campaign, _), amount in book.spent().items():
        spend[campaign] += amount
    window = book.period.moments(book.agency.zone)
    handed = handed_over(leads.arrivals(db, *window), leads.looked_at(db, *window))
    given: dict[Model, dict[int, int]] = {}
    for model, credit in book.credits.items():
        sums = credit.only(book.cohort[credit.fee]).by_campaign()
        given[model] = {c: amount for c, amount in sums.items() if c in book.shown}
    return Earned(dict(spend), handed, given)


def campaigns(book: Ledger, found: Earned, measure: Yardstick) -> tuple[Earner, ...]:
    """Return the campaigns shown; those that cost, brought and handed over nothing are left out."""
    active = [
        campaign
        for campaign in sorted(book.shown)
        if campaign in found.spend
        or campaign in found.handed.arrivals
        or any(given.get(campaign) for given in found.credits.values())
    ]
    return _sorted([_earner(book, found, measure, [campaign]) for campaign in active])


def channels(book: Ledger, found: Earned, measure: Yardstick) -> tuple[Earner, ...]:
    """Return the channels of the campaigns shown, with spend that belongs to no campaign of them.

    Channels compare without case; what has none is one of its own.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    for campaign in sorted(book.shown):
        channel = book.campaigns[campaign].channel.strip()
        names.setdefault(channel.lower(), channel)
        groups[channel.lower()].append(campaign)
    loose: dict[str, int] = defaultdict(int)
    for spend, amount in book.spends:
        if spend.campaign_id is None and amount is not None:
            names.setdefault(spend.channel.strip().lower(), spend.channel.strip())
            loose[spend.channel.strip().lower()] += spend.within(book.period, amount)
    made = [
        _earner(
            book, found, measure, groups[key], channel=name or NO_CHANNEL, more_spend=loose[key]
        )
        for key, name in names.items()
    ]
    return _sorted([each for each in made if each.spend or each.fees or each.returns.fees])


def _earner(
    book: Ledger,
    found: Earned,
    measure: Yardstick,
    members: Collection[int],
    *,
    channel: str = "",
    more_spend: int = 0,
) -> Earner:
    """Return one campaign, or a channel of several."""
    spend = sum(found.spend.get(campaign, 0) for campaign in members) + more_spend
    parts = parts_of(book.kept, book.credits[book.asked.model], members, book.cohort)
    returns = measure.of_campaigns(spend, found.handed, members, parts).returns
    by_model = {
        model: sum(given.get(campaign, 0) for campaign in members)
        for model, given in found.credits.items()
    }
    fees = by_model[book.asked.model]
    if channel:
        return Earner(0, channel, channel, spend, fees, returns, by_model)
    (campaign,) = members
    about = book.campaigns[campaign]
    return Earner(campaign, about.name, about.channel, spend, fees, returns, by_model)


def _sorted(found: list[Earner]) -> tuple[Earner, ...]:
    """Return the best return first, those without spend last."""

    def place(earner: Earner) -> tuple[bool, float, int, str]:
        known = earner.returns.so_far
        return known is None, -(known or 0.0), -earner.fees, earner.name.lower()

    return tuple(sorted(found, key=place))


def positive_amounts(book: Ledger) -> list[float]:
    """Return the fees that the campaigns shown have a part in and that count, minor units."""
    counts = book.cohort & (book.share > 0) & (book.kept.amounts > 0)
    amounts: list[float] = np.asarray(book.kept.amounts[counts], dtype=np.float64).tolist()
    return amounts
