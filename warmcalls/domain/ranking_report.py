"""The ranking's own report: what it promised, what came of it, and what it is worth."""

from dataclasses import dataclass, field
from typing import Any

from warmcalls.domain.observed import MonthKept, Observed, View
from warmcalls.domain.periods import Period
from warmcalls.domain.warm_against_cold import Share, WarmAgainstCold


@dataclass(frozen=True, slots=True)
class Apart:
    """Calls of the period that are not held against a promise.

    Attributes:
        callbacks: promised by a recruiter.
        samples: rung so that a campaign can be judged.
        undecided: of the list, but nobody said what came of the conversation.
        rejected: of the list, but refused before anybody rang.
    """

    callbacks: int = 0
    samples: int = 0
    undecided: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class RankingReport:
    """What the Ranking page shows and `warmcalls ranking --json` prints.

    Attributes:
        period: whole days of the outcomes.
        calls: the calls of the list held against their promise, no answers among them.
        conversations: those that somebody answered.
        months: the calls by month, oldest first.
        against: calls of the list beside test calls.
        test_share: share of the list that is drawn at random, now.
        outcomes: calls that the ranking has learnt from, of all times.
        newest: moment of the newest outcome in the period, UTC microseconds; 0 for none.
    """

    period: Period
    calls: Observed
    conversations: Observed
    months: tuple[MonthKept, ...]
    against: WarmAgainstCold
    test_share: float
    apart: Apart = field(default_factory=Apart)
    outcomes: int = 0
    newest: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether no call of the list and no test call has come to anything yet."""
        return not self.calls.calls and not self.against.cold.calls

    def view(self, view: View) -> Observed:
        """Return the calls, or the conversations among them."""
        return self.calls if view is View.CALLS else self.conversations


def document(report: RankingReport) -> dict[str, Any]:
    """Return the report as the command line's JSON has it: shares from 0 to 1."""
    return {
        "from": report.period.first,
        "to": report.period.last,
        **_observed(report.calls),
        "conversations": _observed(report.conversations),
        "test_calls": _against(report.against) | {"share_of_the_list": report.test_share},
    }


def _observed(found: Observed) -> dict[str, Any]:
    interval = found.ratio_interval
    return {
        "calls": found.calls,
        "predicted": found.promised,
        "observed": found.worth,
        "calibration": [
            {
                "predicted": each.predicted,
                "observed": each.observed,
                "calls": each.calls,
                "low": each.low,
                "high": each.high,
            }
            for each in found.bins
        ],
        "expected_calibration_error": found.error,
        "observed_over_predicted": found.ratio,
        "observed_over_predicted_interval": list(interval) if interval else None,
    }


def _against(found: WarmAgainstCold) -> dict[str, Any]:
    known = found.cold.calls and found.warm.calls
    return _share(found.cold) | {
        "list": _share(found.warm),
        "ratio": found.ratio,
        "ratio_interval": [found.low, found.high] if known else None,
        "too_early": found.too_early,
        "more_needed": found.more_needed,
    }


def _share(found: Share) -> dict[str, Any]:
    return {
        "calls": found.calls,
        "conversations": found.conversations,
        "worth": found.worth,
        "rate": found.rate,
        "interval": [found.low, found.high],
    }
