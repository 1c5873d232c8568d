"""What a table yields: rows of text, and what is left out of them."""

import re
from typing import NamedTuple

GUARDED = re.compile(r"'(?=['\"\s]*[=+\-@\t\r\n＝＋－＠])")  # noqa: RUF001
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NOTHING = frozenset({"-", "--", "n/a", "none supplied", "null", "#n/a"})


class Row(NamedTuple):
    """One record: the line it begins on, and its cells."""

    line: int
    cells: list[str]


class LeftOut(NamedTuple):
    """One record that is understood and not wanted: why, and what it looks like."""

    reason: str
    example: str


def cell_text(text: str) -> str:
    """Return a cell without blanks around it and without our own guard against formulas.

    Our exports put an apostrophe before whatever a spreadsheet would run as a formula.
    """
    bare = text.strip()
    return bare[1:] if GUARDED.match(bare) else bare


def fold(name: str) -> str:
    """Return a column name for comparing: "RegAddress.PostTown " is "reg address post town"."""
    words = re.sub(r"[\W_]+", " ", CAMEL.sub(" ", name))
    return " ".join(words.casefold().split())


class Record:
    """One row, asked by folded column names.

    Attributes:
        line: where it begins in the file.
    """

    def __init__(self, row: Row, columns: dict[str, int]) -> None:
        self.line = row.line
        self._cells = row.cells
        self._columns = columns

    def get(self, *names: str) -> str:
        """Return the first of these columns that is there and not empty, or ""."""
        for name in names:
            at = self._columns.get(name)
            if at is not None and (value := known(self._cells[at])):
                return value
        return ""

    def having(self, pattern: str) -> list[tuple[str, str]]:
        """Return (column, value) of each column whose whole name fits and that is not empty."""
        fits = re.compile(pattern)
        cells = ((name, known(self._cells[at])) for name, at in self._columns.items())
        return [(name, value) for name, value in cells if value and fits.fullmatch(name)]

    def is_blank(self) -> bool:
        """Tell whether no cell says anything."""
        return not any(known(cell) for cell in self._cells)

    def text(self) -> str:
        """Return the row as one line, for an example."""
        return ", ".join(cell for cell in self._cells if cell)


def known(value: str) -> str:
    """Return a value, or "" where it is one of the ways in which files write nothing."""
    return "" if value.casefold() in NOTHING else value


def columns_of(header: tuple[str, ...]) -> dict[str, int]:
    """Return the position of each folded column name; of two equal ones the first."""
    columns: dict[str, int] = {}
    for at, name in enumerate(header):
        columns.setdefault(fold(name), at)
    return columns
