"""What signals are worth: edits are a draft, tried on today's list, saved as one action."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.begin import begin
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.done import Done
from warmcalls.actions.undo import undo
from warmcalls.domain.kinds import DEFAULT_WORTH, Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Result
from warmcalls.domain.points import A_POINT, points
from warmcalls.domain.weights_learned import Weight, WeightsLearned
from warmcalls.store import settings
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.components.tabs import Tab
from warmcalls.ui.settings import weight_words, worth_draft
from warmcalls.ui.settings.page import SettingsPage
from warmcalls.ui.settings.signals import SignalsSection
from warmcalls.ui.settings.worth_line import Column
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

READ = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def two(local_db: Writer) -> Agency:
    """Two clients: a referral is worth more than a download."""
    made = Agency(local_db, NOW)
    made.recruiter()
    change_settings(local_db, now=NOW, test_share=0.0)
    made.signal(made.client("Ashgrove Dental", phone="020 7946 0001"), Kind.REFERRAL)
    made.signal(made.client("Brightwater Housing", phone="020 7946 0002"), Kind.DOWNLOAD)
    return made


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, sqlite_location: str, two: Agency) -> Iterator[SettingsPage]:
    assert two.warm_names()
    tasks = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    made = SettingsPage(theme, tasks, lambda: NOW)
    tasks.setParent(made)  # else a later test's lane may collect it, in its own thread
    qtbot.addWidget(made)
    made.resize(1260, 800)
    made.show_section("signals")
    made.show()
    qtbot.waitUntil(lambda: bool(made.signals.headline.text()))
    yield made
    made.hide()
    tasks.stop()


@pytest.fixture
def section(page: SettingsPage) -> SignalsSection:
    return page.signals


def ring(agency: Agency, numbers: range) -> None:
    """Ring clients who filled in a form and want nothing."""
    for n in numbers:
        client = agency.client(f"Client {n}", phone=f"020 7946 10{n:02}")
        agency.signal(client, Kind.FORM, days_ago=90 - n)
        agency.outcome(client, result=Result.NOT_INTERESTED, at=NOW - round((80 - n) * DAY))


def row_of(section: SignalsSection, kind: Kind) -> int:
    model = section.model
    return next(r for r in range(model.rowCount()) if model.line(r).kind is kind)


def type_in(section: SignalsSection, kind: Kind, text: str, column: int = Column.POINTS) -> None:
    """Edit a value in its cell, as a marketer does."""
    table = section.table
    table.setCurrentIndex(section.model.index(row_of(section, kind), column))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    field = table.indexWidget(table.currentIndex())
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QCoreApplication.sendPostedEvents()  # a field hands over what was typed once its key is done


def text(section: SignalsSection, kind: Kind, column: int) -> str:
    return str(section.model.index(row_of(section, kind), column).data())


def preview(section: SignalsSection) -> list[str]:
    rows = section.beside.moves.rows
    return [str(rows.index(row).data(READ)) for row in range(rows.rowCount())]


def test_points_are_tried_on_today_s_list_before_anything_is_saved(
    qtbot: QtBot, section: SignalsSection, two: Agency
) -> None:
    type_in(section, Kind.DOWNLOAD, "120")
    qtbot.waitUntil(lambda: len(preview(section)) == 2)
    assert preview(section) == [
        "1: Brightwater Housing, from 2; downloads count for more",
        "2: Ashgrove Dental, from 1; others gain more by downloads",
    ]
    assert section.foot.under.text() == "1 value not saved."
    assert settings.load(two.db).worth == DEFAULT_WORTH
    assert two.warm_names() == ["Ashgrove Dental", "Brightwater Housing"]


def test_all_edits_are_saved_at_once_and_undone_at_once(
    qtbot: QtBot, page: SettingsPage, section: SignalsSection, two: Agency
) -> None:
    type_in(section, Kind.DOWNLOAD, "120")
    type_in(section, Kind.DOWNLOAD, "45", Column.DAYS)
    type_in(section, Kind.CHAT, "30")
    with qtbot.waitSignal(page.done) as heard:
        QTest.keyClick(section.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    done = heard.args[0]
    assert isinstance(done, Done)
    assert done.said == "Changed what it is worth: Downloaded something and 1 more"
    worth = settings.load(two.db).worth
    assert points(worth[Kind.DOWNLOAD].weight) == 120
    assert worth[Kind.DOWNLOAD].half_life_days == 45
    assert points(worth[Kind.CHAT].weight) == 30
    assert two.warm_names() == ["Brightwater Housing", "Ashgrove Dental"]
    qtbot.waitUntil(lambda: not section.model.draft)
    assert section.foot.save.isHidden()
    assert "3 changed" in section.foot.under.text()
    undone = undo(two.db, now=NOW, entry_id=done.undo)
    assert settings.load(two.db).worth == DEFAULT_WORTH
    page.hear(undone.changed)
    qtbot.waitUntil(lambda: not section.back.isEnabled())


def test_what_is_discarded_can_be_brought_back(section: SignalsSection) -> None:
    type_in(section, Kind.FORM, "7")
    section.foot.drop.click()
    assert text(section, Kind.FORM, Column.POINTS) == "69"
    assert section.foot.under.text() == "1 value discarded."
    section.foot.bring.click()
    assert text(section, Kind.FORM, Column.POINTS) == "7"
    assert section.foot.bring.isHidden()
    assert section.foot.under.text() == "1 value not saved."


def test_a_draft_outlives_a_refresh_and_a_change_of_another_desk(
    qtbot: QtBot, page: SettingsPage, section: SignalsSection, two: Agency
) -> None:
    type_in(section, Kind.FORM, "7")
    kept = DEFAULT_WORTH | {Kind.FORM: Worth(2.4, 99), Kind.CHAT: Worth(1.0, 14)}
    page.hear(change_settings(two.db, now=NOW, worth=kept).changed)
    qtbot.waitUntil(lambda: text(section, Kind.FORM, Column.DAYS) == "99 days")
    assert text(section, Kind.FORM, Column.POINTS) == "7"
    with qtbot.waitSignal(page.done):
        section.foot.save.click()
    saved = settings.load(two.db).worth
    assert points(saved[Kind.FORM].weight) == 7
    assert saved[Kind.FORM].half_life_days == 99
    assert saved[Kind.CHAT] == Worth(1.0, 14)


def test_a_draft_is_kept_as_text_and_taken_up_again(
    qtbot: QtBot, page: SettingsPage, section: SignalsSection
) -> None:
    with qtbot.waitSignal(section.drafted) as heard:
        type_in(section, Kind.FORM, "7")
    section.foot.drop.click()
    section.restore(heard.args[0])
    page.refresh()
    qtbot.waitUntil(lambda: text(section, Kind.FORM, Column.POINTS) == "7")
    assert [tab.accessibleName() for tab in page.tabs.findChildren(Tab)][2].endswith(", not saved")
    section.foot.drop.click()
    assert not section.model.draft
    assert not [tab for tab in page.tabs.findChildren(Tab) if "not saved" in tab.accessibleName()]


@pytest.mark.parametrize("kept", ["", "no draft", "[1, 2]", '[["chat", "colour", 1]]', "{}"])
def test_what_is_no_draft_is_none(kept: str) -> None:
    assert not worth_draft.read(kept)


def test_typing_what_is_kept_is_no_edit(section: SignalsSection) -> None:
    type_in(section, Kind.FORM, "7")
    type_in(section, Kind.FORM, "69")
    assert not section.model.draft
    assert section.foot.save.isHidden()


def test_all_signals_go_back_to_their_defaults(
    qtbot: QtBot, page: SettingsPage, section: SignalsSection, two: Agency
) -> None:
    worth = DEFAULT_WORTH | {Kind.FORM: Worth(1.0, 3), Kind.CHAT: Worth(-1.0, 14)}
    page.hear(change_settings(two.db, now=NOW, worth=worth).changed)
    qtbot.waitUntil(section.back.isEnabled)
    section.back.click()
    assert section.foot.under.text() == "3 values not saved."
    with qtbot.waitSignal(page.done) as heard:
        section.foot.save.click()
    assert heard.args[0].said == "Signals have their defaults"
    assert settings.load(two.db).worth == DEFAULT_WORTH


def test_points_that_cannot_be_are_refused_under_the_table(section: SignalsSection) -> None:
    type_in(section, Kind.FORM, "lots")
    assert "whole number" in section.foot.under.text()
    type_in(section, Kind.FORM, "900")
    assert "between" in section.foot.under.text()
    assert not section.model.draft


def test_delete_puts_one_default_back(section: SignalsSection) -> None:
    type_in(section, Kind.FORM, "7")
    QTest.keyClick(section.table, Qt.Key.Key_Delete)
    assert not section.model.draft


def test_what_calls_made_of_the_points_is_told(
    qtbot: QtBot, page: SettingsPage, section: SignalsSection, two: Agency
) -> None:
    assert section.headline.text().startswith("No call has taught the list yet")
    assert not text(section, Kind.FORM, Column.LEARNED)
    ring(two, range(3))
    page.hear(frozenset({"calls"}))
    qtbot.waitUntil(lambda: "3 conversations" in section.taught.text())
    assert section.headline.text().startswith("Too few calls yet")
    assert text(section, Kind.FORM, Column.LEARNED) == weight_words.FEW
    ring(two, range(3, 12))
    page.hear(frozenset({"calls"}))
    qtbot.waitUntil(lambda: "12 conversations" in section.taught.text())
    assert section.headline.text() == "Your calls agree with the points so far"
    assert text(section, Kind.FORM, Column.OUTCOMES) == "12"
    assert int(text(section, Kind.FORM, Column.LEARNED)) < 69
    said = str(section.model.index(row_of(section, Kind.FORM), Column.POINTS).data(READ))
    assert "likely between" in said
    assert "12 outcomes" in said


def test_where_there_is_little_room_table_and_panel_take_turns(
    qtbot: QtBot, page: SettingsPage, section: SignalsSection
) -> None:
    page.resize(700, 600)
    qtbot.waitUntil(section.beside.isHidden)
    assert section.table.isColumnHidden(Column.SINCE)
    assert not section.table.isColumnHidden(Column.LEARNED)
    section.foot.turn.click()
    assert section.panel.isHidden()
    assert not section.beside.isHidden()
    page.resize(1260, 800)
    qtbot.waitUntil(lambda: not section.panel.isHidden())
    assert not section.beside.isHidden()
    assert not section.table.isColumnHidden(Column.SINCE)


def weight(kind: Kind, was: float, learned: float, outcomes: int = 30) -> Weight:
    """A weight in points."""
    set_to, made = was * A_POINT, learned * A_POINT
    return Weight(kind.value, set_to, set_to, made, made - 0.1, made + 0.1, outcomes, 0.0)


def told(*weights: Weight, outcomes: int = 30) -> str:
    return weight_words.headline(WeightsLearned(outcomes, weights, ()))


def test_the_headline_says_what_calls_changed_most() -> None:
    form, webinar = weight(Kind.FORM, 69, 70), weight(Kind.WEBINAR_ATTENDED, 21, 34)
    candidate = weight(Kind.CANDIDATE_PAGE, -9, -14)
    assert told(form, webinar, candidate) == (
        "Webinars count for more than was set, 34 points instead of 21; "
        "pages for candidates count against more, \N{MINUS SIGN}14 instead of \N{MINUS SIGN}9"
    )
    assert told(weight(Kind.VIDEO, 9, -4)) == (
        "Videos count against a call, \N{MINUS SIGN}4 points instead of 9"
    )
    assert told(form) == "Your calls agree with the points so far"
    assert told(weight(Kind.FORM, 69, 40, outcomes=9)).startswith("Too few calls yet")
    assert told(form, outcomes=0).startswith("No call has taught the list yet")


def test_the_headline_says_when_all_signals_count_for_less() -> None:
    form, chat = weight(Kind.FORM, 60, 30), weight(Kind.CHAT, 20, 10)
    assert told(form, chat, weight(Kind.MET, 40, 20)) == "Signals count for 50 % less than was set"
    assert told(form, chat, weight(Kind.VIDEO, 10, 20)) == (
        "Signals count for 46 % less than was set; videos count for more, 20 points instead of 10"
    )


def test_tab_goes_from_the_sections_through_table_list_and_buttons(
    qtbot: QtBot, page: SettingsPage, section: SignalsSection
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    type_in(section, Kind.DOWNLOAD, "120")
    qtbot.waitUntil(lambda: len(preview(section)) == 2)
    page.focus()
    for stop in (
        section.back,
        section.table,
        section.beside.moves,
        section.foot.drop,
        section.foot.save,
    ):
        page.focusNextChild()
        assert stop.hasFocus(), stop.accessibleName()
