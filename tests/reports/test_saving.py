"""Results as files: pictures, pages and tables, read back as another program reads them."""

import csv
import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports import examples, pdf_text
from warmcalls.domain.behind import FeeLine, LeadLine, SpendLine
from warmcalls.domain.campaigns import Return
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.results import Model, Results
from warmcalls.reports import result_tables, result_words, tables
from warmcalls.reports.charts.kinds import Kind
from warmcalls.reports.saving import save_results
from warmcalls.reports.tables import Table

LONDON = ZoneInfo("Europe/London")
FEE = FeeLine(
    1, 7, "=cmd|' /C calc'!A0", "+44 engineer", "INV-1", -123_456, "2026-02-03", "", "@Beth",
    (("Pay guide", -100_000), ("$x$", -23_456)), "-2+3",
)  # fmt: skip
LEAD = LeadLine(7, "Ashgrove", "A", "Dental", "Pay guide", 1_772_526_600_000_000, "worth", "brief")
SPEND = SpendLine(1, "Pay guide", "Mail", "2026-02-01", "2026-02-28", 50_000, "=1+1", "ads.csv")


def saved(results: Results, path: Path, kind: Kind | None = None) -> Path:
    save_results(results, path, kind)
    assert [each.name for each in path.parent.iterdir()] == [path.name]  # no draft is left
    return path


def csv_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("kind", [None, Kind.MONTHS])
def test_a_png_is_a_picture(tmp_path: Path, kind: Kind | None) -> None:
    data = saved(examples.full(), tmp_path / "results.png", kind).read_bytes()
    assert data.startswith(b"\x89PNG")
    wide, high = struct.unpack(">II", data[16:24])
    assert wide == (2 * 1240 if kind is None else 2 * (720 + 48))
    assert high > 500


def test_an_svg_has_its_names_as_text(tmp_path: Path) -> None:
    path = saved(examples.hostile(), tmp_path / "results.svg")
    said = {each.text for each in ET.parse(path).iter("{http://www.w3.org/2000/svg}text")}
    assert "$x$ and $\\frac{1}{0}$" in said
    assert "<b>bold</b> & <img src=x>" in said


def test_an_svg_is_the_same_file_each_time(tmp_path: Path) -> None:
    one, two = tmp_path / "one.svg", tmp_path / "two.svg"
    for path in (one, two):
        save_results(examples.few(), path)
    assert one.read_bytes() == two.read_bytes()


def test_a_pdf_has_every_chart_with_its_faces_inside(tmp_path: Path) -> None:
    path = saved(examples.full(), tmp_path / "results.pdf")
    said = pdf_text.text_of(path)
    for words in (
        "Marketing helped you take home £38,400 of £61,000",
        "Fees and spend, by month of first signal",
        "From signal to money",
        "Salary Guide 2026",
        "Fees still to come",
        "Ways of sharing the credit",
        "2 fees in ZAR (R31,000) wait for an exchange rate.",
        "1 of 3",
    ):
        assert words in said
    assert {"Inter-Regular", "Inter-SemiBold"} <= pdf_text.faces_of(path)


