"""Standing: how a client stands after everything that was said to it."""

import pytest

from tests.agency import Agency
from warmcalls.actions.undo import undo
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result


def worth_at(agency: Agency) -> int | None:
    ((found,),) = agency.db.tuples("select worth_at from standing")
    return None if found is None else int(found)


def test_the_newest_conversation_worth_the_time_is_kept(agency: Agency) -> None:
    client = agency.client("Northmoor")
    moments = [agency.now - days * DAY for days in (30, 20, 10)]
    for at in moments:
        newest = agency.outcome(client, result=Result.MEETING, at=at)
        assert worth_at(agency) == at
    agency.outcome(client, result=Result.MEETING, at=agency.now - 40 * DAY)  # typed in late
    assert worth_at(agency) == moments[-1]
    undo(agency.db, now=agency.now, entry_id=newest)
    assert worth_at(agency) == moments[-2]


@pytest.mark.parametrize(
    "said",
    [
        (Result.NO_NEED, None),
        (Result.NOT_DECISION_MAKER, None),
        (Result.SEND_INFORMATION, None),
        (Result.MEETING, False),
    ],
)
def test_a_talk_that_came_to_nothing_much_moves_it_not(
    agency: Agency, said: tuple[Result, bool | None]
) -> None:
    result, worth = said
    client, before = agency.client("Northmoor"), agency.now - 9 * DAY
    agency.outcome(client, result=result, worth=worth, at=before - DAY)
    assert worth_at(agency) is None
    agency.outcome(client, result=Result.NO_NEED, worth=True, at=before)
    later = agency.now - DAY
    agency.outcome(client, result=result, worth=worth, at=later)
    agency.outcome(client, Reach.VOICEMAIL, at=agency.now)
    assert worth_at(agency) == before
