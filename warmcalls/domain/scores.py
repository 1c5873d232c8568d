"""Scores: the chance that a call now is worth the time, and what it is worth.

Expected value = P(answer) * P(worth the time | answer) * fee. The first part is of answers alone,
the second learnt from what conversations came to: hard to reach and not interested are different
sentences.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.features import Clients, Floats, features
from warmcalls.domain.learned import Learned
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import decayed


@dataclass(frozen=True, slots=True)
class Scores:
    """The ranking of some clients; arrays have one entry a client.

    Attributes:
        worth_chance: probability that a conversation is worth the time, as it is promised.
        answer_chance: probability of an answer.
        value: expected value in minor units, the fee taken to the settings' power.
        log_odds: of worth the time given an answer, moderated but not yet held against outcomes.
        counts: decayed counts, shape (n, kinds); x: features, shape (n, features).
        pull: contributions to the log-odds, same shape as `x`.
    """

    worth_chance: Floats
    answer_chance: Floats
    value: Floats
    log_odds: Floats
    counts: Floats
    x: Floats
    pull: Floats

    @property
    def chance(self) -> Floats:
        """The chance that a call now is worth the time, answer included."""
        return self.worth_chance * self.answer_chance


def score(clients: Clients, now: int, settings: Settings, learned: Learned) -> Scores:
    """Return the scores of some clients at a moment; a pure function of its arguments."""
    x = features(clients, now, settings)
    log_odds = learned.model.moderated(x)
    worth_chance = learned.calibration.promised(log_odds)
    answers = learned.answers.at(now, settings.zone)
    answer_chance = answers.chances(clients.attempts, clients.answered)
    value = worth_chance * answer_chance * clients.fee**settings.value_power
    counts = decayed(clients.stored, now, settings.landmark, settings.worth)
    pull = learned.model.contributions(x)
    return Scores(worth_chance, answer_chance, value, log_odds, counts, x, pull)


def order(value: Floats, ids: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return positions from best to worst; ties go to the older client."""
    return np.lexsort((ids, -value))
