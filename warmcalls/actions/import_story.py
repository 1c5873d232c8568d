"""What became of one import: its numbers, what it left out with examples, its problems."""

import json
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.incoming import Problem
from warmcalls.store import imports
from warmcalls.store.engine import Reader, Row

LEFT_OUT: Final = """
select reason, n, examples from import_left_out where import_id = :id order by n desc, reason
"""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Lines of a file that were left out for one reason.

    Attributes:
        examples: some of them, as the file has them.
    """

    reason: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportStory:
    """One import.

    Attributes:
        row: as the database keeps it.
        problems: lines that could not be read, the first thousand.
    """

    row: Row
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]


def import_story(db: Reader, import_id: int) -> ImportStory | None:
    """Return what became of an import, or None where there is none of that number."""
    row = imports.by_id(db, import_id)
    if row is None:
        return None
    left = tuple(
        LeftOut(reason, count, tuple(str(line) for line in json.loads(examples)))
        for reason, count, examples in db.tuples(LEFT_OUT, id=import_id)
    )
    return ImportStory(row, left, tuple(imports.problems(db, import_id)))
