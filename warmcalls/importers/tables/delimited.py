"""Delimited text: rows as a stream, with the line each begins on."""

import csv
import io
from collections.abc import Iterator

from warmcalls.domain.incoming import Problem
from warmcalls.importers.tables.lines import Lines, RecordTooLongError
from warmcalls.importers.tables.rows import Row, cell_text

DELIMITERS = ",\t;|"
CELL = 131_072  # characters


def rows(lines: Lines, delimiter: str) -> Iterator[Row | Problem]:
    """Yield the rows of a text.

    A record that can't be read is a problem, and reading goes on at the line after its first.

    Raises:
        RefusedError: a line is too long to be one of a list.
    """
    csv.field_size_limit(CELL)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, RecordTooLongError) as error:
            lines.give_back()
            yield Problem(lines.line, why(error))
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            continue
        if any("\0" in cell for cell in cells):
            yield Problem(lines.line, "The line holds bytes that are not text.")
        else:
            yield Row(lines.line, [cell_text(cell) for cell in cells])


def why(error: Exception) -> str:
    """Return what the csv module means, as a sentence for the person who owns the file."""
    if isinstance(error, RecordTooLongError) or "unexpected end" in str(error):
        return "A quotation mark is opened and never closed."
    if "expected after" in str(error):
        return "A quotation mark stands in the middle of a value: double it."
    return f"A value is longer than {CELL:,} characters, or its quotation mark is never closed."


def trial(head: str, delimiter: str, limit: int) -> list[list[str]]:
    """Return the first rows of a text if this were its delimiter; never fails."""
    csv.field_size_limit(CELL)
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    found: list[list[str]] = []
    try:
        for cells in reader:
            found.append([cell_text(cell) for cell in cells])
            if len(found) == limit:
                break
    except csv.Error:
        pass
    return found
