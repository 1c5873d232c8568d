"""The commands with figures: campaigns, results, funnel and statement, as whole processes."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.actions.money_world import day_of
from tests.agency import Agency
from warmcalls.actions.add_campaign import add_campaign
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.begin import begin
from warmcalls.cli import main
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result, Why

ON = "2026-03-03T08:30"
NOW = 1_772_526_600_000_000
ROW = (
    "name channel spend leads worked unworked rejected disqualified worth meetings fees return "
    "interval warning advice"
).split()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small agency on disk: two campaigns, four clients, two fees."""
    made = tmp_path_factory.mktemp("data")
    db = begin(str(made / "warmcalls.db"), now=NOW)
    agency = Agency(db, NOW)
    beth = agency.recruiter("Beth Okafor")
    guide = add_campaign(db, "Salary Guide", now=NOW, channel="Download", codes=("pay-guide",)).id
    ads = agency.campaign("Messenger ads", channel="Chat ad")
    days: dict[str, Any] = {"starts": "2025-11-01", "ends": "2025-11-30", "now": NOW}
    add_spend(db, guide, 120_000, **days)
    add_spend(db, ads, 40_050, **days)
    clients = [agency.client(f"{name} Ltd") for name in ("Ashgrove", "Brook", "Calder")]
    clients.append(agency.client("Dunmere Ltd", sector="Care"))
    for client in clients[:3]:
        agency.signal(client, Kind.DOWNLOAD, 110, guide)
    agency.signal(clients[0], Kind.CHAT, 100, ads)
    agency.signal(clients[3], Kind.CHAT, 100, ads)
    told = ((0, Result.MEETING, True), (1, Result.NO_NEED, False))
    for n, result, worth in told:
        agency.outcome(
            clients[n], Reach.SPOKE, result, worth=worth, person_id=beth.id, at=NOW - 80 * DAY,
            why=None if worth else Why.NO_NEED, note="" if worth else "Hires in the autumn",
        )  # fmt: skip
    agency.outcome(
        clients[3], Reach.REJECTED, None, worth=False, why=Why.CANDIDATE, at=NOW - 70 * DAY
    )
    with db.atomic():
        for amount, paid in ((900_000, "2026-02-12"), (300_001, "")):
            row = {"client_id": clients[0], "amount": amount, "currency": "GBP", "digest": amount}
            invoiced = day_of(NOW - 40 * DAY)
            db.insert("fee", row | {"invoiced_on": invoiced, "paid_on": paid})
    db.close()
    return made


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "warmcalls", "--data-dir", str(folder), "--on", ON]
    return subprocess.run(
        [*command, *words], capture_output=True, text=True, check=False, timeout=120
    )


