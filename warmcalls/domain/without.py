"""Without: what a client would be if some of its signals had never come.

A signal sits in several counters at once: in that of its kind, in the paces of its family and in
the pace of all interest. With weights of any sign only taking it out of all of them tells what it
adds, so that is how the strength of a reason is measured.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.features import Clients, Floats
from warmcalls.domain.kinds import KINDS, Kind
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import (
    LONG_HALF_LIFE,
    NO_INTEREST,
    PACES,
    SHORT_HALF_LIFE,
    fade,
    half_lives,
)

# half-lives in days that signals of every kind are counted with, beside their kind's own
LIVES: Final = tuple(
    sorted({SHORT_HALF_LIFE, LONG_HALF_LIFE, *(pace.half_life_days for pace in PACES)})
)
SHORT, LONG = LIVES.index(SHORT_HALF_LIFE), LIVES.index(LONG_HALF_LIFE)
LIFE_OF_PACE: Final = [LIVES.index(pace.half_life_days) for pace in PACES]
IN_PACE: Final = np.array([[float(pace.counts(kind)) for pace in PACES] for kind in KINDS])
IN_ALL: Final = np.array([float(kind not in NO_INTEREST) for kind in KINDS])
FADED: Final = 2.0**-12  # of a signal: what is left of a kind after the longest window
STRONG: Final = 6  # kinds for a client, and against it, that are measured exactly
WEAK: Final = 2
PLACE: Final = {kind: i for i, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Named:
    """Signals of one kind at one client that a sentence could name, all since a moment.

    Attributes:
        since, last: the beginning of the window and the latest of them, UTC microseconds.
        own: what is left of them, with the half-life of their kind.
        left: the same with each half-life of `LIVES`.
    """

    client_id: int
    kind: Kind
    since: int
    last: int
    own: float
    left: tuple[float, ...]


Removal = tuple[Named, ...]  # of one client, taken away together


@dataclass(frozen=True, slots=True)
class Rest:
    """What can only be counted anew once signals are away.

    Attributes:
        people: how many showed interest this week all the same.
        last_at: the latest sign of interest all the same, UTC microseconds; 0 for none.
        campaign: log of how good the leads of the campaign are that came last all the same.
    """

    people: int
    last_at: int
    campaign: float


def without(
    clients: Clients,
    removals: Sequence[Removal],
    rest: Sequence[Rest],
    now: int,
    settings: Settings,
) -> Clients:
    """Return one row a removal: its client as it would be.

    Args:
        clients: as they are.
        removals: what is taken away, each from one client.
        rest: what there is all the same, one a removal.
        now: UTC microseconds.
        settings: half-lives and landmark.
    """
    place = {int(client_id): i for i, client_id in enumerate(clients.ids)}
    rows = [place[removal[0].client_id] for removal in removals]
    copy = clients.take(rows)
    of = np.array([row for row, removal in enumerate(removals) for _ in removal], dtype=np.intp)
    named = [named for removal in removals for named in removal]
    _take_off(copy, of, named, now, settings)
    copy.people[:] = [one.people for one in rest]
    copy.last_at[:] = [one.last_at for one in rest]
    copy.campaign[:] = [one.campaign for one in rest]
    return copy


def _take_off(
    copy: Clients, of: NDArray[np.intp], named: Sequence[Named], now: int, settings: Settings
) -> None:
    """Take signals off the counters of the rows that they belong to."""
    kinds = np.array([PLACE[n.kind] for n in named], dtype=np.intp)
    left = np.array([n.left for n in named]).reshape(len(named), len(LIVES))
    left /= fade(now, settings.landmark, np.array(LIVES))
    own = np.array([n.own for n in named])
    own /= fade(now, settings.landmark, half_lives(settings.worth)[kinds])
    np.subtract.at(copy.stored, (of, kinds), own)
    np.subtract.at(copy.paces, of, left[:, LIFE_OF_PACE] * IN_PACE[kinds])
    np.subtract.at(copy.short, of, left[:, SHORT] * IN_ALL[kinds])
    np.subtract.at(copy.long, of, left[:, LONG] * IN_ALL[kinds])


def promising(counts: Floats, pull: Floats) -> NDArray[np.bool_]:
    """Return which kinds may be the strongest of each client, for it or against it.

    A rough measure that needs no signals: what a kind adds by itself, and of what the paces of
    its family add the part that its count is of theirs.

    Args:
        counts: decayed counts, shape (n, kinds).
        pull: contributions to the log-odds, shape (n, features).
    """
    seen = counts > FADED
    beside = np.maximum(counts @ IN_PACE, FADED)
    paces = pull[:, len(KINDS) : len(KINDS) + len(PACES)]
    rough = pull[:, : len(KINDS)] + counts * ((paces / beside) @ IN_PACE.T)
    # from the strongest down, and from the weakest up, those that were seen
    best = np.argsort(np.argsort(-np.where(seen, rough, -np.inf), axis=1), axis=1) < STRONG
    worst = np.argsort(np.argsort(np.where(seen, rough, np.inf), axis=1), axis=1) < WEAK
    return np.asarray(seen & (best | worst))


def people_left(week: Mapping[Kind, set[int]], removal: Removal) -> int:
    """Return how many people showed interest this week besides those of a removal.

    Every window reaches back a week at least, so a kind that is taken away is gone this week.
    """
    gone = {named.kind for named in removal}
    return len(set().union(*(people for kind, people in week.items() if kind not in gone))) or 1
