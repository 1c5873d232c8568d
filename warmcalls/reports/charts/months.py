"""Fees and spend month by month, and fees invoiced against fees paid."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from warmcalls.domain.behind import Behind, By, Rows
from warmcalls.domain.money import amount_words, ratio_words, round_words, short_words
from warmcalls.domain.periods import month_words
from warmcalls.domain.results import Month, Results
from warmcalls.reports.charts.axis import MoneyAxis, month_names
from warmcalls.reports.charts.legend import Sign, legend
from warmcalls.reports.charts.parts import Box, Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from warmcalls.reports.charts.canvas import Canvas

HEIGHT: Final = 256
FOOT: Final = 22
FIRST, SECOND, SPACE = 0.40, 0.24, 0.03  # of a month's room: the bars, and what lies between
LEAST_BAND: Final = 70
WIDEST: Final = 44  # pixels of the first bar


@dataclass(frozen=True, slots=True)
class View:
    """What two bars a month has.

    Attributes:
        tall, short: the wide bar and the narrow one, minor units.
        names: of the two.
        roles: colours of the two.
        by: which months they are counted in.
    """

    tall: Callable[[Month], int]
    short: Callable[[Month], int]
    names: tuple[str, str]
    roles: tuple[str, str]
    by: tuple[By, By | None]
    to_come: bool = False


COHORTS: Final = View(
    lambda m: m.fees, lambda m: m.spend, ("fees", "spend"), ("good", "spend"),
    (By.FIRST_SIGNAL, None), to_come=True,
)  # fmt: skip
BOOKED: Final = View(
    lambda m: m.booked, lambda m: m.spend, ("fees", "spend"), ("good", "spend"),
    (By.INVOICED, None),
)  # fmt: skip
PAID: Final = View(
    lambda m: m.invoiced, lambda m: m.paid, ("invoiced", "paid"), ("data2", "good"),
    (By.INVOICED, By.PAID),
)  # fmt: skip


def draw(view: View, canvas: "Canvas", results: Results) -> None:
    """Draw two bars a month, what is still to come on the first, and the owner's line."""
    top, bottom = legend(canvas, _signs(view, results)) + 6, canvas.height - FOOT
    axis = MoneyAxis(canvas, _values(view, results), results.currency, top=top, bottom=bottom)
    months = results.months
    room = axis.width / max(len(months), 1)
    if view.to_come:
        _bands(canvas, axis, months, room)
    plot = canvas.axes(axis.box, (0, max(len(months), 1)), (axis.low, axis.high))
    names = month_names([m.month for m in months], room)
    for number, (month, name) in enumerate(zip(months, names, strict=True)):
        _bars(canvas, plot, view, month, number, room)
        if view.by[1] is None and month.spend:
            _line(canvas, axis, results.line * month.spend, axis.left + number * room, room)
        middle = axis.left + (number + 0.5) * room
        canvas.text(middle, bottom + 13, name, role="text2", align="center")
        _parts(canvas, view, results, axis, number)


def _values(view: View, results: Results) -> list[float]:
    """Return everything that must have room."""
    found: list[float] = []
    for month in results.months:
        more = max(month.to_come, 0) if view.to_come else 0
        found += [view.tall(month), max(view.tall(month), 0) + more, view.short(month)]
        found += [results.line * month.spend] if view.by[1] is None else []
    return found


def _places(room: float) -> tuple[float, float, float]:
    """Return where the first bar begins and how wide the two are, in parts of a month's room."""
    first = min(FIRST, WIDEST / room)
    second = first * SECOND / FIRST
    return (1 - first - second - SPACE) / 2, first, second


def _bars(  # noqa: PLR0917 - where, what, and how wide
    canvas: "Canvas", plot: "Axes", view: View, month: Month, number: int, room: float
) -> None:
    start, first, second = _places(room)
    left = number + start
    right = left + first + SPACE
    tall, short = view.roles
    one = plot.bar(left, view.tall(month), first, align="edge", gid=view.names[0])
    other = plot.bar(right, view.short(month), second, align="edge", gid=view.names[1])
    canvas.fill(one.patches[0], tall)
    canvas.fill(other.patches[0], short)
    if view.to_come and month.to_come > 0:
        base = max(month.fees, 0)
        more = plot.bar(left, month.to_come, first, bottom=base, align="edge", gid="to come")
        canvas.fill(more.patches[0], "good_soft", hatched=True)


def _signs(view: View, results: Results) -> list[Sign]:
    signs = [Sign(n, "box", r) for n, r in zip(view.names, view.roles, strict=True)]
    if view.to_come:
        signs.insert(1, Sign("still to come, likely", "hatched"))
    if view.by[1] is None:
        signs.append(Sign(f"your line: {line_words(results)}", "dashed"))
    return signs


