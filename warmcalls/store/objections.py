"""Objections, by what they bind to: a phone number, an e-mail address, a company's name.

What the table `objection` says is written on the rows it binds: `bind` does so wherever a client's
standing is worked out, so that no row comes back without it. `phone.registered` holds two facts:
`OBJECTED`, that its number objected, and `REGISTERED`, that a register holds it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from warmcalls.domain.namesakes import Place, is_another_company
from warmcalls.store.engine import Reader, Writer

T = TypeVar("T", int, str)
CHUNK: Final = 500
OBJECTED: Final = 1
REGISTERED: Final = 2
OBJECTED_TOO: Final = "objected too"  # the mark of one who objects to what is kept already
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
        for some in chunks(every)
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


def chunks(values: Collection[T]) -> Iterator[list[T]]:
    """Yield as many of some values as one statement names."""
    ordered = sorted(values)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
