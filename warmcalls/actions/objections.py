"""Objections: kept for good, and in force wherever the same number, person or company turns up."""

from collections.abc import Iterable

from warmcalls.domain.clients import Client
from warmcalls.domain.contact_rules import all_phones
from warmcalls.domain.identities import name_key
from warmcalls.store import objections
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
