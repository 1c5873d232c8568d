"""Spend that belonged to no campaign is booked on one, and can be taken back."""

import pytest

from tests.agency import Agency
from warmcalls.actions.add_campaign import add_campaign
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.assign_spend import assign_spend
from warmcalls.actions.campaign_report import campaign_report
from warmcalls.actions.undo import undo
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.periods import Period

YEAR = Period("2025-04-01", "2026-03-31")


def test_spend_finds_its_campaign_and_goes_back(agency: Agency) -> None:
    db, now = agency.db, agency.now
    ads = add_campaign(db, "Google Ads: temps", now=now, channel="Search ad").id
    spend = add_spend(
        db, None, 40_000, now=now, channel="Google Ads", starts="2026-02-01", ends="2026-02-28"
    ).id
    assert campaign_report(db, now=now, period=YEAR).unassigned == 40_000
    assign_spend(db, spend, ads, now=now)
    report = campaign_report(db, now=now, period=YEAR)
    assert (report.unassigned, [row.spend for row in report.rows]) == (0, [40_000])
    undo(db, now=now)
    assert campaign_report(db, now=now, period=YEAR).unassigned == 40_000


def test_what_is_gone_is_refused(agency: Agency) -> None:
    ads = add_campaign(agency.db, "Ads", now=agency.now).id
    with pytest.raises(RefusedError, match="This spend is not there"):
        assign_spend(agency.db, 99, ads, now=agency.now)
    spend = add_spend(
        agency.db, ads, 100, now=agency.now, starts="2026-02-01", ends="2026-02-28"
    ).id
    with pytest.raises(RefusedError, match="This campaign is not there"):
        assign_spend(agency.db, spend, 99, now=agency.now)


def test_spend_beside_other_spend_of_the_same_days_says_so(agency: Agency) -> None:
    db, now = agency.db, agency.now
    ads = add_campaign(db, "Ads", now=now).id
    add_spend(db, ads, 16_272, starts="2026-02-01", ends="2026-02-28", now=now)
    said = add_spend(db, ads, 25_000, starts="2026-02-10", ends="2026-03-01", now=now).said
    assert said == (
        "Added £250 spent on Ads, beside £162.72 for 1–28 Feb 2026: undo it if that is the same"
    )
    later = add_spend(db, ads, 25_000, starts="2026-04-01", ends="2026-04-30", now=now).said
    assert later == "Added £250 spent on Ads"
