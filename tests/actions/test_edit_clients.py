"""Cells of the list of clients: typed, pasted and tagged; refused with the reason; undone."""

import pytest

from tests.agency import Agency
from warmcalls.actions.client_list import client_ids
from warmcalls.actions.client_rows import client_rows, listed
from warmcalls.actions.desk import desk
from warmcalls.actions.edit_clients import check_edits, edit_clients, tag_clients
from warmcalls.actions.undo import undo
from warmcalls.domain.client_columns import ClientRow
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.client_query import Condition, Op, Question
from warmcalls.domain.errors import CancelledError, RefusedError


def row(agency: Agency, client_id: int) -> ClientRow:
    asked = desk(agency.db, agency.now)
    return client_rows(asked, [client_id], listed(asked))[0]


def held(agency: Agency, client_id: int) -> list[tuple[str, str, str]]:
    found = agency.db.tuples(
        "select kind, value, said from identifier where client_id = :id order by id", id=client_id
    )
    return [(str(kind), str(value), str(said)) for kind, value, said in found]


def test_one_cell_says_what_was_set(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    agency.recruiter("Beth Okafor")
    said = {
        ("tier", "a"): "Set tier of Northmoor to A",
        ("owner", "beth"): "Set owner of Northmoor to Beth Okafor",
        ("fee", "8.4k"): "Set fee of Northmoor to £8,400",
        ("tags", "b, a"): "Set tags of Northmoor to a, b",
        ("company_number", "1234567"): "Set company number of Northmoor to 01234567",
        ("notes", "Two\nlines"): "Set notes of Northmoor",
        ("fee", ""): "Cleared fee of Northmoor",
        ("name", "Southmoor"): "Renamed Northmoor to Southmoor",
        ("sector", "x" * 60): f"Set sector of Southmoor to {'x' * 40}…",
    }
    for (column, text), words in said.items():
        done = edit_clients(agency.db, [Edit(client_id, column, text)], now=agency.now)
        assert (done.said, bool(done.undo)) == (words, True)
    now = row(agency, client_id)
    assert (now.name, now.tier, now.owner, now.fee) == ("Southmoor", "A", "Beth Okafor", None)
    assert (now.tags, now.company_number, now.notes) == (("a", "b"), "01234567", "Two\nlines")


def test_many_cells_are_one_entry(agency: Agency) -> None:
    ids = [agency.client(f"Client {n}") for n in range(12)]
    tiers = [Edit(i, "tier", "A") for i in ids]
    assert edit_clients(agency.db, tiers, now=agency.now).said == "Set tier of 12 clients to A"
    block = [Edit(i, c, t) for i in ids for c, t in (("town", "Leeds"), ("staff", "40"))]
    assert edit_clients(agency.db, block, now=agency.now).said == "Pasted 24 cells into 12 clients"
    owners = [Edit(i, "sector", f"Sector {i % 2}") for i in ids]
    assert edit_clients(agency.db, owners, now=agency.now).said == "Set sector of 12 clients"
    assert undo(agency.db, now=agency.now).said == "Undone: Set sector of 12 clients"
    assert undo(agency.db, now=agency.now).said == "Undone: Pasted 24 cells into 12 clients"
    assert undo(agency.db, now=agency.now).said == "Undone: Set tier of 12 clients to A"
    assert all(row(agency, i).tier == "" for i in ids)


def test_a_bad_cell_refuses_all_unless_the_good_ones_are_asked_for(agency: Agency) -> None:
    one, other = agency.client("One"), agency.client("Other")
    edits = [
        Edit(one, "fee", "12k"),
        Edit(other, "fee", "lots"),
        Edit(other, "people", "3"),
        Edit(99, "tier", "A"),
        Edit(one, "nothing", "A"),
    ]
    checked = check_edits(agency.db, edits)
    assert checked.good == (edits[0],)
    assert [(cell.edit, cell.client, cell.why) for cell in checked.bad] == [
        (edits[1], "Other", "“lots” is no amount: write it as 8400, £8,400 or 12k."),
        (edits[2], "Other", "“People 7 d” is worked out: it cannot be written."),
        (edits[3], "", "It is gone: somebody removed it in the meantime."),
        (edits[4], "One", "There is no column “nothing”."),
    ]
    before = agency.dump()
    with pytest.raises(RefusedError, match="4 of 5 cells cannot be so. Other, Fee: “lots” is no"):
        edit_clients(agency.db, edits, now=agency.now)
    assert agency.dump() == before
    edit_clients(agency.db, edits, now=agency.now, only_good=True)
    assert (row(agency, one).fee, row(agency, other).fee) == (1_200_000, None)
    with pytest.raises(RefusedError, match="^“lots” is no amount"):
        edit_clients(agency.db, edits[1:2], now=agency.now, only_good=True)


def test_cells_that_say_so_already_are_no_entry(agency: Agency) -> None:
    client_id = agency.client("Northmoor", tier="A")
    done = edit_clients(agency.db, [Edit(client_id, "tier", "a")], now=agency.now)
    assert (done.undo, done.said) == (None, "Nothing changed: it says so already")
    assert edit_clients(agency.db, [], now=agency.now).undo is None


def test_the_last_of_two_texts_for_a_cell_counts(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    edits = [Edit(client_id, "town", "Leeds"), Edit(client_id, "town", "Hull")]
    assert edit_clients(agency.db, edits, now=agency.now).said == "Set town of Northmoor to Hull"


def test_a_new_name_keeps_the_old_one_as_an_alias(agency: Agency) -> None:
    client_id = agency.client("Northmoor Haulage Ltd")
    edit_clients(agency.db, [Edit(client_id, "name", "Northmoor Logistics")], now=agency.now)
    assert held(agency, client_id) == [
        ("name", "northmoor haulage", "Northmoor Haulage Ltd"),
        ("name", "northmoor logistics", "Northmoor Logistics"),
    ]
    asked = desk(agency.db, agency.now)
    assert client_ids(asked, Question("haulage")) == [client_id]
    assert client_ids(asked, Question("logistics")) == [client_id]
    assert row(agency, client_id).coverage.identifier  # an alias ties signals to it


def test_another_spelling_of_the_same_name_is_no_alias(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    edit_clients(agency.db, [Edit(client_id, "name", "NORTHMOOR Ltd")], now=agency.now)
    assert held(agency, client_id) == [("name", "northmoor", "Northmoor")]
    assert row(agency, client_id).name == "NORTHMOOR Ltd"


def test_a_name_that_another_client_bears_stays_its(agency: Agency) -> None:
    one, other = agency.client("One"), agency.client("Other")
    edit_clients(agency.db, [Edit(one, "name", "Other")], now=agency.now)
    assert held(agency, other) == [("name", "other", "Other")]
    assert held(agency, one) == [("name", "one", "One")]


def visitor(agency: Agency, domain: str) -> None:
    """Somebody from a domain read the guide, before any client had it."""
    with agency.db.atomic():
        at, db = agency.now, agency.db
        seen = db.insert("visitor", {"kind": "domain", "value": domain, "domain": domain})
        signal = {"visitor_id": seen, "kind": "guide_page", "at": at, "person": 1, "digest": 1}
        db.insert("signal", signal)


def test_a_website_brings_its_past_visits_and_undo_lets_them_go(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    visitor(agency, "northmoor.example")
    before = agency.dump()
    edit_clients(agency.db, [Edit(client_id, "website", "www.northmoor.example")], now=agency.now)
    now = row(agency, client_id)
    assert (now.website, now.people, now.coverage.identifier) == ("northmoor.example", 1, True)
    assert ("domain", "northmoor.example", "") in held(agency, client_id)
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_a_domain_that_another_client_has_stays_its(agency: Agency) -> None:
    one, other = agency.client("One", website="same.example"), agency.client("Other")
    edit_clients(agency.db, [Edit(other, "website", "same.example")], now=agency.now)
    assert row(agency, other).website == "same.example"
    assert ("domain", "same.example", "") in held(agency, one)
    assert ("domain", "same.example", "") not in held(agency, other)


def test_tags_are_given_and_taken(agency: Agency) -> None:
    ids = [agency.client(f"Client {n}") for n in range(3)]
    done = tag_clients(agency.db, ids, add=["Guide", "drivers"], now=agency.now)
    assert done.said == "Tagged 3 clients drivers, Guide"
    assert tag_clients(agency.db, ids, add=["GUIDE"], now=agency.now).undo is None
    done = tag_clients(agency.db, ids[:1], remove=["guide"], add=["site"], now=agency.now)
    assert done.said == "Tagged Client 0 site, took guide off"
    assert [row(agency, i).tags for i in ids[:2]] == [("drivers", "site"), ("drivers", "Guide")]
    assert tag_clients(agency.db, ids[:1], remove=["site"], now=agency.now).said == (
        "Took site off Client 0"
    )
    asked = desk(agency.db, agency.now)
    tagged = Question(where=(Condition("tags", Op.IS, ("guide",)),))
    assert client_ids(asked, tagged) == ids[1:]
    with pytest.raises(RefusedError, match="too long for a tag"):
        tag_clients(agency.db, ids, add=["x" * 50], now=agency.now)
    with pytest.raises(RefusedError, match="It is gone"):
        tag_clients(agency.db, [*ids, 99], add=["y"], now=agency.now)


@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_a_stop_on_the_way_changes_nothing(agency: Agency, after: int) -> None:
    ids = [agency.client(f"Client {n}") for n in range(3)]
    before, seen = agency.dump(), []

    def step(done: int, total: int) -> None:
        seen.append((done, total))
        if len(seen) > after:
            raise CancelledError

    edits = [Edit(i, "tier", "A") for i in ids]
    if after < 2:
        with pytest.raises(CancelledError):
            edit_clients(agency.db, edits, now=agency.now, step=step)
        assert agency.dump() == before
    else:
        edit_clients(agency.db, edits, now=agency.now, step=step)
        assert seen == [(0, 6), (3, 6)]
