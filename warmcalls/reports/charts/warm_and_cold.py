"""How often calls of the list were worth the time, and how often calls at random."""

from typing import TYPE_CHECKING, Final

from warmcalls.domain.behind import Calls, CallsBehind
from warmcalls.domain.ranking_report import RankingReport
from warmcalls.domain.warm_against_cold import Share
from warmcalls.reports import ranking_words
from warmcalls.reports.charts.canvas import wrapped
from warmcalls.reports.charts.legend import HEAD
from warmcalls.reports.charts.parts import Box, Chart
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

ROW, BAR = 60, 12
WHISKER: Final = 13  # from the middle of a bar to what is likely
SAID, LINE = 13, 18  # the sentence
GAP: Final = 12
FEWEST: Final = 10  # conversations
TITLE: Final = "Worth the time: from the list and at random"


def draw(canvas: "Canvas", report: RankingReport) -> None:
    """Draw a bar each with what is likely, and the sentence under them."""
    found = report.against
    rows = (
        ("Calls from the list", found.warm, "good", Calls.LIST),
        ("Test calls, drawn at random", found.cold, "data1", Calls.TESTS),
    )
    figures = max(width_of(_figure(each), 13, semibold=True) for _, each, _, _ in rows)
    full = canvas.width - figures - 2 * GAP
    most = max((each.high for _, each, _, _ in rows if each.calls), default=1.0)
    for number, (name, each, role, calls) in enumerate(rows):
        top = HEAD + 8 + ROW * number
        _row(canvas, (name, each, role), top, full / most)
        behind = CallsBehind(calls, name) if each.calls else None
        canvas.part(_words(name, each), behind, Box(0, top - 4, canvas.width, ROW - 4))
    top = HEAD + 8 + 2 * ROW + 4
    for line in wrapped(ranking_words.against(report), SAID, canvas.width):
        canvas.text(0, top + LINE / 2, line, size=SAID, role="text")
        top += LINE


def _row(canvas: "Canvas", of: tuple[str, Share, str], top: float, scale: float) -> None:
    name, each, role = of
    canvas.text(0, top + 8, name, size=13, role="text")
    if not each.calls or each.rate is None:
        canvas.text(canvas.width, top + 8, "none yet", align="right")
        return
    few, y = each.conversations < FEWEST, top + 28
    seen = f"{ranking_words.number(each.worth)} of {each.calls:,}"
    canvas.text(canvas.width, top + 8, seen, align="right")
    wide = max(each.rate * scale, 2.0)
    canvas.box(Box(0, y - BAR / 2, wide, BAR), role, radius=2).set_gid("bar")
    ink = "text2" if few else "text"
    under = y + WHISKER
    ends = (each.low * scale, under), (each.high * scale, under)
    canvas.line(*ends, ink, width=2, over=True).set_gid("interval")
    canvas.dot(each.rate * scale, under, ink, size=7, hollow=few).set_gid("dot")
    figure = _figure(each)
    canvas.text(canvas.width, y, figure, size=13, role="text", semibold=True, align="right")


def _figure(each: Share) -> str:
    return "" if each.rate is None else ranking_words.percent(each.rate)


def _words(name: str, each: Share) -> str:
    if each.rate is None:
        return f"{name}: none yet"
    low, high = ranking_words.percent(each.low), ranking_words.percent(each.high)
    return (
        f"{name}: {ranking_words.number(each.worth)} of {each.calls:,} were worth the time, "
        f"{_figure(each)}, "
        f"likely between {low} and {high}; {each.conversations:,} of them were answered"
    )


def _height(report: RankingReport, width: float) -> int:
    lines = wrapped(ranking_words.against(report), SAID, width)
    return HEAD + 8 + 2 * ROW + 4 + LINE * len(lines) + 4


WARM_AND_COLD: Final = Chart("warm-and-cold", TITLE, _height, draw, ranking_words.against)
