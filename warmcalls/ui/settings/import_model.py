"""The imports of the agency as rows of a table."""

from enum import IntEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from warmcalls.domain.moments import day_name, local
from warmcalls.store.engine import Row
from warmcalls.ui.imports import words

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
UNDER_ROLE: Final = Qt.ItemDataRole.UserRole + 1
HEADS: Final = ("File", "When", "Read", "Added", "Known", "Left out", "Problems")
KINDS: Final = {"clients": "clients", "signals": "signals"}


class Column(IntEnum):
    """What stands where."""

    FILE = 0
    WHEN = 1
    READ = 2
    ADDED = 3
    KNOWN = 4
    LEFT_OUT = 5
    PROBLEMS = 6


def left_out(row: Row) -> int:
    """Return how many lines were left out."""
    return sum(row["left_out"].values())


def what(row: Row) -> str:
    """Return what a file was: "Website log, signals"."""
    kind = KINDS.get(row["kind"], row["kind"])
    return (
        f"{words.format_name(row['format'])}, {kind}" if kind else words.format_name(row["format"])
    )


def when(at: int, zone: ZoneInfo) -> str:
    """Return a moment as a row says it: "3 Mar 2026 09:00"."""
    then = local(at, zone)
    return f"{then.day} {then:%b %Y, %H:%M}"


def long_when(at: int, zone: ZoneInfo) -> str:
    """Return a moment in a sentence: "Tue 3 March, 09:00"."""
    return f"{day_name(at, zone)}, {local(at, zone):%H:%M}"


class ImportModel(QAbstractTableModel):
    """Imports, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._zone = ZoneInfo("UTC")

    def show_rows(self, rows: list[Row], zone: ZoneInfo) -> bool:
        """Show imports; return whether something changed."""
        if rows == self._rows and zone == self._zone:
            return False
        self.beginResetModel()
        self._rows, self._zone = rows, zone
        self.endResetModel()
        return True

    def row_of(self, import_id: int) -> int:
        """Return the row of an import, 0 where it is gone."""
        ids = [row["id"] for row in self._rows]
        return ids.index(import_id) if import_id in ids else 0

    def id_at(self, row: int) -> int | None:
        """Return the import in a row."""
        return int(self._rows[row]["id"]) if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the imports."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the heads, those of numbers at the right."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole and across:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if section >= Column.READ
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == UNDER_ROLE:
            back = row["reverted_at"]
            return f"taken back on {day_name(back, self._zone)}" if back else what(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{HEADS[index.column()]}: {self._text(row, index.column())}"
        return None

    def _text(self, row: Row, column: int) -> str:
        if column == Column.FILE:
            return str(row["file"])
        if column == Column.WHEN:
            return when(row["at"], self._zone)
        number = left_out(row) if column == Column.LEFT_OUT else row[HEADS[column].lower()]
        return f"{number:,}" if number else "–"
