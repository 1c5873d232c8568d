"""One agency's window: its parts put together."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer

from warmcalls.domain.clients import Person, Role
from warmcalls.domain.when import parse_when
from warmcalls.store.opening import open_reader
from warmcalls.ui.appearance import Appearance
from warmcalls.ui.feeds import Feeds
from warmcalls.ui.later_pages import LaterPages
from warmcalls.ui.main_window import MainWindow
from warmcalls.ui.page_deeds import PageDeeds
from warmcalls.ui.rail import RailEntry
from warmcalls.ui.start import Start, read_agency
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.page import TodayPage
from warmcalls.ui.workday import Workday

if TYPE_CHECKING:
    from warmcalls.store.engine import Writer
    from warmcalls.ui.fees.deeds import FeeDeeds
    from warmcalls.ui.notifier import Notifier
    from warmcalls.ui.sheets import Heard, Sheets

WINDOW_SETTINGS: Final = "window.ini"
RAIL: Final = (
    RailEntry("today", "Today", "ph.phone-call"),
    RailEntry("clients", "Clients", "ph.buildings"),
    RailEntry("campaigns", "Campaigns", "ph.megaphone"),
    RailEntry("results", "Results", "ph.chart-bar"),
)
ALARMS_AFTER: Final = 2_000  # milliseconds: the day's list comes first
BEGINS_AT: Final = {Role.MARKETER: "clients", Role.OWNER: "results"}
Clock = Callable[[], int]


class Desktop(QObject):
    """One agency's window with everything behind it.

    Args:
        theme: the theme.
        folder: where this desk's own settings are kept.
        location: the database.
        clock: the moment, UTC microseconds.
        start: the agency as it was found.
    """

    def __init__(
        self, theme: Theme, folder: Path, location: str, clock: Clock, start: Start
    ) -> None:
        super().__init__()
        self._theme, self._clock, self._start = theme, clock, start
        self._kept = QSettings(str(folder / WINDOW_SETTINGS), QSettings.Format.IniFormat)
        self._appearance = Appearance(theme, self._kept)
        self.tasks = Tasks(
            lambda: open_reader(location), lambda: _open_writer(location, clock()), self
        )
        self.workday = Workday(self.tasks, clock)
        self.workday.person = start.person(str(self._kept.value("person", "")))
        self.workday.refresh()  # the list is read while the window is built
        zone = start.agency.zone
        self._later = LaterPages(theme, self.tasks, clock, self.workday, (self._kept, zone))
        self.page = TodayPage(theme, zone, clock, lambda text: parse_when(text, clock(), zone))
        self.window = MainWindow(
            theme,
            {"today": self.page},
            RAIL,
            find=self._find,
            later=self._later.makers,
        )
        self._deeds = PageDeeds(self)
        self._feeds = Feeds(self.window.status, self.tasks, clock, zone)
        self.workday.serve(self.page)
        self._wire()
        self._restore()

    @cached_property
    def sheets(self) -> "Sheets":
        """The sheets at the right, made when the first one is asked for."""
        from warmcalls.ui.sheets import Sheets

        zone = self._start.agency.zone
        sheets = Sheets(self.window, self._theme, self.tasks, self._clock, zone)
        sheets.person = self.workday.person
        sheets.done.connect(self.workday.show_done)
        sheets.changed.connect(self.workday.hear)
        sheets.closed.connect(self.window.focus_page)
        sheets.failed.connect(self.say)
        sheets.added.connect(self._deeds.show_added)
        sheets.client_wanted.connect(self._deeds.show_client)
        sheets.section_wanted.connect(self._deeds.show_settings)
        return sheets

    @cached_property
    def notifier(self) -> "Notifier":
        """What tells of a client that did something strong, once the day's list is shown."""
        from warmcalls.ui.notifier import Notifier

        notifier = Notifier(self.window, self.tasks, self._clock)
        notifier.person = self.workday.person
        notifier.counted.connect(lambda count: self.window.set_count("clients", count))
        notifier.client_wanted.connect(self._deeds.show_client)
        notifier.page_shown(self.window.shown)
        self.window.page_shown.connect(notifier.page_shown)
        self.workday.changed.connect(notifier.hear)
        return notifier

    @cached_property
    def money(self) -> "FeeDeeds":
        """The sheets about briefs and placements, made when the first one is asked for."""
        from warmcalls.ui.fees.deeds import FeeDeeds

        money = FeeDeeds(self.window, self._theme, self.tasks, self._clock)
        money.person = self.workday.person
        money.done.connect(self.workday.show_done)
        money.failed.connect(self.say)
        money.beside = (self.sheets,)
        money.closed.connect(self.window.focus_page)
        return money

    def say(self, text: str, entry: int | None = None) -> None:
        """Say what happened on the page that is seen."""
        (self._later.seen() or self.page).show_said(text, entry)

    def _read_people(self, topics: object) -> None:
        """Show who works here again, after somebody came or changed."""
        if isinstance(topics, frozenset) and topics & {"people", "settings"}:
            self.tasks.read(read_agency).finished.connect(self._found)

    def _found(self, start: Start) -> None:
        self._start = start
        self.window.set_agency(start.agency.agency or "Your agency")
        before = self.workday.person
        me = start.person(before.name if before else "")
        if me != before:
            self.work_as(me)
        else:
            self.window.set_people(list(start.people), me)

    def _wire(self) -> None:
        page, window = self.page, self.window
        page.import_wanted.connect(self._choose_files)
        page.why_wanted.connect(self._why)
        page.signal_wanted.connect(self._add_signal)
        page.brief_wanted.connect(lambda client: self.money.brief(client, self._named()))
        page.placement_wanted.connect(lambda client: self.money.placement(client, self._named()))
        page.client_wanted.connect(self._show_history)
        page.page_wanted.connect(window.show_page)
        window.command.connect(self._command)
        window.files_dropped.connect(self._import_files)
        window.client_chosen.connect(self._deeds.choose)
        window.person_chosen.connect(self.work_as)
        window.closing.connect(self.close)
        self._later.import_wanted.connect(self._choose_files)
        self._later.page_wanted.connect(window.show_page)
        self._later.section_wanted.connect(self._deeds.show_settings)
        self._later.client_wanted.connect(self._show_history)
        self._later.deed_wanted.connect(self._deeds.carry_out)
        self._later.counted.connect(window.set_count)
        self.workday.said.connect(self.say)
        self.workday.changed.connect(self.workday.hear)
        self.workday.changed.connect(self._read_people)
        self.workday.counted.connect(lambda n: window.set_count("today", n))
        self.workday.listed.connect(self._feeds.refresh)

    def _restore(self) -> None:
        self._appearance.restore()
        self.window.restore(self._kept_bytes("geometry"))
        self.page.restore_state(self._kept_bytes("today"))
        self.window.set_agency(self._start.agency.agency or "Your agency")
        self.window.set_people(list(self._start.people), self.workday.person)

    def _kept_bytes(self, name: str) -> bytes:
        kept = self._kept.value(name)
        return bytes(kept.data()) if isinstance(kept, QByteArray) else b""

    def work_as(self, person: Person | None) -> None:
        """Show the day of another person."""
        self.workday.person = person
        self._later.set_person(person)
        for name in ("sheets", "money"):
            if name in self.__dict__:
                getattr(self, name).person = person
        if "notifier" in self.__dict__:
            self.notifier.set_person(person)
        self.window.set_people(list(self._start.people), person)
        if person:
            self._kept.setValue("person", person.name)
        self.workday.refresh()

    def show(self) -> None:
        """Open the window with the focus where the keys work."""
        self.window.show()
        self.window.show_page(self._first_page())
        QTimer.singleShot(ALARMS_AFTER, self._later, self._later.count_alarms)
        QTimer.singleShot(ALARMS_AFTER, self.window, self._watch)

    def _watch(self) -> None:
        """Tell of strong signals from now on; the day's list came first."""
        self.notifier.start()

    def _first_page(self) -> str:
        """Return where this person's day begins."""
        person = self.workday.person
        return BEGINS_AT.get(person.role, "today") if person else "today"

    def go_on(self, way: str) -> None:
        """Take the way on that was chosen on the welcome page."""
        if way == "import":
            QTimer.singleShot(0, self.sheets.choose_files)
        elif way == "by hand":
            QTimer.singleShot(0, self.sheets.add_client)

    def close(self) -> None:
        """Save what is typed and how the window stood, and end the work in the background."""
        self.page.flush()
        self._later.flush()
        self._kept.setValue("geometry", self.window.geometry_bytes())
        self._kept.setValue("today", self.page.save_state())
        self.tasks.stop()

    def _add_signal(self, client_id: int) -> None:
        self.sheets.add_signal(client_id, self._named())

    def _named(self) -> str:
        """Return the client whose card is open."""
        call = self.page.current()
        return call.client if call else "this client"

    def _find(self, typed: str, heard: "Heard") -> None:
        self.sheets.find(typed, heard)

    # The sheets are loaded when the first one is wanted, hence these few words of indirection.

    def _choose_files(self) -> None:
        self.sheets.choose_files()

    def _import_files(self, paths: list[Path]) -> None:
        self.sheets.import_files(paths)

    def _show_history(self, client_id: int) -> None:
        self.sheets.show_history(client_id)

    def _why(self, client_id: int) -> None:
        self.sheets.why_not(client_id)

    def _commands(self) -> dict[str, Callable[[], object]]:
        """Return what every command does that the window does not do by itself."""
        page, sheets = self.page, self.sheets
        return {
            "import": sheets.choose_files,
            "new_client": self._add,
            "why_not": sheets.why_not,
            "why_here": page.why_here,
            "refresh": self.workday.refresh,
            "settings": lambda: self.window.show_page("settings"),
            "appearance": self._appearance.turn,
            "larger": lambda: self.say(self._appearance.resize_text(1)),
            "smaller": lambda: self.say(self._appearance.resize_text(-1)),
            "dial": page.dial,
            "undo": self._undo,
            "redo": self.workday.redo,
            "notes": page.write_notes,
            "next_call": lambda: page.step(1),
            "previous_call": lambda: page.step(-1),
            "snooze": page.snooze,
            "reject": page.reject,
            "add_signal": page.add_signal,
            "brief": page.record_brief,
            "placement": page.record_placement,
        }

    def _command(self, name: str) -> None:
        does = self._commands().get(name)
        if does:
            does()

    def _add(self) -> None:
        """Add what the page that is seen is about: a client, where it is nothing else."""
        seen = self._later.seen()
        (getattr(seen, "add_new", None) or self.sheets.add_client)()

    def _undo(self) -> None:
        """Take back what this person did last; Today also knows which call it was about."""
        if self._later.seen() is None:
            self.page.undo()
        else:
            self.workday.undo_newest()


def _open_writer(location: str, now: int) -> "Writer":
    from warmcalls.actions.begin import begin

    return begin(location, now=now)
