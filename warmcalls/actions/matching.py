"""Matching: which client and contact a signal belongs to."""

import ipaddress
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from warmcalls.domain.identities import (
    Identity,
    IdentityKind,
    clean_host,
    clean_text,
    name_key,
)
from warmcalls.domain.incoming import Evidence
from warmcalls.importers.domains import of_email, registrable
from warmcalls.store import identifiers
from warmcalls.store.engine import Reader
from warmcalls.store.identifiers import Owner

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
REMEMBERED: Final = 200_000


def plain(identity: Identity) -> Identity | None:
    """Return an identity as it is compared, None for one that can tie nobody to a client."""
    if identity.kind is IdentityKind.DOMAIN:
        domain = registrable(clean_host(identity.value) or identity.value)
        return Identity(IdentityKind.DOMAIN, domain) if domain else None
    if identity.kind is IdentityKind.NAME:
        return Identity(IdentityKind.NAME, name_key(identity.value))
    if identity.kind is IdentityKind.EMAIL:
        return Identity(IdentityKind.EMAIL, clean_text(identity.value).lower())
    return Identity(identity.kind, clean_text(identity.value))


def candidates(evidence: Evidence) -> tuple[Identity, ...]:
    """Return what may tie a signal to a client, strongest first: an e-mail brings its domain."""
    return _candidates(evidence.identities)


@lru_cache(maxsize=REMEMBERED)
def _candidates(identities: tuple[Identity, ...]) -> tuple[Identity, ...]:
    found: dict[Identity, None] = {}
    for identity in identities:
        clean = plain(identity)
        if clean is None:
            continue
        found[clean] = None
        domain = of_email(clean.value) if clean.kind is IdentityKind.EMAIL else None
        if domain:
            found[Identity(IdentityKind.DOMAIN, domain)] = None
    return tuple(found)


class Matcher:
    """Finds the owners of identities; remembers what it found while one import runs."""

    def __init__(self, db: Reader) -> None:
        self.db = db
        self.known: dict[Identity, Owner | None] = {}
        self.networks = [(ipaddress.ip_network(text), c) for text, c in identifiers.ranges(db)]

    def learn(self, wanted: Iterable[Identity]) -> None:
        """Look identities up, all at once."""
        if len(self.known) > REMEMBERED:
            self.known.clear()
        new = [identity for identity in dict.fromkeys(wanted) if identity not in self.known]
        found = identifiers.owners(self.db, new)
        for identity in new:
            self.known[identity] = found.get(identity) or self._in_network(identity)

    def _in_network(self, identity: Identity) -> Owner | None:
        if identity.kind is not IdentityKind.ADDRESS or not self.networks:
            return None
        try:
            address = ipaddress.ip_address(identity.value)
        except ValueError:
            return None
        return next(((client, None) for net, client in self.networks if address in net), None)

    def match(self, among: Sequence[Identity]) -> tuple[Identity, Owner | None]:
        """Return the identity that stands for a signal, and its owner: the strongest that has one.

        Without an owner the strongest stands, but an unknown token says less than an address.
        """
        for identity in among:
            owner = self.known[identity]
            if owner:
                return identity, owner
        named = (i for i in among if i.kind is not IdentityKind.TOKEN)
        return next(named, among[0]), None


def domain_of(identity: Identity) -> str:
    """Return the registrable domain that an identity lies in, or an empty text."""
    if identity.kind is IdentityKind.DOMAIN:
        return identity.value
    return (of_email(identity.value) or "") if identity.kind is IdentityKind.EMAIL else ""
