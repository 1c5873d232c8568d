"""The table of campaigns."""

from typing import Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from warmcalls.domain.campaigns import CampaignFigures, LeadState
from warmcalls.ui.campaigns.campaign_delegate import ASIDE, EDGE, ROW, CampaignDelegate
from warmcalls.ui.campaigns.campaign_model import ROW_ROLE, CampaignModel, Column
from warmcalls.ui.campaigns.painting import pieces
from warmcalls.ui.components.by_rows import by_rows
from warmcalls.ui.components.heads import head_sheet
from warmcalls.ui.theme import Theme

WIDTHS: Final = {
    Column.SPEND: 88,
    Column.LEADS: 68,
    Column.WORTH: 236,
    Column.MEETINGS: 84,
    Column.FEES: 92,
    Column.RETURN: 88,
}
HEAD: Final = 30
NAME_SHARE: Final = 0.43
SHORTEST_NAME, LONGEST_NAME, SHORTEST_BAR = 176, 300, 120
GIVES_WAY: Final = (Column.MEETINGS, Column.SPEND, Column.FEES, Column.STATES, Column.RETURN)
"""Columns that a narrow page leaves out, the first one first; a campaign's own page has them."""
FEWEST_ROWS: Final = 4
OPENS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CampaignTable(QTableView):
    """One campaign a row; arrows choose, Enter opens, a click on a piece asks for its leads.

    It is as high as its rows where there is room, and scrolls where there is not.

    Attributes:
        picked: another campaign is chosen: its `CampaignFigures`, or None.
        opened: a campaign is to be opened: its id.
        state_wanted: the leads in one state are wanted: campaign id and `LeadState`.
    """

    picked = Signal(object)
    opened = Signal(int)
    state_wanted = Signal(int, object)

    def __init__(self, theme: Theme, model: CampaignModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self._delegate = CampaignDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Campaigns")
        self.setMouseTracking(True)
        by_rows(self, theme.px(ROW))
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setProperty("ground", "sunken")  # beside the head, over the scroll bar
        self.hovered = -1
        self._lay_out()
        self.selectionModel().currentRowChanged.connect(self._picked)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._settle)

    @property
    def chosen(self) -> CampaignFigures | None:
        """The campaign that is chosen."""
        index = self.currentIndex()
        return cast("CampaignFigures", index.data(ROW_ROLE)) if index.isValid() else None

    def choose(self, campaign_id: int) -> None:
        """Choose a campaign, the first where it is not there, without scrolling to it."""
        self.setAutoScroll(False)
        if self._model.rowCount():
            self.selectRow(max(self._model.row_of(campaign_id), 0))
        self.setAutoScroll(True)

    def reveal(self, campaign_id: int) -> None:
        """Choose a campaign, the first where it is not there, and scroll to it."""
        self.choose(campaign_id)
        self.scrollTo(self.currentIndex())
        QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))

    def _lay_out(self) -> None:
        px, heads = self._theme.px, self.horizontalHeader()
        heads.setStyleSheet(head_sheet(px(11), px(ASIDE), px(EDGE), px(EDGE)))
        heads.setFixedHeight(px(HEAD))
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setMinimumSectionSize(px(40))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.sectionClicked.connect(self.sort_by)
        self._settle()

    def sort_by(self, column: int) -> None:
        """Sort by a column: figures from the highest, names from A; again turns it round."""
        order = Qt.SortOrder.DescendingOrder
        if column == Column.NAME:
            order = Qt.SortOrder.AscendingOrder
        if self._model.sorted_by == (column, order):
            order = Qt.SortOrder(1 - order.value)
        self._model.sort(column, order)

    def _settle(self) -> None:
        """Share the room that the numbers leave between names and bars."""
        px, out = self._theme.px, self._left_out()
        for column in GIVES_WAY:
            self.setColumnHidden(column, column in out)
        taken = sum(px(width) for column, width in WIDTHS.items() if column not in out)
        room = max(self.viewport().width() - taken, px(SHORTEST_NAME))
        name = round(min(max(room * NAME_SHARE, px(SHORTEST_NAME)), px(LONGEST_NAME)))
        self.setColumnWidth(Column.NAME, room if Column.STATES in out else name)
        if Column.STATES not in out:
            self.setColumnWidth(Column.STATES, room - name)
        for column, width in WIDTHS.items():
            if column not in out:
                self.setColumnWidth(column, px(width))
        self.setMinimumHeight(self._high(min(self._model.rowCount(), FEWEST_ROWS)))
        self.setMaximumHeight(self._high(self._model.rowCount()))

    def _left_out(self) -> set[Column]:
        """Return the columns there is no room for."""
        least = {Column.NAME: SHORTEST_NAME, Column.STATES: SHORTEST_BAR, **WIDTHS}
        needed, room, out = sum(least.values()), self.viewport().width(), set[Column]()
        for column in GIVES_WAY:
            if self._theme.px(needed) <= room:
                break
            out.add(column)
            needed -= least[column]
        return out

    def _high(self, rows: int) -> int:
        """Return the height of so many rows with the head."""
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        return self._theme.px(HEAD) + self._theme.px(ROW) * rows + below

    def sizeHint(self) -> QSize:
        """Return the least height; it grows up to its rows where there is room."""
        return QSize(self._theme.px(600), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew; the chosen row stays in sight."""
        super().resizeEvent(event)
        self._settle()
        area = self.visualRect(self.currentIndex())
        if area.top() >= 0 and area.bottom() <= event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def _picked(self, current: QModelIndex) -> None:
        self.picked.emit(current.data(ROW_ROLE) if current.isValid() else None)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(cast("CampaignFigures", index.data(ROW_ROLE)).campaign.id)

    def piece_at(self, index: QModelIndex, x: float, y: float) -> LeadState | None:
        """Return the state whose piece of the bar lies at a point of the viewport."""
        if index.column() != Column.STATES:
            return None
        area = self._delegate.bar_area(QRectF(self.visualRect(index)))
        row = cast("CampaignFigures", index.data(ROW_ROLE))
        found = pieces(row, area, self._model.longest, self._theme)
        return next((piece.state for piece in found if piece.area.contains(x, y)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the leads behind the piece of a bar that is clicked."""
        super().mouseReleaseEvent(event)
        at = event.position()
        index = self.indexAt(at.toPoint())
        state = self.piece_at(index, at.x(), at.y()) if index.isValid() else None
        if state is not None and event.button() == Qt.MouseButton.LeftButton:
            row = cast("CampaignFigures", index.data(ROW_ROLE))
            self.state_wanted.emit(row.campaign.id, state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter; Home and End go to the first and the last row."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._model.rowCount() - 1}
        row = ends.get(Qt.Key(event.key()), -1)
        if event.key() in OPENS and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif row >= 0:
            self.selectRow(row)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice which row the pointer is over: a row is hovered, not a cell."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hover(self.indexAt(event.position().toPoint()).row())
        elif event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()
