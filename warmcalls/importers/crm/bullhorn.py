"""Bullhorn Data Loader's ClientCorporation and ClientContact, joined by externalID."""

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

SOURCE = "bullhorn"


def corporation(record: Record) -> Party | LeftOut:
    """Read a ClientCorporation."""
    name = record.get("name")
    if not name:
        return nameless(record)
    website = record.get("company url")
    return Party(
        record.line,
        IncomingClient(
            name,
            external_id=record.get("external id", "id"),
            source=SOURCE,
            sector=", ".join(several(record.get("industry list", "business sector list"))),
            town=record.get("address city"),
            staff=staff(record.get("num employees")),
            owner=record.get("owner name"),
            website=website,
            domains=domains(website),
            phones=phones(("switchboard", record.get("phone"))),
            notes=record.get("notes", "company description"),
        ),
    )


def contact(record: Record) -> Party | LeftOut:
    """Read a ClientContact; what Bullhorn marks as deleted is left out."""
    addresses = emails(record.get("email"), record.get("email2"), record.get("email3"))
    name = full_name(record.get("first name"), record.get("last name")) or record.get("name")
    if not (name or addresses):
        return nameless(record)
    if record.get("is deleted").lower() in {"true", "1"}:
        return LeftOut("deleted", record.text())
    company = record.get("client corporation name")
    company_id = record.get("client corporation external id", "client corporation id")
    return Party(
        record.line,
        IncomingClient(company, external_id=company_id, source=SOURCE) if company else None,
        (company_id,) if company_id else (),
        IncomingContact(
            name or addresses[0],
            role=record.get("occupation", "title"),
            emails=addresses,
            phones=phones(
                ("direct", record.get("phone")),
                ("mobile", record.get("mobile")),
                ("", record.get("phone2")),
                ("", record.get("phone3")),
            ),
            external_id=record.get("external id", "id"),
            source=SOURCE,
            notes=record.get("comments", "description"),
            objected=record.get("status").lower() in {"do not call", "dnc", "do not contact"},
        ),
    )


CORPORATION = Export(
    "bullhorn-client-corporation", frozenset({"external id", "name", "company url"}), corporation
)
CONTACT = Export(
    "bullhorn-client-contact",
    frozenset({"first name", "last name", "client corporation external id"}),
    contact,
)
