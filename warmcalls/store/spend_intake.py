"""Spend that is kept already, for imports that must not count it twice."""

from typing import Final, NamedTuple

from warmcalls.store.engine import Reader, Writer

OF_SOURCE: Final = """
select id, campaign_id, item, spelt, starts, ends, amount, currency, import_id
from spend where source = :source and starts <= :last and ends >= :first order by id
"""
ELSEWHERE: Final = """
select s.id, s.campaign_id, s.item, c.name as spelt, s.starts, s.ends, s.amount, s.currency,
s.import_id
from spend s join campaign c on c.id = s.campaign_id
where s.campaign_id in (:campaigns) and s.source <> :source
and s.starts <= :last and s.ends >= :first order by s.id
"""
NAMED: Final = "select id from campaign where name = :name or lower(name) = :folded order by id"
NAMES: Final = "select id, name from campaign where id in (:ids)"


class Kept(NamedTuple):
    """Spend that is there.

    Attributes:
        item: the campaign's number in the ad tool, or empty.
        spelt: the campaign as the file spelt it.
        amount: minor units of `currency`.
    """

    id: int
    campaign_id: int | None
    item: str
    spelt: str
    starts: str
    ends: str
    amount: int
    currency: str
    import_id: int | None


def of_source(db: Reader, source: str, first: str, last: str) -> list[Kept]:
    """Return what came from one ad tool and touches some days."""
    return list(map(Kept._make, db.tuples(OF_SOURCE, source=source, first=first, last=last)))


def elsewhere(db: Reader, campaigns: list[int], source: str, first: str, last: str) -> list[Kept]:
    """Return what some campaigns cost on some days by other sources, typed in or imported."""
    rows = db.tuples(ELSEWHERE, campaigns=campaigns, source=source, first=first, last=last)
    return list(map(Kept._make, rows))


def campaign_named(db: Reader, name: str) -> int | None:
    """Return the campaign of a name, whatever its case."""
    found = db.tuples(NAMED, name=name, folded=name.lower())
    return int(found[0][0]) if found else None


def names_of(db: Reader, ids: list[int]) -> dict[int, str]:
    """Return the names of some campaigns."""
    return {int(row[0]): str(row[1]) for row in db.tuples(NAMES, ids=ids)}


def add_campaign(db: Writer, name: str, channel: str, codes: list[str], import_id: int) -> int:
    """Make a campaign that an import brings; it goes with the import while nothing else uses it."""
    made = db.insert("campaign", {"name": name, "channel": channel, "import_id": import_id})
    for code in codes:
        db.insert("campaign_code", {"campaign_id": made, "code": code})
    return made
