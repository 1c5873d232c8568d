"""The page head: what is asked, and what can be done with the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.periods import Period
from warmcalls.domain.results import MODEL_WORDS, Model
from warmcalls.store.choices import Choices
from warmcalls.ui.commands import shown
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.filter_button import FilterButton
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.period_button import PeriodButton
from warmcalls.ui.components.strip import Strip
from warmcalls.ui.results.asking import Wanted
from warmcalls.ui.results.more_button import MoreButton
from warmcalls.ui.theme import Theme

HEIGHT, ROW = 60, 40
GAP, ASIDE = 8, 24
ALL: Final = "All"


@dataclass(frozen=True, slots=True)
class Fold:
    """What gives way where there is little room.

    Attributes:
        keyless: Save has no key.
        rare: the rarely used filters are in the menu, unless one is set.
        statement: Statement is in the menu.
        below: the filters stand in a row of their own.
    """

    keyless: bool = True
    rare: bool = True
    statement: bool = True
    below: bool = False


FOLDS: Final = (
    Fold(keyless=False, rare=False, statement=False),
    Fold(rare=False, statement=False),
    Fold(statement=False),
    Fold(),
    Fold(rare=False, statement=False, below=True),
    Fold(statement=False, below=True),
    Fold(below=True),
)
"""The less room, the later one."""


class Head(Strip):
    """Filters at the left, deeds at the right; in two rows where one is too short.

    Attributes:
        asked: something else is asked.
        deed: "save", or one of `more_button.DEEDS`.
    """

    asked = Signal()
    deed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._below: bool | None = None
        self._chosen: Period | None = None
        self.title = PlainLabel(theme, "Results", size=17, semibold=True)
        self.period = PeriodButton(theme)
        nobody = [("", ALL)]
        self.channel = FilterButton(theme, "Channel", nobody)
        self.recruiter = FilterButton(theme, "Recruiter", [(None, ALL)])
        self.sector = FilterButton(theme, "Sector", nobody)
        self.campaign = FilterButton(theme, "Campaign", [(None, ALL)])
        models = [(model, words.partition(" (")[0]) for model, words in MODEL_WORDS.items()]
        self.credit = FilterButton(theme, "Credit", models)
        self.credit.set_value(Model.LINEAR)
        self.statement = Button(theme, "Statement", Look.QUIET, icon="ph.file-text")
        self.more = MoreButton(theme)
        self.save = Button(theme, "Save…", icon="ph.download-simple", key=shown("Ctrl+S"))
        self.save_keyless = Button(theme, "Save…", icon="ph.download-simple")
        self._has_sectors = False
        self._every_filter = (
            self.channel,
            self.recruiter,
            self.sector,
            self.campaign,
            self.credit,
        )
        self._lay_out()
        self.more.wanted.connect(self.deed)
        self.statement.clicked.connect(lambda: self.deed.emit("statement"))
        for save in (self.save, self.save_keyless):
            save.clicked.connect(lambda: self.deed.emit("save"))
        self.period.chosen.connect(self._choose_period)
        for each in self._every_filter:
            each.chosen.connect(self._choose)

    @property
    def wanted(self) -> Wanted:
        """What is asked; no period before somebody chose one."""
        credit, person, campaign = self.credit.value, self.recruiter.value, self.campaign.value
        return Wanted(
            period=self._chosen,
            model=credit if isinstance(credit, Model) else Model.LINEAR,
            channel=str(self.channel.value),
            person_id=person if isinstance(person, int) else None,
            sector=str(self.sector.value),
            campaign_id=campaign if isinstance(campaign, int) else None,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the period and the credit is chosen."""
        return self.wanted != Wanted(self._chosen, self.wanted.model)

    def show_choices(self, choices: Choices, period: Period, today: str) -> None:
        """Offer what there is to choose from."""
        self.period.set_period(period, today)
        self.channel.set_choices([("", ALL), *((name, name) for name in choices.channels)])
        self.sector.set_choices([("", ALL), *((name, name) for name in choices.sectors)])
        self.recruiter.set_choices([(None, ALL), *choices.people])
        self.campaign.set_choices([(None, ALL), *choices.campaigns])
        self._has_sectors = bool(choices.sectors)
        self._fold()

    def _choose_period(self, period: Period) -> None:
        self._chosen = period
        self._choose()

    def _choose(self, _: object = None) -> None:
        """Tell; what is chosen may take more room than what was."""
        self._fold()
        self.asked.emit()

    def _filters(self) -> list[FilterButton]:
        """Return the filters that there is something to choose in."""
        return [f for f in self._every_filter if self._has_sectors or f is not self.sector]

    def _folded_filters(self, fold: Fold) -> list[FilterButton]:
        """Return the filters that stand in the menu."""
        rare = [each for each in self._filters() if each in {self.recruiter, self.sector}]
        return [each for each in rare if fold.rare and not each.value]

    def _rows(self, fold: Fold) -> tuple[list[QWidget], list[QWidget]]:
        """Return what is seen: the first row, and the filters where they are in a second one."""
        folded = self._folded_filters(fold)
        filters: list[QWidget] = [each for each in self._filters() if each not in folded]
        deeds = [self.more, self.save_keyless if fold.keyless else self.save]
        if not fold.statement:
            deeds.insert(0, self.statement)
        above, below = ([], filters) if fold.below else (filters, [])
        return [self.title, self.period, *above, *deeds], below

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(ASIDE), 0, px(ASIDE), 0)
        column.setSpacing(0)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(px(GAP))
            column.addLayout(row)
        self._first.addWidget(self.title)
        self._first.addSpacing(px(ASIDE - GAP))
        self._first.addWidget(self.period)
        self._first.addStretch(1)
        self._second.addStretch(1)
        deeds = (self.statement, self.more, self.save, self.save_keyless)
        for deed in deeds:
            self._first.addWidget(deed)
        self._fold()
        for before, after in pairwise((self.period, *self._every_filter, *deeds)):
            self.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets the page be narrow."""
        return QSize(0, self.height())

    def _fold(self) -> None:
        """Show as much as there is room for."""
        self._stand(next((fold for fold in FOLDS if self._fits(fold)), FOLDS[-1]))

    def _fits(self, fold: Fold) -> bool:
        px = self._theme.px
        room = self.width() - 2 * px(ASIDE)
        first, second = self._rows(fold)
        return px(ASIDE - GAP) + _wide(first, px(GAP)) <= room and _wide(second, px(GAP)) <= room

    def _stand(self, fold: Fold) -> None:
        self._place_filters(below=fold.below)
        seen = [part for row in self._rows(fold) for part in row]
        self.more.filters = self._folded_filters(fold)
        self.more.folded = ("statement",) if fold.statement else ()
        for part in (*self._every_filter, self.statement, self.save, self.save_keyless):
            part.setVisible(part in seen)

    def _place_filters(self, *, below: bool) -> None:
        if below is self._below:
            return
        self._below = below
        for number, each in enumerate(self._every_filter):
            row, at = (self._second, number) if below else (self._first, number + 3)
            self._first.removeWidget(each)
            self._second.removeWidget(each)
            row.insertWidget(at, each)
        px = self._theme.px
        self._second.setContentsMargins(0, 0, 0, px(GAP) if below else 0)
        self.setFixedHeight(px(HEIGHT + (ROW if below else 0)))


def _wide(parts: Sequence[QWidget], gap: int) -> int:
    """Return the width of parts beside each other."""
    return sum(part.sizeHint().width() for part in parts) + gap * (len(parts) - 1)
