"""Panels two beside each other, one under the other where it is narrow."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from warmcalls.reports.charts.kinds import AnyKind
from warmcalls.ui.charts.panel import ChartPanel
from warmcalls.ui.theme import Theme

NARROW: Final = 860  # pixels under which one stands under the other
LEFT, RIGHT = 674, 479  # shares of the width
GAP: Final = 16


class PanelGrid(QWidget):
    """Panels with charts, and with other things.

    Args:
        theme: the theme.
        panels: row by row.

    Attributes:
        copied: a chart is to be copied: its kind.
        saved: a chart is to be saved: its kind.
        charts: the panels among them that have a chart.
    """

    copied = Signal(object)
    saved = Signal(object)

    def __init__(self, theme: Theme, panels: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme, self._panels, self._columns = theme, panels, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(GAP))
        self.charts = [panel for panel in panels if isinstance(panel, ChartPanel)]
        for panel in self.charts:
            view = panel.view
            view.copied.connect(lambda view=view: self.copied.emit(view.kind))
            view.saved.connect(lambda view=view: self.saved.emit(view.kind))
        self._lay_out(2)

    def focused(self) -> AnyKind | None:
        """Return the chart that has the focus."""
        return next((p.view.kind for p in self.charts if p.view.hasFocus()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where it is narrow."""
        super().resizeEvent(event)
        self._lay_out(1 if self.width() < self._theme.px(NARROW) else 2)

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, panel in enumerate(self._panels):
            self._grid.removeWidget(panel)
            self._grid.addWidget(panel, number // columns, number % columns)
        self._grid.setColumnStretch(0, LEFT)
        self._grid.setColumnStretch(1, RIGHT if columns > 1 else 0)
