"""Coverage of the target list: whom marketing reached in 30 and 90 days, whom never, with what."""

from dataclasses import replace
from typing import Final

from warmcalls.actions.desk import Desk
from warmcalls.domain.moments import DAY
from warmcalls.domain.reach import (
    QUARTER,
    RECENT,
    CampaignReach,
    TargetCoverage,
    TierReach,
    in_order,
)
from warmcalls.store import reach

ALWAYS: Final = ("A", "B", "C")
NO_CAMPAIGN: Final = "No campaign known"


def coverage(desk: Desk) -> TargetCoverage:
    """Return how much of the target list was reached, by tier and by campaign."""
    found, since = tier_coverage(desk), desk.now - QUARTER * DAY
    campaigns, brought = reach.by_campaign(desk.db, since, desk.now)
    alone = {t.tier: t.reached - brought.get(t.tier, 0) for t in found.tiers}
    without = {tier: count for tier, count in alone.items() if count}
    if without:
        campaigns.append(CampaignReach(None, NO_CAMPAIGN, without))
    return replace(found, campaigns=in_order(campaigns))


def tier_coverage(desk: Desk) -> TargetCoverage:
    """Return how much of each tier was reached, without the campaigns: what the bars show."""
    found = reach.by_tier(desk.db, desk.now - RECENT * DAY, desk.now - QUARTER * DAY)
    tiers = [found.get(tier, TierReach(tier)) for tier in ALWAYS]
    return TargetCoverage((*tiers, *([found[""]] if "" in found else [])))


def reached_by(desk: Desk, campaign_id: int | None) -> list[int]:
    """Return the clients that a campaign reached in 90 days, newest first.

    Args:
        desk: a desk.
        campaign_id: None for those whom no campaign that is known reached.
    """
    return reach.clients_of(desk.db, campaign_id, desk.now - QUARTER * DAY, desk.now)
