"""Features: what the ranking looks at of a client, and what is believed of each at first.

Three groups, in the order of `FEATURES`: every kind of signal as ln(1 + decayed count) with a
half-life of its own; the pace of every family as ln(1 + count) over a short and a long half-life,
since one wrong half-life is the costliest single mistake; and what surrounds the signals.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from warmcalls.domain.kinds import KINDS, Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.ranking import Prior
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import (
    LONG_HALF_LIFE,
    NO_INTEREST,
    PACES,
    SHORT_HALF_LIFE,
    WARMS_NONE_BY_ITSELF,
    decayed,
    decayed_rate,
    fade,
    weights,
)

Floats = NDArray[np.float64]

# log-odds per unit, a prior guess each: outcomes move them
CONTEXT: Final[dict[str, float]] = {
    "kinds": 0.15,
    "people": 0.5,
    "surge": 0.25,
    "crowd": -0.8,
    "placed": 0.6,
    "promised": 0.7,
    "keen": 0.4,
    "silent_months": -0.15,
    "unanswered": -0.1,
    "refused": -0.8,
    "fit": 0.4,
    "campaign": 0.5,
}
FEATURES: Final[tuple[str, ...]] = (
    *(kind.value for kind in KINDS),
    *(pace.name for pace in PACES),
    *CONTEXT,
)
FADES_A_DAY: Final = 0.97
SURGE_FLOOR: Final = 0.05
CROWD_FROM: Final = 0.3  # signals a day for months: a shared network, not a hiring manager
MONTH_DAYS: Final = 30.0
FIT_MIDDLE: Final = 0.5
STILL_COUNTS: Final = 0.05
WARM_ENOUGH: Final = 0.1


@dataclass(frozen=True, slots=True)
class Clients:
    """What the ranking knows of some clients; every array has one row a client.

    Attributes:
        ids: shape (n,).
        stored: forward-decay counters in the order of `KINDS`, shape (n, kinds).
        paces: forward-decay counters in the order of `PACES`, shape (n, paces).
        short, long: counters of all interest with half-lives of 4 and 60 days.
        last_at: moment of the last signal, 0 for none.
        attempts, answered, unanswered: calls made, answered, and unanswered in a row.
        refused_at: moment of the last "not interested", 0 for none.
        worth_at: moment of the last conversation that was worth the time, 0 for none.
        promised: 1 where a call was promised, which the list does not choose by its chance.
        placed: 1 where the agency placed somebody before.
        fee: what a placement there is worth, minor units.
        people: different people who showed interest in the last 7 days.
        fit: how much it is like the client the agency wants, 0 to 1; 0 where nothing is known.
        campaign: log of how good the leads of the campaign that came last are beside all, shrunk;
            0 for none.
    """

    ids: NDArray[np.int64]
    stored: Floats
    paces: Floats
    short: Floats
    long: Floats
    last_at: Floats
    attempts: Floats
    answered: Floats
    unanswered: Floats
    refused_at: Floats
    worth_at: Floats
    promised: Floats
    placed: Floats
    fee: Floats
    people: Floats
    fit: Floats
    campaign: Floats

    def take(self, rows: ArrayLike) -> "Clients":
        """Return a copy of some rows, by their places or a mask; a row may be taken twice."""
        at = np.asarray(rows)
        return Clients(**{each.name: getattr(self, each.name)[at] for each in fields(self)})


def prior_of(settings: Settings) -> Prior:
    """Return what the agency's settings believe of every feature, in the order of `FEATURES`."""
    mean = [*weights(settings.worth), *(0.0 for _ in PACES), *CONTEXT.values()]
    return Prior(np.array(mean), settings.base_rate)


def features(clients: Clients, now: int, settings: Settings) -> Floats:
    """Return the features of some clients at a moment, shape (n, features)."""
    counts = decayed(clients.stored, now, settings.landmark, settings.worth)
    return np.hstack(
        [
            signal_features(counts, settings.worth),
            np.log1p(np.maximum(_paced(clients.paces, now, settings.landmark), 0.0)),
            context(clients, counts, now, settings),
        ]
    )


def signal_features(counts: Floats, worth: Mapping[Kind, Worth]) -> Floats:
    """Return ln(1 + decayed count): ten visits are not ten times one visit.

    A job advert counts only for a client that other signals have warmed already.
    """
    x = np.log1p(np.maximum(counts, 0.0))
    quiet = [KINDS.index(kind) for kind in WARMS_NONE_BY_ITSELF]
    rest = x @ np.array([0.0 if i in quiet else w for i, w in enumerate(weights(worth))])
    x[:, quiet] *= (rest >= WARM_ENOUGH)[:, None]
    return x


def context(clients: Clients, counts: Floats, now: int, settings: Settings) -> Floats:
    """Return what surrounds the signals, in the order of `CONTEXT`; shape (n, context)."""
    interest = [i for i, kind in enumerate(KINDS) if kind not in NO_INTEREST]
    kinds = np.maximum((counts[:, interest] > STILL_COUNTS).sum(axis=1) - 1.0, 0.0)
    short = decayed_rate(clients.short, now, settings.landmark, SHORT_HALF_LIFE)
    long = decayed_rate(clients.long, now, settings.landmark, LONG_HALF_LIFE)
    silent = np.where(clients.last_at > 0, (now - clients.last_at) / DAY / MONTH_DAYS, 6.0)
    columns = {
        "kinds": kinds,
        "people": np.log(np.maximum(clients.people, 1.0)),
        "surge": np.clip(np.log((short + SURGE_FLOOR) / (long + SURGE_FLOOR)), -2.0, 3.0),
        "crowd": np.log(np.maximum(long / CROWD_FROM, 1.0)),
        "placed": clients.placed,
        "promised": clients.promised,
        "keen": _fading(clients.worth_at, now),
        "silent_months": np.clip(silent, 0.0, 12.0),
        "unanswered": np.minimum(clients.unanswered, 10.0),
        "refused": _fading(clients.refused_at, now),
        "fit": np.where(clients.fit > 0.0, clients.fit - FIT_MIDDLE, 0.0),
        "campaign": clients.campaign,
    }
    return np.column_stack([columns[name] for name in CONTEXT])


def _paced(paces: Floats, now: int, landmark: int) -> Floats:
    return paces * fade(now, landmark, np.array([pace.half_life_days for pace in PACES]))


def _fading(at: Floats, now: int) -> Floats:
    """Return 1 for what happened now, 3 % less for every day ago, 0 for never."""
    return np.where(at > 0, FADES_A_DAY ** ((now - at) / DAY), 0.0)
