"""Results that leave the window: saved, copied, printed."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtGui import QGuiApplication

from warmcalls.reports import result_words, statement_text
from warmcalls.reports.charts.kinds import Kind
from warmcalls.ui.charts.printing import choose_printer, print_pictures
from warmcalls.ui.charts.saving import CRISP, PICTURES, TABLES, as_image, file_name
from warmcalls.ui.charts.taking_along import TakingAlong
from warmcalls.ui.results.asking import Line

if TYPE_CHECKING:
    from warmcalls.domain.results import Results
    from warmcalls.domain.statements import Statement
    from warmcalls.reports.charts.drawing import Picture

PRINTED: Final = 220  # pixels an inch on paper


class Output(TakingAlong):
    """Carries results out of the window, onto paper, too."""

    # Saving

    def save(self, results: "Results", kind: Kind | None = None) -> None:
        """Ask for a file, and save the page or one chart to it."""
        name = f"{kind.value if kind else 'results'} {results.asked.last[:7]}"
        path = self._ask("Save results", name, f"{PICTURES};;{TABLES}")
        if path is not None:
            self.save_to(results, path, kind)

    def save_to(self, results: "Results", path: Path, kind: Kind | None = None) -> None:
        """Save the page or one chart."""
        self._save(partial(_save, results, path, kind), path)

    def export(self, name: str, lines: Sequence[Line], zone: ZoneInfo) -> None:
        """Ask for a file, and save rows to it."""
        path = self._ask("Save these rows", file_name(name), TABLES)
        if path is not None:
            self.export_to(name, lines, zone, path)

    def export_to(self, name: str, lines: Sequence[Line], zone: ZoneInfo, path: Path) -> None:
        """Save rows as CSV or XLSX."""
        self._save(partial(_export, name, lines, zone, path), path)

    def save_statement(self, statement: "Statement") -> None:
        """Ask for a file, and save a statement as PDF."""
        path = self._ask("Save the statement", f"statement {statement.month}", "Pages (*.pdf)")
        if path is not None:
            self.save_statement_to(statement, path)

    def save_statement_to(self, statement: "Statement", path: Path) -> None:
        """Save a statement as PDF."""
        self._save(partial(_save_statement, statement, path), path)

    # Copying

    def copy(self, results: "Results", kind: Kind | None = None) -> None:
        """Put a picture on the clipboard, and what it says as text."""
        what = "the page" if kind is None else "the chart"
        self._copy(partial(_pictured, results, kind), what)

    def copy_statement(self, statement: "Statement") -> None:
        """Put a statement's text on the clipboard."""
        QGuiApplication.clipboard().setText(statement_text.text(statement))
        self.said.emit("Copied the statement as text")

    # Printing

    def print_results(self, results: "Results") -> None:
        """Ask for a printer, and print the page."""
        self._print("Results", partial(_pages, results))

    def print_statement(self, statement: "Statement") -> None:
        """Ask for a printer, and print a statement."""
        self._print(f"Statement {statement.month}", partial(statement_pictures, statement))

    def _print(self, name: str, draw: "Callable[[], list[Picture]]") -> None:
        from warmcalls.domain.errors import RefusedError

        try:
            printer = choose_printer(self._page, name)
        except RefusedError as error:
            self.failed.emit(str(error))
            return
        if printer is None:
            return
        task = self._drawing.do(draw)
        task.failed.connect(self._fail)
        task.finished.connect(
            lambda pages: self.said.emit(print_pictures(printer, [as_image(p) for p in pages]))
        )


def statement_pictures(statement: "Statement", dpi: float = PRINTED) -> "list[Picture]":
    """Draw a statement's pages, in the lane that draws."""
    from warmcalls.reports.charts.drawing import picture
    from warmcalls.reports.statement_pages import pages

    return [picture(figure, dpi) for figure in pages(statement)]


def _pages(results: "Results") -> "list[Picture]":
    from warmcalls.reports.charts.drawing import picture
    from warmcalls.reports.charts.page import pages_to_print

    return [picture(figure, PRINTED) for figure in pages_to_print(results)]


def _pictured(results: "Results", kind: Kind | None) -> "tuple[Picture, str]":
    from warmcalls.reports.charts import catalogue, page
    from warmcalls.reports.charts.drawing import picture

    if kind is None:
        return picture(page.picture_of_page(results), CRISP), result_words.as_text(results)
    chart = catalogue.chart(kind, results)
    text = f"{chart.title}\n{chart.finding(results)}\n"
    return picture(page.picture_of_chart(results, kind), CRISP), text


def _save(results: "Results", path: Path, kind: Kind | None) -> None:
    from warmcalls.reports.saving import save_results

    save_results(results, path, kind)


def _save_statement(statement: "Statement", path: Path) -> None:
    from warmcalls.reports import statement_pdf

    statement_pdf.write(statement, path)


def _export(name: str, lines: Sequence[Line], zone: ZoneInfo, path: Path) -> None:
    from warmcalls.reports import result_tables, tables

    tables.write(path, [result_tables.rows_behind(name, lines, zone)])
