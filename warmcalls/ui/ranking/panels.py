"""The panels of the page, two beside each other, one under the other where it is narrow."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.reports import ranking_words
from warmcalls.reports.charts.kinds import RankingKind
from warmcalls.ui.charts.drawing import Drawing
from warmcalls.ui.charts.panel import ChartPanel
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.ranking.learnt import LearntPanel
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.ui.ranking.asking import Found

NARROW: Final = 860  # pixels under which one stands under the other
LEFT, RIGHT = 674, 479  # shares of the width
GAP: Final = 16
VIEWS: Final = (
    (RankingKind.CALLS, "Of all calls"),
    (RankingKind.CONVERSATIONS, "Of the conversations among them"),
)


class TestsPanel(ChartPanel):
    """Warm against cold, what a test call is, and the way to their share.

    Attributes:
        settings_wanted: the share is wanted, in Settings.
    """

    __test__ = False  # its name is no test's
    settings_wanted = Signal()

    def __init__(self, theme: Theme, drawing: Drawing) -> None:
        super().__init__(theme, drawing, ((RankingKind.WARM_AND_COLD, ""),), 168)
        self.explained = PlainLabel(theme, size=11, role="text2", wraps=True)
        self.settings = Button(theme, "Share of test calls…", icon="ph.gear", small=True)
        self.settings.clicked.connect(self.settings_wanted)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, theme.px(8), 0, 0)
        foot.addWidget(self.settings)
        foot.addStretch(1)
        column.insertWidget(1, self.explained)
        column.addLayout(foot)

    def explain(self, found: "Found") -> None:
        """Say what a test call is, and how many there are."""
        share = ranking_words.share_words(found.report)
        self.explained.setText(f"{ranking_words.WHAT_A_TEST_IS} {share}")


class Panels(QWidget):
    """Three charts, and what was learnt.

    Attributes:
        opened: the calls behind a part are wanted: a `CallsBehind`, or None.
        copied: a chart is to be copied: its kind.
        saved: a chart is to be saved: its kind.
        settings_wanted: a section of Settings is wanted: its id.
    """

    opened = Signal(object)
    copied = Signal(object)
    saved = Signal(object)
    settings_wanted = Signal(str)

    def __init__(self, theme: Theme, drawing: Drawing) -> None:
        super().__init__()
        self._theme, self._columns = theme, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(GAP))
        self.promised = ChartPanel(theme, drawing, VIEWS, 296)
        self.tests = TestsPanel(theme, drawing)
        self.months = ChartPanel(theme, drawing, ((RankingKind.MONTHS, ""),), 208)
        self.learnt = LearntPanel(theme)
        self.charts = (self.promised, self.tests, self.months)
        for panel in self.charts:
            view = panel.view
            view.opened.connect(self.opened)
            view.copied.connect(lambda view=view: self.copied.emit(view.kind))
            view.saved.connect(lambda view=view: self.saved.emit(view.kind))
        self.tests.settings_wanted.connect(partial(self.settings_wanted.emit, "agency"))
        self.learnt.settings_wanted.connect(partial(self.settings_wanted.emit, "signals"))
        self._lay_out(2)

    def show_found(self, found: "Found") -> None:
        """Show what was read in every panel."""
        for panel in self.charts:
            panel.show_results(found.report)
        self.tests.explain(found)
        self.learnt.show_learned(found.learned)

    def focused(self) -> RankingKind | None:
        """Return the chart that has the focus."""
        kinds = (panel.view.kind for panel in self.charts if panel.view.hasFocus())
        return next((kind for kind in kinds if isinstance(kind, RankingKind)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where it is narrow."""
        super().resizeEvent(event)
        self._lay_out(1 if self.width() < self._theme.px(NARROW) else 2)

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, panel in enumerate((*self.charts, self.learnt)):
            self._grid.removeWidget(panel)
            self._grid.addWidget(panel, number // columns, number % columns)
        self._grid.setColumnStretch(0, LEFT)
        self._grid.setColumnStretch(1, RIGHT if columns > 1 else 0)
