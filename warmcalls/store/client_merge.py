"""Merging clients: the rows that name a client, and what undoing a merge needs to know."""

import json
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.store.engine import Reader, Row
from warmcalls.store.undoing import MERGED

OF_A_CLIENT: Final = (
    "visitor", "signal", "call", "outcome", "vacancy", "placement", "objection", "alert",
    "phone", "identifier",
)  # fmt: skip
ONE_BY_ONE: Final = ("fee",)  # their own history is asked for, row by row
JOINED: Final = ("contact", "sample")  # of two that are one, one stays
PAIRS: Final = ("duplicate", "not_duplicate")
WORKED_OUT: Final = ("warmth", "touch", "standing", "client_line", "client_digest")
OF_A_CONTACT: Final = (
    "phone", "identifier", "objection", "visitor", "signal", "call", "outcome", "vacancy",
)  # fmt: skip
OF_A_PHONE: Final = ("call",)

COUNTED: Final = {
    "signals": "signal",
    "calls": "outcome",
    "briefs": "vacancy",
    "placements": "placement",
    "fees": "fee",
    "contacts": "contact",
    "numbers": "phone",
    "identifiers": "identifier",
    "visitors": "visitor",
}
BOTH: Final = """
select c.*, coalesce(p.name, '') as owner from client c left join person p on p.id = c.owner_id
where c.id in (:ids)
"""
NUMBERS: Final = "select * from phone where client_id = :id order by id"
NAMED: Final = "select * from identifier where kind = 'name' and value = :key"
REASONS: Final = "select reasons from duplicate where one_id = :one and other_id = :other"
SAMPLES: Final = """
select g.id as gone, k.id as kept, g.until as gone_until, k.until as kept_until
from sample g left join sample k on k.campaign_id = g.campaign_id and k.client_id = :keep
where g.client_id = :gone order by g.id
"""
KEPT_BY: Final = "select item_id from change where entry_id = :id and item = :merged"
GONE_BY: Final = """
select c.item_id, e.at from change c join entry e on e.id = c.entry_id
where c.entry_id = :id and c.item = 'client' and c.after is null
"""
REMOVED_BY: Final = """
select e.said from change c join entry e on e.id = c.entry_id
where c.item = 'client' and c.item_id = :id and c.after is null and e.undone_at is null
order by e.id desc limit 1
"""


LATER: Final = """
select e.said from change c join entry e on e.id = c.entry_id
where c.item = :merged and c.item_id = :id and e.id > :entry and e.undone_at is null
order by e.id desc limit 1
"""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two clients of which one stayed, when they were merged, and by which entry."""

    keep_id: int
    gone_id: int
    at: int
    entry_id: int


def both(db: Reader, *ids: int) -> dict[int, Row]:
    """Return clients as they are kept, by id, with their owner's name."""
    return {int(row["id"]): row for row in db.query(BOTH, ids=list(ids))}


def numbers(db: Reader, client_id: int) -> list[Row]:
    """Return a client's numbers as they are kept, its contacts' too."""
    return db.query(NUMBERS, id=client_id)


def name_holder(db: Reader, key: str) -> Row | None:
    """Return the identifier of a name, whoever has it."""
    return next(iter(db.query(NAMED, key=key)), None)


def pair_of(db: Reader, one_id: int, other_id: int) -> tuple[str, ...]:
    """Return why two clients were found to be one; nothing where they were not."""
    found = db.tuples(REASONS, one=min(one_id, other_id), other=max(one_id, other_id))
    return tuple(json.loads(found[0][0])) if found else ()


def rows_of(db: Reader, table: str, column: str, item_id: int) -> list[int]:
    """Return the rows of a table that name something; names come from code only."""
    sql = f"select id from {table} where {column} = :id order by id"  # noqa: S608
    return [int(row[0]) for row in db.tuples(sql, id=item_id)]


def count_of(db: Reader, table: str, client_id: int) -> int:
    """Return how many rows of a table a client has."""
    sql = f"select count(*) from {table} where client_id = :id"  # noqa: S608
    return int(db.tuples(sql, id=client_id)[0][0])


def samples_beside(db: Reader, gone_id: int, keep_id: int) -> list[Row]:
    """Return the samples of one client, each beside the other's of the same campaign."""
    return db.query(SAMPLES, gone=gone_id, keep=keep_id)


def pairs_of(db: Reader, table: str, client_id: int) -> list[Row]:
    """Return the pairs that a client is in."""
    sql = f"select * from {table} where one_id = :id or other_id = :id order by id"  # noqa: S608
    return db.query(sql, id=client_id)


def is_pair(db: Reader, table: str, one_id: int, other_id: int) -> bool:
    """Tell whether two clients are a pair of a table."""
    sql = f"select 1 from {table} where one_id = :one and other_id = :other"  # noqa: S608
    return bool(db.tuples(sql, one=min(one_id, other_id), other=max(one_id, other_id)))


def of_entry(db: Reader, entry_id: int) -> Merge | None:
    """Return what an entry merged, None where it is no merge of clients."""
    kept = db.tuples(KEPT_BY, id=entry_id, merged=MERGED)
    if not kept:
        return None
    ((gone_id, at),) = db.tuples(GONE_BY, id=entry_id)
    return Merge(int(kept[0][0]), int(gone_id), int(at), entry_id)


def check_apart(db: Reader, merge: Merge) -> None:
    """Refuse to undo a merge whose kept client went away itself, or was joined by another since.

    Raises:
        RefusedError: it was merged on or removed, or one more was merged into it; it says what to
            undo first.
    """
    later = db.tuples(LATER, id=merge.keep_id, entry=merge.entry_id, merged=MERGED)
    if db.tuples("select 1 from client where id = :id", id=merge.keep_id):
        if later:
            raise RefusedError(f"Undo “{later[0][0]}” first: it joined the same client since.")
        return
    by = db.tuples(REMOVED_BY, id=merge.keep_id)
    if by:
        raise RefusedError(f"Undo “{by[0][0]}” first: the client that was kept went with it.")
    raise RefusedError("It cannot be undone: the client that was kept is not there any more.")
