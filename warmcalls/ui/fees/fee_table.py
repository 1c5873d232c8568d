"""The table of briefs, placements and fees."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from warmcalls.ui.components.by_rows import by_rows
from warmcalls.ui.components.heads import head_sheet
from warmcalls.ui.fees.fee_delegate import ASIDE, EDGE, ROW, FeeDelegate
from warmcalls.ui.fees.fee_model import FALLING, RISING, Column, FeeModel
from warmcalls.ui.fees.line import Line
from warmcalls.ui.theme import Theme

WIDTHS: Final = {
    Column.FEE: 116,
    Column.SINCE: 132,
    Column.DUE: 108,
    Column.STAND: 152,
    Column.BY: 132,
}
HEAD: Final = 30
CLIENT_SHARE: Final = 0.5
SHORTEST: Final = 130
OPENS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_E}


class FeeTable(QTableView):
    """One brief, placement or fee a row; arrows choose, Enter opens, P marks as paid.

    Attributes:
        picked: another row is chosen: its `Line`, or None.
        opened: a row is to be changed.
        paid: a row is paid today.
        menu_wanted: what can be done about a row: its `Line` and where on the screen.
        nothing: what is said where there are no rows.
    """

    picked = Signal(object)
    opened = Signal(object)
    paid = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, theme: Theme, model: FeeModel) -> None:
        super().__init__()
        self._theme, self._model, self.nothing = theme, model, ""
        self.setModel(model)
        self.setItemDelegate(FeeDelegate(theme, self))
        self.setAccessibleName("Briefs and fees")
        self.setMouseTracking(True)
        by_rows(self, theme.px(ROW))
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.selectionModel().currentRowChanged.connect(self._picked)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.line(index.row())))

    @property
    def chosen(self) -> Line | None:
        """The row that is chosen."""
        return self._model.line(self.currentIndex().row())

    def show_lines(self, lines: list[Line], nothing: str) -> None:
        """Show rows; the chosen one stays so where it is still here, at the same place."""
        kept, place = self.chosen, self.verticalScrollBar().value()
        before = self.currentIndex().row()
        self.nothing = nothing
        self.setAccessibleDescription("" if lines else nothing)
        self._model.show(lines)
        self.verticalScrollBar().setValue(place)
        if lines:
            row = self._model.row_of(kept.key if kept else None)
            self.selectRow(row if row >= 0 else min(max(before, 0), len(lines) - 1))
        else:
            self.picked.emit(None)

    def choose(self, key: tuple[str, int]) -> None:
        """Choose a row, where it is here."""
        row = self._model.row_of(key)
        if row >= 0:
            self.selectRow(row)

    def sort_by(self, column: int) -> None:
        """Sort by a column: figures and days from the highest, names from A; again turns it."""
        at, rises = Column(column), column in RISING
        if self._model.sorted and self._model.sorted[0] is at:
            rises = self._model.sorted[1] is FALLING
        self._model.sort(at, Qt.SortOrder.AscendingOrder if rises else FALLING)

    def _lay_out(self) -> None:
        px, heads = self._theme.px, self.horizontalHeader()
        heads.setStyleSheet(head_sheet(px(11), px(ASIDE), px(EDGE), px(EDGE)))
        heads.setFixedHeight(px(HEAD))
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setMinimumSectionSize(px(40))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.sectionClicked.connect(self.sort_by)
        self._share_room()

    def _share_room(self) -> None:
        """Share the room that days and numbers leave between client and job."""
        px = self._theme.px
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, px(width))
        taken = sum(px(width) for width in WIDTHS.values())
        room = max(self.viewport().width() - taken, px(2 * SHORTEST))
        client = max(round(room * CLIENT_SHARE), px(SHORTEST))
        self.setColumnWidth(Column.CLIENT, client)
        self.setColumnWidth(Column.JOB, room - client)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say what would be here where there is nothing."""
        super().paintEvent(event)
        if self._model.rowCount() or not self.nothing:
            return
        painter, px = QPainter(self.viewport()), self._theme.px
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.tokens.colour("text2"))
        room = self.viewport().rect().adjusted(px(EDGE), px(16), -px(EDGE), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.nothing)
        painter.end()

    def _picked(self, current: QModelIndex) -> None:
        self.picked.emit(self._model.line(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and E, mark as paid on P."""
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and self.chosen and event.key() in OPENS:
            self.opened.emit(self.chosen)
        elif bare and self.chosen and event.key() == Qt.Key.Key_P:
            self.paid.emit(self.chosen)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done about the row."""
        line = self.chosen
        if line is None:
            return
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            under = self.visualRect(self.currentIndex()).bottomLeft()
            at = self.viewport().mapToGlobal(under + QPoint(self._theme.px(EDGE), 0))
        self.menu_wanted.emit(line, at)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Repaint whole rows as the pointer moves: a row is hovered, not a cell."""
        if event.type() in {QEvent.Type.MouseMove, QEvent.Type.Leave, QEvent.Type.Enter}:
            self.viewport().update()
        return super().viewportEvent(event)
