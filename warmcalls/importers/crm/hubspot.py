"""HubSpot's exports of companies and contacts, joined by Record ID."""

from warmcalls.domain.incoming import IncomingClient, IncomingContact, Party
from warmcalls.importers.crm.export import (
    Export,
    domains,
    emails,
    full_name,
    nameless,
    phones,
    several,
    staff,
)
from warmcalls.importers.tables.rows import LeftOut, Record

SOURCE = "hubspot"


def company(record: Record) -> Party | LeftOut:
    """Read a line of the companies export."""
    name = record.get("company name", "name")
    website = record.get("company domain name", "website url", "domain")
    if not (name or website):
        return nameless(record)
    return Party(
        record.line,
        IncomingClient(
            name or website,
            external_id=record.get("record id"),
            source=SOURCE,
            sector=record.get("industry"),
            town=record.get("city"),
            staff=staff(record.get("number of employees")),
            owner=record.get("company owner"),
            website=record.get("website url") or website,
            domains=domains(website),
            phones=phones(("switchboard", record.get("phone number"))),
            notes=record.get("description", "about us"),
        ),
    )


def contact(record: Record) -> Party | LeftOut:
    """Read a line of the contacts export; its company may be told by Record ID alone."""
    addresses = emails(record.get("email"), record.get("additional email addresses"))
    name = full_name(record.get("first name"), record.get("last name")) or "".join(addresses[:1])
    if not name:
        return nameless(record)
    ids = several(
        record.get("associated company ids primary", "primary associated company id")
        or record.get("associated company ids")
    )
    return Party(
        record.line,
        named_company(record, ids),
        ids,
        IncomingContact(
            name,
            role=record.get("job title"),
            emails=addresses,
            phones=phones(
                ("direct", record.get("phone number")),
                ("mobile", record.get("mobile phone number")),
            ),
            external_id=record.get("record id"),
            source=SOURCE,
        ),
    )


def named_company(record: Record, ids: tuple[str, ...]) -> IncomingClient | None:
    """Return the contact's company where the line has its name."""
    name = record.get("company name", "associated company primary", "associated company")
    if not name:
        return None
    return IncomingClient(several(name)[0], external_id="".join(ids[:1]), source=SOURCE)


COMPANIES = Export(
    "hubspot-companies",
    frozenset({"record id", "company name"}),
    company,
    lacks=frozenset({"first name", "last name", "email", "deal name"}),
)
CONTACTS = Export(
    "hubspot-contacts", frozenset({"record id", "first name", "last name", "email"}), contact
)
