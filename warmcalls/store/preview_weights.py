"""What a preview of other weights reads: who may be rung, and the signals that are edited."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.store.engine import Reader

MAY_BE_RUNG: Final = """
s.blocked = '' and s.ready_at <= :now and s.callback_at is null
and (:person = 0 or s.owner_id is null or s.owner_id = :person)
"""
# the cross join keeps SQLite's planner on the index of prospects
BEST: Final = f"""
select s.client_id, w.heat from standing s cross join warmth w
where w.client_id = s.client_id and s.prospect is not null and {MAY_BE_RUNG}
order by s.prospect desc, s.client_id limit :limit
"""  # noqa: S608
# who has no signal that speaks for a call may get one
OTHERS: Final = f"""
select s.client_id, w.heat from standing s join warmth w on w.client_id = s.client_id
where s.prospect is null and {MAY_BE_RUNG} order by s.client_id limit :limit
"""  # noqa: S608
SIGNALS: Final = """
select client_id, kind, at, share from signal where client_id in (:ids) and kind in (:kinds)
"""
NAMES: Final = "select id, name from client where id in (:ids)"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Signals: whose, when (UTC microseconds), and what each counts beside a full one."""

    client_ids: NDArray[np.int64]
    at: Floats
    share: Floats

    def where(self, rows: NDArray[np.bool_]) -> "Arrivals":
        """Return some of them."""
        return Arrivals(self.client_ids[rows], self.at[rows], self.share[rows])

    def counter(self, ids: NDArray[np.int64], landmark: int, half_life_days: float) -> Floats:
        """Return what they add up to for clients in order of id, as a forward-decay counter."""
        terms = self.share * np.exp2((self.at - landmark) / DAY / half_life_days)
        places = np.searchsorted(ids, self.client_ids)
        return np.asarray(np.bincount(places, terms, len(ids)), dtype=np.float64)


def ready(db: Reader, now: int, person_id: int | None, limit: int) -> dict[int, float]:
    """Return the heat of those who may be rung now, by client; the best prospects first."""
    asked = {"now": now, "person": person_id or 0}
    found = dict(db.tuples(BEST, limit=limit, **asked))
    if len(found) < limit:
        found.update(db.tuples(OTHERS, limit=limit - len(found), **asked))
    return found


def arrivals(db: Reader, ids: Sequence[int], kinds: Collection[Kind]) -> dict[Kind, Arrivals]:
    """Return the signals of some clients, by kind; for a kind without any nothing at all."""
    spelt = [kind.value for kind in kinds]
    rows = db.tuples(SIGNALS, ids=list(ids), kinds=spelt)
    if not rows:
        return {}
    client_ids, of, at, share = zip(*rows, strict=True)
    names = np.array(of)
    found = Arrivals(np.array(client_ids), np.array(at, dtype=float), np.array(share, dtype=float))
    return {kind: found.where(names == kind.value) for kind in kinds if kind.value in of}


def names(db: Reader, ids: Collection[int]) -> dict[int, str]:
    """Return the names of some clients."""
    return dict(db.tuples(NAMES, ids=list(ids)))
