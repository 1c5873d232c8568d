"""The plan as a table: months down, channels across, sums at the top and at the right."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import amount_words, round_words
from warmcalls.domain.periods import month_words
from warmcalls.ui.campaigns.sheets.plan_grid import Amounts, PlanGrid
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.forms.money_field import read_amount

Index = QModelIndex | QPersistentModelIndex
AMOUNTS_ROLE: Final = int(Qt.ItemDataRole.UserRole)
UNDER_ROLE: Final = AMOUNTS_ROLE + 1
NO_CHANNEL: Final = "No channel"
NO_CHANNEL_TIP: Final = "Spend that says no channel; give its campaign one to plan it."
NONE: Final = "–"
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PlanModel(QAbstractTableModel):
    """A year of channels; what was planned is edited in place.

    Attributes:
        typed: another amount was planned: month, channel, minor units now and before.
        refused: what was typed cannot be: the reason, or empty.
    """

    typed = QtSignal(str, str, object, object)
    refused = QtSignal(str)

    def __init__(self, grid: PlanGrid, month: str, currency: str, parent: QObject) -> None:
        super().__init__(parent)
        self.grid, self._month, self._currency = grid, month, currency

    def show_grid(self, grid: PlanGrid) -> None:
        """Show another plan; the place one is at stays where the channels stay."""
        same = (grid.months, grid.channels) == (self.grid.months, self.grid.channels)
        if same:
            self.grid = grid
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def is_sum(self, index: Index) -> bool:
        """Tell whether a cell adds others up."""
        return index.row() == 0 or index.column() == len(self.grid.channels)

    def place(self, index: Index) -> tuple[str, str]:
        """Return month and channel of a cell that is no sum."""
        return self.grid.months[index.row() - 1], self.grid.channels[index.column()]

    def cell(self, month: str, channel: str) -> QModelIndex:
        """Return where a month of a channel stands; an invalid index for none."""
        folded = [each.casefold() for each in self.grid.channels]
        if month not in self.grid.months or channel.casefold() not in folded:
            return QModelIndex()
        return self.index(self.grid.months.index(month) + 1, folded.index(channel.casefold()))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the months and their sum."""
        return 0 if parent.isValid() else len(self.grid.months) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the channels and their sum."""
        return 0 if parent.isValid() else len(self.grid.channels) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let plans of channels that have a name be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.is_sum(index) and self.place(index)[1]:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return months and channels."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if across else LEFT
        words = self._channel(section) if across else self._row(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and what a screen reader says of it."""
        amounts = self._amounts(index)
        if role == AMOUNTS_ROLE:
            return amounts
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            none = NONE if role == Qt.ItemDataRole.DisplayRole else ""
            return amount_words(amounts.planned, self._currency) if amounts.planned else none
        if role == UNDER_ROLE:
            return self._under(amounts)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = f"{self._row(index.row())}, {self._channel(index.column())}"
            return f"{where}: {self._spoken(amounts)}"
        if role == Qt.ItemDataRole.ToolTipRole and not self.is_sum(index):
            return None if self.place(index)[1] else NO_CHANNEL_TIP
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed, or say why not; an empty text takes the plan away."""
        if role != Qt.ItemDataRole.EditRole or self.is_sum(index):
            return False
        try:
            text = str(value).strip()
            amount = read_amount(text, self._currency) if text else 0
        except RefusedError as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        month, channel = self.place(index)
        before = self.grid.at(month, channel).planned
        if amount != before:
            self.put(month, channel, amount)
            self.typed.emit(month, channel, amount, before)
        return True

    def put(self, month: str, channel: str, amount: int) -> None:
        """Show another plan in one cell, and in the sums."""
        self.grid.plan(month, channel, amount)
        self.dataChanged.emit(
            self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
        )

    def _amounts(self, index: Index) -> Amounts:
        grid = self.grid
        months = grid.months if index.row() == 0 else grid.months[index.row() - 1 : index.row()]
        last = index.column() == len(grid.channels)
        channels = grid.channels if last else (grid.channels[index.column()],)
        return grid.of(months, channels)

    def _under(self, amounts: Amounts) -> str:
        """Return what was spent, or by how much that is over the plan."""
        if not amounts.spent:
            return ""
        if not amounts.over:
            return f"{round_words(amounts.spent, self._currency)} spent"
        word = "over" if amounts.planned else "unplanned"
        return f"{round_words(amounts.over, self._currency)} {word}"

    def _spoken(self, amounts: Amounts) -> str:
        """Return what a screen reader says of a cell."""
        words = [amount_words(each, self._currency) for each in (amounts.planned, amounts.spent)]
        said = f"{words[0]} planned, {words[1]} spent"
        over = amount_words(amounts.over, self._currency)
        return f"{said}, {over} over the plan" if amounts.over else said

    def _row(self, row: int) -> str:
        if row == 0:
            return f"All of {self.grid.months[0][:4]}"
        month = self.grid.months[row - 1]
        name = month_words(month).split(" ")[0]
        return f"{name}, now" if month == self._month else name

    def _channel(self, column: int) -> str:
        if column == len(self.grid.channels):
            return "All channels"
        return self.grid.channels[column] or NO_CHANNEL
