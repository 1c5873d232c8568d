"""The ranking's figures that leave the window: saved and copied."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from warmcalls.domain.behind import CallLine
from warmcalls.reports.charts.kinds import RankingKind
from warmcalls.ui.charts.saving import CRISP, PICTURES, TABLES, file_name
from warmcalls.ui.charts.taking_along import TakingAlong

if TYPE_CHECKING:
    from warmcalls.domain.ranking_report import RankingReport
    from warmcalls.reports.charts.drawing import Picture


class Output(TakingAlong):
    """Carries the page out of the window."""

    def save(self, report: "RankingReport", kind: RankingKind | None = None) -> None:
        """Ask for a file, and save the page or one chart to it."""
        name = f"{kind.value if kind else 'ranking'} {report.period.last[:7]}"
        path = self._ask("Save the ranking", name, f"{PICTURES};;{TABLES}")
        if path is not None:
            self.save_to(report, path, kind)

    def save_to(self, report: "RankingReport", path: Path, kind: RankingKind | None = None) -> None:
        """Save the page or one chart."""
        self._save(partial(_save, report, path, kind), path)

    def export(self, name: str, lines: Sequence[CallLine], zone: ZoneInfo) -> None:
        """Ask for a file, and save calls to it."""
        path = self._ask("Save these calls", file_name(name), TABLES)
        if path is not None:
            self._save(partial(_export, name, lines, zone, path), path)

    def copy(self, report: "RankingReport", kind: RankingKind) -> None:
        """Put a chart on the clipboard, and what it says as text."""
        self._copy(partial(_pictured, report, kind), "the chart")


def _pictured(report: "RankingReport", kind: RankingKind) -> "tuple[Picture, str]":
    from warmcalls.reports.charts import ranking_page
    from warmcalls.reports.charts.catalogue import RANKING
    from warmcalls.reports.charts.drawing import picture

    chart = RANKING[kind]
    text = f"{chart.title}\n{chart.finding(report)}\n"
    return picture(ranking_page.picture_of_chart(report, kind), CRISP), text


def _save(report: "RankingReport", path: Path, kind: RankingKind | None) -> None:
    from warmcalls.reports.saving import save_ranking

    save_ranking(report, path, kind)


def _export(name: str, lines: Sequence[CallLine], zone: ZoneInfo, path: Path) -> None:
    from warmcalls.reports import ranking_tables, tables

    tables.write(path, [ranking_tables.rows_behind(name, lines, zone)])
