"""Answers: what marketing said to a recruiter's verdict on a lead."""

from typing import Final

from warmcalls.store.engine import Reader, Row

OF_CLIENT: Final = """
select a.at, a.text, a.settled, c.name as campaign, coalesce(p.name, '') as who, a.person_id
from answer a join outcome o on o.id = a.outcome_id join campaign c on c.id = a.campaign_id
left join person p on p.id = a.person_id
where o.client_id = :client and a.at <= :now order by a.at, a.id
"""
OF_OUTCOME: Final = "select * from answer where outcome_id = :outcome and campaign_id = :campaign"
OF_CAMPAIGN: Final = """
select a.id, coalesce(b.id, 0) as other_id from answer a
left join answer b on b.outcome_id = a.outcome_id and b.campaign_id = :other
where a.campaign_id = :campaign order by a.id
"""
TOUCHED: Final = """
select k.name from outcome o join client k on k.id = o.client_id
join touch t on t.client_id = o.client_id and t.campaign_id = :campaign
where o.id = :outcome
"""


def of_client(db: Reader, client_id: int, now: int) -> list[Row]:
    """Return what marketing answered to the calls of a client, oldest first."""
    return db.query(OF_CLIENT, client=client_id, now=now)


def of_outcome(db: Reader, outcome_id: int, campaign_id: int) -> Row | None:
    """Return the answer of a campaign to an outcome."""
    return next(iter(db.query(OF_OUTCOME, outcome=outcome_id, campaign=campaign_id)), None)


def beside(db: Reader, campaign_id: int, other_id: int) -> list[tuple[int, int]]:
    """Return a campaign's answers, each with the other campaign's to the same call, or 0."""
    found = db.tuples(OF_CAMPAIGN, campaign=campaign_id, other=other_id)
    return [(int(own), int(other)) for own, other in found]


def client_touched(db: Reader, outcome_id: int, campaign_id: int) -> str | None:
    """Return whom an outcome is about, None where the campaign never touched them."""
    found = db.tuples(TOUCHED, outcome=outcome_id, campaign=campaign_id)
    return str(found[0][0]) if found else None
