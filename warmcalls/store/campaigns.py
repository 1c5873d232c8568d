"""Campaigns and the spellings that mean them."""

from collections.abc import Iterable
from typing import Final

from warmcalls.domain.campaigns import Campaign
from warmcalls.store.engine import Reader, Row, Writer

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
    """Return the campaign of a spelling, made on first sight; spellings compare without case.

    A name that a campaign went by before it was renamed or merged still means it.
    """
    name = code.replace("_", " ").replace("+", " ").strip()
    found = id_by_name(db, name) or ids_by_code(db, [name.lower()]).get(name.lower())
    row = {"name": name, "channel": channel, "import_id": import_id}
    campaign_id = found or db.insert("campaign", row)
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


BY_NAMES: Final = "select lower(name), id from campaign where lower(name) in (:names)"


def ids_by_names(db: Reader, names: Iterable[str]) -> dict[str, int]:
    """Return the campaign of each name in lower case, for those that there are."""
    return dict(db.tuples(BY_NAMES, names=list(names)))


def holders(db: Reader, codes: Iterable[str]) -> dict[str, str]:
    """Return the name of the campaign that holds each spelling, for those that are held."""
    return dict(db.tuples(HELD_BY, codes=list(codes)))


def name_of(db: Reader, campaign_id: int) -> str | None:
    """Return a campaign's name, None where there is no such campaign."""
    found = db.tuples("select name from campaign where id = :id", id=campaign_id)
    return str(found[0][0]) if found else None


BY_ID: Final = "select * from campaign where id = :id"
CODES_OF: Final = "select id, code from campaign_code where campaign_id = :id order by code"


def by_id(db: Reader, campaign_id: int) -> Campaign | None:
    """Return a campaign with its codes, None where there is no such campaign."""
    found = db.query(BY_ID, id=campaign_id)
    codes = tuple(codes_of(db, campaign_id).values())
    return next((_campaign(row, codes) for row in found), None)


def codes_of(db: Reader, campaign_id: int) -> dict[int, str]:
    """Return the spellings of a campaign by the id of their row."""
    return dict(db.tuples(CODES_OF, id=campaign_id))


def _campaign(row: Row, codes: tuple[str, ...]) -> Campaign:
    names = Campaign.__dataclass_fields__.keys() - {"codes"}
    return Campaign(**{name: row[name] for name in names}, codes=codes)


SPELLINGS: Final = """
select c.id, c.name, coalesce(k.code, '') from campaign c
left join campaign_code k on k.campaign_id = c.id order by c.id, k.code
"""


def spellings(db: Reader) -> dict[int, tuple[str, ...]]:
    """Return how every campaign is spelt, its name first."""
    found: dict[int, tuple[str, ...]] = {}
    for campaign_id, name, code in db.tuples(SPELLINGS):
        found[campaign_id] = found.get(campaign_id, (name,)) + ((code,) if code else ())
    return found


NAMED_IN: Final = ("campaign_code", "spend", "sample", "answer", "dismissal", "experiment_arm")


def rows_of(db: Reader, table: str, campaign_id: int) -> list[int]:
    """Return the rows of a table of `NAMED_IN` that name a campaign."""
    sql = f"select id from {table} where campaign_id = :id order by id"  # noqa: S608
    return [int(row[0]) for row in db.tuples(sql, id=campaign_id)]


def in_use(db: Reader, campaign_id: int) -> bool:
    """Tell whether any row but a signal names a campaign."""
    return any(rows_of(db, table, campaign_id) for table in NAMED_IN)


CHANNELS: Final = """
select channel from campaign where channel <> '' union select channel from spend where channel <> ''
order by 1
"""


def channels(db: Reader) -> list[str]:
    """Return the channels of all campaigns, and those that spend names, by name."""
    return [str(row[0]) for row in db.tuples(CHANNELS)]
