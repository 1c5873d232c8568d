"""The page of one campaign: times, reasons and quotes are those of its own leads alone."""

import pytest

from tests.actions.campaign_year import BAD_FIT, BRIEF, CANDIDATE, MET, NO_ANSWER, YEAR, Year
from tests.agency import Agency
from warmcalls.actions.answer_feedback import answer_feedback
from warmcalls.actions.campaign_report import campaign_report
from warmcalls.actions.campaign_story import campaign_story
from warmcalls.actions.experiments import decide_experiment, start_experiment
from warmcalls.domain.campaign_story import CampaignStory
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.experiment_log import Measure
from warmcalls.domain.kinds import Kind
from warmcalls.domain.periods import Period


def story(year: Year, campaign: int, period: Period = YEAR) -> CampaignStory:
    return campaign_story(year.agency.db, campaign, now=year.agency.now, period=period)


def test_its_figures_are_those_of_its_row(agency: Agency) -> None:
    year = Year(agency).make()
    rows = campaign_report(agency.db, now=agency.now, period=YEAR).rows
    for row in rows:
        assert story(year, row.campaign.id).figures == row


def test_reasons_and_quotes_are_of_its_leads_alone(agency: Agency) -> None:
    year = Year(agency)
    told = CANDIDATE | {"note": "Sent a CV in the chat."}
    asha = agency.recruiter("Asha Menon")
    year.ads = year.campaign("Ads", "Chat ad", (told, BAD_FIT, CANDIDATE, NO_ANSWER, MET), 40)
    year.guide = year.campaign("Guide", "Download", (BAD_FIT | {"note": "Not theirs"},), 40)
    first = year.clients[year.ads][0]
    agency.outcome(first, **CANDIDATE | {"note": "Again a CV.", "person_id": asha.id})  # type: ignore[arg-type]
    found = story(year, year.ads)
    assert found.rejected == (("A candidate", 2),)
    assert found.disqualified == (("Bad fit", 1),)
    assert [(q.text, q.who, q.client, q.at) for q in found.quotes] == [
        ("Again a CV.", "Asha Menon", "Ads 0", agency.now)
    ]
    assert [line.client for line in found.feedback] == ["Ads 0", "Ads 2", "Ads 1"]
    line = found.feedback[0]
    assert (line.words, line.who, line.note) == (
        "Rejected before calling: a candidate", "Asha Menon", "Again a CV.",
    )  # fmt: skip
    assert (line.campaign, line.sector, line.state) == ("Ads", "Logistics", "rejected")


def test_feedback_that_is_settled_goes_and_an_answer_stands_beside_it(agency: Agency) -> None:
    year = Year(agency)
    year.ads = year.campaign("Ads", "Chat ad", (BAD_FIT, BAD_FIT), 40)
    outcome = story(year, year.ads).feedback[0].outcome_id
    answer_feedback(
        agency.db, outcome, year.ads, "We changed the advert.", settled=False, now=agency.now
    )
    answered = story(year, year.ads).feedback
    assert [line.answer for line in answered] == ["We changed the advert.", ""]
    answer_feedback(agency.db, outcome, year.ads, "", settled=True, now=agency.now)
    assert [line.outcome_id for line in story(year, year.ads).feedback] == [answered[1].outcome_id]


def test_times_are_medians_from_the_first_signal(agency: Agency) -> None:
    year = Year(agency)
    year.guide = agency.campaign("Guide", channel="Download")
    for days_ago, called_ago in ((30, 26), (30, 20), (30, 28)):
        client = agency.client(f"Client {days_ago} {called_ago}")
        agency.signal(client, Kind.EMAIL_OPEN, days_ago, year.guide)
        agency.signal(client, Kind.DOWNLOAD, days_ago - 1, year.guide)
        year.call(client, called_ago, BRIEF)
        year.call(client, 3, NO_ANSWER)
        if called_ago == 20:
            year.fee(client, 100_000)
    agency.signal(agency.client("Never rung"), Kind.DOWNLOAD, 12, year.guide)
    found = story(year, year.guide)
    assert found.days_to_call == pytest.approx(4)
    assert found.days_to_brief == pytest.approx(4)
    assert found.days_to_fee == 28
    assert found.people == 4


def test_nothing_happened_yet(agency: Agency) -> None:
    year = Year(agency)
    made = agency.campaign("New", codes=("new", "nw"))
    found = story(year, made)
    assert (found.days_to_call, found.days_to_brief, found.days_to_fee) == (None, None, None)
    assert (found.quotes, found.feedback, found.people, found.codes) == ((), (), 0, ("new", "nw"))
    with pytest.raises(RefusedError, match="not there any more"):
        story(year, made + 1)


def test_months_show_spend_and_fees_and_experiments_where_they_stand(agency: Agency) -> None:
    year = Year(agency).make()
    found = story(year, year.webinars, Period("2026-01-01", "2026-03-31"))
    spent = round(120_000 / 59 * 31)
    assert found.months[0][0] == "2026-01"
    assert found.months[0][1] == pytest.approx(spent, abs=31)
    assert sum(month[1] for month in found.months) == 120_000
    assert found.months[2] == ("2026-03", 0, 3_000_000)
    arms = ((year.webinars, ""), (year.guide, ""))
    made = start_experiment(
        agency.db, "Which opens doors", arms, hope="Webinars do", measure=Measure.WORTH,
        decides="20 to 1", starts="2026-01-05", now=agency.now,
    )  # fmt: skip
    assert story(year, year.guide).experiments == (
        (made.id, "Which opens doors", "running since 5 Jan 2026"),
    )
    decide_experiment(agency.db, made.id, "Keep both", "Little between them", now=agency.now)
    assert story(year, year.guide).experiments[0][2] == "decided 3 Mar 2026: Keep both"
    assert story(year, year.ads).experiments == ()
