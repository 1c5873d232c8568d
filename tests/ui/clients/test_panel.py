"""The panel of a client on a real database: read, changed, taken back, by keyboard too."""

from collections.abc import Iterator
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.ui.campaigns.sheets_world import POPS_UP
from warmcalls.actions.add_signal import add_signal
from warmcalls.actions.begin import begin
from warmcalls.actions.done import Done
from warmcalls.actions.edit_client import save_notes
from warmcalls.actions.edit_contacts import add_contact
from warmcalls.actions.edit_identifiers import add_identifier
from warmcalls.actions.undo import undo
from warmcalls.actions.vacancies import add_vacancy
from warmcalls.domain.contact_said import ContactSaid, PhoneSaid
from warmcalls.domain.identities import IdentityKind
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.store import clients, settings
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.clients.panel.panel import WIDE, ClientPanelView
from warmcalls.ui.clients.sheets.contact_sheet import ContactSheet, FrontDeskSheet
from warmcalls.ui.clients.sheets.ideal_sheet import IdealSheet
from warmcalls.ui.clients.sheets.identifier_sheet import IdentifierSheet
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

NOW = 1_772_526_600_000_000  # 3 March 2026
ZONE = ZoneInfo("Europe/London")
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3
Sheet = TypeVar("Sheet", bound=FormSheet)


class World:
    """A client of whom much is known, and one of whom nothing is."""

    def __init__(self, db: Writer) -> None:
        self.agency, self.db = Agency(db, NOW), db
        self.beth = self.agency.recruiter()
        self.northmoor = self.agency.client(
            "Northmoor Logistics", tier="A", sector="Transport", town="Wakefield", staff=240,
            tags=("drivers",), website="northmoor.co.uk",
        )  # fmt: skip
        priya = ContactSaid(
            "Priya Nair", "Head of People", "priya@northmoor.co.uk",
            (PhoneSaid("01632 960123", "direct"),),
        )  # fmt: skip
        self.priya = add_contact(db, self.northmoor, priya, now=NOW).id
        for kind, subject, days in (
            (Kind.DOWNLOAD, "Salary Guide", 1), (Kind.WEBINAR_ATTENDED, "Pay", 5),
            (Kind.FORM, "Call me", 200),
        ):  # fmt: skip
            add_signal(db, self.northmoor, kind, at=NOW - days * DAY, now=NOW, subject=subject)
        add_vacancy(db, self.northmoor, "Planner", now=NOW, fee=840_000, taken_on="2026-02-20")
        save_notes(db, self.northmoor, "Prefers mornings", now=NOW)
        self.bare = self.agency.client("Bare <b>& Co</b>", phone="")


@pytest.fixture
def world(local_db: Writer) -> World:
    return World(local_db)


