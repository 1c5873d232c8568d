"""The whole Results page: one tall picture, or A4 pages for printing."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from warmcalls.domain.periods import Period
from warmcalls.reports import result_words
from warmcalls.reports.charts.canvas import Canvas, wrapped
from warmcalls.reports.charts.catalogue import chart
from warmcalls.reports.charts.kinds import PAGE, Kind
from warmcalls.reports.charts.look import PAPER
from warmcalls.reports.charts.paper import (
    GAP,
    MARGIN,
    NOTE,
    WIDE,
    paper,
    picture_alone,
    picture_of_rows,
    put_chart,
    write_headline,
    write_notes,
)
from warmcalls.reports.charts.parts import Box
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from warmcalls.domain.results import Results

HEAD: Final = 108
A4: Final = (794, 1123)  # 96 pixels an inch
FOOT: Final = 28


def picture_of_page(results: "Results") -> "Figure":
    """Return the page as one figure, two charts a row, as tall as it must be."""
    rows = [(chart(left, results), chart(right, results)) for left, right in PAGE]
    head = (HEAD, partial(_head, results))
    return picture_of_rows(rows, results, head, _notes(results, WIDE))


def picture_of_chart(results: "Results", kind: Kind) -> "Figure":
    """Return one chart as a figure with its title, on paper."""
    return picture_alone(chart(kind, results), results)


def pages_to_print(results: "Results", kinds: Sequence[Kind] = ()) -> "list[Figure]":
    """Return the page on sheets of A4, one chart under the other, none of them cut."""
    wide, bottom = A4[0] - 2 * MARGIN, A4[1] - MARGIN - FOOT
    made = [paper(*A4)]
    _head(results, Canvas(made[0], PAPER, Box(MARGIN, MARGIN, wide, HEAD)))
    top = float(MARGIN + HEAD)
    for kind in kinds or [kind for row in PAGE for kind in row]:
        each = chart(kind, results)
        high = each.height(results, wide)
        if top + high > bottom:
            made.append(paper(*A4))
            top = float(MARGIN)
        put_chart(made[-1], each, results, Box(MARGIN, top, wide, min(high, bottom - top)))
        top += high + GAP
    notes = _notes(results, wide)
    if top + NOTE * len(notes) > bottom:
        made.append(paper(*A4))
        top = float(MARGIN)
    write_notes(Canvas(made[-1], PAPER, Box(MARGIN, top, wide, max(bottom - top, NOTE))), notes)
    for number, figure in enumerate(made, 1):
        canvas = Canvas(figure, PAPER)
        words = f"{number} of {len(made)}"
        canvas.text(A4[0] - MARGIN, A4[1] - MARGIN, words, align="right")
    return made


def _head(results: "Results", canvas: Canvas) -> None:
    """Write the headline, its doubt, and what was asked."""
    write_headline(canvas, *result_words.headline(results))
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
