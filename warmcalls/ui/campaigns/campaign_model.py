"""The campaigns as rows of a table."""

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from warmcalls.domain.campaigns import CampaignFigures, LeadState
from warmcalls.domain.money import ratio_words, round_words
from warmcalls.ui.campaigns.words import (
    chip_of,
    few_worked,
    likely_words,
    of_words,
    placed_words,
    rate_words,
    return_words,
    states_words,
)
from warmcalls.ui.components.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
ROW_ROLE: Final = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """What stands where."""

    NAME = 0
    SPEND = 1
    LEADS = 2
    STATES = 3
    WORTH = 4
    MEETINGS = 5
    FEES = 6
    RETURN = 7


HEADS: Final = {
    Column.NAME: "Campaign",
    Column.SPEND: "Spend",
    Column.LEADS: "Leads",
    Column.STATES: "What became of them",
    Column.WORTH: "Worth the time, of worked",
    Column.MEETINGS: "Meetings",
    Column.FEES: "Fees paid",
    Column.RETURN: "Per £1",
}
TEXTS: Final = {Column.NAME, Column.STATES, Column.WORTH}


class CampaignModel(QAbstractTableModel):
    """Rows of the report, sorted by any column.

    Attributes:
        longest: the most leads of any row: the scale of the bars.
        reach: the highest rate on the scale of the intervals.
        normal: the agency's worth-rate, for the dashed line.
        sorted_by: column and order, None for the report's own.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CampaignFigures] = []
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None
        self.currency = "GBP"
        self.longest, self.reach, self.normal = 1, 1.0, 0.0

    def show(self, rows: list[CampaignFigures], normal: float, currency: str) -> None:
        """Show other rows, in their own order until a head is chosen."""
        self.beginResetModel()
        self._rows, self.normal, self.currency = list(rows), normal, currency
        self.longest = max([row.leads for row in rows] or [1]) or 1
        self.reach = max([row.worth.high for row in rows if row.worked > 0] + [normal, 0.1])
        self._sort_rows()
        self.endResetModel()

    def row(self, number: int) -> CampaignFigures:
        """Return one row."""
        return self._rows[number]

    def row_of(self, campaign_id: int) -> int:
        """Return where a campaign stands, -1 where it does not."""
        ids = [row.campaign.id for row in self._rows]
        return ids.index(campaign_id) if campaign_id in ids else -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many campaigns there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a head and how it is aligned."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(column) + self._arrow(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column in TEXTS else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, and the whole row for who paints it."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(row, Column(index.column())))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, Column(index.column()))
        return None

    def _head(self, column: Column) -> str:
        one = ratio_words(1, self.currency)[:-3]
        return f"Per {one}" if column is Column.RETURN else HEADS[column]

    def _arrow(self, column: Column) -> str:
        """Return the arrow behind the head that the rows are sorted by."""
        if self.sorted_by is None or self.sorted_by[0] != column:
            return ""
        return " ↑" if self.sorted_by[1] is Qt.SortOrder.AscendingOrder else " ↓"

    def _tip(self, row: CampaignFigures, column: Column) -> str:
        """Return what a cell has no room for."""
        tips = {
            Column.NAME: " ".join(filter(None, (f"{row.campaign.name}.", row.advice))),
            Column.STATES: states_words(row),
            Column.WORTH: f"{of_words(row.worth)} worth the time, {likely_words(row.worth)}",
            Column.MEETINGS: f"{row.briefs:,} job briefs, {placed_words(row)}",
            Column.FEES: f"{round_words(row.invoiced, self.currency)} invoiced",
            Column.RETURN: return_words(row, self.currency),
        }
        return tips.get(column, "")

    def _spoken(self, row: CampaignFigures, column: Column) -> str:
        """Return a cell as a screen reader says it."""
        if column is Column.NAME:
            return ", ".join(
                filter(None, (row.campaign.name, row.campaign.channel, chip_of(row)[1]))
            )
        return f"{self._head(column)}: {self._text(row, column)}"

    def _text(self, row: CampaignFigures, column: Column) -> str:
        back = row.returns.so_far
        said = {
            Column.NAME: row.campaign.name,
            Column.SPEND: round_words(row.spend, self.currency),
            Column.LEADS: f"{row.leads:,}",
            Column.STATES: states_words(row),
            Column.WORTH: rate_words(row),
            Column.MEETINGS: f"{row.meetings:,}",
            Column.FEES: round_words(row.paid, self.currency),
            Column.RETURN: "–" if back is None else ratio_words(back, self.currency),
        }
        return said[column]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is not known stands last."""
        self.layoutAboutToBeChanged.emit()
        kept = [(each, self._rows[each.row()].campaign.id) for each in self.persistentIndexList()]
        self.sorted_by = (column, order)
        self._sort_rows()
        for index, campaign_id in kept:
            moved = self.index(self.row_of(campaign_id), index.column())
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _sort_rows(self) -> None:
        if self.sorted_by is None or not 0 <= self.sorted_by[0] < len(Column):
            return
        column, order = Column(self.sorted_by[0]), self.sorted_by[1]
        falling = order == Qt.SortOrder.DescendingOrder
        self._rows.sort(key=lambda row: row.campaign.name.casefold())
        if column is Column.NAME:
            self._rows.sort(key=lambda row: row.campaign.name.casefold(), reverse=falling)
        else:
            self._rows.sort(key=lambda row: _figure(row, column), reverse=falling)


def _figure(row: CampaignFigures, column: Column) -> float:
    """Return what a column sorts by."""
    back = row.returns.so_far
    figures: dict[Column, float] = {
        Column.SPEND: row.spend,
        Column.LEADS: row.leads,
        Column.STATES: row.count(LeadState.UNWORKED),
        Column.WORTH: row.worth.value - few_worked(row) if row.worked else -2.0,
        Column.MEETINGS: row.meetings,
        Column.FEES: row.paid,
        Column.RETURN: -1.0 if back is None else back,
    }
    return figures[column]
