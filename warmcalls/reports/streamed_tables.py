"""Long tables as CSV and XLSX, written row by row so that a hundred thousand need no memory."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from warmcalls.domain.errors import RefusedError
from warmcalls.reports.tables import LONGEST, NARROWEST, WIDEST, Cell
from warmcalls.reports.whole_files import whole_file

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ENDINGS: Final = (".csv", ".xlsx")
MOST: Final = 1_048_575  # rows of a sheet, without its head
FILTER_WIDE: Final = 4  # characters that the button of the filter takes
TO_GUARD: Final = re.compile(r"['\"\s]*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001
Heads = Sequence[str]
Rows = Iterable[Sequence[Cell]]


def write_rows(path: Path, name: str, heads: Heads, rows: Rows, sign: str = "") -> None:
    """Write rows to a CSV or XLSX file, by its ending, as they come.

    Args:
        path: where; what was there before stays until the last row is written.
        name: of the sheet.
        heads: over the columns.
        rows: asked for one by one.
        sign: that stands before money in a spreadsheet, as "£".

    Raises:
        RefusedError: another ending, or the file cannot be written.
    """
    writers = dict(zip(ENDINGS, (_write_csv, _write_xlsx), strict=True))
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise RefusedError(f'"{path.name}" is neither CSV nor XLSX: give it one of these endings.')
    with whole_file(path) as draft:
        writer(draft, name, heads, rows, sign)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet runs, and that our own import reads as it was.

    An apostrophe goes before whatever begins as a formula, behind quotes and blanks, too: the
    import takes one away from exactly these. It looks at what is left without blanks at the end,
    so these decide nothing here either, and blanks alone are nothing.
    """
    if not text or text[0].isalnum():
        return text
    bare = text.rstrip()
    return f"'{text}" if TO_GUARD.match(bare) else bare and text


def _write_csv(path: Path, name: str, heads: Heads, rows: Rows, sign: str) -> None:
    del name, sign
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([guarded(head) for head in heads])
        writer.writerows([_plain(cell) for cell in row] for row in rows)


def _plain(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell.replace("\0", ""))
    if isinstance(cell, float):
        return f"{cell:.6g}"
    return "" if cell is None else str(cell)


def _write_xlsx(path: Path, name: str, heads: Heads, rows: Rows, sign: str) -> None:
    with _book(path) as book:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True, "bottom": 1})
        for column, words in enumerate(heads):
            sheet.write_string(0, column, words, bold)
        put, last = _putter(book, sheet, sign), 0
        wide = [max(len(words), NARROWEST) for words in heads]
        for number, row in enumerate(rows, 1):
            if number > MOST:
                raise RefusedError("A spreadsheet holds 1,048,575 rows: export fewer, or as CSV.")
            for column, cell in enumerate(row):
                if cell is not None and cell != "":
                    wide[column] = max(wide[column], put(number, column, cell))
            last = number
        sheet.autofilter(0, 0, last, len(heads) - 1)
        for column, most in enumerate(wide):
            sheet.set_column(column, column, min(most + FILTER_WIDE, WIDEST))


@contextmanager
def _book(path: Path) -> "Iterator[Workbook]":
    """Open a workbook whose rows wait in a folder of their own, gone at the end."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - slow to load, and rarely needed
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    flags = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    with TemporaryDirectory(prefix="warmcalls-", ignore_cleanup_errors=True) as folder:
        options = dict.fromkeys(flags, False) | {"constant_memory": True, "tmpdir": folder}
        book = Workbook(str(path), options)
        try:
            yield book
            book.close()
        except FileCreateError as error:
            raise OSError(*error.args[0].args) from error
        finally:
            for sheet in book.worksheets():
                if sheet.row_data_fh is not None:
                    sheet.row_data_fh.close()


def _putter(book: "Workbook", sheet: "Worksheet", sign: str) -> "Callable[[int, int, Cell], int]":
    """Return what writes a cell and says how many characters wide it is."""
    before = f'"{sign}"' if sign else ""
    money = book.add_format({"num_format": f"{before}#,##0.00"})
    counts = book.add_format({"num_format": "#,##0"})
    days = book.add_format({"num_format": "d mmm yyyy", "align": "left"})

    def put(row: int, column: int, cell: Cell) -> int:
        if isinstance(cell, str):
            words = kept(cell)
            sheet.write_string(row, column, words)
            return len(words)
        if isinstance(cell, date):
            sheet.write_datetime(row, column, cell, days)
        elif isinstance(cell, Decimal):
            sheet.write_number(row, column, float(cell), money)
            return len(f"{sign}{cell:,.2f}")
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell, counts)
        else:
            sheet.write_number(row, column, cell)
        return len(str(cell))

    return put


def kept(text: str) -> str:
    """Return a text as a cell can hold it."""
    whole = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1]}…"
