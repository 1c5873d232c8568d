"""The table of what signals are worth, as points and days, by where they come from."""

import math
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import DEFAULT_WORTH, FAMILY, KINDS, Family, Kind, Worth
from warmcalls.ui.settings import checks, words

Index = QModelIndex | QPersistentModelIndex
DOUBLING: Final = 20  # points that double the odds
MOST_POINTS: Final = 200
MOST_DAYS: Final = 3650
LINE_ROLE: Final = Qt.ItemDataRole.UserRole
NOTHING: Final = Worth(0, 1)
HEADS: Final = ("Signal", "Points", "default", "Half-life, days", "default")


class Column(IntEnum):
    """What stands where."""

    NAME = 0
    POINTS = 1
    USUAL_POINTS = 2
    DAYS = 3
    USUAL_DAYS = 4


@dataclass(frozen=True, slots=True)
class WorthLine:
    """One row: a family's name, or a kind with what it is worth."""

    family: Family
    kind: Kind | None = None
    worth: Worth = NOTHING

    def changed(self, column: int) -> bool:
        """Tell whether the agency decided a value itself."""
        if self.kind is None:
            return False
        usual = DEFAULT_WORTH[self.kind]
        if column == Column.POINTS:
            return self.worth.weight != usual.weight
        return column == Column.DAYS and self.worth.half_life_days != usual.half_life_days


def points(weight: float) -> int:
    """Return a weight as points: 20 double the odds."""
    return round(weight * DOUBLING / math.log(2))


def weight(kind: Kind, said: int) -> float:
    """Return points as a weight; the usual points are the usual weight exactly."""
    usual = DEFAULT_WORTH[kind].weight
    return usual if points(usual) == said else said * math.log(2) / DOUBLING


def signed(number: float) -> str:
    """Return a number with a proper minus."""
    return f"{number:g}".replace("-", checks.MINUS)


def typed_worth(line: WorthLine, column: int, text: str) -> Worth:
    """Return what a row is worth after a value was typed.

    Raises:
        RefusedError: it cannot be.
    """
    assert line.kind is not None
    if column == Column.POINTS:
        said = checks.whole(text.strip(), "Points")
        if abs(said) > MOST_POINTS:
            raise RefusedError(f"Points lie between {checks.MINUS}{MOST_POINTS} and {MOST_POINTS}.")
        return replace(line.worth, weight=weight(line.kind, said))
    days = checks.whole(text.strip(), "A half-life")
    if not 1 <= days <= MOST_DAYS:
        raise RefusedError("A half-life lies between 1 day and 3,650 days, ten years.")
    return replace(line.worth, half_life_days=float(days))


class WorthModel(QAbstractTableModel):
    """Rows by family.

    Attributes:
        typed: another worth was typed: kind and `Worth`.
        refused: what was typed cannot be: the reason, or empty.
    """

    typed = QtSignal(object, object)
    refused = QtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[WorthLine] = []
        self.show_worth(DEFAULT_WORTH)

    def show_worth(self, worth: dict[Kind, Worth]) -> None:
        """Show what every kind is worth now."""
        lines: list[WorthLine] = []
        for family in Family:
            lines.append(WorthLine(family))
            lines += [WorthLine(family, k, worth[k]) for k in KINDS if FAMILY[k] is family]
        if len(lines) != len(self._lines):
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        before, self._lines = self._lines, lines
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:  # a row that stays keeps what is being typed into it
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.USUAL_DAYS))

    def line(self, row: int) -> WorthLine:
        """Return a row."""
        return self._lines[row]

    def changed_count(self) -> int:
        """Return how many values are not the usual ones."""
        both = (Column.POINTS, Column.DAYS)
        return sum(line.changed(column) for line in self._lines for column in both)

    def put_back(self, index: Index) -> None:
        """Put the usual value back into a cell."""
        line = self._lines[index.row()]
        if line.changed(index.column()):
            assert line.kind is not None
            usual = DEFAULT_WORTH[line.kind]
            self.setData(index, str(_value(replace(line, worth=usual), index.column())))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the rows."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let values be edited, and nothing else be chosen."""
        if self._lines[index.row()].kind is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in {Column.POINTS, Column.DAYS}:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the heads."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole and across:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = section == Column.NAME
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and what a screen reader says of it."""
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return _text(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and line.kind is not None:
            said = (
                f"{words.KINDS[line.kind]}: {HEADS[index.column()]} {_text(line, index.column())}"
            )
            return f"{said}, changed" if line.changed(index.column()) else said
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed, or say why not."""
        line = self._lines[index.row()]
        if role != Qt.ItemDataRole.EditRole or line.kind is None:
            return False
        try:
            worth = typed_worth(line, index.column(), str(value))
        except RefusedError as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        if worth != line.worth and str(value) != _text(line, index.column()):
            self._lines[index.row()] = replace(line, worth=worth)
            self.dataChanged.emit(index, index)
            self.typed.emit(line.kind, worth)
        return True


def _value(line: WorthLine, column: int) -> int:
    if column in {Column.POINTS, Column.USUAL_POINTS}:
        return points(line.worth.weight)
    return round(line.worth.half_life_days)


def _text(line: WorthLine, column: int) -> str:
    if line.kind is None:
        return words.FAMILIES[line.family] if column == Column.NAME else ""
    if column == Column.NAME:
        return words.KINDS[line.kind]
    if column in {Column.USUAL_POINTS, Column.USUAL_DAYS}:
        line = replace(line, worth=DEFAULT_WORTH[line.kind])
    return signed(_value(line, column))
