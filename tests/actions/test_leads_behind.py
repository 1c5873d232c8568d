"""The leads behind a figure are as many as the figure says."""

import pytest

from tests.actions.campaign_year import YEAR, Year
from tests.agency import Agency
from warmcalls.actions.campaign_report import campaign_report
from warmcalls.actions.leads_behind import leads_behind
from warmcalls.actions.results import results
from warmcalls.domain.behind import LeadLine
from warmcalls.domain.campaigns import LeadState
from warmcalls.domain.kinds import Kind
from warmcalls.domain.results import Asked


@pytest.fixture
def year(agency: Agency) -> Year:
    return Year(agency).make(junk=10, unworked=4)


def behind(year: Year, **asked: object) -> list[LeadLine]:
    return leads_behind(year.agency.db, now=year.agency.now, period=YEAR, **asked)  # type: ignore[arg-type]


def test_every_count_of_the_page_has_its_rows(year: Year) -> None:
    found = campaign_report(year.agency.db, now=year.agency.now, period=YEAR)
    for row in found.rows:
        assert len(behind(year, campaign_id=row.campaign.id)) == row.leads
        for state in LeadState:
            rows = behind(year, campaign_id=row.campaign.id, state=state)
            assert len(rows) == row.count(state)
            assert {(line.campaign, line.state) for line in rows} <= {
                (row.campaign.name, state.value)
            }
    assert len(behind(year, state=LeadState.UNWORKED)) == found.waiting


def test_each_client_counts_once_where_no_campaign_is_named(year: Year) -> None:
    everyone = len(behind(year))
    client = year.clients[year.webinars][3]
    year.agency.signal(client, Kind.DOWNLOAD, 0.1, year.guide)
    again = behind(year)
    assert len(again) == everyone
    assert next(line for line in again if line.client_id == client).campaign == "Salary Guide"
    assert client in {line.client_id for line in behind(year, state=LeadState.UNWORKED)}
    assert len(behind(year, limit=7)) == 7


def test_behind_a_step_of_the_funnel_stand_its_clients(year: Year) -> None:
    asked = Asked(YEAR.first, YEAR.last)
    steps = results(year.agency.db, asked, now=year.agency.now).funnel
    assert [step.id for step in steps][:2] == ["signals", "leads"]
    for step in steps:
        rows = behind(year, step=step.id)
        assert len({line.client_id for line in rows}) == len(rows) == step.count
    of_ads = behind(year, step="called", campaign_id=year.ads)
    assert {line.campaign for line in of_ads} == {"Messenger ads"}
    assert len(behind(year, step="paid", channel="Webinar")) == 5
    assert behind(year, step="paid", channel="Download") == []
