"""LinkedIn's Connections.csv: whom a colleague is connected with."""

from warmcalls.domain.incoming import IncomingClient, IncomingContact, Party
from warmcalls.importers.crm.export import Export, emails, full_name
from warmcalls.importers.tables.rows import LeftOut, Record

SOURCE = "linkedin"


def connection(record: Record) -> Party | LeftOut:
    """Read a connection; who closed an account leaves a line with nothing but a date."""
    addresses = emails(record.get("email address"))
    name = full_name(record.get("first name"), record.get("last name")) or "".join(addresses[:1])
    company = record.get("company")
    if not name:
        return LeftOut("no_name" if company else "blank", record.text())
    return Party(
        record.line,
        IncomingClient(company, source=SOURCE) if company else None,
        contact=IncomingContact(
            name,
            role=record.get("position"),
            emails=addresses,
            external_id=record.get("url"),
            source=SOURCE,
        ),
    )


CONNECTIONS = Export(
    "linkedin-connections",
    frozenset({"first name", "last name", "company", "position", "connected on"}),
    connection,
)
