"""The filters that are set, as chips that one click takes away."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from warmcalls.domain.client_query import Question
from warmcalls.ui import icons
from warmcalls.ui.clients.filters.words import condition_words
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

HIGH: Final = 24
WIDEST: Final = 200
GAP: Final = 6
REST: Final = 40  # of the count of those that have no room
READABLE: Final = 72


class FilterChip(QAbstractButton):
    """One filter in words with a cross; a click takes it away."""

    def __init__(self, theme: Theme, words: str, *, cross: bool = True) -> None:
        super().__init__()
        self._theme, self._cross = theme, cross
        self.setText(words)
        self.setFont(theme.font(11))
        self.setAccessibleName(f"Take away: {words}" if cross else words)
        self.setToolTip(plain_tip(words))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the room of the words, not more than a chip may take."""
        px = self._theme.px
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        wide = round(words) + px(16) + (px(18) if self._cross else 0)
        return QSize(min(wide + 2, px(WIDEST)), px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, words and cross."""
        del event
        painter, tokens, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.colour("text2" if self.underMouse() else "control"), 1))
        painter.setBrush(tokens.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(tokens.colour("text2"))
        room = self.width() - px(16) - (px(18) if self._cross else 0)
        fits = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRectF(px(8), 0, room + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, fits
        )
        if self._cross:
            side = px(12)
            box = QRectF(self.width() - px(8) - side, (self.height() - side) / 2, side, side)
            icons.paint(painter, "ph.x", box, tokens.colour("text2"))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), 4)
        painter.end()


class FilterChips(QWidget):
    """All filters that are set, as many as there is room for, and how many more.

    Attributes:
        asked: the question without the one that was taken away.
        more_wanted: those that have no room are wanted.
    """

    asked = Signal(object)
    more_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._question = theme, Question()
        self._chips: list[FilterChip] = []
        self._rest = FilterChip(theme, "+1", cross=False)
        self._rest.setParent(self)
        self._rest.clicked.connect(self.more_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(HIGH))
        self.hide()

    @property
    def words(self) -> list[str]:
        """What the filters say."""
        return [chip.text() for chip in self._chips]

    def show_question(self, question: Question) -> None:
        """Show the filters of a question."""
        if question.where == self._question.where:
            self._question = question
            return
        self._question = question
        for chip in self._chips:
            chip.deleteLater()
        self._chips = [self._chip(number) for number in range(len(question.where))]
        self.setVisible(bool(self._chips))
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """Return the room of all of them."""
        return QSize(sum(self._wide(self._chips)), self._theme.px(HIGH))

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab goes, from left to right."""
        return [*self._chips, self._rest]

    @property
    def least(self) -> int:
        """The room in which the first says all, and how many more there are."""
        return min(self.sizeHint().width(), self._theme.px(WIDEST + GAP + REST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._place()

    def _chip(self, number: int) -> FilterChip:
        chip = FilterChip(self._theme, condition_words(self._question.where[number]))
        chip.setParent(self)
        chip.clicked.connect(lambda: self._take_away(number))
        return chip

    def _take_away(self, number: int) -> None:
        where = self._question.where
        left = (*where[:number], *where[number + 1 :])
        self.asked.emit(replace(self._question, where=left))

    def _wide(self, chips: Sequence[FilterChip]) -> list[int]:
        return [chip.sizeHint().width() + self._theme.px(GAP) for chip in chips]

    def _place(self) -> None:
        """Place chips from the left; what has no room is counted in the last one."""
        widths = self._wide(self._chips)
        fits = self._fitting(widths)
        left = 0
        for number, chip in enumerate(self._chips):
            wide = min(widths[number], self._room) if number == 0 else widths[number]
            chip.setVisible(number < fits)
            chip.setGeometry(left, 0, wide - self._theme.px(GAP), self.height())
            left += wide if number < fits else 0
        hidden = len(self._chips) - fits
        self._rest.setVisible(hidden > 0)
        if hidden:
            self._rest.setText(f"+{hidden}")
            self._rest.setToolTip(plain_tip("\n".join(self.words[fits:])))
            self._rest.setGeometry(left, 0, self._rest.sizeHint().width(), self.height())

    @property
    def _room(self) -> int:
        """The room of chips beside the count of those that have none."""
        return self.width() - (self._theme.px(REST) if len(self._chips) > 1 else 0)

    def _fitting(self, widths: Sequence[int]) -> int:
        """Return how many chips fit, with room for the count of the others."""
        if sum(widths) <= self.width():
            return len(widths)
        room = self._room
        fits = int(room >= self._theme.px(READABLE))  # the first is cut before it is left out
        while fits < len(widths) and sum(widths[: fits + 1]) <= room:
            fits += 1
        return fits
