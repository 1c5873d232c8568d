"""Choosing rows of the table: one, one more, a run, all; Qt's own selection is told."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from warmcalls.ui.clients.table.chosen import Chosen
from warmcalls.ui.clients.table.model import ClientModel

MOST_RUNS: Final = 64


class Picker(QObject):
    """Which clients of a model are chosen.

    Args:
        model: the clients.
        mirror: Qt's selection, which screen readers hear; it never decides anything.

    Attributes:
        turned: the ids of clients that are chosen now and were not, or the other way round.
        picked: the ids of all that are chosen, in the order of the list.
    """

    turned = Signal(object)
    picked = Signal(object)

    def __init__(self, model: ClientModel, mirror: QItemSelectionModel) -> None:
        super().__init__(model)
        self._model, self._mirror, self._chosen = model, mirror, Chosen()

    @property
    def ids(self) -> list[int]:
        """The chosen clients in the order of the list."""
        return self._chosen.in_order(self._model.ids, self._model.rows)

    def has(self, client_id: int) -> bool:
        """Tell whether a client is chosen."""
        return client_id in self._chosen.ids

    def only(self, client_id: int) -> None:
        """Choose one and nothing else."""
        before = self._chosen.ids
        self._chosen.only(client_id)
        self._say(before)

    def turn(self, client_id: int) -> None:
        """Choose one beside the others, or let it go."""
        before = self._chosen.ids
        self._chosen.turn(client_id)
        self._say(before)

    def run_to(self, row: int, *, adds: bool = False) -> None:
        """Choose the rows from the one that was chosen first up to another."""
        before, start = self._chosen.ids, self._model.row_of(self._chosen.anchor)
        if start < 0:
            self._chosen.anchor, start = self._model.id_at(row) or 0, row
        first, last = sorted((start, row))
        self._chosen.run(self._model.ids[first : last + 1], adds=adds)
        self._say(before)

    def all(self) -> None:
        """Choose every client of the list."""
        before = self._chosen.ids
        self._chosen.all(self._model.ids)
        self._say(before)

    def settle(self, current: int) -> None:
        """Let go of clients that left the list; where none is left, choose the current one."""
        before = self._chosen.ids
        self._chosen.keep(self._model.rows)
        if not self._chosen.ids and current:
            self._chosen.only(current)
        ids = self.ids
        self._tell(ids)
        if before != self._chosen.ids:
            self.picked.emit(ids)

    def _say(self, before: set[int]) -> None:
        changed = before ^ self._chosen.ids
        if changed:
            self.turned.emit(changed)
            ids = self.ids
            self._tell(ids)
            self.picked.emit(ids)

    def _tell(self, ids: Sequence[int]) -> None:
        """Tell Qt's selection of the first runs of rows; it is slow with very many."""
        said, last = QItemSelection(), self._model.columnCount() - 1
        for first, end in _runs(map(self._model.rows.__getitem__, ids)):
            said.select(self._model.index(first, 0), self._model.index(end, last))
        self._mirror.select(said, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first runs of rows that follow one another."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        elif len(runs) == MOST_RUNS:
            break
        else:
            runs.append((row, row))
    return runs
