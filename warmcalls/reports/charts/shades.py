"""Shades between two colours, and how strong they may be under text (WCAG 2.2)."""

from typing import Final

KNEE: Final = 0.04045
READABLE: Final = 4.5  # AA for small text
STEPS: Final = 100


def between(low: str, high: str, share: float) -> str:
    """Return the colour at a share of the way from one to another, "#RRGGBB"."""
    share = min(max(share, 0.0), 1.0)
    pairs = zip(_channels(low), _channels(high), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def strongest(low: str, high: str, ink: str) -> float:
    """Return how far from one colour to another one may go so that an ink can still be read."""
    shares = (number / STEPS for number in range(STEPS, -1, -1))
    return next((s for s in shares if contrast(ink, between(low, high, s)) >= READABLE), 0.0)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= KNEE else ((value + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
