"""Undoing a merge: each of the two gets what is its own, whatever came since."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.actions.crossed import crossed
from tests.actions.merge_walk import STEPS, Walk, came_in, of
from tests.actions.merge_world import counted
from tests.agency import Agency
from warmcalls.actions.edit_contacts import add_contact, change_front_desk, remove_contact
from warmcalls.actions.edit_identifiers import add_identifier, remove_identifier
from warmcalls.actions.merge_clients import merge_clients
from warmcalls.actions.record_placement import record_placement
from warmcalls.actions.redo import redo
from warmcalls.actions.undo import undo
from warmcalls.domain.contact_said import ContactSaid, PhoneSaid
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import IdentityKind
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result


def pair(agency: Agency) -> tuple[int, int, int]:
    """Two clients, and a contact of the second."""
    keep = agency.client("Acme", contact="Kim Bell", domains=("acme.example",))
    gone = agency.client("Bolt", phone="020 7946 0002", domains=("bolt.example",))
    said = ContactSaid("Tom Hale", "", "t@bolt.example", (PhoneSaid("020 7946 0003"),))
    return keep, gone, add_contact(agency.db, gone, said, now=agency.now).id


def test_a_call_to_somebody_who_goes_back_goes_with_them(agency: Agency) -> None:
    keep, gone, tom = pair(agency)
    merged = merge_clients(agency.db, keep, gone, now=agency.now)
    agency.now += DAY
    agency.outcome(keep, contact_id=tom, result=Result.JOB_BRIEF, fee=5_00)
    agency.outcome(keep, Reach.NO_ANSWER)
    brief = agency.last("vacancy")
    day = "2026-02-02"
    record_placement(
        agency.db, keep, "Driver", vacancy_id=brief, placed_on=day, fee=9_00, now=agency.now
    )
    joined = agency.dump()
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    assert of(agency, "outcome") == of(agency, "call") == [gone, keep]
    assert of(agency, "outcome", "contact_id") == [tom, None]
    assert of(agency, "vacancy") == of(agency, "placement") == of(agency, "fee") == [gone]
    assert not crossed(agency.db)
    assert counted(agency) == agency.dump()["warmth"]
    redo(agency.db, now=agency.now)
    assert agency.dump() == joined
    undo(agency.db, now=agency.now)
    assert not crossed(agency.db)
    remove_contact(agency.db, tom, now=agency.now)
    assert of(agency, "outcome", "contact_id") == [None, None]


def test_a_call_that_went_back_comes_undone(agency: Agency) -> None:
    keep, gone, tom = pair(agency)
    before = agency.dump()
    merged = merge_clients(agency.db, keep, gone, now=agency.now)
    agency.now += DAY
    joined = agency.dump()
    called = agency.outcome(keep, contact_id=tom, result=Result.JOB_BRIEF)
    after = agency.dump()
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    redo(agency.db, now=agency.now)
    assert agency.dump() == after
    undo(agency.db, now=agency.now, entry_id=called)
    assert agency.dump() == joined
    redo(agency.db, now=agency.now)
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    apart = agency.dump()
    undo(agency.db, now=agency.now, entry_id=called)
    assert agency.dump() == before
    redo(agency.db, now=agency.now)
    assert agency.dump() == apart


def test_a_call_nobody_made_yet_goes_with_whom_it_is_for(agency: Agency) -> None:
    keep, gone, tom = pair(agency)
    merged = merge_clients(agency.db, keep, gone, now=agency.now)
    agency.now += DAY
    agency.outcome(keep, Reach.NO_ANSWER)
    phones = dict(agency.db.tuples("select number, id from phone"))
    call = agency.db.query("select * from call")[0]
    with agency.db.atomic():
        for n, (contact, number) in enumerate(
            ((tom, "+442079460003"), (None, "+442079460002"), (None, "+442079460001"))
        ):
            row: dict[str, object] = call | {"key": f"open-{n}", "contact_id": contact}
            del row["id"]
            agency.db.insert("call", row | {"phone_id": phones[number]})
        agency.db.execute(
            "update call set contact_id = null, phone_id = :p where id = :i",
            p=phones["+442079460002"],
            i=call["id"],
        )
    joined = agency.dump()
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    # the first was made without a contact: it stays, without the number of the other client
    assert of(agency, "call") == [keep, gone, gone, keep]
    assert of(agency, "call", "phone_id")[0] is None
    assert not crossed(agency.db)
    redo(agency.db, now=agency.now)
    assert agency.dump() == joined


def test_a_contact_removed_meanwhile_comes_back_to_their_own_client(agency: Agency) -> None:
    keep, gone, tom = pair(agency)
    agency.outcome(gone, contact_id=tom)
    merged = merge_clients(agency.db, keep, gone, now=agency.now)
    removed = remove_contact(agency.db, tom, now=agency.now)
    change_front_desk(agency.db, keep, (PhoneSaid("020 7946 0001"),), now=agency.now)
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    assert not crossed(agency.db)
    assert of(agency, "outcome", "contact_id") == [None]
    undo(agency.db, now=agency.now, entry_id=removed.undo)
    assert agency.db.tuples("select client_id from contact where id = :i", i=tom) == [(gone,)]
    number = "select client_id, contact_id from phone where number = '+442079460003'"
    assert agency.db.tuples(number) == [(gone, tom)]
    assert of(agency, "outcome", "contact_id") == [tom]
    undo(agency.db, now=agency.now)  # the front desk's
    desk = agency.db.tuples("select client_id from phone where number = '+442079460002'")
    assert desk == [(gone,)]
    assert not crossed(agency.db)


def test_signals_go_back_to_whose_domain_they_came_by(agency: Agency, tmp_path: Path) -> None:
    keep, gone, tom = pair(agency)
    came_in(agency, tmp_path, "early@bolt.example")
    before = agency.dump()
    merged = merge_clients(agency.db, keep, gone, now=agency.now)
    emails = ("early@bolt.example", "new@bolt.example", "t@bolt.example", "k@acme.example")
    for email in emails:
        came_in(agency, tmp_path, email)
    agency.signal(keep, Kind.MET)
    assert set(of(agency, "signal")) == {keep}
    joined = agency.dump()
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    assert of(agency, "signal") == [gone, gone, gone, gone, keep, keep]
    assert of(agency, "signal", "contact_id")[3] == tom
    assert of(agency, "visitor") == [gone, gone, keep]
    assert not crossed(agency.db)
    assert counted(agency) == agency.dump()["warmth"]
    redo(agency.db, now=agency.now)
    assert agency.dump() == joined
    assert before["signal"][0]["client_id"] == gone


def test_a_name_taken_off_meanwhile_is_the_clients_again(agency: Agency) -> None:
    keep, gone, _ = pair(agency)
    merged = merge_clients(agency.db, keep, gone, now=agency.now)
    (alias,) = agency.db.tuples("select id from identifier where value = 'bolt'")
    remove_identifier(agency.db, alias[0], now=agency.now)
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    held = agency.db.tuples("select client_id from identifier where value = 'bolt'")
    assert held == [(gone,)]
    assert not crossed(agency.db)


def test_a_network_takes_its_addresses_along(agency: Agency) -> None:
    keep, gone, _ = pair(agency)
    add_identifier(agency.db, gone, IdentityKind.RANGE, "81.2.69.0/24", now=agency.now)
    merged = merge_clients(agency.db, keep, gone, now=agency.now)
    agency.signal(keep)
    with agency.db.atomic():
        row: dict[str, object] = {"kind": "address", "value": "81.2.69.7", "client_id": keep}
        seen = agency.db.insert("visitor", row)
        agency.db.execute("update signal set visitor_id = :v", v=seen)
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    assert of(agency, "visitor") == of(agency, "signal") == [gone]


def test_a_visitor_of_a_contact_goes_with_them(agency: Agency) -> None:
    keep, gone, tom = pair(agency)
    merged = merge_clients(agency.db, keep, gone, now=agency.now)
    agency.signal(keep)
    with agency.db.atomic():
        row: dict[str, object] = {
            "kind": "cookie",
            "value": "c1",
            "client_id": keep,
            "contact_id": tom,
        }
        seen = agency.db.insert("visitor", row)
        agency.db.execute("update signal set visitor_id = :v", v=seen)
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    assert of(agency, "visitor") == of(agency, "signal") == [gone]
    assert not crossed(agency.db)


def test_somebody_met_goes_back_with_that(agency: Agency) -> None:
    keep, gone, tom = pair(agency)
    merged = merge_clients(agency.db, keep, gone, now=agency.now)
    for contact in (tom, None):
        agency.signal(keep, Kind.MET)
        named = {"c": contact, "i": agency.last("signal")}
        agency.db.execute("update signal set contact_id = :c where id = :i", **named)
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    assert of(agency, "signal") == [gone, keep]
    assert of(agency, "signal", "contact_id") == [tom, None]


def test_what_names_a_contact_of_the_kept_one_loses_the_name(agency: Agency) -> None:
    keep, gone, _ = pair(agency)
    agency.signal(gone)
    merged = merge_clients(agency.db, keep, gone, now=agency.now)
    (kim,) = agency.db.tuples("select id from contact where name = 'Kim Bell'")
    agency.db.execute("update signal set contact_id = :i", i=kim[0])
    joined = agency.dump()
    undo(agency.db, now=agency.now, entry_id=merged.undo)
    assert of(agency, "signal") == [gone]
    assert of(agency, "signal", "contact_id") == [None]
    redo(agency.db, now=agency.now)
    assert agency.dump() == joined


def test_of_two_merges_the_later_one_comes_undone_first(agency: Agency) -> None:
    keep, one, two = (
        agency.client(name, phone="020 7946 0001", contact="Tom Hale", notes=name)
        for name in ("Acme", "Bolt", "Cedar")
    )
    before = agency.dump()
    first = merge_clients(agency.db, keep, one, now=agency.now).undo
    between = agency.dump()
    second = merge_clients(agency.db, keep, two, now=agency.now).undo
    after = agency.dump()
    with pytest.raises(RefusedError, match="Undo “Merged Cedar into Acme” first"):
        undo(agency.db, now=agency.now, entry_id=first)
    assert agency.dump() == after
    undo(agency.db, now=agency.now, entry_id=second)
    assert agency.dump() == between
    undo(agency.db, now=agency.now, entry_id=first)
    assert agency.dump() == before
    redo(agency.db, now=agency.now)
    redo(agency.db, now=agency.now)
    assert agency.dump() == after


def test_what_took_the_kept_one_is_said_and_not_what_was_undone(agency: Agency) -> None:
    beth, tom = agency.recruiter("Beth Okafor").id, agency.recruiter("Tom Hale").id
    one, two, three, four = (agency.client(name) for name in ("One", "Two", "Three", "Four"))
    first = merge_clients(agency.db, one, two, now=agency.now).undo
    merge_clients(agency.db, four, one, now=agency.now, person_id=beth)
    undo(agency.db, now=agency.now, person_id=beth)
    merge_clients(agency.db, three, one, now=agency.now, person_id=tom)
    undo(agency.db, now=agency.now, person_id=tom)
    redo(agency.db, now=agency.now, person_id=beth)
    with pytest.raises(RefusedError, match="Undo “Merged One into Four” first"):
        undo(agency.db, now=agency.now, entry_id=first)


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(STEPS), st.integers(0, 11), st.integers(0, 11)),
        min_size=3,
        max_size=14,
    )
)
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_done_no_row_names_what_is_anothers(
    agency: Agency, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    walk = Walk(agency, tmp_path_factory.getbasetemp())
    for what, n, m in steps:
        with suppress(RefusedError):
            walk.step(what, n, m)
        assert not crossed(agency.db), what
    assert counted(agency) == agency.dump()["warmth"]
