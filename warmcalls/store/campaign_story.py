"""One campaign's leads: what recruiters said of each, and how long things took."""

from typing import Final

from warmcalls.store.engine import Reader, Row

PEOPLE: Final = """
select count(distinct s.person) from touch t join signal s on s.client_id = t.client_id
and s.campaign_id = t.campaign_id and s.at >= :first and s.at < :end
where t.campaign_id = :campaign
"""
SAID: Final = """
select o.id, o.client_id, o.at, o.reach, o.result, o.worth, o.why, o.note, c.name as client,
coalesce(p.name, '') as who, t.lead_at from touch t
join outcome o on o.client_id = t.client_id and o.at >= t.lead_at
join client c on c.id = t.client_id left join person p on p.id = o.person_id
where t.campaign_id = :campaign and t.lead_at >= :first and t.lead_at < :end
order by o.at desc, o.id desc
"""
STEPS: Final = """
select t.first_at, (select min(o.at) from outcome o where o.client_id = t.client_id
  and o.at >= t.first_at and o.reach <> 'rejected') as called_at,
(select min(v.taken_at) from vacancy v where v.client_id = t.client_id
  and v.taken_at >= t.first_at) as brief_at
from touch t where t.campaign_id = :campaign and t.lead_at >= :first and t.lead_at < :end
"""
FEES: Final = """
select t.client_id, t.first_at, f.invoiced_on from touch t
join fee f on f.client_id = t.client_id and f.amount > 0 and f.kind <> 'void'
where t.campaign_id = :campaign and t.lead_at >= :first and t.lead_at < :end
order by f.invoiced_on desc
"""
EXPERIMENTS: Final = """
select distinct e.id, e.name, e.starts, e.ended_on, e.decision from experiment e
join experiment_arm a on a.experiment_id = e.id where a.campaign_id = :campaign
order by e.starts desc, e.id desc
"""
Steps = tuple[int, int | None, int | None]
SETTLED: Final = """
select outcome_id from answer where campaign_id = :campaign and settled = 1
"""


def people(db: Reader, campaign_id: int, first: int, end: int) -> int:
    """Return how many different people a campaign brought at its clients in a period."""
    return int(db.tuples(PEOPLE, campaign=campaign_id, first=first, end=end)[0][0])


def said(db: Reader, campaign_id: int, first: int, end: int) -> list[Row]:
    """Return every outcome since a client became a lead of a campaign in a period, newest first."""
    return db.query(SAID, campaign=campaign_id, first=first, end=end)


def steps(db: Reader, campaign_id: int, first: int, end: int) -> list[Steps]:
    """Return first signal, first call and first job brief of a campaign's leads of a period.

    UTC microseconds; None where it did not come so far.
    """
    return list(db.tuples(STEPS, campaign=campaign_id, first=first, end=end))


def fees(db: Reader, campaign_id: int, first: int, end: int) -> list[tuple[int, int, str]]:
    """Return client, first signal and ISO day of every fee of a campaign's leads, newest first."""
    return list(db.tuples(FEES, campaign=campaign_id, first=first, end=end))


def experiments(db: Reader, campaign_id: int) -> list[Row]:
    """Return the experiments that a campaign is an arm of, newest first."""
    return db.query(EXPERIMENTS, campaign=campaign_id)


def settled(db: Reader, campaign_id: int) -> set[int]:
    """Return the outcomes that marketing has settled for a campaign."""
    return {int(row[0]) for row in db.tuples(SETTLED, campaign=campaign_id)}
