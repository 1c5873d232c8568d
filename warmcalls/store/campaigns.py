"""Campaigns and the spellings that mean them."""

from collections.abc import Iterable
from typing import Final

from warmcalls.store.engine import Reader, Writer

CODES: Final = "select code, campaign_id from campaign_code where code in (:codes)"
BY_NAME: Final = "select id from campaign where lower(name) = :name"


WARMED: Final = """
select c.name from signal s join campaign c on c.id = s.campaign_id
where s.client_id in (:clients) and s.at >= :since and s.at <= :now
group by c.name order by count(distinct s.client_id) desc, count(*) desc, c.name limit 3
"""


def that_warmed(db: Reader, clients: Iterable[int], since: int, now: int) -> tuple[str, ...]:
    """Return the campaigns that touched most of some clients, at most three."""
    return tuple(
        str(row[0]) for row in db.tuples(WARMED, clients=list(clients), since=since, now=now)
    )


def ids_by_code(db: Reader, codes: Iterable[str]) -> dict[str, int]:
    """Return the campaign that each spelling means, for those that are known."""
    return dict(db.tuples(CODES, codes=list(codes)))


def id_for_code(db: Writer, code: str, channel: str, import_id: int) -> int:
    """Return the campaign of a spelling, made on first sight; spellings compare without case."""
    name = code.replace("_", " ").replace("+", " ").strip()
    found = db.tuples(BY_NAME, name=name.lower())
    campaign_id = (
        int(found[0][0])
        if found
        else db.insert("campaign", {"name": name, "channel": channel, "import_id": import_id})
    )
    db.insert("campaign_code", {"campaign_id": campaign_id, "code": code})
    return campaign_id


HELD_BY: Final = """
select k.code, c.name from campaign_code k join campaign c on c.id = k.campaign_id
where k.code in (:codes)
"""


def id_by_name(db: Reader, name: str) -> int | None:
    """Return the campaign of a name, whatever the case."""
    found = db.tuples(BY_NAME, name=name.strip().lower())
    return int(found[0][0]) if found else None


def holders(db: Reader, codes: Iterable[str]) -> dict[str, str]:
    """Return the name of the campaign that holds each spelling, for those that are held."""
    return dict(db.tuples(HELD_BY, codes=list(codes)))


def name_of(db: Reader, campaign_id: int) -> str | None:
    """Return a campaign's name, None where there is no such campaign."""
    found = db.tuples("select name from campaign where id = :id", id=campaign_id)
    return str(found[0][0]) if found else None
