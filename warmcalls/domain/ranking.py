"""Ranking: the chance that a call now is worth the time, and what it is worth.

logit q = b + sum of w_k * ln(1 + decayed count_k) + context, the weights being the settings'
defaults until outcomes move them; the chance of an answer is beta-binomial around the agency's
rate with six calls' worth of prior. Expected value = answer * q * fee.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.kinds import KINDS, Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import (
    LONG_HALF_LIFE,
    NO_INTEREST,
    SHORT_HALF_LIFE,
    WARMS_NONE_BY_ITSELF,
    decayed,
    decayed_rate,
    weights,
)

Floats = NDArray[np.float64]

CONTEXT: Final[dict[str, float]] = {
    "kinds": 0.15,
    "people": 0.5,
    "surge": 0.25,
    "placed": 0.6,
    "silent_months": -0.15,
    "unanswered": -0.1,
    "refused": -0.8,
    "fit": 0.4,  # a prior guess, as the others: nobody measured it, outcomes may move it
}
PRIOR_CALLS: Final = 6.0
REFUSAL_FADES_A_DAY: Final = 0.97
SURGE_FLOOR: Final = 0.05
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
        short, long: counters of all interest with half-lives of 4 and 60 days.
        last_at: moment of the last signal, 0 for none.
        attempts, answered, unanswered: calls made, answered, and unanswered in a row.
        refused_at: moment of the last "not interested", 0 for none.
        placed: 1 where the agency placed somebody before.
        fee: what a placement there is worth, minor units.
        people: different people who showed interest in the last 7 days.
        fit: how much it is like the client the agency wants, 0 to 1; 0 where nothing is known.
    """

    ids: NDArray[np.int64]
    stored: Floats
    short: Floats
    long: Floats
    last_at: Floats
    attempts: Floats
    answered: Floats
    unanswered: Floats
    refused_at: Floats
    placed: Floats
    fee: Floats
    people: Floats
    fit: Floats


@dataclass(frozen=True, slots=True)
class Scores:
    """The ranking of some clients; arrays have one entry a client.

    Attributes:
        worth_chance: probability that a conversation is worth the time.
        answer_chance: probability of an answer.
        value: expected value in minor units, the fee taken to the settings' power.
        counts: decayed counts, shape (n, kinds); x: features, shape (n, kinds + context).
        pull: contributions to the log-odds, same shape as `x`.
    """

    worth_chance: Floats
    answer_chance: Floats
    value: Floats
    counts: Floats
    x: Floats
    pull: Floats

    @property
    def chance(self) -> Floats:
        """The chance that a call now is worth the time, answer included."""
        return self.worth_chance * self.answer_chance


FEATURES: Final[tuple[str, ...]] = (*(k.value for k in KINDS), *CONTEXT)


def score(clients: Clients, now: int, settings: Settings) -> Scores:
    """Return the scores of some clients at a moment; a pure function of its arguments."""
    counts = decayed(clients.stored, now, settings.landmark, settings.worth)
    x = np.hstack(
        [signal_features(counts, settings.worth), context(clients, counts, now, settings)]
    )
    pull = x * np.concatenate([weights(settings.worth), np.array(list(CONTEXT.values()))])
    base = np.log(settings.base_rate / (1.0 - settings.base_rate))
    worth_chance = 1.0 / (1.0 + np.exp(-(base + pull.sum(axis=1))))
    answer_chance = (PRIOR_CALLS * settings.answer_rate + clients.answered) / (
        PRIOR_CALLS + clients.attempts
    )
    value = worth_chance * answer_chance * clients.fee**settings.value_power
    return Scores(worth_chance, answer_chance, value, counts, x, pull)


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
    people = np.log(np.maximum(clients.people, 1.0))
    short = decayed_rate(clients.short, now, settings.landmark, SHORT_HALF_LIFE)
    long = decayed_rate(clients.long, now, settings.landmark, LONG_HALF_LIFE)
    surge = np.clip(np.log((short + SURGE_FLOOR) / (long + SURGE_FLOOR)), -2.0, 3.0)
    silent = np.where(clients.last_at > 0, (now - clients.last_at) / DAY / MONTH_DAYS, 6.0)
    refused = np.where(
        clients.refused_at > 0, REFUSAL_FADES_A_DAY ** ((now - clients.refused_at) / DAY), 0.0
    )
    columns = [
        kinds,
        people,
        surge,
        clients.placed,
        np.clip(silent, 0.0, 12.0),
        np.minimum(clients.unanswered, 10.0),
        refused,
        np.where(clients.fit > 0.0, clients.fit - FIT_MIDDLE, 0.0),
    ]
    return np.column_stack(columns)


def order(value: Floats, ids: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return positions from best to worst; ties go to the older client."""
    return np.lexsort((ids, -value))
