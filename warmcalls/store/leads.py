"""Leads: what each campaign handed to sales in a period, and what became of it.

Leads are counted by index. What became of them is asked from the side of the outcomes, of which
there are few: of each client the last moment of each sort of outcome, held against the moment it
became a lead. A lead with no outcome since is unworked, whatever happened before.
"""

from typing import Final

import numpy as np

from warmcalls.domain.lead_funnel import Outcomes
from warmcalls.domain.leads import (
    BRIEF,
    CALLED,
    DISQUALIFIED,
    MEETING,
    NEEDS_NOTHING,
    REJECTED,
    SPOKE,
    WORTH,
    WRONG_SORT,
    Ints,
    LookedAt,
)
from warmcalls.domain.moments import DAY
from warmcalls.store.engine import Reader
from warmcalls.store.numbers import one_text, read

WEEK: Final = 7 * DAY
WHEN: Final = {
    WORTH: "worth = 1",
    DISQUALIFIED: "worth = 0 and reach <> 'rejected'",
    CALLED: "reach <> 'rejected'",
    REJECTED: "reach = 'rejected'",
    SPOKE: "reach = 'spoke'",
    # most calls have no reason, and a look into a list costs more than a comparison
    NEEDS_NOTHING: "why <> '' and why in ('no_need', 'no_budget', 'other')",
    WRONG_SORT: "result = 'not_decision_maker' or (why <> '' and why in"
    " ('bad_fit', 'no_authority', 'candidate', 'not_our_market', 'competitor'))",
    MEETING: "result = 'meeting'",
    BRIEF: "result = 'job_brief'",
}
"""Which outcomes set a lead's bit."""

LATEST: Final = ", ".join(
    f"max(case when {when} then at end) as at_{bit}" for bit, when in WHEN.items()
)
FLAGS: Final = " + ".join(
    f"case when o.at_{bit} >= t.lead_at then {bit} else 0 end" for bit in WHEN
)
FIRST: Final = """case when o.first_at >= t.lead_at then o.first_at else (
  select min(at) from outcome where client_id = t.client_id and at >= t.lead_at) end"""
LOOKED_AT: Final = f"""
select {one_text("t.campaign_id", FIRST, f"({FLAGS})", "t.client_id", "t.lead_at")}
from (select client_id, min(at) as first_at, max(at) as last_at, {LATEST} from outcome
  where at >= :first group by client_id) o join touch t on t.client_id = o.client_id
where t.lead_at >= :first and t.lead_at < :end and o.last_at >= t.lead_at
"""  # noqa: S608
SAYS: Final = " + ".join(f"case when {when} then {bit} else 0 end" for bit, when in WHEN.items())
OUTCOMES: Final = f"""
select {one_text("client_id", "at", f"({SAYS})")} from outcome where at >= :first
"""  # noqa: S608
ARRIVALS: Final = f"""
with recursive week (begins) as (
  select cast(:first as bigint) union all select begins + {WEEK} from week
  where begins + {WEEK} < :end)
select c.id, w.begins, (select count(*) from touch t where t.campaign_id = c.id
  and t.lead_at >= w.begins and t.lead_at < w.begins + {WEEK} and t.lead_at < :end)
from campaign c cross join week w
"""  # noqa: S608
# who was reached before and after a period that is over may have been silent in it
REACHED: Final = """
select c.id, (select count(*) from touch t where t.campaign_id = c.id and t.first_at < :end
  and t.last_at >= :first and (t.first_at >= :first or t.last_at < :end or exists (
    select 1 from signal s where s.client_id = t.client_id and s.campaign_id = t.campaign_id
    and s.at >= :first and s.at < :end)))
from campaign c
"""
UNMATCHED: Final = """
select campaign_id, count(distinct visitor_id) from signal
where client_id is null and kind in ('form', 'chat', 'ad_lead', 'phone_in')
and campaign_id is not null and at >= :first and at < :end group by campaign_id
"""
LEAD_CLIENTS: Final = """
select count(*) from (select distinct client_id from touch
where lead_at >= :first and lead_at < :end) l
"""
UP_TO_DATE: Final = """
select count(*) from (select client_id, max(at) as last_at from outcome where at >= :first
  group by client_id) o
where o.last_at >= (select max(t.lead_at) from touch t where t.client_id = o.client_id
  and t.lead_at >= :first and t.lead_at < :end)
"""


def looked_at(db: Reader, first: int, end: int) -> LookedAt:
    """Return every lead of a period that somebody called or rejected, in the order of that.

    Args:
        db: a reader.
        first: the first moment at which it became a lead, UTC microseconds.
        end: the first moment after the period.
    """
    table = read(db, LOOKED_AT, 5, first=first, end=end)
    table = table[np.lexsort((table[:, 3], table[:, 0], table[:, 1]))]
    return LookedAt(*table.T)


def outcomes(db: Reader, first: int) -> Outcomes:
    """Return what every outcome from a moment on says, by client and in the order of time."""
    table = read(db, OUTCOMES, 3, first=first)
    return Outcomes(*table[np.lexsort((table[:, 1], table[:, 0]))].T)


def arrivals(db: Reader, first: int, end: int) -> dict[int, tuple[Ints, Ints]]:
    """Return how many leads came of each campaign, week by week of a period.

    Returns:
        By campaign, those with leads alone: the middle of each week, UTC microseconds, and the
        number of leads; weeks without any are left out.
    """
    found: dict[int, tuple[list[int], list[int]]] = {}
    for campaign, begins, count in db.tuples(ARRIVALS, first=first, end=end):
        if count:
            moments, counts = found.setdefault(campaign, ([], []))
            moments.append((begins + min(begins + WEEK, end)) // 2)
            counts.append(count)
    return {key: (np.array(at), np.array(n)) for key, (at, n) in found.items()}


def reached(db: Reader, first: int, end: int) -> dict[int, int]:
    """Return how many clients have any signal of each campaign in a period."""
    return dict(db.tuples(REACHED, first=first, end=end))


def unmatched(db: Reader, first: int, end: int) -> dict[int, int]:
    """Return how many people enquired through each campaign and are nobody's contact yet."""
    return dict(db.tuples(UNMATCHED, first=first, end=end))


def waiting(db: Reader, first: int, end: int) -> int:
    """Return how many clients have a lead of a period that nobody worked, each once."""
    window = {"first": first, "end": end}
    return int(db.tuples(LEAD_CLIENTS, **window)[0][0]) - int(db.tuples(UP_TO_DATE, **window)[0][0])
