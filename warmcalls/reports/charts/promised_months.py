"""Month by month: how many calls were to be worth the time, and how many were."""

from typing import TYPE_CHECKING, Final

from warmcalls.domain.behind import Calls, CallsBehind
from warmcalls.domain.observed import MonthKept
from warmcalls.domain.periods import month_words
from warmcalls.domain.ranking_report import RankingReport
from warmcalls.reports import ranking_words
from warmcalls.reports.charts.axis import month_names, ticks
from warmcalls.reports.charts.legend import Sign, legend
from warmcalls.reports.charts.parts import Box, Chart
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

HEIGHT: Final = 208
FOOT, LABEL, GAP = 24, 11, 8
BAR, WIDEST = 0.5, 28
STEPS: Final = 4
LEAST: Final = 4.0  # calls that the axis reaches to, so that its steps are whole
SIGNS: Final = (Sign("worth the time", "box", "good"), Sign("promised", "interval"))


def draw(canvas: "Canvas", report: RankingReport) -> None:
    """Draw a bar a month, and across it what was promised."""
    months = report.months
    if not months:
        canvas.nothing(_finding(report))
        return
    top = legend(canvas, list(SIGNS)) + 4
    steps = ticks(0.0, max(LEAST, *(max(m.promised, m.worth) for m in months)), STEPS)
    left = max(width_of(f"{value:g}", LABEL) for value in steps) + GAP
    bottom, room = HEIGHT - FOOT, (canvas.width - left) / len(months)
    rise = (bottom - top) / steps[-1]
    for value in steps:
        y = bottom - rise * value
        canvas.line((left, y), (canvas.width, y))
        canvas.text(left - GAP, y, f"{value:g}", align="right")
    names = month_names([m.month for m in months], room)
    wide = min(room * BAR, WIDEST)
    for number, (each, name) in enumerate(zip(months, names, strict=True)):
        middle = left + room * (number + 0.5)
        _month(canvas, each, (middle, bottom, rise, wide))
        canvas.text(middle, bottom + 14, name, role="text2", align="center")
        box = Box(left + room * number, top, room, HEIGHT - top)
        canvas.part(_words(each), _behind(each), box)


def _month(canvas: "Canvas", each: MonthKept, at: tuple[float, float, float, float]) -> None:
    middle, bottom, rise, wide = at
    if each.worth:
        high = rise * each.worth
        bar = canvas.box(Box(middle - wide / 2, bottom - high, wide, high), "good", radius=2)
        bar.set_gid(each.month)
    y, half = bottom - rise * each.promised, wide / 2 + 5
    ends = (middle - half, y), (middle + half, y)
    canvas.line(*ends, "surface", width=5, over=True)  # so that it stands out from the bar
    canvas.line(*ends, "text", width=2, over=True).set_gid("promised")


def _words(each: MonthKept) -> str:
    calls = ranking_words.counted(each.calls, "call", "calls")
    worth = ranking_words.number(each.worth)
    return (
        f"{month_words(each.month)}: {worth} of {calls} were worth the time, "
        f"{ranking_words.sum_words(each.promised)} promised"
    )


def _behind(each: MonthKept) -> CallsBehind:
    return CallsBehind(Calls.LIST, f"Calls in {month_words(each.month)}", month=each.month)


def _finding(report: RankingReport) -> str:
    months = report.months
    if not months:
        return "No call of the list has an outcome in these months."
    over = sum(m.worth >= m.promised for m in months)
    return (
        f"In {over} of {ranking_words.counted(len(months), 'month', 'months')} at least as many "
        "calls were worth the time as were promised."
    )


PROMISED_MONTHS: Final = Chart(
    "promised-by-month", "Month by month", lambda _, __: HEIGHT, draw, _finding
)
