"""This week at your target clients: how much of the list was reached, and who came."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warmcalls.domain.arrivals import Arrival, Week
from warmcalls.domain.reach import MEANING
from warmcalls.ui.clients.week.arrival_rows import EDGE
from warmcalls.ui.clients.week.campaign_bars import FIRST, CampaignBars, CampaignHead
from warmcalls.ui.clients.week.coverage_table import CoverageTable
from warmcalls.ui.clients.week.who_came import WhoCame
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.forms.form_sheet import Problem
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.reach import CampaignReach, TargetCoverage

WIDTH: Final = 560
LOW: Final = 840
LOWEST: Final = 600  # under this there is no room for both: who came stands first
TITLE: Final = "This week at your target clients"


class WeekSheet(SideSheet):
    """Coverage by tier and by campaign over the list of those that came.

    Args:
        theme: the theme.
        asks: whether somebody answers `days_wanted` and `reached_wanted`.

    Attributes:
        client_wanted: the id of the client to open.
        question_wanted: a `Question` to the list of clients, and what its clients are called.
        days_wanted: how many days are to be looked at instead.
        reached_wanted: the `CampaignReach` whose clients are to be shown instead.
        import_wanted: files are to be chosen.
    """

    client_wanted = Signal(int)
    question_wanted = Signal(object, str)
    days_wanted = Signal(int)
    reached_wanted = Signal(object)
    import_wanted = Signal()

    def __init__(self, theme: Theme, *, asks: bool = False) -> None:
        super().__init__(theme, TITLE, WIDTH)
        self._week, self._is_new = Week(), False
        self.problem, self.loading = Problem(theme), LoadingBar(theme)
        self.tiers, self.campaigns = CoverageTable(theme), CampaignBars(theme, opens=asks)
        self.who = WhoCame(theme, asks=asks)
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
        self._is_new = not any(tier.clients > tier.never for tier in coverage.tiers)
        self.tiers.show_coverage(coverage)
        # who came is what the sheet is for: in a low window the campaigns wait to be unfolded
        is_low = self.height() < self.theme.px(LOW)
        self.campaigns.show_coverage(coverage, 0 if is_low else FIRST)
        self.body.insertWidget(0 if self.height() < self.theme.px(LOWEST) else 1, self.who, 1)
        self._reach.setVisible(any(tier.clients for tier in coverage.tiers))
        self._by.setVisible(bool(coverage.campaigns))
        self._content.setVisible(True)
        self._show_who_came()

    def show_reached(self, row: "CampaignReach", week: Week) -> None:
        """Show whom one campaign reached, in place of who came."""
        self._is_told()
        self.who.show_reached(row.name, week)
        self.who.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, why: str) -> None:
        """Say why something could not be done."""
        self.loading.show_loading(False)
        self.problem.say(why)

    def _show_who_came(self) -> None:
        self._is_told()
        self.who.show_week(self._week, is_new=self._is_new)
        self._foot_row.setVisible(bool(self._week.arrivals))
        self._settle_focus()

    def _is_told(self) -> None:
        self.loading.show_loading(False)
        self.problem.say("")

    def _settle_focus(self) -> None:
        """Let the keys work on the list, unless somebody went elsewhere in the meantime."""
        waits = self.focusWidget() in {None, self.close_button, self.who.back}
        self.setFocusProxy(self.who.first_stop)
        if waits:
            self.who.first_stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.tiers.asked.connect(self.question_wanted)
        self.campaigns.asked.connect(lambda row: self._wait(lambda: self.reached_wanted.emit(row)))
        who = self.who
        who.client_wanted.connect(self.client_wanted)
        who.days_wanted.connect(lambda days: self._wait(lambda: self.days_wanted.emit(days)))
        who.week_wanted.connect(self._show_who_came)
        who.import_wanted.connect(self.import_wanted)
        who.said.connect(self.shown.setText)
        self.open_button.clicked.connect(who.open_current)

    def _wait(self, ask: Callable[[], object]) -> None:
        self.loading.show_loading(True)
        ask()

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
        self.body.addWidget(self.who, 1)
        self.foot.addWidget(self.shown)
        self.foot.addStretch()
        self.foot.addWidget(self.open_button)


def _column(of: QWidget, margins: tuple[int, int, int, int]) -> QVBoxLayout:
    column = QVBoxLayout(of)
    column.setContentsMargins(*margins)
    column.setSpacing(0)
    return column


def _as_week(arrivals: Sequence[Arrival]) -> Week:
    """Return what is known where only the clients themselves were asked for."""
    people, signals = (sum(getattr(a, name) for a in arrivals) for name in ("people", "signals"))
    return Week(clients=len(arrivals), people=people, signals=signals, arrivals=tuple(arrivals))