def read(folder: Path, *words: str) -> Any:
    """What a command prints with --json, run in this process: a new one each takes long."""
    if "results" not in main.cli.commands:
        main._register()
    asked = ["--data-dir", str(folder), "--on", ON, *words, "--json"]
    done = CliRunner().invoke(main.cli, asked, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_campaigns_are_rows_of_figures(folder: Path) -> None:
    rows = {row["name"]: row for row in read(folder, "campaigns")}
    guide, ads = rows["Salary Guide"], rows["Messenger ads"]
    assert list(guide)[: len(ROW)] == ROW or set(ROW) <= set(guide)
    counted = ("channel", "spend", "leads", "worked", "unworked", "rejected", "disqualified")
    assert [guide[name] for name in counted] == ["Download", 1200.0, 3, 2, 1, 0, 1]
    assert [ads[name] for name in counted] == ["Chat ad", 400.5, 2, 1, 0, 1, 0]
    assert (guide["worth"], guide["meetings"], ads["worth"]) == (1, 1, 1)
    assert guide["fees"] + ads["fees"] == 12000.01
    assert guide["return"] == pytest.approx(guide["fees"] / 1200)
    assert guide["interval"][0] <= guide["likely"] <= guide["interval"][1]
    assert guide["warning"] in {"none", "weak", "stop"}
    assert isinstance(guide["advice"], str)
    assert [row["name"] for row in read(folder, "campaigns", "--channel", "chat AD")] == [
        "Messenger ads"
    ]


def test_one_campaign_is_told_by_its_name_or_code(folder: Path) -> None:
    told = read(folder, "campaign", "pay-guide")
    assert (told["name"], told["leads"], told["codes"]) == ("Salary Guide", 3, ["pay-guide"])
    assert told["reasons"]["disqualified"] == [{"why": "No need", "count": 1}]
    assert told["quotes"][0]["text"] == "Hires in the autumn"
    assert read(folder, "campaign", "salary")["name"] == "Salary Guide"
    text = run(folder, "campaign", "Salary Guide").stdout
    assert "Hires in the autumn" in text
    assert "£1,200" in text
    assert "1 of 2, likely " in text
    assert "after a call" in text
    assert " so far, likely £" in text


@pytest.mark.parametrize("model", ["first", "last", "linear", "position", "decay", "markov"])
def test_results_add_up_under_every_model(folder: Path, model: str) -> None:
    found = read(folder, "results", "--model", model)
    assert (found["model"], found["spend"], found["fees"]) == (model, 1600.5, 12000.01)
    assert found["return"] == pytest.approx(12000.01 / 1600.5)
    assert found["interval"][0] <= found["likely"] <= found["interval"][1]
    for name in ("campaigns", "channels"):
        assert round(sum(row["fees"] for row in found[name]), 2) == 12000.01
        assert round(sum(row["spend"] for row in found[name]), 2) == 1600.5
        assert all(
            {"name", "spend", "fees", "return", "interval"} <= set(row) for row in found[name]
        )
    fees = {row["name"]: row["fees"] for row in found["campaigns"]}
    whole = {"first": "Salary Guide", "last": "Messenger ads"}
    if model in whole:
        assert fees[whole[model]] == 12000.01
    if model in {"linear", "position"}:
        assert sorted(fees.values()) == [6000.0, 6000.01]
    assert [step["count"] for step in found["funnel"]] == [4, 4, 2, 2, 1, 1, 1, 1, 1]
    assert found["headline"] == {"month": "2026-02", "helped": 9000.0, "taken": 9000.0}
    assert (found["outside"], found["line"], found["currency"]) == (0.0, 2.0, "GBP")
    assert sum(row["to_come"] for row in found["months"]) == pytest.approx(
        found["forecast"]["likely"]
    )
    assert any("300 fees" in note for note in found["notes"]) == (model == "markov")


def test_a_period_and_filters_narrow_the_results(folder: Path) -> None:
    half = read(folder, "results", "--from", "2025-11-16", "--to", "2025-11")
    assert (half["from"], half["to"], half["spend"]) == ("2025-11-16", "2025-11-30", 800.25)
    one = read(folder, "results", "--campaign", "messenger")
    assert [row["name"] for row in one["campaigns"]] == ["Messenger ads"]
    assert read(folder, "results", "--sector", "care")["fees"] == 0.0
    assert read(folder, "results", "--for", "beth okafor")["fees"] == 12000.01
    assert read(folder, "results", "--channel", "Download")["spend"] == 1200.0


def test_what_a_person_reads_names_the_answer(folder: Path) -> None:
    text = run(folder, "results").stdout
    assert "February 2026, paid: Marketing helped you take home £9,000 of £9,000." in text
    for words in (
        "Salary Guide",
        "£1,200",
        "£2",
        "2025-11",
        "Likely in the end",
        "Still to come: ",
    ):
        assert words in text
    assert "Fees £12,000 for £1,600 spent; credit shared by: linear." in text
    assert "* Too few fees to tell." in text
    funnel = run(folder, "funnel").stdout
    assert "Clients with signals" in funnel
    assert read(folder, "funnel") == read(folder, "results")["funnel"]
    listed = run(folder, "campaigns").stdout
    for words in ("Messenger ads", "Not yet", "Disqualified", "Per £1"):
        assert words in listed


def test_a_statement_is_text_for_an_email(folder: Path, tmp_path: Path) -> None:
    said = run(folder, "statement", "--month", "2026-02").stdout
    assert "marketing helped you take home £9,000 of £9,000" in said
    assert run(folder, "statement").stdout == said  # the last whole month
    found = read(folder, "statement", "--month", "2026-02")
    assert (found["helped"], found["taken"], found["cost"], found["return"]) == (
        9000.0,
        9000.0,
        0.0,
        None,
    )
    assert found["wins"][0]["by"] == "Beth Okafor"
    assert sorted(found["wins"][0]["campaigns"]) == ["Messenger ads", "Salary Guide"]
    done = run(folder, "statement", "--month", "2026-02", "--pdf", str(tmp_path / "s.pdf"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF")


def test_results_are_saved_as_what_the_file_is_called(folder: Path, tmp_path: Path) -> None:
    for name, starts in (("r.svg", b"<?xml"), ("r.csv", b"")):
        done = run(folder, "results", "--save", str(tmp_path / name))
        assert done.returncode == 0, done.stderr
        assert (tmp_path / name).read_bytes().startswith(starts)
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        assert any("Salary Guide" in row for row in csv.reader(file))


def test_what_cannot_be_asked_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    for words in (
        ("results", "--from", "2026-03-01", "--to", "2026-02-01"),
        ("results", "--from", "last week"),
        ("results", "--for", "Nobody"),
        ("results", "--campaign", "nothing"),
        ("results", "--save", str(tmp_path / "r.docx")),
        ("campaign", "a"),
        ("statement", "--month", "2026-13"),
        ("statement", "--month", "9999-12"),
        ("results", "--to", "9999-12"),
        ("results", "--from", "0001-01-01"),
        ("results", "--channel", "Nope"),
        ("funnel", "--sector", "Nope"),
        ("campaigns", "--channel", "Nope"),
        ("campaigns", "--to", "2026-02-30"),
    ):
        done = run(folder, *words)
        assert done.returncode == 1, (words, done.stdout)
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr
        assert "Traceback" not in done.stderr
    assert run(folder, "results", "--model", "best").returncode == 2


@pytest.mark.parametrize("command", ["results", "campaigns", "statement"])
def test_a_clock_long_before_every_signal_is_one_sentence(folder: Path, command: str) -> None:
    done = run(folder, "--on", "1999-01-01T08:00", command)
    assert done.returncode == 1
    assert done.stderr.strip() == (
        "The clock stands at 1 Jan 1999, too long before the signals kept here: set it right."
    )


def test_an_empty_agency_has_figures_of_nought(tmp_path: Path) -> None:
    found = read(tmp_path / "new", "results")
    assert (found["fees"], found["spend"], found["return"], found["interval"]) == (
        0.0,
        0.0,
        None,
        None,
    )
    assert read(tmp_path / "new", "campaigns") == []
    assert run(tmp_path / "new", "statement").returncode == 0


def test_figures_load_neither_qt_nor_matplotlib(folder: Path) -> None:
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom warmcalls.cli import main\n"
        "main._register()\n"
        "for words in (['campaigns'], ['campaign', 'salary'], ['results'], ['funnel'], ['statement']):\n"
        "    got = CliRunner().invoke(main.cli, ['--data-dir', sys.argv[1], '--on', sys.argv[2], *words])\n"
        "    assert got.exit_code == 0, got.output\n"
        "print([m for m in ('PySide6', 'matplotlib', 'xlsxwriter') if m in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(folder), ON]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
