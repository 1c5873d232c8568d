"""The clients behind a campaign's meetings and its reach, counted as its figures count them."""

from typing import Final

from warmcalls.store.engine import Reader
from warmcalls.store.lead_lines import Lead

MEETINGS: Final = """
select t.client_id, t.lead_at, 1 from touch t
where t.campaign_id = :campaign and t.lead_at >= :first and t.lead_at < :end and exists (
  select 1 from outcome o where o.client_id = t.client_id and o.at >= t.lead_at
  and o.result = 'meeting')
order by t.lead_at desc, t.client_id limit :limit
"""
# who was reached before and after a period that is over may have been silent in it
REACHED: Final = """
select t.client_id, coalesce(t.lead_at, t.first_at), case when t.lead_at is null then 0 else 1 end
from touch t where t.campaign_id = :campaign and t.first_at < :end and t.last_at >= :first
and (t.first_at >= :first or t.last_at < :end or exists (
  select 1 from signal s where s.client_id = t.client_id and s.campaign_id = t.campaign_id
  and s.at >= :first and s.at < :end))
order by case when t.lead_at is null then 1 else 0 end, t.last_at desc, t.client_id limit :limit
"""


def meetings(db: Reader, campaign_id: int, first: int, end: int, limit: int) -> list[Lead]:
    """Return the leads of a period with whom a meeting was agreed since, newest first.

    Args:
        db: a reader.
        campaign_id: the campaign.
        first: the first moment of the period, UTC microseconds.
        end: the first moment after it.
        limit: the most to return.
    """
    window = {"first": first, "end": end, "limit": limit}
    rows = db.tuples(MEETINGS, campaign=campaign_id, **window)
    return [Lead(client, campaign_id, at) for client, at, _ in rows]


def reached(
    db: Reader, campaign_id: int, first: int, end: int, limit: int
) -> list[tuple[Lead, bool]]:
    """Return the clients with any signal in a period, and whether each is a lead; leads first.

    Args:
        db: a reader.
        campaign_id: the campaign.
        first: the first moment of the period, UTC microseconds.
        end: the first moment after it.
        limit: the most to return.
    """
    window = {"first": first, "end": end, "limit": limit}
    rows = db.tuples(REACHED, campaign=campaign_id, **window)
    return [(Lead(client, campaign_id, at), bool(is_lead)) for client, at, is_lead in rows]
