"""The Results page: against plain sums over every row, its filters, and what it sets aside."""

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions import money_world
from tests.actions.money_world import RULES, day_of
from tests.actions.results_page import PERIOD, YEAR, shown
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.campaign_report import campaign_report
from warmcalls.actions.fees_behind import fees_behind, spend_behind
from warmcalls.actions.results import clients_at, funnel
from warmcalls.domain.behind import Behind, By, Rows
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.domain.results import Model

if TYPE_CHECKING:
    from collections.abc import Callable

    from warmcalls.store.engine import Writer


@pytest.fixture
def desk(local_db: "Writer") -> Agency:
    """A small agency where the engine does not matter."""
    return Agency(local_db, NOW)


@pytest.mark.parametrize("seed", [11, 12])
def test_every_month_is_the_plain_sum_of_its_rows(agency: Agency, seed: int) -> None:
    money_world.build(agency, seed)
    found = {month.month: month for month in shown(agency).months}
    assert list(found) == list(PERIOD.months)
    fees, people = money_world.all_fees(agency.db), money_world.clients(agency.db)
    spent: dict[str, Any] = defaultdict(int)
    for (_, day), part in money_world.spend_by_day(agency.db).items():
        if PERIOD.holds(day):
            spent[day[:7]] += part
    for name, month in found.items():
        with_path = [f for f in fees if f["path"]]
        assert month.fees == _sum(f for f in with_path if day_of(f["first_at"])[:7] == name)
        assert month.booked == _sum(f for f in with_path if f["invoiced_on"][:7] == name)
        assert month.invoiced == _sum(f for f in fees if f["invoiced_on"][:7] == name)
        assert month.paid == _sum(f for f in fees if f["paid_on"][:7] == name)
        firsts = [p for p in people.values() if day_of(p[0])[:7] == name]
        assert (month.first_signals, month.leads) == (len(firsts), sum(bool(p[1]) for p in firsts))
        assert abs(month.spend - spent[name]) <= 30  # a penny a row
    assert sum(month.fees != 0 for month in found.values()) > 3


def _sum(fees: Any) -> int:
    return sum(each["home"] or 0 for each in fees)


def test_months_campaigns_and_channels_add_up_to_the_same(agency: Agency) -> None:
    money_world.build(agency, 13)
    for model in Model:
        found = shown(agency, replace(YEAR, model=model))
        assert found.fees == sum(month.fees for month in found.months)
        assert found.fees == sum(each.fees for each in found.campaigns)
        assert found.fees == sum(each.fees for each in found.channels)
        assert found.spend == sum(month.spend for month in found.months)
        assert found.spend == sum(each.spend for each in found.channels)
        sums = [sum(each.credits[rule] for each in found.campaigns) for rule in RULES]
        assert set(sums) == {found.fees}
        for month, cohort in zip(found.months, found.cohorts, strict=True):
            assert (cohort.month, cohort.fees[-1]) == (month.month, month.fees)


def test_each_model_credits_campaigns_with_the_plain_sums(agency: Agency) -> None:
    money_world.build(agency, 13)
    by_name = {each.name: each.credits for each in shown(agency).campaigns}
    cohort = [
        row
        for row in money_world.all_fees(agency.db)
        if row["path"] and PERIOD.holds(day_of(row["first_at"]))
    ]
    for rule in RULES[:4]:
        wanted: dict[int, Any] = defaultdict(int)
        for row in cohort:
            for campaign, part in money_world.exact(row, rule).items():
                wanted[campaign] += part
        for campaign, part in wanted.items():
            name = money_world.NAMES[campaign - 1]
            assert abs(by_name[name][rule] - part) <= len(cohort)  # a penny a fee


def test_the_funnel_counts_clients_who_came_so_far(agency: Agency) -> None:
    money_world.build(agency, 14)
    db = agency.db
    people = {
        client: seen
        for client, seen in money_world.clients(db).items()
        if PERIOD.holds(day_of(seen[0]))
    }
    calls = db.query("select * from outcome where reach <> 'rejected'")

    def called(client: int, *what: str) -> bool:
        lead = people[client][1]
        return lead is not None and any(
            c["client_id"] == client and c["at"] >= lead
            and (not what or c["reach"] in what or c["result"] in what)
            for c in calls
        )  # fmt: skip

    fees = [f for f in money_world.all_fees(db) if f["path"] and f["amount"] > 0]
    placed = db.query("select * from placement")
    steps: list[Callable[[int], bool]] = [
        lambda _: True,
        lambda c: people[c][1] is not None,
        called,
        lambda c: called(c, "spoke"),
        lambda c: called(c, "meeting", "job_brief"),
        lambda c: called(c, "job_brief"),
        lambda c: any(
            p["client_id"] == c and p["placed_on"] > day_of(people[c][0]) for p in placed
        ),
        lambda c: any(f["client_id"] == c for f in fees),
        lambda c: any(f["client_id"] == c and f["paid_on"] for f in fees),
    ]
    wanted = [
        {c for c in people if any(later(c) for later in steps[n:])} for n in range(len(steps))
    ]
    found = funnel(db, YEAR, now=agency.now)
    assert [step.count for step in found] == [len(each) for each in wanted]
    assert found == shown(agency).funnel
    assert 0 < found[8].count < found[2].count < found[0].count
    for step, clients in zip(found, wanted, strict=True):
        assert clients_at(db, YEAR, step.id, first="", last="", now=agency.now) == clients
    june = clients_at(db, YEAR, "signals", first="2025-06", last="2025-06", now=agency.now)
    assert june == {c for c, seen in people.items() if day_of(seen[0])[:7] == "2025-06"}


