"""The command line, as a person or a script uses it: whole processes, real files."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ON = "2026-03-03T08:30"
CLIENTS = (
    "Company,Contact,Role,Phone,Tier\n"
    "Northmoor Logistics,Priya Nair,Head of People,01632 960123,A\n"
)
SIGNALS = (
    "When,What,Company,Subject\n2026-03-01 10:00,form,Northmoor Logistics,Hire with us\n"
    "2026-03-02 11:00,download,Northmoor Logistics,Salary Guide 2026\n"
)


class Shell:
    """Runs `warmcalls` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "warmcalls", "--data-dir", str(self.folder / "data")]
        return subprocess.run(
            [*command, "--on", ON, *words], capture_output=True, text=True, check=False, timeout=60
        )

    def json(self, *words: str) -> Any:
        done = self.run(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def file(self, name: str, content: str) -> str:
        (self.folder / name).write_text(content)
        return str(self.folder / name)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_files_in_a_worked_list_out(shell: Shell) -> None:
    reports = shell.json(
        "import", shell.file("signals.csv", SIGNALS), shell.file("clients.csv", CLIENTS)
    )
    assert [(r["kind"], r["read"], r["added"], r["problems"]) for r in reports] == [
        ("signals", 2, 2, []),
        ("clients", 1, 1, []),
    ]
    (call,) = shell.json("today")
    assert (call["rank"], call["kind"], call["client"]) == (1, "warm", "Northmoor Logistics")
    assert (call["contact"], call["phone"]) == ("Priya Nair", "01632 960123")
    assert call["reasons"][0]["kind"] == "form"
    assert 0 < call["chance"] < 1
    said = shell.run(
        "record", "northmoor", "--reach", "spoke", "--result", "meeting", "--worth", "yes"
    )
    assert said.stdout.strip() == "Meeting booked: Northmoor Logistics"
    assert shell.json("today") == []
    assert "meeting" in shell.json("today", "--why-not", "northmoor")["because"][0]
    assert shell.run("undo").returncode == 0
    assert shell.json("today") == [call]
    assert shell.run("redo").stdout.strip() == "Redone: Meeting booked: Northmoor Logistics"
    assert shell.json("today") == []


def test_the_table_for_people_names_everything(shell: Shell) -> None:
    shell.run("import", shell.file("c.csv", CLIENTS), shell.file("s.csv", SIGNALS))
    text = shell.run("today").stdout
    for words in (
        "Tuesday 3 March",
        "Northmoor Logistics",
        "Priya Nair",
        "01632 960123",
        "about 1 in",
    ):
        assert words in text


def test_refusals_are_one_sentence_and_status_1(shell: Shell) -> None:
    for words in (
        ("import", shell.file("empty.csv", "")),
        ("import", str(shell.folder / "not there.csv")),
        ("record", "Nobody Ltd", "--reach", "no_answer"),
        ("imports", "revert", "7"),
        ("undo",),
        ("redo",),
        ("today", "--for", "Nobody"),
    ):
        done = shell.run(*words)
        assert done.returncode == 1, words
        assert done.stdout == ""
        assert len(done.stderr.strip().splitlines()) == 1
        assert "Traceback" not in done.stderr


def test_wrong_usage_is_status_2(shell: Shell) -> None:
    assert shell.run("record", "x", "--reach", "nonsense").returncode == 2
    assert shell.run("no-such-command").returncode == 2


def test_an_outcome_that_cannot_be_is_refused(shell: Shell) -> None:
    shell.run("import", shell.file("c.csv", CLIENTS))
    for words in (
        ("--reach", "spoke"),
        ("--reach", "no_answer", "--result", "meeting"),
        ("--reach", "spoke", "--result", "call_back"),
        ("--reach", "spoke", "--result", "call_back", "--when", "yesterday"),
        ("--reach", "rejected", "--why", "no_budget"),
    ):
        assert shell.run("record", "northmoor", *words).returncode == 1, words


def test_the_same_key_is_recorded_once(shell: Shell) -> None:
    shell.run("import", shell.file("c.csv", CLIENTS))
    words = ("record", "northmoor", "--reach", "no_answer", "--key", "one")
    assert "No answer" in shell.run(*words).stdout
    assert "Recorded already" in shell.run(*words).stdout


def test_no_screen_is_one_sentence(shell: Shell) -> None:
    command = [sys.executable, "-m", "warmcalls", "--data-dir", str(shell.folder / "data")]
    env = {"PATH": "/usr/bin:/bin", "HOME": str(shell.folder)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env, timeout=60)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "screen" in done.stderr


def test_the_terminal_loads_neither_qt_nor_matplotlib() -> None:
    code = (
        "import sys\nfrom warmcalls.cli import main, today, importing, recording, clients\n"
        "print([m for m in ('PySide6', 'matplotlib', 'sqlite_utils') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
