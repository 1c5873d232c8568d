"""What can be done from the page: each deed's sheet, and what it changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.agency import Agency
from tests.conftest import NOW
from tests.ui.campaigns.conftest import (
    ADS,
    WAITING,
    Opened,
    done_with,
    said,
)
from tests.ui.campaigns.sheets_world import POPS_UP, focus, key, type_in
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.undo import undo
from warmcalls.domain.campaigns import Alert
from warmcalls.store import campaign_list, dismissals
from warmcalls.ui.campaigns.sheets.dismiss_sheet import DismissSheet
from warmcalls.ui.campaigns.sheets.merge_sheet import MergeSheet
from warmcalls.ui.campaigns.sheets.sample_sheet import SampleSheet
from warmcalls.ui.campaigns.sheets.stop_sheet import StopSheet
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.forms.side_sheet import SideSheet


def test_stopping_moves_the_money_and_can_be_undone(opened: Opened) -> None:
    page = opened.page
    page.overview.cards[0].stop.click()
    sheet = opened.sheet()
    assert isinstance(sheet, StopSheet)
    opened.qtbot.waitUntil(lambda: "fees" in " ".join(said(sheet)))  # what if, worked out live
    done = done_with(opened, sheet, sheet.verb)
    ads = next(c for c in campaign_list.everything(opened.db) if c.name == ADS)
    assert ads.ends == "2026-03-03"
    assert not page.overview.cards
    planned = opened.db.tuples("select channel, amount from plan where amount > 0")
    assert planned
    assert {channel for channel, _ in planned} == {"Webinar"}
    undone = undo(opened.db, now=NOW, entry_id=done.undo)
    page.hear(undone.changed)
    opened.qtbot.waitUntil(lambda: len(page.overview.cards) == 1)
    assert opened.db.tuples("select channel, amount from plan where amount > 0") == []


def test_a_sample_is_put_on_the_call_lists(opened: Opened) -> None:
    card = opened.page.overview.cards[0]
    assert card.sample.text() == f"Sample {card.alarm.sample} more calls"
    card.sample.click()
    sheet = opened.sheet()
    assert isinstance(sheet, SampleSheet)
    done_with(opened, sheet, sheet.verb)
    (count,) = opened.db.tuples("select count(*) from sample")[0]
    assert 0 < count <= WAITING
    (card,) = opened.page.overview.cards
    assert card.sample.isHidden()
    assert f"{count} are on call lists now." in said(card)


def test_a_warning_rests_with_a_note(opened: Opened) -> None:
    opened.page.overview.cards[0].dismiss.click()
    sheet = opened.sheet()
    assert isinstance(sheet, DismissSheet)
    sheet.verb.click()  # without a note it stays
    assert sheet.isVisible()
    type_in("New audience since Monday.")
    done_with(opened, sheet, sheet.verb)
    assert not opened.page.overview.cards
    assert dismissals.dismissed(opened.db) == {opened.id_of(ADS): Alert.STOP}


def test_one_sheet_at_a_time(opened: Opened) -> None:
    page = opened.page
    page.add_new()
    first = opened.sheet()
    page.behind.show_leads(opened.id_of(ADS), None)
    opened.qtbot.waitUntil(lambda: page.host.sheet is not first)
    sheets = [s for s in opened.window.findChildren(SideSheet) if s.isVisible()]
    assert sheets == [page.host.sheet]


@pytest.mark.parametrize("what", ["experiments", "plan", "criteria", "thanks", "new_experiment"])
def test_what_stands_beside_opens(opened: Opened, what: str) -> None:
    opened.page.head.wanted.emit(what)
    sheet = opened.sheet()
    assert sheet.isVisible()
    assert sheet.accessibleName()
    key(Qt.Key.Key_Escape)
    assert opened.page.host.sheet is None


@POPS_UP
def test_the_menu_offers_what_has_no_button(opened: Opened) -> None:
    more = opened.page.head.more
    words = [action.text() for action in more.make_menu().actions()]
    assert words == ["Experiments", "Budget plan", "Who is a lead?", "Thanks"]
    opened.page.resize(900, 872)
    assert opened.page.head.experiment.isHidden()
    words = [action.text() for action in more.make_menu().actions()]
    assert words[:2] == ["New experiment…", "Add spend…"]


def test_spend_is_added_where_the_keys_are(opened: Opened) -> None:
    page = opened.page
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.overview.table, Qt.Key.Key_P, modifiers)
    sheet = opened.sheet()
    assert sheet.accessibleName() == "Add spend"
    key(Qt.Key.Key_Escape)
    assert focus() is page.overview.table


def test_spellings_that_seem_to_be_one_are_merged_or_kept_apart(opened: Opened) -> None:
    page, agency = opened.page, Agency(opened.db, NOW)
    for name in ("Hiring-Webinars", "Messenger Ad"):
        agency.campaign(name, starts="2026-01-01")
    page.refresh()
    opened.refreshed()
    buttons = [b for b in page.overview.notices.findChildren(Button) if b.isVisible()]
    assert [b.text() for b in buttons] == ["Keep apart", "Merge…"] * 2
    pairs = page.found.report.spelled_alike
    with opened.qtbot.waitSignal(page.done):
        buttons[0].click()
    opened.qtbot.waitUntil(lambda: page.found.report.spelled_alike == pairs[1:])
    buttons = [b for b in page.overview.notices.findChildren(Button) if b.isVisible()]
    buttons[1].click()
    sheet = opened.sheet()
    assert isinstance(sheet, MergeSheet)
    assert "“Messenger ads” and “Messenger Ad” may be one campaign: spelt differently." in said(
        sheet
    )
    done_with(opened, sheet, sheet.verb)
    opened.qtbot.waitUntil(lambda: len(opened.names()) == 4)
    opened.qtbot.waitUntil(lambda: page.found.report.spelled_alike == ())


def test_spend_of_no_campaign_is_said_and_opens_its_rows(opened: Opened) -> None:
    add_spend(
        opened.db, None, 12_345, starts="2026-02-01", ends="2026-02-01", now=NOW, channel="Print",
        note="Flyers",
    )  # fmt: skip
    opened.page.refresh()
    opened.refreshed()
    notices = opened.page.overview.notices
    assert any("belongs to no campaign" in line for line in said(notices))
    next(b for b in notices.findChildren(Button) if b.text() == "Look…").click()
    sheet = opened.sheet()
    assert "1 entry, £123.45" in said(sheet)


@pytest.mark.parametrize("what", ["new_experiment", "add_spend", "experiments", "plan", "criteria"])
def test_nothing_breaks_before_there_is_a_campaign(blank: Opened, what: str) -> None:
    blank.page.head.wanted.emit(what)
    assert blank.sheet().isVisible()
    key(Qt.Key.Key_Escape)
    assert blank.page.host.sheet is None


def test_who_dismissed_a_warning_stays_on_the_page(opened: Opened) -> None:
    card = opened.page.overview.cards[0]
    card.dismiss.setFocus()
    card.dismiss.click()
    sheet = opened.sheet()
    assert isinstance(sheet, DismissSheet)
    type_in("New audience since Monday.")
    done_with(opened, sheet, sheet.verb)
    assert focus() is opened.page.overview.table
