"""The ranking's figures that leave the window: saved and copied."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from warmcalls.domain.behind import CallLine
from warmcalls.reports.charts.kinds import RankingKind
from warmcalls.ui.charts.drawing import Drawing
from warmcalls.ui.charts.saving import (
    CRISP,
    PICTURES,
    TABLES,
    as_image,
    ask_for_file,
    file_name,
)

if TYPE_CHECKING:
    from warmcalls.domain.ranking_report import RankingReport
    from warmcalls.reports.charts.drawing import Picture


class Output(QObject):
    """Carries the page out of the window, in the lane that draws.

    Args:
        page: over which dialogs open.
        drawing: the lane.

    Attributes:
        said: it was done: the sentence.
        failed: why it could not be done.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, page: QWidget, drawing: Drawing) -> None:
        super().__init__(page)
        self._page, self._drawing = page, drawing

    def save(self, report: "RankingReport", kind: RankingKind | None = None) -> None:
        """Ask for a file, and save the page or one chart to it."""
        name = f"{kind.value if kind else 'ranking'} {report.period.last[:7]}"
        path = ask_for_file(self._page, "Save the ranking", name, f"{PICTURES};;{TABLES}")
        if path is not None:
            self.save_to(report, path, kind)

    def save_to(self, report: "RankingReport", path: Path, kind: RankingKind | None = None) -> None:
        """Save the page or one chart."""
        self._do(partial(_save, report, path, kind), f"Saved {path.name}")

    def export(self, name: str, lines: Sequence[CallLine], zone: ZoneInfo) -> None:
        """Ask for a file, and save calls to it."""
        path = ask_for_file(self._page, "Save these calls", file_name(name), TABLES)
        if path is not None:
            self._do(partial(_export, name, lines, zone, path), f"Saved {path.name}")

    def copy(self, report: "RankingReport", kind: RankingKind) -> None:
        """Put a chart on the clipboard, and what it says as text."""
        task = self._drawing.do(partial(_pictured, report, kind))
        task.finished.connect(lambda found: self._put(*found))
        task.failed.connect(self._fail)

    def _put(self, picture: "Picture", text: str) -> None:
        data = QMimeData()
        data.setImageData(as_image(picture))
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit("Copied the chart as a picture and as text")

    def _do(self, job: Callable[[], None], said: str) -> None:
        task = self._drawing.do(job)
        task.finished.connect(lambda _: self.said.emit(said))
        task.failed.connect(self._fail)

    def _fail(self, error: object) -> None:
        self.failed.emit(str(error))


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
