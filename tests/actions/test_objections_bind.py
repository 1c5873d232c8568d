"""Objections bind whatever brings a number, a person or a name back; a mistaken one is undone."""

from pathlib import Path

import pytest

from tests.agency import Agency
from warmcalls.actions.edit_client import do_not_call
from warmcalls.actions.edit_clients import edit_clients
from warmcalls.actions.edit_contacts import (
    add_contact,
    change_contact,
    change_front_desk,
    remove_contact,
)
from warmcalls.actions.import_files import import_file
from warmcalls.actions.merge_clients import merge_clients
from warmcalls.actions.record_screening import record_screening
from warmcalls.actions.redo import redo
from warmcalls.actions.revert_import import revert_import
from warmcalls.actions.undo import undo
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.contact_said import ContactSaid, PhoneSaid
from warmcalls.domain.moments import DAY

SHARED = "+442079460001"
PRIYA = ContactSaid("Priya Nair", email="priya@acme.example")


def later(agency: Agency) -> int:
    """One more moment: objections are told apart by theirs."""
    agency.now += DAY
    return agency.now


def registered(agency: Agency, client: int) -> list[bool]:
    rows = agency.db.query(
        "select registered from phone where client_id = :i order by id", i=client
    )
    return [bool(row["registered"]) for row in rows]


def may_be_rung(agency: Agency, client: int) -> bool:
    rows = agency.db.query(
        "select blocked, has_number from standing where client_id = :i", i=client
    )
    return not rows[0]["blocked"] and bool(rows[0]["has_number"])


def asked_for(agency: Agency, client: int) -> list[str]:
    rows = agency.db.query(
        "select name from contact where client_id = :i and objected_at is null order by id",
        i=client,
    )
    return [str(row["name"]) for row in rows]


def objected(agency: Agency, client: int) -> bool:
    rows = agency.db.query("select objected_at from client where id = :i", i=client)
    return rows[0]["objected_at"] is not None


def load(agency: Agency, tmp_path: Path, text: str) -> int:
    path = tmp_path / "list.csv"
    path.write_text(text)
    return import_file(agency.db, path, now=later(agency)).import_id


def objects(agency: Agency, client: int, contact: int | None = None) -> int:
    done = do_not_call(agency.db, client, now=later(agency), contact_id=contact)
    assert done.undo is not None
    return done.undo


def screens(agency: Agency, *held: str, number: str = SHARED) -> None:
    record_screening(agency.db, [number], held, at=later(agency))


def take_back(agency: Agency, entry: int | None = None) -> None:
    undo(agency.db, now=later(agency), entry_id=entry)


def two(agency: Agency) -> tuple[int, int]:
    return agency.client("Acme"), agency.client("Bolt")


@pytest.mark.parametrize("why", ["objection", "register"])
def test_a_removed_number_comes_back_barred(agency: Agency, why: str) -> None:
    one, other = two(agency)
    gone = change_front_desk(agency.db, other, (), now=later(agency)).undo
    if why == "objection":
        objects(agency, one)
    else:
        screens(agency, SHARED)
    take_back(agency, gone)
    assert registered(agency, other) == [True]
    assert not may_be_rung(agency, other)
    assert agency.today().calls == ()


@pytest.mark.parametrize("why", ["objection", "register"])
def test_a_number_that_a_merge_joined_comes_back_barred(agency: Agency, why: str) -> None:
    one, other = two(agency)
    done = merge_clients(agency.db, one, other, now=later(agency))
    if why == "objection":
        objects(agency, one)
    else:
        screens(agency, SHARED)
    take_back(agency, done.undo)
    assert registered(agency, one) == registered(agency, other) == [True]
    assert not may_be_rung(agency, other)


def test_a_later_screening_counts_for_a_number_that_comes_back(agency: Agency) -> None:
    one, other = two(agency)
    screens(agency, SHARED)
    gone = change_front_desk(agency.db, other, (), now=later(agency)).undo
    screens(agency)
    take_back(agency, gone)
    assert registered(agency, one) == registered(agency, other) == [False]


