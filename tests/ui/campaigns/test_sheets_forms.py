"""The forms of a campaign: what they hand over, what they refuse, and that keys are enough."""

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.campaigns.sheets_world import (
    MARKUP,
    POPS_UP,
    TODAY,
    ZONE,
    figures,
    focus,
    heard,
    key,
    lead,
    over,
    type_in,
)  # fmt: skip
from warmcalls.domain.campaigns import Alarm, Alert, Campaign, LeadState
from warmcalls.domain.lead_criteria import NO_CRITERIA, LeadCriteria
from warmcalls.ui.campaigns.sheets.answer_sheet import AnswerSaid, AnswerSheet
from warmcalls.ui.campaigns.sheets.campaign_sheet import CampaignSaid, CampaignSheet
from warmcalls.ui.campaigns.sheets.criteria_sheet import NOTHING, CriteriaSheet
from warmcalls.ui.campaigns.sheets.dismiss_sheet import COMES_BACK, DismissSaid, DismissSheet
from warmcalls.ui.campaigns.sheets.sample_sheet import SampleSaid, SampleSheet
from warmcalls.ui.campaigns.sheets.spend_sheet import SpendSaid, SpendSheet
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from warmcalls.ui.forms.form_sheet import FormSheet

NAMES = [(1, "Hiring webinars"), (2, "Salary Guide")]


@POPS_UP
def test_a_campaign_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    sheet = CampaignSheet(theme, TODAY, channels=["Webinar"])
    told = heard(sheet)
    over(qtbot, sheet)
    for word in ("Spring  breakfast", "Event", "£1,200.50", "1 mar", "June", "three meetings"):
        type_in(word)
        key(Qt.Key.Key_Tab)
    type_in("spring, Breakfast, SPRING")
    key(Qt.Key.Key_Return)
    assert told == [
        CampaignSaid(
            "Spring breakfast", "Event", "2026-03-01", "2026-06-30", 120_050,
            "three meetings", ("SPRING", "Breakfast"),
        )
    ]  # fmt: skip


def test_a_campaign_is_refused_at_its_fields(qtbot: QtBot, theme: Theme) -> None:
    sheet = CampaignSheet(theme, TODAY)
    told = heard(sheet)
    over(qtbot, sheet)
    sheet.budget.line.setText("about ten")
    sheet.starts.line.setText("31 Feb")
    sheet.submit()
    assert [bool(each.reason) for each in (sheet.name, sheet.budget, sheet.starts)] == [True] * 3
    assert focus() is sheet.name.line
    assert (sheet.budget.line.text(), sheet.starts.line.text()) == ("about ten", "31 Feb")
    sheet.name.line.setText("Spring")
    sheet.budget.line.setText("")
    sheet.starts.line.setText("1 May")
    sheet.ends.line.setText("1 Apr")
    sheet.submit()
    assert sheet.ends.reason == "It would end before it starts."
    assert focus() is sheet.ends.line
    assert told == []


def test_a_refusal_of_the_action_stands_under_the_head(qtbot: QtBot, theme: Theme) -> None:
    sheet = CampaignSheet(theme, TODAY)
    over(qtbot, sheet)
    sheet.name.line.setText("Spring")
    sheet.refuse("There is a campaign called Spring already.")
    assert sheet.problem.text == "There is a campaign called Spring already."
    assert sheet.problem.accessibleName() == sheet.problem.text
    assert sheet.name.text == "Spring"
    sheet.submit()
    assert sheet.problem.text == ""


def test_a_campaign_that_stays_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    before = Campaign(
        5, "Breakfast", "Event", "2026-03-01", "2026-06-30", 320_050, "meetings", ("a", "b c")
    )
    sheet = CampaignSheet(theme, TODAY, campaign=before)
    told = heard(sheet)
    over(qtbot, sheet)
    key(Qt.Key.Key_Return)
    wanted = CampaignSaid(
        before.name, before.channel, before.starts, before.ends, before.budget,
        before.hypothesis, before.codes,
    )  # fmt: skip
    assert told == [wanted]
    assert sheet.verb.text() == "Save"


