"""What can be done about briefs and fees: each deed's sheet, and the action behind it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from warmcalls.actions.briefs_and_fees import MoneyFacts
from warmcalls.actions.done import Done
from warmcalls.domain.placements import FeeRow, Vacancy
from warmcalls.store import clients
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.sheet_host import SheetHost
from warmcalls.ui.tasks import Step

if TYPE_CHECKING:
    from warmcalls.ui.fees.client_field import Heard
    from warmcalls.ui.fees.deed import Deed
    from warmcalls.ui.forms.form_sheet import FormSheet


class Deeds(SheetHost):
    """Opens the sheets of the page and carries out what they say.

    Attributes:
        failed: something without a sheet was refused: the sentence.
        facts: what the forms need, as it was read last.
    """

    failed = Signal(str)
    facts = MoneyFacts("2000-01-01")

    def new_placement(self) -> None:
        """Ask who was placed, and where."""
        self._place(0, "", None)

    def new_brief(self) -> None:
        """Ask for a job brief, and whose it is."""
        from warmcalls.ui.fees.brief_sheet import BriefSheet

        self._ask(
            BriefSheet(self._theme, 0, "", self.facts, find=self.find, person_id=self.person_id)
        )

    def about(self, deed: str, item: object) -> None:
        """Do something about a row."""
        if isinstance(item, FeeRow):
            self._about_fee(deed, item)
        elif isinstance(item, Vacancy):
            self._about_brief(deed, item)

    def _about_fee(self, deed: str, row: FeeRow) -> None:
        from warmcalls.ui.fees.fee_sheet import CreditSheet, FeeSheet, PaidSheet
        from warmcalls.ui.fees.placement_sheet import PlacementChangeSheet

        sheets: dict[str, Callable[[], FormSheet]] = {
            "paid": lambda: PaidSheet(self._theme, row, self.facts),
            "credit": lambda: CreditSheet(self._theme, row, self.facts),
            "placement": lambda: PlacementChangeSheet(self._theme, row, self.facts),
            "fee": lambda: FeeSheet(self._theme, row, self.facts),
            "invoice": lambda: FeeSheet(self._theme, row, self.facts),
        }
        self._ask(sheets[deed]())

    def _about_brief(self, deed: str, brief: Vacancy) -> None:
        from warmcalls.ui.fees.brief_sheet import BriefSheet
        from warmcalls.ui.fees.close_sheet import CloseSheet

        if deed == "placed":
            self._place(brief.client_id, brief.client, brief)
        elif deed == "close":
            self._ask(CloseSheet(self._theme, brief, self.facts))
        elif deed == "reopen":
            self._reopen(brief.id)
        else:
            self._ask(
                BriefSheet(self._theme, brief.client_id, brief.client, self.facts, brief=brief)
            )

    def set_rate(self, code: str, rate: float, day: str, done: Callable[[], object]) -> None:
        """Keep an exchange rate; `done` is called once it is kept."""

        def act(db: Writer) -> Done:
            from warmcalls.actions.exchange_rates import set_exchange_rate

            return set_exchange_rate(
                db, code, day, rate, now=self._clock(), person_id=self.person_id
            )

        self.act(act, done)

    def remove_rate(self, rate_id: int) -> None:
        """Take an exchange rate away."""

        def act(db: Writer) -> Done:
            from warmcalls.actions.exchange_rates import remove_exchange_rate

            return remove_exchange_rate(db, rate_id, now=self._clock(), person_id=self.person_id)

        self.act(act)

    def set_figure(self, month: str, name: str, value: int | None) -> None:
        """Keep one of the four Cs of a month."""

        def act(db: Writer) -> Done:
            from warmcalls.actions.month_figures import set_month_figure

            return set_month_figure(
                db, month, name, value, now=self._clock(), person_id=self.person_id
            )

        self.act(act)

    def find(self, typed: str, heard: "Heard") -> None:
        """Look clients up by a part of their name; `heard` gets ids and names."""

        def read(db: Reader) -> list[tuple[int, str]]:
            found = clients.by_ids(db, clients.ids_like(db, typed)) if typed.strip() else {}
            return sorted(((c.id, c.name) for c in found.values()), key=lambda pair: pair[1])

        self._tasks.read(read).finished.connect(heard)

    def act(
        self, action: Callable[[Writer], Done], done: Callable[[], object] | None = None
    ) -> None:
        """Carry out something that has no sheet."""

        def run(db: Writer, _: Step) -> Done:
            return action(db)

        task = self._tasks.write(run)
        if done:
            task.finished.connect(lambda _: done())
        task.finished.connect(self.done)
        task.failed.connect(lambda error: self.failed.emit(str(error)))

    def _place(self, client_id: int, client: str, brief: Vacancy | None) -> None:
        from warmcalls.ui.fees.placement_sheet import PlacementSheet

        by = brief.person_id if brief and brief.person_id else self.person_id
        self._ask(
            PlacementSheet(
                self._theme, client_id, client, self.facts, brief=brief, find=self.find,
                person_id=by,
            )
        )  # fmt: skip

    def _reopen(self, brief_id: int) -> None:
        def act(db: Writer) -> Done:
            from warmcalls.actions.vacancies import reopen_vacancy

            return reopen_vacancy(db, brief_id, now=self._clock(), person_id=self.person_id)

        self.act(act)

    def _ask(self, sheet: "FormSheet") -> None:
        """Open a form; what it says is carried out."""
        sheet.submitted.connect(lambda deed: self._carry_out(sheet, deed))
        self.open(sheet)

    def _carry_out(self, sheet: "FormSheet", deed: "Deed") -> None:
        now, person_id = self._clock(), self.person_id
        self.write(sheet, lambda db: deed.carry_out(db, now=now, person_id=person_id))
