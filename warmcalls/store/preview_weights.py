"""What a preview of other weights reads: who may be rung, and the signals that are edited."""

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.kinds import Kind
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


def ready(db: Reader, now: int, person_id: int | None, limit: int) -> dict[int, float]:
    """Return the heat of those who may be rung now, by client; the best prospects first."""
    asked = {"now": now, "person": person_id or 0}
    found = dict(db.tuples(BEST, limit=limit, **asked))
    if len(found) < limit:
        found.update(db.tuples(OTHERS, limit=limit - len(found), **asked))
    return found


def arrivals(
    db: Reader, ids: Sequence[int], kinds: Collection[Kind]
) -> dict[Kind, tuple[NDArray[np.int64], Floats, Floats]]:
    """Return the signals of some kinds and clients: client, moment and share of each, by kind."""
    found: dict[Kind, list[tuple[int, int, float]]] = {kind: [] for kind in kinds}
    spelt = [kind.value for kind in kinds]
    for client_id, kind, at, share in db.tuples(SIGNALS, ids=list(ids), kinds=spelt):
        found[Kind(kind)].append((client_id, at, share))
    return {kind: _columns(rows) for kind, rows in found.items()}


def _columns(rows: list[tuple[int, int, float]]) -> tuple[NDArray[np.int64], Floats, Floats]:
    ids, at, share = zip(*rows, strict=True) if rows else ((), (), ())
    return np.array(ids, dtype=np.int64), np.array(at, dtype=float), np.array(share, dtype=float)


def names(db: Reader, ids: Collection[int]) -> dict[int, str]:
    """Return the names of some clients."""
    return dict(db.tuples(NAMES, ids=list(ids)))
