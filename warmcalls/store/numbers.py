"""Many whole numbers read at once.

A row handed over costs more than the row found. So a query gives all its rows as one text, and
numpy reads that: two to four times as fast.
"""

import numpy as np
from numpy.typing import NDArray

from warmcalls.store.engine import Reader

Ints = NDArray[np.int64]


def one_text(*columns: str) -> str:
    """Return the SQL that gives some whole-number columns of all rows as one text."""
    pairs = " || ' ' || ".join(f"cast({column} as text)" for column in columns)
    return f"string_agg({pairs}, ' ')"


def numbers(text: str | None, width: int) -> Ints:
    """Return what `one_text` gave as an array; shape (rows, width)."""
    if not text:
        return np.zeros((0, width), dtype=np.int64)
    return np.fromstring(text, dtype=np.int64, sep=" ").reshape(-1, width)


def read(db: Reader, sql: str, width: int, **named: object) -> Ints:
    """Return the rows of a query that gives them as one text; shape (rows, width)."""
    return numbers(db.tuples(sql, **named)[0][0], width)
