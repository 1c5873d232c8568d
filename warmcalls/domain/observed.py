"""Observed against promised: whether calls came to what the list had said of them.

Held against their promise are the calls that the ranking itself put on the list. A promised
callback, a sample for a campaign and a test call were chosen by something else, so they stand
apart: callbacks come out better than any estimate, test calls were never picked for theirs, and
neither says what becomes of a client who was picked because the estimate was high.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.beta import beta_quantile
from warmcalls.domain.calls import CallKind
from warmcalls.domain.learned import label
from warmcalls.domain.outcomes import Reach, Result

Floats = NDArray[np.float64]

MOST_BINS: Final = 8
CALLS_A_BIN: Final = 25
ERROR_BINS: Final = 10
FEWEST: Final = 5.0  # expected or seen, under which a bin says little
EARLY: Final = 10.0  # the same of all calls together
AS_GOOD_AS: Final = (0.9, 1.1)  # observed over promised, for who has so many calls that all differs
LEVEL: Final = 0.9


class View(StrEnum):
    """What was promised of what.

    A call: that somebody answers and that it is worth the time. A conversation: that it is worth
    the time once somebody answered.
    """

    CALLS = "calls"
    CONVERSATIONS = "conversations"


@dataclass(frozen=True, slots=True)
class Promise:
    """A call that was made, with what was promised of it.

    Attributes:
        day: business day of the outcome.
        chance: promised when it was proposed: that it is worth the time, answer included.
        answer_chance: promised when it was proposed: that somebody answers.
        test_chance: the chance with which a test call was drawn.
        came: what came of it, from 0 to 1; None where nobody rang, or nobody said what came of it.
    """

    call_id: int
    client_id: int
    at: int
    day: str
    kind: CallKind
    chance: float
    answer_chance: float
    test_chance: float | None
    reach: Reach
    result: Result | None
    worth: bool | None
    came: float | None = field(init=False)

    def __post_init__(self) -> None:
        """Work out what came of it: a year's calls are asked for it many times."""
        verdict = label(self.reach, self.result, self.worth)
        if self.reach is Reach.REJECTED:
            verdict = None
        elif verdict is None and not self.answered:
            verdict = 0.0
        object.__setattr__(self, "came", verdict)

    @property
    def answered(self) -> bool:
        """Whether there was a conversation."""
        return self.reach is Reach.SPOKE

    def promised(self, view: View) -> float:
        """Return the chance that was promised, of the call or of the conversation."""
        if view is View.CALLS:
            return self.chance
        return min(self.chance / self.answer_chance, 1.0) if self.answer_chance else 0.0

    def counts(self, view: View) -> bool:
        """Tell whether it is held against its promise."""
        if self.kind is not CallKind.WARM or self.came is None:
            return False
        return view is View.CALLS or self.answered


@dataclass(frozen=True, slots=True)
class Bin:
    """Calls of which about the same was promised.

    Attributes:
        predicted: mean of what was promised.
        observed: share that was worth the time.
        worth: how many of them were; halves where a recruiter gave no verdict.
        low, high: between which the share likely lies, 90 %.
    """

    predicted: float
    observed: float
    calls: int
    worth: float
    low: float
    high: float

    @property
    def too_few(self) -> bool:
        """Whether fewer than five were promised and fewer than five seen."""
        return max(self.predicted * self.calls, self.worth) < FEWEST


