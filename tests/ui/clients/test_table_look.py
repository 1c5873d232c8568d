"""How the table looks and what it keeps: heads, widths, chips, figures, words for screen readers."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.clients.table_world import OWNERS, Desk, long, usual
from warmcalls.domain.client_columns import COLUMNS, SHOWN
from warmcalls.ui.clients.table.model import PLACE
from warmcalls.ui.clients.table.painting import fitting
from warmcalls.ui.clients.table.steps import Place
from warmcalls.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    made = Desk(theme, usual())
    qtbot.addWidget(made.table)
    made.table.resize(944, 620)
    with qtbot.waitExposed(made.table):
        made.table.show()
    made.table.setFocus()
    qtbot.waitUntil(lambda: made.model.client(17) is not None)
    return made


def cell(desk: Desk, row: int, column: str) -> QRect:
    return desk.table.visualRect(desk.model.index(row, PLACE[column]))


def colours(desk: Desk, area: QRect) -> set[str]:
    image = desk.table.viewport().grab(area).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def head_spot(desk: Desk, column: str) -> QPoint:
    head = desk.table.head
    left = head.sectionViewportPosition(PLACE[column])
    return QPoint(left + head.sectionSize(PLACE[column]) // 2, head.height() // 2)


def shown_in_order(desk: Desk) -> list[str]:
    head = desk.table.head
    places = [head.logicalIndex(each) for each in range(head.count())]
    return [COLUMNS[place].id for place in places if not head.isSectionHidden(place)]


def test_the_usual_columns_fit_beside_the_panel(desk: Desk) -> None:
    assert shown_in_order(desk) == list(SHOWN)
    assert desk.table.horizontalScrollBar().maximum() == 0
    desk.table.resize(700, 620)
    assert desk.table.horizontalScrollBar().maximum() > 0


def test_a_chosen_row_has_a_bar_and_the_cell_a_ring(desk: Desk, theme: Theme) -> None:
    desk.table.go(Place(3, 2))
    text, ground = theme.tokens.text.lower(), theme.tokens.selected.lower()
    bar = desk.table.viewport().grab(QRect(0, 3 * 32 + 5, 3, 20)).toImage()
    assert bar.pixelColor(1, 10).name() == text
    ring = cell(desk, 3, "sector")
    assert text in colours(desk, QRect(ring.left(), ring.top() + 10, 3, 8))
    other = cell(desk, 3, "owner")
    assert colours(desk, QRect(other.left(), other.top() + 2, 3, 26)) == {ground}
    plain = cell(desk, 6, "owner")
    assert colours(desk, QRect(plain.left(), plain.top() + 2, 3, 26)) == {
        theme.tokens.surface.lower()
    }


def test_figures_end_at_one_line(desk: Desk, theme: Theme) -> None:
    ends = set()
    for row in (0, 2, 5, 8):
        area = cell(desk, row, "fee")
        image = desk.table.viewport().grab(area.adjusted(0, 0, 0, -1)).toImage()
        ground = image.pixelColor(0, 4).name()
        inked = [
            x
            for x in range(image.width())
            for y in range(4, 26)
            if image.pixelColor(x, y).name() != ground
        ]
        ends.add(max(inked))
    assert max(ends) - min(ends) <= 1
    assert QFontMetricsF(theme.font(13)).horizontalAdvance("£11,111") == pytest.approx(
        QFontMetricsF(theme.font(13)).horizontalAdvance("£88,888")
    )


def test_a_figure_is_never_cut_into_another_one(desk: Desk) -> None:
    desk.model.take_rows([replace(usual()[0], fee=123_456_789_00, people=123_456)])
    row = desk.model.client(0)
    assert row is not None
    assert desk.table.delegate._shorter(row, COLUMNS[PLACE["fee"]]) == "£123.5m"
    assert desk.table.delegate._shorter(row, COLUMNS[PLACE["people"]]) == "…"


def test_chips_as_many_as_fit(theme: Theme) -> None:
    tags = ("drivers", "guide", "webinar")
    assert fitting(tags, 400, theme) == (list(tags), "")
    assert fitting(tags, 110, theme) == (["drivers"], "+2")
    cut, more = fitting(tags, 64, theme)
    assert cut[0].endswith("…")
    assert more == "+2"
    assert fitting(tags, 40, theme) == ([], "+3")
    assert fitting(("drivers",), 40, theme)[0][0].endswith("…")
    assert fitting((), 100, theme) == ([], "")


@given(st.lists(st.text("abc ", min_size=1, max_size=20), max_size=6), st.floats(0, 500))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_tag_is_lost(theme: Theme, tags: list[str], room: float) -> None:
    shown, more = fitting(tags, room, theme)
    assert len(shown) + int(more or 0) == len(tags)


def test_all_sparklines_are_on_one_scale(desk: Desk, theme: Theme) -> None:
    def high(row: int) -> int:
        image = desk.table.viewport().grab(cell(desk, row, "warmth")).toImage()
        accent = QColor(theme.tokens.accent).name()
        dotted = [
            y
            for y in range(image.height())
            for x in range(image.width())
            if image.pixelColor(x, y).name() == accent
        ]
        return max(dotted) - min(dotted)

    assert high(0) > 3 * high(10)
    assert desk.model.cache.top == max(max(row.warmth, default=0) for row in usual())


def test_a_click_sorts_and_another_turns(desk: Desk) -> None:
    heard: list[tuple[str, bool]] = []
    desk.table.sorted_by.connect(lambda column, falls: heard.append((column, falls)))
    view = desk.table.head.viewport()
    for column in ("fee", "fee", "name", "name", "warmth"):
        QTest.mouseClick(view, LEFT, pos=head_spot(desk, column))
    assert heard == [
        ("fee", True), ("fee", False), ("name", False), ("name", True), ("warmth", True),
    ]  # fmt: skip
    said = desk.model.headerData(
        PLACE["warmth"], Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert said == "Warmth, 30 days, sorted downwards"


def test_a_head_is_dragged_to_another_place(desk: Desk, qtbot: QtBot) -> None:
    view = desk.table.head.viewport()
    start, end = head_spot(desk, "tags"), head_spot(desk, "tier") - QPoint(14, 0)
    with qtbot.waitSignal(desk.table.columns_changed):
        QTest.mousePress(view, LEFT, pos=start)
        for x in range(start.x(), end.x(), -20):
            QTest.mouseMove(view, QPoint(x, end.y()))
        QTest.mouseMove(view, end)
        QTest.mouseRelease(view, LEFT, pos=end)
    assert desk.model.columns[:3] == ["name", "tags", "tier"]
    assert shown_in_order(desk) == desk.model.columns


def test_a_divider_is_dragged_and_the_width_is_kept(desk: Desk, theme: Theme) -> None:
    head, view = desk.table.head, desk.table.head.viewport()
    edge = head.sectionViewportPosition(PLACE["sector"]) + head.sectionSize(PLACE["sector"]) - 1
    before, high = head.sectionSize(PLACE["sector"]), head.height() // 2
    QTest.mousePress(view, LEFT, pos=QPoint(edge, high))
    QTest.mouseMove(view, QPoint(edge + 30, high))
    QTest.mouseMove(view, QPoint(edge + 60, high))
    QTest.mouseRelease(view, LEFT, pos=QPoint(edge + 60, high))
    wide = head.sectionSize(PLACE["sector"])
    assert wide == pytest.approx(before + 60, abs=2)
    other = Desk(theme, usual())
    other.table.restore_state(desk.table.save_state())
    other.table.resize(944, 620)
    assert other.table.head.sectionSize(PLACE["sector"]) == wide
    other.table.deleteLater()


def test_a_double_click_on_a_divider_fits_what_is_in_view(desk: Desk) -> None:
    desk.model.take_rows([replace(usual()[0], sector="Construction and civil engineering")])
    head = desk.table.head
    desk.table.fit("sector")
    assert head.sectionSize(PLACE["sector"]) > 200
    desk.table.fit("tier")
    assert head.sectionSize(PLACE["tier"]) < 48


def test_columns_are_shown_and_hidden_by_the_menu(desk: Desk) -> None:
    menu = desk.table.head.make_menu()
    by_name = {action.text(): action for action in menu.actions()}
    assert not by_name["Client"].isEnabled()
    by_name["Town"].trigger()
    by_name["Tier"].trigger()
    assert "tier" not in shown_in_order(desk)
    assert shown_in_order(desk)[-1] == "town"
    by_name["As they were at first"].trigger()
    assert shown_in_order(desk) == list(SHOWN)


def test_what_is_kept_comes_back(desk: Desk, theme: Theme) -> None:
    desk.model.set_columns(["name", "town", "fee"])
    desk.table.head.set_width("town", 222)
    other = Desk(theme, usual())
    other.table.restore_state(desk.table.save_state().encode())
    assert other.model.columns == ["name", "town", "fee"]
    assert shown_in_order(other) == ["name", "town", "fee"]
    assert json.loads(other.table.save_state()) == json.loads(desk.table.save_state())
    other.table.deleteLater()


STATES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["columns", "widths", "name", "town", "x"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(STATES.map(json.dumps) | st.text(max_size=20) | st.binary(max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_was_kept_the_table_stands(desk: Desk, said: str | bytes) -> None:
    desk.table.restore_state(said)
    assert "name" in desk.model.columns
    assert shown_in_order(desk) == desk.model.columns
    assert all(desk.table.head.sectionSize(PLACE[c]) > 0 for c in desk.model.columns)


def test_the_text_size_scales_widths(theme: Theme, qtbot: QtBot) -> None:
    theme.scale = 2.0
    try:
        large = Desk(theme, long())
        qtbot.addWidget(large.table)
        large.table.resize(1400, 700)
        large.table.show()
        assert large.table.rowHeight(0) == 64
        assert large.table.head.sectionSize(PLACE["name"]) >= 396
        assert not large.table.grab().isNull()
    finally:
        theme.scale = 1.0


def test_screen_readers_hear_cells(desk: Desk) -> None:
    table = QAccessible.queryAccessibleInterface(desk.table)
    assert table is not None
    assert table.text(QAccessible.Text.Name) == "Clients"
    assert "F2" in table.text(QAccessible.Text.Description)
    desk.table.nothing = "No client fits."
    desk.model.show_ids([])
    assert table.text(QAccessible.Text.Description) == "No client fits."
    desk.model.show_ids([1])
    index = desk.model.index(0, PLACE["tier"])
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Tier: A"


def test_choices_are_offered_by_column(desk: Desk) -> None:
    assert desk.model.cache.owners == OWNERS
    assert desk.table.delegate.known["owner"] == tuple(OWNERS)
    assert desk.table.delegate.known["tier"] == ("A", "B", "C")


@pytest.fixture
def narrow(desk: Desk) -> Desk:
    """The table with its last cell current: the others have scrolled under the names."""
    desk.table.resize(600, 620)
    desk.table.go(Place(3, 9))
    assert desk.table.frozen_width == desk.table.head.sectionSize(PLACE["name"])
    return desk


def test_names_stay_in_view_while_the_rest_scrolls_sideways(narrow: Desk, theme: Theme) -> None:
    assert cell(narrow, 5, "name").left() == 0
    assert theme.tokens.text.lower() in colours(narrow, QRect(24, 5 * 32 + 4, 140, 24))
    assert narrow.table.head.covered() == narrow.table.frozen_width


def test_a_cell_under_the_names_comes_out_when_it_is_current(narrow: Desk) -> None:
    for at in range(8, 0, -1):
        QTest.keyClick(narrow.table, Qt.Key.Key_Left)
        assert narrow.table.place == Place(3, at)
        column = narrow.model.columns[at]
        assert cell(narrow, 3, column).left() >= narrow.table.frozen_width
    QTest.keyClick(narrow.table, Qt.Key.Key_Home)
    assert narrow.table.horizontalScrollBar().value() == 0


def test_names_that_stay_are_pressed_and_edited_where_they_are(narrow: Desk) -> None:
    heard: list[tuple[str, bool]] = []
    narrow.table.sorted_by.connect(lambda column, falls: heard.append((column, falls)))
    QTest.mouseClick(narrow.table.head.viewport(), LEFT, pos=QPoint(40, 12))
    assert heard == [("name", False)]
    QTest.mouseClick(narrow.table.viewport(), LEFT, pos=QPoint(40, 6 * 32 + 16))
    assert narrow.table.place == Place(6, 0)
    assert narrow.table.chosen_ids == [7]
    narrow.table.edit_here()
    field = narrow.table.delegate.field
    assert field is not None
    assert field.text() == "Brightwater Housing"
    assert field.x() == 18
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_a_name_that_takes_too_much_room_does_not_stay(desk: Desk) -> None:
    desk.table.resize(420, 620)
    desk.table.go(Place(3, 9))
    assert desk.table.frozen_width == 0
