"""What the clients have already: the sectors, towns and tags that editors and filters offer."""

from typing import Final

from warmcalls.store.engine import Reader

SECTORS: Final = """
select min(sector) from client where sector <> '' group by lower(sector) order by lower(sector)
"""
TOWNS: Final = """
select min(town) from client where town <> '' group by lower(town) order by lower(town)
"""
TAGS: Final = "select distinct tags from client where tags <> ''"

OWNERS: Final = "select id, name from person order by lower(name), id"


def owners(db: Reader) -> dict[int, str]:
    """Return everybody who may own a client or once did, id to name, in order of name."""
    return dict(db.tuples(OWNERS))


def sectors(db: Reader) -> list[str]:
    """Return every sector once, whatever the case."""
    return [str(row[0]) for row in db.tuples(SECTORS)]


def towns(db: Reader) -> list[str]:
    """Return every town once, whatever the case."""
    return [str(row[0]) for row in db.tuples(TOWNS)]


def tags(db: Reader) -> list[str]:
    """Return every set of tags that some client has."""
    return [str(row[0]) for row in db.tuples(TAGS)]
