"""The rows behind the table: read a page at a time, once each, and never all of them."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.clients.table_world import LONG_NAME, OWNERS, long, usual
from warmcalls.domain.client_columns import COLUMNS, SHOWN, ClientRow
from warmcalls.domain.client_edits import Edit
from warmcalls.ui.clients.table.model import PLACE, ClientModel
from warmcalls.ui.clients.table.row_cache import MOST, RowCache

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
SHOWS = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def model(qapp: QApplication) -> ClientModel:
    del qapp
    made = ClientModel()
    made.cache.owners = OWNERS
    return made


@pytest.fixture
def asked(model: ClientModel) -> list[list[int]]:
    found: list[list[int]] = []
    model.rows_wanted.connect(found.append)
    return found


def rows(*ids: int) -> list[ClientRow]:
    return [ClientRow(each, f"Client {each}", tier="A") for each in ids]


def said(model: ClientModel, row: int, column: str, role: Qt.ItemDataRole = SHOWS) -> str:
    return str(model.index(row, PLACE[column]).data(role))


def test_what_is_in_view_is_asked_for_with_a_page_either_side(
    model: ClientModel, asked: list[list[int]]
) -> None:
    model.show_ids(range(100, 100_100))
    model.want(50, 59)
    assert asked == [list(range(140, 170))]


def test_one_request_is_under_way_at_a_time(model: ClientModel, asked: list[list[int]]) -> None:
    model.show_ids(range(1, 1001))
    model.want(0, 9)
    for first in range(0, 900, 30):
        model.want(first, first + 9)
    assert len(asked) == 1
    model.take_rows(rows(*asked[0]))
    assert len(asked) == 2
    assert set(asked[1]) == set(range(861, 891))


def test_nothing_is_asked_for_twice(model: ClientModel, asked: list[list[int]]) -> None:
    model.show_ids(range(1, 101))
    seen: set[int] = set()
    for first in range(0, 90, 4):
        model.want(first, first + 9)
        if asked:
            ids = asked.pop()
            assert not seen.intersection(ids)
            seen.update(ids)
            model.take_rows(rows(*ids))
    assert seen == set(range(1, 101))


def test_what_does_not_come_is_gone_and_not_asked_for_again(
    model: ClientModel, asked: list[list[int]]
) -> None:
    model.show_ids([1, 2, 3])
    model.want(0, 2)
    assert said(model, 1, "name", SPOKEN) == "Client: is being read"
    model.take_rows(rows(1, 3))
    assert asked == [[1, 2, 3], [2]]
    assert said(model, 1, "name", SPOKEN) == "Client: is being read"
    model.take_rows([])
    model.want(0, 2)
    assert asked == [[1, 2, 3], [2]]
    assert said(model, 1, "name", SPOKEN) == "Client: is no longer there"


def test_a_request_that_fails_can_be_let_go(model: ClientModel, asked: list[list[int]]) -> None:
    model.show_ids([1, 2])
    model.want(0, 1)
    model.let_go()
    model.want(0, 1)
    assert asked == [[1, 2], [1, 2]]


def test_rows_are_kept_when_the_order_changes(model: ClientModel, asked: list[list[int]]) -> None:
    model.show_ids([1, 2, 3])
    model.want(0, 2)
    model.take_rows(rows(1, 2, 3))
    model.show_ids([3, 1])
    model.want(0, 1)
    assert len(asked) == 1
    assert said(model, 0, "name") == "Client 3"
    assert [model.row_of(each) for each in (1, 2, 3)] == [1, -1, 0]


def test_what_is_forgotten_is_shown_until_it_comes_anew(
    model: ClientModel, asked: list[list[int]]
) -> None:
    model.show_ids([1])
    model.want(0, 0)
    model.take_rows(rows(1))
    model.forget()
    assert asked == [[1], [1]]
    assert said(model, 0, "name") == "Client 1"
    model.take_rows([ClientRow(1, "Renamed")])
    assert said(model, 0, "name") == "Renamed"


def test_an_answer_from_before_a_change_does_not_count(
    model: ClientModel, asked: list[list[int]]
) -> None:
    model.show_ids([1])
    model.want(0, 0)
    model.forget()
    model.take_rows(rows(1))
    assert asked == [[1], [1]]


def test_never_more_rows_than_the_most_are_kept(model: ClientModel, asked: list[list[int]]) -> None:
    model.show_ids(range(1, 20_001))
    for first in range(0, 20_000, 100):
        model.want(first, first + 99)
        while asked:
            model.take_rows(rows(*asked.pop()))
    assert len(model.cache) <= MOST
    assert model.client(19_999) is not None
    assert model.client(0) is None


def test_the_rows_seen_last_are_kept() -> None:
    cache = RowCache(most=3)
    cache.take(rows(1, 2, 3))
    assert cache.get(1) is not None
    cache.take(rows(4))
    assert [each for each in (1, 2, 3, 4) if cache.get(each)] == [1, 3, 4]


def test_the_scale_of_warmth_is_that_of_all_rows_seen() -> None:
    cache = RowCache()
    cache.take([ClientRow(1, "A", warmth=(1.0, 4.0)), ClientRow(2, "B", warmth=(2.0,))])
    cache.take([ClientRow(3, "C", warmth=(3.0,))])
    assert cache.top == 4.0


@pytest.mark.parametrize(
    ("column", "text", "shown"),
    [
        ("tier", "c", "C"),
        ("fee", "8.4k", "£8,400"),
        ("owner", "marc", "Marc D."),
        ("owner", "", "–"),
        ("tags", "b, a", "a, b"),
        ("since", "3 March 2019", "3 Mar 2019"),
        ("since", "4 March", "4 Mar 2025"),
        ("staff", "1200", "1,200"),
        ("tier", "Z", "A"),  # refused: it stays as it was
    ],
)
def test_an_edit_is_shown_at_once_and_can_be_taken_back(
    model: ClientModel, column: str, text: str, shown: str
) -> None:
    model.cache.today = lambda: date(2026, 3, 3)
    model.show_ids([1])
    model.take_rows(usual()[:1])
    before, edit = said(model, 0, column), Edit(1, column, text)
    model.put([edit])
    assert said(model, 0, column) == shown
    model.revert([edit])
    assert said(model, 0, column) == before


def test_a_signal_can_take_edits_back(model: ClientModel) -> None:
    class Action(QObject):
        refused = Signal(object)

    model.show_ids([1])
    model.take_rows(usual()[:1])
    action, edits = Action(), [Edit(1, "tier", "B")]
    action.refused.connect(model.revert)
    model.put(edits)
    action.refused.emit(edits)
    assert said(model, 0, "tier") == "A"


def test_only_the_refused_edit_is_taken_back(model: ClientModel) -> None:
    model.show_ids([1])
    model.take_rows(usual()[:1])
    first, second = Edit(1, "tier", "B"), Edit(1, "sector", "Food")
    model.put([first])
    model.put([second])
    model.revert([first])
    assert said(model, 0, "tier") == "A"
    assert said(model, 0, "sector") == "Food"


def test_what_was_read_counts_more_than_what_was_typed(model: ClientModel) -> None:
    model.show_ids([1])
    model.take_rows(usual()[:1])
    model.put([Edit(1, "tier", "B")])
    model.take_rows([replace(usual()[0], tier="C")])
    assert said(model, 0, "tier") == "C"


def test_while_a_cell_is_edited_the_rows_stay(model: ClientModel) -> None:
    model.show_ids([1, 2])
    model.hold(held=True)
    model.show_ids([2])
    model.show_ids([2, 3])
    assert list(model.ids) == [1, 2]
    model.hold(held=False)
    assert list(model.ids) == [2, 3]


def test_the_same_list_again_changes_nothing(model: ClientModel, qtbot: QtBot) -> None:
    model.show_ids([1, 2])
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_ids([1, 2])


def test_columns_are_those_there_are_and_the_name_is_one(model: ClientModel) -> None:
    assert model.columns == list(SHOWN)
    model.set_columns(["town", "nonsense", "tier", "town"])
    assert model.columns == ["name", "town", "tier"]


def test_every_cell_has_words_for_eye_and_ear(model: ClientModel) -> None:
    model.show_ids([1, 2])
    model.take_rows(long()[:2])
    for column in COLUMNS:
        for row in (0, 1):
            assert said(model, row, column.id)
            spoken = said(model, row, column.id, SPOKEN)
            assert spoken.startswith(f"{column.head}: ")
            assert "–" not in spoken
            assert "\n" not in said(model, row, column.id)
    assert said(model, 0, "name") == LONG_NAME
    assert said(model, 0, "name", SPOKEN) == f"Client: {LONG_NAME}, may be there twice"
    assert said(model, 1, "fee") == "–"
    assert said(model, 0, "coverage", SPOKEN) == (
        "Coverage: 4 of 4: a contact, a number, an identifier, reached in 90 days"
    )
    assert said(model, 1, "coverage", SPOKEN) == (
        "Coverage: 0 of 4; still needs a contact, a number, an identifier, reached in 90 days"
    )
    assert said(model, 1, "warmth", SPOKEN) == "Warmth, 30 days: no interest in 30 days"


def test_tips_say_what_cells_have_no_words_for(model: ClientModel) -> None:
    model.show_ids([1])
    model.take_rows(long()[:1])
    tip = Qt.ItemDataRole.ToolTipRole
    assert said(model, 0, "tags", tip) == "drivers, salary guide 2026, webinar, event, x"
    assert said(model, 0, "notes", tip).startswith("Rang twice.")
    assert said(model, 0, "warmth", tip) == "warmest 9 days ago, now 69 % of that"
    assert said(model, 0, "tier", tip) == ""
