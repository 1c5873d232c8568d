"""Experiments: starting one, the log, its search, deciding and what was learnt."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.campaigns.sheets_world import MARKUP, TODAY, focus, heard, key, over, type_in
from warmcalls.domain.campaigns import Rate
from warmcalls.domain.experiment_log import RULE, ArmResult, Experiment, Measure
from warmcalls.domain.experiments import Comparison
from warmcalls.ui.campaigns.sheets.experiment_card import result_words
from warmcalls.ui.campaigns.sheets.experiment_log import (
    NOTHING,
    SHOWN,
    DecisionSaid,
    ExperimentLog,
    LearntSaid,
)  # fmt: skip
from warmcalls.ui.campaigns.sheets.experiment_sheet import ExperimentSaid, ExperimentSheet
from warmcalls.ui.theme import Theme

NAMES = [(1, "Webinars"), (2, "Guide"), (3, "Mail")]
AHEAD = Comparison(6.2, 1, decided=False, words="Short is ahead: not decided yet.")
SURE = Comparison(30.0, 1, decided=True, words="Short is ahead: decided.")
ARMS = (
    ArmResult(1, "Short", "Webinars", 40, Rate(13, 38, 0.35, 0.23, 0.48)),
    ArmResult(2, "Guide", "Guide", 30),
)
RUNNING = Experiment(1, MARKUP, Measure.WORTH, "2026-01-12", "more meetings", arms=ARMS,
                     comparison=AHEAD)  # fmt: skip
DECIDED = Experiment(2, "Gated guide", Measure.MEETING, "2025-11-01", ended_on="2026-01-31",
                     decision="The gate goes", learnt="A gate halves downloads", by="Sam")  # fmt: skip


def texts(log: ExperimentLog) -> list[str]:
    return [label.text() for label in log.findChildren(QLabel)]


def test_an_experiment_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    sheet = ExperimentSheet(theme, TODAY, NAMES)
    told = heard(sheet)
    over(qtbot, sheet)
    type_in("Short against long")
    for choice, variant in ((1, "short"), (2, "long")):
        key(Qt.Key.Key_Tab)
        key(Qt.Key.Key_Down, choice)
        key(Qt.Key.Key_Tab)
        type_in(variant)
    key(Qt.Key.Key_Tab, 2)
    type_in("more meetings")
    key(Qt.Key.Key_Return)
    assert told == [
        ExperimentSaid(
            "Short against long", ((1, "short"), (2, "long")), "more meetings", Measure.WORTH,
            "", TODAY,
        )
    ]  # fmt: skip
    assert any(RULE in label.text() for label in sheet.findChildren(QLabel))


def test_arms_are_different_campaigns(qtbot: QtBot, theme: Theme) -> None:
    sheet = ExperimentSheet(theme, TODAY, NAMES, [1])
    told = heard(sheet)
    over(qtbot, sheet)
    sheet.submit()
    assert sheet.name.reason == "An experiment needs a name."
    assert sheet.arms.reason == "Choose a campaign for arm B."
    sheet.name.line.setText("Short against long")
    sheet.arms.rows[1].campaign.setCurrentIndex(1)
    assert sheet.arms.reason == ""
    sheet.submit()
    assert sheet.arms.reason == "Webinars stands there twice: each arm is another campaign."
    assert focus() is sheet.arms.rows[1].campaign
    assert told == []


def test_arms_come_and_go(qtbot: QtBot, theme: Theme) -> None:
    sheet = ExperimentSheet(theme, TODAY, NAMES, [1, 2])
    told = heard(sheet)
    over(qtbot, sheet)
    assert not any(row.remove.isVisible() for row in sheet.arms.rows)
    sheet.arms.more.click()
    assert focus() is sheet.arms.rows[2].campaign
    assert focus().accessibleName() == "Campaign of arm C"
    assert not sheet.arms.more.isEnabled()
    sheet.arms.rows[2].campaign.setCurrentIndex(3)
    key(Qt.Key.Key_Tab)
    assert focus() is sheet.arms.rows[2].variant
    sheet.arms.rows[0].remove.click()
    assert [row.campaign_id for row in sheet.arms.rows] == [2, 3]
    assert sheet.arms.rows[0].campaign.accessibleName() == "Campaign of arm A"
    sheet.name.line.setText("Guide against mail")
    sheet.measure.choose(Measure.ANSWERED)
    sheet.starts.line.setText("1 Mar")
    sheet.submit()
    assert [(said.arms, said.measure, said.starts) for said in told] == [
        (((2, ""), (3, "")), Measure.ANSWERED, "2026-03-01")
    ]


def test_the_log_says_where_each_one_stands(qtbot: QtBot, theme: Theme) -> None:
    log = ExperimentLog(theme, [RUNNING, DECIDED])
    over(qtbot, log)
    said = texts(log)
    assert {"13 of 38, 34 %", "none yet", "Short (Webinars)"} <= set(said)
    assert f"{AHEAD.words} Evidence 6 to 1 for Short (Webinars)." in said
    assert {"Decided: The gate goes", "Learnt: A gate halves downloads"} <= set(said)
    assert (
        "1 Nov 2025 – 31 Jan 2026 · meeting or job brief, of leads worked · started by Sam" in said
    )
    assert MARKUP in said
    running, decided = (card.accessibleName() for card in log.cards)
    assert running == f"{MARKUP}, Running. Short (Webinars): 13 of 38, 34 %; Guide: none yet"
    assert decided.startswith("Gated guide, Decided")


def test_what_was_decided_is_not_said_to_be_open() -> None:
    ended = replace(RUNNING, ended_on="2026-02-01")
    assert result_words(ended, AHEAD) == "Short is ahead. Evidence 6 to 1 for Short (Webinars)."
    weak = replace(AHEAD, e_value=0.7)
    assert result_words(ended, weak) == "Short is ahead."
    assert result_words(RUNNING, weak) == f"{AHEAD.words} There is little evidence yet."
    strong = replace(SURE, e_value=9e9)
    assert result_words(ended, strong).endswith(
        "Evidence more than 1,000 to 1 for Short (Webinars)."
    )
    nobody = Comparison(1.0, None, decided=False, words="No arm is ahead yet.")
    assert result_words(RUNNING, nobody) == "No arm is ahead yet."


@pytest.mark.parametrize(
    ("typed", "found"),
    [("gate", [2]), ("MEETINGS", [1]), ("sam gate", [2]), ("nobody", []), ("", [1, 2])],
)
def test_the_log_is_searched(qtbot: QtBot, theme: Theme, typed: str, found: list[int]) -> None:
    log = ExperimentLog(theme, [RUNNING, DECIDED])
    over(qtbot, log)
    type_in(typed)
    assert [card._experiment.id for card in log.cards] == found
    assert log.count.isVisible() is (not found)


def test_deciding_needs_a_decision(qtbot: QtBot, theme: Theme) -> None:
    log = ExperimentLog(theme, [RUNNING, DECIDED])
    told = heard(log)
    over(qtbot, log)
    card = log.cards[0]
    key(Qt.Key.Key_Tab)
    assert focus() is card.open_button
    key(Qt.Key.Key_Return)
    assert focus() is card.conclusion.decision.editor
    key(Qt.Key.Key_Return)
    assert card.conclusion.decision.reason == "Say what is decided."
    type_in("Short stays")
    key(Qt.Key.Key_Tab)
    type_in("Shorter is better")
    key(Qt.Key.Key_Return)
    assert told == [DecisionSaid(1, "Short stays", "Shorter is better")]
    log.refuse("It was decided already.")
    assert log.problem.text == "It was decided already."
    assert card.conclusion.decision.text == "Short stays"


def test_escape_leaves_the_decision_before_the_log(qtbot: QtBot, theme: Theme) -> None:
    log = ExperimentLog(theme, [RUNNING])
    over(qtbot, log)
    log.cards[0].open_button.click()
    key(Qt.Key.Key_Escape)
    assert log.isVisible()
    assert focus() is log.cards[0].open_button
    with qtbot.waitSignal(log.closed):
        key(Qt.Key.Key_Escape)


def test_what_was_learnt_is_written_down_later(qtbot: QtBot, theme: Theme) -> None:
    log = ExperimentLog(theme, [DECIDED])
    told = heard(log)
    over(qtbot, log)
    card = log.cards[0]
    assert card.open_button.text() == "Change what we learnt…"
    card.open_button.click()
    assert not card.conclusion.decision.isVisible()
    card.conclusion.learnt.editor.setPlainText("A gate costs more than it brings")
    card.conclusion.yes.click()
    assert told == [LearntSaid(2, "A gate costs more than it brings")]


def test_an_experiment_that_can_be_decided_says_so(qtbot: QtBot, theme: Theme) -> None:
    ready = Experiment(3, "Ready", Measure.WORTH, "2026-02-01", arms=ARMS, comparison=SURE)
    log = ExperimentLog(theme, [ready])
    over(qtbot, log)
    chips = [child.accessibleName() for child in log.cards[0].children() if child.isWidgetType()]  # type: ignore[attr-defined]
    assert "Can be decided" in chips


def test_a_long_log_shows_the_newest(qtbot: QtBot, theme: Theme) -> None:
    many = [Experiment(n, f"Try {n}", Measure.WORTH, "2026-01-01") for n in range(SHOWN + 7)]
    log = ExperimentLog(theme, many)
    over(qtbot, log)
    assert len(log.cards) == SHOWN
    assert log.count.text() == "7 more: type to find them."
    log.show_experiments([])
    assert log.count.text() == NOTHING
    assert not log.search.isVisible()
    with qtbot.waitSignal(log.new_wanted):
        log.new.click()
