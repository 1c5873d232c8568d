"""Hours: when an agency's calls are answered, and whether its own calls are enough to say so.

The calls of a working day fall into bands of two hours. Two stories compete: one rate of answers
for all bands, or rates of their own around the agency's, as different as rates of 100 calls happen
to be. How much better the second one foretold every call is a Bayes factor (beta-binomial marginal
likelihoods, the agency's rate unknown in both: Gelman and others, Bayesian Data Analysis, 2013,
sections 5.3 and 7.4). While there is nothing to it, it exceeds 20 at any look, however often one
looks, in less than 1 of 20 agencies (Ville's inequality); docs/ranking.md has what was measured.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.beta import beta_below
from warmcalls.domain.moments import HOUR, local

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

BANDS: Final = ((8, 10), (10, 12), (12, 14), (14, 16), (16, 18))
"""Local hours; calls earlier or later are of none of them."""
BAND_CALLS: Final = 100.0
SUPPORTED: Final = 20.0
STANDS_OUT: Final = 0.95
HANDFUL: Final = 50  # calls
ABOUT_ENOUGH: Final = 700
"""Calls after which a best time of 40 % beside 25 % is as likely known as not (measured)."""
QUARTER: Final = HOUR // 4
GRID: Final = (np.arange(400) + 0.5) / 400  # rates of the agency
SHIFT: Final = 8


class BestTime(NamedTuple):
    """The band that is answered most: local hours, the share of its calls, and how many."""

    since: int
    until: int
    rate: float
    calls: int


@dataclass(frozen=True)
class AnswerHours:
    """Calls and answers in every band.

    Attributes:
        attempts, answered: in the order of `BANDS`.
    """

    attempts: tuple[int, ...] = (0,) * len(BANDS)
    answered: tuple[int, ...] = (0,) * len(BANDS)

    @property
    def calls(self) -> int:
        """Calls in all bands."""
        return sum(self.attempts)

    @cached_property
    def evidence(self) -> float:
        """How many times better bands with rates of their own foretell the calls."""
        found = log_evidence(np.array(self.attempts), np.array(self.answered))
        return float(np.exp(min(float(found), 700.0)))

    @property
    def supported(self) -> bool:
        """Whether the calls are enough to say that the hour matters."""
        return self.evidence > SUPPORTED

    def rate(self, band: int) -> float:
        """Return the rate of a band, shrunk to the agency's by 100 calls."""
        usual = sum(self.answered) / max(self.calls, 1)
        return (BAND_CALLS * usual + self.answered[band]) / (BAND_CALLS + self.attempts[band])

    @property
    def best(self) -> int | None:
        """The band that is answered most, where that is known; else None."""
        return self._standing_out(1)

    @property
    def worst(self) -> int | None:
        """The band that is answered least, where that is known; else None."""
        return self._standing_out(-1)

    def _standing_out(self, sign: int) -> int | None:
        """Return the band that is ahead of the others also without the last of these.

        So no band is called the best because one of the others is bad. A handful of calls, which
        may have been agreed, is compared with nothing.
        """
        if not self.supported:
            return None
        first, *others = sorted(range(len(BANDS)), key=lambda band: -sign * self.rate(band))
        calls, answers = self._of(*others[:-1])
        if min(calls, self.attempts[first]) < HANDFUL:
            return None
        usual = sum(self.answered) / self.calls
        yes = BAND_CALLS * usual + self.answered[first]
        no = BAND_CALLS * (1.0 - usual) + self.attempts[first] - self.answered[first]
        below = beta_below(answers / calls, yes, no)
        return first if (1.0 - below if sign > 0 else below) > STANDS_OUT else None

    def _of(self, *bands: int) -> tuple[int, int]:
        """Return calls and answers of some bands."""
        return sum(self.attempts[b] for b in bands), sum(self.answered[b] for b in bands)

    def rate_at(self, now: int, zone: ZoneInfo) -> float | None:
        """Return the rate of the hour, None where it is of no band or not known to matter."""
        band = band_of(local(now, zone).hour)
        return self.rate(band) if band is not None and self.supported else None

    @property
    def best_time(self) -> BestTime | None:
        """The best band with the calls behind it, where it is known."""
        if self.best is None:
            return None
        calls = self.attempts[self.best]
        return BestTime(*BANDS[self.best], self.answered[self.best] / calls, calls)

    @property
    def words(self) -> str:
        """The best time in words, else the worst; before either is known, nothing."""
        return self._said("{what}: answered {own:.0%} of {calls:,} calls, else {others:.0%}")

    @property
    def short_words(self) -> str:
        """The same in a few words: "Best 10–12: 46 %, else 33 %"."""
        return self._said("{what}: {own:.0%}, else {others:.0%}")

    def _said(self, form: str) -> str:
        for said, band in (("Best", self.best), ("Avoid", self.worst)):
            if band is not None:
                (since, until), calls = BANDS[band], self.attempts[band]
                rung, answers = self._of(*(b for b in range(len(BANDS)) if b != band))
                what, own = f"{said} {since}–{until}", self.answered[band] / calls
                told = form.format(what=what, own=own, calls=calls, others=answers / rung)
                return told.replace("%", " %")
        return ""

    @property
    def doubt(self) -> str:
        """What is to be said of the best time before anything is known; empty once it is."""
        if self.words:
            return ""
        if self.calls < ABOUT_ENOUGH:
            return f"too early to tell ({self.calls:,} of about {ABOUT_ENOUGH} calls)"
        return f"no time of day stands out in {self.calls:,} calls"


