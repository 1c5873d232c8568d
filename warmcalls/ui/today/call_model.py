"""The calls still to be made, as a Qt model."""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from warmcalls.domain.calls import WarmCall
from warmcalls.domain.chances import chance_words
from warmcalls.ui.components.labels import plain_tip

CALL: Final = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class CallModel(QAbstractListModel):
    """A list of calls in order.

    Attributes:
        top: the greatest warmth in any sparkline, the scale of them all.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: list[WarmCall] = []
        self.top = 0.0

    def show(self, calls: tuple[WarmCall, ...]) -> None:
        """Show other calls."""
        self.beginResetModel()
        self._calls = list(calls)
        self.top = max((max(c.sparkline, default=0.0) for c in calls), default=0.0)
        self.endResetModel()

    def calls(self) -> tuple[WarmCall, ...]:
        """Return the calls shown."""
        return tuple(self._calls)

    def call_at(self, row: int) -> WarmCall | None:
        """Return the call in a row, None where there is no such row."""
        return self._calls[row] if 0 <= row < len(self._calls) else None

    def row_of(self, client_id: int) -> int:
        """Return the row of a client, -1 where it is not here."""
        return next((i for i, c in enumerate(self._calls) if c.client_id == client_id), -1)

    def remove(self, client_id: int) -> int:
        """Take a client off the list; return the row it was in, or -1."""
        row = self.row_of(client_id)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._calls[row]
            self.endRemoveRows()
        return row

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many calls there are."""
        return 0 if parent is not None and parent.isValid() else len(self._calls)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a call, or its name, or what a screen reader says of it."""
        call = self.call_at(index.row()) if index.isValid() else None
        if call is None:
            return None
        if role == CALL:
            return call
        if role == Qt.ItemDataRole.DisplayRole:
            return call.client
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(call.why)
        return spoken(call) if role == Qt.ItemDataRole.AccessibleTextRole else None


def spoken(call: WarmCall) -> str:
    """Return a call as a screen reader says it."""
    who = call.contact.name if call.contact else "front desk"
    parts = (call.client, f"tier {call.tier}" if call.tier else "", who, call.why)
    return ", ".join(part for part in (*parts, chance_words(call.chance)) if part)
