"""The early warning: how much speaks against each campaign, its funnel beside the others'."""

from typing import Final

import numpy as np

from warmcalls.domain.evidence import DEFAULT_FUNNEL, LAST, PSEUDO, Bools, Floats, funnel_e_value
from warmcalls.domain.lead_funnel import Outcomes, Stage, funnel
from warmcalls.domain.leads import Ints, LookedAt

LEAST_OTHERS: Final = 20
"""Results of other campaigns under which nothing is known of what is normal."""
PSEUDO_LEADS: Final = 20.0


def evidence_against(leads: LookedAt, outcomes: Outcomes, now: int) -> dict[int, float]:
    """Return the e-value of each campaign over answered, right sort of person and meeting.

    A lead counts at a step from the moment its result there is known, and is held against what
    was normal up to then, among the other campaigns' results above all. A step where the others
    have too few says nothing.

    A hit is known sooner than a miss. So a campaign that began lately looks better than it is
    until its first leads are given up, never worse. What is normal must not look better for that:
    a result tells of it only once a miss of that age would be known, too.

    Args:
        leads: of all campaigns of one period that somebody looked at.
        outcomes: of their clients.
        now: UTC microseconds.
    """
    steps = list(zip(funnel(leads, outcomes, now), DEFAULT_FUNNEL, strict=True))
    return {
        int(campaign): funnel_e_value(
            [_judged(stage, campaign, usual, now) for stage, usual in steps]
        )
        for campaign in np.unique(leads.campaign)
    }


def _judged(stage: Stage, campaign: int, usual: float, now: int) -> tuple[Bools, Floats]:
    """Return what came of a campaign's leads at a step and what was normal, if that is known."""
    own, ripe = stage.campaign == campaign, stage.ripe <= now
    hits, others = stage.hits[own], ripe & ~own
    count = np.count_nonzero(others)
    if count < LEAST_OTHERS:
        return hits[:0], np.zeros(0)
    rate = (np.count_nonzero(stage.hits[others]) + PSEUDO_LEADS * usual) / (count + PSEUDO_LEADS)
    tried, won = _before(stage, others, own, LAST)
    own_tried, own_won = _before(stage, own, own, len(stage.at))
    return hits, (won + own_won + PSEUDO * rate) / (tried + own_tried + PSEUDO)


def _before(stage: Stage, chosen: Bools, own: Bools, last: int) -> tuple[Ints, Ints]:
    """Return how many chosen results were ripe before each own one, and their hits.

    Args:
        stage: the step.
        chosen: the results that tell what is normal.
        own: the results that are judged.
        last: only so many, the newest.
    """
    ripe, hits = stage.ripe[chosen], stage.hits[chosen]
    order = np.argsort(ripe, kind="stable")
    sums = np.concatenate(([0], np.cumsum(hits[order], dtype=np.int64)))
    end = np.searchsorted(ripe[order], stage.at[own], side="left")
    begin = np.maximum(end - last, 0)
    return end - begin, sums[end] - sums[begin]
