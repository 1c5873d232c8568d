"""Results saved as a picture, a page or a table, by the ending of the file's name."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from warmcalls.domain.errors import RefusedError
from warmcalls.reports import ranking_tables, result_tables, tables
from warmcalls.reports.charts.kinds import Kind, RankingKind
from warmcalls.reports.whole_files import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    _save(
        path,
        TITLE,
        lambda: result_tables.tables(results),
        lambda ending: _results(results, ending, kind),
    )


def save_ranking(report: "RankingReport", path: Path, kind: RankingKind | None = None) -> None:
    """Save the Ranking page, or one of its charts, as `save_results` does.

    Raises:
        RefusedError: another ending, or the file cannot be written.
    """
    _save(path, "Ranking", lambda: ranking_tables.tables(report), lambda _: _ranking(report, kind))


def _save(
    path: Path,
    title: str,
    rows: "Callable[[], Sequence[tables.Table]]",
    figures: "Callable[[str], list[Figure]]",
) -> None:
    """Write tables or figures, whichever the ending asks for.

    Raises:
        RefusedError: another ending, or the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending in tables.ENDINGS:
        tables.write(path, rows())
        return
    _check(path)
    with whole_file(path) as draft:
        _write(figures(ending), draft, ending, title)


def _check(path: Path) -> None:
    """Refuse an ending that is none of a picture's.

    Raises:
        RefusedError: it is.
    """
    if path.suffix.lower() not in PICTURES:
        raise RefusedError(f'Save as PNG, SVG, PDF, CSV or XLSX: "{path.name}" is none of them.')


def _results(results: "Results", ending: str, kind: Kind | None) -> "list[Figure]":
    from warmcalls.reports.charts import page  # noqa: PLC0415 - loads matplotlib

    if kind is not None:
        return [page.picture_of_chart(results, kind)]
    if ending == ".pdf":
        return page.pages_to_print(results)
    return [page.picture_of_page(results)]


def _ranking(report: "RankingReport", kind: RankingKind | None) -> "list[Figure]":
    from warmcalls.reports.charts import ranking_page  # noqa: PLC0415 - loads matplotlib

    if kind is not None:
        return [ranking_page.picture_of_chart(report, kind)]
    return [ranking_page.picture_of_page(report)]


def _write(figures: "list[Figure]", path: Path, ending: str, title: str) -> None:
    from warmcalls.reports.charts import files  # noqa: PLC0415 - loads matplotlib

    if ending == ".pdf":
        files.write_pdf(path, figures, title)
    elif ending == ".svg":
        files.write_svg(path, figures[0], title)
    else:
        files.write_png(path, figures[0])
