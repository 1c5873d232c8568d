"""Tables as CSV and XLSX files: text stays text, whatever it begins with."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from warmcalls.domain.errors import RefusedError
from warmcalls.reports.whole_files import whole_file

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | Decimal | date | None
STARTS: Final = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - full-width ones count, too
LONGEST: Final = 32_767  # characters in a cell
LONGEST_NAME: Final = 31  # characters of a sheet's name
NOT_IN_NAMES: Final = "[]:*?/\\'"
WIDEST, NARROWEST = 60, 8  # characters of a column
ENDINGS: Final = (".csv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; money as `Decimal` in major units, days as `date`."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def money(minor: int | None) -> Decimal | None:
    """Return an amount in major units: 123456 is 1234.56."""
    return None if minor is None else Decimal(minor).scaleb(-2)


def day(text: str) -> date | str | None:
    """Return an ISO day; what is none stays text, nothing stays nothing."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text


def write(path: Path, tables: Sequence[Table]) -> None:
    """Write tables to a CSV or XLSX file, by its ending.

    Raises:
        RefusedError: another ending, or the file cannot be written.
    """
    writers = dict(zip(ENDINGS, (_write_csv, _write_xlsx), strict=True))
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise RefusedError(f'"{path.name}" is neither CSV nor XLSX: give it one of these endings.')
    with whole_file(path) as draft:
        writer(draft, tables)


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe goes before it.

    After OWASP, CSV Injection (2024).
    """
    return f"'{text}" if text.lstrip(" ").startswith(STARTS) else text


def _write_csv(path: Path, tables: Sequence[Table]) -> None:
    """Write UTF-8 with its mark, which spreadsheets need to see that it is."""
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file)
        for number, table in enumerate(tables):
            if len(tables) > 1:
                writer.writerows([[]] if number else [])
                writer.writerow([table.name])
            writer.writerow([harmless(head) for head in table.heads])
            writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.6g}"
    return harmless(cell) if isinstance(cell, str) else str(cell)


def _write_xlsx(path: Path, tables: Sequence[Table]) -> None:
    import xlsxwriter  # noqa: PLC0415 - slow to load, and rarely needed

    whole, flags = BytesIO(), ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    options = dict.fromkeys(flags, False) | {"in_memory": True}
    with xlsxwriter.Workbook(whole, options) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        formats = {
            Decimal: book.add_format({"num_format": "#,##0.00"}),
            date: book.add_format({"num_format": "d mmm yyyy", "align": "left"}),
        }
        names: set[str] = set()
        for table in tables:
            sheet = book.add_worksheet(_sheet_name(table.name, names))
            for column, words in enumerate(table.heads):
                sheet.write_string(0, column, _kept(words), head)
            for number, row in enumerate(table.rows, 1):
                for column, cell in enumerate(row):
                    _put(sheet, (number, column), cell, formats)
            _lay_out(sheet, table)
    path.write_bytes(whole.getvalue())


def _put(
    sheet: "Worksheet", at: tuple[int, int], cell: Cell, formats: "dict[type, Format]"
) -> None:
    if isinstance(cell, str):
        sheet.write_string(*at, _kept(cell))
    elif isinstance(cell, date):
        sheet.write_datetime(*at, cell, formats[date])
    elif isinstance(cell, Decimal):
        sheet.write_number(*at, float(cell), formats[Decimal])
    elif cell is not None:
        sheet.write_number(*at, cell)


def _lay_out(sheet: "Worksheet", table: Table) -> None:
    sheet.freeze_panes(1, 0)
    for column, words in enumerate(table.heads):
        cells = [row[column] for row in table.rows if column < len(row)]
        most = max((len(str(cell)) for cell in cells if cell is not None), default=0)
        sheet.set_column(column, column, min(max(most, len(words), NARROWEST) + 2, WIDEST))


def _kept(text: str) -> str:
    """Return a text as a cell can hold it."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1]}…"


def _sheet_name(name: str, taken: set[str]) -> str:
    plain = "".join(" " if c in NOT_IN_NAMES or not c.isprintable() else c for c in name)
    wanted = plain.strip()[:LONGEST_NAME] or "Table"
    number = 1
    while wanted.lower() in taken:
        number += 1
        wanted = f"{wanted[: LONGEST_NAME - 4]} {number}"
    taken.add(wanted.lower())
    return wanted
