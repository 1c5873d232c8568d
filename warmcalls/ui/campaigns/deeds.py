"""What can be done about campaigns: each deed's sheet, and the action behind it."""

from functools import partial
from typing import TYPE_CHECKING

from warmcalls.actions.done import Done
from warmcalls.domain.campaigns import Alarm, Alert, CampaignFigures
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.campaigns.hands import Hands

if TYPE_CHECKING:
    from collections.abc import Callable

    from warmcalls.domain.behind import LeadLine
    from warmcalls.ui.campaigns.sheets.campaign_sheet import CampaignSaid
    from warmcalls.ui.campaigns.sheets.spend_sheet import SpendSaid
    from warmcalls.ui.campaigns.sheets.stop_sheet import StopSaid, StopSheet


class Deeds(Hands):
    """New, edit, merge, stop, sample, dismiss, spend and answer."""

    def of_campaign(self, deed: str, row: CampaignFigures | None) -> None:
        """Do something about the campaign whose page is open."""
        if row is None:
            return
        deeds: dict[str, Callable[[], object]] = {
            "edit": lambda: self.edit(row),
            "merge": lambda: self.merge_into(row),
            "spend": lambda: self.add_spend(row.campaign.id),
            "sample": lambda: self.sample_of(row),
            "stop": lambda: self.stop_row(row),
        }
        if deed in deeds:
            deeds[deed]()

    # Adding and changing

    def new_campaign(self) -> None:
        """Ask for a new campaign."""
        from warmcalls.ui.campaigns.sheets.campaign_sheet import CampaignSheet

        sheet = CampaignSheet(
            self._theme, self.today, channels=self.page.found.channels, currency=self.currency
        )

        def add(db: Writer, said: "CampaignSaid") -> Done:
            from warmcalls.actions.add_campaign import add_campaign

            return add_campaign(
                db, said.name, now=self._clock(), channel=said.channel, starts=said.starts,
                ends=said.ends, budget=said.budget, codes=said.codes, hypothesis=said.hypothesis,
                person_id=self.person_id,
            )  # fmt: skip

        sheet.submitted.connect(self.page.overview.expect_new)
        sheet.submitted.connect(lambda said: self.write(sheet, partial(add, said=said)))
        self.open(sheet)

    def edit(self, row: CampaignFigures) -> None:
        """Ask what changes of a campaign."""
        from warmcalls.ui.campaigns.sheets.campaign_sheet import CampaignSheet

        sheet = CampaignSheet(
            self._theme, self.today, channels=self.page.found.channels, campaign=row.campaign,
            currency=self.currency,
        )  # fmt: skip

        def change(db: Writer, said: "CampaignSaid") -> Done:
            from warmcalls.actions.change_campaign import change_campaign

            return change_campaign(
                db, row.campaign.id, now=self._clock(), person_id=self.person_id, name=said.name,
                channel=said.channel, starts=said.starts, ends=said.ends, budget=said.budget,
                hypothesis=said.hypothesis, codes=said.codes,
            )  # fmt: skip

        sheet.submitted.connect(lambda said: self.write(sheet, partial(change, said=said)))
        self.open(sheet)

    def add_spend(self, campaign_id: int | None = None) -> None:
        """Ask what was spent."""
        from warmcalls.ui.campaigns.sheets.spend_sheet import SpendSheet

        sheet = SpendSheet(
            self._theme, self.today, self.page.found.named, channels=self.page.found.channels,
            chosen=campaign_id or None, currency=self.currency,
        )  # fmt: skip

        def add(db: Writer, said: "SpendSaid") -> Done:
            from warmcalls.actions.add_spend import add_spend

            return add_spend(
                db, said.campaign_id, said.amount, starts=said.starts, ends=said.ends,
                now=self._clock(), note=said.note, channel=said.channel, person_id=self.person_id,
            )  # fmt: skip

        sheet.submitted.connect(lambda said: self.write(sheet, partial(add, said=said)))
        self.open(sheet)

    # Two that are one

    def merge(self, one_id: int, other_id: int) -> None:
        """Ask about two campaigns that seem to be one."""
        one, other = self.page.found.row(one_id), self.page.found.row(other_id)
        why = self.page.found.alike(one_id, other_id)
        self._open_merge(one, [other], why)

    def merge_into(self, row: CampaignFigures) -> None:
        """Ask which campaign becomes part of which."""
        found, own = self.page.found, row.campaign.id
        others = [found.row(number) for number, _ in found.named if number != own]
        self._open_merge(row, others, "")

    def _open_merge(self, row: CampaignFigures, others: list[CampaignFigures], why: str) -> None:
        from warmcalls.actions.merge_campaigns import merge_campaigns
        from warmcalls.ui.campaigns.sheets.merge_sheet import MergeSheet

        sheet = MergeSheet(self._theme, row, others, why=why, currency=self.currency)
        sheet.submitted.connect(
            lambda said: self.write(
                sheet,
                lambda db: merge_campaigns(
                    db, said.keep_id, said.gone_id, now=self._clock(), person_id=self.person_id
                ),
            )
        )
        sheet.apart.connect(sheet.leave)
        sheet.apart.connect(self.keep_apart)
        self.open(sheet)

    def keep_apart(self, one_id: int, other_id: int) -> None:
        """Remember that two campaigns are two."""
        from warmcalls.actions.spelled_alike import keep_apart

        self.act(
            lambda db: keep_apart(db, one_id, other_id, now=self._clock(), person_id=self.person_id)
        )

    # The early warning

    def stop(self, alarm: Alarm) -> None:
        """Ask about stopping what a warning warns of."""
        row = self.page.found.row(alarm.campaign_id)
        self.stop_row(row, alarm)

    def stop_row(self, row: CampaignFigures, alarm: Alarm | None = None) -> None:
        """Ask why a campaign stops, and where its money goes."""
        from warmcalls.ui.campaigns.sheets.stop_sheet import StopSheet

        alarm = alarm or next(
            (a for a in self.page.found.report.alarms if a.campaign_id == row.campaign.id), None
        )
        today = self.today
        rows = self.page.found.report.rows
        sound = [each for each in rows if each.warning is Alert.NONE and each is not row]
        others = [each for each in sound if each.campaign.runs(today)]
        sheet = StopSheet(
            self._theme, row, others, alarm=alarm, a_month=alarm.saves if alarm else 0,
            currency=self.currency,
        )  # fmt: skip

        def stop(db: Writer, said: "StopSaid") -> Done:
            from warmcalls.actions.stop_campaign import stop_campaign

            return stop_campaign(
                db, row.campaign.id, now=self._clock(), why=said.why, move_to=said.move_to,
                amount=said.amount, person_id=self.person_id,
            )  # fmt: skip

        sheet.submitted.connect(lambda said: self.write(sheet, partial(stop, said=said)))
        sheet.asked.connect(partial(self._what_if, sheet, row.campaign.id))
        self.open(sheet)

    def _what_if(self, sheet: "StopSheet", from_id: int, to_id: int, amount: int) -> None:
        now = self._clock()

        def read(db: Reader) -> str:
            from warmcalls.actions.what_if import what_if

            return what_if(db, from_id, to_id, amount, now=now).words

        self.tell(sheet, read, sheet.show_what_if, sheet.show_what_if)

    def sample(self, alarm: Alarm) -> None:
        """Ask how many leads of a warned campaign are called to be sure."""
        row = self.page.found.row(alarm.campaign_id)
        self.sample_of(row)

    def sample_of(self, row: CampaignFigures) -> None:
        """Ask how many leads are put on the call lists."""
        from warmcalls.actions.sample_leads import sample_leads
        from warmcalls.ui.campaigns.sheets.sample_sheet import SampleSheet

        sheet = SampleSheet(self._theme, row)
        sheet.submitted.connect(
            lambda said: self.write(
                sheet,
                lambda db: sample_leads(
                    db, row.campaign.id, said.count, now=self._clock(), person_id=self.person_id
                ),
            )
        )
        self.open(sheet)

    def dismiss(self, alarm: Alarm) -> None:
        """Ask why a warning may rest."""
        from warmcalls.actions.dismiss_alarm import dismiss_alarm
        from warmcalls.ui.campaigns.sheets.dismiss_sheet import DismissSheet

        row = self.page.found.row(alarm.campaign_id)
        sheet = DismissSheet(self._theme, row.campaign.name, alarm)
        sheet.submitted.connect(
            lambda said: self.write(
                sheet,
                lambda db: dismiss_alarm(
                    db, alarm.campaign_id, alarm.warning, said.note,
                    now=self._clock(), person_id=self.person_id,
                ),
            )
        )  # fmt: skip
        self.open(sheet)

    def answer(self, line: "LeadLine", campaign_id: int) -> None:
        """Ask what marketing answers a recruiter."""
        from warmcalls.actions.answer_feedback import answer_feedback
        from warmcalls.ui.campaigns.sheets.answer_sheet import AnswerSheet

        sheet = AnswerSheet(self._theme, line, self.page.found.agency.zone)
        sheet.submitted.connect(
            lambda said: self.write(
                sheet,
                lambda db: answer_feedback(
                    db, line.outcome_id, campaign_id, said.text, settled=said.settled,
                    now=self._clock(), person_id=self.person_id,
                ),
            )
        )  # fmt: skip
        self.open(sheet)

    def settle(self, line: "LeadLine", campaign_id: int) -> None:
        """Settle a verdict without another word; an answer that was given stays."""
        from warmcalls.actions.answer_feedback import answer_feedback

        now, person_id = self._clock(), self.person_id
        self.act(
            lambda db: answer_feedback(
                db, line.outcome_id, campaign_id, "", settled=True, now=now,
                person_id=person_id,
            )
        )  # fmt: skip
