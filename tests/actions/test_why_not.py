"""Why a client is not on the list, as the table of clients has it."""

import pytest

from tests.agency import Agency
from warmcalls.actions.add_person import add_person
from warmcalls.actions.client_rows import client_rows, listed
from warmcalls.actions.desk import desk
from warmcalls.actions.why_not import why_not
from warmcalls.domain.clients import Role
from warmcalls.domain.moments import HOUR
from warmcalls.domain.outcomes import Result
from warmcalls.store import people


@pytest.mark.parametrize("role", [*Role, None])
def test_the_panel_and_the_table_say_the_same(agency: Agency, role: Role | None) -> None:
    beth, carl = agency.recruiter("Beth Okafor"), agency.recruiter("Carl Ames")
    if role is not None:
        add_person(agency.db, "Sam Lee", role)
    sam = people.by_name(agency.db, "Sam Lee")
    ids = [
        agency.client("Northmoor", owner=beth.name),
        agency.client("Penhallow", owner=carl.name),
        agency.client("Ashgrove"),
        agency.client("Calloway"),
    ]
    for client_id in ids[:3]:
        agency.signal(client_id)
    agency.outcome(
        ids[0], result=Result.CALL_BACK, at=agency.now - HOUR, next_at=agency.now + HOUR,
        person_id=beth.id,
    )  # fmt: skip
    at = desk(agency.db, agency.now, sam)
    on = listed(at)
    stands = {row.id: row.stands for row in client_rows(at, ids, on)}
    told = {client_id: why_not(at, client_id) for client_id in ids}
    for client_id in ids:
        assert told[client_id].on_list == (client_id in on.places), stands[client_id]
    own = role is Role.RECRUITER
    assert stands[ids[0]] == "Today, promised" or own
    assert told[ids[0]].on_list is not own
    words = "Number 1 on the agency’s list: " if role and not own else "Number 1: "
    assert own or told[ids[0]].because[0].startswith(words)
