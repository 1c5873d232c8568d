"""What stands beside the table: experiments, the budget plan, and who is a lead."""

from functools import partial
from typing import TYPE_CHECKING

from warmcalls.actions.done import Done
from warmcalls.domain.what_if import WhatIf
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.campaigns.hands import Hands

if TYPE_CHECKING:
    from warmcalls.domain.experiment_log import Experiment
    from warmcalls.domain.lead_criteria import LeadCriteria
    from warmcalls.domain.plan import PlanLine
    from warmcalls.ui.campaigns.sheets.criteria_sheet import CriteriaSheet
    from warmcalls.ui.campaigns.sheets.experiment_log import DecisionSaid, ExperimentLog, LearntSaid
    from warmcalls.ui.campaigns.sheets.experiment_sheet import ExperimentSaid
    from warmcalls.ui.campaigns.sheets.plan_sheet import PlanSaid, PlanSheet


class Looking(Hands):
    """Sheets that show something first, and let one act on it."""

    # Experiments

    def new_experiment(self) -> None:
        """Ask what is tried against what."""
        from warmcalls.actions.experiments import start_experiment
        from warmcalls.ui.campaigns.sheets.experiment_sheet import ExperimentSheet

        sheet = ExperimentSheet(self._theme, self.today, self.page.found.named)

        def start(db: Writer, said: "ExperimentSaid") -> Done:
            return start_experiment(
                db, said.name, said.arms, now=self._clock(), measure=said.measure, hope=said.hope,
                decides=said.decides, starts=said.starts, person_id=self.person_id,
            )  # fmt: skip

        sheet.submitted.connect(lambda said: self.write(sheet, partial(start, said=said)))
        self.open(sheet)

    def show_experiments(self) -> None:
        """Show the log of experiments."""
        from warmcalls.ui.campaigns.sheets.experiment_log import ExperimentLog

        def show(found: "list[Experiment]") -> None:
            sheet = ExperimentLog(self._theme, found)
            sheet.new_wanted.connect(self.new_experiment)
            sheet.submitted.connect(partial(self._conclude, sheet))
            self.open(sheet)

        self.read(self._experiments, show)

    def _experiments(self, db: Reader) -> "list[Experiment]":
        from warmcalls.actions.experiments import experiments

        return experiments(db, now=self._clock())

    def _conclude(self, sheet: "ExperimentLog", said: "DecisionSaid | LearntSaid") -> None:
        """Write a decision or a lesson down; the log stays open and shows it."""
        from warmcalls.actions.experiments import decide_experiment, write_learnt
        from warmcalls.ui.campaigns.sheets.experiment_log import DecisionSaid

        now, person_id = self._clock(), self.person_id

        def action(db: Writer) -> Done:
            if isinstance(said, DecisionSaid):
                return decide_experiment(
                    db, said.experiment_id, said.decision, said.learnt, now=now,
                    person_id=person_id,
                )  # fmt: skip
            return write_learnt(db, said.experiment_id, said.learnt, now=now, person_id=person_id)

        def again() -> None:
            self.tell(sheet, self._experiments, sheet.show_experiments, sheet.refuse)

        self.write_on(sheet, action, again, sheet.refuse)

    # Who is a lead

    def show_criteria(self) -> None:
        """Show what a lead must be like, and let it be changed."""
        from warmcalls.ui.campaigns.sheets.criteria_sheet import CriteriaSheet

        def read(db: Reader) -> "tuple[LeadCriteria, list[str]]":
            from warmcalls.actions.lead_criteria import criteria
            from warmcalls.store import clients

            return criteria(db), clients.sectors(db)

        def show(found: "tuple[LeadCriteria, list[str]]") -> None:
            sheet = CriteriaSheet(self._theme, found[0], sectors=found[1])
            sheet.submitted.connect(lambda said: self.write(sheet, partial(self._save, said)))
            sheet.asked.connect(partial(self._count, sheet))
            if self.open(sheet):
                self._count(sheet, found[0])

        self.read(read, show)

    def _save(self, said: "LeadCriteria", db: Writer) -> Done:
        from warmcalls.actions.lead_criteria import save_criteria

        return save_criteria(db, said, now=self._clock(), person_id=self.person_id)

    def _count(self, sheet: "CriteriaSheet", said: "LeadCriteria") -> None:
        """Count the period's leads that meet some criteria."""
        start, end = self.page.period.moments(self.page.found.agency.zone)
        leads = sum(row.leads for row in self.page.found.report.rows)

        def read(db: Reader) -> int:
            from warmcalls.store import lead_facts

            return sum(lead_facts.meeting(db, start, end, said).values())

        self.tell(sheet, read, lambda meeting: sheet.show_share(meeting, leads), sheet.refuse)

    # The plan

    def show_plan(self) -> None:
        """Show this year's budget plan."""
        from warmcalls.ui.campaigns.sheets.plan_sheet import PlanSheet

        page, year = self.page, int(self.today[:4])

        def show(lines: "list[PlanLine]") -> None:
            sheet = PlanSheet(
                self._theme, year, lines, month=self.today[:7], channels=page.found.channels,
                campaigns=page.found.named, currency=self.currency,
            )  # fmt: skip
            sheet.submitted.connect(partial(self._plan, sheet))
            sheet.year_wanted.connect(partial(self._show_year, sheet))
            sheet.asked.connect(partial(self._ask_what_if, sheet))
            self.open(sheet)

        self.read(partial(_plan_of, str(year)), show)

    def _show_year(self, sheet: "PlanSheet", year: int) -> None:
        show = partial(sheet.show_plan, year)
        self.tell(sheet, partial(_plan_of, str(year)), show, sheet.refuse)

    def _plan(self, sheet: "PlanSheet", said: "PlanSaid") -> None:
        """Keep one amount; the sheet stays open and shows the plan as it is then."""
        from warmcalls.actions.plan_budget import plan_budget

        now, person_id, year = self._clock(), self.person_id, int(said.month[:4])

        def action(db: Writer) -> Done:
            return plan_budget(
                db, said.month, said.channel, said.amount, now=now, person_id=person_id
            )

        self.write_on(sheet, action, lambda: self._show_year(sheet, year), sheet.refuse)

    def _ask_what_if(self, sheet: "PlanSheet", from_id: int, to_id: int, amount: int) -> None:
        now = self._clock()

        def read(db: Reader) -> WhatIf:
            from warmcalls.actions.what_if import what_if

            return what_if(db, from_id, to_id, amount, now=now)

        self.tell(sheet, read, lambda found: sheet.show_what_if(found.words), sheet.show_what_if)


def _plan_of(year: str, db: Reader) -> "list[PlanLine]":
    from warmcalls.actions.plan_budget import plan

    return plan(db, year)
