"""What each campaign or channel brings back, with what is likely."""

import math
from functools import partial
from typing import TYPE_CHECKING, Final

from warmcalls.domain.behind import Behind, Rows
from warmcalls.domain.money import ratio_words, round_words
from warmcalls.domain.results import Earner, Results
from warmcalls.reports.charts.axis import ticks
from warmcalls.reports.charts.legend import Sign, legend, legend_top
from warmcalls.reports.charts.parts import Box, Chart
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warmcalls.reports.charts.canvas import Canvas

ROW, FOOT = 30, 28
MOST: Final = 10
LONGEST_NAME, SHARE_OF_NAME = 220, 0.28
GAP: Final = 16
AWAY: Final = 14  # from the edge to a dot that lies outside
SIGNS: Final = (
    Sign("so far", "dot"),
    Sign("90 % likely in the end", "interval"),
    Sign("without the largest fee", "tick", "text3"),
)


def best_first(earners: "Sequence[Earner]") -> list[Earner]:
    """Return earners by what they brought back so far, those with nothing spent last."""
    return sorted(earners, key=lambda e: (so_far(e) is None, -(so_far(e) or 0.0), e.name))


def so_far(earner: Earner) -> float | None:
    """Return the fees per unit spent so far."""
    return earner.returns.so_far


def counted(earner: Earner) -> str:
    """Return how many fees there are: "3 fees · too few"."""
    number = f"{earner.returns.fees:.1f}".removesuffix(".0")
    words = f"{number} {'fee' if number == '1' else 'fees'}"
    return f"{words} · too few" if earner.returns.too_few and earner.returns.fees else words


