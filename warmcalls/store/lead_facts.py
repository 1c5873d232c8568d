"""Facts about leads beside what became of them: samples, written criteria, monthly spend."""

from typing import Final

from warmcalls.domain.lead_criteria import LeadCriteria
from warmcalls.store.engine import Reader
from warmcalls.store.numbers import Ints, one_text, read

SAMPLED: Final = """
select p.campaign_id, count(*) from sample p where p.at <= :now and p.until > :now
and not exists (select 1 from outcome o where o.client_id = p.client_id and o.at >= p.at)
group by p.campaign_id
"""
MEETING: Final = """
select t.campaign_id, count(*) from touch t join client c on c.id = t.client_id
where t.lead_at >= :first and t.lead_at < :end {conditions} group by t.campaign_id
"""
BRINGERS: Final = f"""
select {one_text("client_id", "first_at", "lead_at")} from (
  select client_id, min(first_at) as first_at, coalesce(min(lead_at), 0) as lead_at from touch
  where client_id in (select client_id from fee) group by client_id order by client_id) clients
"""  # noqa: S608
SECTORS: Final = "select distinct sector from client"
HAS_CONTACT: Final = "exists (select 1 from contact p where p.client_id = c.id)"
HAS_NUMBER: Final = """
exists (select 1 from standing s where s.client_id = c.id and s.has_number = 1)
"""


def sampled(db: Reader, now: int) -> dict[int, int]:
    """Return how many leads of each campaign are on call lists as a sample, not called yet."""
    return dict(db.tuples(SAMPLED, now=now))


def meeting(db: Reader, first: int, end: int, criteria: LeadCriteria) -> dict[int, int]:
    """Return how many leads of a period meet the lead criteria, by campaign."""
    conditions: list[str] = []
    if criteria.tiers:
        conditions.append("c.tier in (:tiers)")
    if criteria.sectors:
        conditions.append("c.sector in (:sectors)")
    if criteria.staff_min is not None:
        conditions.append("c.staff >= :staff_min")
    if criteria.staff_max is not None:
        conditions.append("c.staff <= :staff_max")
    if criteria.needs_contact:
        conditions.append(HAS_CONTACT)
    if criteria.needs_number:
        conditions.append(HAS_NUMBER)
    wanted = {"first": first, "end": end, "tiers": criteria.tiers}
    wanted |= {"staff_min": criteria.staff_min, "staff_max": criteria.staff_max}
    wanted["sectors"] = _spellings(db, criteria) if criteria.sectors else ()
    sql = MEETING.replace("{conditions}", "".join(f"and {each} " for each in conditions))
    return dict(db.tuples(sql, **{name: v for name, v in wanted.items() if f":{name}" in sql}))


def _spellings(db: Reader, criteria: LeadCriteria) -> list[str]:
    """Return the clients' own spellings of the sectors that criteria ask for."""
    return [
        str(row[0])
        for row in db.tuples(SECTORS)
        if LeadCriteria(sectors=criteria.sectors).meets(
            "", row[0], None, has_contact=True, has_number=True
        )
    ]


def clients_with_fees(db: Reader) -> Ints:
    """Return client id, first signal with a campaign and lead (0 for never) of who ever paid a fee.

    Shape (clients, 3), by client; moments in UTC microseconds.
    """
    found = read(db, BRINGERS, 3)
    return found[found[:, 0].argsort(kind="stable")]
