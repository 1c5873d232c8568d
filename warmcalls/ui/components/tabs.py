"""The quiet row of sections under the head of a page."""

from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy

from warmcalls.ui.components.strip import Strip
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

HEIGHT = 44
ASIDE = 8
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Tab(QAbstractButton):
    """The name of a section, underlined while it is shown."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._marked = theme, False
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def mark(self, said: str) -> None:
        """Mark the section with a dot, for what is said of it; with nothing said take it off."""
        self._marked = bool(said)
        self.setAccessibleName(f"{self.text()}, {said}" if said else self.text())
        self.setToolTip(said.capitalize())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the name in its heavier weight, so that nothing moves."""
        bold = QFontMetricsF(self._theme.font(13, semibold=True))
        wide = round(bold.horizontalAdvance(self.text())) + 2 * self._theme.px(ASIDE)
        return QSize(wide, self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name, the line and the ring."""
        del event
        painter, tokens, on = QPainter(self), self._theme.tokens, self.isChecked()
        painter.setFont(self._theme.font(13, semibold=on))
        painter.setPen(tokens.colour("text" if on or self.underMouse() else "text2"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(self.rect(), flags, self.text())
        if self._marked:
            self._paint_mark(painter)
        if on:
            aside = self._theme.px(ASIDE)
            line = QRect(aside, self.height() - 2, self.width() - 2 * aside, 2)
            painter.fillRect(line, tokens.colour("text"))
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(0, 8, 0, -8)
            paint_ring(painter, ring, QPen(tokens.colour("text")), 4)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        """Draw the dot beside the name, in the room that is there anyway."""
        px = self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.colour("notice"))
        dot = QPointF(self.width() - px(3), self.height() / 2 - px(5))
        painter.drawEllipse(dot, px(3), px(3))


class TabRow(Strip):
    """Names side by side; arrows move between them, Tab goes into the section.

    Attributes:
        chosen: the number of the section that was chosen.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, names: list[str]) -> None:
        super().__init__(theme)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24 - ASIDE), 0, theme.px(24), 1)
        row.setSpacing(theme.px(8))
        for number, name in enumerate(names):
            tab = Tab(theme, name)
            self._group.addButton(tab, number)
            row.addWidget(tab)
        row.addStretch(1)
        self.setFixedHeight(theme.px(HEIGHT) + 1)
        self._group.idToggled.connect(self._toggled)
        self.choose(0)

    def choose(self, number: int) -> None:
        """Choose a section."""
        focused = any(tab.hasFocus() for tab in self._group.buttons())
        self._group.button(number).setChecked(True)
        if focused:
            self._group.button(number).setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, number: int, said: str) -> None:
        """Mark a section for what is said of it, as "not saved"; with nothing said unmark it."""
        cast("Tab", self._group.button(number)).mark(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to the neighbour."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        count = len(self._group.buttons())
        self.choose((self._group.checkedId() + step) % count)

    def _toggled(self, number: int, on: bool) -> None:  # noqa: FBT001  Qt's signal
        button = self._group.button(number)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        if on:
            self.setFocusProxy(button)
            self.chosen.emit(number)
