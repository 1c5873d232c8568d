"""Adopt: tie the past signals of visitors to the client that a new identifier names."""

import ipaddress
from collections.abc import Sequence

from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.settings import Settings
from warmcalls.store import identifiers, touches, warmth
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal


def adopt(
    db: Writer,
    client_id: int,
    contact_id: int | None,
    held: Sequence[Identity],
    agency: Settings,
    *,
    journal: Journal | None = None,
) -> int:
    """Tie visitors that these identifiers mean to a client; return how many signals moved.

    Args:
        db: the writer.
        client_id: whose the identifiers are.
        contact_id: the contact they mean.
        held: the identifiers.
        agency: the settings.
        journal: lets the signals go again once its entry is undone; an import is taken back by
            its identifiers instead.
    """
    visitors: list[int] = []
    for identity in held:
        if identity.kind is IdentityKind.RANGE:
            visitors += _inside(db, identity.value)
            continue
        domains = [identity.value] if identity.kind is IdentityKind.DOMAIN else []
        visitors += identifiers.adoptable(db, identity.kind, [identity.value], domains)
    if not visitors:
        return 0
    found = list(dict.fromkeys(visitors))
    if journal is None:
        moved = identifiers.tie(db, found, client_id, contact_id)
    else:
        signals = identifiers.free_signals(db, found)
        whose = {"client_id": client_id, "contact_id": contact_id}
        journal.move_rows("visitor", found, **whose)
        moved = journal.move_rows("signal", signals, **whose)
    if moved:
        warmth.recount(db, [client_id], agency)
        touches.recount(db, [client_id])
    return moved


def _inside(db: Writer, network: str) -> list[int]:
    """Return the unmatched addresses that lie in a network."""
    net, found = ipaddress.ip_network(network), []
    for visitor, text in identifiers.unmatched_addresses(db):
        try:
            if ipaddress.ip_address(text) in net:
                found.append(visitor)
        except ValueError:
            continue
    return found
