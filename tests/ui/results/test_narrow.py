"""The Results page where there is little room: filters and deeds fold, panels stand in one column."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.ui.results import conftest
from warmcalls.domain.periods import Period
from warmcalls.store.choices import Choices
from warmcalls.ui.main_window import MainWindow
from warmcalls.ui.rail import RailEntry
from warmcalls.ui.results.head import Head
from warmcalls.ui.results.page import ResultsPage
from warmcalls.ui.theme import Theme

CHOICES = Choices(("E-mail", "Post"), ("Build", "Care"), ((1, "Beth Okafor"),), ((3, "Guide"),))
YEAR = Period("2025-03-01", "2026-02-28")


@pytest.fixture
def head(qtbot: QtBot, theme: Theme) -> Iterator[Head]:
    """The head with something to choose in every filter."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Head(theme)
    made.setParent(window)  # a window could not be narrower than what is in it
    made.show_choices(CHOICES, YEAR, "2026-03-03")
    window.show()
    yield made
    window.hide()


def seen(head: Head) -> list[QWidget]:
    parts = (head.period, head.channel, head.recruiter, head.sector, head.campaign, head.credit)
    deeds = (head.statement, head.more, head.save, head.save_keyless)
    return [part for part in (head.title, *parts, *deeds) if not part.isHidden()]


def offered(head: Head) -> list[str]:
    menu = head.more.make_menu()
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def test_everything_is_in_one_row_at_1440(head: Head) -> None:
    head.resize(1260, head.height())
    QApplication.processEvents()
    assert len({part.y() + part.height() // 2 for part in seen(head)}) == 1
    assert {head.statement, head.recruiter, head.sector} <= set(seen(head))
    assert offered(head) == [
        "Briefs and fees…",
        "Ranking: promised and kept",
        "Month figures…",
        "Copy",
        "Print…",
    ]


@pytest.mark.parametrize("width", [480, 560, 760, 900, 1052, 1100, 1260, 1680])
def test_whatever_has_no_room_is_in_the_menu_and_nothing_is_cut(head: Head, width: int) -> None:
    head.resize(width, head.height())
    QApplication.processEvents()  # a layout follows what is shown in an event of its own
    shown = set(seen(head))
    for part in shown:
        assert part.x() >= 0
        assert part.x() + part.width() <= width
        assert part.width() >= part.sizeHint().width()
    assert (head.statement in shown) != ("Statement" in offered(head))
    assert (head.recruiter in shown) != ("Recruiter" in offered(head))
    assert (head.sector in shown) != ("Sector" in offered(head))
    assert len({head.save, head.save_keyless} & shown) == 1


def test_a_filter_that_is_set_is_never_hidden(qtbot: QtBot, head: Head) -> None:
    head.resize(1052, head.height())
    assert head.sector.isHidden()
    (sector,) = [m for m in head.more.make_menu().actions() if m.text() == "Sector"]
    menu = sector.menu()
    assert menu is not None
    with qtbot.waitSignal(head.asked):
        next(each for each in menu.actions() if each.text() == "Care").trigger()  # type: ignore[attr-defined]
    assert not head.sector.isHidden()
    assert head.wanted.sector == "Care"


def test_the_menu_does_what_it_says(qtbot: QtBot, head: Head) -> None:
    for words, deed in (("Copy", "copy"), ("Month figures…", "months"), ("Print…", "print")):
        action = next(a for a in head.more.make_menu().actions() if a.text().startswith(words))
        with qtbot.waitSignal(head.deed) as heard:
            action.trigger()
        assert heard.args == [deed]


def test_panels_and_figures_stand_in_one_column_where_it_is_narrow(
    qtbot: QtBot, page: ResultsPage
) -> None:
    page.resize(700, 700)
    panels, headline = page.panels.charts, page.headline
    qtbot.waitUntil(lambda: panels[1].x() == panels[0].x())
    assert headline.figure.y() > headline.sentence.y()
    page.resize(1260, 872)
    qtbot.waitUntil(lambda: panels[1].y() == panels[0].y())
    assert headline.figure.x() > headline.sentence.x()


def test_with_text_twice_as_large_nothing_is_scrolled_sideways(
    qtbot: QtBot, theme: Theme, world: Agency, sqlite_location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    del world
    monkeypatch.setattr(theme, "scale", 2.0)
    pages = conftest.opened(qtbot, theme, sqlite_location)
    page = next(pages)
    entries = [RailEntry("results", "Results", "ph.chart-bar")]
    window = MainWindow(theme, {"results": page}, entries, find=lambda *_: None)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitUntil(lambda: all(p.view.is_drawn for p in page.panels.charts))
    assert page.width() <= window.pages.width()
    for part in (*page.panels.charts, page.headline.likely, page.headline.without):
        assert part.mapTo(page, part.rect().topRight()).x() <= page.width()
    next(pages, None)
