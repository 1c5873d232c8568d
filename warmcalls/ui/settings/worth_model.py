"""The table of what signals are worth: what is kept, with a draft over it."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import DEFAULT_WORTH, FAMILY, KINDS, Family, Kind, Worth
from warmcalls.domain.points import in_points
from warmcalls.domain.weights_learned import WeightsLearned
from warmcalls.ui.settings import worth_draft
from warmcalls.ui.settings.worth_draft import Draft
from warmcalls.ui.settings.worth_line import FIELDS, Column, WorthLine

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE: Final = Qt.ItemDataRole.UserRole
HEADS: Final = ("Signal", "Points", "Default", "Learned", "Outcomes", "30 days", "Half-life")
TIPS: Final = {
    Column.POINTS: "What you set. 20 points double the odds that a call is worth the time.",
    Column.USUAL: "What a new agency starts from.",
    Column.LEARNED: "What your outcomes made of the points: the dot is the best guess, the line "
    "where it likely lies, the tick what you set.",
    Column.OUTCOMES: "Outcomes of calls to clients who had any of this signal when proposed.",
    Column.SINCE: "By how much the outcomes of the last 30 days moved what is learned.",
    Column.DAYS: "After so many days a signal counts half, after twice as many a quarter.",
}


class WorthModel(QAbstractTableModel):
    """Rows by family.

    Attributes:
        edited: another value stands in the draft.
        refused: what was typed cannot be: the reason, or empty.
    """

    edited = QtSignal()
    refused = QtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[Kind, Worth] = dict(DEFAULT_WORTH)
        self._found: WeightsLearned | None = None
        self.draft: Draft = {}
        self._lines = self._made(self.draft)

    def show_worth(self, kept: Mapping[Kind, Worth]) -> None:
        """Show what is kept now; the draft stays over it."""
        self._kept = dict(kept)
        self.set_draft(self.draft)

    def show_learned(self, found: WeightsLearned) -> None:
        """Show what the outcomes made of it."""
        self._found = found
        self.set_draft(self.draft)

    def set_draft(self, draft: Draft) -> None:
        """Put other values over what is kept."""
        self.draft = worth_draft.still_new(self._kept, draft)
        before, self._lines = self._lines, self._made(self.draft)
        for row, (old, new) in enumerate(zip(before, self._lines, strict=True)):
            if old != new:  # a row that stays keeps what is being typed into it
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.DAYS))

    def _made(self, draft: Draft) -> list[WorthLine]:
        lines: list[WorthLine] = []
        worth, found = worth_draft.overlaid(self._kept, draft), self._found
        for family in Family:
            lines.append(WorthLine(family))
            lines += [
                WorthLine(family, k, worth[k], self._kept[k], found.of_kind(k) if found else None)
                for k in KINDS
                if FAMILY[k] is family
            ]
        return lines

    @property
    def edits(self) -> dict[Kind, Worth]:
        """What the edited signals would be worth."""
        return worth_draft.edits(self._kept, self.draft)

    @property
    def scale(self) -> tuple[float, float]:
        """The points between which all intervals and ticks lie."""
        told = [line.found for line in self._lines if line.found is not None]
        ends = [0.0, *(in_points(w.set) for w in told), *(in_points(w.learned) for w in told)]
        ends += [in_points(end) for w in told if w.can_tell for end in (w.low, w.high)]
        return min(ends), max(ends)

    def line(self, row: int) -> WorthLine:
        """Return a row."""
        return self._lines[row]

    def changed_count(self) -> int:
        """Return how many values are not the usual ones."""
        return sum(line.changed(column) for line in self._lines for column in FIELDS)

    def put_back(self, index: Index) -> None:
        """Put the usual value back into a cell."""
        line, column = self._lines[index.row()], index.column()
        if line.kind is not None and line.changed(column):
            field = FIELDS[Column(column)]
            usual = getattr(DEFAULT_WORTH[line.kind], field)
            self._draw_up(self.draft | {(line.kind, field): usual})

    def put_all_back(self) -> None:
        """Put every usual value back."""
        self._draw_up(worth_draft.changes(self._kept, DEFAULT_WORTH))

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
        if index.column() in FIELDS:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the heads, and in a tooltip what each means."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return HEADS[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return TIPS.get(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = section in {Column.NAME, Column.LEARNED}
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and what a screen reader says of it."""
        line, column = self._lines[index.row()], index.column()
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text(column)
        if role == Qt.ItemDataRole.EditRole:
            return line.value(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.said(column, HEADS[column])
        if role == Qt.ItemDataRole.ToolTipRole and line.kind is not None:
            return line.said(column, HEADS[column])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into the draft, or say why not."""
        line, column = self._lines[index.row()], index.column()
        if role != Qt.ItemDataRole.EditRole or line.kind is None or column not in FIELDS:
            return False
        try:
            said = line.typed(column, str(value))
        except RefusedError as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        if str(value) != line.value(column):
            self._draw_up(self.draft | {(line.kind, FIELDS[Column(column)]): said})
        return True

    def _draw_up(self, draft: Draft) -> None:
        before = self.draft
        self.set_draft(draft)
        if self.draft != before:
            self.edited.emit()
