"""Prospects: a rough expected value of every client, by which candidates for the list are found.

The list scores its candidates exactly; a prospect only has to bring them in. It is the logarithm
of chance, answer and fee under the settings' own weights, as they stood at one moment for all, so
that one index gives an order that needs no clock. Heat would not do: it counts without end, and the
networks that many companies share would fill the top.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from warmcalls.domain.answers import CLIENT_CALLS
from warmcalls.domain.features import CONTEXT, CROWD_FROM
from warmcalls.domain.kinds import KINDS
from warmcalls.domain.moments import DAY
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import (
    LONG_HALF_LIFE,
    WARMS_NONE_BY_ITSELF,
    fade,
    half_lives,
    weights,
)
from warmcalls.store.engine import Writer

CHUNK: Final = 500
GOOD_FOR: Final = 7 * DAY  # measured: a week costs nothing, a month 3 % of the list's value
BACK: Final = 60 * DAY  # what is typed in late leaves them where they are
COUNTED: Final = tuple(kind for kind in KINDS if kind not in WARMS_NONE_BY_ITSELF)
# what has faded to less than this would leave the range of a float
LEAST: Final = "1e-100"
FAR: Final = "500"  # log-odds
SIGNALS: Final = " + ".join(
    f"case when w.c_{kind.value} > {LEAST} then :w{i} * ln(1 + w.c_{kind.value} * :f{i}) else 0 end"
    for i, kind in enumerate(COUNTED)
)
CROWD: Final = f"""
case when w.long > {LEAST} and w.long * :crowd > 1 then :crowded * ln(w.long * :crowd) else 0 end
"""
# nobody has a prospect without a signal that speaks for a call
REFRESH: Final = f"""
update standing set prospect = (
  select :power * ln(1.0 + standing.fee) + ln(
      (:calls * :answers + standing.answered) / (:calls + standing.attempts))
    - case when z.odds < -{FAR} then -z.odds else ln(1 + exp(-z.odds)) end
  from (select :base + {SIGNALS} + {CROWD} as odds
    from warmth w where w.client_id = standing.client_id and w.heat > 0) z)
"""  # noqa: S608


def refresh(db: Writer, ids: Sequence[int], settings: Settings) -> None:
    """Work out the prospects of some clients again: their counters, calls or fee changed."""
    named = _named(settings)
    for start in range(0, len(ids), CHUNK):
        chunk = list(ids[start : start + CHUNK])
        db.execute(f"{REFRESH} where client_id in (:ids)", ids=chunk, **named)


def refresh_all(db: Writer, settings: Settings) -> None:
    """Work out every prospect again."""
    db.execute(REFRESH, **_named(settings))


def rests_on(settings: Settings) -> tuple[object, ...]:
    """Return what of the settings all prospects rest on."""
    power, at = settings.value_power, settings.prospects_at
    return settings.worth, settings.base_rate, settings.answer_rate, power, at


def moved(settings: Settings, now: int) -> Settings | None:
    """Return the settings with prospects as they stand now, None while those kept are good."""
    near = -BACK < now - settings.prospects_at < GOOD_FOR
    return None if near else replace(settings, prospects_at=now - now % DAY)


def _named(settings: Settings) -> dict[str, Any]:
    at, landmark = settings.prospects_at or settings.landmark, settings.landmark
    places = [KINDS.index(kind) for kind in COUNTED]
    faded = fade(at, landmark, half_lives(settings.worth))[places]
    long = float(fade(at, landmark, np.array(LONG_HALF_LIFE)))
    named: dict[str, Any] = {f"f{i}": float(f) for i, f in enumerate(faded)}
    named |= {f"w{i}": float(w) for i, w in enumerate(weights(settings.worth)[places])}
    return named | {
        "crowd": long * float(np.log(2.0)) / LONG_HALF_LIFE / CROWD_FROM,
        "crowded": CONTEXT["crowd"],
        "power": settings.value_power,
        "calls": CLIENT_CALLS,
        "answers": settings.answer_rate,
        "base": float(np.log(settings.base_rate / (1.0 - settings.base_rate))),
    }
