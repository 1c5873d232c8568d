"""The head of a campaign's own page: the way back, its name, and what can be done."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from warmcalls.domain.campaigns import CampaignFigures, LeadState
from warmcalls.ui.campaigns.words import chip_of, run_words
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.chip import Chip
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.components.menu_button import MenuButton
from warmcalls.ui.components.period_button import PeriodButton
from warmcalls.ui.components.strip import Strip
from warmcalls.ui.theme import Theme

HEIGHT, ROW, ASIDE, GAP, NAME = 60, 40, 24, 8, 200
DEEDS: Final = {
    "edit": "Edit…",
    "merge": "Merge…",
    "spend": "Add spend…",
    "sample": "Sample calls…",
    "stop": "Stop…",
}
WIDE, IN_MENU, BELOW = range(3)
"""Levels of folding: the deeds go into a menu; then they and the period stand in a row below."""


class DeedsButton(MenuButton):
    """The deeds there is no room for.

    Attributes:
        wanted: one of `DEEDS`.
        offered: those that make sense now.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "More", icon="ph.dots-three-bold", bare=True)
        self.offered: tuple[str, ...] = tuple(DEEDS)

    def make_menu(self) -> QMenu:
        """Return the menu of deeds."""
        menu = QMenu(self)
        for name in self.offered:
            action = menu.addAction(DEEDS[name])
            action.triggered.connect(lambda _=False, deed=name: self.wanted.emit(deed))
        return menu


class CampaignHead(Strip):
    """Back, name and channel at the left; period and deeds at the right; it folds.

    Attributes:
        deed_wanted: one of `DEEDS`.
        row: the campaign that is shown.
    """

    deed_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._level = -1
        self.row: CampaignFigures | None = None
        self.back = Button(theme, "Campaigns", Look.QUIET, icon="ph.arrow-left", key="Esc")
        self.name = ElidedLabel(theme, size=17, semibold=True)
        self._under = ElidedLabel(theme, size=11, role="text2")
        self._chip: Chip | None = None
        self.period = PeriodButton(theme)
        self.buttons = {name: Button(theme, words) for name, words in DEEDS.items()}
        self.more = DeedsButton(theme)
        self.more.wanted.connect(self.deed_wanted)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, deed=name: self.deed_wanted.emit(deed))
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(ASIDE // 2), 0, px(ASIDE), 0)
        column.setSpacing(0)
        for row in (self._first, self._second):
            row.setSpacing(px(GAP))
            column.addLayout(row)
        self._first.addWidget(self.back)
        self._first.addLayout(self._names(), 1)
        self._second.addStretch(1)
        for button in self.buttons.values():
            self._first.addWidget(button)
        self._fold()

    def _names(self) -> QVBoxLayout:
        names, self._line = QVBoxLayout(), QHBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        self._line.setSpacing(self._theme.px(GAP))
        self._line.addWidget(self.name, 0)
        self._line.addStretch(1)
        names.addLayout(self._line)
        names.addWidget(self._under)
        names.addStretch(1)
        return names

    def show_campaign(self, row: CampaignFigures) -> None:
        """Show another campaign."""
        self.row = row
        self.name.setText(row.campaign.name)
        self._under.setText(run_words(row.campaign))
        if self._chip is not None:
            self._line.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        icon, word, state = chip_of(row)
        if word:
            self._chip = Chip(self._theme, word, icon, state)
            self._line.insertWidget(1, self._chip)
        makes_no_sense = {
            "sample": row.count(LeadState.UNWORKED) == 0,
            "stop": bool(row.campaign.stopped_why),
        }
        self.more.offered = tuple(name for name in DEEDS if not makes_no_sense.get(name))
        self._level = -1
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the page be narrow."""
        return QSize(0, self.height())

    def _fold(self) -> None:
        room = self.width() - self._theme.px(ASIDE + ASIDE // 2)
        self._stand(next((n for n in (WIDE, IN_MENU) if self._needed(n) <= room), BELOW))

    def _needed(self, level: int) -> int:
        """Return the width of everything in one row at a level of folding."""
        px, offered = self._theme.px, self.more.offered
        deeds = [self.buttons[name] for name in offered] if level == WIDE else [self.more]
        parts: list[QWidget] = [self.back, self.period, *deeds]
        return sum(part.sizeHint().width() for part in parts) + px(GAP) * len(parts) + px(NAME)

    def _stand(self, level: int) -> None:
        if level == self._level:
            return
        self._level, px = level, self._theme.px
        for name, button in self.buttons.items():
            button.setVisible(level == WIDE and name in self.more.offered)
        below = level == BELOW
        for number, part in enumerate((self.period, self.more)):
            self._first.removeWidget(part)
            self._second.removeWidget(part)
            row, at = (self._second, number) if below else (self._first, number + 2)
            row.insertWidget(at, part)
        self.more.setVisible(level != WIDE)
        aside = px(ASIDE // 2)
        self._second.setContentsMargins(aside, 0, 0, px(GAP) if below else 0)
        self.setFixedHeight(px(HEIGHT + (ROW if below else 0)))
