"""Exchange rates that somebody typed in."""

from collections import defaultdict
from typing import Final

from warmcalls.domain.exchange_rates import Rates
from warmcalls.store.engine import Reader

ALL: Final = "select currency, day, rate from exchange_rate order by currency, day"


def load(db: Reader, home: str) -> Rates:
    """Return every rate to the agency's currency."""
    known: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for currency, day, rate in db.tuples(ALL):
        known[currency].append((day, rate))
    return Rates(home, known)
