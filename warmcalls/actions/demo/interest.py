"""Hidden interest: whether a client is cold, researching or hot, week by week."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Final

from warmcalls.actions.demo.clients import Company
from warmcalls.actions.demo.deeds import DEEDS

COLD, RESEARCHING, HOT = range(3)
# chances a week; a keen client leaves the cold sooner
WAKES: Final = 0.1
MOVES: Final = {RESEARCHING: (0.14, 0.70, 0.16), HOT: (0.22, 0.12, 0.66)}
BEGINS: Final = (0.70, 0.20, 0.10)
UNREACHED: Final = 0.15
ACTIVITIES_A_WEEK: Final = (0.13, 0.75, 2.0)

ACTIVITIES: Final = tuple(DEEDS)
ODDS: Final = tuple(
    tuple(accumulate(weights[state] for weights in DEEDS.values())) for state in range(3)
)


def states(rng: Random, company: Company, weeks: int) -> list[int]:
    """Draw the state of each week; who is not keen at all stays cold."""
    if not company.keen:
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


def noticed(rng: Random, drawn: Sequence[int]) -> int:
    """Draw the week from which campaigns reach a client: the audience grows over the year.

    Who looks for somebody comes across them sooner: it is a week in which a search began. Some
    never do: what they bring is no campaign's doing.
    """
    if rng.random() < UNREACHED:
        return len(drawn)
    begins = [week for week, state in enumerate(drawn) if state and not (week and drawn[week - 1])]
    return rng.choice(begins) if begins else rng.randrange(max(len(drawn) * 9 // 10, 1))


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
