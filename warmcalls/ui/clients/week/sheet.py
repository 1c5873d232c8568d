"""This week at your target clients: how much of the list was reached, and who came."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.arrivals import Arrival, Week
from warmcalls.domain.reach import MEANING
from warmcalls.ui.clients.week.arrival_rows import EDGE, ArrivalList, ArrivalModel
from warmcalls.ui.clients.week.campaign_bars import FIRST, CampaignBars, CampaignHead
from warmcalls.ui.clients.week.coverage_table import CoverageTable
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.filter_button import FilterButton
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.forms.form_sheet import Problem
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.reach import TargetCoverage

WIDTH: Final = 560
LOW: Final = 840
TITLE: Final = "This week at your target clients"
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


class WeekSheet(SideSheet):
    """Coverage by tier and by campaign over the list of those that came.

    Args:
        theme: the theme.
        offers_days: whether other stretches than a week can be chosen.

    Attributes:
        client_wanted: the id of the client to open.
        question_wanted: a `Question` to the list of clients, and what its clients are called.
        days_wanted: how many days are to be looked at instead.
        import_wanted: files are to be chosen.
    """

    client_wanted = Signal(int)
    question_wanted = Signal(object, str)
    days_wanted = Signal(int)
    import_wanted = Signal()

    def __init__(self, theme: Theme, *, offers_days: bool = False) -> None:
        super().__init__(theme, TITLE, WIDTH)
        self._week = Week()
        self.problem, self.loading = Problem(theme), LoadingBar(theme)
        self.tiers, self.campaigns = CoverageTable(theme), CampaignBars(theme)
        self.model = ArrivalModel(self)
        self.list = ArrivalList(theme, self.model)
        self.tier = FilterButton(theme, "Tier", [(None, "All")])
        self.days = FilterButton(theme, "Last", DAYS)
        self._offers_days = offers_days
        self.count = PlainLabel(theme, role="text2")
        self.nothing = PlainLabel(theme, "", role="text2", wraps=True)
        self.bring = Button(theme, "Import files…", icon="ph.upload-simple")
        self.open_button = Button(theme, "Show the client", key="Enter")
        self.shown = PlainLabel(theme, size=11, role="text2")
        self._lay_out()
        self._connect()
        self._content.setVisible(False)
        self._foot_row.setVisible(False)
        self.loading.show_loading(True)
        self.setFocusProxy(self.close_button)

    def show_week(self, week: Week | Sequence[Arrival], coverage: "TargetCoverage") -> None:
        """Show who came, and how much of the list was reached."""
        self._week = week if isinstance(week, Week) else _as_week(week)
        self.loading.show_loading(False)
        self.problem.say("")
        self._content.setVisible(True)
        self.tiers.show_coverage(coverage)
        # who came is what the sheet is for: in a low window the campaigns wait to be unfolded
        is_low = self.height() < self.theme.px(LOW)
        self.campaigns.show_coverage(coverage, 0 if is_low else FIRST)
        self._reach.setVisible(any(tier.clients for tier in coverage.tiers))
        self._by.setVisible(bool(coverage.campaigns))
        self.days.set_value(self._week.days)
        self.tier.set_choices(_tiers(self._week.arrivals))
        self.model.show_arrivals(self._week.arrivals)
        self._filter(self.tier.value)
        is_new = not any(tier.clients > tier.never for tier in coverage.tiers)
        self.days.setVisible(self._offers_days and not is_new)
        self.nothing.setText(NOBODY_YET if is_new else NOBODY.format(days=self._week.days))
        self._settle_focus()

    def refuse(self, why: str) -> None:
        """Say why something could not be done."""
        self.loading.show_loading(False)
        self.problem.say(why)

    def _connect(self) -> None:
        self.tiers.asked.connect(self.question_wanted)
        self.campaigns.asked.connect(self.question_wanted)
        self.tier.chosen.connect(self._filter)
        self.days.chosen.connect(self._look_at)
        self.bring.clicked.connect(self.import_wanted)
        self.list.activated.connect(lambda index: self._open(index.row()))
        self.list.clicked.connect(lambda index: self._open(index.row()))
        self.open_button.clicked.connect(lambda: self._open(self.list.currentIndex().row()))

    def _lay_out(self) -> None:
        px, edge = self.theme.px, self.theme.px(EDGE)
        self.put_under_head(self.problem)
        self.put_under_head(self.loading)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._reach, self._by = QWidget(), QWidget()
        reach = _column(self._reach, (edge, px(16), edge - px(6), 0))
        reach.addWidget(self.tiers)
        reach.addSpacing(px(8))
        reach.addWidget(PlainLabel(self.theme, MEANING, size=11, role="text3", wraps=True))
        reach.addWidget(self._by)
        by = _column(self._by, (0, px(16), 0, 0))
        by.addWidget(CampaignHead(self.theme))
        by.addWidget(self.campaigns)
        reach.addSpacing(px(16))
        reach.addWidget(Rule(self.theme))
        self.body.addWidget(self._reach)
        self.body.addLayout(self._list_head())
        self.body.addWidget(self._empty())
        self.body.addWidget(self.list, 1)
        self.foot.addWidget(self.shown)
        self.foot.addStretch()
        self.foot.addWidget(self.open_button)

    def _list_head(self) -> QHBoxLayout:
        px, row = self.theme.px, QHBoxLayout()
        row.setContentsMargins(px(EDGE), px(12), px(16), px(8))
        row.setSpacing(px(8))
        row.addWidget(PlainLabel(self.theme, "Who came", semibold=True))
        row.addWidget(self.count, 1)
        row.addWidget(self.tier)
        row.addWidget(self.days)
        return row

    def _empty(self) -> QWidget:
        px, self._nobody = self.theme.px, QWidget()
        column = _column(self._nobody, (px(EDGE), px(4), px(EDGE), px(16)))
        column.setSpacing(px(12))
        column.addWidget(self.nothing)
        column.addWidget(self.bring)
        column.addStretch(1)
        return self._nobody

    def _filter(self, tier: object) -> None:
        """Show those of a tier, and how many there are."""
        self.model.filter(None if tier is None else str(tier))
        week, there = self._week, self.model.rowCount()
        self.list.setCurrentIndex(self.model.index(0, 0))
        for part in (self.list, self._foot_row):
            part.setVisible(bool(there))
        self._nobody.setVisible(not week.arrivals)
        self.tier.setVisible(bool(week.arrivals))
        self.count.setText(_counted(week) if tier is None else f"{there:,} of {week.clients:,}")
        left_out = week.clients - len(week.arrivals)
        self.shown.setText(f"The strongest {len(week.arrivals):,} are shown." if left_out else "")

    def _look_at(self, days: object) -> None:
        self.loading.show_loading(True)
        self.days_wanted.emit(int(str(days)))

    def _settle_focus(self) -> None:
        """Let the keys work on the list, unless somebody went elsewhere in the meantime."""
        wanted = self.list if self._week.arrivals else self.bring
        waits = self.focusWidget() in {None, self.close_button}
        self.setFocusProxy(wanted)
        if waits:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            self.client_wanted.emit(line.client_id)


def _column(of: QWidget, margins: tuple[int, int, int, int]) -> QVBoxLayout:
    column = QVBoxLayout(of)
    column.setContentsMargins(*margins)
    column.setSpacing(0)
    return column


def _as_week(arrivals: Sequence[Arrival]) -> Week:
    """Return what is known where only the clients themselves were asked for."""
    people, signals = (sum(getattr(a, name) for a in arrivals) for name in ("people", "signals"))
    return Week(clients=len(arrivals), people=people, signals=signals, arrivals=tuple(arrivals))


def _counted(week: Week) -> str:
    if not week.clients:
        return ""
    clients = "1 client" if week.clients == 1 else f"{week.clients:,} clients"
    people = "1 person" if week.people == 1 else f"{week.people:,} people"
    return f"{clients}, {people}"


def _tiers(arrivals: Sequence[Arrival]) -> list[tuple[object, str]]:
    """Return the tiers there are, with how many clients came of each."""
    found = Counter(arrival.tier for arrival in arrivals)
    there = [(tier, f"{words}, {found[tier]:,}") for tier, words in TIERS if found[tier]]
    return [(None, "All"), *there]
