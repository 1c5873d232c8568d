"""The panels of the page, two beside each other, one under the other where it is narrow."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from warmcalls.reports.charts.kinds import Kind
from warmcalls.ui.charts.drawing import Drawing
from warmcalls.ui.charts.panel import ChartPanel, Choice
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.results import Results

NARROW: Final = 860  # pixels under which one stands under the other
LEFT, RIGHT = 674, 479  # shares of the width
GAP: Final = 16
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


class Panels(QWidget):
    """Eight charts.

    Attributes:
        opened: the rows behind a part are wanted: the kind of chart, and a `Behind` or None.
        copied: a chart is to be copied: its kind.
        saved: a chart is to be saved: its kind.
    """

    opened = Signal(object, object)
    copied = Signal(object)
    saved = Signal(object)

    def __init__(self, theme: Theme, drawing: Drawing) -> None:
        super().__init__()
        self._theme = theme
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(GAP))
        self.panels = [ChartPanel(theme, drawing, choices, height) for choices, height in CHOICES]
        for panel in self.panels:
            view = panel.view
            view.opened.connect(partial(self._open, panel))
            view.copied.connect(lambda view=view: self.copied.emit(view.kind))
            view.saved.connect(lambda view=view: self.saved.emit(view.kind))
        self.panels[0].kind_chosen.connect(self._follow)
        self._lay_out(2)

    def show_results(self, results: "Results") -> None:
        """Show results in every panel."""
        for panel in self.panels:
            panel.show_results(results)

    def focused(self) -> Kind | None:
        """Return the chart that has the focus."""
        kinds = (p.view.kind for p in self.panels if p.view.hasFocus())
        return next((kind for kind in kinds if isinstance(kind, Kind)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where it is narrow."""
        super().resizeEvent(event)
        self._lay_out(1 if self.width() < self._theme.px(NARROW) else 2)

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, panel in enumerate(self.panels):
            self._grid.removeWidget(panel)
            self._grid.addWidget(panel, number // columns, number % columns)
        self._grid.setColumnStretch(0, LEFT)
        self._grid.setColumnStretch(1, RIGHT if columns > 1 else 0)

    def _open(self, panel: ChartPanel, behind: object) -> None:
        self.opened.emit(panel.view.kind, behind)

    def _follow(self, kind: Kind) -> None:
        self.panels[1].title.choose(TOGETHER[kind])
