"""The table of what signals are worth: its keys, and the room its columns have."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from warmcalls.ui.components.heads import head_sheet
from warmcalls.ui.settings.worth_delegate import ASIDE, EDGE, ROW, WorthDelegate
from warmcalls.ui.settings.worth_line import FIELDS, Column
from warmcalls.ui.settings.worth_model import WorthModel
from warmcalls.ui.theme import Theme

WIDTHS: Final = {
    Column.POINTS: 62,
    Column.USUAL: 60,
    Column.LEARNED: 136,
    Column.OUTCOMES: 72,
    Column.SINCE: 60,
    Column.DAYS: 88,
}
NAMED: Final = 240  # room that the names are to have, before columns give way
ROOMIER: Final = 72  # that the lines of what was learned take, where there is room
GIVE_WAY: Final = (Column.SINCE, Column.USUAL, Column.OUTCOMES)
STARTS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
BACK: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class WorthTable(QTableView):
    """The table; arrows move, Enter edits, Delete puts the default back, Tab leaves.

    Attributes:
        submitted: the draft is to be saved.
    """

    submitted = Signal()

    def __init__(self, theme: Theme, model: WorthModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.setModel(model)
        self.setItemDelegate(WorthDelegate(theme, self, model))
        self.setAccessibleName("What signals are worth")
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._lay_out()
        self.setCurrentIndex(model.index(1, Column.POINTS))

    def _lay_out(self) -> None:
        px, heads = self._theme.px, self.horizontalHeader()
        heads.setFixedHeight(px(32))
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setStyleSheet(head_sheet(px(11), px(ASIDE), px(EDGE), px(EDGE)))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, px(width))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the quiet columns give way where names would have no room."""
        super().resizeEvent(event)
        room = self.viewport().width() / self._theme.scale - NAMED - sum(WIDTHS.values())
        lines = WIDTHS[Column.LEARNED] + min(max(room, 0), ROOMIER)
        self.setColumnWidth(Column.LEARNED, self._theme.px(lines))
        for column in GIVE_WAY:
            self.setColumnHidden(column, room < 0)
            room += WIDTHS[column] if room < 0 else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit on Enter, put the default back on Delete, save on Ctrl+Enter."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in STARTS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        elif event.key() in STARTS and index.isValid() and not editing:
            self.edit(index)
        elif event.key() in BACK and index.isValid() and not editing:
            self._model.put_back(index)
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Move from value to value, over what is only shown and over families."""
        if action in {
            QAbstractItemView.CursorAction.MoveLeft,
            QAbstractItemView.CursorAction.MoveRight,
        }:
            right = action is QAbstractItemView.CursorAction.MoveRight
            beside = Column.DAYS if right else Column.POINTS
            return self._model.index(self.currentIndex().row(), beside)
        found = super().moveCursor(action, modifiers)
        column = self.currentIndex().column()
        step = 1 if found.row() >= self.currentIndex().row() else -1
        row = found.row()
        while 0 <= row < self._model.rowCount() and self._model.line(row).kind is None:
            row += step
        row = row if 0 <= row < self._model.rowCount() else self.currentIndex().row()
        return self._model.index(row, column if column in FIELDS else Column.POINTS)
