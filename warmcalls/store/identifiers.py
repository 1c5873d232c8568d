"""Identifiers that tie signals to clients, and visitors whom no client has yet."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.store.engine import Reader, Row, Writer

CHUNK: Final = 500
FIND: Final = """
select kind, value, client_id, contact_id from identifier where kind = :kind and value in (:values)
"""
RANGES: Final = "select value, client_id from identifier where kind = 'range' order by id"
VISITORS: Final = (
    "select id, value, ignored, client_id from visitor where kind = :kind and value in (:values)"
)
OF_CLIENT: Final = "select * from identifier where client_id = :client order by id"
NAMED: Final = """
select i.*, c.name as client, coalesce(k.name, '') as contact,
coalesce(k.email, '') as contact_email from identifier i
join client c on c.id = i.client_id left join contact k on k.id = i.contact_id
where """
HOLDER: Final = f"{NAMED} i.kind = :kind and i.value = :value"
BY_ID: Final = f"{NAMED} i.id = :id"
NAMED_RANGES: Final = """
select i.value, i.client_id, c.name from identifier i join client c on c.id = i.client_id
where i.kind = 'range' order by i.id
"""
UNMATCHED: Final = """
select v.id, v.kind, v.value, count(*) as n, count(distinct s.person) as people,
min(s.at) as first_at, max(s.at) as last_at
from visitor v join signal s on s.visitor_id = v.id
where v.client_id is null and v.ignored = '' group by v.id, v.kind, v.value
order by count(*) desc, v.id limit :limit
"""

Owner = tuple[int, int | None]


def owners(db: Reader, wanted: Iterable[Identity]) -> dict[Identity, Owner]:
    """Return the client and contact that hold each identity, for those that are held."""
    found: dict[Identity, Owner] = {}
    for kind, values in _by_kind(wanted).items():
        for start in range(0, len(values), CHUNK):
            rows = db.query(FIND, kind=kind.value, values=values[start : start + CHUNK])
            for row in rows:
                owner = (row["client_id"], row["contact_id"])
                found[Identity(kind, row["value"])] = owner
    return found


def ranges(db: Reader) -> list[tuple[str, int]]:
    """Return every network that belongs to a client, as CIDR text and client."""
    return [(str(value), int(client)) for value, client in db.tuples(RANGES)]


def of_client(db: Reader, client_id: int) -> list[Row]:
    """Return a client's identifiers."""
    return db.query(OF_CLIENT, client=client_id)


def holder(db: Reader, identity: Identity) -> Row | None:
    """Return the identifier that is an identity, with the names of whose it is."""
    found = db.query(HOLDER, kind=identity.kind.value, value=identity.value)
    return next(iter(found), None)


def by_id(db: Reader, identifier_id: int) -> Row | None:
    """Return an identifier with the names of whose it is."""
    return next(iter(db.query(BY_ID, id=identifier_id)), None)


def named_ranges(db: Reader) -> list[tuple[str, int, str]]:
    """Return every network that belongs to a client: CIDR text, client and its name."""
    return [(str(value), int(client), str(name)) for value, client, name in db.tuples(NAMED_RANGES)]


def visitor_ids(
    db: Writer, wanted: dict[Identity, tuple[str, Owner | None]]
) -> dict[Identity, int]:
    """Return the visitor of each identity, making those that are new.

    Args:
        db: the writer.
        wanted: identity to its registrable domain (or empty) and the client that holds it.
    """
    found = _visitors(db, wanted)
    new = [identity for identity in wanted if identity not in found]
    rows = []
    for identity in new:
        domain, owner = wanted[identity]
        client_id, contact_id = owner or (None, None)
        rows.append((identity.kind.value, identity.value, domain, client_id, contact_id))
    if rows:
        db.add_many("visitor", ("kind", "value", "domain", "client_id", "contact_id"), rows)
        found |= _visitors(db, new)
    return found


def _visitors(db: Reader, wanted: Iterable[Identity]) -> dict[Identity, int]:
    found: dict[Identity, int] = {}
    for kind, values in _by_kind(wanted).items():
        for start in range(0, len(values), CHUNK):
            for row in db.query(VISITORS, kind=kind.value, values=values[start : start + CHUNK]):
                found[Identity(kind, row["value"])] = row["id"]
    return found


def _by_kind(wanted: Iterable[Identity]) -> dict[IdentityKind, list[str]]:
    kinds: dict[IdentityKind, list[str]] = defaultdict(list)
    for identity in dict.fromkeys(wanted):
        kinds[identity.kind].append(identity.value)
    return kinds


def unmatched(db: Reader, limit: int) -> list[Row]:
    """Return visitors that no client has, busiest first."""
    return db.query(UNMATCHED, limit=limit)


ADOPTABLE: Final = """
select id from visitor where client_id is null and
((kind = :kind and value in (:values)) or (domain <> '' and domain in (:domains)))
"""
ADDRESSES: Final = "select id, value from visitor where kind = 'address' and client_id is null"
TIE: Final = "update visitor set client_id = :client, contact_id = :contact where id in (:ids)"
FREE: Final = """
select id from signal where visitor_id in (:ids) and client_id is null order by id
"""
MOVE: Final = """
update signal set client_id = :client, contact_id = :contact
where visitor_id in (:ids) and client_id is null
"""


def adoptable(
    db: Reader, kind: IdentityKind, values: Sequence[str], domains: Sequence[str]
) -> list[int]:
    """Return visitors without a client that some identifiers would tie to one."""
    rows = db.tuples(ADOPTABLE, kind=kind.value, values=list(values), domains=list(domains))
    return [int(row[0]) for row in rows]


def unmatched_addresses(db: Reader) -> list[tuple[int, str]]:
    """Return the single addresses that no client has, as visitor and text."""
    return [(int(i), str(value)) for i, value in db.tuples(ADDRESSES)]


def free_signals(db: Reader, visitors: Sequence[int]) -> list[int]:
    """Return the signals of visitors that no client has."""
    found: list[int] = []
    for start in range(0, len(visitors), CHUNK):
        ids = list(visitors[start : start + CHUNK])
        found += [int(row[0]) for row in db.tuples(FREE, ids=ids)]
    return found


def tie(db: Writer, visitors: Sequence[int], client_id: int, contact_id: int | None) -> int:
    """Tie visitors and their signals to a client; return how many signals moved."""
    moved = 0
    for start in range(0, len(visitors), CHUNK):
        ids = list(visitors[start : start + CHUNK])
        db.execute(TIE, client=client_id, contact=contact_id, ids=ids)
        moved += db.execute(MOVE, client=client_id, contact=contact_id, ids=ids)
    return moved


def any_visitor(db: Reader) -> bool:
    """Tell whether there is any visitor whom a new identifier could tie."""
    return bool(db.tuples("select 1 from visitor limit 1"))
