"""Where an experiment stands: its arms' leads, what came of them, and the evidence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from warmcalls.domain.evidence import credible
from warmcalls.domain.experiment_log import ArmResult, Experiment, Measure, observed
from warmcalls.domain.experiments import Arm, compare
from warmcalls.domain.moments import day_of
from warmcalls.domain.periods import Period
from warmcalls.domain.settings import Settings
from warmcalls.store import experiments as kept
from warmcalls.store import outcomes
from warmcalls.store.engine import Reader

if TYPE_CHECKING:
    from warmcalls.domain.outcomes import Outcome

CHUNK: Final = 500
FEWEST_ARMS: Final = 2


def with_result(db: Reader, asked: Experiment, agency: Settings, now: int) -> Experiment:
    """Return an experiment with its result: of today, or of the day it was decided on.

    Leads count that came while it ran; who became a lead of two arms is the first one's.
    """
    last = asked.ended_on or day_of(now, agency.zone)
    since, until = Period(asked.starts, max(last, asked.starts)).moments(agency.zone)
    until = min(until, now + 1)
    leads = kept.leads(db, [arm.campaign_id for arm in asked.arms], since, until)
    seen = _observations(db, asked.measure, leads, until)
    arms = tuple(_arm(arm, leads, seen[arm.campaign_id]) for arm in asked.arms)
    enough = len(arms) >= FEWEST_ARMS
    comparison = compare([_side(arm, seen[arm.campaign_id]) for arm in arms]) if enough else None
    return replace(asked, arms=arms, comparison=comparison)


def _arm(
    arm: ArmResult, leads: Mapping[int, tuple[int, int]], seen: Sequence[tuple[int, bool]]
) -> ArmResult:
    own = sum(campaign_id == arm.campaign_id for campaign_id, _ in leads.values())
    return replace(arm, leads=own, rate=credible(sum(hit for _, hit in seen), len(seen)))


def _side(arm: ArmResult, seen: Sequence[tuple[int, bool]]) -> Arm:
    hits = np.array([hit for _, hit in seen], dtype=np.bool_)
    return Arm(arm.campaign_id, arm.name, hits, np.array([at for at, _ in seen], dtype=np.int64))


def _observations(
    db: Reader, measure: Measure, leads: Mapping[int, tuple[int, int]], until: int
) -> defaultdict[int, list[tuple[int, bool]]]:
    """Return when leads became observations, in that order, with hit or miss; by campaign."""
    history: defaultdict[int, list[Outcome]] = defaultdict(list)
    ids = sorted(leads)
    for start in range(0, len(ids), CHUNK):
        for outcome in outcomes.of_clients(db, ids[start : start + CHUNK]):
            if leads[outcome.client_id][1] <= outcome.at < until:
                history[outcome.client_id].append(outcome)
    found: defaultdict[int, list[tuple[int, bool]]] = defaultdict(list)
    for client_id, calls in history.items():
        observation = observed(measure, calls)
        if observation is not None:
            found[leads[client_id][0]].append(observation)
    for seen in found.values():
        seen.sort()
    return found
