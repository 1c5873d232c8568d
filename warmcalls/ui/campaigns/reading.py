"""What the Campaigns page reads."""

from dataclasses import dataclass, field
from typing import Final

from warmcalls.domain.campaigns import Alarm, Campaign, CampaignFigures, CampaignReport
from warmcalls.domain.moments import day_of
from warmcalls.domain.periods import Period, last_months
from warmcalls.domain.settings import Settings
from warmcalls.store import campaign_list, campaigns, settings
from warmcalls.store.engine import Reader

USUAL_MONTHS: Final = 12
NO_REPORT: Final = CampaignReport(())


@dataclass(frozen=True, slots=True)
class Found:
    """What was read.

    Attributes:
        campaigns: all of them, also those that are out of the period.
    """

    report: CampaignReport = NO_REPORT
    agency: Settings = field(default_factory=Settings)
    campaigns: tuple[Campaign, ...] = ()
    channels: tuple[str, ...] = ()

    @property
    def named(self) -> list[tuple[int, str]]:
        """Ids and names of all campaigns, by name."""
        pairs = [(campaign.id, campaign.name) for campaign in self.campaigns]
        return sorted(pairs, key=lambda pair: pair[1].casefold())

    def row(self, campaign_id: int) -> CampaignFigures:
        """Return a campaign's figures; without any where the period has nothing of it."""
        rows = {row.campaign.id: row for row in self.report.rows}
        bare = {each.id: CampaignFigures(each) for each in self.campaigns}
        gone = CampaignFigures(Campaign(campaign_id, "This campaign"))
        return rows.get(campaign_id) or bare.get(campaign_id) or gone

    def alike(self, one_id: int, other_id: int) -> str:
        """Return why two campaigns seem to be one, as a sentence; empty where they do not."""
        for one, other, why in self.report.spelled_alike:
            if {one, other} == {one_id, other_id}:
                names = [self.row(each).campaign.name for each in (one, other)]
                return f"“{names[0]}” and “{names[1]}” may be one campaign: {why}."
        return ""

    def alarm(self, campaign_id: int) -> Alarm | None:
        """Return a campaign's warning."""
        return next((a for a in self.report.alarms if a.campaign_id == campaign_id), None)


def usual_period(now: int, agency: Settings) -> Period:
    """Return the period that is shown until another is chosen: the last twelve months."""
    return last_months(day_of(now, agency.zone), USUAL_MONTHS)


def read(db: Reader, now: int, chosen: Period | None) -> Found:
    """Read everything the page shows."""
    from warmcalls.actions.campaign_report import campaign_report

    agency = settings.load(db)
    return Found(
        campaign_report(db, now=now, period=chosen or usual_period(now, agency)),
        agency,
        tuple(campaign_list.everything(db)),
        tuple(channel for channel in campaigns.channels(db) if channel),
    )