class Scale:
    """Money per unit spent, from left to right; what is far out runs out of it.

    One that is far beyond the others does not press them together: the scale reaches to twice the
    upper quartile.
    """

    def __init__(self, earners: list[Earner], line: float, left: float, right: float) -> None:
        known = sorted(found for e in earners if (found := so_far(e)) is not None)
        usual = 2 * max(known[-(-3 * len(known) // 4) - 1] if known else 0.0, line)
        best = max((each for each in known if each <= usual), default=0.0)
        high = max((e.returns.high for e in earners if so_far(e) is not None), default=0.0)
        wanted = max(min(high, max(best * 1.5, line * 2)), line * 1.25, best * 1.05, 1.0)
        self.at = ticks(0.0, wanted, 6)
        self.left, self.right = left, right
        self.top = max(wanted, self.at[-2]) if len(self.at) > 1 else wanted

    def holds(self, value: float) -> bool:
        """Tell whether a value lies on it."""
        return value <= self.top

    def x(self, value: float) -> float:
        """Return the place of a value, at the edge where it lies outside."""
        share = min(max(value / self.top, 0.0), 1.0)
        return self.left + share * (self.right - self.left)


def draw(
    per_channel: bool,  # noqa: FBT001 - which of two lists
    most: int | None,
    canvas: "Canvas",
    results: Results,
) -> None:
    """Draw a row each: name, dot on its line, figure and number of fees."""
    whole = best_first(results.channels if per_channel else results.campaigns)
    shown = whole if most is None else whole[:most]
    if not shown:
        canvas.nothing(f"No {'channels' if per_channel else 'campaigns'} yet.")
        return
    top = legend(canvas, list(SIGNS)) + 4
    names = max((width_of(e.name, 13) for e in shown), default=0.0)
    left = min(names, LONGEST_NAME, canvas.width * SHARE_OF_NAME)
    counts = max((width_of(counted(e), 11) for e in shown), default=0.0)
    figures = max((width_of(_figure(e, results), 13, semibold=True) for e in shown), default=0.0)
    right = canvas.width - counts - GAP - figures - GAP
    scale = Scale(shown, results.line, left + GAP + 6, right)
    _grid(canvas, scale, results, (top, top + ROW * len(shown)))
    for number, earner in enumerate(shown):
        y = top + ROW * (number + 0.5)
        canvas.text(0, y, earner.name, size=13, role="text", room=left)
        _row(canvas, scale, earner, y)
        _say(canvas, earner, results, canvas.width - counts - GAP, y)
        behind = _behind(earner, results, per_channel=per_channel)
        canvas.part(_words(earner, results), behind, Box(0, y - ROW / 2, canvas.width, ROW))


def _say(canvas: "Canvas", earner: Earner, results: Results, right: float, y: float) -> None:
    """Write the figure and the number of fees at the right of a row."""
    said = _figure(earner, results)
    if so_far(earner) is None:
        canvas.text(right, y, said, align="right")
    else:
        canvas.text(right, y, said, size=13, role="text", semibold=True, align="right")
    canvas.text(canvas.width, y, counted(earner), align="right")


def _grid(canvas: "Canvas", scale: Scale, results: Results, ends: tuple[float, float]) -> None:
    """Draw the steps and the owner's line, which has its name among theirs."""
    top, bottom = ends
    words = f"your line {ratio_words(results.line, results.currency).removesuffix('.00')}"
    at, half = scale.x(results.line), width_of(words, 11) / 2
    middle = min(max(at, half), canvas.width - half)
    for value in scale.at:
        if not scale.holds(value):
            continue
        x, said = scale.x(value), ratio_words(value, results.currency).removesuffix(".00")
        canvas.line((x, top - 4), (x, bottom + 2))
        if abs(x - middle) >= half + width_of(said, 11) / 2 + 6:
            canvas.text(x, bottom + 14, said, role="text2", align="center")
    canvas.text(middle, bottom + 14, words, role="text", align="center")
    line = canvas.line(
        (at, top - 4), (at, bottom + 4), "text", width=1.5, style="dashed", over=True
    )
    line.set_gid("line")


def _row(canvas: "Canvas", scale: Scale, earner: Earner, y: float) -> None:
    best, returns = so_far(earner), earner.returns
    if best is None:
        return
    role = "text2" if returns.too_few else "text"
    if returns.likely is None:
        canvas.dot(scale.x(best), y, role, hollow=True).set_gid("dot")
        return
    low, high = scale.x(returns.low), scale.x(returns.high)
    canvas.line((low, y), (high, y), role, width=2, over=True).set_gid("interval")
    if not scale.holds(returns.high):  # it runs on
        canvas.dot(high, y, role, size=7, marker=">")
    without = returns.without_largest
    if without is not None and scale.holds(without):
        x = scale.x(without)
        canvas.line((x, y - 6), (x, y + 6), "text3", width=1.5, over=True).set_gid("without")
    if not scale.holds(best):
        _outside(canvas, scale.right, y)
        canvas.dot(scale.right - AWAY, y, role, hollow=returns.too_few).set_gid("dot")
        return
    if not returns.low <= best <= returns.high:  # the dots lead from it to where it will likely be
        end = low if best < returns.low else high
        way = canvas.line((scale.x(best), y), (end, y), role, width=1.5, style="dotted", over=True)
        way.set_gid("way")
    canvas.dot(scale.x(best), y, role, hollow=returns.too_few).set_gid("dot")


def _outside(canvas: "Canvas", right: float, y: float) -> None:
    """Break the row before a dot that lies outside the scale."""
    x = right - 2 * AWAY
    canvas.box(Box(x - 3, y - 3, 6, 6), "surface")
    for left in (x - 5, x + 1):
        canvas.line((left, y + 5), (left + 4, y - 5), "text2", width=1.5, over=True)
    canvas.dot(right, y, "text", size=7, marker=">")


def _figure(earner: Earner, results: Results) -> str:
    best = so_far(earner)
    return "no spend" if best is None else ratio_words(best, results.currency)


def _words(earner: Earner, results: Results) -> str:
    returns, currency = earner.returns, results.currency
    fees = f"{round_words(earner.fees, currency)} from {counted(earner)}"
    if so_far(earner) is None:
        return f"{earner.name}: {fees}, nothing spent"
    likely = (
        "no leads yet"
        if returns.likely is None
        else (
            f"in the end likely between {ratio_words(returns.low, currency)} and "
            f"{ratio_words(returns.high, currency)}"
        )
    )
    said = (
        f"{earner.name}: {_figure(earner, results)} per {one(results)} so far, {likely}; "
        f"{fees} for {round_words(earner.spend, currency)}"
    )
    if returns.without_largest is not None:
        said += f"; without the largest fee {ratio_words(returns.without_largest, currency)}"
    return said


def _behind(earner: Earner, results: Results, *, per_channel: bool) -> Behind:
    title = f"Fees of {earner.name}"
    if not per_channel:
        return Behind(Rows.FEES, title, campaign_id=earner.id)
    if any(e.channel.casefold() == earner.name.casefold() for e in results.campaigns):
        return Behind(Rows.FEES, title, channel=earner.name)
    without = tuple(each.id for each in results.campaigns if not each.channel)
    return Behind(Rows.FEES, title, campaigns=without or (0,))


def _height(
    per_channel: bool,  # noqa: FBT001 - which of two lists
    most: int | None,
    results: Results,
    width: float,
) -> int:
    rows = len(results.channels if per_channel else results.campaigns)
    title = _title("channel" if per_channel else "campaign", results)
    top = legend_top(list(SIGNS), title, width) + 4
    return math.ceil(top) + ROW * max(rows if most is None else min(rows, most), 3) + FOOT


def _finding(per_channel: bool, results: Results) -> str:  # noqa: FBT001 - which of two lists
    earners = best_first(results.channels if per_channel else results.campaigns)
    known = [e for e in earners if so_far(e) is not None]
    if not known:
        return "No spend yet, so no return."
    below = [e for e in known if (so_far(e) or 0) < results.line]
    what = "channels" if per_channel else "campaigns"
    best = known[0]
    said = f"{best.name} brings back most: {_figure(best, results)} per {one(results)}."
    return f"{said} {len(below)} of {len(known)} {what} are below your line."


def one(results: Results) -> str:
    """Return one unit of money: "£1"."""
    return ratio_words(1, results.currency).removesuffix(".00")


def _title(what: str, results: Results) -> str:
    return f"Return per {what}, per {one(results)} spent"


def returns(results: Results, *, per_channel: bool, most: int | None = MOST) -> Chart[Results]:
    """Return the chart of campaigns or of channels; `most` rows, None for all."""
    what = "channel" if per_channel else "campaign"
    return Chart(
        f"return-per-{what}",
        _title(what, results),
        partial(_height, per_channel, most),
        partial(draw, per_channel, most),
        partial(_finding, per_channel),
    )
