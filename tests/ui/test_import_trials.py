"""What a trial says before anything is written: bad cells, likely twins, the true count."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.test_imports import open_next, press, sheet, tasks, wait
from warmcalls.actions.import_report import ImportReport
from warmcalls.domain.incoming import Problem
from warmcalls.ui.imports import words
from warmcalls.ui.imports.foot import State
from warmcalls.ui.imports.problem_list import headline
from warmcalls.ui.imports.sheet import ImportSheet

__all__ = ["sheet", "tasks"]  # fixtures

HERE = "Company,Town,Phone\nAshdale Catering,Leeds,01632 960515\nPenn Foods,Hull,\n"
THERE = (
    "Company,Town,Switchboard,Tier,Contact\n"
    "Ashdale Catering,York,01632 960515,Z,\nNew Ltd,,12,,\n,Leeds,,,\nPenn Foods,Hull,,A,\n"
)


@pytest.fixture
def tried(qtbot: QtBot, sheet: ImportSheet, tmp_path: Path) -> ImportSheet:
    """A sheet with the trial of a file that says wrong things."""
    path = tmp_path / "here.csv"
    path.write_text(HERE)
    sheet.open([path])
    wait(qtbot, sheet, State.READY)
    press(sheet.buttons.import_button)
    wait(qtbot, sheet, State.REPORTED)
    path = tmp_path / "there.csv"
    path.write_text(THERE)
    open_next(qtbot, sheet, path)
    assert sheet.buttons.import_button.text() == "Import 4 lines"
    press(sheet.buttons.trial_button)
    wait(qtbot, sheet, State.TRIED)
    return sheet


def test_a_trial_names_bad_cells_and_likely_twins(tried: ImportSheet) -> None:
    assert tried.trial.head.text() == "2 new · 1 change · 1 left out · 2 bad cells"
    assert tried.buttons.import_button.text() == "Import 2 clients, change 1"
    said = tried.trial.problems.lines.toPlainText().splitlines()
    assert said == [
        "Line 2: Tier: “Z” is no tier: A, B, C, or nothing.",
        "Line 3: Phone: “12” is no phone number: it is too short.",
    ]
    assert tried.trial.pairs.text().startswith(
        "Ashdale Catering (York) looks like Ashdale Catering (Leeds): the same name"
    )


def test_the_report_names_bad_cells_too(qtbot: QtBot, tried: ImportSheet) -> None:
    press(tried.buttons.import_button)
    wait(qtbot, tried, State.REPORTED)
    assert tried.report.head.text() == "2 clients added, 1 changed"
    assert tried.report.problems.head.text() == (
        "2 cells could not be taken: the rest of those lines comes in"
    )


def test_what_is_known_already_is_not_offered(
    qtbot: QtBot, tried: ImportSheet, tmp_path: Path
) -> None:
    press(tried.buttons.import_button)
    wait(qtbot, tried, State.REPORTED)
    open_next(qtbot, tried, tmp_path / "here.csv")
    press(tried.buttons.trial_button)
    wait(qtbot, tried, State.TRIED)
    assert not tried.buttons.import_button.isEnabled()
    assert tried.buttons.import_button.toolTip() == "There is nothing new in this file."
    press(tried.buttons.back_button)
    wait(qtbot, tried, State.READY)
    assert tried.buttons.import_button.isEnabled()


def test_a_wide_table_says_that_it_goes_on(
    qtbot: QtBot,
    sheet: ImportSheet,
    tmp_path: Path,
) -> None:
    path = tmp_path / "wide.csv"
    names = ",".join(f"Some column {i}" for i in range(20))
    path.write_text(f"Company,{names}\nAcme{',a value' * 20}\n")
    sheet.open([path])
    wait(qtbot, sheet, State.READY)
    qtbot.waitUntil(lambda: sheet.preview.more.text().endswith("more columns at the right: scroll"))
    bar = sheet.preview.table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert sheet.preview.more.text() == ""


@pytest.mark.parametrize(
    ("added", "made", "changed", "kind", "said"),
    [
        (252, 252, 0, "clients", "Import 252 clients"),
        (3, 2, 0, "clients", "Import 3 lines"),
        (0, 0, 38, "clients", "Change 38 clients"),
        (1, 0, 2, "spend", "Import 1 line of spend, restate 2"),
    ],
)
def test_the_button_says_what_is_known(
    added: int, made: int, changed: int, kind: str, said: str
) -> None:
    report = ImportReport("a", "table", kind, 0, added, changed, 0, {}, (), 0, made=made)
    assert words.taking(report) == said


def test_lines_and_cells_are_counted_apart() -> None:
    line, cell = Problem(2, "The line is cut off."), Problem(3, "Tier: no.", "tier", "Z")
    assert headline([cell]) == "1 cell could not be taken: the rest of the line comes in"
    assert headline([line, cell, cell]) == "1 line and 2 cells could not be taken"
