"""What a chart is made of: its parts that can be pointed at, and the finding it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

Shows = TypeVar("Shows")


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
        behind: the rows it opens, a `Behind` or of the ranking a `CallsBehind`; None for none.
    """

    words: str
    behind: Any
    box: Box


@dataclass(frozen=True, slots=True)
class Chart(Generic[Shows]):
    """One kind of chart of results, or of something else.

    Attributes:
        id: a short word, for file names.
        title: what it shows; without doubt and finding.
        height: that it needs for them at a width; pixels of the design.
        draw: draws it on a canvas below its title.
        finding: the one sentence that it says, also for who cannot see it.
        aside: what stands at the right of the title, in words.
    """

    id: str
    title: str
    height: Callable[[Shows, float], int]
    draw: "Callable[[Canvas, Shows], None]"
    finding: Callable[[Shows], str]
    aside: str = ""
