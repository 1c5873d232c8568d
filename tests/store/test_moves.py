"""Moves of many rows: a handful of rows in the journal, and the way back row by row."""

import json

import pytest

from tests.agency import Agency
from warmcalls.actions.recount import recount
from warmcalls.actions.undo import undo
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.store import journal, moves, settings, signals, touches, undoing, warmth

MANY = 12_000


def signals_of(agency: Agency, client_id: int | None) -> list[int]:
    return [
        int(i)
        for i, whose in agency.db.tuples("select id, client_id from signal order by id")
        if whose == client_id
    ]


def hand_over(agency: Agency, ids: list[int], **fields: object) -> int:
    with (
        agency.db.atomic(),
        journal.entry(agency.db, "move", agency.now) as made,
    ):
        made.move_rows("signal", ids, **fields)
        recount(made, settings.load(agency.db))
    return made.entry_id


def test_signals_of_two_clients_and_of_nobody_go_to_a_third_and_back(agency: Agency) -> None:
    one, two, three = (agency.client(name) for name in ("One", "Two", "Three"))
    campaign = agency.campaign()
    for client in (one, one, two):
        agency.signal(client, Kind.GUIDE_PAGE, campaign=campaign)
    agency.db.execute(
        "update signal set client_id = null, contact_id = 9 where client_id = :i", i=two
    )
    with agency.db.atomic():
        warmth.recount(agency.db, [two], settings.load(agency.db))
        touches.recount(agency.db, [two])
    before = agency.dump()
    ids = signals_of(agency, one) + signals_of(agency, None)
    entry = hand_over(agency, ids, client_id=three, contact_id=None)
    assert signals_of(agency, three) == ids
    assert agency.db.tuples("select client_id, n from warmth where n > 0") == [(three, 3)]
    assert agency.db.tuples("select client_id, n from touch") == [(three, 3)]
    noted = agency.db.query("select before from change where entry_id = :e", e=entry)
    assert sorted(json.loads(row["before"])["fields"]["contact_id"] or 0 for row in noted) == [0, 9]
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_thousands_of_rows_are_a_handful_in_the_journal(agency: Agency) -> None:
    one, two = agency.client("One"), agency.client("Two")
    rows = [
        (one, None, None, "guide_page", agency.now - i, "", i % 7, 1.0, None, None, i)
        for i in range(MANY)
    ]
    with agency.db.atomic():
        signals.add_many(agency.db, rows)
        warmth.recount(agency.db, [one], settings.load(agency.db))
    before = agency.dump()
    entry = hand_over(agency, signals_of(agency, one), client_id=two)
    assert len(agency.db.query("select 1 from change where entry_id = :e", e=entry)) == 3
    assert len(signals_of(agency, two)) == MANY
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_rows_that_say_so_already_leave_no_entry(agency: Agency) -> None:
    one = agency.client("One")
    agency.signal(one)
    entry = hand_over(agency, signals_of(agency, one), client_id=one)
    assert not agency.db.query("select 1 from entry where id = :e", e=entry)


def test_rows_that_moved_on_are_refused_and_left_alone_where_that_is_asked(agency: Agency) -> None:
    one, two, three = (agency.client(name) for name in ("One", "Two", "Three"))
    agency.signal(one)
    agency.signal(one)
    first, second = signals_of(agency, one)
    entry = hand_over(agency, [first, second], client_id=two)
    hand_over(agency, [second], client_id=three)
    before = agency.dump()
    with pytest.raises(RefusedError, match="Undo that first"):
        undo(agency.db, now=agency.now, entry_id=entry)
    assert agency.dump() == before
    with agency.db.atomic():
        undoing.take_back(agency.db, entry, agency.now, lenient=True)
    assert signals_of(agency, one) == [first]
    assert signals_of(agency, three) == [second]


def test_rows_that_are_gone_stay_gone(agency: Agency) -> None:
    one, two = agency.client("One"), agency.client("Two")
    agency.signal(one)
    agency.signal(one)
    first, second = signals_of(agency, one)
    hand_over(agency, [first, second], client_id=two)
    agency.db.execute("delete from signal where id = :i", i=second)
    undo(agency.db, now=agency.now)
    assert signals_of(agency, one) == [first]


def test_a_move_in_the_released_form_comes_undone(agency: Agency) -> None:
    client, one, two = agency.client("One"), agency.campaign("A"), agency.campaign("B")
    agency.signal(client, campaign=one)
    before = agency.dump()
    ids = signals_of(agency, client)
    with agency.db.atomic(), journal.entry(agency.db, "merge_campaigns", agency.now) as made:
        row = {"item": moves.RELEASED, "item_id": one, "entry_id": made.entry_id}
        row |= {"before": json.dumps({"ids": ids}), "after": json.dumps({"campaign_id": two})}
        agency.db.insert("change", row)
        made.noted += 1
        agency.db.execute("update signal set campaign_id = :c", c=two)
        touches.recount_campaigns(agency.db, [one, two])
    assert agency.db.tuples("select campaign_id from touch") == [(two,)]
    undo(agency.db, now=agency.now)
    assert agency.dump() == before
