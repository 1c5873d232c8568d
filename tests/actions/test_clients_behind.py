"""The clients behind a campaign's meetings and reach are as many as its figures say."""

import pytest

from tests.actions.campaign_year import YEAR, Year
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.campaign_report import campaign_report
from warmcalls.actions.clients_behind import meetings_behind, reached_behind
from warmcalls.domain.campaigns import CampaignFigures
from warmcalls.domain.kinds import Kind
from warmcalls.domain.outcomes import Result
from warmcalls.domain.periods import Period


@pytest.fixture
def year(agency: Agency) -> Year:
    return Year(agency).make(unworked=3)


def figures(year: Year, campaign: int, period: Period = YEAR) -> CampaignFigures:
    report = campaign_report(year.agency.db, now=NOW, period=period)
    return next(row for row in report.rows if row.campaign.id == campaign)


@pytest.mark.parametrize(
    "period", [YEAR, Period("2026-01-01", "2026-01-31"), Period("2025-12-01", "2025-12-31")]
)
def test_rows_are_as_many_as_the_figures(year: Year, period: Period) -> None:
    agency = year.agency
    quiet = agency.client("Only looked")
    agency.signal(quiet, Kind.ARTICLE_PAGE, 70, year.webinars)  # a glance, no lead
    agency.signal(quiet, Kind.ARTICLE_PAGE, 10, year.webinars)  # silent in January
    agency.outcome(year.clients[year.guide][1], result=Result.MEETING, worth=True)
    for campaign in (year.webinars, year.guide, year.ads):
        row = figures(year, campaign, period)
        meetings = meetings_behind(agency.db, campaign, period=period)
        reached = reached_behind(agency.db, campaign, period=period)
        assert len(meetings) == row.meetings
        assert len(reached) == row.reached
        assert len({line.client_id for line in reached}) == row.reached
        assert sum(1 for line in reached if line.state) >= row.leads


def test_who_never_became_a_lead_has_no_state_and_stands_last(year: Year) -> None:
    agency = year.agency
    agency.signal(agency.client("Only looked"), Kind.ARTICLE_PAGE, 5, year.ads)
    lines = reached_behind(agency.db, year.ads, period=YEAR)
    assert (lines[-1].client, lines[-1].state) == ("Only looked", "")
    assert all(line.state for line in lines[:-1])
    assert len(reached_behind(agency.db, year.ads, period=YEAR, limit=2)) == 2
    assert len(meetings_behind(agency.db, year.webinars, period=YEAR, limit=2)) == 2