def test_spend_on_a_campaign(qtbot: QtBot, theme: Theme) -> None:
    sheet = SpendSheet(theme, TODAY, NAMES, chosen=2)
    told = heard(sheet)
    over(qtbot, sheet)
    assert focus() is sheet.amount.line
    assert not sheet.channel.isVisible()
    for word in ("£1,200.50", "Feb", "Feb", "ads"):
        type_in(word)
        key(Qt.Key.Key_Tab)
    sheet.submit()
    assert told == [SpendSaid(2, "", 120_050, "2026-02-01", "2026-02-28", "ads")]


def test_spend_without_a_campaign_needs_a_channel(qtbot: QtBot, theme: Theme) -> None:
    sheet = SpendSheet(theme, TODAY, NAMES)
    told = heard(sheet)
    over(qtbot, sheet)
    assert not sheet.channel.isVisible()
    sheet.submit()
    assert sheet.campaign.reason.startswith("Choose the campaign")
    assert focus() is sheet.campaign.picker
    key(Qt.Key.Key_End)
    assert sheet.channel.isVisible()
    sheet.amount.line.setText("0")
    sheet.submit()
    assert sheet.channel.reason == "Say which channel it was for."
    assert sheet.amount.reason == "It is a sum above nought."
    assert sheet.starts.reason == "Say from which day on."
    sheet.channel.line.setText("Search ad")
    sheet.amount.line.setText("12")
    sheet.starts.line.setText("yesterday")
    sheet.submit()
    assert told == [SpendSaid(None, "Search ad", 1_200, "2026-03-02", "2026-03-02", "")]
    sheet.ends.line.setText("1 Feb")
    sheet.submit()
    assert sheet.ends.reason == "It would end before it starts."
    assert len(told) == 1


def test_an_alarm_is_dismissed_with_a_note_alone(qtbot: QtBot, theme: Theme) -> None:
    alarm = Alarm(6, Alert.WEAK, "12 worked, 1 worth it", "90 % sure", MARKUP)
    sheet = DismissSheet(theme, MARKUP, alarm)
    told = heard(sheet)
    over(qtbot, sheet)
    key(Qt.Key.Key_Return)
    assert "whoever looks next" in sheet.note.reason
    type_in("The ad was wrong for two days")
    key(Qt.Key.Key_Return)
    assert told == [DismissSaid("The ad was wrong for two days")]
    labels = sheet.findChildren(QLabel)
    assert {COMES_BACK, MARKUP} <= {label.text() for label in labels}
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_a_sample_is_as_large_as_would_settle_it(qtbot: QtBot, theme: Theme) -> None:
    sheet = SampleSheet(theme, figures(6, "Messenger ads", leads=143, unworked=84, sample=12))
    told = heard(sheet)
    over(qtbot, sheet)
    assert sheet.verb.text() == "Put 12 calls on the lists"
    key(Qt.Key.Key_Return)
    sheet.count.line.setText("")
    type_in("1")
    assert sheet.verb.text() == "Put 1 call on the lists"
    key(Qt.Key.Key_Return)
    assert told == [SampleSaid(12), SampleSaid(1)]
    for wrong, why in (
        ("", "from 1 to 500"),
        ("0", "from 1 to"),
        ("x", "from 1"),
        ("85", "Only 84"),
    ):
        sheet.count.line.setText(wrong)
        sheet.submit()
        assert why in sheet.count.reason
    assert len(told) == 2


