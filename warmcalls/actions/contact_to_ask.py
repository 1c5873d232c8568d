"""The contact to ask for, and the number to ring."""

from collections.abc import Mapping
from typing import Final

from warmcalls.domain.clients import Client, Contact, Phone
from warmcalls.domain.contact_rules import may_ring

HIRES: Final = ("talent", "people", "hr", "resourcing", "recruit", "hiring", "personnel")
DECIDES: Final = ("director", "manager", "head", "owner", "partner", "ceo", "chief", "lead")


def best_contact(
    client: Client, interested: Mapping[int, int], promised_to: int | None = None
) -> Contact | None:
    """Return whom to ask for: who was promised the call, else the best who can be rung.

    The best is who showed interest last, then who hires, then who decides.
    """
    people = [c for c in client.contacts if c.objected_at is None]
    if not people:
        return None

    def worth_asking(contact: Contact) -> tuple[object, ...]:
        rings = best_phone(client, contact) is not None
        shown = interested.get(contact.id, 0)
        return (contact.id == promised_to, rings, shown, _suits(contact), -contact.id)

    return max(people, key=worth_asking)


def _suits(contact: Contact) -> int:
    role = contact.role.lower()
    return 2 * any(word in role for word in HIRES) + any(word in role for word in DECIDES)


def best_phone(client: Client, contact: Contact | None) -> Phone | None:
    """Return the number to ring: the contact's own, else the client's, never a barred one."""
    for phone in (*(contact.phones if contact else ()), *client.phones):
        if may_ring(phone):
            return phone
    return None
