"""A rectangle of a figure to draw on, in pixels of the design from its top left corner.

The figure's own resolution decides how many real pixels one of the design is, so text size and
screen resolution are not the charts' business.
"""

from typing import TYPE_CHECKING, Final, Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Patch, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from warmcalls.reports.charts.look import Look
from warmcalls.reports.charts.parts import Box, Part
from warmcalls.reports.charts.setting_up import EVEN_FIGURES, PT, face, plain, width_of

if TYPE_CHECKING:
    from warmcalls.domain.behind import Behind, CallsBehind

DPI: Final = 96  # one pixel of the design is 1/96 inch
CAP: Final = 0.364  # half the height of a capital, in parts of the text size
DASHES: Final = (0, (4, 3))
DOTS: Final = (0, (1, 2))
ELLIPSIS: Final = "…"
UNDER, OVER = -1.0, 2.5
TEXT, LINE = 11, 16
NOTHING: Final = 40  # the middle of the sentence that says why
Align = Literal["left", "center", "right"]
BEFORE: Final = {"left": 0.0, "center": 0.5, "right": 1.0}


class Canvas:
    """Where a chart is drawn.

    Args:
        figure: of any size.
        look: its colours.
        box: the rectangle in the figure; all of it where none is given.

    Attributes:
        parts: what can be pointed at; those added later lie over earlier ones.
        title_width: the room at the top left that the title takes.
    """

    def __init__(self, figure: Figure, look: Look, box: Box | None = None) -> None:
        self.figure, self.look = figure, look
        wide, high = (float(inches) * DPI for inches in figure.get_size_inches())
        self._whole = (wide, high)
        self._box = box or Box(0, 0, wide, high)
        self.width, self.height = self._box.width, self._box.height
        self.parts: list[Part] = []
        self.title_width = 0.0
        self._transform: Transform = (
            Affine2D()
            .translate(self._box.left, self._box.top)
            .scale(1 / DPI, -1 / DPI)
            .translate(0, high / DPI)
            + figure.dpi_scale_trans
        )

    def colour(self, role: str) -> str:
        """Return the colour of a role; a colour stays what it is."""
        return role if role.startswith("#") else str(getattr(self.look, role))

    def text(
        self,
        x: float,
        middle: float,
        words: str,
        *,
        size: float = 11,
        role: str = "text3",
        semibold: bool = False,
        align: Align = "left",
        room: float | None = None,
    ) -> Text:
        """Write words on one line, their capitals centred on a height; elided to a room."""
        said = plain(words)
        if room is not None:
            said = fitted(said, size, room, semibold=semibold)
        wide = width_of(said, size, semibold=semibold) if align != "left" else 0.0
        made = Text(
            x - wide * BEFORE[align],  # matplotlib measures without even figures
            middle + CAP * size,
            said,
            transform=self._transform,
            fontproperties=face(size, semibold=semibold),
            color=self.colour(role),
            ha="left",
            va="baseline",
            parse_math=False,
        )
        if EVEN_FIGURES:
            made.set_fontfeatures(EVEN_FIGURES)
        self.figure.add_artist(made)
        return made

    def paragraph(
        self, left: float, top: float, words: str, width: float, *, role: str = "text2"
    ) -> float:
        """Write words on as many lines as they need; return where the next thing may stand."""
        for line in wrapped(plain(words), TEXT, width):
            self.text(left, top + LINE / 2, line, size=TEXT, role=role)
            top += LINE
        return top

    def nothing(self, words: str) -> None:
        """Say why there is nothing to draw."""
        self.text(0, NOTHING, words, size=13, role="text2", room=self.width)

    def box(
        self, box: Box, role: str, *, hatched: bool = False, radius: float = 0, under: bool = False
    ) -> Patch:
        """Fill a rectangle with a role or a colour; hatched in `good` on it."""
        made: Patch = Rectangle(box[:2], box.width, box.height)
        if radius:
            size = min(radius, box.width / 2, box.height / 2)
            style = f"round,pad=0,rounding_size={size:.3f}"
            made = FancyBboxPatch(box[:2], box.width, box.height, boxstyle=style)
        self.fill(made, role, hatched=hatched)
        made.set_zorder(UNDER - 1 if under else OVER)
        self.figure.add_artist(made)
        made.set_transform(self._transform)
        return made

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        role: str = "line",
        *,
        width: float = 1,
        style: Literal["solid", "dashed", "dotted"] = "solid",
        over: bool = False,
    ) -> Line2D:
        """Draw a straight line."""
        kinds = {"solid": "-", "dashed": DASHES, "dotted": DOTS}
        made = Line2D([start[0], end[0]], [start[1], end[1]], linewidth=width * PT)
        made.set(color=self.colour(role), linestyle=kinds[style], zorder=OVER if over else UNDER)
        made.set(transform=self._transform, solid_capstyle="butt", dash_capstyle="butt")
        self.figure.add_artist(made)
        return made

    def dot(
        self,
        x: float,
        y: float,
        role: str = "text",
        *,
        size: float = 9,
        hollow: bool = False,
        marker: str = "o",
    ) -> Line2D:
        """Draw a dot, or another mark."""
        made = Line2D([x], [y], marker=marker, markersize=size * PT, linestyle="none")
        ink = self.colour(role)
        made.set_markeredgecolor(ink)
        made.set_markeredgewidth(2 * PT if hollow else 1 * PT)
        made.set_markerfacecolor(self.colour("surface") if hollow else ink)
        made.set(transform=self._transform, zorder=OVER + 1)
        self.figure.add_artist(made)
        return made

    def axes(self, box: Box, across: tuple[float, float], upwards: tuple[float, float]) -> Axes:
        """Return axes for data in a rectangle, with nothing drawn but data."""
        wide, high = self._whole
        low = high - self._box.top - box.top - box.height
        left = (box.left + self._box.left) / wide
        made = self.figure.add_axes((left, low / high, box.width / wide, box.height / high))
        made.set_xlim(*across)
        made.set_ylim(*upwards)
        made.set_axis_off()
        return made

    def fill(self, patch: Patch, role: str, *, hatched: bool = False) -> None:
        """Give a patch its colour."""
        patch.set(facecolor=self.colour(role), linewidth=0)
        if hatched:
            patch.set(edgecolor=self.colour("good"), hatch="////")

    def part(self, words: str, behind: "Behind | CallsBehind | None", box: Box) -> None:
        """Note a part that can be pointed at."""
        moved = box._replace(left=box.left + self._box.left, top=box.top + self._box.top)
        self.parts.append(Part(words, behind, moved))


def wrapped(text: str, size: float, width: float, *, semibold: bool = False) -> list[str]:
    """Return a text in lines; a word that is longer than a line is elided."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, semibold=semibold) <= width:
            lines[-1] = longer
        else:
            lines.append(fitted(word, size, width, semibold=semibold))
    return lines


def fitted(text: str, size: float, room: float, *, semibold: bool = False) -> str:
    """Return a text that fits into a room, elided at its end where it must be."""
    if width_of(text, size, semibold=semibold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        cut = text[:middle].rstrip() + ELLIPSIS
        if width_of(cut, size, semibold=semibold) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS
