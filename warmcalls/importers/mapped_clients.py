"""Reads the rows of somebody's client list."""

import re
from typing import Final

from warmcalls.domain import typed
from warmcalls.domain.client_fields import parse, tags_of
from warmcalls.domain.contact_checks import check_email
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.domain.moments import day_of
from warmcalls.domain.networks import check_clients_network
from warmcalls.domain.typed import HIGHEST_FEE, MOST_STAFF
from warmcalls.importers.crm.export import host_of, phones, several
from warmcalls.importers.domain_checks import check_domain
from warmcalls.importers.mapped_row import Layout, MappedRow
from warmcalls.importers.mapping import Field
from warmcalls.importers.tables.dates import when
from warmcalls.importers.tables.numbers import minor_units, whole
from warmcalls.importers.tables.rows import LeftOut, Row

NO = frozenset({"", "n", "no", "false", "0", "none", "clear", "ok", "not registered"})
YES = frozenset({"y", "yes", "true", "1", "x"})
NO_REASON: Final = "A list that was imported says so"
NUMBER_LENGTH = 8  # characters of a company number


def party(cells: Row, how: Layout) -> Party | LeftOut:
    """Read one row; a cell that can't be read as what it should be is a problem."""
    row = MappedRow(cells, how)
    hosts = domains(row)
    person = contact(row, hosts)
    company = client(row, hosts, alone=person is None)
    if company is None and person is None:
        return LeftOut("blank" if row.is_blank() else "no_name", row.text())
    return Party(row.line, company, contact=person, problems=tuple(row.problems))


def client(row: MappedRow, hosts: tuple[str, ...], *, alone: bool) -> IncomingClient | None:
    """Return the company of a row, or None if it names none.

    Args:
        row: the row.
        hosts: the web domains it names.
        alone: no person is named, so that phones, tokens and objections are the company's.
    """
    name = row.one(Field.CLIENT) or "".join(hosts[:1])
    if not name:
        return None
    return IncomingClient(
        name,
        external_id=row.one(Field.EXTERNAL_ID),
        source=row.layout.source,
        tier=row.told(Field.TIER, tier) or "",
        sector=row.one(Field.SECTOR),
        town=row.one(Field.TOWN),
        staff=row.told(Field.STAFF, staff),
        owner=row.one(Field.OWNER),
        expected_fee=row.told(Field.EXPECTED_FEE, fee),
        website=row.told(Field.WEBSITE, website) or "",
        domains=hosts,
        aliases=row.many(Field.ALIAS),
        networks=networks(row),
        tokens=row.many(Field.TOKEN) if alone else (),
        phones=company_phones(row, alone=alone),
        company_number=company_number(row.one(Field.COMPANY_NUMBER)),
        notes="\n".join(row.cells(Field.NOTES)),
        since=row.told(Field.SINCE, lambda text: day(text, row.layout)) or "",
        excluded="do not call" if alone and objected(row) else excluded(row),
        tags=tags_of(",".join(cell.replace('"', "") for cell in row.cells(Field.TAGS))),
    )


def contact(row: MappedRow, hosts: tuple[str, ...]) -> IncomingContact | None:
    """Return the person of a row; where only an e-mail is told, that is the name.

    Args:
        row: the row.
        hosts: the web domains it names.
    """
    cells = (cell.replace(",", ";") for cell in row.cells(Field.EMAIL))
    parts = dict.fromkeys(part for cell in cells for part in several(cell))
    addresses = tuple(dict.fromkeys(row.each(Field.EMAIL, parts, check_email)))
    name = row.person() or "".join(addresses[:1])
    if not name:
        return None
    has_client = bool(row.one(Field.CLIENT) or hosts)
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
    cells = (cell.replace(",", ";") for cell in row.cells(Field.DOMAIN))
    parts = dict.fromkeys(part for cell in cells for part in several(cell))
    sites = (host_of(text) for text in row.many(Field.WEBSITE))
    hosts = (*row.each(Field.DOMAIN, parts, domain), *sites)
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


def excluded(row: MappedRow) -> str:
    """Return why a row says that the company is not to be rung; a mere yes gives no reason."""
    said = row.one(Field.EXCLUDED)
    if said.casefold() in NO:
        return ""
    return NO_REASON if said.casefold() in YES else said


def tier(text: str) -> str:
    """Return A, B, C or nothing.

    Raises:
        RefusedError: it is no tier.
    """
    return str(parse("tier", text, owners={}))


def staff(text: str) -> int:
    """Return a number of people.

    Raises:
        RefusedError: it is none, or absurd.
    """
    found = whole(text)
    return found if found is not None and 0 <= found <= MOST_STAFF else typed.count(text)


def fee(text: str) -> int:
    """Return an amount in minor units.

    Raises:
        RefusedError: it is none, or absurd.
    """
    found = minor_units(text)
    return found if found is not None and 0 <= found <= HIGHEST_FEE else typed.money(text)


def website(text: str) -> str:
    """Return a website as it is written.

    Raises:
        RefusedError: it is none.
    """
    if not any(host_of(part) for part in several(text)):
        parse("website", text, owners={})
    return text


def domain(text: str) -> str | None:
    """Return the host that a domain is.

    Raises:
        RefusedError: it is none, or names no client.
    """
    check_domain(text)
    return host_of(text)


def networks(row: MappedRow) -> tuple[str, ...]:
    """Return the networks that a row names, as "192.0.2.0/24"."""
    parts = [part for cell in row.cells(Field.NETWORK) for part in re.split(r"[;,\s]+", cell)]
    return row.each(Field.NETWORK, parts, check_clients_network)


def company_number(text: str) -> str:
    """Return a company number with the leading zeros that a spreadsheet took."""
    return text.zfill(NUMBER_LENGTH) if text.isdecimal() else text.upper()


def day(text: str, how: Layout) -> str:
    """Return a date as ISO, a year alone as its first day.

    Raises:
        RefusedError: it is none.
    """
    if re.fullmatch(r"(19|20)\d\d", text):
        return f"{text}-01-01"
    try:
        return day_of(when(text, how.zone, day_first=how.day_first), how.zone)
    except ValueError:
        return typed.day(text)
