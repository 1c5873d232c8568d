"""How much of the target list was reached in 90 days, tier by tier, at the right of the views."""

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.reach import TargetCoverage, TierReach

SHOWN: Final = ("A", "B", "C")
HIGH, BAR, THICK, ASIDE, GAP = 28, 44, 6, 6, 8
LABEL: Final = "Reached in 90 days:"
ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Room(IntEnum):
    """How much is shown, from all of it to what fits almost anywhere."""

    ALL = 0
    NO_LABEL = 1
    NO_BARS = 2
    SHARES = 3


def paint_share(painter: QPainter, area: QRectF, share: float, theme: Theme) -> None:
    """Draw a share as a bar; the least that is not nothing can still be seen."""
    tokens, half = theme.tokens, area.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.colour("data3"))
    painter.drawRoundedRect(area, half, half)
    if share > 0:
        done = QRectF(area)
        done.setWidth(max(area.width() * min(share, 1.0), area.height()))
        painter.setBrush(tokens.colour("data1"))
        painter.drawRoundedRect(done, half, half)
    painter.restore()


class TierButton(QAbstractButton):
    """One tier: "A 38 of 52" and a bar; Enter and Space press it."""

    def __init__(self, theme: Theme, tier: str) -> None:
        super().__init__()
        self._theme, self.tier, self._room = theme, tier, Room.ALL
        self._reach: TierReach | None = None
        self.setFont(theme.font(13, semibold=True))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_reach(self, reach: "TierReach") -> None:
        """Show a tier's figures."""
        self._reach = reach
        words = f"{reach.reached:,} of {reach.clients:,} {reach.tier} clients reached in 90 days"
        self.setAccessibleName(words)
        tip = f"{words}, {reach.recent:,} in 30 days. Never reached: {reach.never:,}."
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.update()

    def words(self, room: Room) -> str:
        """Return what it says where there is so much room."""
        reach = self._reach
        if reach is None:
            return ""
        if room is Room.SHARES:
            return f"{reach.tier} {100 * reach.share:.0f} %"
        return f"{reach.tier} {reach.reached:,} of {reach.clients:,}"

    def width_in(self, room: Room) -> int:
        """Return the width that this takes."""
        px = self._theme.px
        words = round(QFontMetricsF(self.font()).horizontalAdvance(self.words(room)))
        bar = px(GAP) + px(BAR) if room < Room.NO_BARS else 0
        return words + bar + 2 * px(ASIDE)

    def take_room(self, room: Room) -> None:
        """Show as much as there is room for."""
        self._room = room
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, too."""
        if event.key() in ENTERS and not event.isAutoRepeat():
            self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words, bar and ring."""
        del event
        if self._reach is None:
            return
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setFont(self.font())
        painter.setPen(tokens.colour("text"))
        room = QRectF(self.rect()).adjusted(px(ASIDE), 0, -px(ASIDE), 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(room, flags, self.words(self._room))
        if self._room < Room.NO_BARS:
            top = room.center().y() - px(THICK) / 2
            bar = QRectF(room.right() - px(BAR), round(top), px(BAR), px(THICK))
            paint_share(painter, bar, self._reach.share, self._theme)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), 6)
        painter.end()


class CoverageBars(QWidget):
    """The tiers side by side; under narrow widths it says less, never something else.

    Attributes:
        pressed: the tier that is to be looked at: "A", "B" or "C".
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.label = PlainLabel(theme, LABEL)
        self.label.setParent(self)
        self.buttons = [TierButton(theme, tier) for tier in SHOWN]
        self._there: list[TierButton] = []
        for button in self.buttons:
            button.setParent(self)
            button.clicked.connect(lambda _=False, tier=button.tier: self.pressed.emit(tier))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Reached in 90 days")
        self.hide()

    def show_coverage(self, coverage: "TargetCoverage") -> None:
        """Show how much was reached; a tier without clients is left out."""
        self._there = []
        for button in self.buttons:
            reach = coverage.tier(button.tier)
            button.show_reach(reach)
            button.setVisible(bool(reach.clients))
            if reach.clients:
                self._there.append(button)
        self.setVisible(bool(self._there))
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """Return the room of all of it."""
        return QSize(self._wide(Room.ALL), self._theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(self._wide(Room.SHARES), self._theme.px(HIGH))

    @property
    def room(self) -> Room:
        """How much is shown at this width."""
        return next((room for room in Room if self._wide(room) <= self.width()), Room.SHARES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._place()

    def _wide(self, room: Room) -> int:
        label = self.label.sizeHint().width() if room is Room.ALL else 0
        return label + sum(button.width_in(room) for button in self._there)

    def _place(self) -> None:
        """Place the tiers from the right."""
        room, right = self.room, self.width()
        for button in reversed(self._there):
            wide = button.width_in(room)
            button.take_room(room)
            button.setGeometry(right - wide, 0, wide, self.height())
            right -= wide
        wide = self.label.sizeHint().width()
        self.label.setVisible(room is Room.ALL)
        self.label.setGeometry(right - wide, 0, wide, self.height())