def line_words(results: Results) -> str:
    """Return the owner's line in words: "£2 per £1"."""
    wanted = ratio_words(results.line, results.currency).removesuffix(".00")
    return f"{wanted} per {ratio_words(1, results.currency).removesuffix('.00')}"


def _bands(canvas: "Canvas", axis: MoneyAxis, months: tuple[Month, ...], room: float) -> None:
    """Lay the months that are not ripe on a sunken band, with the words where they fit."""
    for first, count in unripe(months):
        left, wide = axis.left + first * room, count * room
        canvas.box(Box(left, axis.top, wide, axis.bottom - axis.top), "sunken", under=True)
        if first:
            start, end = (left, axis.top), (left, axis.bottom)
            canvas.line(start, end, "text3", style="dotted", over=True)
        if wide >= LEAST_BAND:
            canvas.text(left + 8, axis.top + 10, "not ripe yet", role="text2")


def unripe(months: tuple[Month, ...]) -> list[tuple[int, int]]:
    """Return the runs of months that are not ripe: the first one's number and how many."""
    runs: list[tuple[int, int]] = []
    for number, month in enumerate(months):
        if month.is_ripe:
            continue
        if runs and sum(runs[-1]) == number:
            runs[-1] = runs[-1][0], runs[-1][1] + 1
        else:
            runs.append((number, 1))
    return runs


def _line(canvas: "Canvas", axis: MoneyAxis, value: float, left: float, room: float) -> None:
    y = axis.y(value)
    start, end = (left + 0.1 * room, y), (left + 0.9 * room, y)
    canvas.line(start, end, "text", width=1.5, style="dashed", over=True).set_gid("line")


def _parts(canvas: "Canvas", view: View, results: Results, axis: MoneyAxis, number: int) -> None:
    """Note the month's bars; each takes the whole height, what is to come only its own."""
    month, currency = results.months[number], results.currency
    room = axis.width / len(results.months)
    start, first, second = _places(room)
    left = axis.left + (number + start) * room
    high, name = axis.bottom - axis.top, month_words(month.month)
    wide, narrow = (first + SPACE) * room, second * room
    for at, size, value, what, by in (
        (left, wide, view.tall(month), view.names[0], view.by[0]),
        (left + wide, narrow, view.short(month), view.names[1], view.by[1]),
    ):
        said = f"{name}: {what} {amount_words(value, currency)}"
        if by is By.FIRST_SIGNAL and not month.is_ripe:
            said += f", not ripe yet: {month.ripe:.0%} should be in".replace("%", " %")
        behind = _behind(month.month, what, by)
        canvas.part(said, behind, Box(at, axis.top, size, high))
    if view.to_come and month.to_come > 0:
        said = f"{name}: about {short_words(month.to_come, currency)} still to come"
        leads = Behind(Rows.LEADS, f"Leads of {name}", month.month, month.month)
        over, under = axis.y(max(month.fees, 0) + month.to_come), axis.y(max(month.fees, 0))
        canvas.part(said, leads, Box(left, over, first * room, under - over))


def _behind(month: str, what: str, by: By | None) -> Behind:
    name = month_words(month)
    if by is None:
        return Behind(Rows.SPEND, f"Spend of {name}", month, month)
    titles = {
        By.FIRST_SIGNAL: f"Fees from clients first seen in {name}",
        By.INVOICED: f"Fees invoiced in {name}",
        By.PAID: f"Fees paid in {name}",
    }
    credited = what == "fees"
    return Behind(Rows.FEES, titles[by], month, month, by=by, credited=credited)


def _finding(view: View, results: Results) -> str:
    months, currency = results.months, results.currency
    if not months:
        return "No months yet."
    tall, short = (sum(map(of, months)) for of in (view.tall, view.short))
    span = f"{month_words(months[0].month)} to {month_words(months[-1].month)}"
    said = (
        f"{span}: {view.names[0]} {round_words(tall, currency)}, "
        f"{view.names[1]} {round_words(short, currency)}."
    )
    if view.by[1] is None:
        over = sum(view.tall(m) >= results.line * m.spend for m in months if m.spend)
        spent = sum(m.spend > 0 for m in months)
        said += f" {over} of {spent} months reach your line of {line_words(results)}."
    if view.to_come and (young := sum(not m.is_ripe for m in months)):
        said += f" {young} {'month is' if young == 1 else 'months are'} not ripe yet."
    return said


def _chart(name: str, title: str, view: View) -> Chart[Results]:
    return Chart(name, title, lambda _, __: HEIGHT, partial(draw, view), partial(_finding, view))


BY_FIRST_SIGNAL: Final = _chart("months", "Fees and spend, by month of first signal", COHORTS)
BY_INVOICE: Final = _chart("months-invoiced", "Fees and spend, by month of invoice", BOOKED)
INVOICED_AND_PAID: Final = _chart("invoiced-paid", "All fees, invoiced against paid", PAID)
