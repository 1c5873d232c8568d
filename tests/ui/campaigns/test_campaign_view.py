"""One campaign's own page: every figure opens its rows, and every deed its sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.conftest import NOW
from tests.ui.campaigns.conftest import ADS, WEBINARS, Opened, at, said
from tests.ui.campaigns.sheets_world import MARKUP, focus, key, type_in
from warmcalls.actions.campaign_story import campaign_story
from warmcalls.actions.merge_campaigns import merge_campaigns
from warmcalls.actions.undo import undo
from warmcalls.domain.campaigns import CampaignFigures, LeadState
from warmcalls.domain.money import amount_words
from warmcalls.ui.campaigns.alarm_card import AlarmCard
from warmcalls.ui.campaigns.campaign_head import DEEDS
from warmcalls.ui.campaigns.campaign_view import ALL_WAIT
from warmcalls.ui.campaigns.rates import RateLine
from warmcalls.ui.campaigns.sheets.answer_sheet import AnswerSheet
from warmcalls.ui.campaigns.sheets.campaign_sheet import CampaignSheet
from warmcalls.ui.campaigns.sheets.money_sheet import MoneySheet
from warmcalls.ui.campaigns.sheets.rows_sheet import RowsSheet
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.forms.form_sheet import FormSheet

LONG = f"{MARKUP} and everybody else who came to breakfast " * 4


def row(opened: Opened) -> CampaignFigures:
    found = opened.page.view.head.row
    assert found is not None
    return found


def answers(opened: Opened) -> list[Button]:
    found = opened.page.view.feedback.findChildren(Button)
    return [each for each in found if each.text() == "Answer…" and each.isVisible()]


def pressed(opened: Opened, name: str) -> QWidget:
    """Press a figure with the keys; return the sheet of its rows."""
    figure = getattr(opened.page.view.figures, name)
    figure.setFocus()
    key(Qt.Key.Key_Return)
    return opened.sheet()


def test_a_figure_says_what_it_is_and_how_sure(webinars: Opened) -> None:
    figures, found = webinars.page.view.figures, row(webinars)
    low, high = round(found.worth.low * 100), round(found.worth.high * 100)
    assert figures.worth.accessibleName() == (
        f"Worth the time: 25 %, 10 of 40 · {low}–{high} % likely"
    )
    assert figures.spend.accessibleName() == "Spend: £1,200, no budget set"
    assert figures.back.accessibleName().startswith("Per £1: £25.00, likely £")
    assert figures.meetings.accessibleName() == "Meetings: 5, 5 job briefs, 5 placed"
    rates = [line.accessibleName() for line in webinars.page.view.rates.findChildren(RateLine)]
    assert [rate.split(",")[0] for rate in rates] == [
        "Not rejected: 100 %", "Worth the time: 25 %", "Meeting or brief: 25 %",
    ]  # fmt: skip
    assert rates[1].endswith(f"; your normal is {found.normal * 100:.0f} %")


@pytest.mark.parametrize("name", ["leads", "reached", "meetings"])
def test_a_count_opens_as_many_rows(webinars: Opened, name: str) -> None:
    sheet = pressed(webinars, name)
    assert isinstance(sheet, RowsSheet)
    assert sheet.model.rowCount() == getattr(row(webinars), name)
    key(Qt.Key.Key_Escape)
    assert focus() is getattr(webinars.page.view.figures, name)


def test_the_rate_opens_what_was_worth_it(webinars: Opened) -> None:
    sheet = pressed(webinars, "worth")
    assert isinstance(sheet, RowsSheet)
    assert sheet.state.value is LeadState.WORTH
    assert sheet.model.rowCount() == row(webinars).worth.hits


@pytest.mark.parametrize("name", ["fees", "back"])
def test_fees_add_up_to_the_figure(webinars: Opened, name: str) -> None:
    sheet = pressed(webinars, name)
    assert isinstance(sheet, MoneySheet)
    found, rows = row(webinars), sheet.model.rowCount()
    assert rows == 5
    assert amount_words(found.invoiced) in sheet.total.text()
    assert f"{amount_words(found.paid)} of that is paid" in sheet.total.text()
    with webinars.qtbot.waitSignal(webinars.page.client_wanted):
        key(Qt.Key.Key_Return)


def test_spend_adds_up_to_the_figure(webinars: Opened) -> None:
    sheet = pressed(webinars, "spend")
    assert isinstance(sheet, MoneySheet)
    assert sheet.total.text() == f"1 entry, {amount_words(row(webinars).spend)}"
    first = sheet.model.row(0)
    assert first is not None
    assert first.spoken == "1 Jan – 28 Feb 2026. £1,200. Webinar · typed in"


def test_a_piece_of_the_bar_opens_its_leads(ads: Opened) -> None:
    bar = ads.page.view.bar
    bar.setFocus()
    key(Qt.Key.Key_Right, 2)
    assert bar.accessibleDescription() == "12 rejected before a call"
    key(Qt.Key.Key_Return)
    sheet = ads.sheet()
    assert isinstance(sheet, RowsSheet)
    assert sheet.state.value is LeadState.REJECTED
    key(Qt.Key.Key_Escape)
    piece = bar.pieces()[0]
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=piece.area.center().toPoint())
    assert ads.sheet() is not sheet


def test_verdicts_are_answered_one_after_another(ads: Opened) -> None:
    page = ads.page
    assert len(answers(ads)) == 5
    page.view.feedback.more.click()
    ads.qtbot.waitUntil(lambda: len(answers(ads)) == 24)
    assert page.view.feedback.more.isHidden()
    first = answers(ads)[0]
    first.setFocus()
    key(Qt.Key.Key_Return)
    sheet = ads.sheet()
    assert isinstance(sheet, AnswerSheet)
    assert first.accessibleName().startswith("Answer about Messenger ads")
    type_in("The ad says employers only now.")
    sheet.settled.setChecked(True)
    with ads.qtbot.waitSignal(page.done):
        key(Qt.Key.Key_Return)
    ads.qtbot.waitUntil(lambda: len(answers(ads)) == 23)
    assert focus() is answers(ads)[0]


def test_a_verdict_is_settled_at_once(ads: Opened) -> None:
    page = ads.page
    settle = next(b for b in page.view.feedback.findChildren(Button) if b.text() == "Settled")
    settle.setFocus()
    with ads.qtbot.waitSignal(page.done) as heard:
        key(Qt.Key.Key_Return)
    head = page.view.feedback
    ads.qtbot.waitUntil(lambda: head.accessibleName().endswith("23"))
    assert focus().accessibleName().startswith("Settled: ")
    assert focus() is not settle
    undone = undo(ads.db, now=NOW, entry_id=heard.args[0].undo)
    page.hear(undone.changed)
    ads.qtbot.waitUntil(lambda: head.accessibleName().endswith("24"))


@pytest.mark.parametrize("deed", DEEDS)
def test_every_deed_has_its_sheet(ads: Opened, deed: str) -> None:
    ads.page.view.head.buttons[deed].click()
    sheet = ads.sheet()
    assert isinstance(sheet, FormSheet)
    key(Qt.Key.Key_Escape)
    assert ads.page.host.sheet is None


def test_a_campaign_is_renamed_on_its_page(webinars: Opened) -> None:
    webinars.page.view.head.buttons["edit"].click()
    sheet = webinars.sheet()
    assert isinstance(sheet, CampaignSheet)
    sheet.name.line.selectAll()
    type_in("Webinars for employers")
    with webinars.qtbot.waitSignal(webinars.page.done) as heard:
        key(Qt.Key.Key_Return)
    assert "Webinars for employers" in heard.args[0].said
    head = webinars.page.view.head
    webinars.qtbot.waitUntil(lambda: head.name.text() == "Webinars for employers")


def test_a_refusal_stands_in_the_sheet(webinars: Opened) -> None:
    webinars.page.view.head.buttons["edit"].click()
    sheet = webinars.sheet()
    assert isinstance(sheet, CampaignSheet)
    sheet.name.line.setText(ADS)
    sheet.submit()
    webinars.qtbot.waitUntil(lambda: ADS in sheet.problem.text)
    assert sheet.isVisible()


def test_a_campaign_that_became_part_of_another_is_left(ads: Opened) -> None:
    done = merge_campaigns(ads.db, ads.id_of(WEBINARS), ads.id_of(ADS), now=NOW)
    ads.page.hear(done.changed)
    ads.qtbot.waitUntil(ads.page.overview.isVisible)
    assert "not there" in ads.page.problem.text
    ads.refreshed()
    assert ADS not in ads.names()


def test_no_warning_no_card_but_advice(webinars: Opened) -> None:
    view = webinars.page.view
    assert not view.findChildren(AlarmCard)
    at(webinars, ADS)
    (card,) = view.findChildren(AlarmCard)
    assert view.advice.isHidden()
    card.dismiss.click()
    assert webinars.sheet().isVisible()


def test_the_same_story_is_not_drawn_anew(webinars: Opened) -> None:
    kept = answers(webinars)
    webinars.page.hear(frozenset({"calls"}))
    webinars.refreshed()
    assert answers(webinars) == kept


def test_a_rate_of_nothing_opens_those_that_were_worked(ads: Opened) -> None:
    assert row(ads).worth.hits == 0
    sheet = pressed(ads, "worth")
    assert isinstance(sheet, RowsSheet)
    assert sheet.state.value is None
    assert sheet.model.rowCount() == row(ads).worked


def test_another_campaign_starts_at_its_top(ads: Opened) -> None:
    view = ads.page.view
    bar = view._around.verticalScrollBar()
    ads.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    at(ads, WEBINARS)
    assert bar.value() == 0


def test_what_waits_for_an_answer_is_quoted_once(ads: Opened) -> None:
    view, period = ads.page.view, ads.page.period
    story = campaign_story(ads.db, ads.id_of(ADS), now=NOW, period=period)
    assert len({line.outcome_id for line in story.feedback}) == 24
    for shown in (5, 24):
        there = view.feedback.in_sight
        assert there == {line.outcome_id for line in story.feedback[:shown]}
        quoted = [words for words in said(view.said) if words.startswith("“")]
        left = [quote for quote in story.quotes if quote.outcome_id not in there]
        assert len(quoted) == min(len(left), 6)
        assert left or not story.quotes or ALL_WAIT in said(view.said)
        view.feedback.more.click()
