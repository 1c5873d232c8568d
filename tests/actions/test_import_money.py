"""Spend and monthly figures come in once, restate, never double, and go again."""

import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.actions.money_files import MONEY, adds_up, meta, state, take
from tests.agency import Agency
from warmcalls.actions.add_campaign import add_campaign
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.revert_import import revert_import
from warmcalls.domain.errors import RefusedError
from warmcalls.importers.mapping import Mapping
from warmcalls.importers.previewing import preview


def spend(agency: Agency) -> list[tuple[object, ...]]:
    """Campaign, first day, last day, minor units, currency."""
    return agency.db.tuples(
        "select coalesce(c.name, ''), s.starts, s.ends, s.amount, s.currency from spend s "
        "left join campaign c on c.id = s.campaign_id order by 1, 2, 3, 4"
    )


ALL = ("google_campaigns", "google_chart", "linkedin_whole", "meta_by_day")


def test_reports_come_in_once_and_go_again(agency: Agency) -> None:
    before = state(agency)
    first = [take(agency, MONEY / f"{name}.csv") for name in ALL]
    assert all(map(adds_up, first))
    assert [(r.kind, r.added) for r in first] == [
        ("spend", 2), ("spend", 2), ("spend", 2), ("spend", 4),
    ]  # fmt: skip
    held = spend(agency)
    assert ("Pay check-up", "2026-02-03", "2026-02-03", -500, "GBP") in held
    assert ("", "2026-02-02", "2026-02-02", 150, "EUR") in held
    assert agency.db.tuples("select name, channel from campaign order by id")[:2] == [
        ("Temps in Leeds", "Google Ads"), ("Payroll, Bradford", "Google Ads"),
    ]  # fmt: skip
    again = [take(agency, MONEY / f"{name}.csv") for name in ALL]
    assert all(map(adds_up, again))
    assert [(r.added, r.changed) for r in again] == [(0, 0)] * len(ALL)
    assert spend(agency) == held
    for report in reversed([*first, *again]):
        revert_import(agency.db, report.import_id, now=agency.now)
    assert state(agency) == before


def test_the_same_report_in_another_encoding_is_known(agency: Agency) -> None:
    take(agency, MONEY / "google_campaigns.csv")
    report = take(agency, MONEY / "google_campaigns_utf16.csv")
    assert (report.added, report.known) == (0, 2)


def test_a_dry_run_changes_nothing(agency: Agency) -> None:
    before = state(agency)
    assert take(agency, MONEY / "meta_by_day.csv", dry_run=True).added == 4
    assert state(agency) == before


def test_an_amount_that_is_restated_is_changed_and_put_back(agency: Agency, tmp_path: Path) -> None:
    one = take(agency, meta(tmp_path, "2026-02-01,2026-02-28,Pay,1,100.00"))
    two = take(agency, meta(tmp_path, "2026-02-01,2026-02-28,Pay,1,104.50"))
    assert (two.added, two.changed) == (0, 1)
    assert [row[3] for row in spend(agency)] == [10_450]
    three = take(agency, meta(tmp_path, "2026-02-01,2026-02-28,Pay,1,0.00"))
    assert (three.changed, [row[3] for row in spend(agency)]) == (1, [0])
    revert_import(agency.db, three.import_id, now=agency.now)
    revert_import(agency.db, two.import_id, now=agency.now)
    assert [row[3] for row in spend(agency)] == [10_000]
    revert_import(agency.db, one.import_id, now=agency.now)
    assert spend(agency) == []


def test_an_older_import_taken_back_leaves_what_a_newer_one_restated(
    agency: Agency, tmp_path: Path
) -> None:
    before = state(agency)
    one = take(agency, meta(tmp_path, "2026-02-01,2026-02-28,Pay,1,100.00"))
    two = take(agency, meta(tmp_path, "2026-02-01,2026-02-28,Pay,1,104.50"))
    revert_import(agency.db, one.import_id, now=agency.now)
    assert [row[3] for row in spend(agency)] == [10_450]
    revert_import(agency.db, two.import_id, now=agency.now)
    assert state(agency) == before


