"""A chart in the window: crisp at every size, and every part of it can be pointed at."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from warmcalls.reports.charts.kinds import AnyKind, Kind
from warmcalls.reports.charts.look import look_of
from warmcalls.ui.charts.bubble import paint_bubble
from warmcalls.ui.charts.cursor import beside
from warmcalls.ui.charts.drawing import Drawing
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.ranking_report import RankingReport
    from warmcalls.domain.results import Results
    from warmcalls.reports.charts.drawing import Shown
    from warmcalls.reports.charts.parts import Part
    from warmcalls.ui.tasks import Task

DPI: Final = 96
LEAST: Final = 200  # pixels of width under which nothing is drawn
ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
MOVES: Final = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}


class ChartView(QWidget):
    """Shows a chart; arrows move over its parts, Enter and a click open the rows behind one.

    Args:
        theme: gives colours and text size.
        drawing: where it is drawn.
        kind: which chart.
        height: that it probably takes, so that the page does not jump.

    Attributes:
        opened: the rows behind a part are wanted: a `Behind`, or None where a part has none.
        copied: the chart is to be copied.
        saved: the chart is to be saved.
        shown: it was drawn: its title and its finding.
    """

    opened = Signal(object)
    copied = Signal()
    saved = Signal()
    shown = Signal(str, str)

    def __init__(self, theme: Theme, drawing: Drawing, kind: AnyKind, height: int) -> None:
        super().__init__()
        self._theme, self._drawing, self._kind = theme, drawing, kind
        self._results: Results | RankingReport | None = None
        self._shown: Shown | None = None
        self._image = QImage()
        self._busy: Task[Shown] | None = None
        self._stale = False
        self._at, self._under, self._by_key = -1, -1, False
        self.setMinimumSize(theme.px(LEAST), theme.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.redraw)

    @property
    def kind(self) -> AnyKind:
        """Which chart it is."""
        return self._kind

    @property
    def parts(self) -> "tuple[Part, ...]":
        """What can be pointed at."""
        return self._shown.parts if self._shown else ()

    @property
    def finding(self) -> str:
        """What the chart says, in a sentence."""
        return self._shown.finding if self._shown else ""

    @property
    def is_drawn(self) -> bool:
        """Whether what is seen is what is known."""
        return self._shown is not None and not self._stale and self._busy is None

    def show_results(self, results: "Results | RankingReport", kind: AnyKind | None = None) -> None:
        """Show results, as another kind of chart if one is named."""
        if kind is not None and kind is not self._kind:
            self._kind, self._at = kind, -1
        self._results = results
        self._draw()

    def redraw(self) -> None:
        """Draw it again when it is next seen."""
        self._stale = self._results is not None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the least size: the width is given by the panel."""
        return self.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it anew; until then the picture stays as it was, so that nothing flickers."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.redraw()

    def _draw(self) -> None:
        """Draw in the background; while it is busy, the newest wish waits."""
        results, ratio, scale = self._results, self.devicePixelRatioF(), self._theme.scale
        if results is None or self.width() < self._theme.px(LEAST):
            return
        if self._busy is not None:
            self._stale = True
            return
        self._stale = False
        job = partial(
            _shown,
            self._kind,
            results,
            self._theme.tokens.by_name(),
            self.width() / scale,
            DPI * scale * ratio,
        )
        self._busy = self._drawing.do(job)
        self._busy.finished.connect(partial(self._take, ratio))
        self._busy.failed.connect(self._give_up)

    def _give_up(self) -> None:
        self._busy = None

    def _take(self, ratio: float, shown: "Shown") -> None:
        self._busy, self._shown = None, shown
        picture = shown.picture
        wide, high, form = picture.width, picture.height, QImage.Format.Format_RGBA8888
        self._image = QImage(picture.pixels, wide, high, 4 * wide, form).copy()
        self._image.setDevicePixelRatio(ratio)
        self._at = min(self._at, len(shown.parts) - 1)
        self._under = -1
        self.setMinimumHeight(self._theme.px(shown.height))
        self.setAccessibleName(f"{shown.title}. {shown.finding}")
        self.shown.emit(shown.title, shown.finding)
        self.update()
        if self._stale:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, what is pointed at, and the cursor."""
        del event
        if self._stale and self._busy is None:
            self._draw()
        painter = QPainter(self)
        painter.drawImage(QPointF(0, 0), self._image)
        if 0 <= self._under < len(self.parts):
            self._paint_under(painter, self._rect(self._under))
        if self.hasFocus():
            self._paint_cursor(painter)
        painter.end()

    def _paint_cursor(self, painter: QPainter) -> None:
        area = QRectF(self.rect())
        where = self._rect(self._at) if self._at >= 0 else area
        paint_ring(painter, where, QPen(self._theme.tokens.colour("text")), 4)
        if self._at >= 0 and self._by_key:
            words = self.parts[self._at].words
            paint_bubble(painter, area, where, words, self._theme)

    def _paint_under(self, painter: QPainter, where: QRectF) -> None:
        ink = self._theme.tokens.colour("text")
        ink.setAlphaF(0.07)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(where, 4, 4)

    def _rect(self, number: int) -> QRectF:
        """Return where a part is in the widget, made large enough to be seen."""
        box, scale = self.parts[number].box, self._theme.scale
        where = QRectF(*(length * scale for length in box))
        grown = where.adjusted(-3, -3, 3, 3)
        return grown.intersected(QRectF(self.rect()))

    def _part_at(self, point: QPointF) -> int:
        x, y = point.x() / self._theme.scale, point.y() / self._theme.scale
        found = (n for n in reversed(range(len(self.parts))) if self.parts[n].box.holds(x, y))
        return next(found, -1)

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would open."""
        under = self._part_at(event.position())
        if under != self._under:
            self._under = under
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._under = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the rows behind a part."""
        number = self._part_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and number >= 0:
            self._at, self._by_key = number, False
            self.update()
            self.opened.emit(self.parts[number].behind)

    def event(self, event: QEvent) -> bool:
        """Say what is under the pointer; draw anew on a screen of another resolution."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.redraw()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._part_at(QPointF(event.pos()))
            words = plain_tip(self.parts[number].words) if number >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy or save this chart alone."""
        menu = QMenu(self)
        menu.setFont(self._theme.font(13))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Copy this chart", self.copied.emit)
        menu.addAction("Save this chart…", self.saved.emit)
        menu.popup(event.globalPos())

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the parts, open one."""
        move = MOVES.get(Qt.Key(event.key()))
        if move and self.parts:
            self._go(beside(self.parts, self._at, move))
        elif event.key() in ENTERS and self._at >= 0:
            self.opened.emit(self.parts[self._at].behind)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Read what the chart says to who listens."""
        super().focusInEvent(event)
        self.update()

    def _go(self, number: int) -> None:
        """Move the cursor, and read the part aloud."""
        self._at, self._by_key = number, True
        words = self.parts[number].words
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.update()


def _shown(
    kind: AnyKind,
    results: "Results | RankingReport",
    colours: dict[str, str],
    width: float,
    dpi: float,
) -> "Shown":
    """Draw, in the lane that draws."""
    from warmcalls.domain.results import Results
    from warmcalls.reports.charts import catalogue, drawing

    look = look_of(colours)
    if isinstance(kind, Kind):
        assert isinstance(results, Results)
        return drawing.shown(catalogue.chart(kind, results), results, look, width, dpi)
    assert not isinstance(results, Results)
    return drawing.shown(catalogue.RANKING[kind], results, look, width, dpi)
