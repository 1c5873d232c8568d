"""Weights learned: what was set, beside what the agency's outcomes made of it, with its doubt."""

from dataclasses import dataclass
from typing import Final

from warmcalls.domain.features import CONTEXT, FEATURES, prior_of
from warmcalls.domain.kinds import DEFAULT_WORTH, KINDS, Kind
from warmcalls.domain.learned import MOST_OUTCOMES, Lessons, learn
from warmcalls.domain.points import in_points, step_of
from warmcalls.domain.settings import Settings

LEVEL: Final = 0.9
ENOUGH: Final = 10  # outcomes with a signal; fewer are too few to tell
WORTH_TELLING: Final = 2.0  # points
TOLD: Final = 2
FEWEST_TOGETHER: Final = 3


@dataclass(frozen=True, slots=True)
class Weight:
    """One weight of the ranking, log-odds per unit of its feature.

    Attributes:
        name: as `FEATURES` spells it.
        usual: what a new agency starts from.
        set: what the agency believes, the prior's mean.
        learned: what the outcomes made of it.
        low, high: the ends of its central 90 % interval.
        outcomes: outcomes whose call had any of it when it was proposed.
        since_last_month: by how much the last month's outcomes moved it.
        units: of the feature, in the step that its points are told for.
    """

    name: str
    usual: float
    set: float
    learned: float
    low: float
    high: float
    outcomes: int
    since_last_month: float
    units: float = 1.0

    @property
    def can_tell(self) -> bool:
        """Whether enough outcomes had it to say what they made of it."""
        return self.outcomes >= ENOUGH

    @property
    def moved(self) -> float:
        """By how many points the outcomes moved it."""
        return self.points(self.learned - self.set)

    @property
    def is_telling(self) -> bool:
        """Whether it moved far enough to be told: two points, and out of its doubt."""
        doubtful = self.low <= self.set <= self.high
        return self.can_tell and not doubtful and abs(self.moved) >= WORTH_TELLING

    def points(self, log_odds: float) -> float:
        """Return log-odds of this weight as points of its step."""
        return in_points(log_odds * self.units)


@dataclass(frozen=True, slots=True)
class WeightsLearned:
    """All weights of the ranking.

    Attributes:
        outcomes: conversations that the list learnt from.
        signals: one weight a kind of signal, in the order of `KINDS`.
        beside: what surrounds the signals: context, and how busy a client was lately.
    """

    outcomes: int
    signals: tuple[Weight, ...]
    beside: tuple[Weight, ...]

    def of_kind(self, kind: Kind) -> Weight:
        """Return the weight of a kind of signal."""
        return self.signals[KINDS.index(kind)]

    @property
    def together(self) -> float:
        """How much all signals count for beside what was set, 1 for as much; by least squares."""
        told = [w for w in self.signals if w.can_tell and w.set]
        if len(told) < FEWEST_TOGETHER:
            return 1.0
        return sum(w.set * w.learned for w in told) / sum(w.set * w.set for w in told)

    @property
    def most_moved(self) -> tuple[Weight, ...]:
        """The two signals that outcomes moved most, none that is not worth telling."""
        told = [w for w in self.signals if w.is_telling]
        return tuple(sorted(told, key=lambda w: -abs(w.moved))[:TOLD])

    @property
    def most_apart(self) -> tuple[Weight, ...]:
        """The signal that outcomes moved most otherwise than all together, if any is telling."""

        def apart(weight: Weight) -> float:
            return abs(weight.points(weight.learned - self.together * weight.set))

        told = [w for w in self.signals if w.is_telling and apart(w) >= WORTH_TELLING]
        return tuple(sorted(told, key=apart, reverse=True)[:1])


def weights_learned(lessons: Lessons, a_month_ago: Lessons, settings: Settings) -> WeightsLearned:
    """Return what the outcomes made of the settings, and what the last month added to that.

    Both are exact fits with the same settings, so that the difference is the outcomes' alone.

    Args:
        lessons: all outcomes there are to learn from.
        a_month_ago: those of them that there were a month ago.
        settings: what the agency believes.
    """
    now = learn(lessons, settings).model
    then = learn(a_month_ago, settings).model
    low, high = now.intervals(LEVEL)
    had = (lessons.features[-MOST_OUTCOMES:] != 0.0).sum(axis=0)
    mean = prior_of(settings).mean

    def told(i: int, usual: float, units: float = 1.0) -> Weight:
        learned = float(now.weights[i])
        return Weight(
            FEATURES[i], usual, float(mean[i]), learned, float(low[i]), float(high[i]),
            int(had[i]), learned - float(then.weights[i]), units,
        )  # fmt: skip

    signals = tuple(told(i, DEFAULT_WORTH[kind].weight) for i, kind in enumerate(KINDS))
    rest = sorted(range(len(KINDS), len(FEATURES)), key=lambda i: FEATURES[i] not in CONTEXT)
    beside = tuple(told(i, CONTEXT.get(FEATURES[i], 0.0), step_of(FEATURES[i]).units) for i in rest)
    return WeightsLearned(now.outcomes, signals, beside)
