"""Read every client as it is compared with others."""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from warmcalls.domain.duplicate_names import take_apart
from warmcalls.domain.duplicates import Facts, company_number
from warmcalls.domain.identities import clean_host
from warmcalls.importers.domains import of_email, registrable
from warmcalls.store import duplicates as store
from warmcalls.store.engine import Reader

NOBODY: Final[frozenset[str]] = frozenset()
A_WHILE: Final = 5000
SHORTEST_PHONE: Final = 7  # with its plus; below that it is an extension
WHOLE_NAME: Final = 2  # words; "Jane" alone is at half the clients
Held = defaultdict[int, set[str]]


def every_client(db: Reader, step: Callable[[], None]) -> list[Facts]:
    """Return every client as it is compared, by id.

    Args:
        db: the database.
        step: called now and then; it may raise to stop the reading.
    """
    numbers = _phones(db)
    step()
    domains, emails, people = _people(db)
    step()
    names = _identified(db, domains, emails)
    found: list[Facts] = []
    for row, (client_id, name, key, town, number, website) in enumerate(store.clients(db)):
        if row % A_WHILE == 0:
            step()
        if website and (domain := _domain(website)):
            domains[client_id].add(domain)
        also = names.get(client_id)
        found.append(
            Facts(
                id=client_id,
                written=name,
                name=take_apart(key, name),
                aliases=tuple(take_apart(k) for k in sorted(also) if k != key) if also else (),
                town=_town(town) if town else "",
                number=company_number(number) if number else "",
                domains=domains.get(client_id, NOBODY),
                phones=numbers.get(client_id, NOBODY),
                emails=emails.get(client_id, NOBODY),
                people=people.get(client_id, NOBODY),
            )
        )
    return found


def _phones(db: Reader) -> Held:
    numbers: Held = defaultdict(set)
    for client_id, number in store.phones(db):
        if len(number) >= SHORTEST_PHONE:
            numbers[client_id].add(number)
    return numbers


def _people(db: Reader) -> tuple[Held, Held, Held]:
    """Return the domains, e-mails and names of everybody's contacts."""
    domains: Held = defaultdict(set)
    emails: Held = defaultdict(set)
    people: Held = defaultdict(set)
    for client_id, name, email in store.contacts(db):
        whole = name.casefold().split()
        if len(whole) >= WHOLE_NAME:
            people[client_id].add(" ".join(whole))
        if email:
            emails[client_id].add(email)
            if domain := of_email(email):
                domains[client_id].add(domain)
    return domains, emails, people


def _identified(db: Reader, domains: Held, emails: Held) -> Held:
    """Add what identifiers say of domains and e-mails; return the other names of clients."""
    names: Held = defaultdict(set)
    held = {"domain": domains, "email": emails, "name": names}
    for client_id, kind, value in store.identifiers(db):
        held[kind][client_id].add(value)
    return names


def _domain(website: str) -> str | None:
    """Return the domain of a website that may tie somebody to a client."""
    return registrable(clean_host(website) or "")


@lru_cache(maxsize=4096)
def _town(town: str) -> str:
    """Return a town without case and what stands behind a comma or in brackets."""
    return " ".join(re.findall(r"\w+", re.split(r"[,(]", town.casefold())[0]))
