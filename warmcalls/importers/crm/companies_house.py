"""Companies House's BasicCompanyData: every company of the register."""

import re

from warmcalls.domain.incoming import IncomingClient, Party
from warmcalls.importers.crm.export import Export, nameless
from warmcalls.importers.tables.rows import LeftOut, Record

SOURCE = "companies-house"
SMALL = re.compile(r"(?<=[ -])(Upon|On|In|The|Of|By|Le|Under|Next|And)(?=[ -])")
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
            sector=record.get("siccode sic text 1").partition(" - ")[2],
            town=town(record.get("reg address post town")),
            aliases=tuple(name for _, name in record.having(r"previous name \d+ company name")),
            excluded="" if status.casefold() in TRADING else f"Companies House: {status}",
        ),
    )


def town(text: str) -> str:
    """Return a town that the register has in capitals as it is written: "Kingston upon Hull"."""
    return SMALL.sub(lambda word: word.group().lower(), text.title())


BASIC_DATA = Export(
    "companies-house",
    frozenset({"company name", "company number", "company status", "incorporation date"}),
    company,
)