def test_days_that_overlap_are_a_problem_that_names_both_periods(
    agency: Agency, tmp_path: Path
) -> None:
    take(agency, meta(tmp_path, "2026-02-01,2026-02-20,Pay,1,100.00"))
    report = take(
        agency,
        meta(tmp_path, "2026-02-15,2026-03-10,Pay,1,90.00", "2026-02-15,2026-03-10,Night,2,9.00"),
    )
    assert adds_up(report)
    (problem,) = report.problems
    assert problem.line == 2
    assert "15 Feb – 10 Mar 2026" in problem.why
    assert "1–20 Feb 2026" in problem.why
    assert (report.read, report.added) == (1, 1)
    assert [row[0] for row in spend(agency)] == ["Night", "Pay"]


def test_spend_of_the_whole_account_overlaps_its_campaigns_but_not_another_account(
    agency: Agency, tmp_path: Path
) -> None:
    take(agency, MONEY / "google_by_day.csv")
    chart = tmp_path / "chart.csv"
    chart.write_text("Date,Clicks,Avg. CPC,Cost\n2026-02-02,9,£1.00,£9.00\n2026-02-03,1,£1,£1.00\n")
    report = take(agency, chart)
    assert [p.line for p in report.problems] == [2]
    assert report.added == 1
    assert take(agency, MONEY / "google_chart.csv").problems == ()


def test_a_campaign_renamed_in_the_ad_tool_stays_one(agency: Agency, tmp_path: Path) -> None:
    take(agency, meta(tmp_path, "2026-02-01,2026-02-28,Pay check-up,77,100.00"))
    report = take(agency, meta(tmp_path, "2026-03-01,2026-03-02,Pay check 2026,77,10.00"))
    assert [row[0] for row in spend(agency)] == ["Pay check-up", "Pay check-up"]
    assert report.notes[0] == (
        "“Pay check 2026” is what Meta Ads calls your campaign Pay check-up now."
    )
    codes = agency.db.tuples("select code from campaign_code order by code")
    assert codes == [("meta:77",), ("pay check 2026",), ("pay check-up",)]
    revert_import(agency.db, report.import_id, now=agency.now)
    assert agency.db.tuples("select count(*) from campaign_code") == [(2,)]


def test_a_rename_without_numbers_is_pointed_out(agency: Agency, tmp_path: Path) -> None:
    take(agency, meta(tmp_path, "2026-02-01,2026-02-28,Pay check-up,,101.37"))
    report = take(agency, meta(tmp_path, "2026-02-01,2026-02-28,Pay check 2026,,101.37"))
    assert report.added == 1
    assert any("cost to the penny what Pay check-up did" in note for note in report.notes)


def test_a_known_name_or_code_is_used_and_gets_the_number(agency: Agency, tmp_path: Path) -> None:
    made = add_campaign(agency.db, "Pay CHECK", now=agency.now, codes=("payc",)).id
    take(
        agency,
        meta(tmp_path, "2026-02-01,2026-02-01,pay check,7,1", "2026-02-01,2026-02-01,PAYC,8,1"),
    )
    assert agency.db.tuples("select count(*), max(id) from campaign") == [(1, made)]
    codes = {row[0] for row in agency.db.tuples("select code from campaign_code")}
    assert codes == {"payc", "meta:7", "meta:8", "pay check"}


def test_lines_of_one_campaign_and_day_are_added_up(agency: Agency, tmp_path: Path) -> None:
    rows = ["2026-02-01,2026-02-01,Pay,1,10.00", "2026-02-01,2026-02-01,Pay,1,-2.50"]
    report = take(agency, meta(tmp_path, *rows))
    assert (report.added, [row[3] for row in spend(agency)]) == (2, [750])
    assert report.notes[0].startswith("1 line is a refund, taken off the spend: Pay, 1 Feb 2026")
    assert take(agency, meta(tmp_path, *rows)).known == 2


def test_money_typed_in_before_for_the_same_days_is_pointed_out(
    agency: Agency, tmp_path: Path
) -> None:
    made = add_campaign(agency.db, "Pay", now=agency.now).id
    days = {"starts": "2026-02-01", "ends": "2026-02-28", "now": agency.now}
    add_spend(agency.db, made, 40_000, **days)  # type: ignore[arg-type]
    report = take(agency, meta(tmp_path, "2026-02-03,2026-02-03,Pay,1,10.00"))
    assert any("£400 for 1–28 Feb 2026 from elsewhere too" in note for note in report.notes)


def test_other_currencies_wait_for_a_rate(agency: Agency) -> None:
    report = take(agency, MONEY / "google_chart.csv")
    assert [note.partition(":")[0] for note in report.notes] == [
        "€3.50 names no campaign",
        "€3.50 waits for an exchange rate",
    ]
    assert report.left_out == {"no_spend": 1}


