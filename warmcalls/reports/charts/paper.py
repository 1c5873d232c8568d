"""What charts of a page share on paper: rows of them, one alone, a head and notes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from warmcalls.reports.charts.canvas import Canvas
from warmcalls.reports.charts.drawing import empty_figure, put
from warmcalls.reports.charts.look import PAPER
from warmcalls.reports.charts.parts import Box, Chart, Shows
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH: Final = 1240
WIDE: Final = 1160  # between the margins
LEFT_SHARE: Final = 0.585  # of two charts side by side
MARGIN, GAP = 40, 40
NOTE: Final = 16
CHART_WIDTH, EDGE = 720, 24


def picture_of_rows(
    rows: Sequence[tuple[Chart[Shows], Chart[Shows]]],
    shows: Shows,
    head: tuple[int, Callable[[Canvas], None]],
    notes: list[str],
) -> "Figure":
    """Return charts as one figure, two a row, as tall as it must be.

    Args:
        rows: the charts.
        shows: what they show.
        head: its height, and what draws it.
        notes: lines under the charts, `WIDE` pixels at most.
    """
    columns = WIDE * LEFT_SHARE - GAP / 2, WIDE * (1 - LEFT_SHARE) - GAP / 2
    pairs = [tuple(zip(row, columns, strict=True)) for row in rows]
    highs = [max(chart.height(shows, width) for chart, width in row) for row in pairs]
    head_high, draw_head = head
    high = MARGIN + head_high + sum(highs) + GAP * len(rows) + NOTE * len(notes) + MARGIN
    figure = paper(WIDTH, high)
    draw_head(Canvas(figure, PAPER, Box(MARGIN, MARGIN, WIDE, head_high)))
    top = float(MARGIN + head_high)
    for row, row_high in zip(pairs, highs, strict=True):
        left = float(MARGIN)
        for chart, width in row:
            put_chart(figure, chart, shows, Box(left, top, width, chart.height(shows, width)))
            left += width + GAP
        top += row_high + GAP
    write_notes(Canvas(figure, PAPER, Box(MARGIN, top, WIDE, NOTE * len(notes) + 1)), notes)
    return figure


def picture_alone(chart: Chart[Shows], shows: Shows) -> "Figure":
    """Return one chart as a figure with its title."""
    high = chart.height(shows, CHART_WIDTH)
    figure = paper(CHART_WIDTH + 2 * EDGE, high + 2 * EDGE)
    put_chart(figure, chart, shows, Box(EDGE, EDGE, CHART_WIDTH, high))
    return figure


def paper(width: float, height: float) -> "Figure":
    """Return an empty figure that is not seen through; pixels of the design."""
    figure = empty_figure(width, height)
    figure.patch.set_visible(True)
    figure.patch.set_facecolor(PAPER.surface)
    return figure


def put_chart(figure: "Figure", chart: Chart[Shows], shows: Shows, box: Box) -> None:
    """Draw a chart with its title in a box."""
    put(chart, shows, Canvas(figure, PAPER, box), titled=True)


def write_headline(canvas: Canvas, small: str, sentence: str) -> None:
    """Write a sentence as large as it fits, and what it is of over it."""
    size = 26 if width_of(sentence, 26, semibold=True) <= canvas.width else 17
    canvas.text(0, 8, small, role="text2", semibold=True)
    canvas.text(0, 34, sentence, size=size, role="text", semibold=True, room=canvas.width)


def write_notes(canvas: Canvas, lines: list[str]) -> None:
    """Write notes line by line."""
    for number, line in enumerate(lines):
        canvas.text(0, NOTE * (number + 0.5), line, role="text2")
