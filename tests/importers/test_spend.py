"""Ad reports: real exports where they lie beside the project, and files written for these tests."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Batch
from warmcalls.domain.incoming_money import IncomingMonthFigure, IncomingSpend
from warmcalls.importers import files, spreadsheets
from warmcalls.importers.guessing import guess
from warmcalls.importers.mapping import Field, Mapping
from warmcalls.importers.months import month_of
from warmcalls.importers.previewing import preview

MONEY = Path(__file__).parents[1] / "data" / "money"
LONDON = ZoneInfo("Europe/London")


def whole(path: Path, mapping: Mapping | None = None) -> Batch:
    """A small file as one batch."""
    file_format = "table" if mapping else files.recognise(path)
    (batch,) = spreadsheets.read(path, file_format, mapping, LONDON, stop=lambda: None)
    return batch


def spent(batch: Batch) -> list[IncomingSpend]:
    return [row for row in batch.rows if isinstance(row, IncomingSpend)]


def facts(batch: Batch) -> list[tuple[str, str, str, int]]:
    return [(s.campaign, s.starts, s.ends, s.amount) for s in spent(batch)]


@pytest.mark.parametrize("name", ["google_campaigns.csv", "google_campaigns_utf16.csv"])
def test_google_campaigns_cost_what_they_did_in_the_period_above_the_table(name: str) -> None:
    batch = whole(MONEY / name)
    assert files.recognise(MONEY / name) == "google-ads"
    days = ("2026-02-01", "2026-02-28")
    assert facts(batch) == [
        ("Temps in Leeds", *days, 103_140),
        ("Payroll, Bradford", *days, 8_620),
        ("Old brand words", *days, 0),
    ]
    assert {s.currency for s in spent(batch)} == {"GBP"}
    assert batch.left_out == {"total": 2}
    assert batch.read == 5
    assert batch.problems == []


def test_google_split_by_day_takes_each_line_s_own_day() -> None:
    batch = whole(MONEY / "google_by_day.csv")
    assert facts(batch) == [
        ("Temps in Leeds", "2026-02-01", "2026-02-01", 1_000),
        ("Temps in Leeds", "2026-02-02", "2026-02-02", 1_250),
    ]
    assert [s.item for s in spent(batch)] == ["2101", "2101"]


def test_the_google_chart_names_no_campaign_and_shows_its_currency_in_the_amounts() -> None:
    batch = whole(MONEY / "google_chart.csv")
    assert facts(batch) == [
        ("", "2026-02-02", "2026-02-02", 150),
        ("", "2026-02-03", "2026-02-03", 0),
        ("", "2026-02-04", "2026-02-04", 200),
    ]
    assert {(s.channel, s.currency) for s in spent(batch)} == {("Google Ads", "EUR")}


def test_a_google_report_without_days_is_refused_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    path.write_text("Campaign report\nCampaign,Currency code,Cost\nTemps,GBP,10.00\n")
    batch = whole(path)
    assert [(p.line, "which days" in p.why) for p in batch.problems] == [(0, True)]


def test_meta_by_day_has_its_currency_in_the_column_name_and_leaves_its_total_out() -> None:
    batch = whole(MONEY / "meta_by_day.csv")
    assert facts(batch) == [
        ("Pay check-up", "2026-02-01", "2026-02-01", 2_000),
        ("Pay check-up", "2026-02-02", "2026-02-02", 2_500),
        ("Pay check-up", "2026-02-03", "2026-02-03", -500),
        ("Night shifts", "2026-02-01", "2026-02-01", 2_000),
    ]
    assert {s.currency for s in spent(batch)} == {"GBP"}
    assert batch.left_out == {"total": 1}


@pytest.mark.parametrize(
    ("name", "ends"), [("linkedin_whole.csv", "2026-02-28"), ("linkedin_by_day.csv", "2026-02-01")]
)
def test_linkedin_is_of_the_whole_period_unless_its_lines_have_days(name: str, ends: str) -> None:
    batch = whole(MONEY / name)
    assert facts(batch)[0] == ("Heads of People", "2026-02-01", ends, 120_050)
    assert batch.left_out == {"total": 1}
    assert [s.item for s in spent(batch)] == ["501", "502"]


def test_linkedin_by_month_ends_with_each_month_and_with_the_report(tmp_path: Path) -> None:
    path = tmp_path / "linkedin.csv"
    path.write_text(
        "Campaign Performance Report (in UTC)\nReport Start: 01/15/2026, Report End: 03/10/2026\n\n"
        "Start Date (in UTC),Campaign Name,Campaign ID,Total Spent,Currency\n"
        "01/15/2026,People,501,10,GBP\n02/01/2026,People,501,20,GBP\n03/01/2026,People,501,5,GBP\n"
    )
    assert [(s.starts, s.ends) for s in spent(whole(path))] == [
        ("2026-01-15", "2026-01-31"),
        ("2026-02-01", "2026-02-28"),
        ("2026-03-01", "2026-03-10"),
    ]


def test_a_number_that_a_spreadsheet_rounded_is_no_campaign_s_number(tmp_path: Path) -> None:
    path = tmp_path / "meta.csv"
    path.write_text(
        "Reporting starts,Reporting ends,Campaign name,Campaign ID,Amount spent (EUR)\n"
        "2026-02-01,2026-02-28,Pay,120210000000000000,5\n"
        "2026-02-01,2026-02-28,Night,1.2021E+17,6\n"
        "2026-02-01,2026-02-28,Odd,120210000000000001,much\n"
    )
    batch = whole(path)
    assert [(s.item, s.currency) for s in spent(batch)] == [("", "EUR"), ("", "EUR")]
    assert [(p.line, p.why) for p in batch.problems] == [(4, "“much” is no amount of money.")]


def test_a_table_of_spend_is_guessed_and_no_client_list_is(tmp_path: Path) -> None:
    path = tmp_path / "spend.csv"
    path.write_text(
        "Month,Channel,Campaign,Spend\nJan 2026,Event,Breakfasts,£520\n2026-02,Event,Breakfasts,540\n"
        "31/02/2026,Event,Breakfasts,5\nTotal,,,1060\n"
    )
    found = preview(path)
    assert found.kind == "spend"
    batch = whole(path, found.mapping)
    assert facts(batch) == [
        ("Breakfasts", "2026-01-01", "2026-01-31", 52_000),
        ("Breakfasts", "2026-02-01", "2026-02-28", 54_000),
    ]
    assert [p.line for p in batch.problems] == [4]
    assert batch.left_out == {"total": 1}
    clients = tmp_path / "clients.csv"
    clients.write_text("Company,Website,Fee\nNorthmoor Ltd,northmoor.co.uk,8400\n")
    assert preview(clients).kind == "clients"


def test_a_client_list_is_refused_as_spend_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("Company,Website\nNorthmoor Ltd,northmoor.co.uk\n")
    mapping = preview(path, kind="spend").mapping
    with pytest.raises(RefusedError, match="No column says how much was spent"):
        whole(path, mapping)


def test_an_ad_report_is_never_read_as_a_client_list() -> None:
    path = MONEY / "meta_by_day.csv"
    with pytest.raises(RefusedError, match="is a Meta Ads report, no table of clients"):
        list(spreadsheets.read(path, "meta-ads", Mapping("clients"), LONDON, stop=lambda: None))


def test_spend_without_dates_or_turned_round_is_a_problem_of_its_line(tmp_path: Path) -> None:
    path = tmp_path / "spend.csv"
    path.write_text(
        "From,To,Campaign,Cost\n2026-02-03,2026-02-01,Pay,5\n,,Pay,5\n2026-02-01,,Pay,5\n"
    )
    header, rows = ("From", "To", "Campaign", "Cost"), [["2026-02-03", "2026-02-01", "Pay", "5"]]
    mapping = guess(header, rows, "spend")
    assert mapping.columns["From"] is Field.STARTS
    batch = whole(path, mapping)
    assert [p.line for p in batch.problems] == [2, 3]
    assert facts(batch) == [("Pay", "2026-02-01", "2026-02-01", 500)]


def test_monthly_figures_are_read_a_number_each(tmp_path: Path) -> None:
    path = tmp_path / "four_cs.csv"
    path.write_text(
        'Month,Candidates,Clients,Colleagues,Cash\nJan 2026,120,14,6,"£31,000.50"\nFeb 2026,many,,6,\n'
    )
    found = preview(path)
    assert found.kind == "figures"
    batch = whole(path, found.mapping)
    assert [
        (row.month, row.name, row.value)
        for row in batch.rows
        if isinstance(row, IncomingMonthFigure)
    ] == [
        ("2026-01", "candidates", 120),
        ("2026-01", "clients", 14),
        ("2026-01", "colleagues", 6),
        ("2026-01", "cash", 3_100_050),
        ("2026-02", "colleagues", 6),
    ]
    assert [p.line for p in batch.problems] == [3]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-02", "2026-02"), ("02/2026", "2026-02"), ("Feb-26", "2026-02"),
        ("February 2026", "2026-02"), ("2026-02-17", "2026-02"), ("17/02/2026", "2026-02"),
        ("13/2026", None), ("soon", None), ("", None), ("0026-02", None),
    ],
)  # fmt: skip
def test_months_as_people_write_them(text: str, month: str | None) -> None:
    assert month_of(text) == month


SAMPLES = {
    "google_ads_campaign_report_uk_utf8.csv": (2, 116_410, "GBP", {"total": 5}),
    "google_ads_campaign_report_inr_us.csv": (2, 166_167 + 90_426, "INR", {"total": 4}),
    "google_ads_time_series.csv": (6, 13_967, "USD", {}),
    "meta_ads_by_day_utf8bom.csv": (4, 11_010, "USD", {}),
    "linkedin_campaign_performance_utf8_comma.csv": (3, 134_475, "USD", {"total": 1}),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_real_reports_yield_what_stands_in_them(samples: Path, name: str) -> None:
    count, total, currency, left_out = SAMPLES[name]
    batch = whole(samples / "ad-spend" / name)
    assert len(spent(batch)) == count
    assert sum(s.amount for s in spent(batch)) == total
    assert {s.currency for s in spent(batch)} == {currency}
    assert dict(batch.left_out) == left_out
    assert batch.problems == []


def test_the_real_google_report_has_its_period(samples: Path) -> None:
    batch = whole(samples / "ad-spend" / "google_ads_campaign_report_uk_utf8.csv")
    assert {(s.starts, s.ends) for s in spent(batch)} == {("2026-01-27", "2026-02-23")}
    assert facts(batch)[0][0] == "Fruit-Veg-Boxes-Shopping-SMP"


def test_days_of_no_likely_year_are_problems_of_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "spend.csv"
    lines = ("Pay,9999-12-31,10", "Pay,0001-01-01,10", "Pay,2026-02-03,10")
    path.write_text("\n".join(("Campaign,Date,Spend", *lines)) + "\n")
    found = preview(path, kind="spend")
    assert isinstance(found.mapping, Mapping)
    batch = whole(path, found.mapping)
    assert [p.line for p in batch.problems] == [2, 3]
    assert [s.starts for s in spent(batch)] == ["2026-02-03"]
    path.write_text(
        "Campaign,Campaign ID,Month,Cost,Currency code,Impr.\nPay,1,9999-12-01,10,GBP,1\n"
    )
    assert "not a date between 1990 and 2100" in whole(path).problems[0].why
    path.write_text("Campaign,Month,Spend\nPay,9999-12,10\nPay,2026-02,10\n")
    found = preview(path, kind="spend")
    assert isinstance(found.mapping, Mapping)
    batch = whole(path, found.mapping)
    assert "check the year" in batch.problems[0].why
    assert [(s.starts, s.ends) for s in spent(batch)] == [("2026-02-01", "2026-02-28")]
