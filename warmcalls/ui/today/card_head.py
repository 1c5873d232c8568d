"""The head of the call card: client, chips, facts; chance and warmth at the right."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from warmcalls.domain.calls import CallCard, WarmCall
from warmcalls.domain.money import round_words
from warmcalls.ui.components import chip
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.components.sparkline import paint_sparkline
from warmcalls.ui.theme import Theme
from warmcalls.ui.today import words

HEIGHT: Final = 72
LOW: Final = 64
SPARK: Final = 124
WHY: Final = "Why here?  Shift X"
RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class CardHead(QWidget):
    """Shows what the call holds at once, and the client's facts when they are here.

    Attributes:
        why_wanted: the chance was pressed: what is it made of?
    """

    why_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._call: WarmCall | None = None
        self._top, self._facts = 0.0, ""
        self._chips: list[tuple[str, str]] = []
        self._chance = QRectF()  # where it is drawn
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(HEIGHT))

    def sizeHint(self) -> QSize:
        """Return its height; it takes what width there is."""
        return QSize(self._theme.px(400), self._theme.px(HEIGHT))

    def set_compact(self, *, compact: bool) -> None:
        """Take less room."""
        self.setFixedHeight(self._theme.px(LOW if compact else HEIGHT))

    def show_call(self, call: WarmCall, top: float) -> None:
        """Show a call; `top` is the warmth at the top of every sparkline."""
        self._call, self._top, self._facts = call, top, ""
        self.setToolTip("")
        self._chips = [(f"Tier {call.tier}", "")] if call.tier else []
        self._tell()

    def show_card(self, card: CallCard) -> None:
        """Add what the client's record says."""
        client = card.client
        self._chips = [(f"Tier {client.tier.value}", "")] if client.tier else []
        if client.sector:
            self._chips.append((client.sector, ""))
        if card.placed_before:
            self._chips.append(("Placed before", "ph.check"))
        fee = card.fee
        money = round_words(fee.amount, fee.currency) if fee else ""
        self._facts = words.facts(client, money)
        self.setToolTip(plain_tip(fee.words) if fee else "")
        self.setAccessibleDescription(fee.words if fee else "")
        self._tell()

    def _tell(self) -> None:
        if self._call:
            chips = ", ".join(text for text, _ in self._chips)
            said = (self._call.client, chips, self._facts, words.chance(self._call))
            self.setAccessibleName(". ".join(part for part in said if part))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it all."""
        del event
        if self._call is None:
            return
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        right = self._paint_warmth(painter, self._call)
        self._paint_name(painter, self._call.client, right)
        painter.setFont(self._theme.font(13))
        painter.setPen(tokens.colour("text2"))
        line = QRectF(0, px(38), right, px(20))
        painter.drawText(
            line, Qt.AlignmentFlag.AlignVCenter, self._fit(painter, self._facts, right)
        )
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.colour("line"))
        painter.end()

    def _paint_name(self, painter: QPainter, name: str, room: float) -> None:
        """Draw the name and after it the chips that fit; the name goes before the chips."""
        px, face = self._theme.px, self._theme.font(17, semibold=True)
        painter.setFont(face)
        painter.setPen(self._theme.tokens.colour("text"))
        fits = self._fit(painter, name, room)
        painter.drawText(QRectF(0, px(14), room, px(24)), Qt.AlignmentFlag.AlignVCenter, fits)
        left = QFontMetricsF(face).horizontalAdvance(fits) + px(9)
        for text, icon in self._chips:
            wide = chip.width_of(text, icon, self._theme)
            if left + wide > room:
                break
            chip.paint_chip(painter, QPointF(round(left), px(16)), text, icon, self._theme)
            left += wide + px(8)

    def _paint_warmth(self, painter: QPainter, call: WarmCall) -> float:
        """Draw chance and sparkline; return where the room for the rest ends."""
        px, tokens = self._theme.px, self._theme.tokens
        wide = self.width() >= px(560)
        spark = px(SPARK) if wide else 0
        left = self.width() - spark
        if wide:
            area = QRectF(left, px(14), spark, px(38))
            paint_sparkline(painter, area, call.sparkline, self._top, tokens)
        right = left - (px(13) if wide else 0)
        caption = "warmth, 30 days" if wide else "worth a call now"
        used = 0.0
        for top, text, role, face in (
            (16, words.chance(call), "text", self._theme.font(13, semibold=True)),
            (36, caption, "text3", self._theme.font(11)),
        ):
            painter.setFont(face)
            painter.setPen(tokens.colour(role))
            painter.drawText(QRectF(0, px(top), right, px(20)), RIGHT, text)
            used = max(used, QFontMetricsF(face).horizontalAdvance(text))
        self._chance = QRectF(right - used, px(14), used, px(42))
        return float(right - used - px(10))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the chance can be pressed."""
        on_it = self._chance.contains(event.position())
        shape = Qt.CursorShape.PointingHandCursor if on_it else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask what the chance is made of."""
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._call and self._chance.contains(event.position()):
            self.why_wanted.emit()

    def event(self, event: QEvent) -> bool:
        """Say over the chance what pressing it does."""
        if isinstance(event, QHelpEvent) and self._chance.contains(QPointF(event.pos())):
            QToolTip.showText(event.globalPos(), WHY, self)
            return True
        return super().event(event)

    @staticmethod
    def _fit(painter: QPainter, text: str, room: float) -> str:
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))
