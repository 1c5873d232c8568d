"""The Ranking page: whether the list keeps its word, and what it is worth beside chance."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from warmcalls.domain.behind import Calls, CallsBehind
from warmcalls.reports import ranking_words
from warmcalls.reports.charts.kinds import RankingKind
from warmcalls.ui.charts.chart_page import ChartPage
from warmcalls.ui.charts.table_sheet import TableSheets
from warmcalls.ui.components.empty import EmptyState
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.ranking import asking
from warmcalls.ui.ranking.asking import Found
from warmcalls.ui.ranking.calls_sheet import CallsSheet
from warmcalls.ui.ranking.head import Head
from warmcalls.ui.ranking.headline import Headline
from warmcalls.ui.ranking.output import Output
from warmcalls.ui.ranking.panels import Panels
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.clients import Person
    from warmcalls.store.engine import Reader

NOTHING: Final = (
    "Here you will see whether the list keeps its word: how many of its calls were to be worth "
    "the time, and how many were."
)


class RankingPage(ChartPage[Found]):
    """What the list promised against what came, and against calls at random.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        today_wanted: the list is wanted.
        settings_wanted: a section of Settings is wanted: its id.
    """

    WATCHES = frozenset({"calls", "clients", "settings", "imports"})
    today_wanted = Signal()
    settings_wanted = Signal(str)

    def __init__(self, theme: Theme, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__(theme, tasks, clock)
        self.head, self.headline = Head(theme), Headline(theme)
        self.panels = Panels(theme, self.drawing)
        self.apart = PlainLabel(theme, role="text2", wraps=True)
        self.empty = EmptyState(theme, NOTHING, "Go to today’s list")
        self.output = Output(self, self.drawing)
        self.sheets = TableSheets(self, theme, tasks, clock)
        self._lay_out(self.head, [self.headline, self.panels, self.apart], self.empty)
        self._connect()

    def question(self) -> "Callable[[Reader], Found]":
        """Return what reads the figures of the period that is asked for."""
        wanted, now = self.head.wanted, self._clock()
        return lambda db: asking.read(db, wanted, now)

    def set_person(self, person: "Person | None") -> None:
        """Say who works here, for the journal."""
        self.sheets.person = person

    def focus(self) -> None:
        """Put the focus where the keys work."""
        is_empty = self._stack.currentWidget() is self.empty
        part = self.empty if is_empty else self.head.period
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_page(self) -> None:
        """Save the page, where there is something to save."""
        if self.found is not None and not self.head.save.isHidden():
            self.output.save(self.found.report)

    def open_rows(self, behind: object) -> None:
        """Show the calls behind a figure."""
        found = self.found
        if not isinstance(behind, CallsBehind) or found is None:
            return
        sheet = CallsSheet(self._theme, behind)
        self.sheets.open_table(
            sheet,
            lambda: self.output.export(behind.title, sheet.lines, found.zone),
            lambda db: asking.rows_behind(db, found.period, behind),
            lambda lines: sheet.show_lines(lines, found.zone),
        )

    def show_found(self, found: Found) -> None:
        """Show the answer, the charts and what was learnt."""
        self.found = found
        self.head.show_period(found.period, found.today)
        self.headline.show_report(found.report)
        self.apart.setText(ranking_words.apart(found.report))
        self.apart.setVisible(bool(self.apart.text()))
        is_empty = found.report.is_nothing and self.head.wanted is None
        self.head.show_asking(shown=not is_empty)
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self.panels.show_found(found)

    def _save_chart(self, kind: RankingKind) -> None:
        if self.found is not None:
            self.output.save(self.found.report, kind)

    def _copy(self, kind: RankingKind) -> None:
        if self.found is not None:
            self.output.copy(self.found.report, kind)

    def _copy_focused(self) -> None:
        kind = self.panels.focused()
        if kind is not None:
            self._copy(kind)

    def _open_all(self) -> None:
        """Show the calls that the sentence speaks of."""
        self.open_rows(CallsBehind(Calls.LIST, "Calls of the list"))

    def _connect(self) -> None:
        self.head.asked.connect(self.refresh)
        self.head.save.clicked.connect(self.save_page)
        self.headline.pressed.connect(self._open_all)
        self.panels.opened.connect(self.open_rows)
        self.panels.copied.connect(self._copy)
        self.panels.saved.connect(self._save_chart)
        self.panels.settings_wanted.connect(self.settings_wanted)
        self.output.said.connect(self.show_said)
        self.output.failed.connect(self.failed)
        self.empty.pressed.connect(self.today_wanted)
        self.sheets.client_wanted.connect(self.client_wanted)
        self._hear_keys({"Ctrl+S": self.save_page, "Ctrl+C": self._copy_focused})
