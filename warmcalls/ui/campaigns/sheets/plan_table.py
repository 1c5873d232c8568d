"""The table of the plan: months down, channels across."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from warmcalls.ui.campaigns.sheets.plan_delegate import ROW, WIDE, PlanDelegate
from warmcalls.ui.campaigns.sheets.plan_model import PlanModel
from warmcalls.ui.theme import Theme

HEAD, NAMES = 32, 116
FEWEST_ROWS: Final = 5
ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
CLEARS: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class PlanTable(QTableView):
    """Arrows move, Enter or typing edits, Delete takes a plan away, Tab leaves."""

    def __init__(self, theme: Theme, model: PlanModel) -> None:
        super().__init__()
        self._theme = theme
        self.setModel(model)
        self.setItemDelegate(PlanDelegate(theme, model, self))
        self.setAccessibleName("Plan by month and channel")
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMinimumHeight(theme.px(HEAD) + FEWEST_ROWS * theme.px(ROW))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_heads()
        self._dress()
        theme.changed.connect(self._dress)

    def _set_heads(self) -> None:
        """Give the heads their sizes."""
        px, across, down = self._theme.px, self.horizontalHeader(), self.verticalHeader()
        for head in (across, down):
            head.setHighlightSections(False)
            head.setSectionsClickable(False)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setFixedHeight(px(HEAD))
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setDefaultSectionSize(px(ROW))
        down.setFixedWidth(px(NAMES))

    def _dress(self) -> None:
        """Give the heads the colours of the theme."""
        px, tokens = self._theme.px, self._theme.tokens
        line = f"border: none; border-bottom: 1px solid {tokens.line}"
        ground = f"background: {tokens.sunken}; {line};"
        small = f"font-size: {px(11)}px; font-weight: 600"
        faces = (
            f"color: {tokens.text2}; padding: 0 {px(12)}px; {small};",
            f"color: {tokens.text}; padding: 0 {px(16)}px;",
        )
        heads = (self.horizontalHeader(), self.verticalHeader())
        for head, face in zip(heads, faces, strict=True):
            head.setStyleSheet(f"QHeaderView::section {{ {ground} {face} }}")
        self.setStyleSheet(
            f"QTableCornerButton::section {{ {ground} border-top-left-radius: 9px; }}"
            "QAbstractScrollArea::corner { background: transparent; border: none; }"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the channels; many of them scroll."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give every channel the same width, and all there is where they are few."""
        count = self.model().columnCount()
        each = max(self.viewport().width() // count, self._theme.px(WIDE))
        for column in range(count):
            self.setColumnWidth(column, each)
        high = self._theme.px(HEAD) + self.model().rowCount() * self._theme.px(ROW)
        scrolls = each * count > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        self.setMaximumHeight(high + bar)

    def sizeHint(self) -> QSize:
        """Return the room of a few months; it takes what there is, up to all of them."""
        px = self._theme.px
        return QSize(px(400), px(HEAD) + FEWEST_ROWS * px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit on Enter, take the plan away on Delete."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing or not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in ENTERS:
            self.edit(index)
        elif event.key() in CLEARS:
            self.model().setData(index, "")
        else:
            super().keyPressEvent(event)
