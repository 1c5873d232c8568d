"""What the child process does: parse a workbook under limits and send its rows as text.

It imports little, since each import of a workbook starts it anew.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from itertools import islice
from multiprocessing.connection import Connection

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    WorksheetNotFound,
    load_workbook,
)

MEMORY = 5 << 28  # bytes of address space: a workbook of 300 MB unpacked needs half of it
CELLS = 20_000_000  # a million rows of twenty columns
COLUMNS = 2_000
CELL = 131_072  # characters
CHUNK = 500  # rows
EXACT = 1e15  # above it a float is no whole number for sure

Value = str | float | bool | date | time | timedelta


def send_rows(path: str, sheet: str, pipe: Connection) -> None:
    """Send the sheet's height, then lists of (line, cells), then an empty list; or a sentence.

    The sentence begins after the file's name: "is protected by a password".
    """
    limit_memory()
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            found = find_sheet(load_workbook(file), sheet)
            if found is None:
                pipe.send("has no sheet with anything in it")
                return
            send_sheet(found, pipe)
    except PasswordError:
        pipe.send("is protected by a password")
    except WorksheetNotFound:
        pipe.send(f"has no sheet called {sheet}")
    except (CalamineError, OSError, ValueError):
        pipe.send(
            "is protected by a password"
            if is_encrypted(path)
            else "is cut off, damaged or no workbook"
        )
    except MemoryError:
        pipe.send("is too big to read safely")


def limit_memory() -> None:
    """Take no more memory than a list can need; where the system can't limit it, go on."""
    with suppress(OSError):  # a crash of the parser says nothing that a user can read
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def find_sheet(book: CalamineWorkbook, name: str) -> CalamineSheet | None:
    """Return the sheet of this name, or the first that is not empty, or None."""
    if name:
        return book.get_sheet_by_name(name)
    sheets = (book.get_sheet_by_name(each) for each in book.sheet_names)
    return next((sheet for sheet in sheets if sheet.end), None)


def send_sheet(sheet: CalamineSheet, pipe: Connection) -> None:
    """Send all rows that are not empty."""
    last_row, last_column = sheet.end or (0, 0)
    if last_column >= COLUMNS or (last_row + 1) * (last_column + 1) > CELLS:
        pipe.send(f"has more than {COLUMNS:,} columns, or more cells than any list")
        return
    pipe.send(last_row + 1)
    rows = numbered(sheet.iter_rows())
    while chunk := list(islice(rows, CHUNK)):
        pipe.send(chunk)
    pipe.send([])


def numbered(rows: Iterable[list[Value]]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not empty as text, with its number as Excel shows it."""
    for line, row in enumerate(rows, start=1):
        cells = [text(value) for value in row]
        if any(cells):
            yield line, cells


def text(value: Value) -> str:
    """Return a cell as text: whole numbers without point, dates as ISO."""
    if isinstance(value, str):
        return value[:CELL]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float | int):
        return str(int(value)) if abs(value) < EXACT and value == int(value) else repr(value)
    if isinstance(value, datetime):
        bare = value.time() == time.min
        return value.date().isoformat() if bare else value.isoformat(sep=" ", timespec="seconds")
    return str(value)


def is_encrypted(path: str) -> bool:
    """Tell whether Excel encrypted the workbook: it then is a parcel with a known label."""
    with open(path, "rb") as file:  # noqa: PTH123
        return "EncryptedPackage".encode("utf-16-le") in file.read()
