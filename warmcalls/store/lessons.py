"""Lessons: the calls that there is something to learn from, as they were proposed."""

import json
from functools import cache, lru_cache
from typing import Final

import numpy as np

from warmcalls.domain.calls import CallKind
from warmcalls.domain.features import FEATURES
from warmcalls.domain.learned import Lessons, label
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.domain.ranking import Floats
from warmcalls.store import answer_hours
from warmcalls.store.engine import Reader

OF_CALLS: Final = """
select o.at, o.reach, o.result, o.worth, c.features, c.log_odds, coalesce(c.campaign_id, 0),
c.kind
from outcome o join call c on c.id = o.call_id
where o.at < :before and o.reach <> 'rejected' and (o.worth is not null or o.reach = 'spoke')
order by o.at, o.id
"""
# a rejected lead was never rung
TRIED: Final = """
select count(*), coalesce(sum(case when reach = 'spoke' then 1 else 0 end), 0) from outcome
where at < :before and reach <> 'rejected'
"""
NEVER: Final = 2**62
CHOSEN: Final = CallKind.WARM.value
PROMISED: Final = CallKind.CALLBACK.value
PLACES: Final = {name: place for place, name in enumerate(FEATURES)}


def lessons(db: Reader, *, before: int | None = None) -> Lessons:
    """Return what the outcomes teach, in their order.

    Args:
        db: a reader.
        before: UTC microseconds; only outcomes that came earlier, all where it is None.
    """
    upto = NEVER if before is None else before
    rows, labels = [], []
    for row in db.tuples(OF_CALLS, before=upto):
        teaches = _label(*row[1:4])
        if teaches is not None:
            rows.append(row)
            labels.append(teaches)
    attempts, answered = db.tuples(TRIED, before=upto)[0]
    # promised calls, samples and test calls were not chosen by their estimates
    estimates = [row[5] if row[5] is not None and row[7] == CHOSEN else np.nan for row in rows]
    features = _matrix([row[4] for row in rows])
    features[:, PLACES["promised"]] = [row[7] == PROMISED for row in rows]
    return Lessons(
        at=np.array([row[0] for row in rows], dtype=np.float64),
        features=features,
        labels=np.array(labels, dtype=np.float64),
        log_odds=np.array(estimates, dtype=np.float64),
        campaigns=np.array([row[6] for row in rows], dtype=np.int64),
        attempts=int(attempts),
        answered=int(answered),
        quarters=answer_hours.quarters(db, before=upto),
    )


@cache
def _label(reach: str, result: str, worth: int | None) -> float | None:
    said = Result(result) if result else None
    return label(Reach(reach), said, None if worth is None else bool(worth))


def _matrix(kept: list[str]) -> Floats:
    """Return features from their JSON, shape (n, features); what is left out, or unknown, is 0."""
    return np.array([_row(features) for features in kept]).reshape(len(kept), len(FEATURES))


@lru_cache(maxsize=2**13)  # as many as are learnt from: after an outcome only that call is new
def _row(kept: str) -> Floats:
    row = np.zeros(len(FEATURES))
    for name, value in json.loads(kept).items():
        if name in PLACES:
            row[PLACES[name]] = value
    row.flags.writeable = False
    return row
