"""The whole Ranking page as one picture, and its charts alone."""

from functools import partial
from typing import TYPE_CHECKING, Final

from warmcalls.reports import ranking_words
from warmcalls.reports.charts.canvas import Canvas, wrapped
from warmcalls.reports.charts.catalogue import RANKING
from warmcalls.reports.charts.kinds import RankingKind
from warmcalls.reports.charts.paper import (
    WIDE,
    picture_alone,
    picture_of_rows,
    write_headline,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from warmcalls.domain.ranking_report import RankingReport

HEAD: Final = 88
ROWS: Final = (
    (RankingKind.CALLS, RankingKind.WARM_AND_COLD),
    (RankingKind.CONVERSATIONS, RankingKind.MONTHS),
)


def picture_of_page(report: "RankingReport") -> "Figure":
    """Return the page as one figure, two charts a row."""
    rows = [(RANKING[left], RANKING[right]) for left, right in ROWS]
    notes = wrapped(ranking_words.apart(report), 11, WIDE)
    return picture_of_rows(rows, report, (HEAD, partial(_head, report)), notes)


def picture_of_chart(report: "RankingReport", kind: RankingKind) -> "Figure":
    """Return one chart as a figure with its title, on paper."""
    return picture_alone(RANKING[kind], report)


def _head(report: "RankingReport", canvas: Canvas) -> None:
    write_headline(canvas, *ranking_words.headline(report))
    canvas.text(0, 64, ranking_words.doubt(report), size=13, role="text2", room=canvas.width)
