"""Objections, by what they bind to: a phone number, an e-mail address, a company's name.

What the table `objection` says is written on the rows it binds: `bind` does so wherever a client's
standing is worked out, so that no row comes back without it. `phone.registered` holds two facts:
`OBJECTED`, that its number objected, and `REGISTERED`, that a register holds it.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from warmcalls.domain.namesakes import Place, is_another_company
from warmcalls.store.engine import Reader, Writer

T = TypeVar("T", int, str)
CHUNK: Final = 500
OBJECTED: Final = 1
REGISTERED: Final = 2
AMONG: Final = "select value from objection where kind = :kind and value in (:values)"
AT: Final = "select at from objection where kind = :kind and value = :value"
KEEP: Final = """
insert into objection (kind, value, at, client_id) values (:kind, :value, :now, :client)
on conflict (kind, value) do nothing
"""
# before an objection comes, a number that is barred stands on a register
OF_A_REGISTER: Final = """
update phone set registered = 2 where number in (:numbers) and registered = 1
and not exists (select 1 from objection o where o.kind = 'phone' and o.value = phone.number)
"""
HOLDERS: Final = {
    "phone": "select distinct client_id from phone where number in (:values)",
    "email": "select distinct client_id from contact where email in (:values)",
    "client": "select id from client where name_key in (:values)",
}
BAR: Final = """
update phone set registered = registered + 1 where client_id in (:ids) and registered in (0, 2)
and exists (select 1 from objection o where o.kind = 'phone' and o.value = phone.number)
"""
# the latest screening of a number counts, at whichever client it was
SCREENED_SINCE: Final = """
select p.id, p.registered, q.registered from phone p join phone q on q.number = p.number
where p.client_id in (:ids) and q.screened_at > coalesce(p.screened_at, 0)
order by p.id, q.screened_at
"""
REGISTER: Final = "update phone set registered = :registered where id = :id"
PEOPLE: Final = """
update contact set objected_at = (
  select o.at from objection o where o.kind = 'email' and o.value = contact.email)
where client_id in (:ids) and objected_at is null and email <> ''
and exists (select 1 from objection o where o.kind = 'email' and o.value = contact.email)
"""
NAMED: Final = """
select c.id, c.name_key, c.company_number, c.town, o.at, s.company_number, s.town
from client c join objection o on o.kind = 'client' and o.value = c.name_key
left join client s on s.id = o.client_id
where c.id in (:ids) and c.objected_at is null
"""
OF_THE_NAME: Final = """
select name_key, company_number, town from client
where name_key in (:keys) and objected_at is not null
"""
OBJECTS: Final = "update client set objected_at = :at where id = :id and objected_at is null"
PERSON_OBJECTS: Final = (
    "update contact set objected_at = :at where id = :id and objected_at is null"
)
OF_ENTRY: Final = """
select coalesce(after, before) from change where entry_id = :id and item = 'objection'
"""
OF_UNDONE: Final = """
select h.after from change h join entry e on e.id = h.entry_id
where h.item = 'objection' and h.after is not null and e.undone_at is not null
"""
MOMENT: Final = "select at from entry where id = :id"
# an objection is known by its moment; two that came at the same one are told apart by nothing
MADE_AT: Final = """
select e.at, min(case when e.undone_at is null then 0 else 1 end) from entry e
where e.at in (:ats) and exists (select 1 from change h where h.entry_id = e.id
  and (h.item = 'objection' or h.after like '%"objected_at"%'))
group by e.at
"""
IMPORTED_AT: Final = "select at from import where at in (:ats)"
MARKS: Final = """
select objected_at from client where id in (:ids) and objected_at is not null
union select objected_at from contact where client_id in (:ids) and objected_at is not null
"""
MARKED: Final = """
select id from client where objected_at in (:ats)
union select client_id from contact where objected_at in (:ats)
"""
CLEAR: Final = (
    "update client set objected_at = null where objected_at in (:ats) and id in (:ids)",
    "update contact set objected_at = null where objected_at in (:ats) and client_id in (:ids)",
)
KEPT_AT: Final = "select kind, value from objection where at in (:ats)"
TAKE_AT: Final = "delete from objection where at in (:ats)"
TAKE: Final = "delete from objection where kind = :kind and value = :value"
BARRED_OF: Final = """
select distinct number from phone where client_id in (:ids) and registered in (1, 3)
and not exists (select 1 from objection o where o.kind = 'phone' and o.value = phone.number)
"""
FREE: Final = """
update phone set registered = registered - 1 where number in (:numbers) and registered in (1, 3)
and not exists (select 1 from objection o where o.kind = 'phone' and o.value = phone.number)
"""
POINT: Final = """
update objection set client_id = :gone where kind = 'client' and client_id = :keep
and at >= :since and value = (select name_key from client where id = :gone)
"""


def among(db: Reader, kind: str, values: Sequence[str]) -> set[str]:
    """Return those of some values that objected."""
    rows = db.tuples(AMONG, kind=kind, values=list(values)) if values else []
    return {str(row[0]) for row in rows}


def moment_of_value(db: Reader, kind: str, value: str) -> int | None:
    """Return when a value objected, None where it did not."""
    found = db.tuples(AT, kind=kind, value=value)
    return int(found[0][0]) if found else None


def keep(db: Writer, kind: str, value: str, client_id: int, now: int) -> None:
    """Keep an objection, unless it is kept already."""
    db.execute(KEEP, kind=kind, value=value, now=now, client=client_id)


def keep_registers(db: Writer, values: Iterable[tuple[str, str]]) -> None:
    """Write down, before numbers object, that a register holds them already where one does."""
    db.execute(OF_A_REGISTER, numbers=[value for kind, value in values if kind == "phone"])


def holders(db: Reader, values: Iterable[tuple[str, str]]) -> set[int]:
    """Return the clients that an objection to these values concerns."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, value in values:
        by_kind[kind].append(value)
    return {
        int(row[0])
        for kind, every in by_kind.items()
        for some in _chunks(every)
        for row in db.tuples(HOLDERS[kind], values=some)
    }


