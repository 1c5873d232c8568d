"""Blocks of cells as spreadsheets copy and paste them: tabs between cells, lines between rows."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.client_edits import Edit

Block = list[list[str]]
LONGEST_CELL: Final = 1_000_000


def to_text(block: Iterable[Sequence[str]]) -> str:
    """Return a block as text that Excel, Sheets and LibreOffice paste as cells."""
    said = io.StringIO(newline="")
    csv.writer(said, "excel-tab", lineterminator="\r\n").writerows(block)
    return said.getvalue().removesuffix("\r\n")


def from_text(text: str) -> Block:
    """Return the cells of a text that was copied; all rows are equally long.

    Quotes count where a spreadsheet set them, round a whole cell. Elsewhere they are part of the
    words, as in a name that begins with one.
    """
    if not text:
        return []
    try:
        before = csv.field_size_limit(LONGEST_CELL)
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), "excel-tab", strict=True))
        finally:
            csv.field_size_limit(before)
    except csv.Error:
        rows = [line.split("\t") for line in _lines(text)]
    wide = max((len(row) for row in rows), default=0) or 1
    return [row + [""] * (wide - len(row)) for row in rows]


def _lines(text: str) -> list[str]:
    """Return lines without the end that a spreadsheet puts after the last one."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted block comes to.

    Attributes:
        edits: cell by cell, in the order of the rows.
        words: how large it is, and what of it has no place.
    """

    edits: list[Edit]
    words: str


def paste(block: Block, ids: Sequence[int], columns: Sequence[str]) -> Pasted:
    """Return the edits of a block laid over rows and columns.

    Args:
        block: the cells; a single row is laid over every one of `ids`.
        ids: the clients it is laid over, in their order; more than it has rows are left alone.
        columns: from the one it begins at.
    """
    rows = block * len(ids) if len(block) == 1 else block
    used = list(zip(ids, rows, strict=False))
    wide = len(block[0]) if block else 0
    edits = [
        Edit(client_id, column, cell)
        for client_id, row in used
        for column, cell in zip(columns, row, strict=False)
        if BY_ID[column].editable
    ]
    out = [BY_ID[column].head for column in columns[:wide] if not BY_ID[column].editable]
    return Pasted(
        edits, _words(len(edits), len(used), len(rows) - len(used), out, wide - len(columns))
    )


def _words(cells: int, rows: int, rows_over: int, out: Sequence[str], columns_over: int) -> str:
    """Return a sentence of what is pasted and one for each thing that is not."""
    said = [f"{_count(cells, 'cell')} in {_count(rows, 'row')}."]
    if out:
        names = " and ".join([", ".join(out[:-1]), out[-1]] if out[:-1] else out)
        kept = "is worked out and stays" if len(out) == 1 else "are worked out and stay"
        said.append(
            f"{names} {kept} as it was." if len(out) == 1 else f"{names} {kept} as they were."
        )
    if rows_over > 0:
        said.append(f"{_count(rows_over, 'row')} more than there are clients below: left out.")
    if columns_over > 0:
        said.append(f"{_count(columns_over, 'column')} more than there are to the right: left out.")
    return " ".join(said)


def left_out(words: str) -> str:
    """Return of the words about a block what has no place or stays, without how large it is."""
    return words.partition(". ")[2].removesuffix(".")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def fill(text: str, column: str, ids: Iterable[int]) -> list[Edit]:
    """Return the edits that put one text into a column of many rows."""
    return [Edit(client_id, column, text) for client_id in ids]
