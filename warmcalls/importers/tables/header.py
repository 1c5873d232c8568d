"""Where the header of a table is: after titles, notes, comments and blank lines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from warmcalls.importers.tables.rows import fold

SEARCHED = 60  # rows; no export is known to say more before its header
NAME = 80  # characters; a longer cell is a sentence
VALUE = re.compile(r".*@.*|[\W\d_]*|https?:.*|[£$€].*\d|.*\d{4,}.*")  # e-mail, number, date, URL


@dataclass(frozen=True, slots=True)
class Header:
    """A row that may be the header.

    Attributes:
        at: its position among the rows.
        known: how many of its names are known.
        fit: how many cells stand in rows as wide as it, of the rows looked at.
    """

    at: int
    names: tuple[str, ...]
    known: int
    fit: int


def find(rows: Sequence[Sequence[str]], known: frozenset[str]) -> Header | None:
    """Return the header among the first rows of a table, or None.

    It is the first row with several known names; where there is none, the first that is as
    wide as the rows below it and holds nothing but words.
    """
    rows = rows[:SEARCHED]
    for wanted in (2, 1):
        for at, row in enumerate(rows):
            names = count_known(row, known)
            if names >= wanted and is_as_wide(rows, at) and (wanted > 1 or is_words(row)):
                return Header(at, unique(row), names, fit(rows, at))
    for at, row in enumerate(rows):
        if len(row) > 1 and is_words(row) and len(row) == usual_width(rows[at + 1 :], row):
            return Header(at, unique(row), 0, fit(rows, at))
    return None


def count_known(row: Sequence[str], known: frozenset[str]) -> int:
    """Return how many different known names a row holds."""
    return len({fold(cell) for cell in row} & known)


def is_as_wide(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Tell whether most rows below are not wider than this one."""
    return len(rows[at]) >= usual_width(rows[at + 1 :], rows[at])


def usual_width(rows: Sequence[Sequence[str]], otherwise: Sequence[str]) -> int:
    """Return how wide most rows are; of no rows, the width of the other one."""
    widths = Counter(len(row) for row in rows if any(row))
    return widths.most_common(1)[0][0] if widths else len(otherwise)


def is_words(row: Sequence[str]) -> bool:
    """Tell whether a row holds names, all different, and no values."""
    named = [cell for cell in row if cell]
    return (
        len(named) * 2 > len(row)
        and len({cell.casefold() for cell in named}) == len(named)
        and not any(len(cell) > NAME or VALUE.fullmatch(cell) for cell in named)
    )


def fit(rows: Sequence[Sequence[str]], at: int) -> int:
    """Return how many cells the rows as wide as this one hold together."""
    width = len(rows[at])
    return width * sum(len(row) == width for row in rows[at:])


def unique(row: Sequence[str]) -> tuple[str, ...]:
    """Return the names of a header, each different and none empty."""
    names: list[str] = []
    seen: Counter[str] = Counter()
    for at, cell in enumerate(row, start=1):
        name = " ".join(cell.split()) or f"Column {at}"
        seen[fold(name)] += 1
        names.append(name if seen[fold(name)] == 1 else f"{name} ({seen[fold(name)]})")
    return tuple(names)
