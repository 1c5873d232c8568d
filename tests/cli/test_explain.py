"""`today --explain`, as a person and as a script."""

from pathlib import Path

import pytest

from tests.cli.test_commands import CLIENTS, SIGNALS, Shell


def test_a_client_is_explained_in_words_and_as_a_document(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.run("import", shell.file("signals.csv", SIGNALS), shell.file("clients.csv", CLIENTS))
    said = shell.run("today", "--explain", "north").stdout
    assert said.startswith("Northmoor Logistics is number 1 on today’s list.")
    for words in ("They answer", "about 1 in", "an enquiry", "20 double the odds", "A placement"):
        assert words in said
    found = shell.json("today", "--explain", "north")
    assert (found["client"], found["rank"], found["rules"]) == ("Northmoor Logistics", 1, [])
    assert found["chance"] == found["answer_chance"] * found["worth_chance"]
    (call,) = shell.json("today")
    assert found["reasons"] == call["reasons"]
    assert all(reason["contribution"] > 0 for reason in found["reasons"])
    assert {part["feature"] for part in found["contributions"]} >= {"form", "download"}
    shell.run("record", "north", "--reach", "no_answer")
    off = shell.json("today", "--explain", "north")
    assert (off["on_list"], off["rank"]) == (False, None)
    assert off["rules"][0].startswith("It rests until ")
    points = found["base_points"] + sum(part["adds"] for part in found["contributions"])
    assert 1 / (1 + 2 ** (-points / 20)) == pytest.approx(found["worth_chance"])
    for option in ("--explain", "--why-not"):
        for nobody in ("", "  "):
            refused = shell.run("today", option, nobody)
            assert refused.returncode == 1
            assert refused.stderr.startswith("Say which client: ")
    refused = shell.run("today", "--explain", "nobody")
    assert refused.returncode == 1
    assert refused.stderr == 'No client is called "nobody".\n'
