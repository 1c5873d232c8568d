"""How the keys move from cell to cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: its row, and which of the shown columns it is in."""

    row: int
    at: int


@dataclass(frozen=True, slots=True)
class Room:
    """How many rows and shown columns there are, and how many rows are in view."""

    rows: int
    columns: int
    page: int = 20

    def inside(self, row: int, at: int) -> Place:
        """Return the nearest cell there is."""
        return Place(min(max(row, 0), self.rows - 1), min(max(at, 0), self.columns - 1))


Step = Callable[[Place, Room], Place]
KEY: Final = Qt.Key
PLAIN: Final[Mapping[Qt.Key, Step]] = {
    KEY.Key_Up: lambda at, room: room.inside(at.row - 1, at.at),
    KEY.Key_Down: lambda at, room: room.inside(at.row + 1, at.at),
    KEY.Key_Left: lambda at, room: room.inside(at.row, at.at - 1),
    KEY.Key_Right: lambda at, room: room.inside(at.row, at.at + 1),
    KEY.Key_Home: lambda at, room: room.inside(at.row, 0),
    KEY.Key_End: lambda at, room: room.inside(at.row, room.columns - 1),
    KEY.Key_PageUp: lambda at, room: room.inside(at.row - max(room.page - 1, 1), at.at),
    KEY.Key_PageDown: lambda at, room: room.inside(at.row + max(room.page - 1, 1), at.at),
}
WITH_CTRL: Final[Mapping[Qt.Key, Step]] = {
    KEY.Key_Up: lambda at, room: room.inside(0, at.at),
    KEY.Key_Down: lambda at, room: room.inside(room.rows - 1, at.at),
    KEY.Key_Left: lambda at, room: room.inside(at.row, 0),
    KEY.Key_Right: lambda at, room: room.inside(at.row, room.columns - 1),
    KEY.Key_Home: lambda _, room: room.inside(0, 0),
    KEY.Key_End: lambda _, room: room.inside(room.rows - 1, room.columns - 1),
}


def stepped(key: int, place: Place, room: Room, *, ctrl: bool = False) -> Place | None:
    """Return the cell a key leads to, None where it is no key that moves."""
    step = (WITH_CTRL if ctrl else PLAIN).get(Qt.Key(key))
    return step(place, room) if step and room.rows and room.columns else None


def next_cell(place: Place, room: Room, by: int) -> Place | None:
    """Return the cell that Tab leads to, along the row and then to the next; None at the ends."""
    at = place.row * room.columns + place.at + by
    if not 0 <= at < room.rows * room.columns:
        return None
    return Place(at // room.columns, at % room.columns)
