"""Candidates, clients, colleagues and cash, month by month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from warmcalls.domain.money import round_words, short_words
from warmcalls.domain.periods import month_words
from warmcalls.domain.results import FourCs, Results
from warmcalls.reports.charts.axis import month_names
from warmcalls.reports.charts.legend import HEAD
from warmcalls.reports.charts.parts import Box, Chart

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

CELL, GAP = 164, 28
LEAST: Final = 130  # pixels that one of four side by side needs
LINE_TOP, PLOT = 68, 62
HOW: Final = "Type it in with the month figures, or import it."
Value = Callable[[FourCs], int | None]


@dataclass(frozen=True, slots=True)
class Sort:
    """One of the four.

    Attributes:
        flows: it is of the month itself, so that its average says more than how it moved.
    """

    name: str
    value: Value
    money: bool = False
    flows: bool = False

    def known(self, results: Results) -> list[tuple[int, FourCs, int]]:
        """Return the months whose figure is known: number, month, figure."""
        pairs = ((n, row, self.value(row)) for n, row in enumerate(results.four_cs))
        return [(n, row, value) for n, row, value in pairs if value is not None]

    def words(self, value: int, currency: str, *, short: bool = False) -> str:
        """Return a figure in words."""
        if not self.money:
            return f"{value:,}"
        return short_words(value, currency) if short else round_words(value, currency)


SORTS: Final = (
    Sort("Candidates", lambda c: c.candidates),
    Sort("Clients", lambda c: c.clients, flows=True),
    Sort("Colleagues", lambda c: c.colleagues),
    Sort("Cash", lambda c: c.cash, money=True, flows=True),
)


def draw(canvas: "Canvas", results: Results) -> None:
    """Draw four small charts: the last figure, how it moved, and its line."""
    across = _across(canvas.width)
    wide = (canvas.width - (across - 1) * GAP) / across
    for number, sort in enumerate(SORTS):
        left = (number % across) * (wide + GAP)
        top = HEAD + (number // across) * CELL
        _one(canvas, sort, results, (left, top, wide))


def _across(width: float) -> int:
    """Return how many stand side by side."""
    return 4 if (width - 3 * GAP) / 4 >= LEAST else 2


def _one(canvas: "Canvas", sort: Sort, results: Results, place: tuple[float, float, float]) -> None:
    left, top, wide = place
    canvas.text(left, top + 8, sort.name, role="text2")
    known = sort.known(results)
    if not known:
        canvas.text(left, top + 32, "Not recorded yet", size=13, role="text2", room=wide)
        canvas.paragraph(left, top + 44, HOW, wide, role="text3")
        canvas.part(f"{sort.name}: not recorded yet. {HOW}", None, Box(left, top, wide, LINE_TOP))
        return
    _, last_row, last = known[-1]
    figure = sort.words(last, results.currency, short=True)
    canvas.text(left, top + 32, figure, size=17, role="text", semibold=True)
    canvas.text(left, top + 54, _moved(sort, known, results), room=wide)
    is_old = last_row is not results.four_cs[-1]
    until = f"{date.fromisoformat(f'{last_row.month}-01'):%b %Y}"
    canvas.text(left + wide, top + 8, until, align="right", role="notice" if is_old else "text3")
    _line(canvas, sort, results, known, (left, top + LINE_TOP, wide))


def _moved(sort: Sort, known: list[tuple[int, FourCs, int]], results: Results) -> str:
    """Return how a figure moved, or what it is on average where it is of the month itself."""
    (_, since, first), (_, _, last) = known[0], known[-1]
    if sort.flows and len(known) > 1:
        mean = sum(value for _, _, value in known) / len(known)
        words = short_words(mean, results.currency) if sort.money else f"{mean:.1f}"
        return f"{words} a month on average"
    name = month_words(since.month).split(" ", 1)[0]
    if first == last:
        return f"as in {name}"
    sign = "+" if last > first else "\N{MINUS SIGN}"
    return f"{sign}{sort.words(abs(last - first), results.currency, short=True)} since {name}"


def _line(
    canvas: "Canvas",
    sort: Sort,
    results: Results,
    known: list[tuple[int, FourCs, int]],
    place: tuple[float, float, float],
) -> None:
    """Draw the line; it breaks where a month's figure is missing."""
    left, top, wide = place
    count = max(len(results.four_cs) - 1, 1)
    most = max(*(value for _, _, value in known), 1)
    least = min(*(value for _, _, value in known), 0)
    bottom, room = top + PLOT, wide - 8

    def point(number: int, value: int) -> tuple[float, float]:
        share = (value - least) / (most - least)
        return left + 4 + room * number / count, bottom - share * (PLOT - 6)

    canvas.line((left, bottom), (left + wide, bottom))
    for (n, _, value), (after, _, next_value) in pairwise(known):
        if after == n + 1:
            line = canvas.line(
                point(n, value), point(after, next_value), "data1", width=2, over=True
            )
            line.set(gid=sort.name, solid_capstyle="round")
    for n, row, value in known:
        x, y = point(n, value)
        last = n == known[-1][0]
        canvas.dot(x, y, "data1", size=7 if last else 3)
        said = f"{sort.name}, {month_words(row.month)}: {sort.words(value, results.currency)}"
        step = room / count
        start = max(x - step / 2, left)
        canvas.part(said, None, Box(start, top, min(step, left + wide - start), PLOT))
    for number, name in enumerate(month_names([c.month for c in results.four_cs], room / count)):
        if number in {0, len(results.four_cs) - 1} or (name and count <= 3):  # noqa: PLR2004
            x, align = (left, "left") if number == 0 else (left + wide, "right")
            first = month_words(results.four_cs[number].month)[:3]
            canvas.text(x, bottom + 12, first, align="left" if align == "left" else "right")


def _finding(results: Results) -> str:
    said = []
    for sort in SORTS:
        known = sort.known(results)
        if not known:
            said.append(f"{sort.name.lower()} not recorded yet")
            continue
        words = sort.words(known[-1][2], results.currency)
        moved = _moved(sort, known, results)
        said.append(f"{sort.name.lower()} {words} ({moved})")
    text = "; ".join(said)
    return f"{text[:1].upper()}{text[1:]}."


def _height(_: Results, width: float) -> int:
    return HEAD + CELL * (4 // _across(width))


FOUR_CS: Final = Chart("four-cs", "The four Cs", _height, draw, _finding)