@given(
    days=st.lists(st.integers(1, 12), min_size=1, max_size=6),
    amounts=st.lists(st.integers(-500, 5_000), min_size=6, max_size=6),
)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_comes_twice_counts_once(
    local_db: object, tmp_path: Path, days: list[int], amounts: list[int]
) -> None:
    """After any report twice, every day of the campaign has the last amount told for it."""
    agency = Agency(local_db, 1_772_526_600_000_000)  # type: ignore[arg-type]
    with agency.db.atomic():
        agency.db.execute("delete from spend")
    told: dict[int, int] = {}
    rows = []
    for day, amount in zip(days, amounts, strict=False):
        told[day] = told.get(day, 0) + amount
        rows.append(f"2026-02-{day:02},2026-02-{day:02},Pay,1,{amount / 100:.2f}")
    for _ in range(2):
        report = take(agency, meta(tmp_path, *rows))
        assert adds_up(report)
        assert report.problems == ()
    assert sum(row[3] for row in spend(agency)) == sum(told.values())  # type: ignore[misc]


def test_figures_come_in_once_a_month_and_go_again(agency: Agency, tmp_path: Path) -> None:
    path = tmp_path / "four_cs.csv"
    path.write_text("Month,Candidates,Cash\n2026-01,120,31000\n2026-02,,28000.50\n")
    before = state(agency)
    one = take(agency, path)
    assert (one.kind, one.added, adds_up(one)) == ("figures", 3, True)
    path.write_text("Month,Candidates,Cash\n2026-01,125,31000\n")
    two = take(agency, path)
    assert (two.changed, two.known) == (1, 1)
    kept = "select month, name, value from month_figure order by month, name"
    assert agency.db.tuples(kept)[0] == ("2026-01", "candidates", 125)
    revert_import(agency.db, two.import_id, now=agency.now)
    assert agency.db.tuples(kept)[0] == ("2026-01", "candidates", 120)
    revert_import(agency.db, one.import_id, now=agency.now)
    assert state(agency) == before


def test_a_client_list_is_not_taken_as_spend(agency: Agency, tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("Company,Website\nNorthmoor Ltd,northmoor.co.uk\n")
    mapping = preview(path, kind="spend").mapping
    assert isinstance(mapping, Mapping)
    with pytest.raises(RefusedError, match="how much was spent"):
        take(agency, path, mapping=mapping)
    assert agency.db.query("select * from import") == []


@pytest.mark.parametrize("amount", ["99999999999999999999999", "10000000000.01", "-1e", "10001m"])
def test_an_amount_past_any_bill_is_a_problem_of_its_line(
    agency: Agency, tmp_path: Path, amount: str
) -> None:
    rows = (f"2026-02-01,2026-02-01,Pay,1,{amount}", "2026-02-02,2026-02-02,Pay,1,10000000000.00")
    report = take(agency, meta(tmp_path, *rows))
    assert [p.line for p in report.problems] == [2]
    assert [row[3] for row in spend(agency)] == [10**12]


def test_a_campaign_named_like_the_number_of_another_is_its_own(
    agency: Agency, tmp_path: Path
) -> None:
    day = "2026-02-01,2026-02-01"
    for row in (f"{day},501,,5.00", f"{day},Other,501,9.00", f"{day},#501,,2.00"):
        report = take(agency, meta(tmp_path, row))
        assert (report.added, report.problems) == (1, ())
    assert {row[0]: row[3] for row in spend(agency)} == {"501": 500, "Other": 900, "#501": 200}
    assert take(agency, meta(tmp_path, f"{day},Other,501,9.00")).known == 1


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_of_several_imports_the_newest_that_stands_counts(
    agency: Agency, tmp_path: Path, order: tuple[int, ...]
) -> None:
    before = state(agency)
    told = (1_000, 1_500, 1_800)
    taken = [
        take(agency, meta(tmp_path, f"2026-02-01,2026-02-01,Pay,1,{amount / 100}"))
        for amount in told
    ]
    standing = dict(enumerate(told))
    for each in order:
        revert_import(agency.db, taken[each].import_id, now=agency.now)
        del standing[each]
        newest = [standing[max(standing)]] if standing else []
        assert [row[3] for row in spend(agency)] == newest
    assert state(agency) == before
