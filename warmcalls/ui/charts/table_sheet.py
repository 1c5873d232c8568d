"""The rows behind a figure, in a sheet at the right, and the host that reads them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from warmcalls.store.engine import Reader
from warmcalls.ui.charts.behind_table import BehindTable
from warmcalls.ui.charts.shape import Row, Shape
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Task
from warmcalls.ui.theme import Theme

WIDTH: Final = 760
HINT: Final = "Enter or a double click shows a client’s history."
Line = TypeVar("Line")
T = TypeVar("T")


class TableSheet(SideSheet, Generic[Line]):
    """Rows, what they add up to, and a way to take them along.

    Args:
        theme: the theme.
        title: what the figure is.
        shape: the columns.

    Attributes:
        client_wanted: a client's history is wanted.
        export_wanted: the rows are to be saved as a file.
        lines: what was read, all of it.
    """

    client_wanted = Signal(int)
    export_wanted = Signal()

    def __init__(self, theme: Theme, title: str, shape: Shape) -> None:
        super().__init__(theme, title, WIDTH)
        self.lines: Sequence[Line] = ()
        self.total = PlainLabel(theme, "Reading…", semibold=True, wraps=True)
        self.table = BehindTable(theme, shape)
        self.table.setAccessibleName(title)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.bar = LoadingBar(theme)
        self.put_under_head(self.bar)
        self.body.addWidget(self.total)
        self.body.addWidget(self.table, 1)
        self.export = Button(theme, "Export…", icon="ph.download-simple")
        self.export.setEnabled(False)
        hint = PlainLabel(theme, HINT, size=11, role="text2")
        self.foot.addWidget(hint, 1, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self.export)
        self.export.clicked.connect(self.export_wanted)
        self.table.client_wanted.connect(self.client_wanted)
        self.bar.show_loading(True)

    def show_table(self, lines: Sequence[Line], total: str, rows: list[Row]) -> None:
        """Show what was read: what it adds up to, and its rows in words."""
        self.lines = lines
        self.bar.show_loading(False)
        self.total.setText(total)
        self.table.rows.show_rows(rows)
        self.table.setVisible(bool(lines))
        self.export.setEnabled(bool(lines))
        if lines:
            self.table.selectRow(0)
            self.table.setFocus()

    def refuse(self, why: str) -> None:
        """Say why there are no rows."""
        self.bar.show_loading(False)
        self.total.setText(why)
        self.total.set_role("bad")
        self.table.hide()


class TableSheets(SheetHost):
    """Opens the rows behind figures over a page's window.

    Attributes:
        client_wanted: a client's history is wanted.
    """

    client_wanted = Signal(int)

    def open_table(
        self,
        sheet: TableSheet[Line],
        export: Callable[[], object],
        read: Callable[[Reader], Sequence[Line]],
        show: Callable[[Sequence[Line]], object],
    ) -> None:
        """Open a sheet, and read its rows.

        Args:
            sheet: the sheet.
            export: saves its rows as a file.
            read: reads them, in the background.
            show: shows them in the sheet.
        """
        sheet.client_wanted.connect(partial(self._go, sheet))
        sheet.export_wanted.connect(export)
        if self.open(sheet):
            self.show_answer(self._tasks.read(read), sheet, show, sheet.refuse)

    def show_answer(
        self,
        task: Task[T],
        sheet: SideSheet,
        show: Callable[[T], object],
        refuse: Callable[[str], object],
    ) -> None:
        """Show what a task finds, unless the sheet has been closed in the meantime."""

        def finished(found: T) -> None:
            if self.sheet is sheet:
                show(found)

        def failed(error: object) -> None:
            if self.sheet is sheet:
                refuse(str(error))

        task.finished.connect(finished)
        task.failed.connect(failed)

    def _go(self, sheet: SideSheet, client_id: int) -> None:
        """Leave the rows for a client's history, which opens in a sheet of its own."""
        sheet.leave()
        self.client_wanted.emit(client_id)
