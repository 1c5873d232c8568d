"""The head of the Campaigns page: its filters, and what can be added."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from warmcalls.ui import icons
from warmcalls.ui.commands import shown
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.filter_button import FilterButton
from warmcalls.ui.components.find_field import FindField
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.menu_button import MenuButton
from warmcalls.ui.components.period_button import PeriodButton
from warmcalls.ui.components.strip import Strip
from warmcalls.ui.theme import Theme

HEIGHT, ROW, ASIDE, GAP, FIND = 60, 40, 24, 8, 168
MORE: Final = {
    "new_experiment": ("New experiment…", "ph.flask"),
    "add_spend": ("Add spend…", "ph.plus"),
    "experiments": ("Experiments", "ph.flask"),
    "plan": ("Budget plan", "ph.calendar-check"),
    "criteria": ("Who is a lead?", "ph.user-focus"),
    "thanks": ("Thanks", "ph.heart"),
}
ADDS: Final = ("new_experiment", "add_spend")
WIDE, IN_MENU, BELOW = range(3)
"""Levels of folding: two buttons go into the menu; then the filters stand in a row below."""


class MoreButton(MenuButton):
    """What else there is.

    Attributes:
        wanted: one of `MORE`.
        folded: whether it also holds what has no button.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "More", icon="ph.dots-three-bold", bare=True)
        self.folded = False

    def make_menu(self) -> QMenu:
        """Return the menu of what else there is."""
        menu, ink = QMenu(self), self._theme.tokens.text2
        for name, (words, icon) in MORE.items():
            if self.folded or name not in ADDS:
                action = menu.addAction(icons.icon(icon, ink), words)
                action.triggered.connect(lambda _=False, what=name: self.wanted.emit(what))
        return menu


class Head(Strip):
    """Name, filters, and at the right what can be added; it folds where there is little room.

    Attributes:
        wanted: one of `MORE`, from the menu or its own button.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._level = -1
        self.title = PlainLabel(theme, "Campaigns", size=17, semibold=True)
        self.period = PeriodButton(theme)
        self.channel = FilterButton(theme, "Channel", [("", "All")])
        self.search = FindField(theme, "Find a campaign")
        self.more = MoreButton(theme)
        self.experiment = Button(theme, "New experiment", icon="ph.flask")
        self.spend = Button(theme, "Add spend", icon="ph.plus")
        self.campaign = Button(
            theme, "New campaign", Look.PLAIN, icon="ph.plus", key=shown("Ctrl+N")
        )
        self.more.wanted.connect(self.wanted)
        self.experiment.clicked.connect(lambda: self.wanted.emit("new_experiment"))
        self.spend.clicked.connect(lambda: self.wanted.emit("add_spend"))
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(ASIDE), 0, px(ASIDE), 0)
        column.setSpacing(0)
        for row in (self._first, self._second):
            row.setSpacing(px(GAP))
            column.addLayout(row)
        self._first.addWidget(self.title)
        self._first.addSpacing(px(ASIDE - 2 * GAP))
        self._first.addStretch(0)
        for part in (self.more, self.experiment, self.spend, self.campaign):
            self._first.addWidget(part)
        self._second.addStretch(0)
        self._fold()

    @property
    def _filters(self) -> tuple[QWidget, ...]:
        return self.period, self.channel, self.search

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the page be narrow."""
        return QSize(0, self.height())

    def refold(self) -> None:
        """Fold anew after a filter took more or less room."""
        self._fold()

    def _fold(self) -> None:
        """Keep as many buttons as there is room for."""
        room = self.width() - 2 * self._theme.px(ASIDE)
        self._stand(next((n for n in (WIDE, IN_MENU) if self._needed(n) <= room), BELOW))

    def _needed(self, level: int) -> int:
        """Return the width of everything in one row at a level of folding."""
        px = self._theme.px
        buttons = [self.more, self.campaign]
        if level == WIDE:
            buttons += [self.experiment, self.spend]
        parts = [self.title, self.period, self.channel, *buttons]
        gaps = px(GAP) * (len(parts) + 2) + px(ASIDE)
        return sum(part.sizeHint().width() for part in parts) + px(FIND) + gaps

    def _stand(self, level: int) -> None:
        if level == self._level:
            return
        self._level = level
        self.more.folded = level != WIDE
        for button in (self.experiment, self.spend):
            button.setVisible(level == WIDE)
        below, px = level == BELOW, self._theme.px
        for number, part in enumerate(self._filters):
            row, at = (self._second, number) if below else (self._first, number + 2)
            self._first.removeWidget(part)
            self._second.removeWidget(part)
            row.insertWidget(at, part, 1 if part is self.search else 0)
        self._second.setContentsMargins(0, 0, 0, px(GAP) if below else 0)
        self.setFixedHeight(px(HEIGHT + (ROW if below else 0)))
