"""A row of any table, asked by the fields that its columns are mapped to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from zoneinfo import ZoneInfo

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Problem
from warmcalls.importers.crm.export import full_name, several
from warmcalls.importers.mapping import Field, Mapping
from warmcalls.importers.tables.rows import Row, known

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of one table are read.

    Attributes:
        columns: field, position and name of each column that says something.
        source: the system that external ids come from.
        zone: of times that name none.
        day_first: the order of 03/04/2026.
    """

    columns: tuple[tuple[Field, int, str], ...]
    source: str
    zone: ZoneInfo
    day_first: bool


def layout(header: Sequence[str], mapping: Mapping, zone: ZoneInfo, *, day_first: bool) -> Layout:
    """Return how to read the rows below a header."""
    named = ((mapping.columns.get(name, Field.IGNORE), at, name) for at, name in enumerate(header))
    columns = tuple(column for column in named if column[0] is not Field.IGNORE)
    return Layout(columns, mapping.source, zone, day_first)


class MappedRow:
    """One row.

    Attributes:
        line: where it begins in the file.
        layout: how it is read.
        problems: cells that cannot be what they should be.
    """

    def __init__(self, row: Row, how: Layout) -> None:
        self.line = row.line
        self.layout = how
        self.problems: list[Problem] = []
        self._cells = row.cells
        self._told: dict[Field, list[str]] = {}
        for field, at, _ in how.columns:
            if cell := known(row.cells[at]):
                self._told.setdefault(field, []).append(cell)

    def cells(self, field: Field) -> list[str]:
        """Return the cells of all columns mapped to a field that say something."""
        return self._told.get(field, [])

    def one(self, field: Field) -> str:
        """Return the first such cell, or ""."""
        return next(iter(self.cells(field)), "")

    def many(self, field: Field) -> tuple[str, ...]:
        """Return the values of all such cells, those with several taken apart."""
        return tuple(value for cell in self.cells(field) for value in several(cell))

    def told(self, field: Field, read: Callable[[str], T]) -> T | None:
        """Return a cell as something else, or None; one that is refused is a problem."""
        return next(iter(self.each(field, (self.one(field),), read)), None)

    def each(self, field: Field, texts: Iterable[str], read: Callable[[str], T]) -> tuple[T, ...]:
        """Return texts of a field's cells as something else; those that are refused are problems.

        Args:
            field: what they should tell.
            texts: the cells or their parts; blank ones tell nothing.
            read: raises `RefusedError` with the reason.
        """
        found: list[T] = []
        for text in filter(known, texts):
            try:
                found.append(read(text))
            except RefusedError as error:
                name = next(name for each, _, name in self.layout.columns if each is field)
                self.problems.append(Problem(self.line, f"{name}: {error}", field.value, text))
        return tuple(found)

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
