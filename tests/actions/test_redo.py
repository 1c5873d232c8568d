"""Redo puts again what undo took back, by name, also after a restart."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.actions.test_undo import ACTIONS, prepared
from tests.agency import Agency
from warmcalls.actions.begin import begin
from warmcalls.actions.edit_client import save_notes, snooze
from warmcalls.actions.import_files import import_file
from warmcalls.actions.redo import redo
from warmcalls.actions.undo import Names, names, undo
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.said import after_a_colon

SIGNALS = "Email,Signal,Date\npriya@northmoor.example,form,2026-03-01\n"


@pytest.mark.parametrize("name", ACTIONS)
def test_redo_does_everything_again(agency: Agency, name: str) -> None:
    client = prepared(agency)
    before = agency.dump()
    ACTIONS[name](agency, client)
    after = agency.dump()
    for _ in range(2):
        undo(agency.db, now=agency.now)
        assert agency.dump() == before
        redo(agency.db, now=agency.now)
        assert agency.dump() == after


@given(
    chosen=st.lists(st.sampled_from(sorted(ACTIONS)), min_size=1, max_size=6),
    back=st.integers(1, 6),
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_way_back_leads_forth_and_back_again(
    agency: Agency, chosen: list[str], back: int
) -> None:
    client = prepared(agency)
    states = [agency.dump()]
    for name in chosen:
        with suppress(RefusedError):
            ACTIONS[name](agency, client)
        if agency.dump() != states[-1]:
            states.append(agency.dump())
    steps = min(back, len(states) - 1)
    walk(agency, undo, reversed(states[len(states) - 1 - steps : -1]))
    walk(agency, redo, states[len(states) - steps :])
    walk(agency, undo, reversed(states[:-1]))


def walk(agency: Agency, step: Callable[..., object], states: object) -> None:
    for state in states:  # type: ignore[attr-defined]
        step(agency.db, now=agency.now)
        assert agency.dump() == state


def test_something_new_leaves_nothing_to_redo(agency: Agency) -> None:
    client = agency.client("Northmoor")
    save_notes(agency.db, client, "One", now=agency.now)
    undo(agency.db, now=agency.now)
    snooze(agency.db, client, agency.now + DAY, now=agency.now)
    with pytest.raises(RefusedError, match="nothing to redo"):
        redo(agency.db, now=agency.now)
    undo(agency.db, now=agency.now)
    redo(agency.db, now=agency.now)
    with pytest.raises(RefusedError, match="nothing to redo"):
        redo(agency.db, now=agency.now)


def test_each_person_redoes_their_own(agency: Agency) -> None:
    beth, tom = agency.recruiter("Beth Okafor").id, agency.recruiter("Tom Hale").id
    client, other = agency.client("Northmoor"), agency.client("Harcourt")
    save_notes(agency.db, client, "Beth’s", now=agency.now, person_id=beth)
    undo(agency.db, now=agency.now, person_id=beth)
    save_notes(agency.db, other, "Tom’s", now=agency.now, person_id=tom)
    assert names(agency.db, tom) == Names("Undo: notes on Harcourt", None)
    assert names(agency.db, beth).redo == "Redo: notes on Northmoor"
    assert redo(agency.db, now=agency.now, person_id=beth).said == "Redone: Notes on Northmoor"


def test_what_somebody_changed_since_is_not_done_again(agency: Agency) -> None:
    beth, tom = agency.recruiter("Beth Okafor").id, agency.recruiter("Tom Hale").id
    client = agency.client("Northmoor")
    save_notes(agency.db, client, "Beth’s", now=agency.now, person_id=beth)
    undo(agency.db, now=agency.now, person_id=beth)
    save_notes(agency.db, client, "Tom’s", now=agency.now, person_id=tom)
    before = agency.dump()
    with pytest.raises(RefusedError, match="cannot be redone: .* changed again since"):
        redo(agency.db, now=agency.now, person_id=beth)
    assert agency.dump() == before


def test_a_row_somebody_needs_since_stays(agency: Agency) -> None:
    beth, tom = agency.recruiter("Beth Okafor").id, agency.recruiter("Tom Hale").id
    client = agency.client("Northmoor")
    brief = agency.outcome(client, person_id=beth)
    agency.db.insert(
        "vacancy",
        {
            "client_id": client,
            "outcome_id": agency.last("outcome"),
            "taken_at": 1,
            "person_id": tom,
        },
    )
    with pytest.raises(RefusedError, match="came since needs it"):
        undo(agency.db, now=agency.now, entry_id=brief)


def test_a_client_that_comes_back_gets_its_visitors_back(agency: Agency, tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(SIGNALS)
    import_file(agency.db, tmp_path / "s.csv", now=agency.now)
    before = agency.dump()
    agency.client("Northmoor", website="northmoor.example")
    after = agency.dump()
    assert after["signal"][0]["client_id"] is not None
    undo(agency.db, now=agency.now)
    assert agency.dump() == before
    redo(agency.db, now=agency.now)
    assert agency.dump() == after


def test_it_is_remembered_over_a_restart(sqlite_location: str) -> None:
    agency = Agency(begin(sqlite_location, now=1), 1)
    client = agency.client("Northmoor")
    save_notes(agency.db, client, "One", now=2)
    undo(agency.db, now=3)
    agency.db.close()
    again = Agency(begin(sqlite_location, now=4), 4)
    assert names(again.db) == Names("Undo: added Northmoor", "Redo: notes on Northmoor")
    redo(again.db, now=4)
    assert again.db.tuples("select notes from client") == [("One",)]
    again.db.close()


def test_an_id_that_was_undone_is_nobody_elses(agency: Agency) -> None:
    gone = agency.client("Northmoor", contact="Priya Nair")
    undo(agency.db, now=agency.now)
    assert agency.client("Harcourt") > gone


def test_a_signal_counts_again(agency: Agency) -> None:
    client, campaign = agency.client("Northmoor"), agency.campaign()
    agency.signal(client, Kind.MET, campaign=campaign)
    undo(agency.db, now=agency.now)
    assert not agency.db.tuples("select 1 from touch")
    redo(agency.db, now=agency.now)
    assert agency.db.tuples("select client_id, n from touch") == [(client, 1)]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Set tier of 12 clients", "set tier of 12 clients"),
        ("No answer: Northmoor", "no answer: Northmoor"),
        ("Northmoor and Harcourt stay two clients", "Northmoor and Harcourt stay two clients"),
        ("£40 belongs to Guide", "£40 belongs to Guide"),
        ("PSL agreed", "PSL agreed"),
        ("", ""),
    ],
)
def test_what_was_done_is_said_after_a_colon(said: str, shown: str) -> None:
    assert after_a_colon(said) == shown
