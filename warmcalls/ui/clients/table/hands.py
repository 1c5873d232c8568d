"""What can be done to many cells at once: copied, pasted, filled down, emptied."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from warmcalls.domain.client_columns import ClientRow
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.client_fields import cell_text
from warmcalls.ui.clients.table import blocks
from warmcalls.ui.clients.table.model import ClientModel
from warmcalls.ui.clients.table.typed import why_not

if TYPE_CHECKING:
    from warmcalls.ui.clients.table.grid import ClientGrid

NOT_READ = "Scroll to the first row that is chosen: it has not been read yet."


class Hands(QObject):
    """Copies, pastes, fills and empties the cells of a grid.

    Attributes:
        edited: cells were filled or emptied: `Edit`s, which are shown already.
        pasted: `Edit`s that are not shown yet, and what they come to in words.
        copy_wanted: clients to copy, not all of whose rows were read.
        refused: something could not be done; one sentence why.
    """

    edited = Signal(object)
    pasted = Signal(object, object)
    copy_wanted = Signal(object)
    refused = Signal(str)

    def __init__(self, grid: "ClientGrid", model: ClientModel) -> None:
        super().__init__(grid)
        self._grid, self._model = grid, model

    def copy(self) -> None:
        """Copy the chosen rows as they are shown, or the current cell where it is one row."""
        ids = self._grid.chosen_ids
        if len(ids) <= 1:
            row = self._model.client(self._grid.currentIndex().row())
            if row is not None:
                said = cell_text(row, self._grid.column.id, self._model.manner.zone)
                QGuiApplication.clipboard().setText(blocks.to_text([[said]]))
            return
        rows = [row for row in map(self._model.cache.get, ids) if row is not None]
        if len(rows) == len(ids):
            self.copy_rows(rows)
        else:
            self.copy_wanted.emit(ids)

    def copy_rows(self, rows: Sequence[ClientRow]) -> None:
        """Copy rows, in the columns that are shown."""
        columns, zone = self._model.columns, self._model.manner.zone
        block = [[cell_text(row, column, zone) for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(blocks.to_text(block))

    def paste(self) -> None:
        """Lay a block from the clipboard over the cells: to the right and down from this one."""
        block = blocks.from_text(QGuiApplication.clipboard().text())
        if not block or not self._model.rowCount():
            return
        columns = self._model.columns[self._grid.place.at :]
        found = blocks.paste(block, self._targets(len(block)), columns)
        if found.edits:
            self.pasted.emit(found.edits, found.words)
        else:
            self.refused.emit(f"Nothing here can be written. {found.words}")

    def _targets(self, rows: int) -> Sequence[int]:
        """Return the clients a block of so many rows is laid over.

        One row fills all that are chosen; as many rows as are chosen go into these; another block
        goes into the rows that follow one another from the first chosen one.
        """
        chosen, ids = self._grid.chosen_ids, self._model.ids
        if len(chosen) > 1 and rows in {1, len(chosen)}:
            return chosen
        row = self._grid.currentIndex().row()
        if len(chosen) > 1:
            row = self._model.row_of(chosen[0])
        return ids[row : row + 1] if rows == 1 else ids[row:]

    def fill_down(self) -> None:
        """Put what the first chosen row says in this column into the others; or what is above."""
        ids, column = self._grid.chosen_ids, self._grid.column
        if len(ids) == 1 and self._grid.currentIndex().row() > 0:
            ids = [self._model.ids[self._grid.currentIndex().row() - 1], *ids]
        if not column.editable:
            self.refuse_column()
            return
        first = self._model.cache.get(ids[0]) if ids else None
        if first is None:
            self.refused.emit(NOT_READ)
        else:
            self.write(blocks.fill(cell_text(first, column.id), column.id, ids[1:]))

    def empty(self) -> None:
        """Empty the cells of this column in the chosen rows."""
        column = self._grid.column.id
        why = why_not(column, "", self._model.cache.owners)
        if why:
            self.refused.emit(why)
        else:
            self.write(blocks.fill("", column, self._grid.chosen_ids))

    def write(self, edits: list[Edit]) -> None:
        """Show edits, and hand them over."""
        if edits:
            self._model.put(edits)
            self.edited.emit(edits)

    def refuse_column(self) -> None:
        """Say that the current column cannot be written."""
        self.refused.emit(why_not(self._grid.column.id, "", {}))
