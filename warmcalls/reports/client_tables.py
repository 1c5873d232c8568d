"""The list of clients as rows of a table: a view as it is shown, or everything that is known.

The heads are words that the import of client lists knows, so that what went out comes back.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.client_columns import BY_ID, ClientRow
from warmcalls.domain.clients import Client, Contact, Phone
from warmcalls.domain.contact_rules import may_ring
from warmcalls.domain.moments import local
from warmcalls.reports.phones import shown
from warmcalls.reports.tables import Cell

NAME: Final = "Clients"
SEVERAL: Final = "; "
EVERYTHING: Final = (
    "Client", "Tier", "Sector", "Town", "Staff", "Owner", "Fee", "Website", "Company no.",
    "Client since", "Tags", "Excluded", "Notes", "Domain", "Alias", "Network", "Switchboard",
    "Contact", "Role", "Email", "Phone", "Mobile", "Do not call", "Token", "Not to be rung",
    "Contact’s notes", "People 7 d", "Warmth", "Coverage", "Fit", "Last seen", "Last spoke",
    "Today’s list", "Client’s token", "In other systems",
)  # fmt: skip
Kinds = Mapping[str, Sequence[str]]  # kind of identifier to its values


def heads(columns: Sequence[str]) -> tuple[str, ...]:
    """Return what stands over some columns, by their ids."""
    return tuple(BY_ID[column].head for column in columns)


def cells(row: ClientRow, columns: Sequence[str], zone: ZoneInfo) -> tuple[Cell, ...]:
    """Return a client as a view shows it: figures as numbers, days as days."""
    return tuple(
        WORKED_OUT[column](row, zone) if column in WORKED_OUT else getattr(row, column)
        for column in columns
    )


def everything(
    row: ClientRow, client: Client, held: Kinds, theirs: Mapping[int, Kinds], zone: ZoneInfo
) -> Iterator[tuple[Cell, ...]]:
    """Yield a client with its contacts, one row a contact; one row alone where there is none.

    Args:
        row: the client as the table of clients has it.
        client: with its contacts and phones.
        held: its own identifiers, by kind.
        theirs: those of its contacts, by contact and kind.
        zone: the agency's.
    """
    about = cells(row, ABOUT, zone)
    known = tuple(_together(held.get(kind, ())) for kind in ("domain", "name", "range"))
    known += (_numbers(client.phones),)
    stands = cells(row, STANDS, zone)
    own, other = _together(held.get("token", ())), _together(held.get("external", ()))
    if not client.contacts:
        alone = ("", "", "", "", "", _yes(client.objected_at), own, _barred(client.phones), "")
        yield (*about, *known, *alone, *stands, "", other)
    for contact in client.contacts:
        person = _person(contact, client, theirs.get(contact.id, {}))
        yield (*about, *known, *person, *stands, own, other)


def _person(contact: Contact, client: Client, held: Kinds) -> tuple[str, ...]:
    """Return a contact; of a client that objected everybody did."""
    emails = dict.fromkeys((contact.email, *held.get("email", ())))
    return (
        contact.name,
        contact.role,
        _together([email for email in emails if email]),
        _numbers([p for p in contact.phones if p.label != "mobile"]),
        _numbers([p for p in contact.phones if p.label == "mobile"]),
        _yes(contact.objected_at or client.objected_at),
        _together(held.get("token", ())),
        _barred((*contact.phones, *client.phones)),
        contact.notes,
    )


def _numbers(phones: Sequence[Phone]) -> str:
    return _together([shown(phone.number) for phone in phones if may_ring(phone)])


def _barred(phones: Sequence[Phone]) -> str:
    """Return numbers that must not be rung, with the reason, so that none is read as a number."""
    return _together([
        f"{shown(phone.number)} ({'wrong or dead' if phone.dead else 'registered or objected'})"
        for phone in phones
        if not may_ring(phone)
    ])  # fmt: skip


def _together(texts: Sequence[str]) -> str:
    return SEVERAL.join(texts)


def _yes(at: int | None) -> str:
    return "" if at is None else "yes"


# Cells that are not simply what the row says


def _fee(row: ClientRow, _: ZoneInfo) -> Decimal | None:
    return None if row.fee is None else Decimal(row.fee).scaleb(-2)


def _warmth(row: ClientRow, _: ZoneInfo) -> float | None:
    return round(row.warmth[-1], 3) if row.warmth else None


def _coverage(row: ClientRow, _: ZoneInfo) -> str:
    return f"{row.coverage.count} of 4"


def _tags(row: ClientRow, _: ZoneInfo) -> str:
    return ", ".join(row.tags)


def _since(row: ClientRow, _: ZoneInfo) -> Cell:
    try:
        return date.fromisoformat(row.since) if row.since else None
    except ValueError:
        return row.since


def _phone(row: ClientRow, _: ZoneInfo) -> str:
    return shown(row.phone)


def _seen(row: ClientRow, zone: ZoneInfo) -> date | None:
    return _day(row.seen_at, zone)


def _spoke(row: ClientRow, zone: ZoneInfo) -> date | None:
    return _day(row.spoke_at, zone)


def _day(at: int | None, zone: ZoneInfo) -> date | None:
    return None if at is None else local(at, zone).date()


ABOUT: Final = (
    "name", "tier", "sector", "town", "staff", "owner", "fee", "website", "company_number",
    "since", "tags", "excluded", "notes",
)  # fmt: skip
STANDS: Final = ("people", "warmth", "coverage", "fit", "seen", "spoke", "stands")
WORKED_OUT: Final[dict[str, Callable[[ClientRow, ZoneInfo], Cell]]] = {
    "fee": _fee,
    "warmth": _warmth,
    "coverage": _coverage,
    "tags": _tags,
    "since": _since,
    "phone": _phone,
    "seen": _seen,
    "spoke": _spoke,
}
