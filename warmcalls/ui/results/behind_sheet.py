"""The rows behind a figure of the page, in a sheet at the right."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from warmcalls.domain.behind import Behind
from warmcalls.domain.results import Results
from warmcalls.ui.charts.table_sheet import TableSheet
from warmcalls.ui.results.asking import Line
from warmcalls.ui.results.behind_shape import SHAPES, frame_of, rows, total
from warmcalls.ui.theme import Theme


class BehindSheet(TableSheet[Line]):
    """Rows, what they add up to, and a way to take them along."""

    def __init__(self, theme: Theme, behind: Behind) -> None:
        super().__init__(theme, behind.title, SHAPES[behind.rows])
        self.behind = behind

    def show_lines(self, lines: Sequence[Line], results: Results, zone: ZoneInfo) -> None:
        """Show the rows."""
        frame = frame_of(results, self.behind, zone)
        self.show_table(lines, total(self.behind, lines, frame), rows(lines, frame))
