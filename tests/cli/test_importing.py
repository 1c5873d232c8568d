"""Imports on the command line: rules, and counts field by field."""

from pathlib import Path

import pytest

from tests.cli.test_commands import Shell

MINE = "Company,Sector,Expected fee,Tags\nNorthmoor Ltd,Retail,8000,old\n"
THEIRS = "Company,Sector,Expected fee,Tags\nNorthmoor Ltd,Logistics,9000,new\nOther,,,\n"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    assert shell.run("import", shell.file("mine.csv", MINE)).returncode == 0
    return shell


def test_rules_are_said_tried_and_remembered(shell: Shell) -> None:
    path = shell.file("theirs.csv", THEIRS)
    rules = ("--rule", "theirs", "--rule", "fee=keep")
    (dry,) = shell.json("import", path, *rules, "--dry-run")
    assert dry["import_id"] is None
    assert (dry["added"], dry["changed"], dry["fields"]) == (1, 1, {"sector": 1, "tags": 1})
    assert dry["rules"]["sector"] == "theirs"
    assert dry["rules"]["fee"] == "keep"
    assert dry["examples"][0] == {
        "who": "Northmoor Ltd", "field": "sector", "old": "Retail", "new": "Logistics",
    }  # fmt: skip
    said = shell.run("import", path, *rules).stdout
    assert "would" not in said
    assert "added 1 of 2 read, 0 known already, 1 changed" in said
    assert "changed: sector at 1, tags at 1" in said
    (again,) = shell.json("import", shell.file("later.csv", THEIRS.replace("9000", "9999")))
    assert (again["changed"], again["fields"], again["duplicates"]) == (0, {}, 0)
    assert again["rules"] == dry["rules"]


def test_a_dry_run_shows_old_and_new(shell: Shell) -> None:
    path = shell.file("theirs.csv", THEIRS)
    said = shell.run("import", path, "--rule", "sector=theirs", "--dry-run").stdout
    assert "would change: sector at 1, tags at 1" in said
    assert "Northmoor Ltd, sector: Retail → Logistics" in said


@pytest.mark.parametrize("rule", ["mine", "name=theirs", "sector=perhaps"])
def test_what_is_no_rule_is_refused(shell: Shell, rule: str) -> None:
    done = shell.run("import", shell.file("theirs.csv", THEIRS), "--rule", rule)
    assert done.returncode != 0
    assert "rule" in done.stderr
    assert "Traceback" not in done.stderr


def test_cells_that_cannot_be_and_likely_twins_are_named(shell: Shell) -> None:
    assert shell.run("import", shell.file("a.csv", "Company,Town\nAcme,Leeds\n")).returncode == 0
    path = shell.file("b.csv", "Company,Town,Phone\nAcme,York,12\n")
    (dry,) = shell.json("import", path, "--dry-run")
    why = "Phone: “12” is no phone number: it is too short."
    assert dry["problems"] == [{"line": 2, "why": why, "field": "phone", "text": "12"}]
    assert dry["added"] == 1
    assert (dry["pairs"][0]["new"], dry["pairs"][0]["like"]) == ("Acme (York)", "Acme (Leeds)")
    said = shell.run("import", path, "--dry-run").stdout
    assert f"line 2: {why}" in said
    assert "Acme (York) looks like Acme (Leeds)" in said
