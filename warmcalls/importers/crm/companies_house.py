"""Companies House's BasicCompanyData: every company of the register."""

from warmcalls.domain.incoming import IncomingClient, Party
from warmcalls.importers.crm.export import Export, nameless
from warmcalls.importers.tables.rows import LeftOut, Record

SOURCE = "companies-house"
TRADING = frozenset({"", "active"})


def company(record: Record) -> Party | LeftOut:
    """Read a company; one in liquidation or the like comes with a reason not to ring it."""
    name = record.get("company name")
    number = record.get("company number")
    if not name:
        return nameless(record)
    status = record.get("company status")
    return Party(
        record.line,
        IncomingClient(
            name,
            external_id=number,
            source=SOURCE,
            company_number=number,
            sector=record.get("sic code sic text 1").partition(" - ")[2],
            town=record.get("reg address post town").title(),
            aliases=tuple(name for _, name in record.having(r"previous name \d+ company name")),
            excluded="" if status.casefold() in TRADING else f"Companies House: {status}",
        ),
    )


BASIC_DATA = Export(
    "companies-house",
    frozenset({"company name", "company number", "company status", "incorporation date"}),
    company,
)
