"""Read clients as they are compared with others."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Final

from warmcalls.domain.duplicate_names import Name, take_apart
from warmcalls.domain.duplicates import Facts, company_number
from warmcalls.domain.identities import clean_host, name_key
from warmcalls.importers.domains import of_email, registrable
from warmcalls.store import duplicates as store
from warmcalls.store.engine import Reader

NOBODY: Final[frozenset[str]] = frozenset()
A_WHILE: Final = 5000
SHORTEST_PHONE: Final = 7  # with its plus; below that it is an extension
WHOLE_NAME: Final = 2  # words; "Jane" alone is at half the clients
TRADING: Final = re.compile(
    r"[\s(\[,;–-]+(?:t/a|t/as|trading\s+as|formerly(?:\s+known\s+as)?|previously|"
    r"f/?k/?a|a/?k/?a|d/?b/?a|also\s+known\s+as)\b[\s:.]*",
    re.IGNORECASE,
)
Held = defaultdict[int, set[str]]


def every_client(db: Reader, step: Callable[[], None]) -> list[Facts]:
    """Return every client as it is compared, by id.

    Args:
        db: the database.
        step: called now and then; it may raise to stop the reading.
    """
    return _read(db, None, step)


def some_clients(db: Reader, ids: Collection[int]) -> list[Facts]:
    """Return some clients as they are compared, by id; those that are gone are left out."""
    return _read(db, sorted(ids), lambda: None)


def _read(db: Reader, ids: store.Some, step: Callable[[], None]) -> list[Facts]:
    numbers = _phones(db, ids)
    step()
    domains, emails, people = _people(db, ids)
    step()
    names = _identified(db, ids, domains, emails)
    found: list[Facts] = []
    for row, (client_id, name, key, town, number, website) in enumerate(store.clients(db, ids)):
        if row % A_WHILE == 0:
            step()
        if website and (domain := domain_of(website)):
            domains[client_id].add(domain)
        also = names.get(client_id)
        found.append(
            Facts(
                id=client_id,
                written=name,
                name=take_apart(key, name),
                aliases=(
                    *(take_apart(k) for k in sorted(also or ()) if k != key),
                    *trading_names(name),
                ),
                town=_town(town) if town else "",
                number=company_number(number) if number else "",
                domains=domains.get(client_id, NOBODY),
                phones=numbers.get(client_id, NOBODY),
                emails=emails.get(client_id, NOBODY),
                people=people.get(client_id, NOBODY),
            )
        )
    return found


def _phones(db: Reader, ids: store.Some) -> Held:
    numbers: Held = defaultdict(set)
    for client_id, number in store.phones(db, ids):
        if len(number) >= SHORTEST_PHONE:
            numbers[client_id].add(number)
    return numbers


def _people(db: Reader, ids: store.Some) -> tuple[Held, Held, Held]:
    """Return the domains, e-mails and names of everybody's contacts."""
    domains: Held = defaultdict(set)
    emails: Held = defaultdict(set)
    people: Held = defaultdict(set)
    for client_id, name, email in store.contacts(db, ids):
        if person := person_of(name):
            people[client_id].add(person)
        if email:
            emails[client_id].add(email)
            if domain := of_email(email):
                domains[client_id].add(domain)
    return domains, emails, people


def _identified(db: Reader, ids: store.Some, domains: Held, emails: Held) -> Held:
    """Add what identifiers say of domains and e-mails; return the other names of clients."""
    names: Held = defaultdict(set)
    held = {"domain": domains, "email": emails, "name": names}
    for client_id, kind, value in store.identifiers(db, ids):
        held[kind][client_id].add(value)
    return names


def person_of(name: str) -> str:
    """Return a contact's name as it is compared, empty where it is a first name alone."""
    whole = name.casefold().split()
    return " ".join(whole) if len(whole) >= WHOLE_NAME else ""


def trading_names(written: str) -> tuple[Name, ...]:
    """Return the names in one that says several, as "Northmoor Ltd T/A NML" does."""
    parts = TRADING.split(written)
    if len(parts) == 1:
        return ()
    keys = [(name_key(part), part) for part in parts]
    return tuple(take_apart(key, part) for key, part in keys if key)


def domain_of(website: str) -> str | None:
    """Return the domain of a website that may tie somebody to a client."""
    return registrable(clean_host(website) or "")


@lru_cache(maxsize=4096)
def _town(town: str) -> str:
    """Return a town without case and what stands behind a comma or in brackets."""
    return " ".join(re.findall(r"\w+", re.split(r"[,(]", town.casefold())[0]))
