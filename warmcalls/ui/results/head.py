"""The page head: what is asked, and what can be done with the answer."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.periods import Period
from warmcalls.domain.results import MODEL_WORDS, Model
from warmcalls.store.choices import Choices
from warmcalls.ui.commands import shown
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.filter_button import FilterButton
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.period_button import PeriodButton
from warmcalls.ui.results.asking import Wanted
from warmcalls.ui.results.more_button import MoreButton
from warmcalls.ui.theme import Theme

HEIGHT, ROW = 60, 40
GAP, ASIDE = 8, 24
ALL: Final = "All"
KEYLESS, RARE, STATEMENT, BELOW, BELOW_RARE = range(1, 6)
"""Levels of folding, the less room the higher: Save without its key; the rarely used filters in
the menu, unless one is set; Statement there, too; all filters in a row below; the rare ones of
them in the menu."""
FEW_FILTERS: Final = (RARE, STATEMENT, BELOW_RARE)


class Head(QWidget):
    """Filters at the left, deeds at the right; in two rows where one is too short.

    Attributes:
        asked: something else is asked.
        deed: "statement", "fees", "copy", "print" or "save".
    """

    asked = Signal()
    deed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._below = theme, -1
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
        self._lay_out()
        self.more.wanted.connect(self.deed)
        self.statement.clicked.connect(lambda: self.deed.emit("statement"))
        for save in (self.save, self.save_keyless):
            save.clicked.connect(lambda: self.deed.emit("save"))
        self.period.chosen.connect(self._choose_period)
        for each in self._filters():
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
        sectors = [self.sector] if self._has_sectors else []
        return [self.channel, self.recruiter, *sectors, self.campaign, self.credit]

    def _folded_filters(self, level: int) -> list[FilterButton]:
        """Return the filters that stand in the menu at a level of folding."""
        if level not in FEW_FILTERS:
            return []
        rare = [f for f in self._filters() if f in {self.recruiter, self.sector}]
        return [each for each in rare if not each.value]

    def _seen_filters(self, level: int) -> list[FilterButton]:
        folded = self._folded_filters(level)
        return [each for each in self._filters() if each not in folded]

    def _deeds(self, level: int) -> list[QWidget]:
        """Return what stands at the right at a level of folding."""
        save = self.save if level < KEYLESS else self.save_keyless
        return [*([] if level == STATEMENT else [self.statement]), self.more, save]

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
        for part in (self.statement, self.more, self.save, self.save_keyless):
            self._first.addWidget(part)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets the page be narrow."""
        return QSize(0, self.height())

    def _fold(self) -> None:
        """Show as much as there is room for."""
        room, gap = self.width() - 2 * self._theme.px(ASIDE), self._theme.px(GAP)
        level = next((n for n in range(BELOW) if self._first_needs(n) <= room), BELOW)
        if level == BELOW and _wide(self._seen_filters(BELOW), gap) > room:
            level = BELOW_RARE
        self._stand(level)

    def _first_needs(self, level: int) -> int:
        """Return the width of everything in one row at a level of folding."""
        parts = [self.title, self.period, *self._seen_filters(level), *self._deeds(level)]
        return _wide(parts, self._theme.px(GAP)) + self._theme.px(ASIDE - GAP)

    def _stand(self, level: int) -> None:
        seen, deeds, below = self._seen_filters(level), self._deeds(level), level >= BELOW
        self.more.filters = self._folded_filters(level)
        self.more.folded = () if self.statement in deeds else ("statement",)
        for part in (self.statement, self.save, self.save_keyless):
            part.setVisible(part in deeds)
        for each in (self.channel, self.recruiter, self.sector, self.campaign, self.credit):
            each.setVisible(each in seen)
        if below != self._below:
            self._below = below
            self._place_filters(below=below)

    def _place_filters(self, *, below: bool) -> None:
        filters = (self.channel, self.recruiter, self.sector, self.campaign, self.credit)
        for number, each in enumerate(filters):
            row, at = (self._second, number) if below else (self._first, number + 3)
            self._first.removeWidget(each)
            self._second.removeWidget(each)
            row.insertWidget(at, each)
        px = self._theme.px
        self._second.setContentsMargins(0, 0, 0, px(GAP) if below else 0)
        self.setFixedHeight(px(HEIGHT + (ROW if below else 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line under the head."""
        del event
        painter = QPainter(self)
        line = self._theme.tokens.colour("line")
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        painter.end()


def _wide(parts: Sequence[QWidget], gap: int) -> int:
    """Return the width of parts beside each other."""
    return sum(part.sizeHint().width() for part in parts) + gap * (len(parts) - 1)
