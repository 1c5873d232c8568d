"""How a cell of the table of clients is edited in place."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from warmcalls.domain.client_columns import COLUMNS
from warmcalls.domain.client_edits import Edit
from warmcalls.ui.clients.table.delegate import OFFERS, ClientPainter
from warmcalls.ui.clients.table.field import CellField, Leave
from warmcalls.ui.clients.table.model import ClientModel
from warmcalls.ui.clients.table.typed import field_text, why_not
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent

    from warmcalls.ui.clients.table.grid import ClientGrid

Index = QModelIndex | QPersistentModelIndex
TIERS: Final = ("A", "B", "C")
KEEPS: Final = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
"""Ways to lose the focus after which it comes back by itself."""


class ClientDelegate(ClientPainter):
    """Opens a field over a cell; what cannot be so stays in the field with the reason.

    Attributes:
        saved: what was typed is good: an `Edit`, or None where nothing has changed, and a `Leave`.
        field: the one that is open.
        known: what is offered by column.
    """

    saved = Signal(object, object)

    def __init__(self, theme: Theme, model: ClientModel, table: "ClientGrid") -> None:
        super().__init__(theme, model, table)
        self.field: CellField | None = None
        self.known: Mapping[str, tuple[str, ...]] = {"tier": TIERS}

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a field over a cell whose row was read."""
        del option
        column = COLUMNS[index.column()]
        known = self.known.get(column.id, ())
        field = CellField(self._theme, parent, column, self._model.id_at(index.row()) or 0, known)
        field.left.connect(self.leave)
        self.field = field
        self._model.hold(held=True)
        return field

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let the field go."""
        if editor is self.field:
            self.field = None
        super().destroyEditor(editor, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the field where the ring was."""
        first = self._table.is_first(index.column())
        cast("CellField", editor).lie_over(self.ring(QRectF(option.rect), first=first).toRect())

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put what the cell holds into the field, once."""
        field, row = cast("CellField", editor), self._model.client(index.row())
        if row is not None:
            owners, currency = self._model.cache.owners, self._model.manner.currency
            field.show_text(field_text(row, field.column.id, owners, currency))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing: what is good is saved as the field is left, whatever makes Qt ask."""

    def open_offer(self) -> None:
        """Open the list of what is known, where the column is chosen from one."""
        if self.field and self.field.offer and self.field.column.kind in OFFERS:
            self.field.offer.open()

    def leave(self, how: Leave) -> bool:
        """Leave the open field; tell whether it was: a bad value keeps it open."""
        field = self.field
        if field is None:
            return True
        edit = Edit(field.client_id, field.column.id, field.said)
        changed = how is not Leave.BACK and (edit.text != field.before or how is Leave.ALL)
        known = self._model.cache
        why = why_not(edit.column, edit.text, known.owners, known.today()) if changed else ""
        if why:
            field.refuse(why)
            return False
        self.field = None
        self.closeEditor.emit(field)
        self.saved.emit(edit if changed else None, how)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave keys to the field; save as the focus goes elsewhere for good."""
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if event.type() == QEvent.Type.FocusOut and watched is self.field:
            if cast("QFocusEvent", event).reason() not in KEEPS:
                self.leave(Leave.STAY)
            return False
        if event.type() == QEvent.Type.Hide:
            return False
        return super().eventFilter(watched, event)


def edits_at_once(column: str, text: str) -> str | None:
    """Return what a single key sets without a field: a tier's letter."""
    letter = text.upper()
    return letter if column == "tier" and letter in TIERS else None
