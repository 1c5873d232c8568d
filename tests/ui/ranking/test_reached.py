"""The Ranking page in the whole window: the ways there, and the ways on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.ui.desktop import Desktop
from warmcalls.ui.ranking.page import RankingPage
from warmcalls.ui.settings.page import SettingsPage
from warmcalls.ui.start import prepare
from warmcalls.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desktop(
    qtbot: QtBot, theme: Theme, sqlite_location: str, world: Agency, tmp_path: Path
) -> Iterator[Desktop]:
    """The whole window on the list."""
    world.signal(world.client("Northmoor Freight"))
    start = prepare(sqlite_location, NOW, demo=False)
    made = Desktop(theme, tmp_path, sqlite_location, lambda: NOW, start)
    made.work_as(start.people[0])
    with qtbot.waitSignal(made.workday.listed), qtbot.waitActive(made.window):
        made.show()
        made.window.activateWindow()
    yield made
    made.window.close()
    made.window.deleteLater()


def test_it_is_reached_by_key_and_from_the_menus(qtbot: QtBot, desktop: Desktop) -> None:
    window = desktop.window
    QTest.keyClick(window, Qt.Key.Key_7, CTRL)
    qtbot.waitUntil(lambda: window.shown == "ranking")
    assert window.rail._group.checkedButton() is None  # it is not in the rail
    for page, button in (("today", desktop.page._desk.more), ("results", None)):
        window.run(f"page.{page}")
        more = button or window.page("results").head.more  # type: ignore[attr-defined]
        (action,) = [a for a in more.make_menu().actions() if a.text().startswith("Ranking")]
        action.trigger()
        assert window.shown == "ranking"


def test_it_leads_to_the_settings_it_speaks_of_and_back_to_today(
    qtbot: QtBot, desktop: Desktop
) -> None:
    window = desktop.window
    window.run("page.ranking")
    page = window.page("ranking")
    assert isinstance(page, RankingPage)
    qtbot.waitUntil(lambda: page.found is not None)
    page.panels.tests.settings.click()
    found = window.page("settings")
    assert isinstance(found, SettingsPage)
    qtbot.waitUntil(found.agency.isVisible)
    assert window.shown == "settings"
    page.panels.learnt.settings.click()
    qtbot.waitUntil(found.signals.isVisible)
    page.today_wanted.emit()
    assert window.shown == "today"
    marked = window.rail._group.checkedButton()
    assert marked is not None
    assert marked.accessibleName().startswith("Today")