def bind(db: Writer, ids: Sequence[int]) -> None:
    """Write what objections and registers say on the rows of some clients: numbers, people, names.

    Nothing is ever freed here; what an undone objection barred is freed as it is undone.
    """
    ids = list(ids)
    db.execute(BAR, ids=ids)
    latest = {phone_id: (was, said) for phone_id, was, said in db.tuples(SCREENED_SINCE, ids=ids)}
    for phone_id, (was, said) in latest.items():
        registered = (was & OBJECTED) | (said & REGISTERED)
        if registered != was:
            db.execute(REGISTER, id=phone_id, registered=registered)
    db.execute(PEOPLE, ids=ids)
    for client_id, at in namesakes(db, ids):
        db.execute(OBJECTS, id=client_id, at=at)


def namesakes(db: Reader, ids: Sequence[int]) -> list[tuple[int, int]]:
    """Return those of some clients whose name objected, and when; not another company's."""
    found = db.tuples(NAMED, ids=list(ids))
    if not found:
        return []
    places: dict[str, list[Place]] = defaultdict(list)
    for key, number, town in db.tuples(OF_THE_NAME, keys=sorted({row[1] for row in found})):
        places[key].append(Place(number, town))
    bound = []
    for client_id, key, number, town, at, its_number, its_town in found:
        # nothing is known any more of one that is gone: whoever has its name is taken for it
        said = [Place(its_number or "", its_town or ""), *places[key]]
        if any(not is_another_company(Place(number, town), place) for place in said):
            bound.append((int(client_id), int(at)))
    return bound


def mark_contact(db: Writer, contact_id: int, at: int) -> None:
    """Write down that a person objected, unless they did before."""
    db.execute(PERSON_OBJECTS, id=contact_id, at=at)


def point(db: Writer, keep_id: int, gone_id: int, since: int) -> None:
    """Let an objection of a merged client's name be that client's own, now that it is back."""
    db.execute(POINT, keep=keep_id, gone=gone_id, since=since)


def of_entry(db: Reader, entry_id: int) -> dict[tuple[str, str], int]:
    """Return what the objections that an entry kept bind to, and the moments they came."""
    rows = [json.loads(text) for (text,) in db.tuples(OF_ENTRY, id=entry_id)]
    return {(row["kind"], row["value"]): int(row["at"]) for row in rows}


def moment_of(db: Reader, entry_id: int) -> int:
    """Return the moment an entry was made."""
    return int(db.tuples(MOMENT, id=entry_id)[0][0])


def moments(db: Reader, ids: Collection[int]) -> set[int]:
    """Return the moments at which clients or their people objected."""
    return {int(row[0]) for some in _chunks(ids) for row in db.tuples(MARKS, ids=some)}


def undone_among(db: Reader, ats: Collection[int]) -> set[int]:
    """Return those moments whose objections were all undone."""
    undone = {
        int(at)
        for some in _chunks(ats)
        for at, all_undone in db.tuples(MADE_AT, ats=some)
        if all_undone
    }
    return undone - {int(row[0]) for row in db.tuples(IMPORTED_AT, ats=sorted(undone))}


def take_of(db: Writer, ats: Collection[int]) -> set[tuple[str, str]]:
    """Remove the objections of some moments; return what they bound to."""
    found = {(str(kind), str(value)) for kind, value in db.tuples(KEPT_AT, ats=list(ats))}
    db.execute(TAKE_AT, ats=list(ats))
    return found


def make_room(db: Writer, entry_id: int) -> None:
    """Remove what was kept in the place of an undone entry's objections, which come back."""
    for kind, value in of_entry(db, entry_id):
        db.execute(TAKE, kind=kind, value=value)


def marked(db: Reader, ats: Collection[int]) -> set[int]:
    """Return the clients where somebody objected at some moments."""
    return {int(row[0]) for row in db.tuples(MARKED, ats=list(ats))} if ats else set()


def clear(db: Writer, ids: Collection[int], ats: Collection[int]) -> None:
    """Forget that clients and their people objected at some moments."""
    for some in _chunks(ids):
        for sql in CLEAR:
            db.execute(sql, ids=some, ats=list(ats))


def free(db: Writer, ids: Collection[int], values: Iterable[tuple[str, str]]) -> set[int]:
    """Free numbers that no objection bars any more; return the clients that have them.

    A number that comes back to a client from before an objection was undone is freed, too.
    """
    numbers = {value for kind, value in values if kind == "phone"}
    held = {str(row[0]) for some in _chunks(ids) for row in db.tuples(BARRED_OF, ids=some)}
    if held:
        undone = {json.loads(text)["value"] for (text,) in db.tuples(OF_UNDONE)}
        numbers |= held & undone
    for some in _chunks(numbers):
        db.execute(FREE, numbers=some)
    return holders(db, [("phone", number) for number in sorted(numbers)])


def _chunks(values: Collection[T]) -> Iterator[list[T]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
