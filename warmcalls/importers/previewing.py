"""The beginning of a table with the mapping it would be read by, before anybody imports it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Party
from warmcalls.importers import date_orders
from warmcalls.importers.crm import vcard
from warmcalls.importers.guessing import guess
from warmcalls.importers.mapping import Mapping, TableKind
from warmcalls.importers.report import Report
from warmcalls.importers.spreadsheets import NAMES, SAMPLE, TABLE, go_on, is_vcard, known_of
from warmcalls.importers.tables import opening
from warmcalls.importers.tables.rows import Row


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file seems to be.

    Attributes:
        format: a known export, or "table".
        header: its column names, each different.
        rows: the first rows, as wide as the header.
        mapping: the given or guessed one; None for a known export.
        warnings: sentences about what should be looked at.
        estimate: how many rows the file has, about.
        kind: what its rows are.
    """

    format: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping | None
    warnings: tuple[str, ...]
    estimate: int
    kind: TableKind = "clients"


def preview(
    path: Path,
    mapping: Mapping | None = None,
    rows: int = 10,
    *,
    sheet: str = "",
    stop: Callable[[], None] = go_on,
    kind: TableKind | None = None,
) -> Preview:
    """Return the beginning of a file and how it would be read.

    Args:
        path: the file.
        mapping: what its columns say, if somebody decided; else it is guessed.
        rows: how many to show, at most 200.
        sheet: of a workbook; empty for the first that is not empty.
        stop: raises when the user wants no more.
        kind: what the rows are, if somebody said; else it is guessed.

    Raises:
        RefusedError: it can't be read as a table.
    """
    if is_vcard(path, TABLE):
        return preview_of_cards(path, rows, stop)
    with opening.opened(path, NAMES, stop, sheet) as table:
        sample = [item.cells for item in islice(table.items, SAMPLE) if isinstance(item, Row)]
        estimate = table.estimate(len(sample)) if len(sample) == SAMPLE else len(sample)
        header = table.header
    shown = tuple(tuple(cells) for cells in sample[:rows])
    known = None if mapping else known_of(header)
    if known:
        what = known.kind if isinstance(known, Report) else "clients"
        return Preview(known.format, header, shown, None, (), estimate, what)
    chosen = mapping or guess(header, sample, kind)
    order = date_orders.day_first(path, NAMES, chosen, sample, stop=stop, sheet=sheet)
    warnings = tuple(warnings_of(header, chosen, order))
    return Preview(TABLE, header, shown, chosen, warnings, estimate, chosen.kind)


def preview_of_cards(path: Path, rows: int, stop: Callable[[], None]) -> Preview:
    """Return the people on the first vCards of a file."""
    batch = next(vcard.read(path, stop))
    cards = (row for row in batch.rows if isinstance(row, Party))
    shown = tuple(
        (card.contact.name if card.contact else "", card.client.name if card.client else "")
        for card in islice(cards, rows)
    )
    estimate = batch.read * path.stat().st_size // (batch.done or 1)
    return Preview(vcard.FORMAT, ("Contact", "Client"), shown, None, (), estimate)


def warnings_of(header: tuple[str, ...], mapping: Mapping, order: bool | None) -> Iterator[str]:  # noqa: FBT001
    """Yield what a person should look at before importing."""
    try:
        mapping.require(header)
    except RefusedError as error:
        yield str(error)
    if order is None:
        yield (
            "Every date in this file could be day/month or month/day: they are read as "
            "day/month. Choose month/day if the file is American."
        )
