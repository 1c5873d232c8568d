"""The lower part of the sheet: who came, or whom one campaign reached."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.arrivals import Arrival, Week
from warmcalls.ui.clients.week.arrival_rows import EDGE, ArrivalList, ArrivalModel
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.filter_button import FilterButton
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.theme import Theme

CAME: Final = "Who came"
DAYS: Final = ((7, "7 days"), (30, "30 days"), (90, "90 days"))
TIERS: Final = (("A", "Tier A"), ("B", "Tier B"), ("C", "Tier C"), ("", "No tier"))
NOBODY: Final = (
    "No target client came in the last {days} days. Visits show here once your website’s log, "
    "an e-mail report or a webinar’s guest list is imported; links with a token show them even "
    "behind an internet provider."
)
NOBODY_YET: Final = (
    "Nobody is known to have come. Import your website’s log, an e-mail report or a webinar’s "
    "guest list, and this page tells which of your clients were there and what they read."
)


class WhoCame(QWidget):
    """A list with its head; where it is empty, a sentence and a button that help.

    Args:
        theme: the theme.
        asks: whether other stretches than a week can be asked for.

    Attributes:
        client_wanted: the id of the client to open.
        days_wanted: how many days are to be looked at instead.
        week_wanted: back from one campaign's clients to who came.
        import_wanted: files are to be chosen.
        said: what the foot says of the list; empty where all are shown.
    """

    client_wanted = Signal(int)
    days_wanted = Signal(int)
    week_wanted = Signal()
    import_wanted = Signal()
    said = Signal(str)

    def __init__(self, theme: Theme, *, asks: bool) -> None:
        super().__init__()
        self._theme, self._asks, self._week = theme, asks, Week()
        self.model = ArrivalModel(self)
        self.list = ArrivalList(theme, self.model)
        self.over = ElidedLabel(theme, CAME, semibold=True)
        self.count = PlainLabel(theme, role="text2")
        self.tier = FilterButton(theme, "Tier", [(None, "All")])
        self.days = FilterButton(theme, "Last", DAYS)
        self.back = Button(theme, CAME, Look.PLAIN, icon="ph.arrow-left")
        self.nothing = PlainLabel(theme, "", role="text2", wraps=True)
        self.bring = Button(theme, "Import files…", icon="ph.upload-simple")
        self._lay_out()
        self.tier.chosen.connect(self._filter)
        self.days.chosen.connect(lambda days: self.days_wanted.emit(int(str(days))))
        self.back.clicked.connect(self.week_wanted)
        self.bring.clicked.connect(self.import_wanted)
        self.list.activated.connect(lambda index: self._open(index.row()))
        self.list.clicked.connect(lambda index: self._open(index.row()))

    @property
    def first_stop(self) -> QWidget:
        """What the keys work on first."""
        return self.list if self._week.arrivals else self.bring

    def show_week(self, week: Week, *, is_new: bool) -> None:
        """Show who came; `is_new` where nobody ever did."""
        self.days.set_value(week.days)
        self.days.setVisible(self._asks and not is_new)
        self.nothing.setText(NOBODY_YET if is_new else NOBODY.format(days=week.days))
        self._show(week, CAME, is_week=True)

    def show_reached(self, name: str, week: Week) -> None:
        """Show whom a campaign reached."""
        self.days.setVisible(False)
        self._show(week, name, is_week=False)

    def open_current(self) -> None:
        """Open the client that is chosen."""
        self._open(self.list.currentIndex().row())

    def _show(self, week: Week, over: str, *, is_week: bool) -> None:
        self._week = week
        self.over.setText(over)
        self.back.setVisible(not is_week)
        self.tier.set_choices(_tiers(week.arrivals))
        self.tier.setVisible(bool(week.arrivals) and is_week)
        if not is_week:
            self.tier.set_value(None)
        self.model.show_arrivals(week.arrivals)
        self._filter(self.tier.value)
        self.list.setAccessibleName(f"{over}: {self.count.text()}")
        left_out = week.clients - len(week.arrivals)
        first = "strongest" if is_week else "latest"
        self.said.emit(f"The {first} {len(week.arrivals):,} are shown." if left_out else "")

    def _filter(self, tier: object) -> None:
        """Show those of a tier, and how many there are."""
        self.model.filter(None if tier is None else str(tier))
        week, there = self._week, self.model.rowCount()
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.setVisible(bool(there))
        self._nobody.setVisible(not week.arrivals)
        self.count.setText(_counted(week) if tier is None else f"{there:,} of {week.clients:,}")

    def _open(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            self.client_wanted.emit(line.client_id)

    def _lay_out(self) -> None:
        px, head = self._theme.px, QHBoxLayout()
        head.setContentsMargins(px(EDGE), px(12), px(16), px(8))
        head.setSpacing(px(8))
        head.addWidget(self.over)
        head.addWidget(self.count)
        head.addStretch(1)
        for button in (self.tier, self.days, self.back):
            head.addWidget(button)
        self._nobody = QWidget()
        nobody = QVBoxLayout(self._nobody)
        nobody.setContentsMargins(px(EDGE), px(4), px(EDGE), px(16))
        nobody.setSpacing(px(12))
        nobody.addWidget(self.nothing)
        nobody.addWidget(self.bring)
        nobody.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._nobody, 1)
        column.addWidget(self.list, 1)


def _counted(week: Week) -> str:
    if not week.clients:
        return ""
    clients = "1 client" if week.clients == 1 else f"{week.clients:,} clients"
    people = "1 person" if week.people == 1 else f"{week.people:,} people"
    return f"{clients}, {people}" if week.people else clients


def _tiers(arrivals: Sequence[Arrival]) -> list[tuple[object, str]]:
    """Return the tiers there are, with how many clients came of each."""
    found = Counter(arrival.tier for arrival in arrivals)
    there = [(tier, f"{words}, {found[tier]:,}") for tier, words in TIERS if found[tier]]
    return [(None, "All"), *there]
