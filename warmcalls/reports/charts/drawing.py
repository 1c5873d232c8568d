"""A chart made into a figure, and a figure into a picture."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from warmcalls.reports.charts.canvas import DPI, Canvas
from warmcalls.reports.charts.legend import ARROW, TITLE_MIDDLE
from warmcalls.reports.charts.parts import Shows
from warmcalls.reports.charts.setting_up import families, width_of

if TYPE_CHECKING:
    from warmcalls.reports.charts.look import Look
    from warmcalls.reports.charts.parts import Chart, Part

SMALLEST: Final = 40  # pixels; under that nothing can be laid out


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as a figure, with its parts and its finding in words."""

    figure: Figure
    parts: tuple["Part", ...]
    finding: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels: four bytes each, red, green, blue and how solid, not premultiplied."""

    width: int
    height: int
    pixels: bytes


def empty_figure(width: float, height: float) -> Figure:
    """Return a figure of a size in pixels of the design, with nothing on it."""
    families()
    figure = Figure((max(width, SMALLEST) / DPI, max(height, SMALLEST) / DPI), dpi=DPI)
    FigureCanvasAgg(figure)
    figure.patch.set_visible(False)
    return figure


def drawn(
    wanted: "Chart[Shows]",
    results: Shows,
    look: "Look",
    width: float,
    height: float | None = None,
    *,
    titled: bool = True,
) -> Drawn:
    """Draw a chart.

    Args:
        wanted: which.
        results: what it shows.
        look: its colours.
        width: in pixels of the design.
        height: its own where none is given.
        titled: with its title; else the title's room is left free.
    """
    high = wanted.height(results, width) if height is None else height
    figure = empty_figure(width, high)
    canvas = Canvas(figure, look)
    put(wanted, results, canvas, titled=titled)
    return Drawn(figure, tuple(canvas.parts), wanted.finding(results))


def put(wanted: "Chart[Shows]", results: Shows, canvas: Canvas, *, titled: bool) -> None:
    """Draw a chart on a canvas."""
    canvas.title_width = width_of(wanted.title, 11, semibold=True) + (0 if titled else ARROW)
    if titled:
        words, room = wanted.title, canvas.width
        canvas.text(0, TITLE_MIDDLE, words, role="text2", semibold=True, room=room)
    if wanted.aside:
        left = canvas.width - width_of(wanted.aside, 11)
        if left >= canvas.title_width + 16:
            canvas.text(left, TITLE_MIDDLE, wanted.aside)
    wanted.draw(canvas, results)


def picture(figure: Figure, dpi: float = DPI) -> Picture:
    """Return the pixels of a figure.

    Args:
        figure: made by `drawn`.
        dpi: real pixels an inch: 96 times the text size and the screen's pixel ratio.
    """
    figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    wide, high = canvas.get_width_height()
    return Picture(wide, high, bytes(canvas.buffer_rgba()))  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart ready to be shown: pixels, and where its parts are in pixels of the design."""

    picture: Picture
    title: str
    finding: str
    parts: tuple["Part", ...]
    width: float
    height: float


def shown(wanted: "Chart[Shows]", results: Shows, look: "Look", width: float, dpi: float) -> Shown:
    """Draw a chart for the window, which writes the title itself.

    Args:
        wanted: which.
        results: what it shows.
        look: its colours.
        width: in pixels of the design; it takes the height that it needs.
        dpi: real pixels an inch.
    """
    high = wanted.height(results, width)
    made = drawn(wanted, results, look, width, high, titled=False)
    return Shown(
        picture(made.figure, dpi), wanted.title, made.finding, made.parts, width, float(high)
    )
