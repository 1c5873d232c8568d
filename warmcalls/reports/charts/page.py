"""The whole Results page: one tall picture, or A4 pages for printing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from warmcalls.domain.periods import Period
from warmcalls.reports import result_words
from warmcalls.reports.charts.canvas import Canvas, wrapped
from warmcalls.reports.charts.catalogue import chart
from warmcalls.reports.charts.drawing import empty_figure, put
from warmcalls.reports.charts.kinds import PAGE, Kind
from warmcalls.reports.charts.look import PAPER
from warmcalls.reports.charts.parts import Box
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from warmcalls.domain.results import Results

WIDTH: Final = 1240
LEFT_SHARE: Final = 0.585  # of two charts side by side
MARGIN, GAP = 40, 40
HEAD: Final = 108
A4: Final = (794, 1123)  # 96 pixels an inch
FOOT: Final = 28
NOTE: Final = 16
CHART_WIDTH, EDGE = 720, 24


def picture_of_page(results: "Results") -> "Figure":
    """Return the page as one figure, two charts a row, as tall as it must be."""
    wide = WIDTH - 2 * MARGIN
    columns = wide * LEFT_SHARE - GAP / 2, wide * (1 - LEFT_SHARE) - GAP / 2
    rows = [list(zip(row, columns, strict=True)) for row in PAGE]
    highs = [max(_height(kind, results, width) for kind, width in row) for row in rows]
    notes = _notes(results, wide)
    high = MARGIN + HEAD + sum(highs) + GAP * len(rows) + NOTE * len(notes) + MARGIN
    figure = _paper(WIDTH, high)
    _head(Canvas(figure, PAPER, Box(MARGIN, MARGIN, wide, HEAD)), results)
    top = float(MARGIN + HEAD)
    for row, row_high in zip(rows, highs, strict=True):
        left = float(MARGIN)
        for kind, width in row:
            _put(figure, kind, results, Box(left, top, width, _height(kind, results, width)))
            left += width + GAP
        top += row_high + GAP
    _write(Canvas(figure, PAPER, Box(MARGIN, top, wide, NOTE * len(notes) + 1)), notes)
    return figure


def picture_of_chart(results: "Results", kind: Kind) -> "Figure":
    """Return one chart as a figure with its title, on paper."""
    high = _height(kind, results, CHART_WIDTH)
    figure = _paper(CHART_WIDTH + 2 * EDGE, high + 2 * EDGE)
    _put(figure, kind, results, Box(EDGE, EDGE, CHART_WIDTH, high))
    return figure


def pages_to_print(results: "Results", kinds: Sequence[Kind] = ()) -> "list[Figure]":
    """Return the page on sheets of A4, one chart under the other, none of them cut."""
    wide, bottom = A4[0] - 2 * MARGIN, A4[1] - MARGIN - FOOT
    made = [_paper(*A4)]
    _head(Canvas(made[0], PAPER, Box(MARGIN, MARGIN, wide, HEAD)), results)
    top = float(MARGIN + HEAD)
    for kind in kinds or [kind for row in PAGE for kind in row]:
        high = _height(kind, results, wide)
        if top + high > bottom:
            made.append(_paper(*A4))
            top = float(MARGIN)
        _put(made[-1], kind, results, Box(MARGIN, top, wide, min(high, bottom - top)))
        top += high + GAP
    notes = _notes(results, wide)
    if top + NOTE * len(notes) > bottom:
        made.append(_paper(*A4))
        top = float(MARGIN)
    _write(Canvas(made[-1], PAPER, Box(MARGIN, top, wide, max(bottom - top, NOTE))), notes)
    for number, figure in enumerate(made, 1):
        canvas = Canvas(figure, PAPER)
        words = f"{number} of {len(made)}"
        canvas.text(A4[0] - MARGIN, A4[1] - MARGIN, words, align="right")
    return made


def _paper(width: float, height: float) -> "Figure":
    figure = empty_figure(width, height)
    figure.patch.set_visible(True)
    figure.patch.set_facecolor(PAPER.surface)
    return figure


def _height(kind: Kind, results: "Results", width: float) -> int:
    return chart(kind, results).height(results, width)


def _put(figure: "Figure", kind: Kind, results: "Results", box: Box) -> None:
    put(chart(kind, results), results, Canvas(figure, PAPER, box), titled=True)


def _head(canvas: Canvas, results: "Results") -> None:
    """Write the headline, its doubt, and what was asked."""
    small, sentence = result_words.headline(results)
    size = 26 if width_of(sentence, 26, semibold=True) <= canvas.width else 17
    canvas.text(0, 8, small, role="text2", semibold=True)
    canvas.text(0, 34, sentence, size=size, role="text", semibold=True, room=canvas.width)
    figure = f"{result_words.per_unit(results)} per {result_words.one(results)} so far"
    state, words = result_words.verdict(results)
    left = 0.0
    for said, role, bold in (
        (figure, "text", True),
        (result_words.likely(results), "text2", False),
        (words, state or "text2", True),
        (result_words.without_largest(results), "text2", False),
    ):
        canvas.text(left, 66, said, size=13, role=role, semibold=bold, room=canvas.width - left)
        left += width_of(said, 13, semibold=bold) + 16
    canvas.text(0, 86, _asked(results), room=canvas.width)


def _asked(results: "Results") -> str:
    asked = results.asked
    said = [Period(asked.first, asked.last).words]
    said += [asked.channel] if asked.channel else []
    said += [asked.sector] if asked.sector else []
    said.append(f"credit shared by: {result_words.model_words(asked.model)}")
    return " · ".join(said)


def _notes(results: "Results", width: float) -> list[str]:
    return [line for note in results.notes for line in wrapped(note, 11, width)]


def _write(canvas: Canvas, lines: list[str]) -> None:
    for number, line in enumerate(lines):
        canvas.text(0, NOTE * (number + 0.5), line, role="text2")