def test_a_removed_contact_comes_back_as_one_who_objects(agency: Agency) -> None:
    one, other = two(agency)
    priya = add_contact(agency.db, one, PRIYA, now=later(agency)).id
    gone = remove_contact(agency.db, priya, now=later(agency)).undo
    row = {"client_id": other, "name": "Priya Nair", "email": "priya@acme.example", "made_at": 1}
    objects(agency, other, agency.db.insert("contact", row))
    take_back(agency, gone)
    assert asked_for(agency, one) == []


@pytest.mark.parametrize("email", ["priya@acme.example", ""])
def test_an_objection_of_a_known_contact_outlives_the_revert(
    agency: Agency, tmp_path: Path, email: str
) -> None:
    client = agency.client("Acme", contact="Bob")
    said = ContactSaid("Priya Nair", email=email)
    add_contact(agency.db, client, said, now=later(agency))
    number = load(
        agency, tmp_path,
        "Company,Contact,E-mail,Do not call\nAcme,Priya Nair,priya@acme.example,yes\n",
    )  # fmt: skip
    assert asked_for(agency, client) == ["Bob"]
    revert_import(agency.db, number, now=later(agency))
    assert asked_for(agency, client) == ["Bob"]


@pytest.mark.parametrize("name", ["keep", "gone"])
@pytest.mark.parametrize("town", ["", "York"])
def test_an_objection_to_a_merged_client_holds_for_both(
    agency: Agency, name: str, town: str
) -> None:
    one = agency.client("Acme", town="Leeds")
    other = agency.client("Bolt", phone="020 7946 0002", town=town)
    take = {"name": name}
    done = merge_clients(agency.db, one, other, now=later(agency), take=take)
    mistake = objects(agency, one)
    take_back(agency, done.undo)
    assert objected(agency, one)
    assert objected(agency, other)
    take_back(agency, mistake)
    assert may_be_rung(agency, one)
    assert may_be_rung(agency, other)


@pytest.mark.parametrize("email", ["priya@acme.example", ""])
def test_both_halves_of_a_joined_contact_object(agency: Agency, email: str) -> None:
    one, other = two(agency)
    for client in (one, other):
        add_contact(agency.db, client, ContactSaid("Priya Nair"), now=later(agency))
        add_contact(agency.db, client, ContactSaid("Bob"), now=later(agency))
    agency.db.execute("update contact set email = :e where name = 'Priya Nair'", e=email)
    done = merge_clients(agency.db, one, other, now=later(agency))
    (priya,) = agency.db.tuples("select id from contact where name = 'Priya Nair'")
    mistake = objects(agency, one, priya[0])
    take_back(agency, done.undo)
    assert asked_for(agency, one) == asked_for(agency, other) == ["Bob"]
    take_back(agency, mistake)
    assert asked_for(agency, one) == asked_for(agency, other) == ["Priya Nair", "Bob"]


def test_a_client_renamed_to_one_that_objected_is_barred_until_the_undo(agency: Agency) -> None:
    one, other = agency.client("Acme"), agency.client("Bolt", phone="020 7946 0002")
    objects(agency, one)
    done = edit_clients(agency.db, [Edit(other, "name", "Acme Ltd")], now=later(agency))
    assert not may_be_rung(agency, other)
    take_back(agency, done.undo)
    assert may_be_rung(agency, other)
    redo(agency.db, now=later(agency))
    assert not may_be_rung(agency, other)


def test_a_client_renamed_before_the_objection_is_free_when_it_is_undone(agency: Agency) -> None:
    one, other = agency.client("Acme"), agency.client("Bolt", phone="020 7946 0002")
    edit_clients(agency.db, [Edit(other, "name", "Acme Ltd")], now=later(agency))
    mistake = objects(agency, one)
    assert not may_be_rung(agency, other)
    take_back(agency, mistake)
    assert may_be_rung(agency, one)
    assert may_be_rung(agency, other)


