"""The table of clients: cells are edited in place, copied, pasted, filled down and emptied."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
)

from warmcalls.domain.client_columns import BY_ID, COLUMNS, ClientRow, ColumnKind
from warmcalls.domain.client_edits import Edit
from warmcalls.ui.clients.table import blocks
from warmcalls.ui.clients.table.delegate import CARET, OFFERS, PAD
from warmcalls.ui.clients.table.editing import edits_at_once
from warmcalls.ui.clients.table.field import Leave
from warmcalls.ui.clients.table.grid import ClientGrid
from warmcalls.ui.clients.table.hands import Hands
from warmcalls.ui.clients.table.model import ClientModel
from warmcalls.ui.clients.table.steps import next_cell, stepped
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.saved_views import Choices

FALLING_FIRST: Final = {
    ColumnKind.MONEY, ColumnKind.COUNT, ColumnKind.WARMTH, ColumnKind.COVERAGE, ColumnKind.MOMENT,
}  # fmt: skip
"""Kinds that are sorted from the highest at first."""
CTRL: Final = Qt.KeyboardModifier.ControlModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
OTHERS: Final = CTRL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
LEFT_TO_WINDOW: Final = {"/", "?", " "}
KEY: Final = Qt.Key
MOVES: Final = {Leave.DOWN: KEY.Key_Down, Leave.UP: KEY.Key_Up}


class ClientTable(ClientGrid):
    """Works as a spreadsheet does: F2, typing or a double click edits, Enter opens the client.

    Args:
        theme: the theme.
        model: the clients.

    Attributes:
        edited: cells were typed, filled or emptied: `Edit`s, which are shown already.
        pasted: a block was pasted: its `Edit`s, and what it comes to in words; not shown yet.
        opened: a client is to be opened: its id.
        sorted_by: a head was clicked: the column's id, and whether from the highest.
        menu_wanted: what can be done about clients: their ids, and where on the screen.
        columns_changed: columns were moved, resized, shown or hidden.
        copy_wanted: clients to copy, not all of whose rows were read: answer with `copy_rows`.
        refused: something could not be done; one sentence why.
    """

    edited = Signal(object)
    pasted = Signal(object, object)
    opened = Signal(int)
    sorted_by = Signal(str, bool)
    menu_wanted = Signal(object, object)
    columns_changed = Signal()
    copy_wanted = Signal(object)
    refused = Signal(str)

    def __init__(self, theme: Theme, model: ClientModel) -> None:
        super().__init__(theme, model)
        self.hands = Hands(self, model)
        self.hands.edited.connect(self.edited)
        self.hands.pasted.connect(self.pasted)
        self.hands.copy_wanted.connect(self.copy_wanted)
        self.hands.refused.connect(self.refused)
        self._keys: Mapping[Qt.Key, Callable[[], object]] = {
            KEY.Key_Return: self._open,
            KEY.Key_Enter: self._open,
            KEY.Key_F2: self.edit_here,
            KEY.Key_Escape: self._choose_one,
            KEY.Key_Delete: self.hands.empty,
            KEY.Key_Backspace: self.hands.empty,
        }
        self._combined: Mapping[tuple[Any, Qt.Key], Callable[[], object]] = {
            (CTRL, KEY.Key_D): self.hands.fill_down,
            (CTRL, KEY.Key_Space): self.turn_here,
            (CTRL, KEY.Key_A): self.picker.all,
            (CTRL, KEY.Key_C): self.hands.copy,
            (CTRL, KEY.Key_Insert): self.hands.copy,
            (CTRL, KEY.Key_V): self.hands.paste,
            (SHIFT, KEY.Key_Insert): self.hands.paste,
            (Qt.KeyboardModifier.AltModifier, KEY.Key_Down): self.edit_here,
        }
        self.delegate.saved.connect(self._saved)
        self.head.sort_wanted.connect(self.sort_by)
        self.head.fit_wanted.connect(self.fit)
        self.head.settled.connect(self.columns_changed)

    def set_choices(self, choices: "Choices") -> None:
        """Offer what is known already: sectors, towns, tags and owners."""
        owners = {name: number for number, name in choices.owners}
        self._model.cache.owners = owners
        self.delegate.known = {
            **self.delegate.known,
            "sector": choices.sectors,
            "town": choices.towns,
            "tags": choices.tags,
            "owner": tuple(owners),
        }

    def save_state(self) -> str:
        """Return the columns, their order and widths, as JSON."""
        return self.head.kept()

    def restore_state(self, said: str | bytes) -> None:
        """Show the columns that were kept; what is not understood is left as it is."""
        self.head.restore(said)

    def show_order(self, column: str, *, descending: bool = False) -> None:
        """Point out in the heads what the list is sorted by."""
        self.head.show_order(column, descending=descending)

    def sort_by(self, column: str) -> None:
        """Ask for another order: figures from the highest, words from A; again turns it."""
        before, falls = self._model.order
        falls = not falls if column == before else BY_ID[column].kind in FALLING_FIRST
        self._is_turned = True
        self.show_order(column, descending=falls)
        self.sorted_by.emit(column, falls)

    def fit(self, column: str) -> None:
        """Make a column as wide as what it says in view."""
        first, last = max(self.rowAt(0), 0), self.rowAt(self.viewport().height() - 1)
        end = last + 1 if last >= 0 else self._model.rowCount()
        rows = [row for row in map(self._model.client, range(first, end)) if row is not None]
        wide = max((self.delegate.wide(row, BY_ID[column]) for row in rows), default=0)
        self.head.fit(column, wide)

    def edit_here(self) -> None:
        """Open the field of the current cell, with the list where there is one."""
        index = self.currentIndex()
        if not self.column.editable:
            self.hands.refuse_column()
        elif self._model.client(index.row()) is not None:
            self.edit(index)
            self.delegate.open_offer()

    def copy_rows(self, rows: Sequence[ClientRow]) -> None:
        """Copy rows that were read for it, in the columns that are shown."""
        self.hands.copy_rows(rows)

    def _saved(self, edit: Edit | None, how: Leave) -> None:
        """Hand over what was typed, and go on."""
        if edit:
            ids = self.chosen_ids if how is Leave.ALL else [edit.client_id]
            self.hands.write(blocks.fill(edit.text, edit.column, ids))
        if how in MOVES:
            self._step(MOVES[how])
        elif how in {Leave.NEXT, Leave.BEFORE}:
            self._tab(1 if how is Leave.NEXT else -1)
        self._model.hold(held=False)

    def _open(self) -> None:
        client_id = self._model.id_at(self.currentIndex().row())
        if client_id:
            self.opened.emit(client_id)

    def _choose_one(self) -> bool:
        """Choose the current row alone; tell whether more were chosen."""
        more = len(self.chosen_ids) > 1
        if more:
            self.picker.only(self._model.id_at(self.currentIndex().row()) or 0)
        return more

    def _step(self, key: int, *, ctrl: bool = False, extends: bool = False) -> bool:
        """Move by a key; tell whether it is one that moves."""
        to = stepped(key, self.place, self.room, ctrl=ctrl) if self._model.rowCount() else None
        if to:
            self.go(to, extends=extends)
        return to is not None

    def _tab(self, by: int) -> bool:
        to = next_cell(self.place, self.room, by)
        if to:
            self.go(to)
        return to is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, edit, copy, paste, fill; what is none of these is left to the page."""
        if self._is_ours(event):
            event.accept()
        elif self._types(event):
            super().keyPressEvent(event)
            event.accept()
        else:
            event.ignore()

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it asked for something."""
        key, keys = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = keys == Qt.KeyboardModifier.NoModifier
        deed = self._keys.get(key) if plain else self._combined.get((keys, key))
        if deed:
            return deed() is not False
        if key in {KEY.Key_Tab, KEY.Key_Backtab} and not keys & CTRL:
            return self._tab(-1 if key == KEY.Key_Backtab or keys & SHIFT else 1)
        if key == KEY.Key_F6:
            return self._leave_table(forward=not keys & SHIFT)
        if not keys & ~(CTRL | SHIFT):
            ctrl, extends = bool(keys & CTRL), bool(keys & SHIFT)
            return self._step(key, ctrl=ctrl, extends=extends) or self._letter(event)
        return False

    def _letter(self, event: QKeyEvent) -> bool:
        """Set what a single letter says."""
        if event.modifiers() & OTHERS or not self._model.rowCount():
            return False
        said = edits_at_once(self.column.id, event.text())
        if said is None:
            return False
        row = self._model.client(self.currentIndex().row())
        if row is not None and row.tier != said:
            self.hands.write([Edit(row.id, self.column.id, said)])
        return True

    def _types(self, event: QKeyEvent) -> bool:
        """Tell whether a key begins to edit the current cell."""
        said = event.text()
        if not said.isprintable() or not said or said in LEFT_TO_WINDOW:
            return False
        index = self.currentIndex()
        there = index.isValid() and self._model.client(index.row()) is not None
        return there and self.column.editable and not event.modifiers() & OTHERS

    def _leave_table(self, *, forward: bool) -> bool:
        """Give the focus to what follows, as Tab does elsewhere."""
        self.setTabKeyNavigation(False)
        left = self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)
        return left

    def event(self, event: QEvent) -> bool:
        """Keep letters that are typed into a cell from the keys of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if self._types(event) or (keys, Qt.Key(event.key())) in self._combined:
                event.accept()
                return True
        return super().event(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: most rows were never read, and the page has a field for it."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list of the current cell by its arrow."""
        before = self.currentIndex()
        super().mousePressEvent(event)
        at, plain = event.position().toPoint(), not event.modifiers()
        if before != self.currentIndex() or event.button() != Qt.MouseButton.LeftButton:
            return
        edge = self.visualRect(before).right() - self._theme.px(CARET + 2 * PAD)
        if plain and before == self.indexAt(at) and self.column.kind in OFFERS and at.x() > edge:
            self.edit_here()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit a cell, or open the client where the cell cannot be written."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if COLUMNS[index.column()].editable:
            self.edit_here()
        else:
            self._open()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done about the chosen rows."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        if self.chosen_ids:
            self.menu_wanted.emit(self.chosen_ids, at)
        event.accept()
