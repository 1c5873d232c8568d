"""Duplicates: what is compared of clients, the pairs that were found, and those that are two."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from warmcalls.domain.duplicates import Counts, DuplicatePair, Pair, Twin, Zone
from warmcalls.store.engine import Reader, Writer

CHUNK: Final = 500
CLIENTS: Final = """
select id, name, name_key, town, company_number, website from client where {some} order by id
"""
PHONES: Final = "select distinct client_id, number from phone where {some}"
CONTACTS: Final = "select client_id, name, email from contact where {some}"
IDENTIFIERS: Final = """
select i.client_id, i.kind, i.value from identifier i join client c on c.id = i.client_id
where (i.kind in ('domain', 'email') or (i.kind = 'name' and i.value <> c.name_key)) and {some}
"""
OTHER_NAMES: Final = """
select i.client_id, i.value from identifier i join client c on c.id = i.client_id
where i.kind = 'name' and i.value <> c.name_key
"""
IDENTIFIED: Final = "select client_id from identifier where kind = :kind and value in (:values)"
WITH_PHONES: Final = "select distinct client_id from phone where number in (:values)"
TOWNS: Final = "select distinct town from client where town <> ''"
APART: Final = "select one_id, other_id from not_duplicate"
FORGET: Final = "delete from duplicate where one_id in (:ids) or other_id in (:ids)"
KEPT: Final = "select id, one_id, other_id from duplicate"
KEPT_OF: Final = f"{KEPT} where one_id in (:ids) or other_id in (:ids)"
REMOVE: Final = "delete from duplicate where id in (:ids)"
REPLACE: Final = """
on conflict (one_id, other_id) do update set zone = excluded.zone, alike = excluded.alike,
reasons = excluded.reasons, found_at = excluded.found_at
"""
JUDGED: Final = """
update duplicate set zone = :zone, alike = :alike, reasons = :reasons
where id = :id and (zone <> :zone or reasons <> :reasons)
"""
COLUMNS: Final = ("one_id", "other_id", "zone", "alike", "reasons", "found_at")
SHOWN: Final = """
from duplicate d join client a on a.id = d.one_id join client b on b.id = d.other_id
where d.zone <> 'different' and not exists (
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


Some = Sequence[int] | None
"""Ids of some clients, in order; None for all clients."""


def clients(db: Reader, ids: Some = None) -> Iterator[tuple[Any, ...]]:
    """Yield id, name, key, town, company number and website of clients, by id."""
    return _of(db, CLIENTS, "id", ids)


def phones(db: Reader, ids: Some = None) -> Iterator[tuple[Any, ...]]:
    """Yield clients' numbers."""
    return _of(db, PHONES, "client_id", ids)


def contacts(db: Reader, ids: Some = None) -> Iterator[tuple[Any, ...]]:
    """Yield client, name and e-mail of contacts."""
    return _of(db, CONTACTS, "client_id", ids)


def identifiers(db: Reader, ids: Some = None) -> Iterator[tuple[Any, ...]]:
    """Yield client, kind and value of the identifiers that are compared."""
    return _of(db, IDENTIFIERS, "i.client_id", ids)


def _of(db: Reader, sql: str, column: str, ids: Some) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of some clients, or of all."""
    if ids is None:
        yield from db.stream(sql.format(some="1 = 1"))
        return
    some = sql.format(some=f"{column} in (:ids)")
    for start in range(0, len(ids), CHUNK):
        yield from db.tuples(some, ids=list(ids[start : start + CHUNK]))


def other_names(db: Reader) -> Iterator[tuple[Any, ...]]:
    """Yield the client and key of every name that is not a client's own."""
    return db.stream(OTHER_NAMES)


def identified(db: Reader, kind: str, values: Sequence[str]) -> set[int]:
    """Return the clients that have one of some identifiers."""
    return _with(db, IDENTIFIED, values, kind=kind)


def with_phones(db: Reader, numbers: Sequence[str]) -> set[int]:
    """Return the clients that have one of some numbers."""
    return _with(db, WITH_PHONES, numbers)


def _with(db: Reader, sql: str, values: Sequence[str], **named: str) -> set[int]:
    return {
        int(row[0])
        for start in range(0, len(values), CHUNK)
        for row in db.tuples(sql, values=list(values[start : start + CHUNK]), **named)
    }


def towns(db: Reader) -> list[str]:
    """Return the towns that clients are in."""
    return [str(row[0]) for row in db.tuples(TOWNS)]


def apart(db: Reader) -> set[tuple[int, int]]:
    """Return the pairs that somebody said are two clients, the lower id first."""
    return {(int(one), int(other)) for one, other in db.tuples(APART)}


def row_of(db: Reader, one_id: int, other_id: int) -> int | None:
    """Return the row of a pair, None where it was not found; the lower id first."""
    rows = db.tuples(
        f"{KEPT} where one_id = :one and other_id = :other", one=one_id, other=other_id
    )
    return next((int(row[0]) for row in rows), None)


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
    pairs = list(pairs)
    stay = {(pair.one_id, pair.other_id) for pair in pairs}
    rows = kept(db, None if only is None else sorted(only))
    # a pair that stays keeps its row, so that what was done about it can still be put again
    gone = sorted(row_id for row_id, *pair in rows if tuple(pair) not in stay)
    for start in range(0, len(gone), CHUNK):
        db.execute(REMOVE, ids=gone[start : start + CHUNK])
    there = _there(db, sorted({i for pair in pairs for i in (pair.one_id, pair.other_id)}))
    fresh = [
        (p.one_id, p.other_id, p.zone.value, p.alike, json.dumps(p.reasons), now)
        for p in pairs
        if p.one_id in there and p.other_id in there  # another desk may have removed one since
    ]
    db.add_many("duplicate", COLUMNS, fresh, REPLACE)


def kept(db: Reader, ids: Some) -> set[tuple[int, int, int]]:
    """Return the rows of pairs, waiting or not: their id, the older client and the younger."""
    if ids is None:
        return {(int(i), int(one), int(other)) for i, one, other in db.tuples(KEPT)}
    return {
        (int(i), int(one), int(other))
        for start in range(0, len(ids), CHUNK)
        for i, one, other in db.tuples(KEPT_OF, ids=list(ids[start : start + CHUNK]))
    }


def judge_again(db: Writer, row_id: int, pair: Pair) -> None:
    """Write down what became of a pair; one that is none any more is kept, and not shown."""
    reasons = json.dumps(pair.reasons)
    db.execute(JUDGED, id=row_id, zone=pair.zone.value, alike=pair.alike, reasons=reasons)


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
