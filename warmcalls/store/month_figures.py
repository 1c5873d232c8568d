"""The four Cs by month: what somebody typed or imported, and what the database knows itself."""

from typing import Final

from warmcalls.store.engine import Reader

TYPED: Final = """
select month, name, value from month_figure where month >= :first and month <= :last
"""
NEW_CLIENTS: Final = """
select month, count(*) from (
  select client_id, substr(min(placed_on), 1, 7) as month from placement
  where placed_on <> '' group by client_id) firsts
where month >= :first and month <= :last group by month
"""


def typed(db: Reader, first: str, last: str) -> dict[tuple[str, str], int]:
    """Return the typed and imported figures by month and name; cash in minor units."""
    found = db.tuples(TYPED, first=first, last=last)
    return {(str(month), str(name)): int(value) for month, name, value in found}


def new_clients(db: Reader, first: str, last: str) -> dict[str, int]:
    """Return how many clients had their very first placement in each month that had any."""
    return {str(m): int(n) for m, n in db.tuples(NEW_CLIENTS, first=first, last=last)}
