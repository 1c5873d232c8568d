"""What the page reads in the background."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from warmcalls.domain.behind import CallLine, CallsBehind
from warmcalls.domain.moments import day_of
from warmcalls.domain.periods import Period, last_months
from warmcalls.store import settings
from warmcalls.store.engine import Reader

if TYPE_CHECKING:
    from warmcalls.domain.ranking_report import RankingReport
    from warmcalls.domain.weights_learned import WeightsLearned


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows.

    Attributes:
        learned: what the outcomes made of the weights.
        today: the agency's day.
        zone: in which a moment is a day.
    """

    report: "RankingReport"
    learned: "WeightsLearned"
    period: Period
    today: str
    zone: ZoneInfo


def read(db: Reader, wanted: Period | None, now: int) -> Found:
    """Read everything the page shows; without a period the last twelve months are meant."""
    from warmcalls.actions.ranking_report import ranking_report
    from warmcalls.actions.weights_learned import weights_learned

    zone = settings.load(db).zone
    today = day_of(now, zone)
    period = wanted or last_months(today)
    report = ranking_report(db, now=now, period=period)
    return Found(report, weights_learned(db, now=now), period, today, zone)


def rows_behind(db: Reader, period: Period, behind: CallsBehind) -> list[CallLine]:
    """Read the calls behind a figure."""
    from warmcalls.actions.calls_behind import calls_behind

    return calls_behind(db, period, behind)
