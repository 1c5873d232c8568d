"""The removal effect: what campaigns are worth to the whole agency, as shares of 1.

It is not causal, no more than the rules in `credit`. Under some 300 conversions most of what it
tells campaigns apart by is noise.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Paths = Iterable[tuple[tuple[int, ...], float, float]]


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
