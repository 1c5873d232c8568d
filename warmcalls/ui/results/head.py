"""The page head: what is asked, and what can be done with the answer."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from warmcalls.domain.periods import Period
from warmcalls.domain.results import MODEL_WORDS, Model
from warmcalls.store.choices import Choices
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.filter_button import FilterButton
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.period_button import PeriodButton
from warmcalls.ui.results.asking import Wanted
from warmcalls.ui.theme import Theme

HEIGHT, ROW = 60, 40
GAP, CLOSE, ASIDE = 8, 4, 24
ALL: Final = "All"
FEW: Final = ("fees", "copy", "print")
BARE: Final = ((), FEW, (*FEW, "statement"), (), ())
"""Which buttons have no words, the less room the more; at last the filters get their own row."""
IN_MENU, BELOW = 3, 4  # levels: the few are in a menu; the filters stand below
WORDS: Final = {"statement": "Statement", "fees": "Fees…", "copy": "Copy", "print": "Print"}
KEYS: Final = {"copy": "Ctrl+C", "print": "Ctrl+P"}


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
        self._theme, self._level = theme, -1
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
        self.deeds = {
            "statement": Button(theme, "Statement", Look.QUIET, icon="ph.file-text"),
            "fees": Button(theme, "Fees…", Look.QUIET, icon="ph.receipt"),
            "copy": Button(theme, "Copy", Look.QUIET, icon="ph.copy"),
            "print": Button(theme, "Print", Look.QUIET, icon="ph.printer"),
            "more": Button(theme, "", Look.QUIET, icon="ph.dots-three"),
            "save": Button(theme, "Save…", icon="ph.download-simple", key="Ctrl S"),
            "save without key": Button(theme, "Save…", icon="ph.download-simple"),
        }
        self._lay_out()
        self.deeds["more"].setAccessibleName("More")
        self.deeds["more"].setToolTip("More")
        self.deeds["more"].clicked.connect(self._open_more)
        for name, button in self.deeds.items():
            if name != "more":
                deed = name.partition(" ")[0]
                button.clicked.connect(lambda _=False, deed=deed: self.deed.emit(deed))
        self.period.chosen.connect(self._choose_period)
        for each in self._filters():
            each.chosen.connect(lambda _: self.asked.emit())

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
        self.sector.setVisible(bool(choices.sectors))
        self._fold()

    def _choose_period(self, period: Period) -> None:
        self._chosen = period
        self.asked.emit()

    def _filters(self) -> list[FilterButton]:
        return [self.channel, self.recruiter, self.sector, self.campaign, self.credit]

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
        deeds = QHBoxLayout()
        deeds.setSpacing(px(CLOSE))
        self._first.addLayout(deeds)
        for button in self.deeds.values():
            deeds.addWidget(button)
        self._stand(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets the page be narrow."""
        return QSize(0, self.height())

    def _fold(self) -> None:
        """Keep as many words as there is room for."""
        room = self.width() - 2 * self._theme.px(ASIDE)
        self._stand(next((n for n in range(BELOW) if self._needed(n) <= room), BELOW))

    def _needed(self, level: int) -> int:
        """Return the width of everything in one row at a level of folding."""
        px = self._theme.px
        parts = [self.title, self.period, *(f for f in self._filters() if not f.isHidden())]
        buttons = [self._whole(n, bare=n in BARE[level]) for n in self._seen(level)]
        whole = sum(part.sizeHint().width() for part in parts) + sum(buttons)
        gaps = px(GAP) * (len(parts) - 1) + px(CLOSE) * (len(buttons) - 1)
        return whole + gaps + px(ASIDE)

    def _seen(self, level: int) -> list[str]:
        """Return the buttons that stand in the row at a level of folding."""
        if level == IN_MENU:
            return ["statement", "more", "save without key"]
        return ["statement", *FEW, "save"]

    def _whole(self, name: str, *, bare: bool) -> int:
        """Return the width of a button with its words, or without."""
        button = self.deeds[name]
        if bare:
            return self.deeds["more"].sizeHint().width()
        missing = "" if button.text() else WORDS.get(name, "")
        return button.sizeHint().width() + button.fontMetrics().horizontalAdvance(missing)

    def _stand(self, level: int) -> None:
        if level == self._level:
            return
        self._level = level
        seen = self._seen(level)
        for name, button in self.deeds.items():
            button.setVisible(name in seen)
            if name in WORDS:
                self._say(name, bare=name in BARE[level])
        below = level == BELOW
        for number, each in enumerate(self._filters()):
            row, at = (self._second, number) if below else (self._first, number + 3)
            self._first.removeWidget(each)
            self._second.removeWidget(each)
            row.insertWidget(at, each)
        px = self._theme.px
        self._second.setContentsMargins(0, 0, 0, px(GAP) if below else 0)
        self.setFixedHeight(px(HEIGHT + (ROW if below else 0)))

    def _say(self, name: str, *, bare: bool) -> None:
        """Write a button's words on it, or into its tooltip."""
        button, words = self.deeds[name], WORDS[name]
        key = f" ({KEYS[name]})" if name in KEYS else ""
        button.setText("" if bare else words)
        button.setToolTip(f"{words}{key}" if bare or key else "")
        button.updateGeometry()

    def _open_more(self) -> None:
        """Open the menu of what has no button."""
        menu = QMenu(self)
        menu.setFont(self._theme.font(13))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in FEW:
            menu.addAction(WORDS[name], partial(self.deed.emit, name))
        more = self.deeds["more"]
        menu.popup(more.mapToGlobal(QPoint(0, more.height() + self._theme.px(4))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line under the head."""
        del event
        painter = QPainter(self)
        line = self._theme.tokens.colour("line")
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        painter.end()
