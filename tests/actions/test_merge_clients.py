"""Merging clients: nothing is lost, every count stays right, and all of it comes undone."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.actions.merge_world import MergeWorld, counted, two_clients
from tests.agency import Agency
from warmcalls.actions.edit_client import do_not_call
from warmcalls.actions.import_files import import_file
from warmcalls.actions.merge_clients import compare, merge_clients
from warmcalls.actions.redo import redo
from warmcalls.actions.revert_import import revert_import
from warmcalls.actions.undo import names, undo
from warmcalls.domain.client_merge import Take
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.store import client_merge, clients
from warmcalls.store.engine import Row

THEIRS = (*client_merge.OF_A_CLIENT, *client_merge.ONE_BY_ONE)


def rows(agency: Agency, table: str, client_id: int) -> list[Row]:
    return agency.db.query(f"select * from {table} where client_id = :i order by 1", i=client_id)


def test_everything_of_the_one_that_goes_becomes_the_kept_ones(agency: Agency) -> None:
    world = two_clients(agency)
    before = agency.dump()
    done = merge_clients(agency.db, world.keep, world.gone, now=agency.now)
    assert done.said == "Merged Northmoor Logistic Ltd into Northmoor Logistics"
    assert done.id == world.keep
    for table in (*THEIRS, *client_merge.JOINED, *client_merge.WORKED_OUT):
        assert not rows(agency, table, world.gone), table
        assert rows(agency, table, world.keep), table
    after = agency.dump()
    for table in THEIRS:
        if table in after and table not in {"phone", "identifier", "objection"}:
            assert len(after[table]) == len(before[table]), table
    assert counted(agency) == after["warmth"]
    assert agency.db.query("select * from standing where client_id = :i", i=world.keep)
    undo(agency.db, now=agency.now)
    assert agency.dump() == before
    redo(agency.db, now=agency.now)
    assert agency.dump() == after
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


@pytest.mark.parametrize(
    ("column", "known"),
    [
        (
            "client_id",
            {*THEIRS, *client_merge.JOINED, *client_merge.PAIRS, *client_merge.WORKED_OUT},
        ),
        ("contact_id", {*client_merge.OF_A_CONTACT}),
        ("phone_id", {*client_merge.OF_A_PHONE}),
    ],
)
def test_no_table_that_names_a_client_is_forgotten(
    agency: Agency, column: str, known: set[str]
) -> None:
    parent = column.removesuffix("_id")
    if agency.db.dialect == "sqlite":
        found = agency.db.tuples(
            "select m.name from sqlite_schema m, pragma_table_info(m.name) c"
            " where m.type = 'table' and c.name = :column"
            " union select m.name from sqlite_schema m, pragma_foreign_key_list(m.name) f"
            ' where f."table" = :parent',
            column=column,
            parent=parent,
        )
    else:
        found = agency.db.tuples(
            "select table_name from information_schema.columns"
            " where table_schema = 'public' and column_name = :column"
            " union select cast(cast(conrelid as regclass) as text) from pg_constraint"
            " where contype = 'f' and confrelid = cast(:parent as regclass)",
            column=column,
            parent=parent,
        )
    assert {row[0] for row in found} == known, "say in store/client_merge.py what becomes of it"


def test_the_same_person_and_the_same_number_become_one(agency: Agency) -> None:
    world = two_clients(agency)
    merge_clients(agency.db, world.keep, world.gone, now=agency.now)
    people = {row["name"]: row for row in rows(agency, "contact", world.keep)}
    assert set(people) == {"Priya Nair", "Tom Hale", "Ann Cole"}
    priya = people["Priya Nair"]
    assert (priya["role"], priya["email"]) == ("HR Director", "priya@northmoor.example")
    assert priya["notes"] == "Likes mornings\n\nLeft-handed"
    phones = {row["number"]: row for row in rows(agency, "phone", world.keep)}
    assert set(phones) == {"+442079460001", "+442079460002", "+442079460003"}
    shared = phones["+442079460001"]
    assert (shared["registered"], shared["dead"], shared["screened_at"]) == (1, 1, 77)
    assert shared["screened_by"] == "CTPS"
    called = {row["phone_id"] for row in rows(agency, "call", world.keep)}
    assert called <= {row["id"] for row in phones.values()} | {None}
    by_priya = rows(agency, "signal", world.keep)
    assert {row["contact_id"] for row in by_priya} <= {None, priya["id"], people["Tom Hale"]["id"]}


def test_people_with_different_addresses_stay_two(agency: Agency) -> None:
    one, two = agency.client("A", contact="Sam Lee"), agency.client("B", contact="Sam Lee")
    for client, address in ((one, "sam@a.example"), (two, "sam@b.example")):
        agency.db.execute("update contact set email = :e where client_id = :i", e=address, i=client)
    assert compare(agency.db, one, two).joined == ()
    merge_clients(agency.db, one, two, now=agency.now)
    assert len(rows(agency, "contact", one)) == 2


def test_the_old_name_becomes_an_alias(agency: Agency) -> None:
    one, two = agency.client("Northmoor"), agency.client("North Moor (UK) Ltd")
    merge_clients(agency.db, one, two, now=agency.now)
    said = {row["value"]: row["said"] for row in rows(agency, "identifier", one)}
    assert said["north moor"] == "North Moor (UK) Ltd"
    three = agency.client("Moor Group")
    done = merge_clients(agency.db, one, three, now=agency.now, take={"name": "gone"})
    assert done.said == "Merged Northmoor into Moor Group"
    said = {row["value"]: row["said"] for row in rows(agency, "identifier", one)}
    assert said.pop("moor") in ("", "Moor Group")
    assert said == {"northmoor": "Northmoor", "north moor": "North Moor (UK) Ltd"}
    four = agency.client("Four")
    sql = "update client set name = 'Moor Ltd', name_key = 'moor' where id = :i"
    agency.db.execute(sql, i=four)
    merge_clients(agency.db, one, four, now=agency.now)
    said = {row["value"]: row["said"] for row in rows(agency, "identifier", one)}
    assert said["moor"] == "Moor Ltd"
    assert clients.ids_by_name(agency.db, "Moor") == [one]


def test_what_is_taken_of_both(agency: Agency) -> None:
    one = agency.client("One", tier="B", town="Leeds", notes="Mine")
    two = agency.client("Two", tier="A", sector="Transport", notes="Theirs", expected_fee=5_00)
    agency.db.execute("update client set tags = 'Drivers, guide' where id = :i", i=one)
    agency.db.execute("update client set tags = 'drivers, Urgent' where id = :i", i=two)
    takes = {each.column: each.take for each in compare(agency.db, one, two).fields}
    assert takes["tier"] is Take.KEEP
    assert takes["sector"] is takes["fee"] is Take.GONE
    assert takes["notes"] is takes["tags"] is Take.BOTH
    merge_clients(agency.db, one, two, now=agency.now, take={"tier": "gone"})
    (kept,) = agency.db.query("select * from client where id = :i", i=one)
    assert (kept["tier"], kept["town"], kept["sector"]) == ("A", "Leeds", "Transport")
    assert (kept["expected_fee"], kept["tags"]) == (500, "Drivers, guide, Urgent")
    assert kept["notes"] == "Mine\n\nTheirs"


@pytest.mark.parametrize("who", ["keep", "gone"])
def test_an_objection_wins_always(agency: Agency, who: str) -> None:
    ids = {"keep": agency.client("Keep"), "gone": agency.client("Gone", phone="020 7946 0002")}
    do_not_call(agency.db, ids[who], now=agency.now)
    assert "objected to calls" in compare(agency.db, ids["keep"], ids["gone"]).warning
    before = agency.dump()
    merge_clients(agency.db, ids["keep"], ids["gone"], now=agency.now)
    kept = clients.by_id(agency.db, ids["keep"])
    assert kept is not None
    assert kept.objected_at == agency.now
    assert all(phone.registered for phone in kept.phones)
    values = {row["value"] for row in agency.dump()["objection"]}
    assert {"keep", "+442079460001", "+442079460002"} <= values
    (standing,) = rows(agency, "standing", ids["keep"])
    assert standing["blocked"]
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_pairs_with_others_go_on_as_the_kept_ones(agency: Agency) -> None:
    keep, gone, both, third = (agency.client(name) for name in ("K", "G", "Both", "Third"))
    with agency.db.atomic():
        for one, other in ((keep, gone), (keep, both), (gone, both), (gone, third)):
            for table in ("duplicate", "not_duplicate"):
                row: Row = {"one_id": one, "other_id": other}
                if table == "duplicate":
                    row |= {
                        "zone": "ask",
                        "alike": 0.5,
                        "reasons": '["Same number"]',
                        "found_at": 1,
                    }
                agency.db.insert(table, row if table == "duplicate" else row | {"at": 1})
    assert compare(agency.db, gone, keep).reasons == ("Same number",)
    before = agency.dump()
    pairs = {t: agency.db.query(f"select * from {t} order by id") for t in client_merge.PAIRS}
    merge_clients(agency.db, keep, gone, now=agency.now)
    found = agency.db.tuples("select one_id, other_id from not_duplicate order by other_id")
    assert found == [(keep, both), (keep, third)]
    assert agency.db.tuples("select one_id, other_id from duplicate") == [(keep, both)]
    undo(agency.db, now=agency.now)
    assert agency.dump() == before
    for table, held in pairs.items():
        assert agency.db.query(f"select * from {table} order by id") == held


def test_what_came_since_stays_and_the_rest_goes_back(agency: Agency) -> None:
    world = two_clients(agency)
    before = agency.dump()
    done = merge_clients(agency.db, world.keep, world.gone, now=agency.now)
    agency.now += DAY
    newcomer = agency.client("Newcomer Foods")
    agency.signal(world.keep, Kind.MET)
    agency.outcome(world.keep)
    agency.db.execute("update client set notes = 'New' where id = :i", i=world.keep)
    (tom,) = agency.db.tuples("select id from contact where name = 'Tom Hale'")
    agency.db.insert(
        "phone", {"client_id": world.keep, "contact_id": tom[0], "number": "+442079460009"}
    )
    assert newcomer not in (world.keep, world.gone)
    undo(agency.db, now=agency.now, entry_id=done.undo)
    after = agency.dump()
    gone = [row for row in after["client"] if row["id"] == world.gone]
    assert gone == [row for row in before["client"] if row["id"] == world.gone]
    for table in ("signal", "outcome", "fee", "placement", "vacancy", "contact", "identifier"):
        mine = [row for row in after[table] if row["client_id"] == world.gone]
        assert mine == [row for row in before[table] if row["client_id"] == world.gone], table
    kept = [row["kind"] for row in after["signal"] if row["client_id"] == world.keep]
    assert len(kept) == 1 + sum(row["client_id"] == world.keep for row in before["signal"])
    (notes,) = agency.db.tuples("select notes from client where id = :i", i=world.keep)
    assert notes == ("New",)
    # a number belongs to the person, and goes with them
    (number,) = agency.db.query("select * from phone where number = '+442079460009'")
    assert number["client_id"] == world.gone
    assert counted(agency) == after["warmth"]


def test_a_kept_one_that_was_merged_on_says_what_to_undo_first(agency: Agency) -> None:
    one, two, three = (agency.client(name) for name in ("One", "Two", "Three"))
    first = merge_clients(agency.db, one, two, now=agency.now).undo
    second = merge_clients(agency.db, three, one, now=agency.now).undo
    before = agency.dump()
    with pytest.raises(RefusedError, match="Undo “Merged One into Three” first"):
        undo(agency.db, now=agency.now, entry_id=first)
    assert agency.dump() == before
    undo(agency.db, now=agency.now, entry_id=second)
    undo(agency.db, now=agency.now, entry_id=first)
    assert [c.name for c in clients.page(agency.db)] == ["One", "Three", "Two"]


def test_the_menu_says_it(agency: Agency) -> None:
    one, two = agency.client("One"), agency.client("Two")
    merge_clients(agency.db, one, two, now=agency.now)
    assert names(agency.db).undo == "Undo: merged Two into One"


def test_what_cannot_be_merged_is_refused(agency: Agency) -> None:
    one = agency.client("One")
    with pytest.raises(RefusedError, match="itself"):
        merge_clients(agency.db, one, one, now=agency.now)
    with pytest.raises(RefusedError, match="not there"):
        compare(agency.db, one, one + 1)
    two = agency.client("Two")
    with pytest.raises(RefusedError, match="no field"):
        merge_clients(agency.db, one, two, now=agency.now, take={"colour": "keep"})
    with pytest.raises(RefusedError, match="take “keep” or “gone”, not “both”"):
        merge_clients(agency.db, one, two, now=agency.now, take={"tier": "both"})


def test_it_says_what_moves(agency: Agency) -> None:
    world = two_clients(agency)
    found = compare(agency.db, world.keep, world.gone)
    assert found.moves.words == (
        "3 signals, 2 calls, 1 job brief, 1 placement, 1 fee, 2 contacts, 3 numbers,"
        " 2 identifiers and 1 visitor move"
    )
    assert found.joined == ("Priya Nair",)
    alone = compare(agency.db, agency.client("A", phone=""), world.keep)
    assert alone.moves.contacts == 1


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["signal", "outcome", "phone", "contact", "objection", "brief"]),
        st.sampled_from(["keep", "gone"]),
        st.integers(1, 3),
    ),
    max_size=8,
)


@given(
    steps=STEPS,
    takes=st.dictionaries(
        st.sampled_from(["name", "tier", "notes"]), st.sampled_from(["keep", "gone"])
    ),
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_they_have_no_row_is_lost_and_all_comes_back(
    agency: Agency, steps: list[tuple[str, str, int]], takes: dict[str, str]
) -> None:
    world = MergeWorld.bare(agency)
    for what, whose, n in steps:
        world.add(what, whose, n)
    before, sums = agency.dump(), world.sums()
    merge_clients(agency.db, world.keep, world.gone, now=agency.now, take=takes)
    assert world.sums() == sums
    assert counted(agency) == agency.dump()["warmth"]
    after = agency.dump()
    undo(agency.db, now=agency.now)
    assert agency.dump() == before
    redo(agency.db, now=agency.now)
    assert agency.dump() == after


LIST = "Company,Town,Phone\nNorthmoor,Leeds,020 7946 0001\nNorth Moor Haulage,Hull,020 7946 0002\n"


def test_a_list_that_says_the_old_name_finds_the_kept_one(agency: Agency, tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(LIST + ("\n" if name == "b.csv" else ""))
    brought = import_file(agency.db, tmp_path / "a.csv", now=agency.now)
    keep, gone = (row[0] for row in agency.db.tuples("select id from client order by id"))
    merge_clients(agency.db, keep, gone, now=agency.now)
    again = import_file(agency.db, tmp_path / "b.csv", now=agency.now)
    assert (again.added, again.changed) == (0, 0)
    assert [row[0] for row in agency.db.tuples("select id from client")] == [keep]
    for report in (again, brought):
        revert_import(agency.db, report.import_id, now=agency.now)
    assert [row[0] for row in agency.db.tuples("select id from client")] == [keep]
    undo(agency.db, now=agency.now)
    assert len(agency.db.tuples("select id from client")) == 2


def test_an_objection_since_the_merge_outlives_its_undoing(agency: Agency) -> None:
    keep, gone = agency.client("Keep"), agency.client("Gone", phone="020 7946 0002")
    do_not_call(agency.db, gone, now=agency.now)
    done = merge_clients(agency.db, keep, gone, now=agency.now)
    agency.now += DAY
    do_not_call(agency.db, keep, now=agency.now)
    undo(agency.db, now=agency.now, entry_id=done.undo)
    values = {row["value"] for row in agency.dump()["objection"]}
    assert {"keep", "+442079460001"} <= values
    (phone,) = rows(agency, "phone", keep)
    assert phone["registered"] == 1
    (standing,) = rows(agency, "standing", keep)
    assert standing["blocked"]
