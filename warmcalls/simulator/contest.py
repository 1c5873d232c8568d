"""The contest: policies side by side in one world, day after day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.settings import Settings
from warmcalls.simulator.calls import CallBook, Made
from warmcalls.simulator.fees import deals, expected
from warmcalls.simulator.policies.policy import Morning, Policy, Ranked
from warmcalls.simulator.world import WARM_UP, World

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CLIENTS: Final = 5_000
DAYS: Final = 128
CALLS_A_DAY: Final = 20


@dataclass(frozen=True, slots=True)
class Size:
    """How large a contest is."""

    clients: int = CLIENTS
    days: int = DAYS
    calls_a_day: int = CALLS_A_DAY


@dataclass(frozen=True, slots=True)
class Contestant:
    """A policy in a contest.

    Attributes:
        test_share: of its calls, those drawn at random among everybody else.
    """

    policy: Policy
    test_share: float = 0.0

    @property
    def name(self) -> str:
        """What tables call it."""
        tests = f", {100 * self.test_share:.0f} % test calls" if self.test_share else ""
        return self.policy.name + tests


@dataclass(frozen=True, slots=True)
class Played:
    """What one policy's calls came to, in the order in which they were made; one entry a call.

    Attributes:
        worth: 1 for worth the time.
        chance: promised before, not a number where nothing was.
        truth: the hidden chance of it.
        tests: whether it was a test call.
        due: expected fees of those worth the time, minor units.
        fees: invoiced in the end, minor units; when: days after the first morning, -1 for never.
    """

    worth: Floats
    chance: Floats
    truth: Floats
    tests: NDArray[np.bool_]
    due: Floats
    fees: Floats
    when: Ints


def play(
    seed: int,
    contestants: Sequence[Contestant],
    size: Size,
    settings: Settings,
    progress: Callable[[], None] = lambda: None,
) -> dict[str, Played]:
    """Let policies call in one world; each has its own calls, all have the same luck.

    Args:
        seed: of the world.
        contestants: with names of their own.
        size: of the contest.
        settings: of the agency, whose half-lives its counters have.
        progress: called after every day.

    Returns:
        What came of it, by the contestants' names.
    """
    world = World(seed, size.clients, settings)
    for _ in range(WARM_UP):
        world.advance()
    books = [CallBook(size.clients) for _ in contestants]
    days: list[list[Played]] = [[] for _ in contestants]
    for day in range(size.days):
        world.advance()
        for contestant, book, kept in zip(contestants, books, days, strict=True):
            kept.append(_morning(world, contestant, book, size, day))
            contestant.policy.learn(book)
        progress()
    return {
        contestant.name: _joined(kept) for contestant, kept in zip(contestants, days, strict=True)
    }


def _morning(world: World, contestant: Contestant, book: CallBook, size: Size, day: int) -> Played:
    """Let a policy make its calls of one morning."""
    seen = Morning(
        book.known(world.clients()), world.campaigns, world.counters.totals,
        world.now, world.luck.tie, world,
    )  # fmt: skip
    ranked = contestant.policy.rank(seen)
    who, tests = _chosen(world, ranked.value, book, size.calls_a_day, contestant.test_share)
    made = book.ring(world, who)
    if ranked.x is not None and ranked.log_odds is not None:
        book.keep(world, made, ranked.x[who], ranked.log_odds[who])
    return _played(world, made, ranked, tests, day)


def _chosen(
    world: World, value: Floats, book: CallBook, calls: int, test_share: float
) -> tuple[Ints, NDArray[np.bool_]]:
    """Return who is rung, best first and test calls last, and which are test calls."""
    ready = np.flatnonzero(book.ready <= world.day)
    # a share of a call is a chance of one, by the luck of the day
    drawn = min(int(test_share * calls + world.luck.tie[0]), len(ready))
    best = ready[np.lexsort((world.luck.tie[ready], -value[ready]))]
    top, rest = best[: calls - drawn], best[calls - drawn :]
    tested = rest[np.argsort(world.luck.tie[rest])[:drawn]]
    who = np.concatenate([top, tested])
    return who, np.arange(len(who)) >= len(top)


def _played(world: World, made: Made, ranked: Ranked, tests: NDArray[np.bool_], day: int) -> Played:
    """Return what the calls of one morning came to, and will come to."""
    who, worth = made.clients, made.worth
    chance = np.full(len(who), np.nan) if ranked.chance is None else ranked.chance[who]
    came = deals(world.luck.deals[who], world.fee[who])
    paid = worth & (came.fee > 0.0)
    return Played(
        worth.astype(np.float64),
        chance,
        world.worth[who] * world.market.reach[who],
        tests,
        np.where(worth, expected(world.fee[who]), 0.0),
        np.where(paid, came.fee, 0.0),
        np.where(paid, came.invoiced + day, -1),
    )


def _joined(days: Sequence[Played]) -> Played:
    return Played(
        *(
            np.concatenate([getattr(day, name) for day in days])
            for name in ("worth", "chance", "truth", "tests", "due", "fees", "when")
        )
    )