def test_an_xlsx_has_a_sheet_a_chart_with_real_numbers_and_days(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(saved(examples.full(), tmp_path / "results.xlsx"))
    assert book.sheetnames == [
        "Summary", "Months", "Campaigns", "Channels", "Funnel", "Cohorts", "Four Cs",
        "Ways of sharing", "Notes",
    ]  # fmt: skip
    months = book["Months"]
    assert [cell.value for cell in months[2]][:4] == ["2025-03", 5200, 11200, 0]
    assert months["B2"].number_format == "#,##0.00"
    summary = {row[0].value: row[1].value for row in book["Summary"].iter_rows()}
    assert summary["Helped in that month"] == 38_400
    assert (summary["Return so far"], summary["Likely in the end"]) == (3.1, 3.25)
    assert summary["From"].date() == date(2025, 3, 1)


def test_no_cell_is_ever_a_formula(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(saved(examples.hostile(), tmp_path / "results.xlsx"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert not any(cell.hyperlink for cell in cells)
    assert "=cmd|' /C calc'!A0" in {cell.value for cell in cells}


def test_no_csv_cell_begins_a_formula(tmp_path: Path) -> None:
    rows = csv_rows(saved(examples.hostile(), tmp_path / "results.csv"))
    cells = {cell for row in rows for cell in row}
    assert "'=cmd|' /C calc'!A0" in cells
    assert "'@SUM(A1:A9)" in cells
    assert ["Campaigns"] in rows
    numbers = re.compile(r"-?[\d.]+(e[+-]?\d+)?")
    assert not any(c.startswith(tables.STARTS) and not numbers.fullmatch(c) for c in cells)


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_harmless_text_begins_with_nothing_that_calculates(text: str) -> None:
    said = tables.harmless(text)
    assert not said.lstrip(" ").startswith(tables.STARTS)
    assert said.removeprefix("'").endswith(text.removeprefix("'"))


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_any_text_comes_back_from_a_spreadsheet(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("xlsx") / "table.xlsx"
    tables.write(path, [Table("T", ("a",), tuple((text,) for text in texts))])
    sheet = openpyxl.load_workbook(path)["T"]
    read = [sheet.cell(row, 1).value or "" for row in range(2, len(texts) + 2)]
    kept = [t.encode("utf-8", "replace").decode() for t in texts]
    for came, wanted in zip(read, kept, strict=True):
        if not any(ord(c) < 32 or c in "\ufffe\uffff" for c in wanted) and "_x" not in wanted:
            assert came == wanted


def test_sheets_of_one_name_and_far_too_much_text_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    rows = (("x" * 40_000,),)
    tables.write(
        path, [Table("A/B: " + "c" * 40, ("a",), rows), Table("a b: " + "c" * 40, ("a",), ())]
    )
    book = openpyxl.load_workbook(path)
    assert len(set(book.sheetnames)) == 2
    assert len(book.worksheets[0]["A2"].value) == 32_767


def test_rows_behind_a_figure_come_back_with_money_and_days(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    tables.write(path, [result_tables.rows_behind("Fees", [FEE], LONDON)])
    row = [cell.value for cell in openpyxl.load_workbook(path)["Fees"][2]]
    assert row[:4] == ["=cmd|' /C calc'!A0", "+44 engineer", "INV-1", -1234.56]
    assert row[4].date() == date(2026, 2, 3)
    assert row[7] == "Pay guide -1,000.00; $x$ -234.56"
    for line, name in ((LEAD, "Leads"), (SPEND, "Spend")):
        made = tmp_path / f"{name}.csv"
        tables.write(made, [result_tables.rows_behind(name, [line], LONDON)])
        assert len(csv_rows(made)) == 2
    assert csv_rows(tmp_path / "Leads.csv")[1][4:7] == ["2026-03-03", "worth the time", "brief"]
    assert csv_rows(tmp_path / "Spend.csv")[1][2:6] == [
        "2026-02-01",
        "2026-02-28",
        "500.00",
        "'=1+1",
    ]


def test_negative_amounts_stay_numbers_in_a_csv(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    tables.write(path, [result_tables.rows_behind("Fees", [FEE], LONDON)])
    assert csv_rows(path)[1][3] == "-1234.56"
    assert csv_rows(path)[1][8] == "'-2+3"


@pytest.mark.parametrize("name", ["results.doc", "results", "results.png.exe"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedError, match="PNG, SVG, PDF, CSV or XLSX"):
        save_results(examples.few(), tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "csv", "xlsx"])
def test_where_it_cannot_be_written_the_old_file_stays(tmp_path: Path, ending: str) -> None:
    taken = tmp_path / f"results.{ending}"
    taken.mkdir()
    (taken / "kept").touch()
    with pytest.raises(RefusedError, match="could not be saved"):
        save_results(examples.few(), taken)
    assert [each.name for each in tmp_path.iterdir()] == [taken.name]
    with pytest.raises(RefusedError, match="could not be saved"):
        save_results(examples.few(), tmp_path / "nowhere" / f"results.{ending}")


def test_the_page_in_words() -> None:
    said = result_words.as_text(examples.full())
    assert said.startswith(
        "February 2026, paid: Marketing helped you take home £38,400 of £61,000.\n"
        "Mar 2025 – Feb 2026: £3.10 per £1 so far, likely £1.90–£4.60 · ripe months. "
        "Above your line of £2. Without the largest fee: £2.72.\n"
        "Fees £161,100 for £69,500 spent; credit shared by: linear.\n"
        "Still to come: about £50k, likely between £21k and £96k.\n"
    )
    assert "- Messenger ads: £0.00 so far, likely £0.00–£0.50 in the end\n" in said
    assert (
        "- Newsletter: £2.40 so far, likely £1.30–£4.20 in the end, £1.68 without the largest fee"
    ) in said
    assert result_words.model_words(Model.MARKOV) == "removal effect (Markov)"


def test_where_most_months_are_young_the_return_is_of_all_of_them_so_far() -> None:
    young = replace(
        examples.full(),
        of_ripe=False,
        returns=Return(1.2, 4.0, 2.5, 8.0, 0.37, 1.0, 9.0, 0.0, False),
    )
    assert result_words.per_unit(young) == "£1.20"
    assert result_words.likely(young) == "likely £2.50–£8.00 in the end · 37 % in"
    assert result_words.verdict(young) == ("", "Likely to pass your line of £2")
    assert "all months, most not ripe yet" in result_words.ripeness(young)
    low = replace(young, returns=replace(young.returns, low=1.0))
    assert result_words.verdict(low) == ("notice", "Below your line of £2")


def test_few_fees_are_not_held_against_the_line() -> None:
    few = examples.few()
    assert result_words.verdict(few) == ("", "Too few fees to tell")
    assert result_words.without_largest(few) == "Your line is £2"
    assert (
        result_words.headline(few)[1] == "Marketing brought £4,500 of fees, none of them paid yet"
    )
    nothing = examples.empty()
    assert result_words.headline(nothing)[1] == "No fees in these months yet"
    assert result_words.per_unit(nothing) == "–"


def test_with_a_recruiter_asked_for_there_is_no_verdict() -> None:
    whole = examples.full()
    asked = replace(whole, asked=replace(whole.asked, person_id=1))
    assert result_words.verdict(whole)[0] == "good"
    assert result_words.verdict(asked) == ("", "Spend is not split like this: no verdict")