@dataclass(frozen=True, slots=True)
class Observed:
    """What was promised of some calls, and what came of them.

    Attributes:
        bins: by what was promised, the least first; the last holds the most promising calls.
        promised: sum of the chances promised: so many were to be worth the time.
        worth: how many were.
        low, high: between which the share worth the time likely lies, 90 %.
        error: expected calibration error over ten equally wide bins (Guo and others, 2017).
    """

    bins: tuple[Bin, ...] = ()
    calls: int = 0
    promised: float = 0.0
    worth: float = 0.0
    low: float = 0.0
    high: float = 1.0
    error: float | None = None

    @property
    def ratio(self) -> float | None:
        """Observed over promised; None where nothing was promised."""
        return self.worth / self.promised if self.promised > 0 else None

    @property
    def ratio_interval(self) -> tuple[float, float] | None:
        """Between which observed over promised likely lies; None where nothing was promised."""
        if self.promised <= 0:
            return None
        return self.low * self.calls / self.promised, self.high * self.calls / self.promised

    @property
    def too_early(self) -> bool:
        """Whether fewer than ten were promised and fewer than ten seen."""
        return max(self.promised, self.worth) < EARLY

    @property
    def verdict(self) -> int:
        """0 where the list keeps its word, 1 where it promised too little, -1 too much.

        What lies in the interval is kept, and so is what is within a tenth of it.
        """
        ratio, interval = self.ratio, self.ratio_interval
        if ratio is None or interval is None or AS_GOOD_AS[0] <= ratio <= AS_GOOD_AS[1]:
            return 0
        low, high = interval
        return 0 if low <= 1.0 <= high else 1 if ratio > 1.0 else -1


@dataclass(frozen=True, slots=True)
class MonthKept:
    """A month's calls: what was promised of them and how many were worth the time."""

    month: str
    calls: int
    promised: float
    worth: float


def observed(promised: Floats, came: Floats) -> Observed:
    """Return what came of calls beside what was promised of them.

    Args:
        promised: chances, shape (n,).
        came: what came of each, from 0 to 1, shape (n,).
    """
    calls = len(promised)
    if not calls:
        return Observed()
    worth = float(came.sum())
    return Observed(
        tuple(bin_of(promised[place], came[place]) for place in places(promised)),
        calls,
        float(promised.sum()),
        worth,
        *likely(worth, calls),
        calibration_error(promised, came),
    )


def places(promised: Floats) -> list[NDArray[np.intp]]:
    """Return which calls each bin holds: equal numbers in order of what was promised.

    Up to eight bins, at least 25 calls in each; calls of which the same was promised are in the
    order in which they are given.
    """
    count = min(max(len(promised) // CALLS_A_BIN, 1), MOST_BINS)
    order = np.argsort(promised, kind="stable")
    return [part for part in np.array_split(order, count) if len(part)]


def bin_of(promised: Floats, came: Floats) -> Bin:
    """Return some calls as a bin; there is at least one."""
    calls, worth = len(promised), float(came.sum())
    low, high = likely(worth, calls)
    return Bin(float(promised.mean()), worth / calls, calls, worth, low, high)


def likely(worth: float, calls: int, level: float = LEVEL) -> tuple[float, float]:
    """Return between which values a share likely lies, under a uniform prior.

    Equal tails of Beta(1 + worth, 1 + rest); with none or all of them the interval begins at 0 or
    ends at 1, so that it always holds the share that was seen.
    """
    if calls <= 0:
        return 0.0, 1.0
    a, b, tail = 1.0 + worth, 1.0 + calls - worth, (1.0 - level) / 2
    if worth <= 0:
        return 0.0, beta_quantile(level, a, b)
    if worth >= calls:
        return beta_quantile(1.0 - level, a, b), 1.0
    return beta_quantile(tail, a, b), beta_quantile(1.0 - tail, a, b)


def calibration_error(promised: Floats, came: Floats, bins: int = ERROR_BINS) -> float:
    """Return the expected calibration error: the mean distance of promised and observed.

    Guo, Pleiss, Sun & Weinberger, ICML 2017: bins of equal width from 0 to 1, each counting as
    often as it has calls.
    """
    which = np.minimum((promised * bins).astype(np.int64), bins - 1)
    miss = np.bincount(which, promised - came, minlength=bins)
    return float(np.abs(miss).sum() / len(promised))


def by_month(days: list[str], promised: Floats, came: Floats) -> tuple[MonthKept, ...]:
    """Return the calls by month, oldest first; days are ISO and in order."""
    months = np.array([day[:7] for day in days])
    starts = [0, *(np.flatnonzero(months[1:] != months[:-1]) + 1), len(months)]
    return tuple(
        MonthKept(str(months[a]), b - a, float(promised[a:b].sum()), float(came[a:b].sum()))
        for a, b in pairwise(int(start) for start in starts)
        if b > a
    )
