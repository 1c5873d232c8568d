"""Reads the rows of somebody's list of signals: who did what, and when."""

from warmcalls.domain.identities import (
    Identity,
    IdentityKind,
    clean_email,
    is_address,
    name_key,
)
from warmcalls.domain.incoming import Evidence, Problem
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, SECOND
from warmcalls.importers.crm.export import host_of
from warmcalls.importers.kind_words import kind_of
from warmcalls.importers.mapped_row import Layout, MappedRow
from warmcalls.importers.mapping import Field
from warmcalls.importers.tables.dates import when
from warmcalls.importers.tables.numbers import number
from warmcalls.importers.tables.rows import LeftOut, Row

FURTHER = 0.25  # what each page or click beyond the first adds, as for the pages of a visit
MOST = 4.0


def evidence(
    cells: Row, how: Layout, default: Kind | None, now: int | None
) -> Evidence | LeftOut | Problem:
    """Read one row.

    Args:
        cells: the row.
        how: what its columns are.
        default: the kind where none is told, or the told one is not known.
        now: UTC microseconds; what lies more than a day ahead is a problem. None: all may.
    """
    row = MappedRow(cells, how)
    if row.is_blank():
        return LeftOut("blank", "")
    counted = share(row)
    if counted == 0:
        return LeftOut("none_counted", row.text())
    try:
        return signal(row, default, now, counted)
    except ValueError as error:
        return Problem(row.line, str(error))


def signal(row: MappedRow, default: Kind | None, now: int | None, counted: float) -> Evidence:
    """Return the signal of a row.

    Raises:
        ValueError: with a sentence for the user.
    """
    at = moment_of(row, now)
    kind = kind_told(row, default)
    identities = identities_of(row)
    if not identities:
        raise ValueError("The line names nobody: no e-mail, website, company or token.")
    subject = row.one(Field.SUBJECT) or row.one(Field.NOTE)
    person = who(row, identities)
    return Evidence(
        kind,
        at,
        identities,
        subject,
        person,
        key_of(row, kind, at, person, subject),
        counted,
        row.one(Field.CAMPAIGN),
        row.one(Field.CHANNEL),
    )


def moment_of(row: MappedRow, now: int | None) -> int:
    """Return when it was, from one column or from a date and a time."""
    told = row.one(Field.WHEN) or " ".join(
        part for part in (row.one(Field.DATE), row.one(Field.TIME)) if part
    )
    if not told:
        raise ValueError("The line has no date.")
    at = when(told, row.layout.zone, day_first=row.layout.day_first)
    if now is not None and at > now + DAY:
        raise ValueError(f"“{told}” lies in the future.")
    return at


def kind_told(row: MappedRow, default: Kind | None) -> Kind:
    """Return the kind that the row's word means."""
    word = row.one(Field.KIND)
    kind = (kind_of(word) if word else None) or default
    if kind:
        return kind
    raise ValueError(
        f"“{word}” is no kind of signal that is known." if word else "The line has no kind."
    )


def identities_of(row: MappedRow) -> tuple[Identity, ...]:
    """Return what ties the row to a client, strongest first, once each."""
    source = row.layout.source
    found = (
        *((IdentityKind.TOKEN, token) for token in row.many(Field.TOKEN)),
        *((IdentityKind.EMAIL, clean_email(each)) for each in row.many(Field.EMAIL)),
        *((IdentityKind.EXTERNAL, f"{source}:{each}") for each in row.many(Field.EXTERNAL_ID)),
        *((IdentityKind.DOMAIN, host_of(each)) for each in row.many(Field.DOMAIN)),
        *((IdentityKind.DOMAIN, host_of(each)) for each in row.many(Field.WEBSITE)),
        *((IdentityKind.NAME, name_key(each)) for each in row.cells(Field.CLIENT)),
        *((IdentityKind.ADDRESS, each) for each in row.many(Field.ADDRESS) if is_address(each)),
    )
    return tuple(dict.fromkeys(Identity(kind, value) for kind, value in found if value))


def who(row: MappedRow, identities: tuple[Identity, ...]) -> str:
    """Return what people are counted by: e-mail, token, name, or else the strongest identity."""
    values = {each.kind: each.value for each in reversed(identities)}
    name = row.person().casefold()
    strongest = identities[0].value
    return (
        values.get(IdentityKind.EMAIL)
        or values.get(IdentityKind.TOKEN)
        or (f"{name} @ {strongest}" if name else strongest)
    )


def key_of(row: MappedRow, kind: Kind, at: int, person: str, subject: str) -> str:
    """Return what makes the fact itself: the file's own id, or who did what in which second."""
    if own := row.one(Field.ID):
        return f"id|{row.layout.source}|{kind}|{person}|{own}"
    return f"row|{kind}|{at // SECOND}|{person}|{' '.join(subject.casefold().split())}"


def share(row: MappedRow) -> float:
    """Return what a count is worth: the first in full, each further one a quarter."""
    count = number(row.one(Field.COUNT))
    if count is None:
        return 1.0
    return max(0.0, min(MOST, 1 + FURTHER * (float(count) - 1))) if count > 0 else 0.0