def test_days_between_steps_are_medians_of_what_is_on_record(desk: Agency) -> None:
    campaign = desk.campaign()
    for days in (1, 2, 30):
        client = desk.client(f"Slow by {days}")
        desk.signal(client, Kind.ARTICLE_PAGE, 100, campaign)
        desk.signal(client, Kind.FORM, 100 - days, campaign)
        desk.outcome(client, Reach.SPOKE, Result.MEETING, at=desk.now - (95 - days) * DAY)
    steps = {step.id: step for step in shown(desk).funnel}
    assert (steps["leads"].count, steps["leads"].days) == (3, 2.0)
    assert (steps["called"].days, steps["spoke"].days, steps["meeting"].days) == (5.0, 0.0, 0.0)
    assert (steps["brief"].count, steps["brief"].share, steps["brief"].days) == (0, 0.0, None)
    assert steps["placed"].share is None


@pytest.mark.parametrize("model", [Model.LINEAR, Model.LAST])
def test_what_stands_behind_a_figure_adds_up_to_it(agency: Agency, model: Model) -> None:
    money_world.build(agency, 15)
    asked = replace(YEAR, model=model)
    found = shown(agency, asked)

    def behind(**more: Any) -> list[Any]:
        return fees_behind(agency.db, asked, Behind(Rows.FEES, "", **more), now=agency.now)

    for campaign in found.campaigns:
        rows = behind(campaign_id=campaign.id)
        parts = [part for row in rows for name, part in row.credits if name == campaign.name]
        assert sum(parts) == campaign.fees
        assert all(sum(part for _, part in row.credits) == row.amount for row in rows)
    for month, cohort in zip(found.months, found.cohorts, strict=True):
        one: dict[str, Any] = {"first": month.month, "last": month.month}
        assert sum(row.amount for row in behind(**one)) == month.fees
        paid = behind(**one, by=By.PAID, credited=False)
        assert sum(row.amount for row in paid) == month.paid
        invoiced = behind(**one, by=By.INVOICED)
        assert sum(row.amount for row in invoiced) == month.booked
        assert sum(row.amount for row in behind(**one, until=month.month)) == cohort.fees[0]
        spend = spend_behind(agency.db, asked, Behind(Rows.SPEND, "", **one), now=agency.now)
        assert sum(line.amount for line in spend) == month.spend
    outside = [row for row in behind(by=By.INVOICED, credited=False) if not row.credits]
    assert sum(row.amount for row in outside) == found.outside


def test_a_campaign_has_the_same_return_on_both_pages(agency: Agency) -> None:
    money_world.build(agency, 16)
    report = campaign_report(agency.db, now=agency.now, period=PERIOD)
    figures = {row.campaign.id: row for row in report.rows}
    found = shown(agency).campaigns
    assert len(found) == 5
    for earner in found:
        assert figures[earner.id].returns == earner.returns
        assert (figures[earner.id].spend, figures[earner.id].invoiced) == (
            earner.spend,
            earner.fees,
        )


def test_a_channel_or_a_campaign_shows_its_part(agency: Agency) -> None:
    money_world.build(agency, 17)
    whole = shown(agency)
    for each in whole.campaigns:
        one = shown(agency, replace(YEAR, campaign_id=each.id))
        assert [c.id for c in one.campaigns] == [each.id]
        assert (one.fees, one.spend, one.campaigns[0].returns) == (
            each.fees,
            each.spend,
            each.returns,
        )
        touched = agency.db.tuples(
            "select count(*) from (select distinct client_id from touch where campaign_id = :c) t",
            c=each.id,
        )
        assert 0 < one.funnel[0].count <= int(touched[0][0])
    for channel in whole.channels:
        if channel.name != "No channel":
            one = shown(agency, replace(YEAR, channel=channel.name.upper()))
            assert (one.fees, one.spend) == (channel.fees, channel.spend)


def test_a_sector_or_a_recruiter_shows_their_clients(agency: Agency) -> None:
    money_world.build(agency, 18)
    whole = shown(agency)
    parts = [shown(agency, replace(YEAR, sector=sector)) for sector in ("care", "BUILD")]
    assert whole.fees == sum(part.fees for part in parts)
    assert whole.funnel[2].count == sum(part.funnel[2].count for part in parts)
    assert all(part.fees for part in parts)
    beth, tom = agency.recruiter("Beth Okafor"), agency.recruiter("Tom Reyes")
    with agency.db.atomic():
        agency.db.execute("update client set owner_id = :beth where id % 2 = 0", beth=beth.id)
        agency.db.execute("update outcome set person_id = :tom where client_id % 4 = 1", tom=tom.id)
        agency.db.execute("update placement set person_id = :tom where client_id = 2", tom=tom.id)
    hers = shown(agency, replace(YEAR, person_id=beth.id))
    assert hers.funnel[0].count == sum(
        client % 2 == 0 and PERIOD.holds(day_of(seen[0]))
        for client, seen in money_world.clients(agency.db).items()
    )
    wanted = [
        f["home"] or 0
        for f in money_world.all_fees(agency.db)
        if f["path"]
        and PERIOD.holds(day_of(f["first_at"]))
        and f["client_id"] % 2 == 0
        and not (f["client_id"] == 2 and f["placed_on"])
    ]
    assert hers.fees == sum(wanted)
    assert any("by recruiter" in note for note in hers.notes)
