"""How much of each tier was reached in 30 and 90 days, and whom marketing never reached."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from warmcalls.ui.clients.coverage_bars import THICK, paint_share
from warmcalls.ui.clients.week.figure_link import ASIDE, HIGH, FigureLink
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.reach import Figure, TargetCoverage, TierReach

TITLE: Final = "Reached by marketing"
HEADS: Final = ("Clients", "30 days", "90 days", "Not in 90", "Never")
WIDE: Final = 68
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ShareBar(QWidget):
    """A share as a bar as wide as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share = theme, 0.0
        self.setFixedHeight(theme.px(HIGH))
        self.setMinimumWidth(theme.px(40))

    def show_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self._share = share
        self.setToolTip(f"{share:.0%} reached in 90 days")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        del event
        painter, thick = QPainter(self), self._theme.px(THICK)
        area = QRectF(0, round((self.height() - thick) / 2), self.width(), thick)
        paint_share(painter, area, self._share, self._theme)
        painter.end()


class CoverageTable(QWidget):
    """A row a tier; every figure opens its clients.

    Attributes:
        asked: a `Question` to the list of clients, and what its clients are called.
    """

    asked = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.links: dict[tuple[str, Figure], FigureLink] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._head()

    def show_coverage(self, coverage: "TargetCoverage") -> None:
        """Show all tiers, those without clients left out."""
        self._clear()
        for row, tier in enumerate((t for t in coverage.tiers if t.clients), 1):
            self._add(row, tier)

    def _head(self) -> None:
        self._grid.addWidget(PlainLabel(self._theme, TITLE, semibold=True), 0, 0, 1, 2)
        for column, words in enumerate(HEADS, 2):
            label = PlainLabel(self._theme, words, size=11, role="text2")
            label.setAlignment(RIGHT)
            label.setContentsMargins(0, 0, self._theme.px(ASIDE), 0)
            label.setFixedWidth(self._theme.px(WIDE))
            self._grid.addWidget(label, 0, column)

    def _clear(self) -> None:
        self.links = {}
        for row in range(1, self._grid.rowCount()):
            for column in range(self._grid.columnCount()):
                held = self._grid.itemAtPosition(row, column)
                part = held.widget() if held else None
                if part is not None:
                    self._grid.removeWidget(part)
                    part.deleteLater()

    def _add(self, row: int, tier: "TierReach") -> None:
        from warmcalls.domain.reach import Figure

        name = PlainLabel(self._theme, tier.name, semibold=True)
        name.setMinimumWidth(self._theme.px(28))
        name.setContentsMargins(0, 0, self._theme.px(12), 0)
        self._grid.addWidget(name, row, 0)
        bar = ShareBar(self._theme)
        bar.show_share(tier.share)
        self._grid.addWidget(bar, row, 1)
        for column, figure in enumerate(Figure, 2):
            link = FigureLink(self._theme, WIDE)
            link.show_count(tier.count(figure), tier.title(figure))
            link.clicked.connect(lambda _=False, t=tier, f=figure: self._ask(t, f))
            self.links[tier.tier, figure] = link
            self._grid.addWidget(link, row, column)

    def _ask(self, tier: "TierReach", figure: "Figure") -> None:
        self.asked.emit(tier.question(figure), tier.title(figure))
