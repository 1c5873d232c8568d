"""Opens a table of any sort: its header, then its rows with what is wrong or left out."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import islice
from pathlib import Path

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Problem
from warmcalls.importers.tables import delimited, encoding, header, workbook
from warmcalls.importers.tables.lines import Lines
from warmcalls.importers.tables.numbers import number
from warmcalls.importers.tables.rows import LeftOut, Row, known

TOTAL = re.compile(r"(grand |sub)?totals?\s*([:(].*|[\d.,]*)", re.IGNORECASE)
FOOTER = re.compile(
    r"(copyright|confidential|©|end of report|generated (on|by|at)\b).*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Table:
    """An open table.

    Attributes:
        header: the names of its columns, each different.
        items: what follows, once, in order.
        done: says how many bytes of the file have been read.
        estimate: says how many rows the whole file may have, given how many were seen.
        above: the lines above the header, each as one text: titles, periods, notes.
    """

    header: tuple[str, ...]
    items: Iterator[Row | LeftOut | Problem]
    done: Callable[[], int]
    estimate: Callable[[int], int]
    above: tuple[str, ...] = ()


@contextmanager
def opened(
    path: Path, known_names: frozenset[str], stop: Callable[[], None], sheet: str = ""
) -> Iterator[Table]:
    """Open a CSV file or workbook and find its header.

    Args:
        path: the file; what it is, is decided by its first bytes.
        known_names: folded column names by which a header is known.
        stop: raises when the user wants no more.
        sheet: the sheet of a workbook, or empty for the first that is not empty.

    Raises:
        RefusedError: the file is empty, no table, damaged, protected, too big, or has no header.
    """
    head = head_of(path)
    if workbook.is_workbook(head):
        with workbook.opened(path, sheet, stop) as book:
            yield _workbook_table(path, book, known_names)
    else:
        with _text_table(path, known_names, stop) as table:
            yield table


def head_of(path: Path) -> bytes:
    """Return the first bytes of a file.

    Raises:
        RefusedError: it is not there or can't be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(encoding.HEAD)
    except OSError as error:
        raise RefusedError(f"{path.name} can’t be read ({error.strerror}).") from error


def _workbook_table(path: Path, book: workbook.Book, known_names: frozenset[str]) -> Table:
    first = list(islice(book.rows, header.SEARCHED))
    found = header.find([row.cells for row in first], known_names)
    if found is None:
        raise no_header(path.name)

    def rest() -> Iterator[Row]:
        yield from first[found.at + 1 :]
        yield from book.rows

    items = shaped(rest(), len(found.names))
    size = path.stat().st_size
    return Table(
        found.names,
        items,
        lambda: size * book.line() // max(1, book.height),
        lambda seen: max(seen, book.height - first[found.at].line),
        tuple(line_of(row.cells) for row in first[: found.at]),
    )


@contextmanager
def _text_table(
    path: Path, known_names: frozenset[str], stop: Callable[[], None]
) -> Iterator[Table]:
    codec = encoding.encoding_of(path, stop)
    size = path.stat().st_size
    with (
        path.open("rb") as file,
        TextIOWrapper(file, encoding=codec, errors="replace", newline="") as text,
    ):
        found, delimiter = find_header(text.read(encoding.HEAD), known_names, path.name)
        text.seek(0)
        lines = Lines(text)
        rows = delimited.rows(lines, delimiter)
        above = skip_to(rows, found.names, path)
        items = shaped(rows, len(found.names))

        def estimate(seen: int) -> int:
            return max(seen, seen * size // (lines.taken * (2 if codec == "utf-16" else 1) or 1))

        yield Table(found.names, items, file.tell, estimate, above)


def find_header(head: str, known_names: frozenset[str], name: str) -> tuple[header.Header, str]:
    """Return the header and the delimiter with which it makes most sense.

    Raises:
        RefusedError: there is none.
    """
    best: tuple[header.Header, str] | None = None
    for delimiter in delimited.DELIMITERS:
        found = header.find(delimited.trial(head, delimiter, header.SEARCHED), known_names)
        if found and (best is None or (found.known, found.fit) > (best[0].known, best[0].fit)):
            best = found, delimiter
    if best is None:
        raise no_header(name)
    return best


def skip_to(rows: Iterator[Row | Problem], names: tuple[str, ...], path: Path) -> tuple[str, ...]:
    """Read up to and with the header; return the lines above it."""
    above: list[str] = []
    for row in rows:
        if isinstance(row, Row):
            if header.unique(row.cells) == names:
                return tuple(above)
            above.append(line_of(row.cells))
    raise no_header(path.name)


def line_of(cells: list[str]) -> str:
    """Return a row as one text."""
    return ", ".join(cell for cell in cells if cell)


def shaped(rows: Iterator[Row | Problem], width: int) -> Iterator[Row | LeftOut | Problem]:
    """Yield the rows that have the header's width; say what the others are.

    Empty lines are no records; rows of nothing but delimiters are, and are left out.
    """
    for row in rows:
        if isinstance(row, Problem):
            yield row
        elif row.cells:
            yield shape(row, width)


def shape(row: Row, width: int) -> Row | LeftOut | Problem:
    """Return one row as it is, or why it is none."""
    cells = row.cells
    if reason := ending(cells):
        return LeftOut(reason, ", ".join(cell for cell in cells if cell))
    if len(cells) < width or any(cells[width:]):
        return Problem(row.line, f"The line has {len(cells)} values, the header has {width}.")
    return Row(row.line, cells[:width])


def ending(cells: list[str]) -> str:
    """Return "blank", "total" or "footer" for a row that is no record, else ""."""
    said = [cell for cell in cells if known(cell)]
    if not said:
        return "blank"
    if TOTAL.fullmatch(said[0]) and all(number(cell) is not None for cell in said[1:]):
        return "total"
    return "footer" if len(said) == 1 and FOOTER.fullmatch(said[0]) else ""


def no_header(name: str) -> RefusedError:
    """Return the refusal of a table that does not say what its columns are."""
    return RefusedError(
        f"{name} has no line that names its columns: "
        "add one as the first line, such as Client, Email, Phone."
    )
