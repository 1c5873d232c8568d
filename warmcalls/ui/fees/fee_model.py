"""Briefs, placements and fees as rows of a table."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from warmcalls.domain.day_words import day_words
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.fees.line import Line

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
LINE_ROLE: Final = Qt.ItemDataRole.UserRole
NOTHING: Final = "–"
FALLING: Final = Qt.SortOrder.DescendingOrder


class Column(IntEnum):
    """What stands where."""

    CLIENT = 0
    JOB = 1
    FEE = 2
    SINCE = 3
    DUE = 4
    STAND = 5
    BY = 6


HEADS: Final = {
    Column.CLIENT: "Client",
    Column.JOB: "Job",
    Column.FEE: "Fee",
    Column.SINCE: "Taken or invoiced",
    Column.DUE: "Due",
    Column.STAND: "How it stands",
    Column.BY: "Credited to",
}
RISING: Final = {Column.CLIENT, Column.JOB, Column.STAND, Column.BY}
KNOWN: Final[dict[Column, Callable[[Line], Any]]] = {
    Column.CLIENT: lambda line: line.client.casefold(),
    Column.JOB: lambda line: line.job.casefold() or None,
    Column.FEE: lambda line: line.home,
    Column.SINCE: lambda line: line.since or None,
    Column.DUE: lambda line: line.due or None,
    Column.STAND: lambda line: line.rank,
    Column.BY: lambda line: line.by.casefold() or None,
}


class FeeModel(QAbstractTableModel):
    """Rows in the order of what has to be done, until a head is chosen.

    Attributes:
        sorted: the column that is sorted by, and which way; None before one is chosen.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self.sorted: tuple[Column, Qt.SortOrder] | None = None

    def show(self, lines: list[Line]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._lines = list(lines)
        self._sort_lines()
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: tuple[str, int] | None) -> int:
        """Return where a row stands, -1 where it does not."""
        keys = [line.key for line in self._lines]
        return keys.index(key) if key in keys else -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a head and how it is aligned."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section == Column.FEE
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _head(self, column: Column) -> str:
        """Return a head; the one that is sorted by shows which way."""
        if self.sorted is None or self.sorted[0] is not column:
            return HEADS[column]
        return f"{HEADS[column]} {'↓' if self.sorted[1] is FALLING else '↑'}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, what a screen reader says of it, and the whole row."""
        line, column = self._lines[index.row()], Column(index.column())
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return text_of(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADS[column]}: {_spoken(line, column)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(_tip(line, column))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is not known stands last."""
        self.layoutAboutToBeChanged.emit()
        kept = [(each, self._lines[each.row()].key) for each in self.persistentIndexList()]
        self.sorted = (Column(column), order)
        self._sort_lines()
        for index, key in kept:
            self.changePersistentIndex(index, self.index(self.row_of(key), index.column()))
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _sort_lines(self) -> None:
        self._lines.sort(key=lambda line: (line.rank, line.client.casefold(), line.key))
        if self.sorted is None:
            return
        column, order = self.sorted
        known = KNOWN[column]
        falling = order is FALLING
        there = [line for line in self._lines if known(line) is not None]
        there.sort(key=known, reverse=falling)
        self._lines = there + [line for line in self._lines if known(line) is None]


def text_of(line: Line, column: Column) -> str:
    """Return what a cell shows."""
    said = {
        Column.CLIENT: line.client,
        Column.JOB: line.job or NOTHING,
        Column.FEE: line.money,
        Column.SINCE: day_words(line.since) if line.since else NOTHING,
        Column.DUE: day_words(line.due) if line.due else NOTHING,
        Column.STAND: line.stand.words,
        Column.BY: line.by or NOTHING,
    }
    return said[column]


def _spoken(line: Line, column: Column) -> str:
    said = text_of(line, column)
    more = {
        Column.CLIENT: line.what,
        Column.JOB: line.under,
        Column.FEE: "waits for an exchange rate" if line.waits else "",
    }
    if column is Column.STAND:
        return line.stand.spoken or said
    if column is Column.FEE and line.what == "Job brief" and line.amount is not None:
        said = f"{said} expected"
    return ", ".join(part for part in (said, more.get(column, "")) if part and part != NOTHING)


def _tip(line: Line, column: Column) -> str:
    """Return what a cell has no room for."""
    if column is Column.CLIENT:
        return f"{line.client}\n{line.what}"
    if column is Column.JOB:
        return "\n".join(part for part in (line.job, line.under) if part)
    return line.stand.spoken if column is Column.STAND else ""
