"""Results saved as a picture, a page or a table, by the ending of the file's name."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from warmcalls.domain.errors import RefusedError
from warmcalls.reports import result_tables, tables
from warmcalls.reports.charts.kinds import Kind
from warmcalls.reports.whole_files import whole_file

if TYPE_CHECKING:
    from warmcalls.domain.results import Results

PICTURES: Final = (".png", ".svg", ".pdf")
ENDINGS: Final = (*PICTURES, *tables.ENDINGS)
TITLE: Final = "Results"


def save_results(results: "Results", path: Path, kind: Kind | None = None) -> None:
    """Save the Results page, or one of its charts: PNG, SVG, PDF, CSV or XLSX.

    Args:
        results: what is saved.
        path: where; its ending says as what.
        kind: one chart alone; a table is always of everything.

    Raises:
        RefusedError: another ending, or the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending in tables.ENDINGS:
        tables.write(path, result_tables.tables(results))
    elif ending in PICTURES:
        with whole_file(path) as draft:
            _picture(results, draft, ending, kind)
    else:
        raise RefusedError(f'Save as PNG, SVG, PDF, CSV or XLSX: "{path.name}" is none of them.')


def _picture(results: "Results", path: Path, ending: str, kind: Kind | None) -> None:
    from warmcalls.reports.charts import files, page  # noqa: PLC0415 - loads matplotlib

    if ending == ".pdf" and kind is None:
        files.write_pdf(path, page.pages_to_print(results), TITLE)
        return
    figure = page.picture_of_page(results) if kind is None else page.picture_of_chart(results, kind)
    if ending == ".pdf":
        files.write_pdf(path, [figure], TITLE)
    elif ending == ".svg":
        files.write_svg(path, figure, TITLE)
    else:
        files.write_png(path, figure)
