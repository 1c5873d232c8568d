"""What is likely still to come of the leads there are."""

from datetime import date
from typing import TYPE_CHECKING, Final

from warmcalls.domain.behind import Behind, Rows
from warmcalls.domain.money import short_words
from warmcalls.domain.periods import month_words
from warmcalls.domain.results import Results
from warmcalls.reports.charts.axis import ticks
from warmcalls.reports.charts.legend import HEAD
from warmcalls.reports.charts.parts import Box, Chart
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

ROW: Final = 18
MOST: Final = 12  # months
FIGURE, AXIS = 44, 62  # heights of the figure and of its line
NAME: Final = 72


def draw(canvas: "Canvas", results: Results) -> None:
    """Draw the figure, its likely range on a line of money, and the months it comes from."""
    middle, low, high = results.forecast
    figure = short_words(middle, results.currency)
    y = HEAD + 18.0
    canvas.text(0, y, figure, size=26, role="text", semibold=True)
    wide = width_of(figure, 26, semibold=True) + 10
    room = canvas.width - wide
    canvas.text(wide, y + 5, _range(results), size=13, role="text2", room=room)
    leads = Behind(Rows.LEADS, "Leads whose fees may still come")
    canvas.part(_finding(results), leads, Box(0, HEAD, canvas.width, FIGURE))
    if high > 0:
        _interval(canvas, results, (low, middle, high), HEAD + FIGURE + 14)
    _months(canvas, results, HEAD + FIGURE + AXIS)


def _range(results: Results) -> str:
    _, low, high = results.forecast
    if high <= 0:
        return "too little is known"
    words = short_words(low, results.currency), short_words(high, results.currency)
    return f"likely between {words[0]} and {words[1]}"


def _interval(canvas: "Canvas", results: Results, values: tuple[int, int, int], y: float) -> None:
    at = ticks(0, values[2], 4)
    share = (canvas.width - 28) / at[-1]
    for value in at:
        x = 12 + value * share
        canvas.line((x, y - 10), (x, y + 10))
        canvas.text(x, y + 20, short_words(value, results.currency), role="text2", align="center")
    low, middle, high = (12 + value * share for value in values)
    few = results.returns.too_few
    role = "text2" if few else "text"
    canvas.line((low, y), (high, y), role, width=2, over=True).set_gid("interval")
    canvas.dot(middle, y, role, hollow=few).set_gid("dot")


def waiting(results: Results) -> list[tuple[str, str, int]]:
    """Return what is still to come of the newest months, and of those before them together.

    Returns:
        First month, last month and minor units, oldest first; they add up to the forecast.
    """
    months = [month for month in results.months if month.to_come > 0]
    kept = months if len(months) <= MOST else months[1 - MOST :]
    found = [(month.month, month.month, month.to_come) for month in kept]
    before = months[: len(months) - len(kept)]
    if before:
        found.insert(0, (before[0].month, before[-1].month, sum(m.to_come for m in before)))
    return found


def _months(canvas: "Canvas", results: Results, top: float) -> None:
    rows = waiting(results)
    most = max((amount for *_, amount in rows), default=1)
    full = canvas.width - NAME - 70
    for number, (first, last, amount) in enumerate(rows):
        y, name = top + (number + 0.5) * ROW, month_words(last)
        short = f"{date.fromisoformat(f'{last}-01'):%b %Y}"
        if first != last:
            name, short = f"up to {name}", f"to {short}"
        canvas.text(0, y, short, role="text2")
        wide = max(full * amount / most, 2)
        canvas.box(Box(NAME, y - 5, wide, 10), "good_soft", hatched=True).set_gid(last)
        words = short_words(amount, results.currency)
        canvas.text(NAME + wide + 8, y, words, role="text2")
        behind = Behind(Rows.LEADS, f"Leads of {name}", first, last)
        said = f"{name[:1].upper()}{name[1:]}: about {words} still to come"
        canvas.part(said, behind, Box(0, y - ROW / 2, canvas.width, ROW))


def _finding(results: Results) -> str:
    figure = short_words(results.forecast[0], results.currency)
    return f"About {figure} of fees still to come, {_range(results)}."


def _height(results: Results, _: float) -> int:
    return HEAD + FIGURE + AXIS + ROW * max(len(waiting(results)), 3) + 4


FORECAST: Final = Chart("still-to-come", "Fees still to come", _height, draw, _finding)
