"""Clients as rows of a table: any number of ids, and the rows of those that were looked at."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from warmcalls.domain.client_columns import BY_ID, COLUMNS, SHOWN, ClientRow, Column
from warmcalls.domain.client_edits import Edit
from warmcalls.ui.clients.table.cell_words import HEAD_TIPS, Manner, cell_words, spoken, tip
from warmcalls.ui.clients.table.row_cache import RowCache
from warmcalls.ui.components.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
PLACE: Final = {column.id: place for place, column in enumerate(COLUMNS)}
COMES: Final = "is being read"
GONE: Final = "is no longer there"


class ClientModel(QAbstractTableModel):
    """Every column there is, for ids in an order; rows come later, a page at a time.

    The one who owns the model hears `rows_wanted`, reads the rows off the window's thread and
    answers with `take_rows`; there is one request under way at a time, and a request that fails
    is let go with `let_go`.

    Args:
        zone: where the agency's days begin.
        parent: of the model.

    Attributes:
        rows_wanted: ids whose rows are to be read: what is in view, and a page ahead.
        columns_set: other columns are shown.
        cache: the rows that were read.
        manner: how the agency writes days and money.
        order: the column that is sorted by, and whether from the highest.
    """

    rows_wanted = Signal(object)
    columns_set = Signal()

    def __init__(self, zone: ZoneInfo | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cache = RowCache()
        self.order: tuple[str, bool] = ("", False)
        self.manner = Manner(zone or ZoneInfo("Europe/London"))
        self._ids: list[int] = []
        self._rows: dict[int, int] = {}
        self._columns: tuple[str, ...] = SHOWN
        self._window: tuple[int, int] = (0, 0)
        self._held: list[int] | None = None
        self._is_held = False

    @property
    def ids(self) -> Sequence[int]:
        """The clients, in their order."""
        return self._ids

    @property
    def rows(self) -> Mapping[int, int]:
        """Where every client stands."""
        if not self._rows and self._ids:
            self._rows = dict(zip(self._ids, range(len(self._ids)), strict=True))
        return self._rows

    @property
    def columns(self) -> list[str]:
        """The ids of the columns that are shown, in their order."""
        return list(self._columns)

    def set_columns(self, ids: Sequence[str]) -> None:
        """Show other columns; the name is always among them, and what is not known is left out."""
        known = tuple(dict.fromkeys(each for each in ids if each in BY_ID))
        wanted = known if "name" in known else ("name", *known)
        if wanted != self._columns:
            self._columns = wanted
            self.columns_set.emit()

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show clients in an order; rows that were read are kept.

        While a cell is being edited the list stays as it is, and changes afterwards.
        """
        if self._is_held:
            self._held = list(ids)
        elif list(ids) != self._ids:
            self.beginResetModel()
            self._ids, self._rows = list(ids), {}
            self.endResetModel()

    def hold(self, *, held: bool) -> None:
        """Keep the rows where they are while one of them is edited."""
        self._is_held = held
        if not held and self._held is not None:
            ids, self._held = self._held, None
            self.show_ids(ids)

    def want(self, first: int, last: int) -> None:
        """Take notice of the rows in view and ask for those that are not there, once each."""
        page = last - first + 1
        self._window = (max(first - page, 0), last + 1 + page)
        if self.cache.under_way:
            return
        missing = self.cache.missing(self._ids[first : last + 1])
        if not missing and not self.cache.missing(self._ids[last + 1 : last + 1 + page // 2]):
            return
        missing = self.cache.missing(self._ids[slice(*self._window)])
        self.cache.under_way = set(missing)
        self.rows_wanted.emit(missing)

    def take_rows(self, rows: Sequence[ClientRow]) -> None:
        """Show rows that were read: the answer to `rows_wanted`, or others that have changed."""
        top = self.cache.top
        if self.cache.take(rows):
            self._ask_again()
        changed = range(len(self._ids)) if self.cache.top != top else None
        self._changed((row.id for row in rows), whole=changed)

    def let_go(self) -> None:
        """Give up the request under way; what is in view is asked for at the next occasion."""
        self.cache.under_way.clear()

    def forget(self) -> None:
        """Have what is in view read again; until then it is shown as it was."""
        self.cache.forget()
        self._ask_again()

    def put(self, edits: Iterable[Edit]) -> None:
        """Show edits at once, before they are saved."""
        self._changed(self.cache.edit(edits))

    def revert(self, edits: Iterable[Edit] = ()) -> None:
        """Show what was there before edits that were refused."""
        self._changed(self.cache.revert(edits))

    def row_of(self, client_id: int) -> int:
        """Return where a client stands, -1 where it does not."""
        return self.rows.get(client_id, -1)

    def id_at(self, row: int) -> int | None:
        """Return the client in a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def client(self, row: int) -> ClientRow | None:
        """Return what is known of the client in a row; None where it was not read yet."""
        return self.cache.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def column_at(self, place: int) -> Column:
        """Return a column."""
        return COLUMNS[place]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many clients there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are, shown or not."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a cell can be written."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid() or not COLUMNS[index.column()].editable:
            return usual
        return usual | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column, what it counts, and whether it is sorted by."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.ToolTipRole:
            return HEAD_TIPS.get(column.id, "")
        if role == Qt.ItemDataRole.AccessibleTextRole and self.order[0] == column.id:
            return f"{column.head}, sorted {'downwards' if self.order[1] else 'upwards'}"
        return column.head if role == Qt.ItemDataRole.AccessibleTextRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, and what a screen reader says of it."""
        if role not in SAID:
            return None
        column, row = COLUMNS[index.column()].id, self.client(index.row())
        if row is None:
            gone = self.cache.is_gone(self._ids[index.row()])
            spoke = role == Qt.ItemDataRole.AccessibleTextRole
            return f"{COLUMNS[index.column()].head}: {GONE if gone else COMES}" if spoke else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, column, self.manner)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(tip(row, column))
        return cell_words(row, column, self.manner)

    def _ask_again(self) -> None:
        """Ask for what is in view and not there."""
        first, end = self._window
        missing = self.cache.missing(self._ids[first:end])
        if missing and not self.cache.under_way:
            self.cache.under_way = set(missing)
            self.rows_wanted.emit(missing)

    def _changed(self, ids: Iterable[int], *, whole: range | None = None) -> None:
        """Have rows painted again."""
        rows = whole or [row for row in map(self.row_of, ids) if row >= 0]
        if rows:
            first, last = self.index(min(rows), 0), self.index(max(rows), len(COLUMNS) - 1)
            self.dataChanged.emit(first, last)


SAID: Final = {
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
    int(Qt.ItemDataRole.ToolTipRole),
}
