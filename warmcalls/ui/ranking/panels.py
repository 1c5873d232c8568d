"""The panels of the page."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from warmcalls.reports import ranking_words
from warmcalls.reports.charts.kinds import RankingKind
from warmcalls.ui.charts.drawing import Drawing
from warmcalls.ui.charts.panel import ChartPanel
from warmcalls.ui.charts.panel_grid import PanelGrid
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.ranking.learnt import LearntPanel
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.ui.ranking.asking import Found

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


class Panels(PanelGrid):
    """Three charts, and what was learnt.

    Attributes:
        opened: the calls behind a part are wanted: a `CallsBehind`, or None.
        settings_wanted: a section of Settings is wanted: its id.
    """

    opened = Signal(object)
    settings_wanted = Signal(str)

    def __init__(self, theme: Theme, drawing: Drawing) -> None:
        promised, tests = ChartPanel(theme, drawing, VIEWS, 296), TestsPanel(theme, drawing)
        months = ChartPanel(theme, drawing, ((RankingKind.MONTHS, ""),), 208)
        learnt = LearntPanel(theme)
        super().__init__(theme, (promised, tests, months, learnt))
        self.promised, self.tests, self.months, self.learnt = promised, tests, months, learnt
        for panel in self.charts:
            panel.view.opened.connect(self.opened)
        self.tests.settings_wanted.connect(partial(self.settings_wanted.emit, "agency"))
        self.learnt.settings_wanted.connect(partial(self.settings_wanted.emit, "signals"))

    def show_found(self, found: "Found") -> None:
        """Show what was read in every panel."""
        for panel in self.charts:
            panel.show_results(found.report)
        self.tests.explain(found)
        self.learnt.show_learned(found.learned)

    def focused(self) -> RankingKind | None:
        """Return the chart that has the focus."""
        kind = super().focused()
        return kind if isinstance(kind, RankingKind) else None
