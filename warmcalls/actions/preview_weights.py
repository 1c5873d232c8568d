"""Preview weights: today's list as it would be under others, before anything is written.

It is the list that saving them would give: the model is fitted again on the same outcomes, and
counters whose half-life changed are counted again from their signals. Only the best thousand
prospects who may be rung are looked at.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from warmcalls.actions.desk import Desk, desk, of_list
from warmcalls.actions.propose import with_people
from warmcalls.actions.todays_list import (
    CANDIDATES,
    DEFAULT_CAPACITY,
    pick_calls,
)
from warmcalls.actions.weights_learned import MONTH
from warmcalls.domain.calls import CallKind
from warmcalls.domain.clients import Person
from warmcalls.domain.features import Clients, Floats
from warmcalls.domain.kinds import KINDS, Kind, Worth
from warmcalls.domain.learned import learn
from warmcalls.domain.preview_weights import Move, Preview, Turn, moves
from warmcalls.domain.prospects import prospects
from warmcalls.domain.scores import order, score
from warmcalls.domain.warmth import HEAT_HALF_LIFE, heat_weight
from warmcalls.domain.weights_learned import weights_learned
from warmcalls.domain.worth_checks import check_worth
from warmcalls.store import outcomes, warmth
from warmcalls.store.engine import Reader
from warmcalls.store.lessons import lessons
from warmcalls.store.preview_weights import Arrivals, arrivals, names, ready

LOOKED_AT: Final = 1000
NOTHING_LEFT: Final = 1e-9  # of heat, once all that made it is taken off again


def preview_weights(
    db: Reader, worth: Mapping[Kind, Worth], *, now: int, person: Person | None = None
) -> Preview:
    """Return today's list as it is and as it would be under other weights and half-lives.

    Args:
        db: a reader.
        worth: of the kinds that are edited.
        now: UTC microseconds.
        person: whose list, the whole agency's where it is not a recruiter.

    Raises:
        RefusedError: such weights cannot be saved.
    """
    check_worth(worth)
    kept = of_list(desk(db, now, person))
    agency = replace(kept.agency, worth={**kept.agency.worth, **worth})
    known = lessons(db)
    tried = replace(kept, agency=agency, taught=learn(known, agency))
    edited = [kind for kind in worth if kept.agency.worth[kind] != worth[kind]]
    heat = ready(db, now, kept.person_id, LOOKED_AT)
    capacity = person.capacity if kept.person and person else DEFAULT_CAPACITY
    room = max(capacity - len(outcomes.of_day(db, kept.day, kept.person_id)), 0)
    was = {pick.client_id: pick.kind for pick in pick_calls(kept, room, capacity)}
    candidates = _candidates(tried, kept, edited, heat)
    would = {pick.client_id: pick.kind for pick in pick_calls(tried, room, capacity, candidates)}
    found = moves(was, would, names(db, {*was, *would}))
    a_month_ago = lessons(db, before=now - MONTH)
    return Preview(
        weights_learned(known, a_month_ago, kept.agency),
        weights_learned(known, a_month_ago, agency),
        _with_reasons(kept, tried, edited, found),
        is_whole=len(heat) < LOOKED_AT,
    )


def _candidates(tried: Desk, kept: Desk, edited: list[Kind], heat: dict[int, float]) -> Clients:
    """Return whom the ranking would choose from, counted as they would be, best first."""
    signals = arrivals(tried.db, list(heat), edited)
    known = _counted(tried, signals, warmth.some(tried.db, list(heat)))
    was = np.array([heat[int(client_id)] for client_id in known.ids])
    warm = was.copy()
    for kind, found in signals.items():
        more = heat_weight(kind, tried.agency.worth) - heat_weight(kind, kept.agency.worth)
        warm += more * found.counter(known.ids, tried.agency.landmark, HEAT_HALF_LIFE)
    some_left = warm > NOTHING_LEFT * was
    best = [row for row in order(prospects(known, tried.agency), known.ids) if some_left[row]]
    return known.take(best[:CANDIDATES])


def _counted(tried: Desk, signals: Mapping[Kind, Arrivals], known: Clients) -> Clients:
    """Return clients in order of id with edited signals counted again, by their half-lives."""
    for kind, found in signals.items():
        half_life = tried.agency.worth[kind].half_life_days
        counter = found.counter(known.ids, tried.agency.landmark, half_life)
        known.stored[:, KINDS.index(kind)] = counter
    return known


def _with_reasons(
    kept: Desk, tried: Desk, edited: list[Kind], found: tuple[Move, ...]
) -> tuple[Move, ...]:
    """Return the moves, each with the edited signal that has most to do with it.

    Who moves up has gained more than the others by it, or lost less.
    """
    if not found or not edited:
        return found
    columns = [KINDS.index(kind) for kind in edited]
    ids = [move.client_id for move in found]
    before = warmth.some(kept.db, ids)
    after = _counted(tried, arrivals(tried.db, ids, edited), warmth.some(kept.db, ids))
    gained = (_pull(tried, after) - _pull(kept, before))[:, columns]
    gained -= gained.mean(axis=0)
    place = {int(client_id): row for row, client_id in enumerate(before.ids)}
    turns = [_turn(kept, tried, kind) for kind in edited]
    told = []
    for move in found:
        way = 1 if move.comes or move.up > 0 else -1 if move.goes or move.up < 0 else 0
        way = way if move.call is CallKind.WARM else 0
        best = int(np.argmax(way * gained[place[move.client_id]]))
        told.append(replace(move, kind=edited[best], turn=turns[best]) if way else move)
    return tuple(told)


def _pull(asked: Desk, known: Clients) -> Floats:
    known = with_people(asked.db, known, asked.now)
    return score(known, asked.now, asked.agency, asked.learned).pull


def _turn(kept: Desk, tried: Desk, kind: Kind) -> Turn:
    was, would = kept.agency.worth[kind], tried.agency.worth[kind]
    if was.weight == would.weight:
        return Turn.SLOWER if would.half_life_days > was.half_life_days else Turn.FASTER
    return Turn.MORE if would.weight > was.weight else Turn.LESS
