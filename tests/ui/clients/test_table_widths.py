"""How the columns share the table's room."""

from hypothesis import given
from hypothesis import strategies as st

from warmcalls.ui.clients.table.widths import share

COLUMNS = ("name", "fee", "tags", "fit")
widths = st.fixed_dictionaries({column: st.integers(36, 400) for column in COLUMNS})


@given(st.integers(0, 2000), widths, st.integers(0, 300), st.integers(0, 400))
def test_no_width_is_lost(room: int, wanted: dict[str, int], give: int, grow: int) -> None:
    least = {column: max(wide - give, 36) for column, wide in wanted.items() if column != "fit"}
    found = share(room, wanted, least, {"name": grow, "tags": grow}, 36)
    assert list(found) == list(wanted)
    if sum(wanted.values()) <= room:  # nothing is cut, and what may not grow does not
        assert sum(found.values()) <= room
        assert all(0 <= found[c] - wanted[c] <= grow for c in ("name", "tags"))
        assert (found["fee"], found["fit"]) == (wanted["fee"], wanted["fit"])
    else:
        kept = (c for c in least if c != "name")
        assert all(least[c] <= found[c] <= wanted[c] for c in kept)
        assert found["fit"] == wanted["fit"]
        if sum(least.values()) + wanted["fit"] <= room:
            assert sum(found.values()) <= room


def test_few_columns_leave_room_empty() -> None:
    wanted = {"name": 200, "fee": 80, "fit": 56}
    found = share(1100, wanted, {}, {"name": 200}, 160)
    assert found == {"name": 400, "fee": 80, "fit": 56}


def test_the_name_gives_way_at_last_where_that_is_enough() -> None:
    wanted, least = {"name": 200, "fee": 90}, {"name": 198, "fee": 90}
    assert share(260, wanted, least, {}, 160) == {"name": 170, "fee": 90}
    assert share(240, wanted, least, {}, 160) == {"name": 198, "fee": 90}
