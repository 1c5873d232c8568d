"""Money on the command line: reports in, briefs and fees, rates and figures."""

from pathlib import Path

import pytest

from tests.cli.test_commands import Shell

MONEY = Path(__file__).parents[1] / "data" / "money"
CLIENTS = "Company,Website\nNorthmoor Logistics Ltd,northmoor.co.uk\nCalloway Build,callow.co.uk\n"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_reports_and_invoices_in_any_order(shell: Shell) -> None:
    files = [str(MONEY / name) for name in ("xero.csv", "meta_by_day.csv", "google_chart.csv")]
    reports = shell.json("import", *files, shell.file("clients.csv", CLIENTS))
    assert [(r["format"], r["kind"], r["read"], r["added"]) for r in reports] == [
        ("xero-invoices", "invoices", 8, 4),
        ("meta-ads", "spend", 5, 4),
        ("google-ads", "spend", 3, 2),
        ("table", "clients", 2, 2),
    ]
    assert reports[0]["left_out"] == {"bill": 1, "draft": 1, "further_line": 1, "no_client": 1}
    assert any("waits for an exchange rate" in note for note in reports[2]["notes"])
    fees = shell.json("fees", "--unpaid")
    assert [(f["number"], f["fee"], f["tax"], f["total"], f["state"]) for f in fees] == [
        ("HL-105", 2000.0, 400.0, 2400.0, "unpaid"),
        ("HL-102", 10000.0, 2000.0, 12000.0, "overdue"),
    ]
    assert shell.json("rates") == {"home": "GBP", "rates": [], "waiting": ["EUR"]}


def test_the_wrong_kind_is_refused_in_one_sentence(shell: Shell) -> None:
    clients = shell.file("clients.csv", CLIENTS)
    refused = shell.run("import", "--kind", "spend", clients)
    assert refused.returncode == 1
    assert refused.stderr == "No column says how much was spent: map one to amount.\n"
    refused = shell.run("import", "--kind", "clients", str(MONEY / "meta_by_day.csv"))
    assert refused.returncode == 1
    assert "is a Meta Ads report, no table of clients" in refused.stderr
    (report,) = shell.json("import", "--kind", "spend", str(MONEY / "meta_by_day.csv"))
    assert report["added"] == 4
    spend = shell.file("own.csv", "Tag,What it cost,For\n2026-02-01,£40,Mugs\n")
    maps = ("--map", "Tag=starts", "--map", "What it cost=amount", "--map", "For=campaign")
    (report,) = shell.json("import", "--kind", "spend", *maps, spend)
    assert (report["kind"], report["added"]) == ("spend", 1)


def test_from_a_brief_to_its_money(shell: Shell) -> None:
    shell.run("import", shell.file("clients.csv", CLIENTS))
    brief = shell.json("vacancies", "add", "Northmoor", "Planner", "--fee", "8400")["id"]
    assert [(v["title"], v["fee"], v["state"]) for v in shell.json("vacancies", "--open")] == [
        ("Planner", 8400.0, "open")
    ]
    placed = shell.json(
        "placed", "Northmoor", "Planner", "--on", "2026-03-01", "--fee", "8000.50",
        "--candidate", "Jo Adeyemi", "--vacancy", str(brief), "--number", "A-1",
    )  # fmt: skip
    assert placed["said"] == "Placed at Northmoor Logistics Ltd: Planner, fee £8,000"
    (fee,) = shell.json("fees", "--find", "adeyemi")
    assert (fee["fee"], fee["placed_on"], fee["state"]) == (8000.5, "2026-03-01", "unpaid")
    refused = shell.run("fees", "paid", str(fee["id"]), "2026-03-04")
    assert (refused.returncode, refused.stderr) == (
        1,
        "A payment cannot lie ahead: 4 Mar 2026 is still to come.\n",
    )
    shell.json("fees", "credit", str(fee["id"]), "0.50", "--on", "2026-03-02")
    assert shell.json("fees", "paid", str(fee["id"]), "2026-03-03")["said"].startswith(
        "Paid: £8,000 on 3 Mar 2026"
    )
    shell.json("fees", "add", "Calloway", "100", "--invoiced", "2026-02-01", "--currency", "eur")
    assert shell.json("rates")["waiting"] == ["EUR"]
    assert shell.json("rates", "set", "eur", "0.86")["said"].startswith("1 EUR is 0.86 GBP")
    assert shell.json("vacancies")[0]["state"] == "filled"
    second = shell.json("vacancies", "add", "Calloway", "Fitter")["id"]
    shell.json("vacancies", "close", str(second), "--as", "withdrawn")
    assert {v["state"] for v in shell.json("vacancies")} == {"filled", "withdrawn"}


def test_figures_by_month(shell: Shell) -> None:
    shell.json("figures", "set", "2026-02", "candidates", "120")
    shell.json("figures", "set", "2026-02", "cash", "31000.5")
    assert shell.json("figures") == [
        {"month": "2026-02", "candidates": 120, "clients": None, "colleagues": None,
         "cash": 31000.5}
    ]  # fmt: skip
    shell.json("figures", "set", "2026-02", "cash", "none")
    assert shell.json("figures")[0]["cash"] is None
    assert shell.run("figures", "set", "2026-02", "clients", "few").returncode == 1


def test_tables_for_people(shell: Shell) -> None:
    shell.run("import", shell.file("clients.csv", CLIENTS), str(MONEY / "xero.csv"))
    shell.run("vacancies", "add", "Northmoor", "Planner")
    shell.run("figures", "set", "2026-02", "clients", "14")
    said = {name: shell.run(name).stdout for name in ("fees", "vacancies", "rates", "figures")}
    assert "HL-102" in said["fees"]
    assert "Planner" in said["vacancies"]
    assert "Exchange rates" in said["rates"]
    assert "14" in said["figures"]
