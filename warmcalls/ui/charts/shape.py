"""Rows behind a figure in words, and the columns that they stand in."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, and what stands under the first one."""

    cells: tuple[str, ...]
    under: str = ""
    client_id: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a table.

    Attributes:
        heads: their names.
        widths: pixels of every column; one of 0 takes the rest.
        figures: the names of those that hold figures, at the right.
    """

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    figures: frozenset[str] = field(default_factory=frozenset)
