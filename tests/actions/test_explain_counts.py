"""What is explained of a client says how often it was seen, as the signals themselves count."""

from tests.agency import Agency
from warmcalls.actions.desk import desk
from warmcalls.actions.explain import Part, explain
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach


def parts(agency: Agency, client_id: int) -> dict[str, Part]:
    return {p.name: p for p in explain(desk(agency.db, agency.now), client_id).parts}


def test_signals_are_counted_while_they_weigh(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    for days in (1, 3, 2_000):
        agency.signal(client_id, Kind.SERVICES_PAGE, days_ago=days)
    found = parts(agency, client_id)["services_page"]
    assert (found.count, found.since) == (2, agency.now - 3 * DAY)


def test_calls_that_reached_nobody_are_counted(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    agency.signal(client_id)
    for days in (4, 3, 2):
        agency.outcome(client_id, Reach.NO_ANSWER, at=agency.now - days * DAY)
    found = parts(agency, client_id)["unanswered"]
    assert (found.count, found.since) == (3, 0)
