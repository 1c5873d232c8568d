"""Alerts outside the window: told once, counted until the clients were looked at."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.begin import begin
from warmcalls.actions.change_settings import change_settings
from warmcalls.domain.kinds import Kind
from warmcalls.domain.settings import Settings
from warmcalls.store import settings
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.notifier import Notifier
from warmcalls.ui.settings.page import SettingsPage
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

NEWS = frozenset({"signals"})


@pytest.fixture
def agency(local_db: Writer) -> Agency:
    made = Agency(local_db, NOW)
    made.signal(made.client("Northmoor", tier="A"), Kind.FORM)
    return made


@pytest.fixture
def tasks(qapp: object, sqlite_location: str, agency: Agency) -> Iterator[Tasks]:
    del qapp, agency
    made = Tasks(lambda: open_reader(sqlite_location), lambda: begin(sqlite_location, now=NOW))
    yield made
    made.stop()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def notifier(window: QWidget, tasks: Tasks) -> Notifier:
    return Notifier(window, tasks, lambda: NOW)


def settled(qtbot: QtBot, notifier: Notifier) -> None:
    qtbot.waitUntil(lambda: notifier._task is None)


def test_an_import_makes_it_look_and_it_tells_once(
    qtbot: QtBot, notifier: Notifier, window: QWidget, tasks: Tasks
) -> None:
    counts: list[int] = []
    notifier.counted.connect(counts.append)
    with qtbot.waitSignal(notifier.shown) as heard:
        notifier.hear(NEWS)
    assert [alert.client for alert in heard.args[0]] == ["Northmoor"]
    assert counts == [1]
    told: list[object] = []
    notifier.shown.connect(told.append)
    notifier.hear(NEWS)
    settled(qtbot, notifier)
    another = Notifier(window, tasks, lambda: NOW)  # as after a restart
    another.shown.connect(told.append)
    another.start()
    settled(qtbot, another)
    assert told == []


def test_other_topics_do_not_make_it_look(notifier: Notifier) -> None:
    notifier.hear(frozenset({"calls"}))
    notifier.hear("signals")
    assert notifier._task is None


def test_what_comes_while_it_looks_is_looked_for_after(
    qtbot: QtBot, notifier: Notifier, agency: Agency
) -> None:
    told: list[str] = []
    notifier.shown.connect(lambda alerts: told.extend(alert.client for alert in alerts))
    notifier.hear(NEWS)
    agency.signal(agency.client("Second", tier="A"), Kind.FORM)
    notifier.hear(NEWS)
    qtbot.waitUntil(lambda: told == ["Northmoor", "Second"])
    settled(qtbot, notifier)


def test_the_count_ends_when_the_clients_are_looked_at(
    qtbot: QtBot, notifier: Notifier, agency: Agency
) -> None:
    counts: list[int] = []
    notifier.counted.connect(counts.append)
    notifier.look()
    qtbot.waitUntil(lambda: counts == [1])
    agency.signal(agency.client("Second", tier="A"), Kind.FORM)
    settled(qtbot, notifier)
    notifier.look()
    qtbot.waitUntil(lambda: counts == [1, 2])
    notifier.page_shown("today")
    notifier.page_shown("clients")
    notifier.page_shown("clients")
    assert counts == [1, 2, 0]


def test_who_looks_at_the_clients_is_told_but_nothing_waits(
    qtbot: QtBot, notifier: Notifier, window: QWidget
) -> None:
    counts: list[int] = []
    notifier.counted.connect(counts.append)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    notifier.page_shown("clients")
    with qtbot.waitSignal(notifier.shown):
        notifier.look()
    assert counts == []


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_click_brings_the_window_and_the_client(
    qtbot: QtBot, notifier: Notifier, window: QWidget, agency: Agency
) -> None:
    with qtbot.waitSignal(notifier.shown):
        notifier.look()
    with qtbot.waitSignal(notifier.client_wanted) as heard:
        notifier.open()
    assert heard.args == [agency.last("client")]
    assert window.isVisible()


def test_another_person_is_told_what_they_were_not(
    qtbot: QtBot, notifier: Notifier, agency: Agency
) -> None:
    beth = agency.recruiter()
    with qtbot.waitSignal(notifier.shown):
        notifier.look()
    settled(qtbot, notifier)
    with qtbot.waitSignal(notifier.shown):
        notifier.set_person(beth)


def test_off_is_off(qtbot: QtBot, notifier: Notifier, agency: Agency) -> None:
    change_settings(agency.db, now=NOW, alerts_on=False)
    told: list[object] = []
    notifier.shown.connect(told.append)
    notifier.start()
    settled(qtbot, notifier)
    assert told == []
    change_settings(agency.db, now=NOW, alerts_on=True)
    with qtbot.waitSignal(notifier.shown):
        notifier.hear(frozenset({"settings"}))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tasks: Tasks) -> Iterator[SettingsPage]:
    made = SettingsPage(theme, tasks, lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    qtbot.waitUntil(lambda: made.agency.alerts.rest.editor.text() == "24 hours")
    yield made
    made.hide()


def kept(agency: Agency, wanted: Callable[[Settings], bool]) -> Callable[[], bool]:
    return lambda: wanted(settings.load(agency.db))


def test_switch_tiers_and_rest_are_kept(qtbot: QtBot, page: SettingsPage, agency: Agency) -> None:
    part = page.agency.alerts
    assert part.switch.isChecked()
    QTest.keyClick(part.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(kept(agency, lambda s: not s.alerts_on))
    part.tiers["B"].click()
    qtbot.waitUntil(kept(agency, lambda s: s.alert_tiers == ("A", "B")))
    part.rest.editor.setText("48 h")
    part.rest.editor.left.emit()
    qtbot.waitUntil(kept(agency, lambda s: s.alert_rest_hours == 48))
    qtbot.waitUntil(lambda: part.rest.editor.text() == "48 hours")


def test_no_tier_and_no_rest_are_refused_where_they_are_set(
    page: SettingsPage, agency: Agency
) -> None:
    part = page.agency.alerts
    part.tiers["A"].click()
    assert part.tiers["A"].isChecked()
    assert part._wrong.isVisible()
    for text, why in (("0", "lies between 1 and 720 hours"), ("soon", "is a whole number")):
        part.rest.editor.setText(text)
        part.rest.editor.left.emit()
        assert why in part.rest.reason
    assert settings.load(agency.db).alert_rest_hours == 24
