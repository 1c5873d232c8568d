"""What the deeds of the page share: one sheet at a time, and work in the background."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from warmcalls.actions.done import Done
from warmcalls.domain.moments import day_of
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.sheet_host import Form, SheetHost
from warmcalls.ui.tasks import Step, Task, Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.ui.campaigns.page import CampaignsPage

T = TypeVar("T")


class Hands(QObject):
    """Opens sheets for a page and carries out what they ask.

    Args:
        page: what is shown there is what the sheets start from.
        host: the one place of the page where sheets open.
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: something without a sheet was refused: the sentence.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        page: "CampaignsPage",
        host: SheetHost,
        theme: Theme,
        tasks: Tasks,
        clock: Callable[[], int],
    ) -> None:
        super().__init__(page)
        self.page, self._host = page, host
        self._theme, self._tasks, self._clock = theme, tasks, clock

    @property
    def person_id(self) -> int | None:
        """Who works here, None for nobody in particular."""
        return self._host.person_id

    @property
    def currency(self) -> str:
        """The agency's."""
        return self.page.found.agency.currency

    @property
    def today(self) -> str:
        """The business day, ISO."""
        return day_of(self._clock(), self.page.found.agency.zone)

    def open(self, sheet: SideSheet) -> bool:
        """Open a sheet in place of another; one that is still at work stays."""
        if self._host.sheet is None:
            self.page.before.keep()
        return self._host.open(sheet)

    def write(self, form: Form, action: Callable[[Writer], Done]) -> None:
        """Carry out what a form says; it closes when that is done, or says why not."""
        self._host.write(form, action)

    def write_on(
        self,
        sheet: SideSheet,
        action: Callable[[Writer], Done],
        then: Callable[[], object],
        refuse: Callable[[str], object],
    ) -> None:
        """Carry out what a sheet says that stays open, and go on there."""
        task = self._begin(action)
        task.finished.connect(lambda _: self._host.sheet is sheet and then())
        task.failed.connect(lambda error: self._host.sheet is sheet and refuse(str(error)))

    def act(self, action: Callable[[Writer], Done]) -> None:
        """Carry out something that has no sheet."""
        self._begin(action).failed.connect(lambda error: self.failed.emit(str(error)))

    def read(self, job: Callable[[Reader], T], show: Callable[[T], object]) -> None:
        """Read in the background, and show what was found."""
        task = self._tasks.read(job)
        task.finished.connect(show)
        task.failed.connect(lambda error: self.failed.emit(str(error)))

    def tell(
        self,
        sheet: SideSheet,
        job: Callable[[Reader], T],
        show: Callable[[T], object],
        refuse: Callable[[str], object],
    ) -> None:
        """Read something for an open sheet; what comes after it closed is dropped."""

        def if_open(hear: Callable[[T], object], said: T) -> None:
            if self._host.sheet is sheet:
                hear(said)

        task = self._tasks.read(job)
        task.finished.connect(partial(if_open, show))
        task.failed.connect(lambda error: self._host.sheet is sheet and refuse(str(error)))

    def _begin(self, action: Callable[[Writer], Done]) -> Task[Done]:
        def run(db: Writer, _: Step) -> Done:
            return action(db)

        task = self._tasks.write(run)
        task.finished.connect(self.done)
        return task
