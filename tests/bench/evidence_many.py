"""Several campaigns at once, judged every day against each other: the share of false flags."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.bench.evidence_warning import funnel, growth, scaled
from warmcalls.domain.campaigns import Alert
from warmcalls.domain.evidence import DEFAULT_FUNNEL, WEAK, Floats, flagged, references

DAYS, A_DAY = 90, 3
JUNK = scaled(1, 0.05, 0.5)


@dataclass(frozen=True, slots=True)
class Fleet:
    """Campaigns that run beside each other; `spread` is how much sound ones differ."""

    name: str
    sound: int
    junk: int
    spread: float = 0.0


FLEETS = (
    Fleet("12 sound", 12, 0),
    Fleet("11 sound, 1 junk", 11, 1),
    Fleet("9 sound, 3 junk", 9, 3),
    Fleet("6 sound, 6 junk", 6, 6),
    Fleet("9 sound, each rate off by up to 20 %, 3 junk", 9, 3, 0.2),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What was flagged; means over the runs.

    Attributes:
        false_share: of the flagged, on the worst day.
        any_false: runs, and those in which a sound campaign was flagged on any day.
        alone: the same if each were judged alone, at 20.
        calls: until a junk campaign was flagged, each.
    """

    false_share: float
    any_false: tuple[int, int]
    alone: tuple[int, int]
    calls: NDArray[np.int64]


def run(fleet: Fleet, seed: int, runs: int = 300) -> Judged:
    """Judge a fleet daily, many times."""
    random = np.random.default_rng(seed)
    shares, false, alone, calls = np.zeros((runs, DAYS)), 0, 0, []
    for i in range(runs):
        logs = _daily(fleet, random)
        values = np.exp(np.minimum(logs, 600.0))
        flags = np.array([_flags(day) for day in values.T]).T
        shares[i] = flags[: fleet.sound].sum(axis=0) / np.maximum(flags.sum(axis=0), 1)
        false += bool(flags[: fleet.sound].any())
        alone += bool((values[: fleet.sound] > WEAK).any())
        first = np.where(flags.any(axis=1), flags.argmax(axis=1), DAYS)[fleet.sound :]
        calls.append((first + 1) * A_DAY)
    return Judged(
        float(shares.mean(axis=0).max()), (false, runs), (alone, runs), np.concatenate(calls)
    )


def _flags(values: Floats) -> list[bool]:
    says = flagged(dict(enumerate(values.tolist())))
    return [says[i] is not Alert.NONE for i in range(len(values))]


def _daily(fleet: Fleet, random: np.random.Generator) -> Floats:
    """Return the log e-value of each campaign after each day; shape (campaigns, days)."""
    count, each = fleet.sound + fleet.junk, DAYS * A_DAY
    factors = 1 + fleet.spread * random.uniform(-1, 1, (fleet.sound, len(DEFAULT_FUNNEL)))
    rates = np.concatenate([factors * DEFAULT_FUNNEL, np.tile(JUNK, (fleet.junk, 1))])
    at = np.tile(np.repeat(np.arange(DAYS), A_DAY), (count, 1))
    reached, logs = np.ones((count, each), dtype=bool), np.zeros((count, 3, each))
    for stage, usual in enumerate(DEFAULT_FUNNEL):
        hit = random.random((count, each)) < rates[:, stage, None]
        for own in range(count):
            mine = reached[own]
            others = reached.copy()
            others[own] = False
            p = references(at[own][mine], hit[own][mine], at[others], hit[others], usual)
            logs[own, stage, mine] = np.diff(growth(hit[own][mine], p), prepend=0.0)
        reached = reached & hit
    added = np.cumsum(logs, axis=2)[:, :, A_DAY - 1 :: A_DAY]
    return np.array([funnel(own) for own in added])