@pytest.fixture
def panel(
    qtbot: QtBot, theme: Theme, sqlite_location: str, world: World
) -> Iterator[ClientPanelView]:
    tasks = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    window = QMainWindow()
    view = ClientPanelView(theme, tasks, lambda: NOW, ZONE)
    tasks.setParent(window)
    window.setCentralWidget(view)
    qtbot.addWidget(window)
    window.resize(700, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.set_person(world.beth)
    view.show_client(world.northmoor)
    settled(qtbot, view)
    yield view
    window.hide()
    tasks.stop()


def settled(qtbot: QtBot, panel: ClientPanelView) -> None:
    qtbot.waitUntil(lambda: not panel.is_reading)


def opened(qtbot: QtBot, panel: ClientPanelView, kind: type[Sheet]) -> Sheet:
    qtbot.waitUntil(lambda: isinstance(panel.deeds.sheet, kind))
    assert isinstance(panel.deeds.sheet, kind)
    return panel.deeds.sheet


def done_by(qtbot: QtBot, panel: ClientPanelView) -> Done:
    """Wait for an action that was started, and for what it changed in the panel."""
    told: list[Done] = []
    panel.done.connect(told.append)
    qtbot.waitUntil(lambda: bool(told))
    settled(qtbot, panel)
    return told[0]


def key(which: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, which)


def type_in(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def names(panel: ClientPanelView) -> list[str]:
    return [row.line.name for row in panel.body.contacts.rows]


def chips(panel: ClientPanelView) -> list[str]:
    return [chip.text() for chip in panel.body.known.flow.chips]


def test_a_client_is_shown_whole(panel: ClientPanelView) -> None:
    body = panel.body
    assert panel.head.name.text() == "Northmoor Logistics"
    assert body.facts.text() == "Transport · Wakefield · 240 staff · tier A"
    assert body.tags.text() == "Tags: drivers"
    assert body.made.text().startswith("Pay 5")
    assert "Salary Guide" in body.made.text()
    assert names(panel) == ["Priya Nair", "Front desk"]
    assert chips(panel) == ["northmoor.co.uk"]
    assert [e.text for e in body.happened.lines.entries][:2] == [
        "Downloaded “Salary Guide”", "Attended the webinar “Pay”",
    ]  # fmt: skip
    assert body.money.lines[0].text == "Job brief: Planner"
    assert body.list.head == "On today’s list because"
    assert body.chance.text().startswith("about 1 in ")
    assert body.fit.text() == "Fits by 100 %."
    assert body.notes.toPlainText() == "Prefers mornings"
    assert panel.width() == panel._theme.px(WIDE)


def test_a_bare_client_is_helped(panel: ClientPanelView, qtbot: QtBot, world: World) -> None:
    panel.show_client(world.bare)
    settled(qtbot, panel)
    body = panel.body
    assert panel.head.name.text() == "Bare <b>& Co</b>"
    assert not body.chart.isVisible()
    assert body.made.text() == "Nothing that counts was seen of them yet."
    assert body.contacts.nothing.text().startswith("No contact yet: add one")
    assert body.known.nothing.isVisible()
    assert body.happened.nothing.isVisible()
    assert body.list.head == "Not on today’s list because"
    assert not body.chance.isVisible()
    assert body.fit.text().startswith("Nothing is known")
    for label in panel.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_nobody_is_shown_until_somebody_is_chosen(
    panel: ClientPanelView, qtbot: QtBot, world: World
) -> None:
    panel.show_client(None)
    assert panel.shown is None
    assert panel._stack.currentIndex() == 0
    panel.show_client(world.bare)
    panel.show_client(world.northmoor)  # the last one wins
    settled(qtbot, panel)
    assert panel.head.name.text() == "Northmoor Logistics"


def test_a_contact_is_added_by_keyboard(panel: ClientPanelView, qtbot: QtBot, world: World) -> None:
    panel.setFocus()
    assert QApplication.focusWidget() is panel.body.contacts.rows[0]
    panel.body.contacts.link.setFocus()
    key(Qt.Key.Key_Return)
    sheet = opened(qtbot, panel, ContactSheet)
    for word in ("Daniel Frost", "Transport", "dan@northmoor", "0163296014"):
        type_in(word)
        key(Qt.Key.Key_Tab)
    assert sheet.phones.rows[0].number.line.text() == "01632 96014"
    key(Qt.Key.Key_Return)
    assert sheet.email.reason == (
        "dan@northmoor is no e-mail address: it lacks a domain such as .co.uk."
    )
    assert sheet.phones.rows[0].number.reason == "01632 96014 is one digit short."
    assert QApplication.focusWidget() is sheet.email.line
    sheet.email.line.setText("priya@northmoor.co.uk")
    sheet.phones.rows[0].number.line.setText("01632 960146")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(sheet.email.reason))
    assert sheet.email.reason == "priya@northmoor.co.uk is Priya Nair’s at Northmoor Logistics."
    sheet.email.line.setText("dan@northmoor.co.uk")
    key(Qt.Key.Key_Return)
    assert done_by(qtbot, panel).said == "Added Daniel Frost at Northmoor Logistics"
    assert names(panel) == ["Priya Nair", "Daniel Frost", "Front desk"]
    assert QApplication.focusWidget() is panel.body.contacts.link
    undo(world.db, now=NOW)
    panel.refresh()
    settled(qtbot, panel)
    assert names(panel) == ["Priya Nair", "Front desk"]


def test_a_contact_is_changed_removed_and_barred(
    panel: ClientPanelView, qtbot: QtBot, world: World
) -> None:
    panel.body.contacts.rows[0].setFocus()
    key(Qt.Key.Key_Return)
    sheet = opened(qtbot, panel, ContactSheet)
    assert sheet.email.line.text() == "priya@northmoor.co.uk"
    sheet.role.line.setText("HR Director")
    sheet.phones.add()
    sheet.phones.rows[-1].number.line.setText("07700 900123")
    sheet.submit()
    done_by(qtbot, panel)
    row = panel.body.contacts.rows[0]
    assert row.line.role == "HR Director"
    assert [number.shown for number in row.line.numbers] == ["01632 960123", "07700 900123"]
    assert QApplication.focusWidget() is row
    row.click()
    opened(qtbot, panel, ContactSheet).remove.click()
    assert done_by(qtbot, panel).said == "Removed Priya Nair from Northmoor Logistics"
    assert names(panel) == ["Front desk"]
    undo(world.db, now=NOW)
    panel.refresh()
    settled(qtbot, panel)
    panel.body.contacts.rows[0].click()
    opened(qtbot, panel, ContactSheet).bar.click()
    done_by(qtbot, panel)
    assert panel.body.contacts.rows[-1].line.objected == "objected 3 Mar"
    panel.body.contacts.rows[-1].click()
    sheet = opened(qtbot, panel, ContactSheet)
    assert not hasattr(sheet, "remove")


def test_a_menu_copies_and_acts(panel: ClientPanelView, qtbot: QtBot) -> None:
    del qtbot
    contacts = panel.body.contacts
    menu = contacts.menu_of(contacts.rows[0].line)
    said = [action.text() for action in menu.actions() if action.text()]
    assert said == [
        "Change…", "Copy 01632 960123", "Copy priya@northmoor.co.uk", "Do not call", "Remove",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    assert QApplication.clipboard().text() == "01632 960123"


def test_the_front_desk_has_its_own_form(
    panel: ClientPanelView, qtbot: QtBot, world: World
) -> None:
    panel.body.contacts.rows[-1].click()
    sheet = opened(qtbot, panel, FrontDeskSheet)
    sheet.phones.rows[1].number.line.setText("020 7946 0999")
    sheet.submit()
    done_by(qtbot, panel)
    found = clients.by_id(world.db, world.northmoor)
    assert found is not None
    assert [phone.number for phone in found.phones] == ["+442079460001", "+442079460999"]


def test_identifiers_come_and_go(panel: ClientPanelView, qtbot: QtBot, world: World) -> None:
    panel.body.known.link.click()
    sheet = opened(qtbot, panel, IdentifierSheet)
    type_in("gmail.com")
    key(Qt.Key.Key_Return)
    assert "free mail" in sheet.text.reason
    sheet.text.line.clear()
    type_in("192.0.2.0/28")
    assert sheet.kind.chosen == IdentityKind.RANGE
    add_identifier(world.db, world.bare, IdentityKind.RANGE, "192.0.2.0/28", now=NOW)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "belongs to Bare" in sheet.text.reason)
    assert sheet.open_button.text() == "Open Bare <b>& Co</b>"
    assert not sheet.ways.isHidden()
    sheet.text.line.clear()
    type_in("foo")
    assert not sheet.ways.isVisible()
    assert sheet.kind.picker.currentText() == "Choose what it is"
    key(Qt.Key.Key_Return)
    assert sheet.kind.reason.startswith("It may be a name they use or a token")
    sheet.text.setFocus()
    sheet.text.line.clear()
    type_in("Northmoor Haulage Ltd")
    assert sheet.kind.chosen == IdentityKind.NAME
    assert sheet.verb.text() == "Add name"
    key(Qt.Key.Key_Return)
    assert done_by(qtbot, panel).said == "Northmoor Logistics is known by Northmoor Haulage Ltd"
    assert chips(panel) == ["northmoor.co.uk", "Northmoor Haulage Ltd"]
    panel.body.known.flow.chips[0].click()
    done_by(qtbot, panel)
    assert chips(panel) == ["Northmoor Haulage Ltd"]


def test_who_has_an_identifier_is_opened_or_merged(
    panel: ClientPanelView, qtbot: QtBot, world: World
) -> None:
    add_identifier(world.db, world.bare, IdentityKind.DOMAIN, "bare.co.uk", now=NOW)
    for press, wanted, ids in (
        ("open_button", panel.deeds.client_wanted, [world.bare]),
        ("merge_button", panel.deeds.merge_wanted, [world.northmoor, world.bare]),
    ):
        panel.body.known.link.click()
        sheet = opened(qtbot, panel, IdentifierSheet)
        type_in("bare.co.uk")
        key(Qt.Key.Key_Return)
        qtbot.waitUntil(sheet.ways.isVisible)
        with qtbot.waitSignal(wanted) as told:
            getattr(sheet, press).click()
        assert told.args == ids
        assert panel.deeds.sheet is None


def test_a_kind_that_was_picked_stays(panel: ClientPanelView, qtbot: QtBot) -> None:
    panel.body.known.link.click()
    sheet = opened(qtbot, panel, IdentifierSheet)
    sheet.kind.choose(IdentityKind.TOKEN)
    type_in("7f3k")
    assert sheet.kind.chosen == IdentityKind.TOKEN
    assert "links with this token" in sheet.means.text()
    key(Qt.Key.Key_Return)
    done_by(qtbot, panel)
    assert chips(panel)[-1] == "token 7f3k"


def test_the_ideal_client_is_said_and_counts_at_once(
    panel: ClientPanelView, qtbot: QtBot, world: World
) -> None:
    panel.body.fits.link.click()
    sheet = opened(qtbot, panel, IdealSheet)
    sheet.sectors.line.setText("Care, Food")
    sheet.least.line.setText("500")
    sheet.most.line.setText("50")
    sheet.submit()
    assert sheet.most.reason == "That is less than the least."
    sheet.most.line.setText("about ten")
    sheet.submit()
    assert sheet.most.reason.startswith("Write a whole number")
    sheet.most.line.setText("")
    sheet.submit()
    assert sheet.sectors.reason == (
        "No client has the sector “Care” or “Food” yet. Save again to keep it all the same."
    )
    sheet.sectors.line.setText("transport, Transprt")
    sheet.submit()
    assert sheet.sectors.reason.startswith(
        "No client has the sector “Transprt” yet: is it Transport?"
    )
    sheet.sectors.line.setText("Care, Food")
    sheet.submit()
    sheet.submit()
    assert done_by(qtbot, panel).said == "Ideal client: Care or Food, 500 or more staff"
    assert settings.load(world.db).ideal.least_staff == 500
    assert panel.body.fit.text() == "Fits by 33 %."
    assert "Transport is none of the sectors you want." in panel.body.fit_detail.text()


def test_notes_are_saved_while_one_writes(
    panel: ClientPanelView, qtbot: QtBot, world: World
) -> None:
    panel.body.notes.begin()
    type_in(", never Fridays")
    panel.show_client(world.bare)  # before the pause is over
    settled(qtbot, panel)

    def saved() -> bool:
        found = clients.by_id(world.db, world.northmoor)
        return bool(found and found.notes == "Prefers mornings, never Fridays")

    qtbot.waitUntil(saved)
    assert panel.body.notes.toPlainText() == ""


def test_what_is_shown_stays_while_it_is_read_again(
    panel: ClientPanelView, qtbot: QtBot, world: World
) -> None:
    rows, bar = list(panel.body.contacts.rows), panel._area.verticalScrollBar()
    bar.setValue(60)
    at = bar.value()
    world.agency.signal(world.northmoor, Kind.FORM, 0.5)
    panel.refresh()
    assert panel.head.name.text() == "Northmoor Logistics"
    settled(qtbot, panel)
    assert panel.body.contacts.rows == rows
    assert bar.value() == at


def test_a_client_that_is_gone_is_shown_no_more(
    panel: ClientPanelView, qtbot: QtBot, world: World
) -> None:
    failures: list[str] = []
    panel.failed.connect(failures.append)
    made = world.agency.client("Short-lived")
    panel.show_client(made)
    settled(qtbot, panel)
    undo(world.db, now=NOW)
    panel.refresh()
    settled(qtbot, panel)
    assert (panel.shown, failures) == (None, [])


@POPS_UP
def test_the_chart_tells_any_day(panel: ClientPanelView) -> None:
    chart = panel.body.chart
    QTest.mouseMove(chart, QPoint(chart.width() - 2, 10))
    assert "at most" in chart.accessibleName()
    chart.setFocus()
    chart.point_at(364)
    assert chart.told.startswith("Tue 3 March: warmth ")
    key(Qt.Key.Key_Left)
    assert chart.told.startswith("Mon 2 March: warmth ")
    key(Qt.Key.Key_PageUp)
    assert chart.told.startswith("Sat 31 January")
    for _ in range(14):
        key(Qt.Key.Key_PageUp)
    assert chart.told.startswith("Tue 4 March: warmth 0.0")


def test_the_foot_esc_and_the_cross_tell_the_page(
    panel: ClientPanelView, qtbot: QtBot, world: World
) -> None:
    told: list[tuple[str, int]] = []
    panel.signal_wanted.connect(lambda i: told.append(("signal", i)))
    panel.brief_wanted.connect(lambda i: told.append(("brief", i)))
    panel.history_wanted.connect(lambda i: told.append(("history", i)))
    for signal in (panel.foot.signal_wanted, panel.foot.brief_wanted, panel.foot.history_wanted):
        signal.emit()
    assert told == [(what, world.northmoor) for what in ("signal", "brief", "history")]
    with qtbot.waitSignal(panel.left):
        panel.setFocus()
        key(Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.closed):
        panel.head.cross.setFocus()
        key(Qt.Key.Key_Return)


def test_long_names_stay_inside(panel: ClientPanelView, qtbot: QtBot, world: World) -> None:
    made = world.agency.client(LONG, sector=LONG[:100], town=LONG[:90], phone="")
    said = ContactSaid(LONG[:190], LONG[:190], f"{'x' * 60}@{'y' * 60}.co.uk", notes=LONG)
    add_contact(world.db, made, said, now=NOW)
    add_identifier(world.db, made, IdentityKind.NAME, LONG[:150], now=NOW)
    add_signal(world.db, made, Kind.GUIDE_PAGE, at=NOW - DAY, now=NOW, subject=LONG)
    panel.show_client(made)
    settled(qtbot, panel)
    assert panel.body.width() <= panel._area.viewport().width()
    assert panel.head.cross.geometry().right() <= panel.head.width()
    for chip in panel.body.known.flow.chips:
        assert chip.geometry().right() <= panel.body.known.flow.width()


def test_every_part_is_reached_by_tab(panel: ClientPanelView) -> None:
    panel.setFocus()
    seen = set()
    for _ in range(24):
        focus = QApplication.focusWidget()
        seen.add(focus)
        key(Qt.Key.Key_Tab)
    body = panel.body
    wanted = {
        body.chart, body.contacts.link, *body.contacts.rows, body.known.link,
        *body.known.flow.chips, body.fits.link, body.notes, panel.head.cross,
    }  # fmt: skip
    assert wanted <= seen
