"""Interest: the simulator's hidden world, drawn day by day for the demo's clients.

What the ranking is measured in and what the demo shows are one world: states, seasons, rates,
who answers and what a conversation is worth all come from `warmcalls.simulator`.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

import numpy as np

from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.demo.clients import Company
from warmcalls.simulator.market import draw_market
from warmcalls.simulator.rates import COLD, draw_rates
from warmcalls.simulator.states import States, begin, next_day

# In the simulator 7 of 100 clients look for staff at a time: of the demo's 400 those would be 25,
# on three lists of 20 calls a day. Its clients are a list that was chosen, and at which marketing
# works all year, so they begin to look as many times as often.
OFTEN: Final = 6.0
WARM_UP: Final = 90
UNREACHED: Final = 0.15

Generators = Callable[[str], np.random.Generator]


class Interest:
    """How every client really stands on every day.

    Attributes:
        rates, market: what clients in each state do, and what does not change about them.
        states: hidden, shape (days, clients).
    """

    def __init__(
        self, companies: Sequence[Company], calendar: Calendar, generator: Generators
    ) -> None:
        count = len(companies)
        self.rates = draw_rates(generator("rates"))
        self.market = draw_market(generator("market"), count)
        keen = OFTEN * self.market.keen * np.array([company.keen for company in companies])
        rng = generator("states")
        state = np.where(keen > 0.0, begin(rng, count), COLD)
        first = calendar.days[0].timetuple().tm_yday
        drawn: list[States] = []
        for day in range(-WARM_UP, len(calendar.days)):
            state = next_day(rng, state, keen, first + day)
            drawn.append(state)
        self.states = np.array(drawn[WARM_UP:])

    def state(self, place: int, day: int) -> int:
        """Return how a client stands on a day."""
        return int(self.states[day, place])

    def reach(self, place: int) -> float:
        """Return the chance that a client answers."""
        return float(self.market.reach[place])

    def worth(self, place: int, day: int) -> float:
        """Return the chance that a conversation with a client is worth the time on a day."""
        return float(self.rates.worth[self.states[day, place]])

    def noticed(self, rng: Random, place: int) -> int:
        """Draw the day from which campaigns reach a client: the audience grows over the year.

        Who looks for somebody comes across them sooner: it is a day on which a search began. Some
        never do: what they bring is no campaign's doing.
        """
        warm = self.states[:, place] != COLD
        if rng.random() < UNREACHED:
            return len(warm)
        begins = np.flatnonzero(warm & ~np.concatenate([[False], warm[:-1]])).tolist()
        return rng.choice(begins) if begins else rng.randrange(max(len(warm) * 9 // 10, 1))
