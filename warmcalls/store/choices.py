"""What results can be narrowed to: channels, recruiters, sectors and campaigns."""

from dataclasses import dataclass
from typing import Final

from warmcalls.store.engine import Reader

CHANNELS: Final = """
select min(channel) from (select channel from campaign union select channel from spend) c
where channel <> '' group by lower(channel) order by lower(channel)
"""
SECTORS: Final = """
select min(sector) from client where sector <> '' group by lower(sector) order by lower(sector)
"""
PEOPLE: Final = "select id, name from person where active = 1 order by lower(name), id"
CAMPAIGNS: Final = "select id, name from campaign order by lower(name), id"


@dataclass(frozen=True, slots=True)
class Choices:
    """Each in the order of its name.

    Attributes:
        people: everybody who works here: id and name.
        campaigns: id and name.
    """

    channels: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    people: tuple[tuple[int, str], ...] = ()
    campaigns: tuple[tuple[int, str], ...] = ()


def choices(db: Reader) -> Choices:
    """Return what there is to choose from."""
    return Choices(
        tuple(str(row[0]) for row in db.tuples(CHANNELS)),
        tuple(str(row[0]) for row in db.tuples(SECTORS)),
        tuple((int(row[0]), str(row[1])) for row in db.tuples(PEOPLE)),
        tuple((int(row[0]), str(row[1])) for row in db.tuples(CAMPAIGNS)),
    )
