"""Experiments, their arms, and the leads that each arm brought."""

from typing import Final

from warmcalls.store.engine import Reader, Row

ALL: Final = """
select e.*, coalesce(p.name, '') as who from experiment e
left join person p on p.id = e.person_id
order by case when e.ended_on = '' then 0 else 1 end, e.starts desc, e.id desc
"""
ARMS: Final = """
select a.*, c.name as campaign from experiment_arm a join campaign c on c.id = a.campaign_id
order by a.experiment_id, a.id
"""
BY_NAME: Final = "select id from experiment where lower(name) = :name"
OF_BOTH: Final = """
select e.name from experiment e join experiment_arm a on a.experiment_id = e.id
where a.campaign_id in (:one, :other) group by e.id, e.name having count(*) > 1 order by e.id
"""
LEADS: Final = """
select t.client_id, t.campaign_id, t.lead_at from touch t where t.campaign_id in (:campaigns)
and t.lead_at >= :since and t.lead_at < :until order by t.lead_at, t.campaign_id, t.client_id
"""


def everything(db: Reader) -> list[Row]:
    """Return all experiments, those that run first, then the newest."""
    return db.query(ALL)


def arms(db: Reader) -> dict[int, list[Row]]:
    """Return the arms of every experiment in their order."""
    found: dict[int, list[Row]] = {}
    for row in db.query(ARMS):
        found.setdefault(row["experiment_id"], []).append(row)
    return found


def id_by_name(db: Reader, name: str) -> int | None:
    """Return the experiment of a name, whatever the case."""
    found = db.tuples(BY_NAME, name=name.lower())
    return int(found[0][0]) if found else None


def by_id(db: Reader, experiment_id: int) -> Row | None:
    """Return an experiment's row."""
    found = db.query("select * from experiment where id = :id", id=experiment_id)
    return next(iter(found), None)


def of_both(db: Reader, one_id: int, other_id: int) -> str | None:
    """Return the name of an experiment that two campaigns are arms of, None for none."""
    found = db.tuples(OF_BOTH, one=one_id, other=other_id)
    return str(found[0][0]) if found else None


def leads(
    db: Reader, campaign_ids: list[int], since: int, until: int
) -> dict[int, tuple[int, int]]:
    """Return the leads of some campaigns in a stretch of time: client to campaign and moment.

    Who became a lead of several of them belongs to the first.
    """
    found: dict[int, tuple[int, int]] = {}
    for client_id, campaign_id, at in db.tuples(
        LEADS, campaigns=campaign_ids, since=since, until=until
    ):
        found.setdefault(client_id, (campaign_id, at))
    return found
