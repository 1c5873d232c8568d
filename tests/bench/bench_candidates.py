"""What candidates hold of the value of the 20 best among 100,000 clients, beside heat.

`python -m tests.bench.bench_candidates [--clients N] [--worlds N]`

Worlds of hidden buying states (warmcalls/simulator); the settings' weights, the same learnt from
100 and 1,000 calls, and weights that outcomes turned into quite others.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from tests.bench.world import NOW
from warmcalls.actions.todays_list import DEEP, LOOKS
from warmcalls.domain.features import features, prior_of
from warmcalls.domain.kinds import KINDS
from warmcalls.domain.learned import beginner
from warmcalls.domain.moments import DAY
from warmcalls.domain.prospects import prospects
from warmcalls.domain.ranking import Floats, Model, fit, untaught
from warmcalls.domain.scores import score
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import HEAT_HALF_LIFE, decayed, heat_weight
from warmcalls.simulator.world import World

A_LIST = 20
DAYS = 120
LEARNT_FROM = 3_000
STALE = 6 * DAY


def main() -> None:
    """Print the share of the best value, by world and weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--worlds", type=int, default=3)
    options = parser.parse_args()
    agency = Settings(landmark=NOW - DAYS * DAY)
    for seed in range(1, options.worlds + 1):
        world = World(seed, options.clients, agency)
        for _ in range(DAYS):
            world.advance()
        _compare(world, replace(agency, prospects_at=world.now - STALE), seed)


def _compare(world: World, agency: Settings, seed: int) -> None:
    clients = world.clients()
    by_prospect = np.argsort(-prospects(clients, agency))
    by_heat = np.argsort(-_heat(world, agency))
    for name, model in _models(world, agency, seed):
        value = score(clients, world.now, agency, replace(beginner(agency), model=model)).value
        best = _best(value)
        looked_at = _look_through(value[by_prospect])
        held = _best(value[by_prospect[:looked_at]]) / best
        heat = _best(value[by_heat[:looked_at]]) / best
        print(
            f"world {seed}, weights {name}: {looked_at:,} looked at, {held:.3f}; by heat {heat:.3f}"
        )


def _models(world: World, agency: Settings, seed: int) -> Iterator[tuple[str, Model]]:
    prior, rng = prior_of(agency), np.random.default_rng(seed)
    yield "as set", untaught(prior)
    clients = world.clients()
    x = features(clients, world.now, agency)
    worth = (world.luck.worth < world.rates.worth[world.states]).astype(float)
    first = score(clients, world.now, agency, beginner(agency)).value
    warm = np.argsort(-first)[:LEARNT_FROM]
    for calls in (100, 1_000):
        called = rng.choice(warm, calls, replace=False)
        yield f"learnt from {calls:,}", fit(x[called], worth[called], prior)
    for turn in (1, 2):
        weights = prior.mean.copy()
        weights[: len(KINDS)] = rng.permutation(weights[: len(KINDS)])
        yield f"shuffled {turn}", replace(untaught(prior), weights=weights)


def _look_through(value: Floats) -> int:
    """Return how many the list would look at, given values in the order of the prospects."""
    for looked_at in LOOKS:
        best = np.argsort(-value[:looked_at])[:A_LIST]
        if (best >= looked_at / 2).mean() <= DEEP:
            return looked_at
    return LOOKS[-1]


def _heat(world: World, agency: Settings) -> Floats:
    """Return about the heat of everybody: the counters themselves, whose half-lives differ."""
    weights = np.array([heat_weight(kind, agency.worth) for kind in KINDS])
    lives = np.array([agency.worth[kind].half_life_days for kind in KINDS])
    counts = decayed(world.clients().stored, world.now, agency.landmark, agency.worth)
    return np.asarray(counts @ (weights * HEAT_HALF_LIFE / lives))


def _best(value: Floats) -> float:
    return float(np.sort(value)[::-1][:A_LIST].sum())


if __name__ == "__main__":
    main()
