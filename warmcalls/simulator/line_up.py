"""The line-up: every policy that is held against ours, and how they came out over worlds."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.settings import Settings
from warmcalls.simulator.contest import Contestant, Played, Size
from warmcalls.simulator.policies.bayes import NaiveBayes
from warmcalls.simulator.policies.boosting import boosted, can_boost
from warmcalls.simulator.policies.ours import Ours
from warmcalls.simulator.policies.plain import (
    Chance,
    MostRecent,
    Oracle,
    Points,
    our_points,
    usual_points,
)

if TYPE_CHECKING:
    from warmcalls.simulator.policies.policy import Policy

Floats = NDArray[np.float64]

OURS = "ours"
MILESTONES = (100, 300, 1_000, 2_560)


def line_up(
    seed: int, size: Size, settings: Settings, *, boosting: bool = True
) -> list[Contestant]:
    """Return the policies for one world, gradient boosting among them if wanted and there."""
    policies: list[Policy] = [
        Chance(),
        Points("points, never decayed", usual_points()),
        MostRecent(),
        Points("points, decayed", our_points(), settings),
        NaiveBayes(settings),
        Ours(settings, "ours, never taught", taught=False),
        Ours(settings, OURS),
        *([boosted(seed, size.clients, settings)] if boosting and can_boost() else []),
        Oracle(),
    ]
    return [Contestant(policy) for policy in policies]


def per_hundred(worlds: Sequence[Mapping[str, Played]], name: str, calls: int) -> Floats:
    """Return the calls worth the time per 100 among a policy's first ones, one figure a world."""
    return np.array([100.0 * played[name].worth[:calls].mean() for played in worlds])


def milestones(calls: int) -> list[int]:
    """Return after how many calls figures are given: the usual ones, and all."""
    return sorted({*(m for m in MILESTONES if m < calls), calls})
