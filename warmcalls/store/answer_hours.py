"""When calls were made and answered, by quarter of an hour."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.store.engine import Reader
from warmcalls.store.numbers import one_text, read

NEWEST: Final = 5_000
FIRST_DAY: Final = """
select day from outcome where at < :before order by day desc limit 1 offset :newest
"""
# who was promised a call waits for it, and a dead number is answered at no hour
QUARTERS: Final = f"""
select {one_text("q.quarter", "q.calls", "q.answers")} from (
  select o.at / 900000000 as quarter, count(*) as calls,
  sum(case when o.reach = 'spoke' then 1 else 0 end) as answers
  from outcome o left join call c on c.id = o.call_id
  where o.day >= :first and o.at < :before and o.reach not in ('rejected', 'wrong_number')
  and coalesce(c.kind, '') <> 'callback' group by o.at / 900000000) q
"""  # noqa: S608


def quarters(db: Reader, *, before: int) -> NDArray[np.int64]:
    """Return calls and answers by quarter of an hour since 1970, UTC; shape (n, 3).

    Those of the newest 5,000 calls and of the day of the oldest of them: habits change, and a list
    that waits for every call there ever was comes late.

    Args:
        db: a reader.
        before: UTC microseconds; only outcomes that came earlier.
    """
    found = db.tuples(FIRST_DAY, before=before, newest=NEWEST - 1)
    first = found[0][0] if found else ""
    return read(db, QUARTERS, 3, first=first, before=before)
