"""How fresh what the list stands on is: the newest visit, the newest signal, screening."""

from dataclasses import dataclass
from typing import Final

from warmcalls.store.engine import Reader

NEWEST: Final = """
select id from import where reverted_at is null and kind = 'signals' and added > 0
and (format = 'weblog') = (:web = 1) order by id desc limit 5
"""
LAST_SEEN: Final = "select max(at) from signal where import_id in (:ids)"
SCREENING: Final = """
select count(*), coalesce(sum(case when screened_at >= :since then 0 else 1 end), 0)
from phone where dead = 0 and registered = 0
"""


@dataclass(frozen=True, slots=True)
class Freshness:
    """What the status bar says.

    Attributes:
        website: moment of the newest visit in the last imported web logs, None for none.
        signals: moment of the newest signal in the last imported tables, None for none.
        numbers: numbers that may be rung.
        due: those of them without a TPS screening in the last 28 days.
    """

    website: int | None
    signals: int | None
    numbers: int
    due: int


def freshness(db: Reader, screened_since: int) -> Freshness:
    """Return how fresh the feeds are.

    Args:
        db: a reader.
        screened_since: a screening before this moment has run out, UTC microseconds.
    """
    numbers, due = db.tuples(SCREENING, since=screened_since)[0]
    return Freshness(_last_seen(db, web=1), _last_seen(db, web=0), int(numbers), int(due))


def _last_seen(db: Reader, *, web: int) -> int | None:
    ids = [int(row[0]) for row in db.tuples(NEWEST, web=web)]
    found = db.tuples(LAST_SEEN, ids=ids)[0][0] if ids else None
    return None if found is None else int(found)
