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
from math import exp
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from warmcalls.domain.beta import beta_below
from warmcalls.domain.moments import HOUR, local

BANDS: Final = ((8, 10), (10, 12), (12, 14), (14, 16), (16, 18))
"""Local hours; calls earlier or later are of none of them."""
BAND_CALLS: Final = 100.0
SUPPORTED: Final = 20.0
STANDS_OUT: Final = 0.95
HANDFUL: Final = 50  # calls
ABOUT_ENOUGH: Final = 700
"""Calls after which a best time of 40 % beside 25 % is as likely known as not (measured)."""
QUARTER: Final = HOUR // 4


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
        from warmcalls.domain.band_evidence import (  # noqa: PLC0415  the window starts without numpy
            log_evidence,
        )

        return exp(min(float(log_evidence(self.attempts, self.answered)), 700.0))

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
