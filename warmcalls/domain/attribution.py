"""Who gets the credit for a fee: the models, as shares of 1.

None of them is causal: they share out, by a rule, what campaigns touched. Under some 300
conversions most differences between them are noise.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.moments import DAY
from warmcalls.domain.results import Model

Floats = NDArray[np.float64]
Paths = Iterable[tuple[tuple[int, ...], float, float]]

HALF_LIFE_DAYS: Final = 30.0
ENDS: Final = 0.4
PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class Step:
    """A campaign on the path to a fee; `at` in UTC microseconds."""

    campaign_id: int
    at: int


def shares(steps: Sequence[Step], at: int, model: Model) -> dict[int, float]:
    """Return each campaign's share of a fee; they sum to 1, and are empty without steps.

    Position gives 40 % to the first step, 40 % to the last and the rest to those between; decay
    halves a step's weight with every 30 days between it and the fee. A campaign with several
    steps gets the sum of theirs.

    Args:
        steps: the path, consecutive repeats taken out.
        at: moment of the placement, UTC microseconds.
        model: all but Markov, whose shares are the agency's: `removal`.

    Raises:
        ValueError: the model is Markov.
    """
    path = sorted(steps, key=lambda step: step.at)
    if not path:
        return {}
    given: defaultdict[int, float] = defaultdict(float)
    for step, weight in zip(path, _weights(path, at, model), strict=True):
        given[step.campaign_id] += float(weight)
    return {campaign: share for campaign, share in given.items() if share > 0.0}


def _weights(path: Sequence[Step], at: int, model: Model) -> Floats:
    """Return the share of each step of a path in order of time."""
    weights = np.zeros(len(path))
    if model is Model.FIRST:
        weights[0] = 1.0
    elif model is Model.LAST:
        weights[-1] = 1.0
    elif model is Model.LINEAR:
        weights[:] = 1.0
    elif model is Model.POSITION:
        weights[:] = (1.0 - 2 * ENDS) / max(len(path) - 2, 1) if len(path) > PAIR else 0.0
        weights[[0, -1]] = ENDS
    elif model is Model.DECAY:
        weights = _faded(np.array([at - step.at for step in path]) / DAY)
    else:
        raise ValueError(f"{model} has no shares of one fee")
    return np.asarray(weights / weights.sum())


def _faded(days: Floats) -> Floats:
    """Return weights that halve every 30 days, measured from the youngest so that none is lost."""
    return np.asarray(np.exp2(-(days - days.min()) / HALF_LIFE_DAYS))


def removal(paths: Paths) -> dict[int, float]:
    """Return the removal effects of a first-order Markov chain, as shares that sum to 1.

    Anderl, Becker, von Wangenheim & Schumann (IJRM 33, 2016): the chain goes from a start through
    the campaigns to a conversion or to nothing; a campaign's effect is the share of conversions
    that would be lost if everything sent to it came to nothing. With N the chain's fundamental
    matrix (Kemeny & Snell 1960) that is P(ever at c) P(conversion from c) / P(conversion), where
    P(ever at c) = (start N)_c / N_cc: one inverse serves them all.

    Args:
        paths: campaigns in order of time, consecutive repeats taken out; how many such paths
            ended in a fee and how many did not.

    Returns:
        Shares by campaign; even ones where nothing ever converted, none without paths.
    """
    known = [path for path in paths if path[0] and path[1] + path[2] > 0]
    ids = sorted({campaign for steps, _, _ in known for campaign in steps})
    if not ids:
        return {}
    effects = _effects(known, {campaign: i for i, campaign in enumerate(ids)})
    total = float(effects.sum())
    found = effects / total if total > 0 else np.full(len(ids), 1 / len(ids))
    return dict(zip(ids, found.tolist(), strict=True))


def _effects(
    paths: Sequence[tuple[tuple[int, ...], float, float]], place: Mapping[int, int]
) -> Floats:
    """Return the removal effect of each campaign in its place, not yet as shares."""
    count = len(place)
    starts, converts, ends = np.zeros(count), np.zeros(count), np.zeros(count)
    moves = np.zeros((count, count))
    for steps, won, lost in paths:
        at = [place[campaign] for campaign in steps]
        starts[at[0]] += won + lost
        np.add.at(moves, (at[:-1], at[1:]), won + lost)
        converts[at[-1]] += won
        ends[at[-1]] += lost
    out = moves.sum(axis=1) + converts + ends
    fundamental = np.linalg.inv(np.eye(count) - moves / out[:, None])
    from_here = fundamental @ (converts / out)
    ever = (starts / starts.sum()) @ fundamental / np.diag(fundamental)
    return np.asarray(np.maximum(ever * from_here, 0.0))
