"""What edits need to know of clients before they are written."""

from collections.abc import Sequence
from typing import Final

from warmcalls.store.engine import Reader, Row

CHUNK: Final = 500
ROWS: Final = "select * from client where id in (:ids)"
NAMES: Final = """
select id, client_id, said from identifier where kind = 'name' and value in (:values)
"""


def rows(db: Reader, ids: Sequence[int]) -> dict[int, Row]:
    """Return some clients as they are kept, by id; those that are gone are left out."""
    ids = list(dict.fromkeys(ids))
    chunks = (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
    return {row["id"]: row for chunk in chunks for row in db.query(ROWS, ids=chunk)}


def name_holder(db: Reader, key: str) -> Row | None:
    """Return the identifier that a name is, None where no client bears it."""
    return next(iter(db.query(NAMES, values=[key])), None)
