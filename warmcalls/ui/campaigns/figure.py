"""A figure that opens the rows behind it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from warmcalls.ui.campaigns.alarm_card import unbroken
from warmcalls.ui.components.lines import wrapped
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

HIGH, DETAIL_LINES = 90, 2


class Figure(QAbstractButton):
    """A quiet name, the figure, and what qualifies it; one that can be pressed opens its rows."""

    def __init__(self, theme: Theme, name: str, *, opens: bool = True) -> None:
        super().__init__()
        self._theme, self._name, self._opens, self._detail = theme, name, opens, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setEnabled(opens)
        focus = Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)

    def show_figure(self, figure: str, detail: str = "", name: str = "") -> None:
        """Show a figure and its detail."""
        self._name, self._detail = name or self._name, detail
        self.setText(figure)
        self.setAccessibleName(f"{self._name}: {figure}" + (f", {detail}" if detail else ""))
        self.setToolTip(detail)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it would like."""
        return QSize(self._theme.px(120), self._theme.px(HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, figure and detail, and the ring."""
        del event
        painter, tokens, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._opens and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("hover"))
            painter.drawRoundedRect(area, 6, 6)
        left, top = px(12), px(8)
        wide, small = int(area.width()) - 2 * left, self._theme.font(11)
        details = wrapped(unbroken(self._detail), small, wide, DETAIL_LINES)
        for text, size, bold, role, high in (
            (self._name, 11, False, "text2", 16),
            (self.text(), 17, True, "text", 24),
            *((line, 11, False, "text2", 15) for line in details),
        ):
            painter.setFont(self._theme.font(size, semibold=bold))
            painter.setPen(tokens.colour(role))
            room = QRectF(left, top, wide, px(high))
            fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fits)
            top += px(high + 1)
        if self.hasFocus():
            paint_ring(painter, area, QPen(tokens.colour("text")), 6)
        painter.end()
