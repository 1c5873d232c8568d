"""The row of a call: one delegate paints it all, and measures every text once."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from warmcalls.domain.calls import WarmCall
from warmcalls.reports.phones import shown
from warmcalls.ui.components import chip
from warmcalls.ui.components.lines import wrapped
from warmcalls.ui.components.sparkline import paint_sparkline
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme
from warmcalls.ui.today import words
from warmcalls.ui.today.call_model import CALL, CallModel, Index
from warmcalls.ui.today.moment import Now

ROW: Final = 100
MARGIN: Final = 20
RIGHT: Final = 96
NARROW_RIGHT: Final = 72
NARROW: Final = 470
GAP: Final = 16
KEPT: Final = 2000


class CallDelegate(QStyledItemDelegate):
    """Paints client, tier, mark; contact and number; why; warmth and chance."""

    def __init__(self, theme: Theme, now: Now, model: CallModel) -> None:
        super().__init__(model)
        self._theme, self._now, self._model = theme, now, model
        self._lines: dict[tuple[str, int], list[str]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every row."""
        del option, index
        return QSize(self._theme.px(320), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        call: WarmCall = index.data(CALL)
        area = QRectF(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._paint_ground(painter, area, state)
        left, right = self._columns(area, option.widget)
        self._paint_first(painter, left, call)
        self._paint_second(painter, left, call, quiet="text2" if selected else "text3")
        self._paint_why(painter, left, call)
        self._paint_right(painter, right, call)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(
                painter, area.adjusted(0, 0, 0, -1), QPen(self._theme.tokens.colour("text")), 0
            )
        painter.restore()

    def _columns(self, area: QRectF, owner: QWidget) -> tuple[QRectF, QRectF]:
        """Return the columns of words and of warmth; a scroll bar takes of the margin."""
        px = self._theme.px
        edge = owner.width() - px(MARGIN)
        wide = px(RIGHT if owner.width() >= px(NARROW) else NARROW_RIGHT)
        right = QRectF(edge - wide, area.top(), wide, area.height())
        left = QRectF(area.left() + px(MARGIN), area.top(), 0, area.height())
        left.setRight(right.left() - px(GAP))
        return left, right

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        role = "selected" if selected else "hover" if over else "surface"
        painter.fillRect(area, tokens.colour(role))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, tokens.colour("line"))
        if selected:
            bar = QRectF(area.left(), area.top(), 3, area.height())
            painter.fillRect(bar, tokens.colour("text"))

    def _paint_first(self, painter: QPainter, left: QRectF, call: WarmCall) -> None:
        """Draw the client, its tier, and its mark; the name gives way."""
        px, line = self._theme.px, QRectF(left.left(), left.top() + self._theme.px(11), 0, 0)
        line.setSize(left.size())
        line.setHeight(px(20))
        icon, text = words.mark(call, self._now(), self._now.zone)
        chip_wide = chip.width_of(text, icon, self._theme) + px(8) if text else 0
        tier_wide = px(20) if call.tier else 0
        bold = self._theme.font(13, semibold=True)
        room = line.width() - chip_wide - tier_wide
        name_wide = self._text(painter, line, call.client, bold, "text", room=room)
        at = line.left() + name_wide
        if call.tier:
            tier = line.adjusted(name_wide + px(8), 0, 0, 0)
            at += px(8) + self._text(painter, tier, call.tier, self._theme.font(11), "text3")
        if text:
            where = QPointF(round(at + px(8)), line.top())
            chip.paint_chip(painter, where, text, icon, self._theme)

    def _paint_second(self, painter: QPainter, left: QRectF, call: WarmCall, *, quiet: str) -> None:
        """Draw whom to ask for, and the number; the role gives way, the number never."""
        px, face = self._theme.px, self._theme.font(13)
        line = QRectF(left.left(), left.top() + px(33), left.width(), px(18))
        number = shown(call.phone.number) if call.phone else ""
        wide = QFontMetricsF(face).horizontalAdvance(f"  ·  {number}") if number else 0
        used = self._text(painter, line, words.who(call), face, quiet, room=line.width() - wide)
        if not number:
            return
        dot = line.adjusted(used, 0, 0, 0)
        used += self._text(painter, dot, "  ·  ", face, quiet)
        self._text(painter, line.adjusted(used, 0, 0, 0), number, face, "text")

    def _paint_why(self, painter: QPainter, left: QRectF, call: WarmCall) -> None:
        px, face = self._theme.px, self._theme.font(13)
        for number, text in enumerate(self._wrapped(call.why, int(left.width()))):
            top = left.top() + px(53) + number * px(18)
            line = QRectF(left.left(), top, left.width(), px(18))
            self._text(painter, line, text, face, "text")

    def _paint_right(self, painter: QPainter, right: QRectF, call: WarmCall) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        area = QRectF(right.left(), right.top() + px(10), right.width(), px(28))
        if any(call.sparkline):  # a flat line would look like a little warmth
            paint_sparkline(painter, area, call.sparkline, self._model.top, tokens)
        said = words.chance(call)
        known = said != "not known"
        painter.setFont(self._theme.font(13, semibold=known))
        painter.setPen(tokens.colour("text" if known else "text3"))
        line = QRectF(right.left() - px(GAP), right.top() + px(46), right.width() + px(GAP), px(20))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            line,
            align,
            QFontMetricsF(painter.font()).elidedText(
                said, Qt.TextElideMode.ElideRight, line.width()
            ),
        )

    def _text(
        self,
        painter: QPainter,
        line: QRectF,
        text: str,
        face: QFont,
        role: str,
        *,
        room: float | None = None,
    ) -> float:
        """Draw a text as far as it has room; return how wide it came out."""
        metrics = QFontMetricsF(face)
        fits = metrics.elidedText(
            text, Qt.TextElideMode.ElideRight, line.width() if room is None else room
        )
        painter.setFont(face)
        painter.setPen(self._theme.tokens.colour(role))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fits)
        return metrics.horizontalAdvance(fits)

    def _wrapped(self, text: str, width: int) -> list[str]:
        """Return a text on two lines at most, the second elided; measured once per width."""
        found = self._lines.get((text, width))
        if found is None:
            if len(self._lines) > KEPT:
                self._lines.clear()
            found = wrapped(text, self._theme.font(13), width, 2)
            self._lines[text, width] = found
        return found
