"""What a chart is made of: its parts that can be pointed at, and the finding it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from warmcalls.domain.behind import Behind
from warmcalls.domain.results import Results

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas


class Box(NamedTuple):
    """A rectangle in pixels of the design, downwards from a top left corner."""

    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


@dataclass(frozen=True, slots=True)
class Part:
    """A bar, a dot or a figure, with where it is on the chart.

    Attributes:
        words: what it says, for the tooltip and for screen readers.
        behind: the rows it opens, None where it opens none.
    """

    words: str
    behind: Behind | None
    box: Box


@dataclass(frozen=True, slots=True)
class Chart:
    """One kind of chart.

    Attributes:
        id: a short word, for file names.
        title: what it shows; without doubt and finding.
        height: that it needs for results at a width; pixels of the design.
        draw: draws it on a canvas below its title.
        finding: the one sentence that it says, also for who cannot see it.
        aside: what stands at the right of the title, in words.
    """

    id: str
    title: str
    height: Callable[[Results, float], int]
    draw: "Callable[[Canvas, Results], None]"
    finding: Callable[[Results], str]
    aside: str = ""
