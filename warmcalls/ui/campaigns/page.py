"""The Campaigns page: all campaigns, and each one's own page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from warmcalls.domain.moments import day_of
from warmcalls.domain.periods import Period
from warmcalls.store.engine import Reader
from warmcalls.ui.campaigns.behind import RowsBehind
from warmcalls.ui.campaigns.campaign_view import CampaignView
from warmcalls.ui.campaigns.deeds import Deeds
from warmcalls.ui.campaigns.head import Head
from warmcalls.ui.campaigns.looking import Looking
from warmcalls.ui.campaigns.overview import Overview, Sought
from warmcalls.ui.campaigns.reading import Found, read, usual_period
from warmcalls.ui.components.empty import EmptyState
from warmcalls.ui.components.focus_keeper import FocusKeeper
from warmcalls.ui.components.reading_page import ReadingPage
from warmcalls.ui.forms.form_sheet import Problem
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Task, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.campaign_story import CampaignStory
    from warmcalls.domain.clients import Person

NOTHING: Final = (
    "Here each campaign will answer for itself: what it cost, whom it reached, what the "
    "recruiters thought of its leads, and what it earned."
)
BROKEN: Final = "The campaigns could not be read; what is shown is what was read last. {why}"


class CampaignsPage(ReadingPage[Found]):
    """What each campaign cost, handed over and earned; what to stop, and what to try.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        counted: how many warnings there are.
        ROOM: the least width and height, in pixels at 100 %; it folds and scrolls by itself.
    """

    ROOM: Final = (560, 400)
    WATCHES = frozenset({
        "campaigns", "calls", "placements", "imports", "settings", "clients", "signals",
        "experiments", "plan",
    })  # fmt: skip
    counted = Signal(int)

    def __init__(self, theme: Theme, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__(theme, tasks, clock)
        self._telling: Task[CampaignStory] | None = None
        self.found = Found()
        self._period: Period | None = None
        self.before = FocusKeeper(self)
        self.head, self.overview, self.view = Head(theme), Overview(theme), CampaignView(theme)
        self.empty = EmptyState(theme, NOTHING, "Add the first campaign")
        self.problem = Problem(theme)
        self.host = SheetHost(self, theme, tasks, clock)
        self.deeds = Deeds(self, self.host, theme, tasks, clock)
        self.looking = Looking(self, self.host, theme, tasks, clock)
        self.behind = RowsBehind(self, self.host, theme, tasks, clock)
        self._lay_out()
        self._wire()
        self._wire_deeds()

    def _lay_out(self) -> None:
        for part in (self.overview, self.view, self.empty):
            self._stack.addWidget(part)
        self._put(self.head, self.loading, self.problem, self._stack, self.toast)

    def _wire(self) -> None:
        head, overview, view = self.head, self.overview, self.view
        for period in (head.period, view.head.period):
            period.chosen.connect(self._choose_period)
        head.channel.chosen.connect(self._seek)
        head.search.textEdited.connect(self._seek)
        head.search.left.connect(self.focus)
        head.wanted.connect(self._add_or_look)
        head.campaign.clicked.connect(self.add_new)
        self.empty.pressed.connect(self.add_new)
        overview.story_wanted.connect(self._tell)
        overview.table.opened.connect(self.open_campaign)
        view.left.connect(self.close_campaign)
        self._hear_keys({"/": self._find, "Ctrl+Shift+P": self._add_spend})

    def _wire_deeds(self) -> None:
        deeds, behind, overview, view = self.deeds, self.behind, self.overview, self.view
        for hands in (deeds, self.looking, behind):
            hands.done.connect(self._finish)
            hands.failed.connect(self.failed)
        self.host.done.connect(self._finish)
        self.host.closed.connect(self._return_focus)
        for part in (overview, view):
            part.stop_wanted.connect(deeds.stop)
            part.sample_wanted.connect(deeds.sample)
            part.dismiss_wanted.connect(deeds.dismiss)
        overview.notices.merge_wanted.connect(deeds.merge)
        overview.notices.apart_wanted.connect(deeds.keep_apart)
        overview.notices.spend_wanted.connect(behind.show_unassigned)
        overview.table.state_wanted.connect(behind.show_leads)
        view.deed_wanted.connect(deeds.of_campaign)
        view.rows_wanted.connect(behind.of_campaign)
        view.leads_wanted.connect(behind.show_leads)
        view.answer_wanted.connect(deeds.answer)
        view.settle_wanted.connect(deeds.settle)
        behind.client_wanted.connect(self.client_wanted)

    # What the window asks of every page

    def set_person(self, person: "Person | None") -> None:
        """Say who works here, for the journal."""
        self.host.person = person

    def focus(self) -> None:
        """Put the focus where the keys work."""
        part = self._stack.currentWidget() or self
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_new(self) -> None:
        """Add a campaign."""
        self.deeds.new_campaign()

    # What the deeds start from

    @property
    def period(self) -> Period:
        """The months that are looked at."""
        return self._period or usual_period(self._clock(), self.found.agency)

    def _return_focus(self) -> None:
        """Put the focus back where it was before the sheet."""
        if not self.before.give_back():
            self.focus()

    # Reading

    def question(self) -> Callable[[Reader], Found]:
        """Return what reads the campaigns of the period that is asked for."""
        now, chosen = self._clock(), self._period
        return lambda db: read(db, now, chosen)

    def show_found(self, found: Found) -> None:
        """Show the campaigns, their warnings and the notices."""
        self.problem.say("")
        self.found = found
        today = day_of(self._clock(), found.agency.zone)
        for button in (self.head.period, self.view.head.period):
            button.set_period(self.period, today)
        self.head.channel.set_choices([("", "All"), *((c, c) for c in found.channels)])
        self.head.refold()
        self._seek()
        shown = self._stack.currentWidget()
        if not found.campaigns:
            self._go(self.empty)
        elif shown is self.empty:
            self._go(self.overview)
        self.counted.emit(len(found.report.alarms))
        if shown is self.view:
            self._tell(self.view.campaign_id)

    def _seek(self) -> None:
        """Show the campaigns that the filters ask for."""
        sought = Sought(self.head.search.text(), str(self.head.channel.value or ""))
        self.overview.show_found(self.found, sought)

    def say_failure(self, why: str) -> None:
        """Say in place what went wrong; the last good content stays."""
        self.problem.say(BROKEN.format(why=why))

    def _tell(self, campaign_id: int) -> None:
        """Read a campaign's story for the panels or its own page."""
        if self._telling is not None:
            self._telling.cancel()
        now, period = self._clock(), self.period

        def tell(db: Reader) -> "CampaignStory":
            from warmcalls.actions.campaign_story import campaign_story

            return campaign_story(db, campaign_id, now=now, period=period)

        self._telling = self._tasks.read(tell)
        self._telling.finished.connect(self._show_story)
        self._telling.failed.connect(self._fail_story)

    def _show_story(self, story: "CampaignStory") -> None:
        self._telling = None
        campaign_id = story.figures.campaign.id
        if campaign_id == self.view.campaign_id:
            self.view.show_story(story, self.found.agency, self.found.alarm(campaign_id))
        self.overview.show_story(story, self.found.agency.zone)

    def _fail_story(self, error: Exception) -> None:
        """Say why; the page of a campaign that is gone is left."""
        self._telling = None
        if self._stack.currentWidget() is self.view:
            self.close_campaign()
        self.problem.say(str(error))

    # Going about

    def _go(self, part: QWidget) -> None:
        """Show a part of the page, with the focus where it was: inside."""
        inside = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        self.head.setVisible(part is not self.view)
        self._stack.setCurrentWidget(part)
        if inside:
            self.focus()

    def open_campaign(self, campaign_id: int) -> None:
        """Show a campaign's own page."""
        self.view.await_story(campaign_id)
        self._go(self.view)
        self.focus()
        self._tell(campaign_id)

    def close_campaign(self) -> None:
        """Go back to all campaigns."""
        self._go(self.overview)
        self.overview.table.reveal(self.view.campaign_id)
        self.focus()

    def _choose_period(self, period: Period) -> None:
        self._period = period
        self.refresh()

    def _add_or_look(self, what: str) -> None:
        {
            "new_experiment": self.looking.new_experiment,
            "add_spend": self._add_spend,
            "experiments": self.looking.show_experiments,
            "plan": self.looking.show_plan,
            "criteria": self.looking.show_criteria,
            "thanks": self.behind.show_thanks,
        }[what]()

    def _add_spend(self) -> None:
        shown = self._stack.currentWidget() is self.view
        self.deeds.add_spend(self.view.campaign_id if shown else None)

    def _find(self) -> None:
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _finish(self, done: object) -> None:
        self.done.emit(done)
        self.refresh()
