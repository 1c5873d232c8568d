"""A call sheet as a PDF: A4, its faces inside."""

from pathlib import Path
from typing import TYPE_CHECKING

from warmcalls.reports.whole_files import whole_file

if TYPE_CHECKING:
    from warmcalls.domain.call_sheets import CallSheet


def write(sheet: "CallSheet", path: Path) -> int:
    """Write a call sheet to a PDF file; return how many pages it has.

    Raises:
        RefusedError: the file cannot be written.
    """
    from warmcalls.reports.call_sheet_pages import pages  # noqa: PLC0415 - loads matplotlib
    from warmcalls.reports.charts.files import write_pdf  # noqa: PLC0415

    figures = pages(sheet)
    with whole_file(path) as draft:
        write_pdf(draft, figures, f"Call sheet {sheet.day}")
    return len(figures)
