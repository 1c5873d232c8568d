"""The first ten rows of a file, with what each column says chosen above it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from warmcalls.importers.mapping import FIELDS, Field, Mapping
from warmcalls.importers.previewing import Preview
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.forms.picker import Picker
from warmcalls.ui.imports import words
from warmcalls.ui.theme import Theme

NARROWEST, WIDEST = 132, 240
LONGEST = 300  # characters of a cell that are worth showing


class PreviewTable(QTableWidget):
    """Shows rows as the file has them; columns nobody uses are quiet.

    Attributes:
        remapped: somebody chose another meaning for a column.
    """

    remapped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._header: tuple[str, ...] = ()
        self._pickers: list[Picker] = []
        self.setAccessibleName("The first rows of the file")
        self.setFont(theme.font(13))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {theme.px(8)}px; }}")
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setFont(theme.font(11))
        theme.changed.connect(self._dim_all)

    def show_preview(self, found: Preview) -> None:
        """Show the rows, and pickers where the columns are for somebody to choose."""
        self.clear()
        self._pickers = []
        self._header = found.header
        top = 1 if found.mapping else 0
        self.setColumnCount(len(found.header))
        self.setRowCount(len(found.rows) + top)
        self.setHorizontalHeaderLabels(list(found.header))
        for line, cells in enumerate(found.rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text.replace("\n", " ")[:LONGEST])
                item.setToolTip(plain_tip(text[:LONGEST]))
                self.setItem(line + top, column, item)
        if found.mapping:
            self._add_pickers(found.mapping)
        self._fit()

    def columns(self) -> dict[str, Field]:
        """Return what each column says, as chosen."""
        return {
            name: Field(picker.currentData())
            for name, picker in zip(self._header, self._pickers, strict=True)
            if picker.currentData() != Field.IGNORE.value
        }

    def _add_pickers(self, mapping: Mapping) -> None:
        for column, name in enumerate(self._header):
            picker = Picker(self._theme, f"What {name} says")
            for field in FIELDS[mapping.kind]:
                picker.addItem(words.FIELDS[field], field.value)
            chosen = mapping.columns.get(name, Field.IGNORE)
            picker.setCurrentIndex(max(0, picker.findData(chosen.value)))
            picker.activated.connect(self._choose)
            picker.entered.connect(partial(self._bring, column))
            self.setCellWidget(0, column, self._padded(picker))
            self._pickers.append(picker)
            self._dim(column)

    def _bring(self, column: int) -> None:
        """Scroll to a column that is somewhere at the right."""
        self.scrollTo(self.model().index(0, column))

    def _padded(self, picker: Picker) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, self._theme.px(8), 0)
        row.addWidget(picker)
        return box

    def _choose(self) -> None:
        self._dim_all()
        self.remapped.emit()

    def _dim_all(self) -> None:
        for column in range(len(self._pickers)):
            self._dim(column)

    def _dim(self, column: int) -> None:
        """Make the cells of a column that is not used quiet."""
        unused = self._pickers[column].currentData() == Field.IGNORE.value
        colour = self._theme.tokens.colour("text3" if unused else "text")
        for line in range(1, self.rowCount()):
            item = self.item(line, column)
            if item:
                item.setForeground(colour)

    def _fit(self) -> None:
        """Give each column the room of its words, within limits, and the table that of its rows."""
        px = self._theme.px
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            wide = min(max(self.columnWidth(column) + px(16), px(NARROWEST)), px(WIDEST))
            self.setColumnWidth(column, wide)
        high = self.horizontalHeader().sizeHint().height() + px(16)
        for line in range(self.rowCount()):
            tall = px(44) if line == 0 and self._pickers else px(30)
            self.setRowHeight(line, tall)
            high += tall
        self.setFixedHeight(high)
