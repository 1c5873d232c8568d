"""Clients, their contacts and numbers."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from warmcalls.domain.clients import Client, Contact, Phone, Tier
from warmcalls.domain.identities import name_key
from warmcalls.store import client_text
from warmcalls.store.engine import Reader, Row, Writer

CLIENTS = """
select c.*, coalesce(p.name, '') as owner from client c left join person p on p.id = c.owner_id
where c.id in (:ids)
"""
CONTACTS = "select * from contact where client_id in (:ids) order by id"
PHONES = "select * from phone where client_id in (:ids) order by id"
BY_NAME = "select id from client where name_key = :key order by id"
BY_ALIAS = "select client_id from identifier where kind = 'name' and value = :key"
LIKE_NAME = "select id from client where name_key like :like order by name_key limit 10"
PAGE = """
select c.id from client c where (:like = '' or c.name_key like :like)
order by c.name_key, c.id limit :limit offset :offset
"""

HAS_NUMBER = "select id from phone where client_id = :client and number = :number"
OBJECTS = "update client set objected_at = :now where id = :id and objected_at is null"
LET_GO = (
    "update signal set client_id = null, contact_id = null where client_id in (:ids)",
    "update visitor set client_id = null, contact_id = null where client_id in (:ids)",
    "delete from sample where client_id in (:ids)",
    "delete from not_duplicate where one_id in (:ids) or other_id in (:ids)",
    "delete from alert where client_id in (:ids)",
)
KEPT_BESIDE = (
    "delete from warmth where client_id in (:ids)",
    "delete from touch where client_id in (:ids)",
    "delete from standing where client_id in (:ids)",
    "delete from client_line where client_id in (:ids)",
    "delete from duplicate where one_id in (:ids) or other_id in (:ids)",
)

SECTORS: Final = "select distinct sector from client where sector <> '' order by sector"


def by_ids(db: Reader, ids: Sequence[int]) -> dict[int, Client]:
    """Return whole clients, with their contacts and numbers, by id."""
    numbers: dict[tuple[int, int | None], list[Phone]] = defaultdict(list)
    for row in db.query(PHONES, ids=list(ids)):
        numbers[row["client_id"], row["contact_id"]].append(_phone(row))
    people: dict[int, list[Contact]] = defaultdict(list)
    for row in db.query(CONTACTS, ids=list(ids)):
        phones = numbers[row["client_id"], row["id"]]
        people[row["client_id"]].append(_contact(row, tuple(phones)))
    return {
        row["id"]: _client(row, tuple(numbers[row["id"], None]), tuple(people[row["id"]]))
        for row in db.query(CLIENTS, ids=list(ids))
    }


def by_id(db: Reader, client_id: int) -> Client | None:
    """Return one client."""
    return by_ids(db, [client_id]).get(client_id)


def ids_by_name(db: Reader, name: str) -> list[int]:
    """Return the clients of this name, forgiving case, legal form and punctuation."""
    return [row["id"] for row in db.query(BY_NAME, key=name_key(name))]


def id_by_alias(db: Reader, name: str) -> int | None:
    """Return the client that goes by a name beside its own, or did before it was merged."""
    found = db.tuples(BY_ALIAS, key=name_key(name))
    return int(found[0][0]) if found else None


def ids_like(db: Reader, text: str) -> list[int]:
    """Return up to ten clients whose name contains a text."""
    return [row["id"] for row in db.query(LIKE_NAME, like=f"%{name_key(text)}%")]


def page(db: Reader, text: str = "", limit: int = 100, offset: int = 0) -> list[Client]:
    """Return a page of clients in order of name."""
    like = f"%{name_key(text)}%" if text else ""
    ids = [row["id"] for row in db.query(PAGE, like=like, limit=limit, offset=offset)]
    found = by_ids(db, ids)
    return [found[i] for i in ids]


def name_of(db: Reader, client_id: int) -> str:
    """Return a client's name."""
    return str(db.tuples("select name from client where id = :id", id=client_id)[0][0])


def count(db: Reader) -> int:
    """Return how many clients there are."""
    return int(db.tuples("select count(*) from client")[0][0])


def contact_rows(db: Reader, client_id: int) -> list[Row]:
    """Return a client's contacts as they are kept."""
    return db.query("select * from contact where client_id = :id order by id", id=client_id)


def sectors(db: Reader) -> list[str]:
    """Return the sectors of all clients, by name."""
    return [str(row[0]) for row in db.tuples(SECTORS)]


def has_number(db: Reader, client_id: int, number: str) -> bool:
    """Tell whether a client has a number already."""
    return bool(db.tuples(HAS_NUMBER, client=client_id, number=number))


def keep_objection(db: Writer, client_id: int, now: int) -> None:
    """Write down that a whole client objected, unless it did before."""
    db.execute(OBJECTS, id=client_id, now=now)


def let_go(db: Writer, ids: Sequence[int]) -> None:
    """Make clients that go away leave their signals and visitors behind as nobody's."""
    for sql in LET_GO:
        db.execute(sql, ids=list(ids))
    forget(db, ids)


def forget(db: Writer, ids: Sequence[int]) -> None:
    """Remove what was worked out about clients that go away, and nothing that anybody entered."""
    for sql in KEPT_BESIDE:
        db.execute(sql, ids=list(ids))
    client_text.forget(db, ids)


def _client(row: Row, phones: tuple[Phone, ...], contacts: tuple[Contact, ...]) -> Client:
    return Client(
        id=row["id"],
        name=row["name"],
        tier=Tier(row["tier"]) if row["tier"] else None,
        sector=row["sector"],
        town=row["town"],
        staff=row["staff"],
        owner_id=row["owner_id"],
        owner=row["owner"],
        expected_fee=row["expected_fee"],
        website=row["website"],
        notes=row["notes"],
        since=row["since"],
        excluded=row["excluded"],
        objected_at=row["objected_at"],
        snoozed_until=row["snoozed_until"],
        phones=phones,
        contacts=contacts,
    )


def _contact(row: Row, phones: tuple[Phone, ...]) -> Contact:
    return Contact(
        id=row["id"],
        client_id=row["client_id"],
        name=row["name"],
        role=row["role"],
        email=row["email"],
        phones=phones,
        objected_at=row["objected_at"],
        notes=row["notes"],
    )


def _phone(row: Row) -> Phone:
    return Phone(
        id=row["id"],
        number=row["number"],
        label=row["label"],
        screened_at=row["screened_at"],
        registered=bool(row["registered"]),
        dead=bool(row["dead"]),
    )
