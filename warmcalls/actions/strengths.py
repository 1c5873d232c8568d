"""Strengths: what the score of each client would lose without each kind of its signals."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.actions.desk import Desk
from warmcalls.actions.reached_last import HEARD_OF
from warmcalls.domain.features import Clients, features
from warmcalls.domain.kinds import KINDS, Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.scores import Scores
from warmcalls.domain.warmth import LONG_HALF_LIFE, NO_INTEREST
from warmcalls.domain.without import Named, Removal, Rest, people_left, promising, without
from warmcalls.store import named_signals

WEEK: Final = 7
WINDOWS: Final = (1.0, 4.0, 12.0)  # half-lives


@dataclass(frozen=True, slots=True)
class Strength:
    """Signals that a sentence could name, and what the score owes to them.

    Attributes:
        lost: moderated log-odds that would go with them; below 0 they are held against the client.
        meant: the same by the weights alone, without what is not known of them.
    """

    removal: Removal
    lost: float
    meant: float


def by_kind(desk: Desk, known: Clients, scores: Scores) -> dict[int, list[Strength]]:
    """Return the strength of the kinds that may be the strongest of some clients, by client."""
    removals = [(named,) for named in _seen(desk, known, promising(scores.counts, scores.pull))]
    found: dict[int, list[Strength]] = defaultdict(list)
    for strength in lost_with(desk, known, scores, removals):
        found[strength.removal[0].client_id].append(strength)
    return found


def lost_with(
    desk: Desk, known: Clients, scores: Scores, removals: Sequence[Removal]
) -> list[Strength]:
    """Return what the scores would lose with each removal: all are worked out at once."""
    if not removals:
        return []
    rest = _rest(desk, known, removals)
    place = {int(client_id): i for i, client_id in enumerate(known.ids)}
    rows = [place[removal[0].client_id] for removal in removals]
    left = without(known, removals, rest, desk.now, desk.agency)
    x, model = features(left, desk.now, desk.agency), desk.learned.model
    lost = scores.log_odds[rows] - model.moderated(x)
    meant = (scores.x[rows] - x) @ model.weights
    return [
        Strength(removal, float(a), float(b))
        for removal, a, b in zip(removals, lost, meant, strict=True)
    ]


def _seen(desk: Desk, known: Clients, likely: NDArray[np.bool_]) -> Iterator[Named]:
    """Yield the signals of each kind over its half-life, or longer where that window is empty."""
    ids = [int(client_id) for client_id in known.ids]
    wanted = {(ids[row], KINDS[column]) for row, column in np.argwhere(likely)}
    for stretch in WINDOWS:
        for kinds in _alike(desk, wanted):
            since = {kind: _window(desk, kind, stretch) for kind in kinds}
            asked = sorted({client_id for client_id, kind in wanted if kind in since})
            for named in named_signals.named(desk.db, asked, since, desk.now, desk.agency.worth):
                if (named.client_id, named.kind) in wanted:
                    wanted.discard((named.client_id, named.kind))
                    yield named


def _alike(desk: Desk, wanted: set[tuple[int, Kind]]) -> Iterator[list[Kind]]:
    """Yield the wanted kinds, those apart that are remembered for years: they reach back far."""
    kinds = sorted({kind for _, kind in wanted})
    lives: Mapping[Kind, float] = {k: desk.agency.worth[k].half_life_days for k in kinds}
    for slow in (False, True):
        alike = [kind for kind in kinds if (lives[kind] > LONG_HALF_LIFE) is slow]
        if alike:
            yield alike


def _window(desk: Desk, kind: Kind, stretch: float) -> int:
    days = max(desk.agency.worth[kind].half_life_days, WEEK)
    return desk.now - round(stretch * days * DAY)


def _rest(desk: Desk, known: Clients, removals: Sequence[Removal]) -> list[Rest]:
    """Return what is counted anew for each removal."""
    ids = sorted({removal[0].client_id for removal in removals})
    db, now, factors = desk.db, desk.now, desk.learned.campaigns
    week = named_signals.who_came(db, ids, now)
    told = named_signals.campaigns_told(db, ids, now - HEARD_OF, now) if factors else {}
    last = dict(zip(known.ids.tolist(), known.last_at.tolist(), strict=True))
    found = []
    for removal in removals:
        client_id = removal[0].client_id
        people = people_left(week.get(client_id, {}), removal)
        campaign = last_campaign(told.get(client_id, ()), removal)
        last_at = _last_at(desk, last[client_id], removal)
        found.append(Rest(people, last_at, factors.get(campaign, 0.0)))
    return found


def last_campaign(told: Sequence[tuple[int, Kind, int]], removal: Removal) -> int:
    """Return the campaign that came last besides a removal; 0 for none."""
    gone = {named.kind: named.since for named in removal}
    left = (c for c, kind, at in reversed(told) if kind not in gone or at < gone[kind])
    return next(left, 0)


def _last_at(desk: Desk, last_at: float, removal: Removal) -> int:
    """Return the latest sign of interest without a removal; most do not hold it."""
    holds = any(n.last >= last_at and n.kind not in NO_INTEREST for n in removal)
    return named_signals.latest_besides(desk.db, removal, desk.now) if holds else int(last_at)
