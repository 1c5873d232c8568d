"""The list of calls still to be made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from warmcalls.domain.calls import WarmCall
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.call_delegate import CallDelegate
from warmcalls.ui.today.call_model import CallModel, Index
from warmcalls.ui.today.moment import Now


class CallList(QListView):
    """One call is selected as long as there is one; what is pressed goes to the page."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._quiet = False
        self._model = CallModel(self)
        self.setModel(self._model)
        self.setItemDelegate(CallDelegate(theme, now, self._model))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(theme.px(50))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName("Calls to make")

    def show_calls(self, calls: tuple[WarmCall, ...]) -> None:
        """Show other calls, keeping the client that was selected where it is still here."""
        kept = self.current()
        self._quiet = True
        self._model.show(calls)
        self._quiet = False
        row = self._model.row_of(kept.client_id) if kept else -1
        self.select_row(max(row, 0))

    def current(self) -> WarmCall | None:
        """Return the call that is selected."""
        return self._model.call_at(self.currentIndex().row())

    def remove(self, client_id: int) -> None:
        """Take a client off the list and select the one that takes its place."""
        row = self._model.row_of(client_id)
        if row < 0:
            return
        self._quiet = True  # no card for a neighbour on the way
        self._model.remove(client_id)
        self._quiet = False
        self.select_row(min(row, self.count() - 1))

    def count(self) -> int:
        """Return how many calls are left."""
        return self._model.rowCount()

    def top(self) -> float:
        """Return the warmth at the top of every sparkline."""
        return self._model.top

    def select_row(self, row: int) -> None:
        """Select a row, and say so even where it is the one selected already."""
        index = self._model.index(row, 0)
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        self.chosen.emit(self.current())

    def select_client(self, client_id: int) -> None:
        """Select a client, where it is on the list."""
        row = self._model.row_of(client_id)
        if row >= 0:
            self.select_row(row)

    def step(self, by: int) -> None:
        """Select another row, a step up or down."""
        row = self.currentIndex().row() + by
        if 0 <= row < self.count():
            self.select_row(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of a row that was selected by pointer or arrow key."""
        super().currentChanged(current, previous)
        if not self._quiet:
            self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on the arrow keys alone; letters belong to the keypad, not to a search."""
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() in (*moves, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()
