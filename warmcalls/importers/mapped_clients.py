"""Reads the rows of somebody's client list."""

import re
from dataclasses import replace

from warmcalls.domain.client_fields import tags_of
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.domain.moments import day_of
from warmcalls.domain.networks import network, why_nobodys
from warmcalls.importers.crm.export import emails, host_of, phones
from warmcalls.importers.mapped_row import Layout, MappedRow
from warmcalls.importers.mapping import Field
from warmcalls.importers.tables.dates import when
from warmcalls.importers.tables.numbers import minor_units, whole
from warmcalls.importers.tables.rows import LeftOut, Row

NO = frozenset({"", "n", "no", "false", "0", "none", "clear", "ok", "not registered"})
NUMBER_LENGTH = 8  # characters of a company number


def party(cells: Row, how: Layout) -> Party | LeftOut:
    """Read one row; what can't be read as what it should be goes to the notes."""
    row = MappedRow(cells, how)
    person = contact(row)
    company = client(row, alone=person is None)
    if company is None and person is None:
        return LeftOut("blank" if row.is_blank() else "no_name", row.text())
    return Party(row.line, company, contact=person)


def client(row: MappedRow, *, alone: bool) -> IncomingClient | None:
    """Return the company of a row, or None if it names none.

    Args:
        row: the row.
        alone: no person is named, so that phones, tokens and objections are the company's.
    """
    hosts = domains(row)
    name = row.one(Field.CLIENT) or "".join(hosts[:1])
    if not name:
        return None
    found = IncomingClient(
        name,
        external_id=row.one(Field.EXTERNAL_ID),
        source=row.layout.source,
        tier=row.told(Field.TIER, tier) or "",
        sector=row.one(Field.SECTOR),
        town=row.one(Field.TOWN),
        staff=row.told(Field.STAFF, whole),
        owner=row.one(Field.OWNER),
        expected_fee=row.told(Field.EXPECTED_FEE, minor_units),
        website=row.one(Field.WEBSITE),
        domains=hosts,
        aliases=row.many(Field.ALIAS),
        networks=row.told(Field.NETWORK, networks) or (),
        tokens=row.many(Field.TOKEN) if alone else (),
        phones=company_phones(row, alone=alone),
        company_number=company_number(row.one(Field.COMPANY_NUMBER)),
        since=row.told(Field.SINCE, lambda text: day(text, row.layout)) or "",
        excluded="do not call" if alone and objected(row) else "",
        tags=tags_of(",".join(cell.replace('"', "") for cell in row.cells(Field.TAGS))),
    )
    return replace(found, notes="\n".join([*row.cells(Field.NOTES), *row.unread]))


def contact(row: MappedRow) -> IncomingContact | None:
    """Return the person of a row; where only an e-mail is told, that is the name."""
    addresses = emails(*row.cells(Field.EMAIL))
    name = row.person() or "".join(addresses[:1])
    if not name:
        return None
    has_client = bool(row.one(Field.CLIENT) or domains(row))
    return IncomingContact(
        name,
        role=row.one(Field.ROLE),
        emails=addresses,
        phones=own_phones(row),
        external_id="" if has_client else row.one(Field.EXTERNAL_ID),
        source=row.layout.source,
        tokens=row.many(Field.TOKEN),
        notes="" if has_client else "\n".join(row.cells(Field.NOTES)),
        objected=objected(row),
    )


def domains(row: MappedRow) -> tuple[str, ...]:
    """Return the web domains a row names."""
    told = (*row.many(Field.DOMAIN), *row.many(Field.WEBSITE))
    hosts = (host_of(text) for text in told)
    return tuple(dict.fromkeys(host for host in hosts if host))


def own_phones(row: MappedRow) -> tuple[IncomingPhone, ...]:
    """Return the numbers of the person."""
    return phones(
        *(("direct", cell) for cell in row.cells(Field.PHONE)),
        *(("mobile", cell) for cell in row.cells(Field.MOBILE)),
    )


def company_phones(row: MappedRow, *, alone: bool) -> tuple[IncomingPhone, ...]:
    """Return the numbers of the company; without a person all of them are."""
    switchboard = phones(*(("switchboard", cell) for cell in row.cells(Field.SWITCHBOARD)))
    if not alone:
        return switchboard
    return phones(
        *(("switchboard", phone.number) for phone in switchboard),
        *(("switchboard", cell) for cell in row.cells(Field.PHONE)),
        *(("mobile", cell) for cell in row.cells(Field.MOBILE)),
    )


def objected(row: MappedRow) -> bool:
    """Tell whether a row says that it must not be rung."""
    return any(cell.casefold() not in NO for cell in row.cells(Field.DO_NOT_CALL))


def tier(text: str) -> str | None:
    """Return A, B or C, or None."""
    found = re.fullmatch(r"(?:tier\s*)?([abc])", text, re.IGNORECASE)
    return found[1].upper() if found else None


def networks(text: str) -> tuple[str, ...] | None:
    """Return the networks in a cell, as "192.0.2.0/24", or None if it holds anything else.

    One that names no client is anything else: 10.0.0.0/8, which every office has.
    """
    found = [network(part) for part in re.split(r"[;,\s]+", text.strip())]
    good = [str(each) for each in found if each is not None and not why_nobodys(each)]
    return tuple(good) if len(good) == len(found) else None


def company_number(text: str) -> str:
    """Return a company number with the leading zeros that a spreadsheet took."""
    return text.zfill(NUMBER_LENGTH) if text.isdecimal() else text.upper()


def day(text: str, how: Layout) -> str | None:
    """Return a date as ISO, a year alone as its first day, or None."""
    if re.fullmatch(r"(19|20)\d\d", text):
        return f"{text}-01-01"
    try:
        return day_of(when(text, how.zone, day_first=how.day_first), how.zone)
    except ValueError:
        return None