@pytest.mark.parametrize(
    ("town", "number", "barred"),
    [("York", "", False), ("leeds", "", True), ("", "", True), ("Leeds", "0999", False)],
)
def test_a_namesake_is_barred_unless_it_is_surely_another_company(
    agency: Agency, tmp_path: Path, town: str, number: str, *, barred: bool
) -> None:
    one = agency.client("Acme", town="Leeds", company_number="0123")
    other = agency.client("Bolt", phone="020 7946 0002", town=town, company_number=number)
    edit_clients(agency.db, [Edit(other, "name", "Acme Ltd")], now=later(agency))
    objects(agency, one)
    assert may_be_rung(agency, other) is not barred
    load(
        agency, tmp_path, f"Company,Town,Company number,Phone\nAcme,{town},{number},01632 960777\n"
    )
    rows = agency.db.query("select id, town from client where name_key = 'acme' order by id")
    assert all(may_be_rung(agency, row["id"]) is not barred for row in rows[1:])


def test_an_import_is_barred_as_a_namesake_is(agency: Agency, tmp_path: Path) -> None:
    objects(agency, agency.client("Acme", town="Leeds"))
    load(agency, tmp_path, "Company,Town,Phone\nAcme,York,01632 960777\nAcme,,01632 960778\n")
    rows = agency.db.query("select id, town from client where name_key = 'acme' order by id")
    assert {row["town"]: objected(agency, row["id"]) for row in rows} == {
        "Leeds": True,
        "York": False,
    }


@pytest.mark.parametrize("how", ["hand", "file"])
def test_the_same_person_at_another_client_is_not_asked_for(
    agency: Agency, tmp_path: Path, how: str
) -> None:
    clients = two(agency)
    for client in clients:
        agency.db.insert("contact", {"client_id": client, "name": "Priya Nair", "made_at": 1,
                                     "email": "priya@acme.example"})  # fmt: skip
        add_contact(agency.db, client, ContactSaid("Bob"), now=later(agency))
    ids = [
        row[0] for row in agency.db.tuples("select id from contact where name <> 'Bob' order by id")
    ]
    if how == "hand":
        objects(agency, clients[0], ids[0])
    else:
        load(agency, tmp_path,
             "Company,Contact,E-mail,Do not call\nAcme,Priya Nair,priya@acme.example,yes\n")  # fmt: skip
    assert [asked_for(agency, client) for client in clients] == [["Bob"], ["Bob"]]
    if how == "hand":
        take_back(agency)
        assert [asked_for(agency, c) for c in clients] == [["Priya Nair", "Bob"]] * 2


def test_an_address_that_objected_bars_whom_it_is_given_to(agency: Agency) -> None:
    one, other = two(agency)
    priya = add_contact(agency.db, one, PRIYA, now=later(agency)).id
    add_contact(agency.db, one, ContactSaid("Bob"), now=later(agency))
    objects(agency, one, priya)
    agency.db.execute("update contact set email = '' where id = :i", i=priya)
    agency.db.execute("delete from identifier where contact_id = :i", i=priya)
    anne = add_contact(agency.db, other, ContactSaid("Anne"), now=later(agency)).id
    said = ContactSaid("Anne", email="priya@acme.example")
    done = change_contact(agency.db, anne, said, now=later(agency))
    assert asked_for(agency, other) == []
    take_back(agency, done.undo)
    assert asked_for(agency, other) == ["Anne"]


# a mistaken objection


def test_undo_frees_what_was_bound_after_the_objection(agency: Agency) -> None:
    one, other = two(agency)
    gone = change_front_desk(agency.db, other, (), now=later(agency)).undo
    mistake = objects(agency, one)
    take_back(agency, gone)
    take_back(agency, mistake)
    assert may_be_rung(agency, one)
    assert may_be_rung(agency, other)
    redo(agency.db, now=later(agency))
    assert not may_be_rung(agency, one)
    assert not may_be_rung(agency, other)


