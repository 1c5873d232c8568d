"""A row of any table, asked by the fields that its columns are mapped to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from zoneinfo import ZoneInfo

from warmcalls.importers.crm.export import full_name, several
from warmcalls.importers.mapping import Field, Mapping
from warmcalls.importers.tables.rows import Row, known

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of one table are read.

    Attributes:
        columns: positions and names per field.
        source: the system that external ids come from.
        zone: of times that name none.
        day_first: the order of 03/04/2026.
    """

    columns: dict[Field, list[tuple[int, str]]]
    source: str
    zone: ZoneInfo
    day_first: bool


def layout(header: Sequence[str], mapping: Mapping, zone: ZoneInfo, *, day_first: bool) -> Layout:
    """Return how to read the rows below a header."""
    columns: dict[Field, list[tuple[int, str]]] = {}
    for at, name in enumerate(header):
        columns.setdefault(mapping.columns.get(name, Field.IGNORE), []).append((at, name))
    return Layout(columns, mapping.source, zone, day_first)


class MappedRow:
    """One row.

    Attributes:
        line: where it begins in the file.
        layout: how it is read.
        unread: what could not be read as what it should be, as "Fee: on request".
    """

    def __init__(self, row: Row, how: Layout) -> None:
        self.line = row.line
        self.layout = how
        self.unread: list[str] = []
        self._cells = row.cells

    def cells(self, field: Field) -> list[str]:
        """Return the cells of all columns mapped to a field that say something."""
        columns = self.layout.columns.get(field, ())
        return [cell for at, _ in columns if (cell := known(self._cells[at]))]

    def one(self, field: Field) -> str:
        """Return the first such cell, or ""."""
        return next(iter(self.cells(field)), "")

    def many(self, field: Field) -> tuple[str, ...]:
        """Return the values of all such cells, those with several taken apart."""
        return tuple(value for cell in self.cells(field) for value in several(cell))

    def told(self, field: Field, read: Callable[[str], T | None]) -> T | None:
        """Return a cell as something else, or None; what can't be read is remembered."""
        cell = self.one(field)
        if not cell:
            return None
        value = read(cell)
        if value is None:
            self.unread.append(f"{self.layout.columns[field][0][1]}: {cell}")
        return value

    def person(self) -> str:
        """Return the name of the person the row is about, or ""."""
        return self.one(Field.CONTACT) or full_name(
            self.one(Field.FIRST_NAME), self.one(Field.LAST_NAME)
        )

    def text(self) -> str:
        """Return the row as one line, for an example."""
        return ", ".join(cell for cell in self._cells if cell)

    def is_blank(self) -> bool:
        """Tell whether no cell says anything."""
        return not any(known(cell) for cell in self._cells)
