"""What was promised of calls against what came of them."""

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from warmcalls.domain.behind import Calls, CallsBehind
from warmcalls.domain.observed import Bin, Observed, View
from warmcalls.domain.ranking_report import RankingReport
from warmcalls.reports import ranking_words
from warmcalls.reports.charts.axis import ticks
from warmcalls.reports.charts.legend import Sign, legend
from warmcalls.reports.charts.parts import Box, Chart
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

HEIGHT: Final = 296
FOOT: Final = 40
LABEL, GAP = 11, 8
HALF: Final = 9  # of a dot's part
ROOM: Final = 1.06  # over the highest value
ACROSS, UPWARDS = 5, 4  # steps
AWAY: Final = 10  # from the line to its name
TITLES: Final = {
    View.CALLS: "Calls: what was promised and what came",
    View.CONVERSATIONS: "Conversations: what was promised and what came",
}
SIGNS: Final = (
    Sign("worth the time, 90 % likely", "dot"),
    Sign("too few to tell", "hollow", "text2"),
)


class Plane:
    """Shares from 0: what was promised to the right, what came upwards."""

    def __init__(self, canvas: "Canvas", found: Observed, top: float) -> None:
        promised = max(each.predicted for each in found.bins)
        came = max(promised, *(each.observed for each in found.bins))
        likely = min(max(each.high for each in found.bins), 1.0)
        self.across = ticks(0.0, promised * ROOM, ACROSS)
        self.upwards = ticks(0.0, max(came, min(likely, 1.6 * came)), UPWARDS)
        self.top, self.bottom = top + GAP, HEIGHT - FOOT
        self.left = max(width_of(_tick(v), LABEL) for v in self.upwards) + GAP
        self.right = canvas.width - 2 * GAP

    def x(self, share: float) -> float:
        """Return the place of a promised share."""
        return self.left + share / self.across[-1] * (self.right - self.left)

    def y(self, share: float) -> float:
        """Return the height of an observed share; what lies beyond is at the edge."""
        part = min(share / self.upwards[-1], 1.0)
        return self.bottom - part * (self.bottom - self.top)

    def draw(self, canvas: "Canvas", found: Observed, noun: str) -> None:
        """Draw the steps and the line on which every promise is kept."""
        for value in self.upwards:
            canvas.line((self.left, self.y(value)), (self.right, self.y(value)))
            canvas.text(self.left - GAP, self.y(value), _tick(value), align="right")
        for value in self.across:
            canvas.text(self.x(value), self.bottom + 14, _tick(value), role="text2", align="center")
        canvas.text(self.right, self.bottom + 31, "promised", role="text3", align="right")
        each = ranking_words.counted(found.bins[-1].calls, noun, f"{noun}s")
        canvas.text(self.left, self.bottom + 31, f"each dot about {each}", role="text3")
        end = min(self.across[-1], self.upwards[-1])
        line = canvas.line(
            (self.x(0), self.y(0)), (self.x(end), self.y(end)), "text", width=1.5, style="dashed"
        )
        line.set_gid("as promised")
        self._name(canvas, end, found)

    def _name(self, canvas: "Canvas", end: float, found: Observed) -> None:
        """Write the line's name under it, in the widest gap between two dots."""
        stops = [0.0, *(each.predicted for each in found.bins), end]
        low, high = max(pairwise(stops), key=lambda gap: gap[1] - gap[0])
        x = self.x(low + (high - low) * 0.4)
        middle = self.y(low + (high - low) * 0.4) + AWAY
        canvas.text(x, middle, "as promised", role="text")


def draw(view: View, canvas: "Canvas", report: RankingReport) -> None:
    """Draw a dot a group of calls on its interval, beside the line of promises kept."""
    found = report.view(view)
    if not found.bins:
        canvas.nothing(ranking_words.calibration_finding(found, view))
        return
    few = any(each.too_few for each in found.bins)
    top = legend(canvas, list(SIGNS if few else SIGNS[:1]))
    plane = Plane(canvas, found, top)
    plane.draw(canvas, found, ranking_words.noun_of(view))
    for number, each in enumerate(found.bins):
        _dot(canvas, plane, each)
        x, high, low = plane.x(each.predicted), plane.y(each.high), plane.y(each.low)
        box = Box(x - HALF, high - HALF, 2 * HALF, low - high + 2 * HALF)
        canvas.part(ranking_words.bin_words(each, view), _behind(number, each, view), box)


def _dot(canvas: "Canvas", plane: Plane, each: Bin) -> None:
    role, x = "text2" if each.too_few else "text", plane.x(each.predicted)
    ends = (x, plane.y(each.low)), (x, plane.y(each.high))
    canvas.line(*ends, role, width=2, over=True).set_gid("interval")
    canvas.dot(x, plane.y(each.observed), role, hollow=each.too_few).set_gid("dot")


def _behind(number: int, each: Bin, view: View) -> CallsBehind:
    calls = Calls.LIST if view is View.CALLS else Calls.CONVERSATIONS
    noun = ranking_words.noun_of(view).capitalize()
    title = f"{noun}s promised about {ranking_words.percent(each.predicted)}"
    return CallsBehind(calls, title, number)


def _tick(share: float) -> str:
    return f"{100 * share:g} %"


def _finding(view: View, report: RankingReport) -> str:
    return ranking_words.calibration_finding(report.view(view), view)


def calibration(view: View) -> Chart[RankingReport]:
    """Return the chart of calls, or of the conversations among them."""
    return Chart(
        f"promised-of-{view.value}",
        TITLES[view],
        lambda _, __: HEIGHT,
        partial(draw, view),
        partial(_finding, view),
    )
