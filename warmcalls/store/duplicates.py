"""Duplicates: what is compared of clients, the pairs that were found, and those that are two."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from warmcalls.domain.duplicates import Counts, DuplicatePair, Pair, Twin, Zone
from warmcalls.store.engine import Reader, Writer

CHUNK: Final = 500
CLIENTS: Final = """
select id, name, name_key, town, company_number, website from client order by id
"""
PHONES: Final = "select distinct client_id, number from phone"
CONTACTS: Final = "select client_id, name, email from contact"
IDENTIFIERS: Final = """
select i.client_id, i.kind, i.value from identifier i join client c on c.id = i.client_id
where i.kind in ('domain', 'email') or (i.kind = 'name' and i.value <> c.name_key)
"""
TOWNS: Final = "select distinct town from client where town <> ''"
APART: Final = "select one_id, other_id from not_duplicate"
FORGET: Final = "delete from duplicate where one_id in (:ids) or other_id in (:ids)"
COLUMNS: Final = ("one_id", "other_id", "zone", "alike", "reasons", "found_at")
SHOWN: Final = """
from duplicate d join client a on a.id = d.one_id join client b on b.id = d.other_id
where not exists (
  select 1 from not_duplicate n where n.one_id = d.one_id and n.other_id = d.other_id)
"""
PAIRS: Final = f"""
select d.one_id, d.other_id, d.zone, d.alike, d.reasons {SHOWN}
order by d.alike desc, d.one_id, d.other_id limit :limit
"""
COUNT: Final = f"select d.zone, count(*) {SHOWN} group by d.zone"
FOUND_AT: Final = "select max(found_at) from duplicate"
TWINS: Final = """
select c.id, c.name, c.tier, c.town, c.sector, coalesce(p.name, '') as owner, c.website,
c.company_number,
coalesce((select min(f.number) from phone f where f.client_id = c.id), '') as phone,
(select count(*) from contact t where t.client_id = c.id) as contacts,
(select count(*) from signal s where s.client_id = c.id) as signals,
(select count(*) from outcome o where o.client_id = c.id) as calls,
(select max(s.at) from signal s where s.client_id = c.id) as seen_at,
(select max(o.at) from outcome o where o.client_id = c.id) as called_at
from client c left join person p on p.id = c.owner_id where c.id in (:ids)
"""
THERE: Final = "select id from client where id in (:ids)"
IS_APART: Final = """
select id from not_duplicate where one_id = :one and other_id = :other
"""


def clients(db: Reader) -> Iterator[tuple[Any, ...]]:
    """Yield id, name, key, town, company number and website of every client, by id."""
    return db.stream(CLIENTS)


def phones(db: Reader) -> Iterator[tuple[Any, ...]]:
    """Yield every client's numbers."""
    return db.stream(PHONES)


def contacts(db: Reader) -> Iterator[tuple[Any, ...]]:
    """Yield client, name and e-mail of every contact."""
    return db.stream(CONTACTS)


def identifiers(db: Reader) -> Iterator[tuple[Any, ...]]:
    """Yield client, kind and value of the identifiers that are compared."""
    return db.stream(IDENTIFIERS)


def towns(db: Reader) -> list[str]:
    """Return the towns that clients are in."""
    return [str(row[0]) for row in db.tuples(TOWNS)]


def apart(db: Reader) -> set[tuple[int, int]]:
    """Return the pairs that somebody said are two clients, the lower id first."""
    return {(int(one), int(other)) for one, other in db.tuples(APART)}


def is_apart(db: Reader, one_id: int, other_id: int) -> bool:
    """Tell whether somebody said that two are two; the lower id first."""
    return bool(db.tuples(IS_APART, one=one_id, other=other_id))


def replace(db: Writer, pairs: Iterable[Pair], now: int, only: Collection[int] | None) -> None:
    """Keep the pairs that were found in place of earlier ones.

    Args:
        db: the writer.
        pairs: what was found.
        now: UTC microseconds.
        only: clients whose pairs were looked for; None for all clients.
    """
    if only is None:
        db.execute("delete from duplicate")
    else:
        forget(db, sorted(only))
    pairs = list(pairs)
    there = _there(db, sorted({i for pair in pairs for i in (pair.one_id, pair.other_id)}))
    rows = [
        (p.one_id, p.other_id, p.zone.value, p.alike, json.dumps(p.reasons), now)
        for p in pairs
        if p.one_id in there and p.other_id in there  # another desk may have removed one since
    ]
    db.add_many("duplicate", COLUMNS, rows)


def _there(db: Reader, ids: Sequence[int]) -> set[int]:
    """Return those of some clients that there still are."""
    return {
        int(row[0])
        for start in range(0, len(ids), CHUNK)
        for row in db.tuples(THERE, ids=list(ids[start : start + CHUNK]))
    }


def forget(db: Writer, ids: Sequence[int]) -> None:
    """Remove the pairs of some clients, which must be done before a client goes."""
    for start in range(0, len(ids), CHUNK):
        db.execute(FORGET, ids=list(ids[start : start + CHUNK]))


def counts(db: Reader) -> Counts:
    """Return how many pairs wait, by zone."""
    found = {str(zone): int(n) for zone, n in db.tuples(COUNT)}
    return Counts(found.get(Zone.SAME, 0), found.get(Zone.ASK, 0))


def found_at(db: Reader) -> int | None:
    """Return when pairs were last found, None for never or where there are none."""
    at = db.tuples(FOUND_AT)[0][0]
    return None if at is None else int(at)


def pairs(db: Reader, limit: int) -> list[DuplicatePair]:
    """Return pairs that wait with both their clients, the surest first."""
    rows = db.tuples(PAIRS, limit=limit)
    twins = _twins(db, sorted({int(i) for row in rows for i in row[:2]}))
    return [
        DuplicatePair(twins[one], twins[other], Zone(zone), alike, tuple(json.loads(reasons)))
        for one, other, zone, alike, reasons in rows
    ]


def _twins(db: Reader, ids: Sequence[int]) -> dict[int, Twin]:
    found: dict[int, Twin] = {}
    for start in range(0, len(ids), CHUNK):
        for row in db.query(TWINS, ids=list(ids[start : start + CHUNK])):
            moments = [row.pop("seen_at"), row.pop("called_at")]
            last_at = max((at for at in moments if at is not None), default=None)
            found[row["id"]] = Twin(**row, last_at=last_at)
    return found
