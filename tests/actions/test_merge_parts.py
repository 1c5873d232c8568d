"""Merging clients, part by part: what is kept of two samples, names, numbers and snoozes."""

import pytest

from tests.agency import Agency
from warmcalls.actions.edit_client import do_not_call, snooze
from warmcalls.actions.merge_clients import merge_clients
from warmcalls.actions.undo import undo
from warmcalls.domain.moments import DAY
from warmcalls.store import clients
from warmcalls.store.engine import Row


def rows(agency: Agency, table: str, client_id: int) -> list[Row]:
    return agency.db.query(f"select * from {table} where client_id = :i order by 1", i=client_id)


def test_of_two_samples_the_longer_one_stays(agency: Agency) -> None:
    keep, gone = agency.client("Keep"), agency.client("Gone")
    short, long = agency.campaign("Short"), agency.campaign("Long")
    with agency.db.atomic():
        for campaign, client, until in (
            (short, keep, 1), (short, gone, 2), (long, keep, 4), (long, gone, 3),
        ):  # fmt: skip
            row = {"campaign_id": campaign, "client_id": client, "at": 0, "until": until}
            agency.db.insert("sample", row)
    before = agency.dump()
    merge_clients(agency.db, keep, gone, now=agency.now)
    found = agency.db.tuples("select campaign_id, client_id, until from sample order by id")
    assert sorted(found) == sorted([(short, keep, 2), (long, keep, 4)])
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_an_alias_stays_as_somebody_wrote_it(agency: Agency) -> None:
    keep = agency.client("Northmoor")
    agency.db.execute("update identifier set said = 'NORTHMOOR group' where client_id = :i", i=keep)
    gone = agency.client("Elsewhere")
    sql = "update client set name = 'Northmoor Ltd', name_key = 'northmoor' where id = :i"
    agency.db.execute(sql, i=gone)
    merge_clients(agency.db, keep, gone, now=agency.now)
    said = {row["value"]: row["said"] for row in rows(agency, "identifier", keep)}
    assert said["northmoor"] == "NORTHMOOR group"


def test_a_number_of_a_joined_contact_is_theirs(agency: Agency) -> None:
    keep = agency.client("Keep", phone="020 7946 0001", contact="Priya Nair")
    gone = agency.client("Gone", phone="", contact="Priya Nair")
    mine, theirs = (rows(agency, "contact", client)[0]["id"] for client in (keep, gone))
    number = {"client_id": gone, "contact_id": theirs, "number": "+442079460001"}
    agency.db.insert("phone", number)
    merge_clients(agency.db, keep, gone, now=agency.now)
    assert [row["contact_id"] for row in rows(agency, "phone", keep)] == [mine]


def test_an_objection_of_a_joined_contact_binds_every_number(agency: Agency) -> None:
    keep = agency.client("Keep", phone="", contact="Priya Nair")
    gone = agency.client("Gone", phone="", contact="Priya Nair")
    agency.db.insert("contact", {"client_id": gone, "name": "Tom Hale", "made_at": 1})
    mine, theirs = (rows(agency, "contact", client)[0]["id"] for client in (keep, gone))
    for client, contact, last in ((keep, mine, 1), (gone, theirs, 2)):
        number = {"client_id": client, "contact_id": contact, "number": f"+44207946000{last}"}
        agency.db.insert("phone", number)
    do_not_call(agency.db, gone, contact_id=theirs, now=agency.now)
    assert rows(agency, "phone", keep)[0]["registered"] == 0
    merge_clients(agency.db, keep, gone, now=agency.now)
    assert clients.by_id(agency.db, keep).objected_at is None  # type: ignore[union-attr]
    values = {row["value"] for row in agency.dump()["objection"]}
    assert values == {"+442079460001", "+442079460002"}
    assert all(row["registered"] for row in rows(agency, "phone", keep))


@pytest.mark.parametrize(("mine", "theirs"), [(3, 5), (5, 3), (None, 5), (5, None)])
def test_the_longer_snooze_holds(agency: Agency, mine: int | None, theirs: int | None) -> None:
    keep, gone = agency.client("Keep"), agency.client("Gone")
    for client, days in ((keep, mine), (gone, theirs)):
        if days:
            snooze(agency.db, client, agency.now + days * DAY, now=agency.now)
    merge_clients(agency.db, keep, gone, now=agency.now)
    (kept,) = agency.db.tuples("select snoozed_until from client where id = :i", i=keep)
    assert kept == (agency.now + 5 * DAY,)


def test_who_is_surely_another_is_not_asked_about_again(agency: Agency) -> None:
    keep, gone, third = (agency.client(name) for name in ("Keep", "Gone", "Third"))
    with agency.db.atomic():
        agency.db.insert("not_duplicate", {"one_id": gone, "other_id": third, "at": 1})
        found = {"one_id": keep, "other_id": third, "found_at": 1}
        agency.db.insert("duplicate", found | {"zone": "ask", "alike": 0.5, "reasons": "[]"})
    done = merge_clients(agency.db, keep, gone, now=agency.now)
    assert agency.db.tuples("select one_id, other_id from not_duplicate") == [(keep, third)]
    assert not agency.db.tuples("select 1 from duplicate")
    undo(agency.db, now=agency.now, entry_id=done.undo)
    assert agency.db.tuples("select one_id, other_id from not_duplicate") == [(gone, third)]