def test_an_answer_needs_words_or_to_be_settled(qtbot: QtBot, theme: Theme) -> None:
    line = lead(
        3, MARKUP, LeadState.DISQUALIFIED, words="No hiring need", who="Marc", note="Family. "
    )
    sheet = AnswerSheet(theme, line, ZONE)
    told = heard(sheet)
    over(qtbot, sheet)
    assert "“Family.”" in sheet.words.accessibleName()
    assert "Marc; lead of Messenger ads since 28 Feb 2026" in sheet.words.accessibleName()
    key(Qt.Key.Key_Return)
    assert sheet.answer.reason == "Write an answer, or mark it settled."
    type_in("We changed the ad")
    key(Qt.Key.Key_Return)
    sheet.settled.setChecked(True)
    assert sheet.verb.text() == "Answer and settle"
    key(Qt.Key.Key_Return)
    assert told == [AnswerSaid("We changed the ad", False), AnswerSaid("We changed the ad", True)]


def test_what_was_settled_is_opened_again(qtbot: QtBot, theme: Theme) -> None:
    sheet = AnswerSheet(theme, lead(3, "Pendle", settled=True, answer="Done"), ZONE)
    told = heard(sheet)
    over(qtbot, sheet)
    assert sheet.verb.text() == "Mark settled"
    sheet.settled.setChecked(False)
    assert sheet.verb.text() == "Open again"
    key(Qt.Key.Key_Return)
    assert told == [AnswerSaid("Done", False)]


def test_criteria_are_tried_while_they_are_typed(qtbot: QtBot, theme: Theme) -> None:
    sheet = CriteriaSheet(theme, NO_CRITERIA, sectors=["Care"])
    asked: list[Any] = []
    sheet.asked.connect(asked.append)
    told = heard(sheet)
    over(qtbot, sheet)
    assert sheet.share.text == NOTHING
    sheet.tiers.ticks[0].click()
    sheet.sectors.line.setText("Care, Logistics, care")
    sheet.fewest.line.setText("1,000")
    sheet.contact.click()
    wanted = LeadCriteria(
        tiers=("A",), sectors=("care", "Logistics"), staff_min=1000, needs_contact=True
    )
    qtbot.waitUntil(lambda: asked == [wanted])
    sheet.show_share(89, 143)
    assert sheet.share.text == "62 % meet it: 89 of 143 leads."
    sheet.submit()
    assert told == [wanted]
    sheet.show_share(0, 0)
    assert "No leads" in sheet.share.text


def test_criteria_nobody_could_meet_are_refused(qtbot: QtBot, theme: Theme) -> None:
    sheet = CriteriaSheet(theme, LeadCriteria(staff_min=50, staff_max=20))
    told = heard(sheet)
    over(qtbot, sheet)
    sheet.submit()
    assert sheet.most.reason == "The most are fewer than the fewest."
    sheet.most.line.setText("many")
    sheet.submit()
    assert "whole number" in sheet.most.reason
    assert told == []


@pytest.mark.parametrize("which", ["campaign", "spend", "answer", "criteria"])
def test_escape_closes_and_tab_stays_inside(qtbot: QtBot, theme: Theme, which: str) -> None:
    sheets: dict[str, Callable[[], FormSheet]] = {
        "campaign": lambda: CampaignSheet(theme, TODAY, channels=["Webinar"]),
        "spend": lambda: SpendSheet(theme, TODAY, NAMES),
        "answer": lambda: AnswerSheet(theme, lead(1, "Pendle"), ZONE),
        "criteria": lambda: CriteriaSheet(theme, NO_CRITERIA),
    }
    sheet = sheets[which]()
    over(qtbot, sheet)
    seen = [focus()]
    for _ in range(20):
        key(Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(focus())
        seen.append(focus())
    stops = list(dict.fromkeys(seen))
    tops = [each.mapTo(sheet, each.rect().topLeft()).y() for each in stops[:-1]]
    assert tops == sorted(tops), "Tab goes from the top to the bottom"
    assert stops[-1] is sheet.close_button
    assert all(each.accessibleName() for each in stops)
    with qtbot.waitSignal(sheet.closed):
        key(Qt.Key.Key_Escape)