def answer_hours(quarters: Iterable[tuple[int, int, int]], zone: ZoneInfo) -> AnswerHours:
    """Count calls and answers by band of the local day.

    A quarter of an hour lies in one local hour in every zone, and the zone is asked for each, so
    that 9 o'clock is 9 o'clock in summer and in winter.

    Args:
        quarters: quarters of an hour since 1970, UTC, each with its calls and answers.
        zone: the agency's.
    """
    attempts, answered = [0] * len(BANDS), [0] * len(BANDS)
    for quarter, calls, answers in quarters:
        band = _band_at(quarter, zone)
        if band is not None:
            attempts[band] += calls
            answered[band] += answers
    return AnswerHours(tuple(attempts), tuple(answered))


@lru_cache(maxsize=2**16)  # asked again after every outcome, of the same quarters
def _band_at(quarter: int, zone: ZoneInfo) -> int | None:
    return band_of(local(quarter * QUARTER, zone).hour)


def band_of(hour: int) -> int | None:
    """Return the band of a local hour, None outside the working day."""
    return next((n for n, (since, until) in enumerate(BANDS) if since <= hour < until), None)


def log_evidence(attempts: Ints, answered: Ints) -> Floats:
    """Return the logarithm of the Bayes factor for bands with rates of their own.

    Args:
        attempts: by band along the last axis; more axes are looked at side by side.
        answered: likewise.
    """
    n, y = (np.asarray(each, dtype=np.float64)[..., None] for each in (attempts, answered))
    high, low = BAND_CALLS * GRID, BAND_CALLS * (1.0 - GRID)
    own = _rising(high, y) + _rising(low, n - y) - _rising(np.array(BAND_CALLS), n)
    total, hits = n.sum(axis=-2), y.sum(axis=-2)
    one = hits * np.log(GRID) + (total - hits) * np.log1p(-GRID)
    return _log_mean(own.sum(axis=-2)) - _log_mean(one)


def _log_mean(logs: Floats) -> Floats:
    top = logs.max(axis=-1, keepdims=True)
    return np.asarray(top[..., 0] + np.log(np.exp(logs - top).mean(axis=-1)))


def _rising(start: Floats, steps: Floats) -> Floats:
    """Return the logarithm of start · (start + 1) · … for so many steps."""
    return _log_gamma(start + steps) - _log_gamma(start)


def _log_gamma(x: Floats) -> Floats:
    """Return the logarithm of the gamma function by Stirling's series, to 1e-9."""
    far = x + SHIFT
    series = (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / (1260.0 * far**2)) / far**2) / far
    stirling = (far - 0.5) * np.log(far) - far + 0.5 * np.log(2.0 * np.pi) + series
    steps = np.arange(SHIFT).reshape(-1, *([1] * x.ndim))
    return np.asarray(stirling - np.log(x + steps).sum(axis=0))
