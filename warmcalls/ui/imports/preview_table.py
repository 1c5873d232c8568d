"""The first rows of a file, as they stand in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStyle, QTableWidget, QTableWidgetItem

from warmcalls.importers.mapping import Field, Mapping
from warmcalls.importers.previewing import Preview
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.theme import Theme

NARROWEST, WIDEST = 72, 240
LONGEST = 300  # characters of a cell that are worth showing


class PreviewTable(QTableWidget):
    """Shows rows as the file has them; columns nobody uses are quiet.

    Attributes:
        hides: how many columns stand beyond the right edge, whole or in part.
    """

    hides = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mapping: Mapping | None = None
        self.setAccessibleName("The first rows of the file")
        self.setFont(theme.font(13))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        # the style sets words of cells in by its own margin beside ours, those of heads not
        own = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {max(0, theme.px(8) - own)}px; }}")
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(False)
        head.setStretchLastSection(True)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setFont(theme.font(11))
        bar = self.horizontalScrollBar()
        bar.valueChanged.connect(self._tell)
        bar.rangeChanged.connect(self._tell)
        theme.changed.connect(self._dim_all)

    def show_preview(self, found: Preview) -> None:
        """Show the rows."""
        self.clear()
        self.setColumnCount(len(found.header))
        self.setRowCount(len(found.rows))
        for column, name in enumerate(found.header):
            head = QTableWidgetItem(name)
            head.setToolTip(plain_tip(name))
            self.setHorizontalHeaderItem(column, head)
        for line, cells in enumerate(found.rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text.replace("\n", " ")[:LONGEST])
                item.setToolTip(plain_tip(text[:LONGEST]))
                self.setItem(line, column, item)
        self._fit()
        self.show_mapping(found.mapping)

    def show_mapping(self, mapping: Mapping | None) -> None:
        """Make the cells of columns that are not used quiet."""
        self._mapping = mapping
        self._dim_all()

    def _tell(self) -> None:
        """Tell how many columns are hidden at the right."""
        wide = self.viewport().width()
        ends = (self.columnViewportPosition(c) + self.columnWidth(c) for c in self._columns())
        self.hides.emit(sum(end > wide for end in ends))

    def _columns(self) -> range:
        return range(self.columnCount())

    def _dim_all(self) -> None:
        for column in self._columns():
            head = self.horizontalHeaderItem(column)
            says = self._mapping.columns.get(head.text()) if self._mapping and head else None
            is_quiet = self._mapping is not None and says in {None, Field.IGNORE}
            self._paint(column, "text3" if is_quiet else "text")

    def _paint(self, column: int, role: str) -> None:
        colour = self._theme.tokens.colour(role)
        for line in range(self.rowCount()):
            item = self.item(line, column)
            if item:
                item.setForeground(colour)

    def _fit(self) -> None:
        """Give each column the room of its words, within limits, and the table that of its rows."""
        px = self._theme.px
        self.resizeColumnsToContents()
        for column in self._columns():
            wide = min(max(self.columnWidth(column) + px(16), px(NARROWEST)), px(WIDEST))
            self.setColumnWidth(column, wide)
        high = self.horizontalHeader().sizeHint().height() + px(16)
        for line in range(self.rowCount()):
            self.setRowHeight(line, px(30))
            high += px(30)
        self.setFixedHeight(high)
