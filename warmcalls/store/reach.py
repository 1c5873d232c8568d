"""Reach: the target clients that marketing reached, by tier and by campaign."""

from typing import Final

from warmcalls.domain.kinds import SHOWS_NONE
from warmcalls.domain.reach import CampaignReach, TierReach
from warmcalls.store.engine import Reader

QUIET: Final = sorted(kind.value for kind in SHOWS_NONE)
BY_TIER: Final = """
select c.tier, count(*), sum(case when w.seen_at >= :recent then 1 else 0 end),
sum(case when w.seen_at >= :since then 1 else 0 end),
sum(case when coalesce(w.seen_at, 0) = 0 then 1 else 0 end)
from client c left join warmth w on w.client_id = c.id where c.excluded = '' group by c.tier
"""
# a touch also counts what is no sign of interest; one that made a lead since needs no second look
INTERESTED: Final = """
t.last_at >= :since and ((t.lead_at >= :since and t.lead_at <= :now) or exists (
  select 1 from signal s where s.client_id = t.client_id and s.campaign_id = t.campaign_id
  and s.campaign_id is not null and s.at >= :since and s.at <= :now and s.kind not in (:quiet)))
"""
# 0 counts the clients of each tier that any campaign reached
BY_CAMPAIGN: Final = f"""
with hit as materialized (
  select t.campaign_id, c.tier, c.id from touch t join client c on c.id = t.client_id
  where c.excluded = '' and {INTERESTED})
select h.campaign_id, g.name, h.tier, count(*) from hit h join campaign g on g.id = h.campaign_id
group by h.campaign_id, g.name, h.tier
union all select 0, '', tier, count(distinct id) from hit group by tier
"""  # noqa: S608
CLIENTS_WITHOUT: Final = f"""
select c.id from warmth w join client c on c.id = w.client_id
where w.seen_at >= :since and c.excluded = '' and not exists (
  select 1 from touch t where t.client_id = w.client_id and {INTERESTED})
order by w.seen_at desc, c.id
"""  # noqa: S608
CLIENTS_OF: Final = f"""
select c.id from touch t join client c on c.id = t.client_id
where t.campaign_id = :campaign and c.excluded = '' and {INTERESTED} order by t.last_at desc, c.id
"""  # noqa: S608


def by_tier(db: Reader, recent: int, since: int) -> dict[str, TierReach]:
    """Return how much of each tier was reached, for tiers with clients.

    Args:
        db: a reader.
        recent: the first moment of the last 30 days, UTC microseconds.
        since: that of the last 90.
    """
    rows = db.tuples(BY_TIER, recent=recent, since=since)
    return {tier: TierReach(tier, *map(int, counts)) for tier, *counts in rows}


def by_campaign(db: Reader, since: int, now: int) -> tuple[list[CampaignReach], dict[str, int]]:
    """Return how many clients each campaign reached since a moment, and any of them, by tier."""
    found: dict[tuple[int, str], dict[str, int]] = {}
    for campaign, name, tier, count in db.tuples(BY_CAMPAIGN, since=since, now=now, quiet=QUIET):
        found.setdefault((campaign, name), {})[tier] = int(count)
    brought = found.pop((0, ""), {})
    return [CampaignReach(key, name, tiers) for (key, name), tiers in found.items()], brought


def clients_of(db: Reader, campaign_id: int | None, since: int, now: int) -> list[int]:
    """Return the clients that a campaign reached since a moment, or no campaign; newest first."""
    window = {"since": since, "now": now, "quiet": QUIET}
    if campaign_id is None:
        rows = db.tuples(CLIENTS_WITHOUT, **window)
    else:
        rows = db.tuples(CLIENTS_OF, campaign=campaign_id, **window)
    return [int(row[0]) for row in rows]
