"""What always holds as cells move and rows are chosen, whatever is pressed in whatever order."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from warmcalls.ui.clients.table.chosen import Chosen
from warmcalls.ui.clients.table.steps import Place, Room, next_cell, stepped

KEYS = [
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
]  # fmt: skip
ROOMS = st.builds(Room, st.integers(1, 50), st.integers(1, 8), st.integers(0, 30))


@given(ROOMS, st.lists(st.tuples(st.sampled_from(KEYS), st.booleans()), max_size=30))
def test_no_key_leads_out_of_the_table(room: Room, keys: list[tuple[Qt.Key, bool]]) -> None:
    place = Place(0, 0)
    for key, ctrl in keys:
        place = stepped(key, place, room, ctrl=ctrl) or place
        assert 0 <= place.row < room.rows
        assert 0 <= place.at < room.columns


@given(ROOMS)
def test_tab_reaches_every_cell_once_and_back(room: Room) -> None:
    seen, place = [Place(0, 0)], Place(0, 0)
    while (to := next_cell(place, room, 1)) is not None:
        assert next_cell(to, room, -1) == place
        seen.append(to)
        place = to
    assert len(set(seen)) == len(seen) == room.rows * room.columns
    assert next_cell(Place(0, 0), room, -1) is None


def test_other_keys_lead_nowhere() -> None:
    assert stepped(Qt.Key.Key_A, Place(0, 0), Room(5, 5)) is None
    assert stepped(Qt.Key.Key_Down, Place(0, 0), Room(0, 5)) is None
    assert stepped(Qt.Key.Key_PageDown, Place(0, 0), Room(5, 5), ctrl=True) is None


IDS = st.integers(1, 12)
DEEDS = st.one_of(
    st.tuples(st.just("only"), IDS),
    st.tuples(st.just("turn"), IDS),
    st.tuples(st.just("run"), IDS),
    st.tuples(st.just("add run"), IDS),
    st.tuples(st.just("all"), IDS),
    st.tuples(st.just("keep"), IDS),
)


@given(st.lists(DEEDS, max_size=20))
def test_what_is_chosen_is_in_the_list_and_in_its_order(deeds: list[tuple[str, int]]) -> None:
    ids = list(range(1, 13))
    chosen = Chosen()
    for deed, which in deeds:
        if which not in ids:
            continue
        rows = {each: row for row, each in enumerate(ids)}
        if deed == "keep":
            ids = [each for each in reversed(ids) if each != which]
            chosen.keep({each: row for row, each in enumerate(ids)})
        elif "run" in deed:
            first, last = sorted((rows.get(chosen.anchor, rows[which]), rows[which]))
            run = ids[first : last + 1]
            chosen.run(run, adds=deed == "add run")
            assert chosen.ids >= set(run)
        elif deed == "all":
            chosen.all(ids)
            assert chosen.ids == set(ids)
        else:
            before = chosen.ids
            getattr(chosen, deed)(which)
            assert chosen.ids == ({which} if deed == "only" else before ^ {which})
    rows = {each: row for row, each in enumerate(ids)}
    assert chosen.in_order(ids, rows) == [each for each in ids if each in chosen.ids]
    assert chosen.ids <= set(ids)
    assert chosen.anchor in {0, *ids}
