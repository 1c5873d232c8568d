"""From the first signal to money in the bank, step by step."""

from typing import TYPE_CHECKING, Final

from warmcalls.domain.behind import Behind, Rows
from warmcalls.domain.results import FunnelStep, Results
from warmcalls.reports.charts.legend import HEAD, TITLE_MIDDLE
from warmcalls.reports.charts.parts import Box, Chart
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

ROW: Final = 30
BAR: Final = 11
SHARE, COUNT = 52, 56  # columns at the right
GAP: Final = 16
LAST: Final = "paid"


def draw(canvas: "Canvas", results: Results) -> None:
    """Draw a row each: name, bar, how many, share of the step before, days it took."""
    steps = results.funnel
    if not steps:
        canvas.nothing(_finding(results))
        return
    names = max((width_of(step.name, 13) for step in steps), default=0.0) + 18
    names = min(names, canvas.width * 0.4)
    days = GAP + max(width_of(words, 11) for words in ["takes", *map(_days, steps)])
    full = max(canvas.width - names - COUNT - SHARE - days, 24)
    most = max((step.count for step in steps), default=0) or 1
    canvas.text(canvas.width - days, TITLE_MIDDLE, "of the last", align="right")
    canvas.text(canvas.width, TITLE_MIDDLE, "takes", align="right")
    for number, step in enumerate(steps):
        y = HEAD - 2 + ROW * (number + 0.5)
        if number:
            top = y - ROW / 2
            canvas.line((0, top), (canvas.width, top))
        canvas.text(0, y, step.name, size=13, role="text", room=names - 8)
        wide = max(full * step.count / most, 3 if step.count else 0)
        if wide:
            role = "good" if step.id == LAST else "data1"
            canvas.box(Box(names, y - BAR / 2, wide, BAR), role, radius=2).set_gid(step.id)
        _figures(canvas, step, y, canvas.width - days)
        words = _words(step, results)
        canvas.part(words, _behind(step), Box(0, y - ROW / 2, canvas.width, ROW))


def _figures(canvas: "Canvas", step: FunnelStep, y: float, share_right: float) -> None:
    right = share_right - SHARE
    said, role = f"{step.count:,}", "text"
    canvas.text(right, y, said, size=13, role=role, semibold=True, align="right")
    if step.share is not None:
        share = f"{step.share:.0%}".replace("%", " %")
        canvas.text(share_right, y, share, align="right")
    canvas.text(canvas.width, y, _days(step), align="right")


def _days(step: FunnelStep) -> str:
    return "" if step.days is None else days_words(step.days)


def days_words(days: float) -> str:
    """Return a time in days: "1 day", "34 days", "same day"."""
    whole = round(days)
    if whole < 1:
        return "same day"
    return "1 day" if whole == 1 else f"{whole:,} days"


def _words(step: FunnelStep, results: Results) -> str:
    said = f"{step.name}: {step.count:,}"
    at = results.funnel.index(step)
    if step.share is not None and at:
        share = f"{step.share:.0%}".replace("%", " %")
        said += f", {share} of {results.funnel[at - 1].name.lower()}"
    return said if step.days is None else f"{said}; time from there: {days_words(step.days)}"


def _behind(step: FunnelStep) -> Behind:
    return Behind(Rows.LEADS, step.name, step=step.id)


def _finding(results: Results) -> str:
    if not results.funnel or not results.funnel[0].count:
        return "No signals in this period."
    first, last = results.funnel[0], results.funnel[-1]
    said = f"Of {first.count:,} {first.name.lower()}, {last.count:,} came to {last.name.lower()}."
    shares = [step for step in results.funnel[1:] if step.share is not None]
    if not shares:
        return said
    least = min(shares, key=lambda step: step.share or 0.0)
    return f"{said} Most are lost at: {least.name.lower()}."


def _height(results: Results, _: float) -> int:
    return HEAD + ROW * max(len(results.funnel), 9) + 2


FUNNEL: Final = Chart("funnel", "From signal to money", _height, draw, _finding)
