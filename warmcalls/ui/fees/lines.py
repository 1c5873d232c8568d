"""Rows of briefs and fees as a table shows them: a name with a line under it, texts, a chip."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.fees.words import Chip

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Head:
    """A column after the first: its name, its width, and whether it holds numbers."""

    name: str
    width: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        key: what it is the row of, to find it again after a refresh.
        cells: what stands in the columns between the first and the chip.
        item: what it was made from.
    """

    key: tuple[int, int]
    name: str
    under: str
    cells: tuple[str, ...]
    chip: Chip
    item: object


class LinesModel(QAbstractTableModel):
    """Rows under a first column, columns of text and one of chips.

    Args:
        first: the name of the first column.
        heads: of the columns after it; the last one holds the chips.
        parent: the owner.
    """

    def __init__(self, first: str, heads: Sequence[Head], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self.heads = tuple(heads)
        self._lines: list[Line] = []

    @property
    def last(self) -> int:
        """The column of the chips."""
        return len(self.heads)

    def show_lines(self, lines: list[Line]) -> bool:
        """Show rows; return whether something changed."""
        if lines == self._lines:
            return False
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        return True

    def line(self, row: int) -> Line | None:
        """Return a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: tuple[int, int] | None) -> int:
        """Return where a row is, the first where it is gone."""
        keys = [line.key for line in self._lines]
        return keys.index(key) if key in keys else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the rows."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the columns."""
        return 0 if parent.isValid() else len(self.heads) + 1

    def is_right(self, column: int) -> bool:
        """Tell whether a column holds numbers."""
        return column > 0 and self.heads[column - 1].right

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the heads, those of numbers at the right."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.heads[section - 1].name if section else self._first
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.is_right(section)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and what a screen reader says of it."""
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            both = (line.name, line.under) if index.column() == 0 else ()
            return plain_tip("\n".join(filter(None, both)) or self._text(line, index.column()))
        return None

    def _text(self, line: Line, column: int) -> str:
        if column == 0:
            return line.name
        return line.chip[1] if column == self.last else line.cells[column - 1]

    def _spoken(self, line: Line, column: int) -> str:
        if column == 0:
            return f"{line.name}, {line.under}" if line.under else line.name
        name = self.heads[column - 1].name
        said = self._text(line, column) or "nothing"
        return f"{name}: {said}" if name else said
