"""Telephone numbers: when they were screened, and which are on a register."""

from collections.abc import Sequence
from typing import Final

from warmcalls.store.engine import Reader, Writer

CHUNK: Final = 500
SCREENED: Final = """
update phone set screened_at = :at, screened_by = :by, registered = 0 where number in (:numbers)
"""
REGISTER: Final = "update phone set registered = 1 where number in (:numbers)"
HOLDERS: Final = "select distinct client_id from phone where number in (:numbers) order by client_id"
ALL: Final = "select distinct number from phone order by number"


def screened(db: Writer, numbers: Sequence[str], at: int, by: str) -> None:
    """Write down that numbers were screened, and found on no register."""
    for start in range(0, len(numbers), CHUNK):
        db.execute(SCREENED, at=at, by=by, numbers=list(numbers[start : start + CHUNK]))


def register(db: Writer, numbers: Sequence[str]) -> list[int]:
    """Mark numbers as registered; return the clients that have one of them."""
    touched: list[int] = []
    for start in range(0, len(numbers), CHUNK):
        some = list(numbers[start : start + CHUNK])
        db.execute(REGISTER, numbers=some)
        touched += [int(row[0]) for row in db.tuples(HOLDERS, numbers=some)]
    return sorted(set(touched))


def every(db: Reader) -> list[str]:
    """Return every number there is, once."""
    return [str(row[0]) for row in db.tuples(ALL)]
