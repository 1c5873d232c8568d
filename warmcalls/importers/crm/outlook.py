"""Outlook's CSV of contacts."""

from warmcalls.domain.incoming import IncomingClient, IncomingContact, Party
from warmcalls.importers.crm.export import (
    Export,
    domains,
    emails,
    full_name,
    nameless,
    phones,
)
from warmcalls.importers.tables.rows import LeftOut, Record

SOURCE = "outlook"


def contact(record: Record) -> Party | LeftOut:
    """Read a person, a company, or a person at a company."""
    addresses = emails(
        record.get("e mail address"),
        record.get("e mail 2 address"),
        record.get("e mail 3 address"),
    )
    name = full_name(record.get("first name"), record.get("middle name"), record.get("last name"))
    client = company(record)
    if not (name or addresses or client):
        return nameless(record)
    person = IncomingContact(
        name or "".join(addresses[:1]),
        role=record.get("job title"),
        emails=addresses,
        phones=phones(
            ("direct", record.get("business phone")),
            ("mobile", record.get("mobile phone")),
            ("", record.get("business phone 2")),
            ("", record.get("primary phone")),
            ("home", record.get("home phone")),
        ),
        source=SOURCE,
        notes=record.get("notes"),
    )
    return Party(record.line, client, contact=person if person.name else None)


def company(record: Record) -> IncomingClient | None:
    """Return the company where the line names one."""
    name = record.get("company")
    website = record.get("web page")
    if not name:
        return None
    return IncomingClient(
        name,
        source=SOURCE,
        town=record.get("business city"),
        website=website,
        domains=domains(website),
        phones=phones(("switchboard", record.get("company main phone"))),
    )


CONTACTS = Export(
    "outlook-contacts",
    frozenset({"first name", "last name", "company", "e mail address", "e mail 2 address"}),
    contact,
)
