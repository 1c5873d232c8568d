"""How the columns of the table of clients share its room."""

from collections.abc import Mapping
from typing import Final

NARROWEST, WIDEST = 36, 900
NAME_LEAST: Final = 160
"""The width down to which the name gives way where nothing needs to be scrolled then."""
LEAST: Final[Mapping[str, int]] = {
    "name": 198,
    "tier": NARROWEST,
    "people": NARROWEST,
    "contacts": NARROWEST,
    "sector": 101,
    "owner": 62,
    "fee": 66,
    "warmth": 96,
    "coverage": 90,
    "tags": 74,
    "stands": 128,
    "phone": 116,
    "notes": 120,
}
"""The widths down to which columns give way before the table scrolls sideways, and their heads."""
GROWS: Final[Mapping[str, int]] = {"name": 200, "tags": 120, "stands": 140, "notes": 400}
"""By how much columns may grow where there is room; what is left then stays empty."""


def share(
    room: int,
    wanted: Mapping[str, int],
    least: Mapping[str, int],
    grows: Mapping[str, int],
    name_least: int,
) -> dict[str, int]:
    """Return the width of every column: some give way to fit, or grow; what is left stays empty.

    Args:
        room: the width of all of them.
        wanted: the width of each without regard to the others.
        least: of those that may give way, down to which width.
        grows: of those that may grow, by how much at most.
        name_least: down to which the name gives way at last, where that is enough.
    """
    over = sum(wanted.values()) - room
    if over <= 0:
        part = min(-over / (sum(grows.values()) or 1), 1.0)
        return {column: wide + int(grows.get(column, 0) * part) for column, wide in wanted.items()}
    spare = {column: wanted[column] - width for column, width in least.items()}
    part = min(over / (sum(spare.values()) or 1), 1.0)
    found = {c: wide - int(-(-spare.get(c, 0) * part // 1)) for c, wide in wanted.items()}
    still = sum(found.values()) - room
    if "name" in least and 0 < still <= found["name"] - name_least:
        found["name"] -= still
    return found
