"""Whose an invoice is: the client of that name or e-mail domain; none is ever made for one."""

import re
from typing import Final

from warmcalls.domain.identities import Identity, IdentityKind, name_key
from warmcalls.domain.incoming_money import IncomingInvoice
from warmcalls.importers.domains import of_email
from warmcalls.store import clients, identifiers
from warmcalls.store.engine import Reader

TRADING_AS: Final = re.compile(r"\b(?:t\s*/\s*a|trading as)\b", re.IGNORECASE)
NOBODY: Final = "no_client"
SEVERAL: Final = "several_clients"


class ClientFinder:
    """Finds clients; remembers what it found while one import runs."""

    def __init__(self, db: Reader) -> None:
        self.db = db
        self._found: dict[tuple[str, str], tuple[int | None, str]] = {}

    def find(self, row: IncomingInvoice) -> tuple[int | None, str]:
        """Return the client of an invoice, or None and why."""
        key = (row.client, row.email)
        if key not in self._found:
            self._found[key] = self._find(*key)
        return self._found[key]

    def _find(self, name: str, email: str) -> tuple[int | None, str]:
        by_email = self._by_email(email)
        for spelling in spellings(name):
            ids = self._named(spelling)
            if by_email in ids:
                return by_email, ""
            if len(ids) == 1:
                return next(iter(ids)), ""
            if ids:
                return None, SEVERAL
        return by_email, "" if by_email else NOBODY

    def _named(self, spelling: str) -> set[int]:
        found = set(clients.ids_by_name(self.db, spelling))
        alias = Identity(IdentityKind.NAME, name_key(spelling))
        return found or {owner[0] for owner in identifiers.owners(self.db, [alias]).values()}

    def _by_email(self, email: str) -> int | None:
        if "@" not in email:
            return None
        wanted = [Identity(IdentityKind.EMAIL, email.strip().lower())]
        if domain := of_email(email):
            wanted.append(Identity(IdentityKind.DOMAIN, domain))
        found = identifiers.owners(self.db, wanted)
        return next((found[each][0] for each in wanted if each in found), None)


def spellings(name: str) -> list[str]:
    """Return how a company may be called: whole, and each side of "trading as"."""
    parts = [name, *TRADING_AS.split(name)]
    return list(dict.fromkeys(part.strip() for part in parts if name_key(part)))
