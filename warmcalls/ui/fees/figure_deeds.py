"""Exchange rates and the four Cs of months: their sheets stay open and show what was saved."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from warmcalls.actions.done import Done
from warmcalls.domain.moments import day_of
from warmcalls.domain.periods import last_months
from warmcalls.domain.placements import RateLine
from warmcalls.domain.settings import Settings
from warmcalls.store import month_figures, settings, typed_figures
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.fees.asking import Asking
from warmcalls.ui.tasks import Step

if TYPE_CHECKING:
    from warmcalls.ui.fees.sheets.month_sheet import MonthFiguresSheet, MonthSaid
    from warmcalls.ui.fees.sheets.rates_sheet import RateSaid, RatesSheet
    from warmcalls.ui.forms.form_sheet import FormSheet

Rates = tuple[Settings, list[RateLine], list[str]]
Months = tuple[Settings, dict[tuple[str, str], int]]


class FigureDeeds(Asking):
    """What somebody types in beside briefs and fees."""

    def more(self, what: str) -> None:
        """Open one of the things beside the table."""
        {"rates": self.rates, "months": self.months}[what]()

    # Exchange rates

    def rates(self) -> None:
        """Ask what a currency is worth."""
        from warmcalls.ui.fees.sheets.rates_sheet import RatesSheet

        def show(found: Rates) -> None:
            agency, lines, missing = found
            sheet = RatesSheet(self._theme, self._today(agency), agency.currency, lines, missing)
            again = partial(self._show_rates, sheet)
            sheet.submitted.connect(lambda said: self._keep(sheet, self._set(said), again))
            sheet.removed.connect(lambda number: self._keep(sheet, self._remove(number), again))
            self.open(sheet)

        self.read(self._read_rates, show)

    def _read_rates(self, db: Reader) -> Rates:
        agency, lines = settings.load(db), typed_figures.rates(db)
        told = {line.currency for line in lines}
        used = typed_figures.currencies(db, agency.currency)
        return agency, lines, [code for code in used if code not in told]

    def _show_rates(self, sheet: "RatesSheet") -> None:
        self.read(self._read_rates, lambda found: sheet.show_rates(found[1], found[2]))

    def _set(self, said: "RateSaid") -> Callable[[Writer], Done]:
        from warmcalls.actions.exchange_rates import set_exchange_rate

        return lambda db: set_exchange_rate(
            db, said.currency, said.day, said.rate, now=self._clock(), person_id=self.person_id
        )

    def _remove(self, rate_id: int) -> Callable[[Writer], Done]:
        from warmcalls.actions.exchange_rates import remove_exchange_rate

        return lambda db: remove_exchange_rate(
            db, rate_id, now=self._clock(), person_id=self.person_id
        )

    # The four Cs

    def months(self) -> None:
        """Ask for the figures of a month."""
        from warmcalls.ui.fees.sheets.month_sheet import MonthFiguresSheet

        def show(found: Months) -> None:
            agency, figures = found
            sheet = MonthFiguresSheet(self._theme, self._today(agency), agency.currency, figures)
            again = partial(self._show_months, sheet)
            sheet.submitted.connect(lambda said: self._keep(sheet, self._write(said), again))
            self.open(sheet)

        self.read(self._read_months, show)

    def _read_months(self, db: Reader) -> Months:
        agency = settings.load(db)
        last = last_months(self._today(agency), 120).months
        return agency, month_figures.typed(db, last[0], last[-1])

    def _show_months(self, sheet: "MonthFiguresSheet") -> None:
        self.read(self._read_months, lambda found: sheet.show_figures(found[1]))

    def _write(self, said: "MonthSaid") -> Callable[[Writer], Done]:
        from warmcalls.actions.month_figures import set_month_figures

        return lambda db: set_month_figures(
            db, said.month, dict(said.figures), now=self._clock(), person_id=self.person_id
        )

    # What both need

    def _today(self, agency: Settings) -> str:
        return day_of(self._clock(), agency.zone)

    def _keep(
        self, sheet: "FormSheet", action: Callable[[Writer], Done], again: Callable[[], None]
    ) -> None:
        """Carry something out; the sheet stays open and shows it."""

        def run(db: Writer, _: Step) -> Done:
            return action(db)

        def finished(done: Done) -> None:
            self.done.emit(done)
            if self.sheet is sheet:
                again()

        task = self._tasks.write(run)
        task.finished.connect(finished)
        task.failed.connect(lambda error: sheet.refuse(str(error)))
