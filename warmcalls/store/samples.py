"""Samples: leads of a campaign that are put on call lists for a short while, to know enough."""

from typing import Final

from warmcalls.store.engine import Reader

UNWORKED: Final = """
from touch t join standing s on s.client_id = t.client_id
where t.campaign_id = :campaign and t.lead_at > :since and t.lead_at <= :now
and not exists (select 1 from outcome o where o.client_id = t.client_id and o.at >= t.lead_at
  and o.at <= :now)
and not exists (select 1 from sample p where p.client_id = t.client_id
  and p.campaign_id = t.campaign_id and p.until > :now)
"""
MAY_BE_RUNG: Final = """
and s.blocked = '' and s.ready_at <= :now and s.callback_at is null and s.has_number = 1
"""
CALLABLE: Final = f"select t.client_id {UNWORKED} {MAY_BE_RUNG} order by t.client_id"
COUNT: Final = f"select count(*) {UNWORKED}"
RUNNING: Final = """
select p.client_id, c.name from sample p join campaign c on c.id = p.campaign_id
join standing s on s.client_id = p.client_id
join touch t on t.client_id = p.client_id and t.campaign_id = p.campaign_id
where p.at <= :now and p.until > :now and t.lead_at is not null
and not exists (select 1 from outcome o where o.client_id = p.client_id and o.at >= p.at
  and o.at <= :now)
and s.blocked = '' and s.ready_at <= :now and s.callback_at is null and s.has_number = 1
and (:person = 0 or s.owner_id is null or s.owner_id = :person)
order by p.at, p.id
"""
CALLED: Final = """
select count(*) from outcome o where o.day = :day and (:person = 0 or o.person_id = :person)
and exists (select 1 from sample p where p.client_id = o.client_id and p.at <= o.at
  and p.until > o.at)
"""
BESIDE: Final = """
select a.id, coalesce(b.id, 0) as other_id from sample a
left join sample b on b.client_id = a.client_id and b.campaign_id = :other
where a.campaign_id = :campaign order by a.id
"""
KEPT: Final = "select client_id, id from sample where campaign_id = :campaign"


def callable_leads(db: Reader, campaign_id: int, since: int, now: int) -> list[int]:
    """Return the leads of a campaign that nobody worked and that may be rung now.

    Leads that became one after `since`; those in a sample of this campaign already are left out.
    """
    found = db.tuples(CALLABLE, campaign=campaign_id, since=since, now=now)
    return [int(row[0]) for row in found]


def count_unworked(db: Reader, campaign_id: int, since: int, now: int) -> int:
    """Return how many leads of a campaign nobody worked, whether or not they may be rung."""
    return int(db.tuples(COUNT, campaign=campaign_id, since=since, now=now)[0][0])


def kept(db: Reader, campaign_id: int) -> dict[int, int]:
    """Return the rows of a campaign's samples, those that ended too: client to row."""
    return dict(db.tuples(KEPT, campaign=campaign_id))


def running(db: Reader, now: int, person_id: int | None) -> dict[int, str]:
    """Return whom samples ask to ring now, oldest sample first: client to campaign.

    Who was rung, rests, or is a colleague's is left out.
    """
    found: dict[int, str] = {}
    for client_id, campaign in db.tuples(RUNNING, now=now, person=person_id or 0):
        found.setdefault(client_id, campaign)
    return found


OF_CLIENT: Final = """
select c.name from sample p join campaign c on c.id = p.campaign_id
where p.client_id = :client and p.at <= :now and p.until > :now
and not exists (select 1 from outcome o where o.client_id = p.client_id and o.at >= p.at
  and o.at <= :now)
order by p.at, p.id limit 1
"""


def campaign_of(db: Reader, client_id: int, now: int) -> str:
    """Return the campaign whose sample a client is in and still to be rung for, or nothing."""
    found = db.tuples(OF_CLIENT, client=client_id, now=now)
    return str(found[0][0]) if found else ""


def called_on(db: Reader, day: str, person_id: int | None) -> int:
    """Return how many calls of a business day were to clients in a sample."""
    return int(db.tuples(CALLED, day=day, person=person_id or 0)[0][0])


def beside(db: Reader, campaign_id: int, other_id: int) -> list[tuple[int, int]]:
    """Return a campaign's samples, each with the other campaign's of the same client, or 0."""
    found = db.tuples(BESIDE, campaign=campaign_id, other=other_id)
    return [(int(own), int(other)) for own, other in found]
