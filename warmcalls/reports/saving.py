"""Results saved as a picture, a page or a table, by the ending of the file's name."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from warmcalls.domain.errors import RefusedError
from warmcalls.reports import ranking_tables, result_tables, tables
from warmcalls.reports.charts.kinds import Kind, RankingKind
from warmcalls.reports.whole_files import whole_file

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from warmcalls.domain.ranking_report import RankingReport
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
        return
    _check(path)
    with whole_file(path) as draft:
        _picture(results, draft, ending, kind)


def save_ranking(report: "RankingReport", path: Path, kind: RankingKind | None = None) -> None:
    """Save the Ranking page, or one of its charts, as `save_results` does.

    Raises:
        RefusedError: another ending, or the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending in tables.ENDINGS:
        tables.write(path, ranking_tables.tables(report))
        return
    _check(path)
    from warmcalls.reports.charts import ranking_page  # noqa: PLC0415 - loads matplotlib

    with whole_file(path) as draft:
        figure = (
            ranking_page.picture_of_chart(report, kind)
            if kind is not None
            else ranking_page.picture_of_page(report)
        )
        _write([figure], draft, ending, "Ranking")


def _check(path: Path) -> None:
    """Refuse an ending that is none of a picture's.

    Raises:
        RefusedError: it is.
    """
    if path.suffix.lower() not in PICTURES:
        raise RefusedError(f'Save as PNG, SVG, PDF, CSV or XLSX: "{path.name}" is none of them.')


def _picture(results: "Results", path: Path, ending: str, kind: Kind | None) -> None:
    from warmcalls.reports.charts import page  # noqa: PLC0415 - loads matplotlib

    if ending == ".pdf" and kind is None:
        figures = page.pages_to_print(results)
    elif kind is None:
        figures = [page.picture_of_page(results)]
    else:
        figures = [page.picture_of_chart(results, kind)]
    _write(figures, path, ending, TITLE)


def _write(figures: "list[Figure]", path: Path, ending: str, title: str) -> None:
    from warmcalls.reports.charts import files  # noqa: PLC0415 - loads matplotlib

    if ending == ".pdf":
        files.write_pdf(path, figures, title)
    elif ending == ".svg":
        files.write_svg(path, figures[0], title)
    else:
        files.write_png(path, figures[0])
