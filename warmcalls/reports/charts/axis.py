"""Axes in round steps, and the names of months."""

import math
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from warmcalls.domain.money import short_words
from warmcalls.reports.charts.parts import Box
from warmcalls.reports.charts.setting_up import width_of

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

STEPS: Final = (1, 2, 2.5, 3, 4, 5, 6, 8, 10)
YEAR: Final = 12
LEAST: Final = 1e-9  # what counts as nothing
LABEL: Final = 11
GAP: Final = 8


def ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Return round numbers from nought or below to nought or above, at most so many steps."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high - low < LEAST:
        high = 1.0
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    for step in (n * power * up for up in (1, 10) for n in STEPS):
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first <= most:
            return [number * step for number in range(first, last + 1)]
    raise AssertionError  # ten times the first power is always enough


def month_names(months: Sequence[str], room: float, width: float = 26) -> list[str]:
    """Return the names under an axis: every one, every third or every January, as room allows.

    Args:
        months: "2026-02", in order.
        room: pixels that a month has.
        width: pixels that a name takes.
    """
    long = len(months) > YEAR
    every = next((n for n in (1, 2, 3, 6, 12, 24, 60) if n * room >= width + GAP), 120)
    return [
        _name(month, long=long) if _is_named(number, month, every) else ""
        for number, month in enumerate(months)
    ]


def _is_named(number: int, month: str, every: int) -> bool:
    if every <= YEAR // 2 and number % every == 0:
        return True
    return every > YEAR // 2 and month.endswith("-01") and int(month[:4]) % (every // YEAR) == 0


def _name(month: str, *, long: bool) -> str:
    first = date.fromisoformat(f"{month}-01")
    return f"{first:%Y}" if long and first.month == 1 else f"{first:%b}"


class MoneyAxis:
    """Money upwards: labels at the left, a line at every step.

    Args:
        canvas: where it is drawn.
        values: what must have room, minor units.
        currency: of the labels.
        top, bottom: pixels between which it reaches.
        right: the room right of the plot.
    """

    def __init__(
        self,
        canvas: "Canvas",
        values: Sequence[float],
        currency: str,
        *,
        top: float,
        bottom: float,
        right: float = 0,
    ) -> None:
        self.at = ticks(min(values, default=0), max(values, default=0), 4) if any(values) else [0.0]
        self.low, self.high = self.at[0], max(self.at[-1], 1.0)
        self.top, self.bottom = top, bottom
        labels = [short_words(value, currency) for value in self.at]
        self.left = max(width_of(label, LABEL) for label in labels) + GAP
        self.right = canvas.width - right
        for value, label in zip(self.at, labels, strict=True):
            y = self.y(value)
            canvas.line((self.left, y), (self.right, y))
            canvas.text(self.left - GAP, y, label, align="right")

    @property
    def box(self) -> Box:
        """The plot's rectangle."""
        return Box(self.left, self.top, self.width, self.bottom - self.top)

    @property
    def width(self) -> float:
        """The plot's width."""
        return self.right - self.left

    def y(self, value: float) -> float:
        """Return the height of a value on the canvas."""
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)
