"""What the Clients page shows or takes out in sheets: filters, this week, the ideal, exports."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from warmcalls.domain.client_query import Condition, Question
from warmcalls.domain.reach import Figure, question
from warmcalls.ui.clients.copying import Copying
from warmcalls.ui.clients.output import ClientOutput, Wanted
from warmcalls.ui.clients.week.looking import WeekLooking
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.clients import Person
    from warmcalls.ui.clients.page import ClientsPage
    from warmcalls.ui.clients.sheets.export_sheet import ExportSaid


class Looking(QObject):
    """Opens the sheets and does what they ask for.

    Attributes:
        done: an action was carried out: its `Done`.
        failed: something could not be done: the sentence.
        said: something was done that changes nothing: the sentence.
        busy: many rows are being copied, or none any more.
    """

    done = Signal(object)
    failed = Signal(str)
    said = Signal(str)
    busy = Signal(bool)

    def __init__(
        self,
        page: "ClientsPage",
        host: SheetHost,
        theme: Theme,
        tasks: Tasks,
        clock: Callable[[], int],
    ) -> None:
        super().__init__(host)
        self._page, self._host, self._theme = page, host, theme
        self.output, self._copying = ClientOutput(page, tasks, clock), Copying(page, tasks, clock)
        for out in (self.output, self._copying):
            out.done_said.connect(self.said)
            out.failed.connect(self.failed)
        self._copying.busy.connect(self.busy)
        self._week = WeekLooking(host, theme, tasks, clock)
        self._week.client_wanted.connect(page.show_client)
        self._week.question_wanted.connect(lambda asked, _: page.ask(asked))
        self._week.import_wanted.connect(lambda: page.wanted.emit("import", 0, ""))

    def set_person(self, person: "Person | None") -> None:
        """Say whose list the words about today's list mean."""
        self.output.person = self._copying.person = person

    def week(self) -> None:
        """Show who came this week, and how much of the target list was reached."""
        self._week.open()

    def tier(self, tier: str) -> None:
        """Show the clients of a tier that were reached."""
        self._page.ask(question(tier, Figure.REACHED))

    def filters(self) -> None:
        """Ask for any number of filters."""
        from warmcalls.ui.clients.sheets.filter_sheet import FilterSheet

        page = self._page
        if page.found is None:
            return
        sheet = FilterSheet(self._theme, page.question.where, page.found.choices)

        def ask(where: tuple[Condition, ...]) -> None:
            sheet.leave()
            page.ask(replace(page.question, where=where))

        sheet.submitted.connect(ask)
        self._host.open(sheet)

    def export(self) -> None:
        """Ask what goes out, and in which form."""
        from warmcalls.ui.clients.sheets.export_sheet import ExportSheet

        page = self._page
        chosen, view = page.listing.chosen, page.views.tabs.current
        asked = page.question
        name = view.name if view else "Clients"
        sheet = ExportSheet(self._theme, len(chosen), page.listing.count, name if view else "")

        def take_out(said: "ExportSaid") -> None:
            which: Question | Sequence[int] = chosen if said.chosen else asked
            if self.output.export(said, Wanted(which, tuple(page.columns), name)):
                sheet.leave()

        sheet.submitted.connect(take_out)
        self._host.open(sheet)

    def copy(self, ids: Sequence[int]) -> None:
        """Copy rows that are not all here, as they are shown."""
        self._copying.copy(ids, self._page.columns, self._page.listing.model.manner.zone)
