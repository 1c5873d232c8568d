"""The cells of the table of clients: which is current, which rows are chosen, what is in view."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent

from warmcalls.domain.client_columns import COLUMNS, Column
from warmcalls.ui.clients.table.delegate import ROW
from warmcalls.ui.clients.table.editing import ClientDelegate
from warmcalls.ui.clients.table.field import Leave
from warmcalls.ui.clients.table.frozen import FrozenTable
from warmcalls.ui.clients.table.head import ClientHead
from warmcalls.ui.clients.table.model import PLACE, ClientModel
from warmcalls.ui.clients.table.painting import paint_nothing
from warmcalls.ui.clients.table.picker import Picker
from warmcalls.ui.clients.table.steps import Place, Room
from warmcalls.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NO_UPDATE: Final = QItemSelectionModel.SelectionFlag.NoUpdate
FEW: Final = 4
ROUNDS: Final = 3  # both bars may come, one after the other
HOW: Final = "Arrows and Tab move from cell to cell, F6 leaves. F2 or typing edits, Enter opens."


class ClientGrid(FrozenTable):
    """Rows of clients with a current cell; ids say what is chosen, so that it outlives a sort.

    Attributes:
        picked: other clients are chosen: their ids, in the order of the list.
        current: another client is the current one: its id, 0 for none.
        nothing: what is said where there are no rows.
        is_anew: whether the next list begins at its top, whoever was the current client.
        hovered: the row under the pointer, -1 for none.
    """

    picked = Signal(object)
    current = Signal(int)

    def __init__(self, theme: Theme, model: ClientModel) -> None:
        self._is_placing = False
        super().__init__()
        self._theme, self._model = theme, model
        self.nothing, self.hovered = "", -1
        self._before: tuple[int, int] = (-1, -1)
        self._seen: list[tuple[int, int]] = []
        self._current_id = 0
        self._is_turned = self.is_anew = False
        self._look_soon = QTimer(self, singleShot=True, interval=0)
        self._look_soon.timeout.connect(self._look)
        self.head = ClientHead(theme, model, self)
        self.head.covered = lambda: self.frozen_width
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.picker = Picker(model, self.selectionModel())
        self.picker.picked.connect(self.picked)
        self.picker.turned.connect(self._turned)
        self.delegate = ClientDelegate(theme, model, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("Clients")
        self.lay_out(theme.px(ROW))
        self.head.arrange()
        model.columns_set.connect(self._stay_in_view)
        model.modelAboutToBeReset.connect(self._note)
        model.modelReset.connect(self._settle)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._look_soon.start())
        self.selectionModel().currentChanged.connect(self._went)

    @property
    def chosen_ids(self) -> list[int]:
        """The chosen clients in the order of the list, also those whose rows were not read."""
        return self.picker.ids

    @property
    def column(self) -> Column:
        """The column of the current cell."""
        return COLUMNS[max(self.currentIndex().column(), 0)]

    @property
    def place(self) -> Place:
        """The current cell among the shown columns."""
        index = self.currentIndex()
        return Place(index.row(), max(self.head.visualIndex(index.column()), 0))

    @property
    def room(self) -> Room:
        """How many cells there are, and how many rows are in view."""
        page = self.viewport().height() // max(self._theme.px(ROW), 1)
        return Room(self._model.rowCount(), len(self._model.columns), page)

    def is_chosen(self, client_id: int) -> bool:
        """Tell whether a client is chosen."""
        return self.picker.has(client_id)

    def is_here(self, index: Index) -> bool:
        """Tell whether a cell is the current one while the table has the focus."""
        current = self.currentIndex()
        same = current.row() == index.row() and current.column() == index.column()
        return same and self.hasFocus()

    def go(self, place: Place, *, extends: bool = False) -> None:
        """Make a cell the current one and choose its row; with Shift all from the first on."""
        index = self._model.index(place.row, self.head.logicalIndex(place.at))
        same = index.row() == self.currentIndex().row()
        self.selectionModel().setCurrentIndex(index, NO_UPDATE)
        self.scrollTo(index)
        client_id = self._model.id_at(place.row) or 0
        if extends:
            self.picker.run_to(place.row)
        elif not (same and self.is_chosen(client_id)):  # along a row, others stay chosen
            self.picker.only(client_id)

    def choose(self, client_id: int) -> bool:
        """Make a client the current one, in the same column; tell whether it is in the list."""
        row = self._model.row_of(client_id)
        if row >= 0:
            self.go(Place(row, self.place.at))
        return row >= 0

    def turn_here(self) -> None:
        """Choose the current row beside the others, or let it go."""
        client_id = self._model.id_at(self.currentIndex().row())
        if client_id:
            self.picker.turn(client_id)

    def _turned(self, ids: set[int]) -> None:
        """Paint rows that are chosen now, or no longer."""
        if len(ids) > FEW:
            self.viewport().update()
        else:
            self.repaint_rows(self._model.row_of(each) for each in ids)

    def repaint_rows(self, rows: Iterable[int]) -> None:
        """Paint some rows again."""
        wide, high = self.viewport().width(), self._theme.px(ROW)
        for row in rows:
            if row >= 0:
                self.viewport().update(QRect(0, self.rowViewportPosition(row), wide, high))

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave Qt's selection alone: ids say what is chosen."""
        del index, event
        return NO_UPDATE

    def _look(self) -> None:
        """Ask for the rows in view."""
        if not self._model.rowCount() or self.viewport().height() <= 0:
            return
        first, last = max(self.rowAt(0), 0), self.rowAt(self.viewport().height() - 1)
        self._model.want(first, last if last >= 0 else self._model.rowCount() - 1)

    def _note(self) -> None:
        """Remember which clients are in view, the current one first, and where."""
        if self.is_anew:
            self._seen, self._current_id = [], 0
            return
        index, high = self.currentIndex(), self._theme.px(ROW)
        first, rows = max(self.rowAt(0), 0), self.viewport().height() // high + 2
        seen = [] if self._is_turned else list(range(first, first + rows))
        if 0 <= self.rowViewportPosition(index.row()) < self.viewport().height():
            seen.insert(0, index.row())
        self._seen = [
            (client_id, self.rowViewportPosition(row))
            for row in seen
            if (client_id := self._model.id_at(row)) is not None
        ]
        self._before = (index.row(), index.column())

    def _settle(self) -> None:
        """Show the same client as current, and what was in view at the same place.

        Where nothing of it is left, the list is another one and begins at its top.
        """
        there = [(row, top) for each, top in self._seen if (row := self._model.row_of(each)) >= 0]
        self.hovered, self._is_turned = -1, False
        self.setAccessibleDescription(HOW if self._model.rowCount() else self.nothing)
        self.updateGeometries()
        kept, (row, column) = self._model.row_of(self._current_id), self._before
        at = kept if kept >= 0 else min(row, self._model.rowCount() - 1) if there else 0
        column = column if column >= 0 else PLACE[self._model.columns[0]]
        self.selectionModel().setCurrentIndex(self._model.index(at, column), NO_UPDATE)
        self._went(self.currentIndex())
        place = there[0][0] * self._theme.px(ROW) - there[0][1] if there else 0
        self.verticalScrollBar().setValue(place)
        self.picker.settle(self._model.id_at(at) or 0)
        self._look_soon.start()

    def _stay_in_view(self) -> None:
        """Go to the name where the column of the current cell is hidden."""
        index = self.currentIndex()
        if index.isValid() and self.isColumnHidden(index.column()):
            name = self._model.index(index.row(), PLACE["name"])
            self.selectionModel().setCurrentIndex(name, NO_UPDATE)

    def _went(self, index: QModelIndex) -> None:
        """Tell that another client is the current one."""
        client_id = self._model.id_at(index.row()) or 0
        if client_id != self._current_id and (client_id or not self._model.rowCount()):
            self._current_id = client_id
            self.current.emit(client_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; Ctrl one more, Shift all between. A bad value keeps its field open."""
        if not self.delegate.leave(Leave.STAY):
            event.accept()
            return
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        client_id = self._model.id_at(index.row())
        if client_id is None:
            return
        keys = event.modifiers()
        adds = bool(keys & Qt.KeyboardModifier.ControlModifier)
        if event.button() == Qt.MouseButton.RightButton and self.is_chosen(client_id):
            return
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.picker.run_to(index.row(), adds=adds)
        elif adds:
            self.turn_here()
        else:
            self.picker.only(client_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose a run of rows by dragging."""
        before = self.currentIndex().row()
        super().mouseMoveEvent(event)
        row = self.currentIndex().row()
        if event.buttons() & Qt.MouseButton.LeftButton and row not in {before, -1}:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.picker.run_to(row, adds=adds)

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice which row the pointer is over: a row is hovered, not a cell."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hover(self.rowAt(event.position().toPoint().y()))
        elif event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            before, self.hovered = self.hovered, row
            self.repaint_rows((before, row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for what has come into view."""
        super().resizeEvent(event)
        self._look_soon.start()

    def updateGeometries(self) -> None:
        """Share the room anew among the columns where it has changed, then place heads and bars.

        A bar that comes or goes changes the room and asks again from within. That is never
        answered there, only after it, and not for ever: it could go on until the stack is full.
        """
        if self._is_placing:
            return
        self._is_placing = True
        try:
            for _ in range(ROUNDS):
                self.head.fit_room(self.viewport().width())
                super().updateGeometries()
                if self.head.room == self.viewport().width():
                    break
        finally:
            self._is_placing = False

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of a field that was left open."""
        self.delegate.leave(Leave.BACK)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground below the rows, and what would be here where there is nothing."""
        below = self._model.rowCount() * self._theme.px(ROW) - self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        ground = event.rect().adjusted(0, max(below - event.rect().top(), 0), 0, 0)
        painter.fillRect(ground, self._theme.tokens.colour("surface"))
        painter.end()
        super().paintEvent(event)
        self.paint_rest(event, self.delegate)
        self.paint_frozen(event, self._theme.tokens.colour("control"))
        if not self._model.rowCount() and self.nothing:
            painter = QPainter(self.viewport())
            paint_nothing(painter, self.viewport().rect(), self.nothing, self._theme)
            painter.end()
