"""Clients taken out: a view or everything as CSV and XLSX, vCards, a call sheet as PDF."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from warmcalls.actions.call_sheet import call_sheet, go_on, todays_sheet
from warmcalls.actions.client_list import client_ids
from warmcalls.actions.client_rows import client_rows, listed
from warmcalls.actions.desk import Desk
from warmcalls.actions.todays_list import todays_list
from warmcalls.domain.call_sheets import CallSheet
from warmcalls.domain.client_columns import BY_ID, SHOWN
from warmcalls.domain.client_query import Question
from warmcalls.domain.clients import Client
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import symbol
from warmcalls.reports import call_sheet_pdf, client_tables, vcards
from warmcalls.reports.streamed_tables import write_rows
from warmcalls.reports.tables import Cell
from warmcalls.store import clients, held

TABLES: Final = (".csv", ".xlsx")
ENDINGS: Final = (*TABLES, ".vcf", ".pdf")
CHUNK: Final = 500
Step = Callable[[int, int], None]
Row = tuple[Cell, ...]


def export_clients(
    desk: Desk,
    which: Question | Sequence[int] | None,
    path: Path,
    *,
    columns: Sequence[str] = SHOWN,
    everything: bool = False,
    with_objected: bool = False,
    step: Step = go_on,
) -> str:
    """Write clients to a file, whole or not at all; return what was done.

    Args:
        desk: who asks, and when.
        which: a question, or ids, in their order; None is today's list of the desk.
        path: where; its ending says as what: .csv, .xlsx, .vcf or .pdf.
        columns: of a table, by their ids.
        everything: a table of all that is known, with a row a contact, instead.
        with_objected: contacts who objected to calls go among the vCards, with a note.
        step: called with clients done and in all; may raise `CancelledError`.

    Raises:
        RefusedError: another ending, an unknown column, nobody to export, or no such place.
        CancelledError: from `step`; what was there before is still there.
    """
    ending = checked(path)
    unknown = next((column for column in columns if column not in BY_ID), None)
    if unknown is not None:
        raise RefusedError(f"There is no column “{unknown}”. Known: {', '.join(BY_ID)}.")
    if which is None and ending == ".pdf":
        return save_sheet(todays_sheet(desk), path)
    ids = _ids(desk, which)
    if ending == ".vcf":
        return _cards(desk, ids, path, step, with_objected=with_objected)
    if ending == ".pdf":
        return _paper(desk, ids, path, step)
    if everything:
        return _everything(desk, ids, path, step)
    return _view(desk, ids, path, columns, step)


def _ids(desk: Desk, which: Question | Sequence[int] | None) -> list[int]:
    if which is None:
        ids = [c.client_id for c in todays_list(desk.db, now=desk.now, person=desk.person).calls]
        why = "Nobody is on today’s list: there is nothing to export."
    else:
        ids = client_ids(desk, which) if isinstance(which, Question) else list(which)
        why = "No client fits: there is nothing to export."
    if not ids:
        raise RefusedError(why)
    return ids


def checked(path: Path) -> str:
    """Return the ending of a file's name.

    Raises:
        RefusedError: it is none of ours, or there is no such folder.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise RefusedError(f'Save as CSV, XLSX, VCF or PDF: "{path.name}" is none of them.')
    if path.is_dir():
        raise RefusedError(f"{path.name} is a folder: give the file another name.")
    if not path.parent.is_dir():
        raise RefusedError(f"There is no folder {path.parent}: choose another place.")
    return ending


def _view(desk: Desk, ids: list[int], path: Path, columns: Sequence[str], step: Step) -> str:
    zone, on, count = desk.agency.zone, listed(desk), 0

    def rows() -> Iterator[Row]:
        nonlocal count
        for chunk in _chunks(ids, step):
            for row in client_rows(desk, chunk, on):
                count += 1
                yield client_tables.cells(row, columns, zone)

    sign = symbol(desk.agency.currency)
    write_rows(path, client_tables.NAME, client_tables.heads(columns), rows(), sign)
    return f"Exported {counted(count, 'client')} to {path.name}"


def _everything(desk: Desk, ids: list[int], path: Path, step: Step) -> str:
    zone, on, count, people = desk.agency.zone, listed(desk), 0, 0

    def rows() -> Iterator[Row]:
        nonlocal count, people
        for chunk in _chunks(ids, step):
            whole, known = clients.by_ids(desk.db, chunk), held.of_clients(desk.db, chunk)
            there = [i for i in chunk if i in whole]
            for row in client_rows(desk, there, on):
                client, has = whole[row.id], known.get(row.id, held.Held())
                count, people = count + 1, people + len(client.contacts)
                yield from client_tables.everything(row, client, has.own, has.theirs, zone)

    sign = symbol(desk.agency.currency)
    write_rows(path, client_tables.NAME, client_tables.EVERYTHING, rows(), sign)
    whose = f"{counted(count, 'client')} with {counted(people, 'contact')}"
    return f"Exported {whose} to {path.name}"


def _cards(desk: Desk, ids: list[int], path: Path, step: Step, *, with_objected: bool) -> str:
    def whole() -> Iterator[Client]:
        for chunk in _chunks(ids, step):
            found = clients.by_ids(desk.db, chunk)
            yield from (found[i] for i in chunk if i in found)

    done = vcards.write(path, whole(), with_objected=with_objected)
    said = f"Exported {counted(done.cards, 'contact')} of {counted(len(ids), 'client')}"
    left = f"; {done.objected:,} who objected to calls left out" if done.objected else ""
    return f"{said} to {path.name}{left}"


def _paper(desk: Desk, ids: list[int], path: Path, step: Step) -> str:
    return save_sheet(call_sheet(desk, ids, step=step), path)


def save_sheet(sheet: CallSheet, path: Path) -> str:
    """Write a call sheet to a PDF file; return what was done.

    Raises:
        RefusedError: it cannot be written.
    """
    checked(path)
    pages = counted(call_sheet_pdf.write(sheet, path), "page")
    said = f"Call sheet of {counted(len(sheet.calls), 'client')} on {pages} in {path.name}"
    return "; ".join((said, *(left.rstrip(".") for left in sheet.left_out)))


def _chunks(ids: list[int], step: Step) -> Iterator[list[int]]:
    for start in range(0, len(ids), CHUNK):
        step(start, len(ids))
        yield ids[start : start + CHUNK]


def counted(count: int, what: str) -> str:
    """Return "1 client", "1,240 clients"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"
