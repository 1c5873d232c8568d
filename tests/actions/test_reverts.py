"""Taking an import back: what it brought goes, and nobody gets what was another's."""

from pathlib import Path

import pytest

from tests.actions.crossed import crossed
from tests.agency import Agency
from warmcalls.actions.edit_client import save_notes
from warmcalls.actions.edit_contacts import add_contact
from warmcalls.actions.edit_identifiers import remove_identifier
from warmcalls.actions.import_files import import_file
from warmcalls.actions.merge_clients import merge_clients
from warmcalls.actions.redo import redo
from warmcalls.actions.revert_import import revert_import
from warmcalls.actions.undo import undo
from warmcalls.actions.vacancies import add_vacancy
from warmcalls.domain.contact_said import ContactSaid
from warmcalls.domain.errors import RefusedError
from warmcalls.store import settings, standing
from warmcalls.store.engine import Row

PRIYA = "Company,Contact name,Email\nAcme,Priya Nair,p@acme.example\n"
HERS = (
    "Date,Email,Kind,Page\n"
    "2026-02-24 10:56,p@acme.example,email reply,/x1\n"
    "2026-02-25 10:56,p@acme.example,download,/guide\n"
)
BOLT = "Company,Website,Contact name,Email,Phone\nBolt,bolt.example,Zoe,z@bolt.example,{}\n"


def taken_in(agency: Agency, folder: Path, text: str) -> int:
    path = folder / "file.csv"
    path.write_text(text)
    return import_file(agency.db, path, now=agency.now).import_id


def rows(agency: Agency, sql: str, **named: object) -> list[Row]:
    return agency.db.query(sql, **named)


def test_nobody_gets_the_signals_of_a_contact_who_went(agency: Agency, tmp_path: Path) -> None:
    brought = taken_in(agency, tmp_path, PRIYA)
    taken_in(agency, tmp_path, HERS)
    priya, client = agency.last("contact"), agency.last("client")
    assert {row["contact_id"] for row in rows(agency, "select * from signal")} == {priya}
    save_notes(agency.db, client, "Rings back", now=agency.now)
    done = revert_import(agency.db, brought, now=agency.now)
    assert "1 client stays" in done.said
    for table in ("signal", "visitor"):
        (left,) = agency.db.tuples(f"select count(*) from {table} where contact_id is not null")
        assert left == (0,), table
    bob = add_contact(agency.db, client, ContactSaid("Bob Lee"), now=agency.now).id
    assert bob != priya
    assert not crossed(agency.db)
    assert "Bob" not in str([call.why for call in agency.today().calls])


def test_who_keeps_what_a_later_import_said_stands_as_if_worked_out_anew(
    agency: Agency, tmp_path: Path
) -> None:
    client = agency.client("Northmoor")
    head = "Company,Tier,Sector\n"
    first = taken_in(agency, tmp_path, f"{head}Northmoor,A,\n")
    taken_in(agency, tmp_path, f"{head}Northmoor,,Engineering\n")
    assert rows(agency, "select fit from standing") == [{"fit": 1.0}]
    revert_import(agency.db, first, now=agency.now)
    assert rows(agency, "select tier, sector from client") == [
        {"tier": "", "sector": "Engineering"}
    ]
    assert rows(agency, "select fit from standing") == [{"fit": 0.0}]
    kept = agency.dump()
    with agency.db.atomic():
        standing.refresh(agency.db, [client], settings.load(agency.db))
    assert agency.dump() == kept


def test_no_id_of_what_went_is_given_again(agency: Agency, tmp_path: Path) -> None:
    numbered = PRIYA.replace("Email\n", "Email,Phone\n").replace("\n", ",020 7946 0001\n")
    brought = taken_in(agency, tmp_path, numbered.replace("Phone,020 7946 0001", "Phone"))
    tables = ("client", "contact", "phone", "identifier")
    before = {table: agency.last(table) for table in tables}
    revert_import(agency.db, brought, now=agency.now)
    client = agency.client("Northmoor", domains=("northmoor.example",))
    add_contact(agency.db, client, ContactSaid("Bob", "", "b@northmoor.example"), now=agency.now)
    for table in tables:
        lowest = agency.db.tuples(f"select min(id) from {table}")[0][0]
        assert lowest > before[table], table


def test_undoing_means_no_signal_that_came_later(agency: Agency, tmp_path: Path) -> None:
    keep, gone = agency.client("Keep", domains=("keep.example",)), agency.client("Gone")
    text = HERS.replace("p@acme", "p@gone")
    agency.db.execute(
        "insert into identifier (client_id, kind, value) values (:i, 'domain', 'gone.example')",
        i=gone,
    )
    brought = taken_in(agency, tmp_path, text)
    done = merge_clients(agency.db, keep, gone, now=agency.now)
    revert_import(agency.db, brought, now=agency.now)
    taken_in(agency, tmp_path, HERS.replace("p@acme", "p@keep"))
    undo(agency.db, now=agency.now, entry_id=done.undo)
    assert {row["client_id"] for row in rows(agency, "select * from signal")} == {keep}
    assert {row["client_id"] for row in rows(agency, "select * from visitor")} == {keep}
    assert not crossed(agency.db)


