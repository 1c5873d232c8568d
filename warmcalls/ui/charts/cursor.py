"""Where the arrows lead on a chart."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warmcalls.reports.charts.parts import Part


def beside(parts: "Sequence[Part]", at: int, move: str) -> int:
    """Return the part that a move leads to from one; it stays where there is none.

    Left and right go through all parts in their order, up and down to the nearest one that lies
    wholly higher or lower.

    Args:
        parts: at least one.
        at: its number, negative for none yet.
        move: left, right, up, down, first or last.
    """
    if move == "last":
        return len(parts) - 1
    if at < 0 or move == "first":
        return 0
    if move in {"left", "right"}:
        return min(max(at + (1 if move == "right" else -1), 0), len(parts) - 1)
    return _nearest(parts, at, downwards=move == "down")


def _nearest(parts: "Sequence[Part]", at: int, *, downwards: bool) -> int:
    x, y = _centre(parts[at])
    ahead = []
    for number, part in enumerate(parts):
        other_x, other_y = _centre(part)
        away = (other_y - y) if downwards else (y - other_y)
        if away > min(part.box.height, parts[at].box.height) / 2:
            ahead.append((away + 2 * abs(other_x - x), number))
    return min(ahead)[1] if ahead else at


def _centre(part: "Part") -> tuple[float, float]:
    box = part.box
    return box.left + box.width / 2, box.top + box.height / 2
