"""Which campaigns reached the target clients in 90 days: one bar a campaign, on one scale."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.reach import CampaignReach, TargetCoverage

HIGH, NAME, NUMBER, THICK, ASIDE, MARK = 28, 176, 46, 10, 6, 7
FILLS: Final = (("A", "data1"), ("B", "data2"), ("C", "data3"))
FIRST: Final = 4
TITLE: Final = "Campaigns that reached them, 90 days"
ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def columns(row: "CampaignReach") -> tuple[int, ...]:
    """Return the numbers of a row as they stand at its right: A, B, C and all."""
    return (*(row.by_tier.get(tier, 0) for tier, _ in FILLS), row.clients)


def cells(theme: Theme, area: QRectF, count: int) -> list[QRectF]:
    """Return the cells of the numbers, left to right."""
    wide, right = theme.px(NUMBER), area.right() - theme.px(ASIDE)
    lefts = (right - (count - at) * wide for at in range(count))
    return [QRectF(left, area.top(), wide, area.height()) for left in lefts]


class CampaignHead(QWidget):
    """Over the bars: what they are, and the shade of each tier."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(HIGH - 4))
        self.setAccessibleName(TITLE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heads of the columns."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        area = QRectF(self.rect())
        painter.setFont(self._theme.font(13, semibold=True))
        painter.setPen(tokens.colour("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, TITLE)
        painter.setFont(self._theme.font(11))
        heads = (*FILLS, ("All", ""))
        for (words, fill), cell in zip(heads, cells(self._theme, area, len(heads)), strict=True):
            painter.setPen(tokens.colour("text2"))
            painter.drawText(cell, RIGHT, words)
            if fill:
                wide = painter.fontMetrics().horizontalAdvance(words)
                left = round(cell.right() - wide - px(MARK) - px(4))
                top = round(cell.center().y() - px(MARK) / 2)
                painter.fillRect(QRectF(left, top, px(MARK), px(MARK)), tokens.colour(fill))
        painter.end()


def said(row: "CampaignReach") -> str:
    """Return a campaign's reach in words: "Salary Guide: 12 A, 30 B, 8 without a tier"."""
    parts = [f"{row.by_tier[tier]:,} {tier}" for tier, _ in FILLS if row.by_tier.get(tier)]
    if row.by_tier.get(""):
        parts.append(f"{row.by_tier['']:,} without a tier")
    return f"{row.name}: {', '.join(parts)}"


class CampaignBar(QAbstractButton):
    """One campaign: name, bar by tier, and numbers; it opens its clients where it can."""

    def __init__(
        self, theme: Theme, row: "CampaignReach", longest: int, *, opens: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._row, self._longest = theme, row, max(longest, 1)
        self.opens = opens
        self.setText(row.name)
        self.setAccessibleName(f"{said(row)} clients reached in 90 days")
        self.setToolTip(said(row))
        focus = Qt.FocusPolicy.StrongFocus if self.opens else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if self.opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room it takes."""
        return QSize(self._theme.px(320), self._theme.px(HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, too."""
        if event.key() in ENTERS and not event.isAutoRepeat():
            self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, bar, numbers and ring."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        area = QRectF(self.rect())
        if self.opens and self.underMouse():
            painter.fillRect(area, tokens.colour("hover"))
        name = QRectF(0, 0, px(NAME), area.height())
        painter.setFont(self._theme.font(13))
        painter.setPen(tokens.colour("text2" if self._row.campaign_id is None else "text"))
        cut = Qt.TextElideMode.ElideRight
        fits = painter.fontMetrics().elidedText(self.text(), cut, round(name.width()))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, fits)
        numbers = columns(self._row)
        places = cells(self._theme, area, len(numbers))
        for number, cell in zip(numbers, places, strict=True):
            painter.setPen(tokens.colour("text" if number else "text3"))
            painter.drawText(cell, RIGHT, f"{number:,}")
        self._paint_bar(painter, name.right() + px(12), places[0].left() + px(8))
        if self.hasFocus():
            paint_ring(painter, area, QPen(tokens.colour("text")), 4)
        painter.end()

    def _paint_bar(self, painter: QPainter, left: float, right: float) -> None:
        """Draw the clients of A, B and C, one after the other; those without a tier are hollow."""
        tokens, thick = self._theme.tokens, self._theme.px(THICK)
        unit, top = (right - left) / self._longest, round((self.height() - thick) / 2)
        for tier, fill in (*FILLS, ("", "surface")):
            wide = unit * self._row.by_tier.get(tier, 0)
            if not wide:
                continue
            piece = QRectF(left, top, max(wide - 1, 1), thick)
            painter.fillRect(piece, tokens.colour(fill))
            if not tier:
                painter.setPen(QPen(tokens.colour("control"), 1))
                painter.drawRect(piece.adjusted(0.5, 0.5, -0.5, -0.5))
            left += wide


class CampaignBars(QWidget):
    """The campaigns that reached most; the others unfold.

    Args:
        theme: the theme.
        opens: whether the clients of a campaign can be shown.

    Attributes:
        asked: the `CampaignReach` whose clients are wanted.
    """

    asked = Signal(object)

    def __init__(self, theme: Theme, *, opens: bool = False) -> None:
        super().__init__()
        self._theme, self._opens = theme, opens
        self._rows: tuple[CampaignReach, ...] = ()
        self.bars: list[CampaignBar] = []
        self.more = Button(theme, "", Look.QUIET, small=True, icon="ph.caret-down")
        self.more.clicked.connect(lambda: self._show(len(self._rows)))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        more = QHBoxLayout()
        more.setContentsMargins(-theme.px(12), 0, 0, 0)  # its words stand under the names
        more.addWidget(self.more)
        more.addStretch(1)
        self._column.addLayout(more)

    def show_coverage(self, coverage: "TargetCoverage", first: int = FIRST) -> None:
        """Show the first campaigns."""
        self._rows = coverage.campaigns
        # one that unfolds nothing but a line of its own is no use
        self._show(first if len(self._rows) > first + 1 else len(self._rows))

    def _show(self, count: int) -> None:
        for bar in self.bars:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        longest = max((row.clients for row in self._rows), default=1)
        self.bars = [
            CampaignBar(self._theme, row, longest, opens=self._opens) for row in self._rows[:count]
        ]
        for at, bar in enumerate(self.bars):
            if self._opens:
                bar.clicked.connect(lambda _=False, row=self._rows[at]: self.asked.emit(row))
            self._column.insertWidget(at, bar)
        left = len(self._rows) - count
        self.more.setVisible(left > 0)
        self.more.setText(f"{left:,} more" if count else f"{left:,} campaigns")
        self.more.setAccessibleName(f"{left:,} more campaigns" if count else self.more.text())
        self.more.updateGeometry()
