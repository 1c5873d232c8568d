"""How fresh what the list stands on is: the newest imports, screening, the last backup."""

from dataclasses import dataclass
from typing import Final

from warmcalls.store.engine import Reader

NEWEST: Final = """
select kind, format, max(at) from import where reverted_at is null and added + known > 0
group by kind, format
"""
SCREENED: Final = "select max(screened_at) from phone"


@dataclass(frozen=True, slots=True)
class Freshness:
    """Moments, UTC microseconds; None where it never happened.

    Attributes:
        website: of the newest import of web logs.
        signals: of the newest import of other signals.
        screened: of the newest screening with TPS or CTPS.
    """

    website: int | None
    signals: int | None
    screened: int | None


def freshness(db: Reader) -> Freshness:
    """Return how fresh the feeds are."""
    rows = db.tuples(NEWEST)
    logs = [at for _, file_format, at in rows if file_format == "weblog"]
    others = [at for kind, file_format, at in rows if kind == "signals" and file_format != "weblog"]
    screened = db.tuples(SCREENED)[0][0]
    return Freshness(max(logs, default=None), max(others, default=None), screened)
