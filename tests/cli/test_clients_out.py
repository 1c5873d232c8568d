"""One client on the command line, and clients taken out, over the demo agency."""

import csv
import json
from pathlib import Path

import openpyxl

from tests.cli.demo_shell import names, read, refusal, run, text
from tests.reports import pdf_text
from warmcalls.cli.client_panel import year_line


def test_one_client_is_shown_whole(demo: Path) -> None:
    found = read(demo, "client", "northmoor logistics")
    assert (found["name"], found["tier"]) == ("Northmoor Logistics", "A")
    assert len(found["warmth"]) == 365
    assert sum(part["percent"] for part in found["made_of"]) == 100
    assert found["because"]
    assert found["contacts"][0]["numbers"][0]["screening"]
    assert {"token", "domain"} <= {each["kind"] for each in found["identifiers"]}
    assert found["timeline"] == sorted(found["timeline"], key=lambda h: h["at"], reverse=True)
    said = text(demo, "client", "northmoor logistics", "--for", "Beth Okafor")
    for words in ("Today’s list", "Priya Nair, Head of People", "Made of", "Placed: Transport"):
        assert words in said
    assert "fits several clients" in refusal(demo, "client", "a")


def test_a_year_of_warmth_is_a_line_of_weeks() -> None:
    assert year_line(()) == ""
    assert len(year_line((0.0,) * 365)) == 52
    assert year_line((0.0,) * 357 + (2.0,) * 7)[-1] == "█"


# Taking out


def test_views_go_out_as_tables(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    said = text(demo, "clients", "export", str(path), "--tier", "A", "--columns", "name,fee,tags")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    found = read(demo, "clients", "--tier", "A")
    assert said == f"Exported {len(found)} clients to a.csv\n"
    assert rows[0] == ["Client", "Fee", "Tags"]
    assert [row[0] for row in rows[1:]] == names(found)
    whole = tmp_path / "all.xlsx"
    done = read(demo, "clients", "export", str(whole), "--everything")
    assert done["file"] == str(whole)
    sheet = openpyxl.load_workbook(whole)["Clients"]
    contacts = sum(max(len(c["contacts"]), 1) for c in read(demo, "clients"))
    assert sheet.max_row == contacts + 1


def test_todays_list_goes_out_as_a_call_sheet_and_cards(demo: Path, tmp_path: Path) -> None:
    calls = json.loads(text(demo, "today", "--for", "Beth Okafor", "--json"))
    path = tmp_path / "calls.pdf"
    said = text(demo, "clients", "export", str(path), "--today", "--for", "Beth Okafor")
    assert said.startswith(f"Call sheet of {len(calls)} clients on ")
    assert "Beth Okafor" in pdf_text.text_of(path)
    assert all(call["client"].split()[0] in pdf_text.text_of(path) for call in calls)
    cards = tmp_path / "people.vcf"
    assert "contacts of" in text(demo, "clients", "export", str(cards), "--today")
    assert cards.read_bytes().startswith(b"BEGIN:VCARD\r\nVERSION:3.0")
    both = run(demo, "clients", "export", str(cards), "--today", "--tier", "A")
    assert both.exit_code == 2


def test_our_own_export_is_imported_as_known(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    text(own, "clients", "export", str(path), "--everything")
    (report,) = read(own, "import", str(path))
    assert (report["added"], report["problems"]) == (0, [])
    assert report["changed"] == 0
