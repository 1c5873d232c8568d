"""Experiments in simulation, looked at all the time: wrong decisions and how long right ones take."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.experiments import Arm, compare

RUNS, EACH, PEEK = 500, 300, 10


@dataclass(frozen=True, slots=True)
class Trial:
    """Arms with their true rates; the first observation of each arm comes `skew` times as often."""

    name: str
    rates: tuple[float, ...]
    skew: float = 1.0

    @property
    def best(self) -> int | None:
        """The arm that is better than every other, None where several are."""
        top = [i for i, rate in enumerate(self.rates) if rate == max(self.rates)]
        return top[0] if len(top) == 1 else None


TRIALS = (
    Trial("10 % against 10 %", (0.1, 0.1)),
    Trial("30 % against 30 %, three times as many in the first", (0.3, 0.3), 3.0),
    Trial("30 %, 30 % and 10 %: no best one", (0.3, 0.3, 0.1)),
    Trial("four times 20 %", (0.2,) * 4),
    Trial("10 % against 30 %", (0.1, 0.3)),
    Trial("10 % against 30 %, three times as many in the first", (0.1, 0.3), 3.0),
    Trial("10 %, 10 % and 30 %", (0.1, 0.1, 0.3)),
    Trial("10 % against 20 %", (0.1, 0.2)),
)


def run(trial: Trial, seed: int, runs: int = RUNS) -> tuple[int, NDArray[np.int64]]:
    """Return in how many runs the wrong arm was ever decided for, and when the right one was.

    Observations over all arms; more than there are where it never was.
    """
    random = np.random.default_rng(seed)
    total = EACH * len(trial.rates)
    wrong, right = 0, np.full(runs, total + 1)
    for i in range(runs):
        chances = np.array([trial.skew, *[1.0] * (len(trial.rates) - 1)])
        arm = random.choice(len(chances), total, p=chances / chances.sum())
        hit = random.random(total) < np.array(trial.rates)[arm]
        for until in range(PEEK, total + 1, PEEK):
            found = compare(_arms(arm[:until], hit[:until], len(chances)))
            if found.decided:
                wrong += found.leader != trial.best
                right[i] = until if found.leader == trial.best else total + 1
                break
    return wrong, right


def _arms(arm: NDArray[np.int64], hit: NDArray[np.bool_], count: int) -> list[Arm]:
    at = np.arange(len(arm))
    return [Arm(i, f"arm {i}", hit[arm == i], at[arm == i]) for i in range(count)]
