"""The whole Ranking page as one picture, and its charts alone."""

from typing import TYPE_CHECKING, Final

from warmcalls.reports import ranking_words
from warmcalls.reports.charts.canvas import Canvas, wrapped
from warmcalls.reports.charts.catalogue import RANKING
from warmcalls.reports.charts.drawing import empty_figure, put
from warmcalls.reports.charts.kinds import RankingKind
from warmcalls.reports.charts.look import PAPER
from warmcalls.reports.charts.parts import Box
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from warmcalls.domain.ranking_report import RankingReport

WIDTH, MARGIN, GAP = 1240, 40, 40
HEAD: Final = 88
NOTE: Final = 16
CHART_WIDTH, EDGE = 720, 24
ROWS: Final = (
    (RankingKind.CALLS, RankingKind.WARM_AND_COLD),
    (RankingKind.CONVERSATIONS, RankingKind.MONTHS),
)
SHARES: Final = (0.585, 0.415)


def picture_of_page(report: "RankingReport") -> "Figure":
    """Return the page as one figure, two charts a row."""
    wide = WIDTH - 2 * MARGIN
    columns = [share * wide - GAP / 2 for share in SHARES]
    highs = [
        max(RANKING[k].height(report, w) for k, w in zip(row, columns, strict=True)) for row in ROWS
    ]
    notes = wrapped(ranking_words.apart(report), 11, wide)
    high = 2 * MARGIN + HEAD + sum(highs) + GAP * len(ROWS) + NOTE * len(notes)
    figure = _paper(WIDTH, high)
    _head(Canvas(figure, PAPER, Box(MARGIN, MARGIN, wide, HEAD)), report)
    top = float(MARGIN + HEAD)
    for row, row_high in zip(ROWS, highs, strict=True):
        left = float(MARGIN)
        for kind, width in zip(row, columns, strict=True):
            chart = RANKING[kind]
            box = Box(left, top, width, chart.height(report, width))
            put(chart, report, Canvas(figure, PAPER, box), titled=True)
            left += width + GAP
        top += row_high + GAP
    canvas = Canvas(figure, PAPER, Box(MARGIN, top, wide, NOTE * len(notes) + 1))
    for number, line in enumerate(notes):
        canvas.text(0, NOTE * (number + 0.5), line, role="text2")
    return figure


def picture_of_chart(report: "RankingReport", kind: RankingKind) -> "Figure":
    """Return one chart as a figure with its title, on paper."""
    chart = RANKING[kind]
    high = chart.height(report, CHART_WIDTH)
    figure = _paper(CHART_WIDTH + 2 * EDGE, high + 2 * EDGE)
    box = Box(EDGE, EDGE, CHART_WIDTH, high)
    put(chart, report, Canvas(figure, PAPER, box), titled=True)
    return figure


def _paper(width: float, height: float) -> "Figure":
    figure = empty_figure(width, height)
    figure.patch.set_visible(True)
    figure.patch.set_facecolor(PAPER.surface)
    return figure


def _head(canvas: Canvas, report: "RankingReport") -> None:
    small, sentence = ranking_words.headline(report)
    size = 26 if width_of(sentence, 26, semibold=True) <= canvas.width else 17
    canvas.text(0, 8, small, role="text2", semibold=True)
    canvas.text(0, 34, sentence, size=size, role="text", semibold=True, room=canvas.width)
    canvas.text(0, 64, ranking_words.doubt(report), size=13, role="text2", room=canvas.width)
