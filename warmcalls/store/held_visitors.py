"""Visitors that an identifier means, of a client or of nobody yet, and their signals."""

import ipaddress
from collections.abc import Iterable, Sequence
from typing import Final

from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.store.engine import Reader, Row

CHUNK: Final = 500
MEANT: Final = """
select id, kind, value, domain from visitor
where (client_id is null or client_id = :client)
and ((kind = :kind and value = :value) or (domain <> '' and domain = :domain)) order by id
"""
ADDRESSES: Final = """
select id, kind, value, domain from visitor
where kind = 'address' and (client_id is null or client_id = :client) order by id
"""
OF_PERSON: Final = (
    "select id from signal where client_id = :client and person = :person order by id"
)
SIGNALS: Final = """
select id, visitor_id from signal where visitor_id in (:ids)
and (client_id is null or client_id = :client)
"""


def meant(db: Reader, client_id: int, held: Iterable[Identity]) -> list[Row]:
    """Return the visitors that identifiers mean, of a client or of nobody; each once."""
    found: dict[int, Row] = {}
    for identity in held:
        rows = (
            _inside(db, client_id, identity.value)
            if identity.kind is IdentityKind.RANGE
            else _called(db, client_id, identity)
        )
        found |= {row["id"]: row for row in rows}
    return list(found.values())


def _called(db: Reader, client_id: int, identity: Identity) -> list[Row]:
    domain = identity.value if identity.kind is IdentityKind.DOMAIN else ""
    return db.query(
        MEANT, client=client_id, kind=identity.kind.value, value=identity.value, domain=domain
    )


def _inside(db: Reader, client_id: int, network: str) -> list[Row]:
    net = ipaddress.ip_network(network)
    return [row for row in db.query(ADDRESSES, client=client_id) if _is_in(row["value"], net)]


def _is_in(text: str, net: ipaddress.IPv4Network | ipaddress.IPv6Network) -> bool:
    try:
        return ipaddress.ip_address(text) in net
    except ValueError:
        return False


def signals_of(db: Reader, client_id: int, visitors: Sequence[int]) -> dict[int, list[int]]:
    """Return the signals of some visitors, of a client or of nobody, by visitor."""
    found: dict[int, list[int]] = {}
    for start in range(0, len(visitors), CHUNK):
        ids = list(visitors[start : start + CHUNK])
        for signal, visitor in db.tuples(SIGNALS, client=client_id, ids=ids):
            found.setdefault(visitor, []).append(int(signal))
    return found


def of_person(db: Reader, client_id: int, person: int) -> list[int]:
    """Return the signals at a client that one person gave, as people are counted."""
    return [int(row[0]) for row in db.tuples(OF_PERSON, client=client_id, person=person)]
