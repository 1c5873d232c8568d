"""Google Contacts' CSV, with the headers of before and since 2024."""

from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.importers.crm.export import (
    Export,
    emails,
    full_name,
    nameless,
    phones,
    several,
)
from warmcalls.importers.tables.rows import LeftOut, Record

SOURCE = "google"


def contact(record: Record) -> Party | LeftOut:
    """Read a person, with any number of addresses and phones."""
    addresses = emails(*(cell for _, cell in record.having(r"e mail \d+ value")))
    company = "".join(several(record.get("organization name", "organization 1 name"))[:1])
    name = record.get("name") or full_name(
        record.get("first name", "given name"),
        record.get("middle name", "additional name"),
        record.get("last name", "family name"),
    )
    name = name or "".join(addresses[:1])
    client = IncomingClient(company, source=SOURCE) if company else None
    if not (name or client):
        return nameless(record)
    role = record.get("organization title", "organization 1 title")
    notes = record.get("notes")
    person = IncomingContact(name, role, addresses, numbers(record), source=SOURCE, notes=notes)
    return Party(record.line, client, contact=person if name else None)


def numbers(record: Record) -> tuple[IncomingPhone, ...]:
    """Return the phones under their labels: "* Work" is "work"."""
    cells = record.having(r"phone \d+ value")
    return phones(
        *(
            (record.get(f"phone {which} type", f"phone {which} label").strip("* ").lower(), cell)
            for column, cell in cells
            for which in [column.split()[1]]
        )
    )


CONTACTS_OLD = Export(
    "google-contacts", frozenset({"given name", "family name", "e mail 1 value"}), contact
)
CONTACTS = Export(
    "google-contacts", frozenset({"first name", "last name", "e mail 1 value"}), contact
)
