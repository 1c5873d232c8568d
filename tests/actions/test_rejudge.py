"""Pairs that wait are judged again with every change of what is compared."""

from pathlib import Path

from tests.actions.test_duplicates import crowd, twins
from tests.agency import Agency
from warmcalls.actions.client_list import client_ids
from warmcalls.actions.client_rows import client_rows, listed
from warmcalls.actions.desk import desk
from warmcalls.actions.edit_clients import edit_clients
from warmcalls.actions.edit_contacts import change_front_desk
from warmcalls.actions.edit_identifiers import add_identifier
from warmcalls.actions.find_duplicates import count, duplicates, find_duplicates
from warmcalls.actions.import_files import import_file
from warmcalls.actions.not_duplicate import not_duplicate
from warmcalls.actions.revert_import import revert_import
from warmcalls.actions.undo import undo
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.client_query import Condition, Op, Question
from warmcalls.domain.duplicates import Counts, Zone
from warmcalls.domain.identities import IdentityKind
from warmcalls.domain.incoming_rules import Rule, everywhere


def renamed(agency: Agency, client: int, **cells: str) -> None:
    edits = [Edit(client, column, text) for column, text in cells.items()]
    edit_clients(agency.db, edits, now=agency.now)


def test_reasons_are_those_of_today_after_an_edit(agency: Agency) -> None:
    one, other = twins(agency)
    find_duplicates(agency.db, now=agency.now)
    found = duplicates(agency.db)
    change_front_desk(agency.db, other, [], now=agency.now)
    (pair,) = duplicates(agency.db)
    assert (pair.zone, pair.reasons) == (Zone.ASK, ("names differ by one letter", "both in Leeds"))
    renamed(agency, other, name="Zebra Crossing")
    (pair,) = duplicates(agency.db)
    also = "names differ by one letter, counting other names they go by"
    assert pair.reasons == (also, "both in Leeds")
    renamed(agency, other, town="York")
    assert duplicates(agency.db) == []
    assert count(agency.db) == Counts()
    asked = desk(agency.db, agency.now)
    doubled = Question(where=(Condition("stands", Op.IS, ("duplicate",)),))
    assert client_ids(asked, doubled) == []
    assert not any(r.is_duplicate for r in client_rows(asked, [one, other], listed(asked)))
    for _ in range(3):
        undo(agency.db, now=agency.now)
    assert duplicates(agency.db) == found


def test_what_two_clients_come_to_share_is_a_reason_at_once(agency: Agency) -> None:
    one, other = twins(agency)
    find_duplicates(agency.db, now=agency.now)
    for client in (one, other):
        renamed(agency, client, company_number="01234567")
    (pair,) = duplicates(agency.db)
    assert pair.reasons[0] == "the same number at Companies House, 01234567"
    add_identifier(agency.db, one, IdentityKind.DOMAIN, "northmoor.example", now=agency.now)
    renamed(agency, other, website="northmoor.example")
    assert "both use northmoor.example" in duplicates(agency.db)[0].reasons


def test_an_edit_leaves_pairs_of_others_alone_and_finds_no_new_ones(agency: Agency) -> None:
    ids = crowd(agency)
    find_duplicates(agency.db, now=agency.now)
    before = agency.db.query("select * from duplicate order by id")
    renamed(agency, ids[-1], name="Hart Food")  # no pair waits for it
    assert agency.db.query("select * from duplicate order by id") == before


def test_an_import_and_its_revert_judge_again(agency: Agency, tmp_path: Path) -> None:
    twins(agency)
    find_duplicates(agency.db, now=agency.now)
    found = duplicates(agency.db)
    path = tmp_path / "clients.csv"
    path.write_text("Company,Town\nNothmoor Haulage,York\n")
    report = import_file(agency.db, path, now=agency.now, rules=everywhere(Rule.THEIRS))
    assert report.import_id is not None
    (pair,) = duplicates(agency.db)
    assert (pair.zone, pair.reasons[-1]) == (Zone.ASK, "but in Leeds and York")
    revert_import(agency.db, report.import_id, now=agency.now)
    assert duplicates(agency.db) == found


def test_a_pair_that_is_two_stays_out_of_it(agency: Agency) -> None:
    one, other = twins(agency)
    find_duplicates(agency.db, now=agency.now)
    not_duplicate(agency.db, one, other, now=agency.now)
    renamed(agency, other, town="York")
    assert duplicates(agency.db) == []
    assert agency.db.query("select * from duplicate") == []
