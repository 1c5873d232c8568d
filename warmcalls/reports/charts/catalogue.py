"""Every chart by its name."""

from typing import TYPE_CHECKING

from warmcalls.domain.behind import By
from warmcalls.domain.observed import View
from warmcalls.reports.charts import (
    calibration,
    cohorts,
    cumulative,
    forecast,
    four_cs,
    funnel,
    models,
    months,
    promised_months,
    returns,
    warm_and_cold,
)
from warmcalls.reports.charts.kinds import Kind, RankingKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from warmcalls.domain.ranking_report import RankingReport
    from warmcalls.domain.results import Results
    from warmcalls.reports.charts.parts import Chart

MADE: "dict[Kind, Callable[[Results], Chart[Results]]]" = {
    Kind.MONTHS: lambda _: months.BY_FIRST_SIGNAL,
    Kind.MONTHS_INVOICED: lambda _: months.BY_INVOICE,
    Kind.INVOICED_PAID: lambda _: months.INVOICED_AND_PAID,
    Kind.ADDED_UP: lambda r: cumulative.cumulative(By.FIRST_SIGNAL, r),
    Kind.ADDED_UP_INVOICED: lambda r: cumulative.cumulative(By.INVOICED, r),
    Kind.ADDED_UP_PAID: lambda r: cumulative.cumulative(By.PAID, r),
    Kind.CAMPAIGNS: lambda r: returns.returns(r, per_channel=False),
    Kind.ALL_CAMPAIGNS: lambda r: returns.returns(r, per_channel=False, most=None),
    Kind.CHANNELS: lambda r: returns.returns(r, per_channel=True, most=None),
    Kind.FUNNEL: lambda _: funnel.FUNNEL,
    Kind.COHORTS: lambda _: cohorts.COHORTS,
    Kind.FORECAST: lambda _: forecast.FORECAST,
    Kind.FOUR_CS: lambda _: four_cs.FOUR_CS,
    Kind.MODELS: lambda _: models.MODELS,
}

RANKING: "dict[RankingKind, Chart[RankingReport]]" = {
    RankingKind.CALLS: calibration.calibration(View.CALLS),
    RankingKind.CONVERSATIONS: calibration.calibration(View.CONVERSATIONS),
    RankingKind.WARM_AND_COLD: warm_and_cold.WARM_AND_COLD,
    RankingKind.MONTHS: promised_months.PROMISED_MONTHS,
}


def chart(kind: Kind, results: "Results") -> "Chart[Results]":
    """Return a chart; its title may name what the results are of."""
    return MADE[kind](results)
