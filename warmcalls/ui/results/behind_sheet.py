"""The rows behind a figure, in a sheet at the right, and as a file."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from warmcalls.domain.behind import Behind
from warmcalls.domain.results import Results
from warmcalls.ui.charts.behind_table import BehindTable
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.results.asking import Line
from warmcalls.ui.results.behind_shape import SHAPES, frame_of, rows, total
from warmcalls.ui.theme import Theme

WIDTH: Final = 760
HINT: Final = "Enter or a double click shows a client’s history."


class BehindSheet(SideSheet):
    """Rows, what they add up to, and a way to take them along.

    Attributes:
        client_wanted: a client's history is wanted.
        export_wanted: the rows are to be saved as a file.
    """

    client_wanted = Signal(int)
    export_wanted = Signal()

    def __init__(self, theme: Theme, behind: Behind) -> None:
        super().__init__(theme, behind.title, WIDTH)
        self.behind = behind
        self.lines: Sequence[Line] = ()
        self.total = PlainLabel(theme, "Reading…", semibold=True, wraps=True)
        self.table = BehindTable(theme, SHAPES[behind.rows])
        self.table.setAccessibleName(behind.title)
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

    def show_lines(self, lines: Sequence[Line], results: Results, zone: ZoneInfo) -> None:
        """Show the rows."""
        frame = frame_of(results, self.behind, zone)
        self.lines = lines
        self.bar.show_loading(False)
        self.total.setText(total(self.behind, lines, frame))
        self.table.rows.show_rows(rows(lines, frame))
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
