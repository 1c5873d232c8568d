"""The ranking held against what came of its calls, and the rows behind each of its figures."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from warmcalls.actions.desk import desk
from warmcalls.actions.known_period import known_period
from warmcalls.domain.calls import CallKind
from warmcalls.domain.observed import Floats, Observed, Promise, View, by_month, observed
from warmcalls.domain.outcomes import Reach
from warmcalls.domain.periods import Period
from warmcalls.domain.ranking_report import Apart, RankingReport
from warmcalls.domain.warm_against_cold import Share, share, warm_against_cold
from warmcalls.store import promises_kept
from warmcalls.store.engine import Reader


def ranking_report(db: Reader, *, now: int, period: Period | None = None) -> RankingReport:
    """Return what the list promised, what came of it, and what it is worth beside chance.

    Args:
        db: a reader.
        now: UTC microseconds.
        period: of the outcomes; without one all that is known.
    """
    asked = desk(db, now)
    within = period or known_period(db, now=now)
    found = promises_kept.promises(db, within.first, within.last)
    kept = [each for each in found if each.counts(View.CALLS)]
    return RankingReport(
        within,
        held(kept, View.CALLS),
        held(kept, View.CONVERSATIONS),
        by_month([each.day for each in kept], *_arrays(kept, View.CALLS)),
        warm_against_cold(_share(kept), _share([each for each in found if is_test(each)])),
        asked.agency.test_share,
        _apart(found),
        asked.learned.model.outcomes,
        max((each.at for each in found), default=0),
    )


def held(found: Sequence[Promise], view: View) -> Observed:
    """Return some calls held against their promise."""
    return observed(*_arrays([each for each in found if each.counts(view)], view))


def is_test(call: Promise) -> bool:
    """Tell whether a call was drawn at random, and somebody said what came of it."""
    return call.kind is CallKind.TEST and bool(call.test_chance) and call.came is not None


def _arrays(found: Sequence[Promise], view: View) -> tuple[Floats, Floats]:
    """Return what was promised of some calls and what came of each."""
    promised = np.array([each.promised(view) for each in found], dtype=np.float64)
    return promised, np.array([each.came for each in found], dtype=np.float64)


def _share(found: Sequence[Promise]) -> Share:
    worth = sum(each.came or 0.0 for each in found)
    return share(len(found), sum(each.answered for each in found), worth)


def _apart(found: Sequence[Promise]) -> Apart:
    kinds = Counter(each.kind for each in found)
    open_ones = [each for each in found if each.kind is CallKind.WARM and each.came is None]
    rejected = sum(each.reach is Reach.REJECTED for each in open_ones)
    return Apart(
        kinds[CallKind.CALLBACK], kinds[CallKind.SAMPLE], len(open_ones) - rejected, rejected
    )
