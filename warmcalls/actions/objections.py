"""Objections: kept for good, and in force wherever the same number, person or company turns up."""

from collections.abc import Callable, Iterable

from warmcalls.domain.clients import Client
from warmcalls.domain.contact_rules import all_phones
from warmcalls.domain.identities import name_key
from warmcalls.store import clients, objections
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal


def object_to_calls(journal: Journal, client: Client, contact_id: int | None, now: int) -> None:
    """Keep an objection for good: of one contact, or of the whole client.

    It is the whole client's where no contact is named, or where nobody else is left to ask for.
    """
    others = [c for c in client.contacts if c.objected_at is None and c.id != contact_id]
    whole = contact_id is None or not others
    people = [c for c in client.contacts if whole or c.id == contact_id]
    for contact in people:
        journal.change("contact", contact.id, objected_at=now)
    if whole:
        journal.change("client", client.id, objected_at=now)
    values = [("phone", p.number) for c in people for p in c.phones]
    values += [("email", c.email) for c in people if c.email]
    if whole:
        values += [("phone", phone.number) for phone in all_phones(client)]
        values.append(("client", name_key(client.name)))
    for kind, value in dict.fromkeys(values):
        keep_for_good(journal, kind, value, client.id, now)


def keep_for_good(journal: Journal, kind: str, value: str, client_id: int, now: int) -> None:
    """Remember an objection, and bar its number at every client."""
    if not objections.among(journal.db, kind, [value]):
        row = {"kind": kind, "value": value, "at": now, "client_id": client_id}
        journal.add("objection", row)
    if kind == "phone":
        for phone_id in objections.phones(journal.db, value):
            journal.change("phone", phone_id, registered=1)


def bound(client: Client, counts: Callable[[int, int | None], bool]) -> list[tuple[str, str, int]]:
    """Return what the objections at a client bind to, each with the moment it came.

    Args:
        client: the client, with contacts and numbers.
        counts: tells of an objection's moment and contact (None for the whole client) whether it
            is asked for.
    """
    found: list[tuple[str, str, int]] = []
    whole = client.objected_at
    if whole is not None and counts(whole, None):
        found += [("phone", phone.number, whole) for phone in all_phones(client)]
        found.append(("client", name_key(client.name), whole))
    for contact in client.contacts:
        at = contact.objected_at
        if at is not None and counts(at, contact.id):
            found += [("phone", phone.number, at) for phone in contact.phones]
            found += [("email", contact.email, at)] if contact.email else []
    return found


def bind_again(db: Writer, client_ids: Iterable[int], since: int) -> set[int]:
    """Keep again what objections since a moment bind to: undoing something else freed none.

    Returns:
        The clients whose standing has to be worked out again.
    """
    touched: set[int] = set()
    for client in clients.by_ids(db, list(client_ids)).values():
        for kind, value, at in bound(client, lambda at, _: at >= since):
            objections.keep(db, kind, value, client.id, at)
            if kind == "phone":
                touched |= objections.bar(db, value)
    return touched


def keep_imported(
    db: Writer, client_id: int, values: Iterable[tuple[str, str]], now: int
) -> set[int]:
    """Keep objections that a file tells of; taking the import back does not take them back.

    Returns:
        The clients whose standing has to be worked out again.
    """
    touched = set()
    for kind, value in values:
        objections.keep(db, kind, value, client_id, now)
        if kind == "phone":
            touched |= objections.bar(db, value)
    return touched
