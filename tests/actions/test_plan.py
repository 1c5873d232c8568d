"""The budget: planned and spent by month and channel, and what moving money would do."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.agency import Agency
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.plan_budget import plan, plan_budget
from warmcalls.actions.record_placement import record_placement
from warmcalls.actions.undo import undo
from warmcalls.actions.what_if import what_if
from warmcalls.domain.campaigns import Return
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.periods import Period
from warmcalls.domain.plan import PlanLine
from warmcalls.domain.what_if import difference, gained, lost, sentence

SPRING = Period("2026-02-01", "2026-04-30")


def put(agency: Agency, month: str, channel: str, amount: int) -> str:
    return plan_budget(agency.db, month, channel, amount, now=agency.now).said


def spend(agency: Agency, campaign: int, amount: int, starts: str, ends: str) -> None:
    add_spend(agency.db, campaign, amount, starts=starts, ends=ends, now=agency.now)


def test_planned_and_spent_stand_side_by_side(agency: Agency) -> None:
    ads = agency.campaign("Messenger", channel="Ads")
    mail = agency.campaign("Letter", channel="E-mail")
    bare = agency.campaign("Bare")
    assert put(agency, "2026-02", "ADS", 50_000) == "Planned £500 for ADS in February 2026"
    put(agency, "2026-04", "Webinar", 10_000)
    spend(agency, ads, 59_000, "2026-02-01", "2026-03-31")  # £10 a day
    spend(agency, mail, 3_000, "2026-03-05", "2026-03-05")
    spend(agency, bare, 700, "2026-02-09", "2026-02-09")
    assert plan(agency.db, SPRING) == [
        PlanLine("2026-02", "ADS", 50_000, 28_000),
        PlanLine("2026-02", "", 0, 700),
        PlanLine("2026-03", "Ads", 0, 31_000),
        PlanLine("2026-03", "E-mail", 0, 3_000),
        PlanLine("2026-04", "Webinar", 10_000, 0),
    ]
    assert plan(agency.db, "2026") == plan(agency.db, SPRING)
    assert plan(agency.db, "2025") == []
    lines = plan(agency.db, SPRING)
    assert [line.left for line in lines[:2]] == [22_000, -700]
    assert [line.unplanned for line in lines] == [False, True, True, True, False]


def test_a_plan_is_changed_taken_away_and_undone(agency: Agency) -> None:
    put(agency, "2026-03", "Ads", 40_000)
    put(agency, "2026-03", "ads", 45_000)
    assert plan(agency.db, SPRING) == [PlanLine("2026-03", "Ads", 45_000, 0)]
    assert put(agency, "2026-03", "Ads", 0) == "No plan for Ads in March 2026 any more"
    assert plan(agency.db, SPRING) == []
    undo(agency.db, now=agency.now)
    assert plan(agency.db, SPRING) == [PlanLine("2026-03", "Ads", 45_000, 0)]


@pytest.mark.parametrize(
    ("month", "channel", "amount", "says"),
    [
        ("March", "Ads", 1, "no month"),
        ("2026-13", "Ads", 1, "no month"),
        ("2026-03", "  ", 1, "which channel"),
        ("2026-03", "Ads", -1, "nought or more"),
    ],
)
def test_plans_that_cannot_be_are_refused(
    agency: Agency, month: str, channel: str, amount: int, says: str
) -> None:
    with pytest.raises(RefusedError, match=says):
        put(agency, month, channel, amount)
    with pytest.raises(RefusedError, match="no year"):
        plan(agency.db, "26-x")


# ── what if ─────────────────────────────────────────────────────────────────────────────────────
def two_campaigns(agency: Agency) -> tuple[int, int]:
    """One that brings nothing of 30 leads, one that brings three fees of 12; £400 a month each."""
    ads, table = agency.campaign("Ads", channel="Ads"), agency.campaign("Table", channel="Events")
    for campaign, leads in ((ads, 30), (table, 12)):
        for month in ("2025-09", "2025-10"):
            spend(agency, campaign, 40_000, f"{month}-01", f"{month}-30")
        for i in range(leads):
            client = agency.client(f"Lead {next(agency.keys)}")
            agency.signal(client, Kind.FORM, 170 - i, campaign)
            if campaign == table and i < 3:
                record_placement(
                    agency.db, client, "Planner", placed_on="2026-01-12", fee=600_000,
                    now=agency.now,
                )  # fmt: skip
    return ads, table


def test_moving_money_to_what_earns_more_brings_more(agency: Agency) -> None:
    ads, table = two_campaigns(agency)
    found = what_if(agency.db, ads, table, 40_000, now=agency.now)
    assert 0 < found.median < found.high
    assert found.low < found.median
    assert found.fees == pytest.approx(3)
    assert found.words.endswith("; rests on 3 fees.")
    back = what_if(agency.db, table, ads, 40_000, now=agency.now)
    # all of it gone loses more than as much again gains
    assert back.median < -found.median
    half = what_if(agency.db, ads, table, 20_000, now=agency.now)
    assert half.median > found.median / 2
    assert (half.high - half.low) < (found.high - found.low) / 2
    assert "never cost more" not in found.words
    assert found.caveat == "Each further pound is taken to bring less than the one before."


def test_more_than_a_campaign_ever_cost_counts_for_nothing(agency: Agency) -> None:
    ads, table = two_campaigns(agency)
    spend(agency, ads, 80_000, "2025-11-01", "2025-11-30")
    found = what_if(agency.db, ads, table, 60_000, now=agency.now)
    assert "Table never cost more than £400 a month" in found.words
    assert "so £200 of it counts for nothing." in found.words
    assert gained(60_000, 40_000) == gained(40_000, 40_000)


def test_spend_without_leads_says_nothing_of_more(agency: Agency) -> None:
    ads, table = two_campaigns(agency)
    silent = agency.campaign("Silent")
    spend(agency, silent, 40_000, "2025-10-01", "2025-10-30")
    for source, target in ((ads, silent), (silent, table)):
        with pytest.raises(RefusedError, match="Silent had no leads in the last 12 months"):
            what_if(agency.db, source, target, 10_000, now=agency.now)


@given(cost=st.integers(100, 10**7), part=st.floats(0.001, 1.0))
def test_fees_go_with_the_root_of_what_is_spent(cost: int, part: float) -> None:
    amount = max(int(cost * part), 1)
    grid = (np.arange(20_000) + 0.5) / 20_000 * amount
    # the slope of S sqrt(x / S) at a spend of x, added up over the pounds that move
    assert gained(amount, cost) == pytest.approx(
        float(np.mean(0.5 * np.sqrt(cost / (cost + grid)))) * amount, rel=1e-3
    )
    assert lost(amount, cost) == pytest.approx(
        float(np.mean(0.5 * np.sqrt(cost / (cost - grid)))) * amount, rel=0.01
    )
    assert gained(amount, cost) < amount / 2 + 1e-6 < lost(amount, cost) + 2e-6


def test_money_that_is_not_there_cannot_move(agency: Agency) -> None:
    ads, table = two_campaigns(agency)
    free = agency.campaign("Free")
    for says, source, target, amount in (
        ("£400 in its dearest month", ads, table, 40_001),
        ("above nought", ads, table, 0),
        ("two campaigns", ads, ads, 1),
        ("Free cost nothing in the last 12 months: nothing", free, table, 1),
        ("Free cost nothing in the last 12 months: what", ads, free, 1),
        ("not there", ads, 99, 1),
    ):
        with pytest.raises(RefusedError, match=says):
            what_if(agency.db, source, target, amount, now=agency.now)


def test_the_interval_agrees_with_a_simulation() -> None:
    source = Return(1.0, likely=0.5, low=0.2, high=0.5**2 / 0.2)
    target = Return(3.0, likely=3.0, low=1.0, high=9.0)
    random, n = np.random.default_rng(7), 400_000
    # both are plain lognormals here: their 5 % and 95 % lie evenly about the median
    here = 0.5 * np.exp(random.standard_normal(n) * np.log(0.5 / 0.2) / 1.6448536)
    there = 3.0 * np.exp(random.standard_normal(n) * np.log(3.0) / 1.6448536)
    simulated = np.percentile(20_000 * there - 30_000 * here, (50, 5, 95))
    assert difference(20_000, 30_000, source, target) == pytest.approx(simulated, rel=0.03)


@given(
    likely=st.floats(0.0, 9.0), below=st.floats(0.0, 12.0), above=st.floats(0.0, 30.0),
    amount=st.integers(1, 10**7),
)  # fmt: skip
@example(likely=1.0788203373229923e-250, below=0.0, above=1.0, amount=1)
def test_like_for_like_changes_nothing_at_the_median(
    likely: float, below: float, above: float, amount: int
) -> None:
    one = Return(likely, likely=likely, low=likely - below, high=likely + above)
    median, low, high = difference(amount, amount, one, one)
    assert low <= median <= high
    assert abs(median) <= amount * (below + above) * 0.02 + 1
    assert low == pytest.approx(-high, abs=1 + 0.01 * abs(high))


def test_the_sentence_says_more_or_less_to_two_figures() -> None:
    assert sentence(91_234, -20_499, 264_000, 9.2) == (
        "Likely £910 more in fees a month, between £200 less and £2,600 more; rests on 9 fees."
    )
    assert sentence(0, -1_200, 99, 1.0) == (
        "Likely no difference in fees a month, between £12 less and no change; rests on 1 fee."
    )
    assert "the agency’s own averages" in sentence(1, 1, 1, 0.3)