def test_a_number_removed_while_barred_comes_back_free(agency: Agency) -> None:
    one, other = two(agency)
    screens(agency)
    mistake = objects(agency, one)
    gone = change_front_desk(agency.db, other, (), now=later(agency)).undo
    take_back(agency, mistake)
    take_back(agency, gone)
    assert registered(agency, one) == registered(agency, other) == [False]


def test_a_number_typed_in_while_barred_is_freed_too_and_its_undo_works(agency: Agency) -> None:
    one, other = agency.client("Acme"), agency.client("Bolt", phone="")
    mistake = objects(agency, one)
    typed = (PhoneSaid("020 7946 0001"),)
    done = change_front_desk(agency.db, other, typed, now=later(agency))
    assert registered(agency, other) == [True]
    take_back(agency, mistake)
    assert registered(agency, other) == [False]
    take_back(agency, done.undo)
    assert registered(agency, other) == []


@pytest.mark.parametrize("screened", ["before", "since"])
def test_a_register_outlasts_a_mistaken_objection(agency: Agency, screened: str) -> None:
    one, other = two(agency)
    if screened == "before":
        screens(agency, SHARED)
    mistake = objects(agency, one)
    if screened == "since":
        screens(agency, SHARED)
    take_back(agency, mistake)
    assert registered(agency, one) == registered(agency, other) == [True]
    screens(agency)
    assert registered(agency, one) == registered(agency, other) == [False]


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_objections_each_holds_until_it_is_undone(agency: Agency, first: int) -> None:
    clients = two(agency)
    entries = [objects(agency, client) for client in clients]
    take_back(agency, entries[first])
    assert registered(agency, clients[0]) == registered(agency, clients[1]) == [True]
    assert [objected(agency, client) for client in clients] == [first == 1, first == 0]
    take_back(agency, entries[1 - first])
    assert all(may_be_rung(agency, client) for client in clients)
    assert agency.db.tuples("select count(*) from objection") == [(0,)]


def test_an_objection_put_again_takes_its_place_from_another(agency: Agency) -> None:
    one, other = two(agency)
    mistake = objects(agency, one)
    second = objects(agency, other)
    take_back(agency, mistake)
    redo(agency.db, now=later(agency))
    take_back(agency, second)
    assert not may_be_rung(agency, one)
    take_back(agency, mistake)
    assert may_be_rung(agency, one)
    assert may_be_rung(agency, other)


def test_a_mistake_is_undone_though_the_number_went_elsewhere(agency: Agency) -> None:
    one, other = two(agency)
    mistake = objects(agency, one)
    change_front_desk(agency.db, one, (), now=later(agency))
    take_back(agency, mistake)
    assert may_be_rung(agency, other)


def test_a_file_that_objects_too_outlasts_a_mistake(agency: Agency, tmp_path: Path) -> None:
    one, other = two(agency)
    mistake = objects(agency, one)
    number = load(
        agency, tmp_path, "Company,Phone,Do not call\nCove,020 7946 0001,yes\n"
    )  # fmt: skip
    revert_import(agency.db, number, now=later(agency))
    take_back(agency, mistake)
    assert registered(agency, one) == registered(agency, other) == [True]
    assert not objected(agency, one)


def test_a_second_objection_frees_what_only_it_barred(agency: Agency) -> None:
    client = agency.client("Acme")
    objects(agency, client)
    numbers = (PhoneSaid("020 7946 0001"), PhoneSaid("020 7946 0002"))
    change_front_desk(agency.db, client, numbers, now=later(agency))
    before = agency.dump()
    second = objects(agency, client)
    take_back(agency, second)
    assert agency.dump() == before
