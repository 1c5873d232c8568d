"""Fees: what placements brought, and what is known of their clients."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from warmcalls.domain.fees import Fee
from warmcalls.store.engine import Reader
from warmcalls.store.numbers import Ints
from warmcalls.store.whose import FEE_BY, FEES, asked_for, whose

# a void invoice was taken back before it counted; a credit note goes the way of its invoice
ALL: Final = f"""
select f.id, f.client_id, c.name, coalesce(p.title, ''), f.number, f.amount, f.currency,
f.invoiced_on, f.paid_on, coalesce(nullif(p.placed_on, ''), b.invoiced_on, f.invoiced_on), f.note
from {FEES} join client c on c.id = f.client_id
where f.kind <> 'void' {{whose}} order by f.invoiced_on, f.id
"""  # noqa: S608
FIRST: Final = """
select client_id, min(first_at) from touch
where client_id in (select client_id from fee) group by client_id order by client_id
"""
# the first call worth the time
RANG: Final = """
select o.client_id, o.day, p.name from outcome o join person p on p.id = o.person_id
where o.client_id in (:clients) and o.worth = 1 order by o.client_id, o.at, o.id
"""
CHUNK: Final = 500


def everything(db: Reader, *, person_id: int | None = None, sector: str = "") -> list[Fee]:
    """Return every fee by day of its invoice, of one recruiter or sector if asked.

    A fee is the recruiter's who made the placement; where nobody is named, whose client it is
    (`whose`).
    """
    sql = ALL.replace("{whose}", whose(person_id, sector, made_by=FEE_BY))
    return list(map(Fee._make, db.tuples(sql, **asked_for(person_id, sector))))


def first_signals(db: Reader) -> Ints:
    """Return client id and a campaign's first signal of every client that ever had a fee, by id."""
    return np.array(db.tuples(FIRST), dtype=np.int64).reshape(-1, 2)


def who_rang(db: Reader, ends: Iterable[tuple[int, str]]) -> dict[tuple[int, str], str]:
    """Return whose call was the first worth the time at a client, up to the day of a placement.

    Args:
        db: a reader.
        ends: client id and ISO day of each placement.
    """
    wanted = list(ends)
    clients = sorted({client for client, _ in wanted})
    calls: dict[int, tuple[str, str]] = {}
    for start in range(0, len(clients), CHUNK):
        for client, day, name in db.tuples(RANG, clients=clients[start : start + CHUNK]):
            calls.setdefault(client, (day, name))
    return {
        (client, day): calls[client][1]
        for client, day in wanted
        if client in calls and calls[client][0] <= day
    }
