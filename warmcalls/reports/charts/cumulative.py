"""Fees, spend and the owner's line, added up month by month."""

from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from warmcalls.domain.behind import Behind, By, Rows
from warmcalls.domain.money import round_words, short_words
from warmcalls.domain.periods import month_words
from warmcalls.domain.results import Month, Results
from warmcalls.reports.charts.axis import MoneyAxis, month_names
from warmcalls.reports.charts.canvas import DASHES
from warmcalls.reports.charts.legend import HEAD
from warmcalls.reports.charts.months import HEIGHT, unripe
from warmcalls.reports.charts.parts import Box, Chart
from warmcalls.reports.charts.setting_up import PT, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from warmcalls.reports.charts.canvas import Canvas

FOOT: Final = 22
APART: Final = 16  # the least distance between two labels
Line = tuple[str, str, list[float]]


def draw(by: By, canvas: "Canvas", results: Results) -> None:
    """Draw the lines with their labels at the right."""
    lines = _lines(by, results)
    labels = [f"{n} {short_words(v[-1] if v else 0, results.currency)}" for n, _, v in lines]
    right = max(width_of(label, 11) for label in labels) + 10
    top, bottom = float(HEAD + 6), canvas.height - FOOT
    values = [value for _, _, each in lines for value in each]
    axis = MoneyAxis(canvas, values, results.currency, top=top, bottom=bottom, right=right)
    if not results.months:
        return
    steps = max(len(results.months) - 1, 1)
    room = axis.width / steps
    if by is By.FIRST_SIGNAL:
        _bands(canvas, axis, results, room)
    plot = canvas.axes(axis.box, (0, steps), (axis.low, axis.high))
    for name, role, each in lines:
        _plot(canvas, plot, name, role, each)
    _name_months(canvas, axis, results, room)
    ends = [axis.y(each[-1]) for _, _, each in lines]
    for (_, role, _), label, y in zip(lines, labels, spread(ends, APART), strict=True):
        canvas.text(axis.right + 6, y, label, role="text2" if role == "spend" else role)
    _parts(canvas, axis, by, results, lines)


def _plot(canvas: "Canvas", plot: "Axes", name: str, role: str, values: list[float]) -> None:
    dashed = name == "your line"
    shape = DASHES if dashed else "-"
    wide = 1.5 if dashed else 2.0
    colour, ends = canvas.colour(role), "round"
    drawn = plot.plot(values, color=colour, linewidth=wide * PT, linestyle=shape, gid=name)[0]
    drawn.set(clip_on=False, solid_capstyle=ends, solid_joinstyle=ends)
    if len(values) == 1:
        drawn.set(marker="o", markersize=7 * PT)


def _bands(canvas: "Canvas", axis: MoneyAxis, results: Results, room: float) -> None:
    for first, count in unripe(results.months):
        left = axis.left + max(first - 0.5, 0) * room
        wide = min(left + count * room, axis.right) - left
        canvas.box(Box(left, axis.top, wide, axis.bottom - axis.top), "sunken", under=True)
        if first:
            start, end = (left, axis.top), (left, axis.bottom)
            canvas.line(start, end, "text3", style="dotted")


def _name_months(canvas: "Canvas", axis: MoneyAxis, results: Results, room: float) -> None:
    names = month_names([m.month for m in results.months], room, 30)
    for number, name in enumerate(names):
        x, middle = axis.left + number * room, axis.bottom + 13
        canvas.text(x, middle, name, role="text2", align="center")


def spread(places: list[float], apart: float) -> list[float]:
    """Return places moved as little as needed so that any two are so far apart, in their order."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = [places[i] for i in order]
    for _ in range(len(moved) * 4):
        for at in range(len(moved) - 1):
            short = apart - (moved[at + 1] - moved[at])
            if short > 1e-9:  # noqa: PLR2004 - rounding
                moved[at] -= short / 2
                moved[at + 1] += short / 2
    back = [0.0] * len(places)
    for at, index in enumerate(order):
        back[index] = moved[at]
    return back


def _lines(by: By, results: Results) -> list[Line]:
    of: dict[By, Callable[[Month], int]] = {
        By.FIRST_SIGNAL: lambda m: m.fees,
        By.INVOICED: lambda m: m.booked,
        By.PAID: lambda m: m.paid,
    }
    months = results.months
    fees = list(accumulate(float(of[by](m)) for m in months))
    if by is By.PAID:
        invoiced = list(accumulate(float(m.invoiced) for m in months))
        return [("paid", "good", fees), ("invoiced", "text2", invoiced)]
    spend = list(accumulate(float(m.spend) for m in months))
    wanted = [results.line * value for value in spend]
    return [("fees", "good", fees), ("your line", "text", wanted), ("spend", "spend", spend)]


def _parts(canvas: "Canvas", axis: MoneyAxis, by: By, results: Results, lines: list[Line]) -> None:
    first = results.months[0].month
    room = axis.width / max(len(results.months) - 1, 1)
    for number, month in enumerate(results.months):
        values = (f"{n} {round_words(v[number], results.currency)}" for n, _, v in lines)
        until = month_words(month.month)
        said = f"Up to {until}: {', '.join(values)}"
        title, credited = f"Fees up to {until}", by is not By.PAID
        behind = Behind(Rows.FEES, title, first, month.month, by=by, credited=credited)
        left = max(axis.left + (number - 0.5) * room, axis.left)
        right = min(axis.left + (number + 0.5) * room, axis.right)
        canvas.part(said, behind, Box(left, axis.top, max(right - left, 1), axis.bottom - axis.top))


def _finding(by: By, results: Results) -> str:
    if not results.months:
        return "No months yet."
    ends = (f"{n} {round_words(v[-1], results.currency)}" for n, _, v in _lines(by, results))
    return f"Since {month_words(results.months[0].month)}: {', '.join(ends)}."


def cumulative(by: By, results: Results) -> Chart[Results]:
    """Return the chart for a way of counting fees; its title names the first month."""
    since = month_words(results.months[0].month) if results.months else "the first month"
    draws, finds = partial(draw, by), partial(_finding, by)
    return Chart("added-up", f"Added up since {since}", lambda _, __: HEIGHT, draws, finds)
