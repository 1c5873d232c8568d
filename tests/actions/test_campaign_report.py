"""The Campaigns page: figures that add up, and an alarm for the campaign that deserves one."""

from datetime import date

import pytest

from tests.actions.campaign_year import BAD_FIT, BRIEF, CANDIDATE, NO_ANSWER, SOUND, YEAR, Year
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.campaign_report import campaign_report
from warmcalls.actions.change_campaign import change_campaign
from warmcalls.actions.dismiss_alarm import dismiss_alarm
from warmcalls.actions.lead_criteria import save_criteria
from warmcalls.actions.results import results
from warmcalls.actions.sample_leads import sample_leads
from warmcalls.actions.stop_campaign import stop_campaign
from warmcalls.domain.campaigns import Alert, CampaignFigures, CampaignReport, LeadState, Return
from warmcalls.domain.evidence import credible
from warmcalls.domain.kinds import Kind
from warmcalls.domain.lead_criteria import LeadCriteria
from warmcalls.domain.results import Asked, Model
from warmcalls.reports.result_words import as_text
from warmcalls.store.engine import Writer


@pytest.fixture
def year(agency: Agency) -> Year:
    return Year(agency).make()


@pytest.fixture
def local(local_db: Writer) -> Agency:
    """An agency on SQLite alone, for what is worked out in Python."""
    return Agency(local_db, NOW)


@pytest.fixture
def local_year(local: Agency) -> Year:
    return Year(local).make()


def report(year: Year, **asked: object) -> CampaignReport:
    return campaign_report(year.agency.db, now=year.agency.now, period=YEAR, **asked)  # type: ignore[arg-type]


def row(year: Year, campaign: int) -> CampaignFigures:
    return next(r for r in report(year).rows if r.campaign.id == campaign)


def test_figures_are_the_outcomes_counted(year: Year) -> None:
    webinars = row(year, year.webinars)
    assert (webinars.leads, webinars.reached, webinars.spend) == (40, 40, 120_000)
    assert webinars.states == {
        LeadState.WORTH: 10, LeadState.DISQUALIFIED: 15, LeadState.CALLED: 15,
        LeadState.REJECTED: 0, LeadState.UNWORKED: 0,
    }  # fmt: skip
    assert (webinars.meetings, webinars.briefs, webinars.worked) == (5, 5, 40)
    assert webinars.worth == credible(10, 40)
    assert webinars.meeting == credible(10, 40)
    assert webinars.normal == pytest.approx(6 / (24 + 18))
    assert (webinars.placements, webinars.invoiced, webinars.paid) == (5, 3_000_000, 3_000_000)
    assert webinars.returns.so_far == 25.0
    ads = row(year, year.ads)
    assert ads.count(LeadState.REJECTED) == 12
    assert ads.acceptance == credible(18, 30)
    assert ads.normal == pytest.approx(16 / 64)


def test_the_junk_campaign_alone_has_an_alarm_and_the_best_takes_its_money(year: Year) -> None:
    found = report(year)
    assert [r.campaign.name for r in found.rows] == [
        "Hiring webinars", "Messenger ads", "Salary Guide",
    ]  # fmt: skip
    (alarm,) = found.alarms
    assert (alarm.campaign_id, alarm.warning) == (year.ads, Alert.STOP)
    assert (
        alarm.headline
        == "Messenger ads: 30 leads, 18 worked, 0 worth it; the others’ normal is 25 %"
    )
    a_month = round(120_000 / 91 * 365.25 / 12 / 1_000) * 1_000
    assert (alarm.saves, alarm.move_to, alarm.move_to_name) == (
        a_month, year.webinars, "Hiring webinars",
    )  # fmt: skip
    assert f"move £{a_month // 100} a month to Hiring webinars, which brought £25.00" in alarm.sure
    assert alarm.doubt == ""
    assert {r.campaign.id: r.warning for r in found.rows} == {
        year.ads: Alert.STOP, year.webinars: Alert.NONE, year.guide: Alert.NONE,
    }  # fmt: skip
    assert found.normal == pytest.approx(16 / 82)
    assert found.waiting == 0


