"""The front door for tables: CSV, TSV, XLSX, XLS, ODS (and vCards) in; clients, money out."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Batch, Party
from warmcalls.importers import date_orders, reports
from warmcalls.importers.batching import Item, batches
from warmcalls.importers.column_names import KNOWN_NAMES
from warmcalls.importers.crm import exports, vcard
from warmcalls.importers.crm.export import Export
from warmcalls.importers.guessing import guess
from warmcalls.importers.invoices.mapped import Invoices
from warmcalls.importers.mapped_clients import party
from warmcalls.importers.mapped_figures import figures
from warmcalls.importers.mapped_row import Layout, layout
from warmcalls.importers.mapped_signals import evidence
from warmcalls.importers.mapping import Mapping
from warmcalls.importers.parties import with_bad_cells
from warmcalls.importers.report import Report, Sheet
from warmcalls.importers.spend.mapped import spend
from warmcalls.importers.tables import encoding, opening, workbook
from warmcalls.importers.tables.rows import Record, Row, columns_of

TABLE = "table"
FORMATS: tuple[str, ...] = (
    *dict.fromkeys(each.format for each in exports.EXPORTS),
    *reports.FORMATS,
    vcard.FORMAT,
    TABLE,
)
NAMES = KNOWN_NAMES | exports.NAMES | reports.NAMES
SAMPLE = 200  # rows from which columns are guessed


class Recognised(NamedTuple):
    """How sure it is that a file is of a format, from 0 to 1."""

    confidence: float
    format: str


def go_on() -> None:
    """Never stop."""


def recognise(head: bytes, name: str) -> Recognised:
    """Return the format of a file by its first bytes; confidence 0 if it is no table.

    A workbook shows its header only when it is opened: here it is "table", which `read` and
    `preview` take as "find out".

    Args:
        head: some kilobytes; more make it surer.
        name: the file's name, for messages only.
    """
    if sure := vcard.recognise(head):
        return Recognised(sure, vcard.FORMAT)
    if workbook.is_workbook(head):
        return Recognised(0.3, TABLE)
    try:
        encoding.refuse_binary(head, name)
        found, _ = opening.find_header(encoding.head_text(head), NAMES, name)
    except RefusedError:
        return Recognised(0.0, TABLE)
    if known := known_of(found.names):
        return Recognised(0.95, known.format)
    return Recognised(0.3 if found.known else 0.1, TABLE)


def known_of(header: tuple[str, ...]) -> Export | Report | None:
    """Return the known export or report that has this header, or None."""
    return reports.report_of(header) or exports.export_of(header)


def read(
    path: Path,
    format: str,  # noqa: A002
    mapping: Mapping | None,
    zone: ZoneInfo,
    *,
    stop: Callable[[], None],
    now: int | None = None,
    sheet: str = "",
) -> Iterator[Batch]:
    """Read a whole file in batches of a thousand records.

    Args:
        path: the file.
        format: a known export, or "table" to find out by the header.
        mapping: what the columns of a table say; without one it is guessed.
        zone: of times that name none.
        stop: raises when the user wants no more.
        now: UTC microseconds; signals dated more than a day ahead of it are problems.
        sheet: of a workbook; empty for the first that is not empty.

    Raises:
        RefusedError: the file can't be read, or not by this format or mapping.
        CancelledError: from `stop`.
    """
    if is_vcard(path, format):
        yield from vcard.read(path, stop)
        return
    with opening.opened(path, NAMES, stop, sheet) as table:
        known = None if mapping else known_of(table.header)
        if format != TABLE and (known is None or known.format != format):
            raise RefusedError(not_this(path.name, format, mapping))
        if isinstance(known, Report):
            items = known.read(table.items, Sheet(table.header, table.above, zone))
        elif known:
            items = exported(table, known)
        else:
            items = mapped(path, table, mapping, zone, stop=stop, now=now, sheet=sheet)
        yield from batches(items, table.done, stop)


def not_this(name: str, format: str, mapping: Mapping | None) -> str:  # noqa: A002
    """Return why a file is not read by a format, or not by a mapping."""
    report = reports.FORMATS.get(format)
    if report and mapping and report.kind != mapping.kind:
        return f"{name} is {report.name}, no table of {mapping.kind}: import it as what it is."
    if mapping:
        return f"{name} is read as {format}, whose columns are known: import it without mapping."
    return f"{name} does not have the columns of {format}."


def is_vcard(path: Path, format: str) -> bool:  # noqa: A002
    """Tell whether a file is to be read as vCards: said so, or found out."""
    return format == vcard.FORMAT or (
        format == TABLE and vcard.recognise(opening.head_of(path)) > 0
    )


def exported(table: opening.Table, export: Export) -> Iterator[Item]:
    """Yield what the rows of a known export say."""
    columns = columns_of(table.header)
    for item in table.items:
        if not isinstance(item, Row):
            yield item
            continue
        record = Record(item, columns)
        said = export.party(record)
        yield with_bad_cells(said, record) if isinstance(said, Party) else said


def mapped(
    path: Path,
    table: opening.Table,
    mapping: Mapping | None,
    zone: ZoneInfo,
    *,
    stop: Callable[[], None],
    now: int | None,
    sheet: str,
) -> Iterator[Item]:
    """Yield what the rows of a table say by a mapping, or by a guessed one."""
    first = list(islice(table.items, SAMPLE))
    sample = [item.cells for item in first if isinstance(item, Row)]
    mapping = mapping or guess(table.header, sample)
    mapping.require(table.header)
    order = date_orders.day_first(path, NAMES, mapping, sample, stop=stop, sheet=sheet)
    how = layout(table.header, mapping, zone, day_first=order is not False)

    said = reader_of(mapping, how, now)
    for item in chain(first, table.items):
        if isinstance(item, Row):
            yield from said(item)
        else:
            yield item


def reader_of(mapping: Mapping, how: Layout, now: int | None) -> Callable[[Row], Iterable[Item]]:
    """Return what reads the rows of a table by its mapping."""
    invoices = Invoices(how)
    readers: dict[str, Callable[[Row], Iterable[Item]]] = {
        "clients": lambda row: (party(row, how),),
        "signals": lambda row: (evidence(row, how, mapping.default_kind, now),),
        "spend": lambda row: (spend(row, how),),
        "invoices": lambda row: (invoices.read(row),),
        "figures": lambda row: figures(row, how),
    }
    return readers[mapping.kind]
