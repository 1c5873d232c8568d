"""The sheets of the page: the rows behind a figure, and a month's statement."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from warmcalls.domain.behind import Behind
from warmcalls.domain.periods import month_after
from warmcalls.ui.charts.saving import as_image
from warmcalls.ui.charts.table_sheet import TableSheets
from warmcalls.ui.results import asking
from warmcalls.ui.results.output import Output, statement_pictures
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.statements import Statement
    from warmcalls.reports.charts.drawing import Picture
    from warmcalls.ui.charts.drawing import Drawing
    from warmcalls.ui.results.asking import Found
    from warmcalls.ui.results.statement_sheet import StatementSheet

A4_WIDTH = 794  # pixels of the design
DPI = 96


class ResultSheets(TableSheets):
    """Opens sheets over the page's window."""

    def __init__(  # noqa: PLR0917 - what a page is made of
        self,
        page: QWidget,
        theme: Theme,
        tasks: Tasks,
        clock: Callable[[], int],
        drawing: "Drawing",
        output: Output,
    ) -> None:
        super().__init__(page, theme, tasks, clock)
        self._drawing, self._output = drawing, output

    def show_rows(self, found: "Found", behind: Behind) -> None:
        """Show the rows behind a figure."""
        from warmcalls.ui.results.behind_sheet import BehindSheet

        sheet, now = BehindSheet(self._theme, behind), self._clock()
        asked = found.results.asked
        self.open_table(
            sheet,
            lambda: self._output.export(behind.title, sheet.lines, found.zone),
            lambda db: asking.rows_behind(db, asked, behind, now),
            lambda lines: sheet.show_lines(lines, found.results, found.zone),
        )

    def show_statement(self, found: "Found") -> None:
        """Show a month's statement, at first of the last whole month."""
        from warmcalls.ui.results.statement_sheet import StatementSheet

        this_month = found.today[:7]
        month = found.results.headline_month or month_after(this_month, -1)
        sheet = StatementSheet(self._theme, this_month, month)
        sheet.month_wanted.connect(partial(self._read_statement, sheet))
        sheet.deed.connect(self._with_statement)
        if self.open(sheet):
            self._read_statement(sheet, month)

    def _read_statement(self, sheet: "StatementSheet", month: str) -> None:
        now = self._clock()
        sheet.bar.show_loading(True)
        task = self._tasks.read(lambda db: asking.read_statement(db, month, now))
        self.show_answer(task, sheet, partial(self._draw_statement, sheet), sheet.refuse)

    def _draw_statement(self, sheet: "StatementSheet", statement: "Statement") -> None:
        ratio = sheet.devicePixelRatioF()
        dpi = DPI * sheet.paper * ratio / A4_WIDTH
        task = self._drawing.do(partial(statement_pictures, statement, dpi))

        def show(pages: "list[Picture]") -> None:
            if str(sheet.month.currentData()) == statement.month:
                sheet.show_pages(statement, [as_image(page) for page in pages], ratio)

        self.show_answer(task, sheet, show, sheet.refuse)

    def _with_statement(self, deed: str, statement: "Statement") -> None:
        deeds = {
            "copy": self._output.copy_statement,
            "save": self._output.save_statement,
            "print": self._output.print_statement,
        }
        deeds[deed](statement)
