"""Hidden interest: whether a client is cold, researching or hot, week by week."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Final

from warmcalls.actions.demo.clients import Company

COLD, RESEARCHING, HOT = range(3)
# chances a week; a keen client leaves the cold sooner
WAKES: Final = 0.075
MOVES: Final = {RESEARCHING: (0.14, 0.70, 0.16), HOT: (0.22, 0.12, 0.66)}
BEGINS: Final = (0.70, 0.20, 0.10)
ACTIVITIES_A_WEEK: Final = (0.14, 0.75, 2.3)

# what clients do in each state: weights, in the order cold, researching, hot
DOES: Final[dict[str, tuple[float, float, float]]] = {
    "article": (5.0, 4.0, 2.0),
    "home": (2.0, 1.0, 0.5),
    "guide": (1.0, 5.0, 4.0),
    "services": (0.2, 1.6, 4.5),
    "contact": (0.0, 0.2, 1.0),
    "open": (4.0, 3.0, 2.0),
    "click": (0.8, 3.0, 3.0),
    "reply": (0.0, 0.15, 0.6),
    "download": (0.2, 1.5, 1.5),
    "video": (0.2, 0.8, 0.8),
    "webinar": (0.1, 1.4, 1.6),
    "event": (0.0, 0.3, 0.5),
    "social": (1.2, 1.4, 1.0),
    "lead_form": (0.1, 0.3, 0.35),
    "form": (0.0, 0.0, 0.45),
    "advert": (0.8, 1.0, 2.0),
    "candidate": (1.0, 0.6, 0.4),
    "referral": (0.0, 0.1, 0.3),
    "spoken": (0.0, 0.05, 0.3),
}
ACTIVITIES: Final = tuple(DOES)
ODDS: Final = tuple(
    tuple(accumulate(weights[state] for weights in DOES.values())) for state in range(3)
)


def states(rng: Random, company: Company, weeks: int) -> list[int]:
    """Draw the state of each week; a one-person business stays cold."""
    if company.small:
        return [COLD] * weeks
    state = rng.choices(range(3), BEGINS)[0]
    wakes = WAKES * company.keen
    drawn = []
    for _ in range(weeks):
        drawn.append(state)
        if state == COLD:
            state = RESEARCHING if rng.random() < wakes else COLD
        else:
            state = rng.choices(range(3), MOVES[state])[0]
    return drawn


def activities(rng: Random, state: int) -> Sequence[str]:
    """Draw what a client in a state does in a week."""
    count = poisson(rng, ACTIVITIES_A_WEEK[state])
    return rng.choices(ACTIVITIES, cum_weights=ODDS[state], k=count) if count else ()


def poisson(rng: Random, mean: float) -> int:
    """Draw how often something of a rate happens: gaps are exponential."""
    count, spent = 0, rng.expovariate(1.0)
    while spent < mean:
        count += 1
        spent += rng.expovariate(1.0)
    return count
