"""The timeline on the call card: three entries wherever there is any room for them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.today.world import NOW, ZONE, clock
from warmcalls.domain.calls import Happening, HappeningKind
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.timeline import Timeline


@pytest.fixture
def timeline(qtbot: QtBot, theme: Theme) -> Timeline:
    made = Timeline(theme, Now(clock, ZONE))
    qtbot.addWidget(made)
    made.show()
    return made


def entries(count: int) -> tuple[Happening, ...]:
    return tuple(
        Happening(NOW - n * DAY, HappeningKind.SIGNAL, f"Page {n}", "", Kind.SERVICES_PAGE)
        for n in range(count)
    )


def drawn(timeline: Timeline) -> list[int]:
    """Return the heights at which something is drawn where the day of an entry stands."""
    picture = timeline.grab().toImage()
    ground = picture.pixelColor(0, 0)
    rows = [
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y) != ground for x in range(30, 100))
    ]
    return [y for i, y in enumerate(rows) if not i or y - rows[i - 1] > 1]


@pytest.mark.parametrize(
    ("height", "expected"),
    [
        (171, 5),
        (157, 5),
        (127, 5),
        (107, 4),
        (88, 3),
        (81, 3),
        (72, 3),
        (55, 3),
        (54, 3),
        (40, 2),
        (18, 1),
    ],
)
def test_three_entries_are_shown_where_there_is_room(
    timeline: Timeline, height: int, expected: int
) -> None:
    timeline.resize(700, height)
    timeline.show_entries(entries(10))
    assert len(drawn(timeline)) == expected


def test_what_fits_needs_no_count(timeline: Timeline) -> None:
    timeline.resize(700, 81)
    timeline.show_entries(entries(3))
    assert len(drawn(timeline)) == 3


@pytest.mark.parametrize(("height", "at"), [(81, QPoint(140, 70)), (55, QPoint(680, 45))])
def test_the_count_opens_the_rest(
    timeline: Timeline, qtbot: QtBot, height: int, at: QPoint
) -> None:
    timeline.resize(700, height)
    timeline.show_entries(entries(10))
    with qtbot.assertNotEmitted(timeline.more_wanted):
        QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(140, 10))
    with qtbot.waitSignal(timeline.more_wanted):
        QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=at)
