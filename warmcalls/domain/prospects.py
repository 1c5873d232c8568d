"""Prospects: a rough expected value, by which candidates for the list are found."""

import numpy as np

from warmcalls.domain.answers import CLIENT_CALLS
from warmcalls.domain.features import CONTEXT, CROWD_FROM, Clients, Floats
from warmcalls.domain.kinds import KINDS
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import (
    LONG_HALF_LIFE,
    WARMS_NONE_BY_ITSELF,
    decayed,
    decayed_rate,
    weights,
)


def prospects(known: Clients, settings: Settings) -> Floats:
    """Return what the database keeps as prospects, for clients as they are counted here."""
    at = settings.prospects_at or settings.landmark
    counted = np.array([kind not in WARMS_NONE_BY_ITSELF for kind in KINDS])
    counts = decayed(known.stored, at, settings.landmark, settings.worth)
    odds = np.log(settings.base_rate / (1.0 - settings.base_rate))
    odds = odds + np.log1p(np.maximum(counts, 0.0)) @ np.where(
        counted, weights(settings.worth), 0.0
    )
    rate = decayed_rate(known.long, at, settings.landmark, LONG_HALF_LIFE)
    odds += CONTEXT["crowd"] * np.log(np.maximum(rate / CROWD_FROM, 1.0))
    answers = (CLIENT_CALLS * settings.answer_rate + known.answered) / (
        CLIENT_CALLS + known.attempts
    )
    value = settings.value_power * np.log1p(known.fee)
    return np.asarray(value + np.log(answers) - np.logaddexp(0.0, -odds))