def test_the_page_and_the_results_tell_the_same_return(year: Year) -> None:
    year.fee(year.clients[year.guide][0], 480_000, paid=False)
    for model in (Model.FIRST, Model.LINEAR):
        found = results(year.agency.db, Asked(YEAR.first, YEAR.last, model), now=year.agency.now)
        earners = {e.id: (e.spend, e.fees, e.returns) for e in found.campaigns}
        rows = {r.campaign.id: (r.spend, r.invoiced, r.returns) for r in report(year).rows}
        assert rows == earners
    guide = row(year, year.guide)
    assert (guide.invoiced, guide.paid) == (480_000, 0)


def test_verdicts_pull_the_forecast_on_both_pages(local: Agency) -> None:
    year = Year(local).make(junk=0)
    ads = [local.client(f"Chat {n}") for n in range(57)]
    for client in ads:
        local.signal(client, Kind.CHAT, 30, year.ads)

    def foretold() -> tuple[Return, tuple[int, int, int]]:
        asked = Asked(YEAR.first, YEAR.last, campaign_id=year.ads)
        found = results(local.db, asked, now=local.now)
        assert found.campaigns[0].returns == row(year, year.ads).returns
        return found.campaigns[0].returns, found.forecast

    before, before_to_come = foretold()
    for n, client in enumerate(ads):
        year.call(client, 10, CANDIDATE if n < 28 else BAD_FIT)
    after, after_to_come = foretold()
    found = row(year, year.ads)
    assert (found.worth, found.count(LeadState.REJECTED)) == (credible(0, 29), 28)
    assert before.likely is not None
    assert after.likely is not None
    # p0 is 16 of 121; so the factor is 20 / (57 + 20)
    assert after.likely < 0.4 * before.likely
    assert after.high < 0.6 * before.high
    assert after_to_come[0] < 0.1 * before_to_come[0]
    assert after_to_come[2] < 0.3 * before_to_come[2]


def test_a_campaign_without_leads_has_no_forecast(local_year: Year) -> None:
    silent = local_year.agency.campaign("Silent", channel="Post")
    local_year.spend(silent, 90_000)
    found = row(local_year, silent).returns
    assert (found.so_far, found.likely, found.low, found.high) == (0.0, None, 0.0, 0.0)
    assert found.too_few
    asked = Asked(YEAR.first, YEAR.last, campaign_id=silent)
    told = results(local_year.agency.db, asked, now=local_year.agency.now)
    assert told.campaigns[0].returns == found
    assert told.forecast == (0, 0, 0)
    text = as_text(told)
    assert "- Silent: £0.00 so far, no leads yet" in text
    assert "likely" not in text


def test_an_alarm_that_was_dismissed_stays_away_until_it_is_stronger(local_year: Year) -> None:
    db, now = local_year.agency.db, local_year.agency.now
    dismiss_alarm(db, local_year.ads, Alert.WEAK, "Give it a week", now=now)
    assert [alarm.warning for alarm in report(local_year).alarms] == [Alert.STOP]
    dismiss_alarm(db, local_year.ads, Alert.STOP, "It feeds the newsletter", now=now)
    found = report(local_year)
    assert found.alarms == ()
    assert next(r for r in found.rows if r.campaign.id == local_year.ads).warning is Alert.STOP


def test_a_campaign_that_ended_or_was_stopped_raises_no_alarm(local_year: Year) -> None:
    db, now = local_year.agency.db, local_year.agency.now
    change_campaign(db, local_year.ads, ends="2026-02-20", now=now)
    found = report(local_year)
    assert found.alarms == ()
    ended = next(r for r in found.rows if r.campaign.id == local_year.ads)
    assert ended.advice.endswith("It has ended: do not run it again as it was.")
    change_campaign(db, local_year.ads, ends="", now=now)
    assert report(local_year).alarms
    stop_campaign(db, local_year.ads, now=now)
    assert report(local_year).alarms == ()


