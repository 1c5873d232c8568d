"""Every action that can be undone leaves the database as it was, also after several."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.edit_client import do_not_call, exclude, save_notes, snooze
from warmcalls.actions.undo import undo
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import DEFAULT_WORTH, Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result

Act = Callable[[Agency, int], int | None]
ACTIONS: dict[str, Act] = {
    "no answer": lambda a, c: a.outcome(c, Reach.NO_ANSWER),
    "wrong number": lambda a, c: a.outcome(c, Reach.WRONG_NUMBER),
    "job brief": lambda a, c: a.outcome(c, result=Result.JOB_BRIEF, fee=800_000),
    "call back": lambda a, c: a.outcome(c, result=Result.CALL_BACK, next_at=a.now + DAY),
    "referred": lambda a, c: a.outcome(c, result=Result.NOT_DECISION_MAKER, referred_to="Jo"),
    "objection": lambda a, c: a.outcome(c, result=Result.DO_NOT_CALL),
    "objection without a call": lambda a, c: do_not_call(a.db, c, now=a.now).undo,
    "signal": lambda a, c: a.signal(c, Kind.MET),
    "snooze": lambda a, c: snooze(a.db, c, a.now + 9 * DAY, now=a.now).undo,
    "exclude": lambda a, c: exclude(a.db, c, "competitor", now=a.now).undo,
    "settings": lambda a, _: (
        change_settings(
            a.db,
            now=a.now,
            worth=DEFAULT_WORTH | {Kind.GUIDE_PAGE: Worth(0.9, 40)},
            agency="Harcourt",
        ).undo
    ),
    "notes": lambda a, c: save_notes(a.db, c, "Needs 2 planners", now=a.now).undo,
    "client": lambda a, _: a.client(f"New {next(a.keys)}") and None,
}


def prepared(agency: Agency) -> int:
    client = agency.client("Northmoor Logistics", contact="Priya Nair")
    agency.signal(client, Kind.GUIDE_PAGE, 3)
    agency.outcome(client, Reach.NO_ANSWER, at=agency.now - 9 * DAY)
    return client


@pytest.mark.parametrize("name", ACTIONS)
def test_undo_puts_everything_back(agency: Agency, name: str) -> None:
    client = prepared(agency)
    before = agency.dump()
    ACTIONS[name](agency, client)
    assert agency.dump() != before
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


@given(names=st.lists(st.sampled_from(sorted(ACTIONS)), min_size=1, max_size=6))
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_undo_of_several_goes_back_step_by_step(agency: Agency, names: list[str]) -> None:
    client = agency.client(f"Client {next(agency.keys)}", contact="Priya Nair")
    states = []
    for name in names:
        before = agency.dump()
        ACTIONS[name](agency, client)
        if agency.dump() != before:
            states.append(before)
    for before in reversed(states):
        undo(agency.db, now=agency.now)
        assert agency.dump() == before


def test_an_entry_that_was_built_on_is_refused_and_nothing_changes(agency: Agency) -> None:
    client = prepared(agency)
    first = snooze(agency.db, client, agency.now + DAY, now=agency.now).undo
    snooze(agency.db, client, agency.now + 2 * DAY, now=agency.now)
    before = agency.dump()
    with pytest.raises(RefusedError, match="Undo that first"):
        undo(agency.db, now=agency.now, entry_id=first)
    assert agency.dump() == before


def test_nothing_to_undo_says_so(agency: Agency) -> None:
    with pytest.raises(RefusedError, match="nothing to undo"):
        undo(agency.db, now=agency.now)
