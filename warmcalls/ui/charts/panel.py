"""A panel with one chart: its title, which may be a choice of charts, over the picture."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QMenu, QSizePolicy, QVBoxLayout

from warmcalls.reports.charts.kinds import AnyKind
from warmcalls.ui import icons
from warmcalls.ui.charts.chart_view import ChartView
from warmcalls.ui.charts.drawing import Drawing
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.ranking_report import RankingReport
    from warmcalls.domain.results import Results

PADDING: Final = 16
TITLE: Final = 16  # height; its middle is where the chart leaves room for it
SIDE: Final = 4
Choice = tuple[AnyKind, str]


class Title(QAbstractButton):
    """The title of a chart; where there is more than one to choose from, it opens a menu.

    Attributes:
        chosen: another kind of chart.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._theme, self._choices = theme, tuple(choices)
        self.kind = choices[0][0]
        self._opens = len(choices) > 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._opens else Qt.FocusPolicy.NoFocus)
        self.setFont(theme.font(11, semibold=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if self._opens:
            self.clicked.connect(self.open)
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, words: str) -> None:
        """Show a title."""
        self.setText(words)
        self.setAccessibleName(f"{words}: choose another" if self._opens else words)
        self.adjustSize()
        self.show()

    def sizeHint(self) -> QSize:
        """Return the room of the words and the arrow."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        arrow = self._theme.px(18) if self._opens else 0
        px = self._theme.px
        return QSize(round(wide) + arrow + 2 * px(SIDE) + 1, px(TITLE + 2 * SIDE))

    def choose(self, kind: AnyKind) -> None:
        """Choose a kind of chart, and tell."""
        if kind is not self.kind:
            self.kind = kind
            self.chosen.emit(kind)

    def open(self) -> None:
        """Open the menu under the title."""
        menu = QMenu(self)
        menu.setFont(self._theme.font(13))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for kind, words in self._choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(kind is self.kind)
            group.addAction(action)
            action.triggered.connect(lambda _=False, to=kind: self.choose(to))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + self._theme.px(4))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and Down, too."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}
        if self._opens and event.key() in keys:
            self.open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, the arrow and the ring."""
        del event
        painter, tokens, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._opens and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setFont(self.font())
        painter.setPen(tokens.colour("text2"))
        room = QRectF(px(SIDE), 0, self.width(), self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(room, flags, self.text())
        if self._opens:
            side = px(12)
            at = QRectF(self.width() - px(SIDE) - side, (self.height() - side) / 2, side, side)
            icons.paint(painter, "ph.caret-down", at, tokens.colour("text2"))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), 4)
        painter.end()


class ChartPanel(QFrame):
    """A panel round a chart.

    Args:
        theme: the theme.
        drawing: where charts are drawn.
        choices: kinds of chart and what a menu calls them; the first is shown.
        height: of the chart, as far as one can tell before.

    Attributes:
        kind_chosen: another kind of chart was chosen.
    """

    kind_chosen = Signal(object)

    def __init__(
        self, theme: Theme, drawing: Drawing, choices: Sequence[Choice], height: int
    ) -> None:
        super().__init__()
        self._results: Results | RankingReport | None = None
        self.setProperty("panel", "true")
        self.view = ChartView(theme, drawing, choices[0][0], height)
        self.title = Title(theme, choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(PADDING)] * 4)
        column.addWidget(self.view)
        column.addStretch(1)
        self.title.setParent(self)
        self.title.hide()  # until it says something
        self.title.move(theme.px(PADDING - SIDE), theme.px(PADDING - SIDE) + 1)
        self.setTabOrder(self.title, self.view)
        self.view.shown.connect(lambda title, _: self.title.say(title))
        self.title.chosen.connect(self._choose)

    def show_results(self, results: "Results | RankingReport") -> None:
        """Show results."""
        self._results = results
        self.view.show_results(results)

    def _choose(self, kind: AnyKind) -> None:
        if self._results is not None:
            self.view.show_results(self._results, kind)
        self.kind_chosen.emit(kind)