def test_an_identifier_that_comes_back_means_nobody_new(agency: Agency, tmp_path: Path) -> None:
    brought = taken_in(agency, tmp_path, PRIYA)
    client, priya = agency.last("client"), agency.last("contact")
    held = {"client_id": client, "contact_id": priya, "kind": "token", "value": "t1"}
    with agency.db.atomic():
        token = agency.db.insert("identifier", held | {"import_id": brought})
    done = remove_identifier(agency.db, token, now=agency.now)
    save_notes(agency.db, client, "Worked on", now=agency.now)
    revert_import(agency.db, brought, now=agency.now)
    bob = add_contact(agency.db, client, ContactSaid("Bob Lee"), now=agency.now).id
    with pytest.raises(RefusedError, match="cannot be undone"):
        undo(agency.db, now=agency.now, entry_id=done.undo)
    assert not rows(agency, "select * from identifier where contact_id = :i", i=bob)


@pytest.mark.parametrize("work", ["brief", "number", "call"])
def test_a_contact_somebody_worked_on_stays(agency: Agency, tmp_path: Path, work: str) -> None:
    client = agency.client("Acme", phone="")
    brought = taken_in(agency, tmp_path, PRIYA.replace("Email", "Email,Phone").replace(
        "p@acme.example", "p@acme.example,020 7946 0002"))  # fmt: skip
    priya = agency.last("contact")
    if work == "brief":
        add_vacancy(agency.db, client, "Planner", now=agency.now)
        agency.db.execute("update vacancy set contact_id = :i", i=priya)
    elif work == "number":
        row: Row = {"client_id": client, "contact_id": priya, "number": "+442079460009"}
        agency.db.insert("phone", row)
    else:
        agency.outcome(client)
        agency.db.execute("update call set contact_id = null")
    revert_import(agency.db, brought, now=agency.now)
    assert [row["id"] for row in rows(agency, "select id from contact")] == [priya]
    assert not crossed(agency.db)


def test_a_client_merged_away_has_all_of_it_again(agency: Agency, tmp_path: Path) -> None:
    keep = agency.client("Acme", phone="")
    taken_in(agency, tmp_path, HERS.replace("p@acme", "x@bolt"))
    brought = taken_in(agency, tmp_path, BOLT.format("020 7946 0004"))
    bolt = agency.last("client")
    agency.outcome(bolt)
    before = agency.dump()
    done = merge_clients(agency.db, keep, bolt, now=agency.now)
    reverted = revert_import(agency.db, brought, now=agency.now)
    assert "1 client stays, since it was worked on" in reverted.said
    undo(agency.db, now=agency.now, entry_id=done.undo)
    after = agency.dump()
    for table in ("client", "contact", "phone", "identifier", "visitor", "signal", "outcome"):
        assert after[table] == before[table], table
    assert after["warmth"] == before["warmth"]


def test_what_the_import_gave_the_kept_one_goes(agency: Agency, tmp_path: Path) -> None:
    keep, gone = agency.client("Acme", phone=""), agency.client("Gone", phone="")
    merge_clients(agency.db, keep, gone, now=agency.now)
    before = agency.dump()["identifier"]
    brought = taken_in(agency, tmp_path, "Company,Website\nAcme,acme.example\n")
    assert "stay" not in revert_import(agency.db, brought, now=agency.now).said
    assert agency.dump()["identifier"] == before


def test_a_merge_that_was_undone_keeps_nothing(agency: Agency, tmp_path: Path) -> None:
    before = agency.dump()
    keep = agency.client("Acme", phone="")
    there = agency.dump()
    brought = taken_in(agency, tmp_path, BOLT.format("020 7946 0004"))
    merge_clients(agency.db, keep, agency.last("client"), now=agency.now)
    undo(agency.db, now=agency.now)
    assert revert_import(agency.db, brought, now=agency.now).said == "Reverted: file.csv."
    assert agency.dump() == there
    with pytest.raises(RefusedError, match="cannot be redone"):
        redo(agency.db, now=agency.now)
    assert before != there


def test_an_objection_outlives_its_contact(agency: Agency, tmp_path: Path) -> None:
    brought = taken_in(agency, tmp_path, PRIYA)
    client, priya = agency.last("client"), agency.last("contact")
    save_notes(agency.db, client, "Worked on", now=agency.now)
    with agency.db.atomic():
        agency.db.insert("objection", {"kind": "email", "value": "p@acme.example", "at": 1,
                                       "client_id": client, "contact_id": priya})  # fmt: skip
    revert_import(agency.db, brought, now=agency.now)
    (kept,) = rows(agency, "select * from objection")
    assert (kept["value"], kept["contact_id"]) == ("p@acme.example", None)
