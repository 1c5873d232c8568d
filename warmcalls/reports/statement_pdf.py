"""A month's statement as a PDF: A4, its faces inside."""

from pathlib import Path
from typing import TYPE_CHECKING

from warmcalls.reports.whole_files import whole_file

if TYPE_CHECKING:
    from warmcalls.domain.statements import Statement


def write(statement: "Statement", path: Path) -> None:
    """Write the statement to a PDF file.

    Raises:
        RefusedError: the file cannot be written.
    """
    from warmcalls.reports.charts.files import write_pdf  # noqa: PLC0415 - loads matplotlib
    from warmcalls.reports.statement_pages import pages  # noqa: PLC0415

    figures, title = pages(statement), f"Statement {statement.month}"
    with whole_file(path) as draft:
        write_pdf(draft, figures, title)
