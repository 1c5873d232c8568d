"""Reads who came for the sheet that shows it, again for every other stretch of days."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from warmcalls.domain.moments import WEEK_IN_DAYS
from warmcalls.store.engine import Reader
from warmcalls.ui.clients.week.sheet import WeekSheet
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Task, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.arrivals import Week
    from warmcalls.domain.reach import CampaignReach, TargetCoverage

Found = tuple["Week", "TargetCoverage"]
T = TypeVar("T")


class WeekLooking(QObject):
    """Opens the sheet and fills it.

    Attributes:
        client_wanted: a client that came is to be opened; the sheet has left.
        question_wanted: a `Question` to the list of clients, and what they are called; likewise.
        import_wanted: files are to be chosen; likewise.
    """

    client_wanted = Signal(int)
    question_wanted = Signal(object, str)
    import_wanted = Signal()

    def __init__(
        self, host: SheetHost, theme: Theme, tasks: Tasks, clock: Callable[[], int]
    ) -> None:
        super().__init__(host)
        self._host, self._theme, self._tasks, self._clock = host, theme, tasks, clock
        self._reading: Task[Any] | None = None

    def open(self) -> None:
        """Open the sheet on the last week."""
        sheet = WeekSheet(self._theme, asks=True)
        if not self._host.open(sheet):
            return
        sheet.client_wanted.connect(self._leave)
        sheet.client_wanted.connect(self.client_wanted)
        sheet.question_wanted.connect(self._leave)
        sheet.question_wanted.connect(self.question_wanted)
        sheet.import_wanted.connect(self._leave)
        sheet.import_wanted.connect(self.import_wanted)
        sheet.days_wanted.connect(lambda days: self._read_week(sheet, days))
        sheet.reached_wanted.connect(lambda row: self._read_reached(sheet, row))
        self._read_week(sheet, WEEK_IN_DAYS)

    def _leave(self) -> None:
        if self._host.sheet is not None:
            self._host.sheet.leave()

    def _read_week(self, sheet: WeekSheet, days: int) -> None:
        now, person = self._clock(), self._host.person

        def read(db: Reader) -> Found:
            from warmcalls.actions.arrivals import this_week
            from warmcalls.actions.coverage import coverage
            from warmcalls.actions.desk import desk

            asked = desk(db, now, person)
            return this_week(asked, days), coverage(asked)

        self._read(sheet, read, lambda found: sheet.show_week(*found))

    def _read_reached(self, sheet: WeekSheet, row: "CampaignReach") -> None:
        now, person = self._clock(), self._host.person

        def read(db: Reader) -> "Week":
            from warmcalls.actions.arrivals import reached_clients
            from warmcalls.actions.desk import desk

            return reached_clients(desk(db, now, person), row.campaign_id)

        self._read(sheet, read, lambda week: sheet.show_reached(row, week))

    def _read(
        self, sheet: WeekSheet, read: Callable[[Reader], T], show: Callable[[T], object]
    ) -> None:
        """Read; an answer that is no longer waited for is dropped."""
        if self._reading is not None:
            self._reading.cancel()
        task = self._tasks.read(read)
        self._reading = task
        task.finished.connect(lambda found: self._end(sheet, lambda: show(found)))
        task.failed.connect(lambda error: self._end(sheet, lambda: sheet.refuse(str(error))))

    def _end(self, sheet: WeekSheet, then: Callable[[], object]) -> None:
        self._reading = None
        if sheet is self._host.sheet:
            then()