def test_filters_show_fewer_rows_with_the_same_figures(local_year: Year) -> None:
    everything = {r.campaign.id: r for r in report(local_year).rows}
    for asked in ({"channel": "chat AD"}, {"text": "messenger"}):
        found = report(local_year, **asked)
        assert found.rows == (everything[local_year.ads],)
        assert [alarm.campaign_id for alarm in found.alarms] == [local_year.ads]
    assert report(local_year, channel="Webinar").alarms == ()
    assert report(local_year, text="nothing").rows == ()


def test_unworked_leads_are_named_sampled_and_waited_for(local: Agency) -> None:
    year = Year(local).make(junk=4, unworked=30)
    ads = row(year, year.ads)
    assert (ads.leads, ads.worked, ads.count(LeadState.UNWORKED)) == (34, 3, 30)
    assert (ads.warning, ads.too_early) == (Alert.NONE, True)
    assert 0 < ads.sample <= 30
    assert ads.advice == (
        f"30 of 34 leads are not worked yet: {ads.sample} calls in 48 hours would tell more."
    )
    assert report(year).waiting == 30
    sample_leads(local.db, year.ads, 5, now=local.now)
    assert row(year, year.ads).sampled == 5


def test_too_few_fees_are_no_evidence_for_moving_money(local: Agency) -> None:
    year = Year(local)
    with local.db.atomic():
        year.webinars = year.campaign("Hiring webinars", "Webinar", SOUND * 5, 60)
        year.ads = year.campaign("Messenger ads", "Chat ad", (CANDIDATE, NO_ANSWER) * 40, 45)
        year.fee(year.clients[year.webinars][0], 900_000)
    (alarm,) = report(year).alarms
    assert alarm.move_to is None
    assert "No other campaign has the fees yet" in alarm.sure


def test_a_better_than_normal_campaign_is_not_blamed_whatever_the_funnel_says(
    local: Agency,
) -> None:
    year = Year(local)
    with local.db.atomic():
        year.webinars = year.campaign("Hiring webinars", "Webinar", SOUND * 5, 60)
        year.guide = year.campaign("Briefs", "Referral", (BRIEF, *[NO_ANSWER] * 2) * 20, 60)
    found = row(year, year.guide)
    assert found.worth.value > found.normal
    assert found.warning is Alert.NONE


def test_criteria_spend_without_campaign_and_spellings(year: Year) -> None:
    agency = year.agency
    assert row(year, year.ads).meets_criteria is None
    save_criteria(agency.db, LeadCriteria(sectors=("Care",)), now=agency.now)
    assert row(year, year.ads).meets_criteria == 0.0
    client = agency.client("Care home", sector="care")
    agency.signal(client, Kind.CHAT, 3, year.ads)
    assert row(year, year.ads).meets_criteria == pytest.approx(1 / 31)
    add_spend(agency.db, None, 5_000, starts="2026-02-01", ends="2026-02-02", now=agency.now,
              channel="Print")  # fmt: skip
    assert report(year).unassigned == 5_000


def test_money_without_an_exchange_rate_is_told_not_dropped(year: Year) -> None:
    client = year.clients[year.webinars][0]
    year.fee(client, 900_000, currency="ZAR")
    found = report(year)
    assert next(r.invoiced for r in found.rows if r.campaign.id == year.webinars) == 3_000_000
    assert found.notes == ("1 fee in ZAR (R9,000) waits for an exchange rate.",)


def test_an_empty_agency_has_an_empty_page(agency: Agency) -> None:
    found = campaign_report(agency.db, now=agency.now, period=YEAR)
    assert found == CampaignReport(rows=())
    agency.campaign("New")
    (only,) = campaign_report(agency.db, now=agency.now, period=YEAR).rows
    assert (only.leads, only.warning, only.advice) == (0, Alert.NONE, "")
    assert date.fromisoformat(YEAR.last).year == 2026
