"""The early warning: how much speaks against each campaign, its funnel beside the others'."""

from typing import Final

import numpy as np

from warmcalls.domain.evidence import DEFAULT_FUNNEL, Bools, Floats, funnel_e_value, references
from warmcalls.domain.leads import LookedAt, Stage, funnel

LEAST_OTHERS: Final = 20
"""Leads of other campaigns under which nothing is known of what is normal."""
PSEUDO_LEADS: Final = 20.0


def evidence_against(leads: LookedAt) -> dict[int, float]:
    """Return the e-value of each campaign over answered, right sort of person and meeting.

    Each lead is held against what was normal up to then, among the other campaigns' leads above
    all. A step where the others have too few leads says nothing.

    Args:
        leads: of all campaigns of one period, in the order in which they were looked at.
    """
    steps = list(zip(funnel(leads), DEFAULT_FUNNEL, strict=True))
    return {
        int(campaign): funnel_e_value([_judged(stage, campaign, usual) for stage, usual in steps])
        for campaign in np.unique(leads.campaign)
    }


def _judged(stage: Stage, campaign: int, usual: float) -> tuple[Bools, Floats]:
    """Return what came of a campaign's leads at a step and what was normal, if that is known."""
    own = stage.campaign == campaign
    hits, others_at, others_hit = stage.hits[own], stage.at[~own], stage.hits[~own]
    if len(others_at) < LEAST_OTHERS:
        return hits[:0], np.zeros(0)
    rate = (np.count_nonzero(others_hit) + PSEUDO_LEADS * usual) / (len(others_at) + PSEUDO_LEADS)
    return hits, references(stage.at[own], hits, others_at, others_hit, rate)
