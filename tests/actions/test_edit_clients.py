"""Cells of the list of clients: typed, pasted and tagged; refused with the reason; undone."""

import pytest

from tests.agency import Agency
from warmcalls.actions import edit_clients as edit
from warmcalls.actions.client_list import client_ids
from warmcalls.actions.client_rows import client_rows, listed
from warmcalls.actions.desk import desk
from warmcalls.actions.edit_clients import check_edits, edit_clients, tag_clients
from warmcalls.actions.ideal_client import set_ideal_client
from warmcalls.actions.redo import redo
from warmcalls.actions.undo import undo
from warmcalls.domain.client_columns import COLUMNS, ClientRow
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.client_query import Condition, Op, Question
from warmcalls.domain.errors import CancelledError, RefusedError
from warmcalls.store import client_index, settings


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
        ("since", "1/2/25"): "Set client since of Northmoor to 1 February 2025",
        ("staff", "1200"): "Set staff of Northmoor to 1,200",
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
    assert edit_clients(agency.db, block, now=agency.now).said == "Changed 24 cells of 12 clients"
    owners = [Edit(i, "sector", f"Sector {i % 2}") for i in ids]
    assert edit_clients(agency.db, owners, now=agency.now).said == "Set sector of 12 clients"
    assert undo(agency.db, now=agency.now).said == "Undone: Set sector of 12 clients"
    assert undo(agency.db, now=agency.now).said == "Undone: Changed 24 cells of 12 clients"
    assert undo(agency.db, now=agency.now).said == "Undone: Set tier of 12 clients to A"
    assert all(row(agency, i).tier == "" for i in ids)


def test_several_columns_say_what_was_done_and_how(agency: Agency) -> None:
    one, other = agency.client("Northmoor"), agency.client("Ashdale", tier="B")

    def said(*cells: tuple[int, str, str], pasted: bool = False, only_good: bool = False) -> str:
        edits = [Edit(*cell) for cell in cells]
        done = edit_clients(
            agency.db, edits, now=agency.now, pasted=pasted, only_good=only_good
        )  # fmt: skip
        return done.said

    both = [(one, "tier", "A"), (one, "sector", "Care")]
    assert said(*both) == "Set tier and sector of Northmoor"
    assert undo(agency.db, now=agency.now).said == "Undone: Set tier and sector of Northmoor"
    assert said(*both, pasted=True) == "Pasted 2 cells into Northmoor"
    four = [(one, column, "9") for column in ("staff", "town", "fee", "notes")]
    assert said(*four) == "Changed 4 cells of Northmoor"
    assert said((one, "tier", "C"), (other, "town", "Hull")) == "Changed 2 cells of 2 clients"
    block = [(i, c, t) for i in (one, other) for c, t in (("tier", "B"), ("town", "Hull"))]
    words = "Pasted 2 cells into Northmoor; 2 said so already"
    assert said(*block, pasted=True) == words
    assert undo(agency.db, now=agency.now).said == "Undone: Pasted 2 cells into Northmoor"
    words = "Pasted 2 cells into Northmoor; 2 said so already, 1 left out"
    assert said(*block, (one, "fee", "lots"), pasted=True, only_good=True) == words
    assert said((one, "tier", "A"), (other, "tier", "B")) == (
        "Set tier of Northmoor to A; 1 said so already"
    )


def test_every_reason_is_told(agency: Agency) -> None:
    one, other = agency.client("Northmoor"), agency.client("Ashdale")
    bad = {"tier": "Q", "website": "nope", "fee": "lots", "staff": "few", "since": "1/1/2099"}

    def why(ids: list[int], *columns: str) -> str:
        with pytest.raises(RefusedError) as refused:
            edit_clients(
                agency.db, [Edit(i, c, bad[c]) for i in ids for c in columns], now=agency.now
            )
        return str(refused.value)

    assert why([one], "since") == "1 January 2099 is more than a year away: no client is one then."
    assert why([one], "tier", "website") == (
        "2 of 2 cells cannot be so. Northmoor, Tier: “Q” is no tier: A, B, C, or nothing. "
        "Northmoor, Website: “nope” is no website: write it as northmoor.example."
    )
    assert why([one, other], "tier") == (
        "2 of 2 cells cannot be so. Tier: “Q” is no tier: A, B, C, or nothing."
    )
    assert "more reasons" not in why([one, other], *bad)
    assert "“few” is no whole number" in why([one], *bad)
    many = [Edit(agency.client(f"Client {n}"), "tier", f"Q{n}") for n in range(6)]
    with pytest.raises(RefusedError, match=r"“Q3” is.* And 2 more reasons\.$"):
        edit_clients(agency.db, many, now=agency.now)


