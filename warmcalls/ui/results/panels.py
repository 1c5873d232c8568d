"""The panels of the page."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from warmcalls.reports.charts.kinds import Kind
from warmcalls.ui.charts.drawing import Drawing
from warmcalls.ui.charts.panel import ChartPanel, Choice
from warmcalls.ui.charts.panel_grid import PanelGrid
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.results import Results

CHOICES: Final[tuple[tuple[tuple[Choice, ...], int], ...]] = (
    (
        (
            (Kind.MONTHS, "By month of first signal"),
            (Kind.MONTHS_INVOICED, "By month of invoice"),
            (Kind.INVOICED_PAID, "Invoiced against paid"),
        ),
        256,
    ),
    (
        (
            (Kind.ADDED_UP, "By month of first signal"),
            (Kind.ADDED_UP_INVOICED, "By month of invoice"),
            (Kind.ADDED_UP_PAID, "Invoiced against paid"),
        ),
        256,
    ),
    (
        (
            (Kind.CAMPAIGNS, "Per campaign"),
            (Kind.ALL_CAMPAIGNS, "Per campaign, all of them"),
            (Kind.CHANNELS, "Per channel"),
        ),
        296,
    ),
    (((Kind.FUNNEL, ""),), 296),
    (((Kind.COHORTS, ""),), 332),
    (((Kind.FORECAST, ""),), 332),
    (((Kind.MODELS, ""),), 332),
    (((Kind.FOUR_CS, ""),), 332),
)
TOGETHER: Final = {
    Kind.MONTHS: Kind.ADDED_UP,
    Kind.MONTHS_INVOICED: Kind.ADDED_UP_INVOICED,
    Kind.INVOICED_PAID: Kind.ADDED_UP_PAID,
}
"""What is added up follows the way in which months are counted."""


class Panels(PanelGrid):
    """Eight charts.

    Attributes:
        opened: the rows behind a part are wanted: the kind of chart, and a `Behind` or None.
    """

    opened = Signal(object, object)

    def __init__(self, theme: Theme, drawing: Drawing) -> None:
        super().__init__(
            theme, [ChartPanel(theme, drawing, kinds, high) for kinds, high in CHOICES]
        )
        for panel in self.charts:
            panel.view.opened.connect(partial(self._open, panel))
        self.charts[0].kind_chosen.connect(self._follow)

    def show_results(self, results: "Results") -> None:
        """Show results in every panel."""
        for panel in self.charts:
            panel.show_results(results)

    def focused(self) -> Kind | None:
        """Return the chart that has the focus."""
        kind = super().focused()
        return kind if isinstance(kind, Kind) else None

    def _open(self, panel: ChartPanel, behind: object) -> None:
        self.opened.emit(panel.view.kind, behind)

    def _follow(self, kind: Kind) -> None:
        self.charts[1].title.choose(TOGETHER[kind])
