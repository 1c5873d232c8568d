"""The pages that are made when they are first gone to, and what all of them have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from PySide6.QtCore import QSettings

    from warmcalls.domain.clients import Person
    from warmcalls.store.engine import Reader
    from warmcalls.ui.workday import Workday

Clock = Callable[[], int]


def _nothing() -> None:
    """Save nothing: a page that keeps no text has none to lose."""


class Page(Protocol):
    """What every page but Today has.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
        undo_wanted: the journal entry to take back.
    """

    done: SignalInstance
    failed: SignalInstance
    undo_wanted: SignalInstance

    def set_person(self, person: "Person | None") -> None:
        """Say who works here."""

    def hear(self, topics: object) -> None:
        """Take notice of what changed."""

    def show_said(self, text: str, entry: int | None = None) -> None:
        """Say what happened."""

    def isVisible(self) -> bool:
        """Tell whether it is seen."""


class LaterPages(QObject):
    """Makes pages on demand, so that the first paint does not wait for them.

    Attributes:
        import_wanted: files are to be chosen.
        page_wanted: the id of a page to go to.
        section_wanted: the id of a section of Settings to go to.
        client_wanted: a client whose history is wanted.
        deed_wanted: something that the window does: its command, a client's id or 0, its name.
        counted: what waits on a page: its id and how much.
    """

    import_wanted = Signal()
    page_wanted = Signal(str)
    section_wanted = Signal(str)
    client_wanted = Signal(int)
    deed_wanted = Signal(str, int, str)
    counted = Signal(str, int)

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        clock: Clock,
        workday: "Workday",
        desk: "tuple[QSettings, ZoneInfo]",
    ) -> None:
        super().__init__(workday)
        self._theme, self._tasks, self._clock, self._workday = theme, tasks, clock, workday
        self._kept, self._zone = desk
        self._made: dict[str, Page] = {}

    @property
    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """What makes each page, by its id."""
        return {
            "clients": self._clients,
            "campaigns": self._campaigns,
            "results": self._results,
            "fees": self._fees,
            "ranking": self._ranking,
            "settings": self._settings,
        }

    def seen(self) -> Page | None:
        """Return the page that is seen, None where it is not one of these."""
        return next((page for page in self._made.values() if page.isVisible()), None)

    def set_person(self, person: "Person | None") -> None:
        """Say who works here to every page there is."""
        for page in self._made.values():
            page.set_person(person)

    def flush(self) -> None:
        """Save what is typed on a page and not saved yet."""
        for page in self._made.values():
            getattr(page, "flush", _nothing)()

    def count_alarms(self) -> None:
        """Count the warnings about campaigns, for the rail, before their page is opened."""
        now = self._clock()

        def read(db: "Reader") -> int:
            from warmcalls.actions.campaign_report import campaign_report
            from warmcalls.domain.moments import day_of
            from warmcalls.domain.periods import last_months
            from warmcalls.store import settings

            period = last_months(day_of(now, settings.load(db).zone))
            return len(campaign_report(db, now=now, period=period).alarms)

        self._tasks.read(read).finished.connect(lambda count: self.counted.emit("campaigns", count))

    def _clients(self) -> QWidget:
        from warmcalls.ui.clients.page import ClientsPage

        page = ClientsPage(self._theme, self._tasks, self._clock, self._zone)
        page.restore(str(self._kept.value("clients", "")))
        page.kept.connect(lambda state: self._kept.setValue("clients", state))
        page.wanted.connect(self.deed_wanted)
        self._wire("clients", page)
        return page

    def _campaigns(self) -> QWidget:
        from warmcalls.ui.campaigns.page import CampaignsPage

        page = CampaignsPage(self._theme, self._tasks, self._clock)
        page.client_wanted.connect(self.client_wanted)
        page.counted.connect(lambda count: self.counted.emit("campaigns", count))
        self._wire("campaigns", page)
        return page

    def _results(self) -> QWidget:
        from warmcalls.ui.results.page import ResultsPage

        page = ResultsPage(self._theme, self._tasks, self._clock)
        page.page_wanted.connect(self.page_wanted)
        page.client_wanted.connect(self.client_wanted)
        self._wire("results", page)
        return page

    def _fees(self) -> QWidget:
        from warmcalls.ui.fees.page import FeesPage

        page = FeesPage(self._theme, self._tasks, self._clock)
        page.client_wanted.connect(self.client_wanted)
        self._wire("fees", page)
        return page

    def _ranking(self) -> QWidget:
        from warmcalls.ui.ranking.page import RankingPage

        page = RankingPage(self._theme, self._tasks, self._clock)
        page.client_wanted.connect(self.client_wanted)
        page.today_wanted.connect(lambda: self.page_wanted.emit("today"))
        page.settings_wanted.connect(self.section_wanted)
        self._wire("ranking", page)
        return page

    def _settings(self) -> QWidget:
        from warmcalls.ui.settings.page import SettingsPage

        page = SettingsPage(self._theme, self._tasks, self._clock)
        page.import_wanted.connect(self.import_wanted)
        page.signals.ranking_wanted.connect(lambda: self.page_wanted.emit("ranking"))
        page.signals.restore(str(self._kept.value("points not saved", "")))
        page.signals.drafted.connect(lambda text: self._kept.setValue("points not saved", text))
        self._wire("settings", page)
        return page

    def _wire(self, name: str, page: Page) -> None:
        page.set_person(self._workday.person)
        page.done.connect(self._workday.show_done)
        page.failed.connect(page.show_said)
        page.undo_wanted.connect(self._workday.undo)
        self._workday.changed.connect(page.hear)
        self._made[name] = page