def test_a_bad_cell_refuses_all_unless_the_good_ones_are_asked_for(agency: Agency) -> None:
    one, other = agency.client("One"), agency.client("Other")
    edits = [
        Edit(one, "fee", "12k"),
        Edit(other, "fee", "lots"),
        Edit(other, "people", "3"),
        Edit(99, "tier", "A"),
        Edit(one, "nothing", "A"),
    ]
    checked = check_edits(agency.db, edits, now=agency.now)
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
    both = [Edit(client_id, "tier", "A"), Edit(client_id, "fee", "lots")]
    done = edit_clients(agency.db, both, now=agency.now, only_good=True)
    assert (done.undo, done.said) == (None, "Nothing changed: it says so already; 1 left out")


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


def visitor(agency: Agency, value: str, kind: str = "domain") -> None:
    """Somebody from a domain, or a company, read the guide before any client had it."""
    with agency.db.atomic():
        at, db = agency.now, agency.db
        domain = value if kind == "domain" else ""
        seen = db.insert("visitor", {"kind": kind, "value": value, "domain": domain})
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


def test_a_name_brings_its_past_visits_and_undo_lets_them_go(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    visitor(agency, "northmoor logistics", "name")
    before = agency.dump()
    edit_clients(agency.db, [Edit(client_id, "name", "Northmoor Logistics")], now=agency.now)
    assert row(agency, client_id).people == 1
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_an_old_name_that_was_kept_folded_is_kept_as_it_was_written(agency: Agency) -> None:
    client_id = agency.client("Northmoor Haulage Ltd")
    with agency.db.atomic():
        agency.db.execute("update identifier set said = ''")
    before = agency.dump()
    edit_clients(agency.db, [Edit(client_id, "name", "Northmoor Logistics")], now=agency.now)
    assert held(agency, client_id)[0] == ("name", "northmoor haulage", "Northmoor Haulage Ltd")
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_a_name_that_is_anothers_is_kept_as_the_other_has_it(agency: Agency) -> None:
    one, other = agency.client("Northmoor"), agency.client("Southmoor")
    edit_clients(agency.db, [Edit(other, "name", "NORTHMOOR Ltd")], now=agency.now)
    with agency.db.atomic():
        agency.db.execute("update identifier set said = ''")
    edit_clients(agency.db, [Edit(other, "name", "Westmoor")], now=agency.now)
    assert held(agency, one) == [("name", "northmoor", "")]


def test_an_old_name_as_it_was_written_first_stays(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    for name in ("NORTHMOOR Ltd", "Southmoor"):
        edit_clients(agency.db, [Edit(client_id, "name", name)], now=agency.now)
    assert held(agency, client_id)[0] == ("name", "northmoor", "Northmoor")


def test_who_is_excluded_in_the_table_leaves_todays_list(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    agency.signal(client_id)
    assert agency.warm_names() == ["Northmoor"]
    edit_clients(agency.db, [Edit(client_id, "excluded", "a rival")], now=agency.now)
    assert agency.warm_names() == []
    assert row(agency, client_id).stands.startswith("Excluded")
    edit_clients(agency.db, [Edit(client_id, "excluded", "")], now=agency.now)
    assert agency.warm_names() == ["Northmoor"]


TYPED = {
    "name": "Southmoor", "tier": "A", "sector": "Care", "town": "Leeds", "staff": "240",
    "owner": "Beth", "fee": "12k", "website": "south.example", "company_number": "01234567",
    "since": "2024", "tags": "a, b", "excluded": "a rival", "notes": "Rings at noon",
}  # fmt: skip
KEPT = ("standing", "client_line", "client_digest")


def followed(agency: Agency) -> list[list[dict[str, object]]]:
    return [agency.db.query(f"select * from {name} order by client_id") for name in KEPT]


@pytest.mark.parametrize("column", [column.id for column in COLUMNS if column.editable])
def test_all_that_follows_from_a_cell_follows(agency: Agency, column: str) -> None:
    """What is kept beside a client is what working everything out again gives."""
    ids = [agency.client(name, tier="B", sector="IT", staff=10) for name in ("One", "Two")]
    agency.recruiter()
    agency.signal(ids[0])
    set_ideal_client(agency.db, sectors=["Care"], least_staff=200, now=agency.now)
    for change in (edit_clients, undo, redo):
        what = [[Edit(ids[0], column, TYPED[column])]] if change is edit_clients else []
        change(agency.db, *what, now=agency.now)
        at_once = followed(agency)
        with agency.db.atomic():
            client_index.rebuild(agency.db, settings.load(agency.db))
        assert followed(agency) == at_once


def test_a_long_check_says_how_far_it_is_and_ends_when_asked(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit, "STEP", 2)
    ids = [agency.client(f"Client {n}") for n in range(3)]
    edits = [Edit(i, column, "7") for i in ids for column in ("staff", "tier")]
    seen: list[tuple[int, int]] = []
    checked = check_edits(agency.db, edits, now=agency.now, step=lambda *at: seen.append(at))
    assert seen == [(0, 6), (2, 6), (4, 6)]
    assert checked.good == tuple(edits[::2])
    assert [cell.edit for cell in checked.bad] == edits[1::2]

    def stop(*_: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        check_edits(agency.db, edits, now=agency.now, step=stop)


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
