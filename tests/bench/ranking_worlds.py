"""The worlds that docs/ranking.md is measured in, one process a core."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import TypeVar

from tests.bench.ranking_variants import NO_PACES, WithoutPaces, variants
from warmcalls.domain.kinds import Worth
from warmcalls.domain.learned import Lessons
from warmcalls.domain.settings import Settings
from warmcalls.simulator.contest import Contestant, Played, Size, play
from warmcalls.simulator.line_up import OURS, line_up
from warmcalls.simulator.policies.boosting import boosted
from warmcalls.simulator.policies.ours import Ours

T = TypeVar("T")

# worlds 1 to 30, 100 to 116 and 200 to 216 were looked at while the ranking was built, 401 to 406
# while its competitors were tuned, 301 to 306 while the world was
SEEDS = range(501, 517)
SMALL_SEEDS = range(601, 649)
SETTINGS = Settings()
FULL = Size()
SMALL = Size(clients=400, days=128, calls_a_day=5)
FACTORS = (0.2, 5.0)


@dataclass(frozen=True)
class Found:
    """What came of one world.

    Attributes:
        played: by policy.
        wrong: by how wrong the half-lives were, ours with and without paces.
        lessons: what ours had to learn from at the end.
    """

    played: dict[str, Played]
    wrong: dict[float, dict[str, Played]]
    lessons: Lessons


def full(seed: int) -> Found:
    """Let everybody call in a world of 5,000 clients."""
    chance_shown = boosted(seed, FULL.clients, SETTINGS, warm=False)
    entrants = [*line_up(seed, FULL, SETTINGS), *variants(seed, SETTINGS), Contestant(chance_shown)]
    played = play(seed, entrants, FULL, SETTINGS)
    ours = next(each.policy for each in entrants if each.name == OURS)
    assert isinstance(ours, Ours)
    assert ours.lessons is not None
    return Found(played, {factor: _wrong(seed, factor) for factor in FACTORS}, ours.lessons)


def small(seed: int) -> dict[str, Played]:
    """Let everybody but gradient boosting call in a world of 400 clients, five calls a day."""
    return play(seed, line_up(seed, SMALL, SETTINGS, boosting=False), SMALL, SETTINGS)


def over(work: Callable[[int], T], seeds: Iterable[int], cores: int) -> list[T]:
    """Return what worlds come to, in their order."""
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, seeds))


def _wrong(seed: int, factor: float) -> dict[str, Played]:
    """Let ours call with every half-life wrong by a factor."""
    worth = {
        kind: Worth(each.weight, factor * each.half_life_days)
        for kind, each in SETTINGS.worth.items()
    }
    settings = replace(SETTINGS, worth=worth)
    entrants = [Contestant(Ours(settings, OURS)), Contestant(WithoutPaces(settings, NO_PACES))]
    return play(seed, entrants, FULL, settings)
