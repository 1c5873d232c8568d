"""What the deeds about money share: what their forms need to know, and how they are carried out."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Signal

from warmcalls.actions.briefs_and_fees import MoneyFacts, money_facts
from warmcalls.actions.done import Done
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Step

if TYPE_CHECKING:
    from warmcalls.ui.fees.client_field import Heard
    from warmcalls.ui.forms.form_sheet import FormSheet

T = TypeVar("T")
Facts = tuple[MoneyFacts, tuple[str, ...]]
"""What forms need, and the other currencies that are in use."""


class Asking(SheetHost):
    """Opens forms and carries out what they say.

    Attributes:
        failed: something without a sheet was refused: the sentence.
        beside: others over the same window: their sheet makes room for this one's.
    """

    failed = Signal(str)
    beside: "tuple[SheetHost, ...]" = ()

    def open(self, sheet: SideSheet) -> bool:
        """Open a sheet in place of any other."""
        for other in self.beside:
            if other.sheet is not None:
                other.sheet.leave()
        return super().open(sheet)

    def ask(self, sheet: "FormSheet", action: Callable[[Any, Writer], Done]) -> None:
        """Open a form; what it says is carried out."""
        sheet.submitted.connect(lambda said: self.write(sheet, partial(action, said)))
        self.open(sheet)

    def act(self, action: Callable[[Writer], Done]) -> None:
        """Carry out something that has no sheet."""

        def run(db: Writer, _: Step) -> Done:
            return action(db)

        task = self._tasks.write(run)
        task.finished.connect(self.done)
        task.failed.connect(lambda error: self.failed.emit(str(error)))

    def read(self, job: Callable[[Reader], T], show: Callable[[T], object]) -> None:
        """Read something and show it."""
        task = self._tasks.read(job)
        task.finished.connect(show)
        task.failed.connect(lambda error: self.failed.emit(str(error)))

    def with_facts(self, show: Callable[[Facts], object], client_id: int = 0) -> None:
        """Read what the forms need; of one client, if asked."""
        now = self._clock()

        def job(db: Reader) -> Facts:
            from warmcalls.store import typed_figures

            facts = money_facts(db, now=now, client_id=client_id)
            return facts, tuple(typed_figures.currencies(db, facts.currency))

        self.read(job, show)

    def find(self, typed: str, heard: "Heard") -> None:
        """Look clients up by a part of their name; two of one name say where they are."""

        def job(db: Reader) -> list[tuple[int, str]]:
            from warmcalls.store import clients

            found = clients.by_ids(db, clients.ids_like(db, typed)).values()
            often = Counter(client.name for client in found)
            names = [
                (c.id, f"{c.name}, {c.town or f'no. {c.id}'}" if often[c.name] > 1 else c.name)
                for c in found
            ]
            return sorted(names, key=lambda pair: pair[1].casefold())

        self.read(job, heard)
