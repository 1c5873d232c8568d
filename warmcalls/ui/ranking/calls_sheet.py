"""The calls behind a figure, in a sheet at the right, and as a file."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from warmcalls.domain.behind import CallLine, CallsBehind
from warmcalls.domain.moments import local
from warmcalls.reports import ranking_words
from warmcalls.ui.charts.behind_table import BehindTable
from warmcalls.ui.charts.shape import Row, Shape
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

WIDTH: Final = 760
MOST: Final = 5_000
HINT: Final = "Enter or a double click shows a client’s history."
NOTHING: Final = "No calls are behind this figure."
SHAPE: Final = Shape(
    ("Client", "When", "Promised", "What came"), (0, 104, 80, 260), frozenset({"Promised"})
)


class CallsSheet(SideSheet):
    """Calls, what they add up to, and a way to take them along.

    Attributes:
        client_wanted: a client's history is wanted.
        export_wanted: the rows are to be saved as a file.
    """

    client_wanted = Signal(int)
    export_wanted = Signal()

    def __init__(self, theme: Theme, behind: CallsBehind) -> None:
        super().__init__(theme, behind.title, WIDTH)
        self.behind = behind
        self.lines: Sequence[CallLine] = ()
        self.total = PlainLabel(theme, "Reading…", semibold=True, wraps=True)
        self.table = BehindTable(theme, SHAPE)
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

    def show_lines(self, lines: Sequence[CallLine], zone: ZoneInfo) -> None:
        """Show the calls."""
        self.lines = lines
        self.bar.show_loading(False)
        self.total.setText(total(lines))
        self.table.rows.show_rows([row(line, zone) for line in lines[:MOST]])
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


def total(lines: Sequence[CallLine]) -> str:
    """Return what calls add up to: "140 calls: 36 were worth the time, 27.6 were promised"."""
    if not lines:
        return NOTHING
    promised = sum(line.promised for line in lines)
    calls = ranking_words.counted(len(lines), "call", "calls")
    said = f"{calls}: {ranking_words.worth_words(sum(line.came for line in lines))}"
    shown = f"; the newest {MOST:,} are here" if len(lines) > MOST else ""
    whole = ranking_words.sum_words(promised)
    return f"{said}, {whole} {ranking_words.were(promised)} promised{shown}"


def row(line: CallLine, zone: ZoneInfo) -> Row:
    """Return a call in words."""
    then = local(line.at, zone)
    facts = " · ".join(filter(None, (line.who and f"{line.who} rang", line.note)))
    day = f"{then.day} {then:%b %Y}"
    # a column of figures has its points under each other
    cells = (line.client, day, f"{100 * line.promised:.1f} %", line.words)
    return Row(cells, facts, line.client_id)
