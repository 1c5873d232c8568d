"""The legend at the right of a chart's title, or under it where there is no room."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from warmcalls.reports.charts.parts import Box
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

SIZE: Final = 11
MARK, LINE, GAP, BETWEEN, ROW = 12, 18, 6, 14, 18
TITLE_MIDDLE: Final = 8
HEAD: Final = 24  # the height of the title's row
ARROW: Final = 24  # the room beside a title that opens a menu
APART: Final = 24
Kind = Literal["box", "hatched", "dashed", "interval", "dot", "hollow", "tick"]
Place = tuple["Sign", float, float]  # where a sign begins and where its middle is


@dataclass(frozen=True, slots=True)
class Sign:
    """One entry: how it looks and what it means."""

    words: str
    kind: Kind
    role: str = "text"
    marker: str = "o"

    @property
    def mark(self) -> int:
        """The width of its mark."""
        return LINE if self.kind in {"dashed", "interval"} else MARK

    @property
    def width(self) -> float:
        """Its whole width."""
        return self.mark + GAP + width_of(self.words, SIZE)


def legend(canvas: "Canvas", signs: list[Sign]) -> float:
    """Draw a legend, right-aligned; return where the chart may begin.

    It stands beside the title where there is room, else in rows of its own.
    """
    places, top = _places(signs, canvas.title_width, canvas.width)
    for sign, left, middle in places:
        _mark(canvas, sign, left, middle)
        canvas.text(left + sign.mark + GAP, middle, sign.words, role="text2")
    return top


def legend_top(signs: list[Sign], title: str, width: float) -> float:
    """Return where a chart with a title may begin under its legend."""
    return _places(signs, width_of(title, SIZE, semibold=True) + ARROW, width)[1]


def _places(signs: list[Sign], title_width: float, width: float) -> tuple[list[Place], float]:
    """Return where each sign stands, and where the chart may begin."""
    whole = sum(sign.width for sign in signs) + BETWEEN * (len(signs) - 1)
    places: list[Place] = []
    if title_width + APART + whole <= width:
        left = width - whole
        for sign in signs:
            places.append((sign, left, float(TITLE_MIDDLE)))
            left += sign.width + BETWEEN
        return places, HEAD
    top, left = float(HEAD), 0.0
    for sign in signs:
        if left and left + sign.width > width:
            top, left = top + ROW, 0.0
        places.append((sign, left, top + TITLE_MIDDLE))
        left += sign.width + BETWEEN
    return places, top + ROW + 4


def _mark(canvas: "Canvas", sign: Sign, left: float, middle: float) -> None:
    if sign.kind == "dashed":
        ends = (left, middle), (left + LINE, middle)
        canvas.line(*ends, sign.role, width=1.5, style="dashed", over=True)
    elif sign.kind == "interval":
        canvas.line((left, middle), (left + LINE, middle), sign.role, width=2, over=True)
    elif sign.kind == "tick":
        x = left + MARK / 2
        canvas.line((x, middle - 5), (x, middle + 5), sign.role, width=1.5, over=True)
    elif sign.kind in {"dot", "hollow"}:
        hollow = sign.kind == "hollow"
        canvas.dot(left + MARK / 2, middle, sign.role, size=7, hollow=hollow, marker=sign.marker)
    else:
        hatched = sign.kind == "hatched"
        role = "good_soft" if hatched else sign.role
        canvas.box(Box(left, middle - 4.5, MARK, 9), role, hatched=hatched)
