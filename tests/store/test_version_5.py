"""Version 5 fills its new columns as the app itself would have."""

import numpy as np
import pytest

from tests.agency import Agency
from warmcalls.domain.kinds import Kind
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.domain.warmth import PACES
from warmcalls.store.schema import for_postgres, version_5
from warmcalls.store.warmth import PACED

FILLS = [s for s in version_5.VERSION.statements if s.startswith("update")]


def upgraded(agency: Agency) -> None:
    """Run what fills the columns once more, in the words of the engine."""
    postgres = agency.db.dialect == "postgres"
    with agency.db.atomic():
        for statement in FILLS:
            agency.db.execute(for_postgres(statement) if postgres else statement)


def paces(agency: Agency) -> list[tuple[float, ...]]:
    return agency.db.tuples(f"select {', '.join(PACED)} from warmth order by client_id")


def test_every_pace_has_its_column() -> None:
    assert set(PACED) <= {name for name, _, _ in version_5.PACES}
    lives = {name: (set(kinds), life) for name, kinds, life in version_5.PACES}
    for pace, name in zip(PACES, PACED, strict=True):
        assert lives[name] == ({k.value for k in Kind if pace.counts(k)}, pace.half_life_days)


def test_an_upgrade_counts_the_paces_from_the_signals(agency: Agency) -> None:
    for client in (agency.client("Northmoor"), agency.client("Ashgrove")):
        for days, kind in enumerate(Kind):
            agency.signal(client, kind, days_ago=3.7 * days + client)
    counted = paces(agency)
    with agency.db.atomic():
        agency.db.execute(f"update warmth set {', '.join(f'{name} = 0' for name in PACED)}")
    upgraded(agency)
    assert np.array(counted).min() > 0
    np.testing.assert_allclose(paces(agency), counted, rtol=1e-9)


def test_signals_far_from_the_landmark_leave_no_number_that_is_none(agency: Agency) -> None:
    agency.signal(agency.client("Northmoor"))
    with agency.db.atomic():
        agency.db.execute("update setting set value = '0' where name = 'landmark'")
    upgraded(agency)
    assert np.isfinite(paces(agency)).all()


@pytest.mark.parametrize(
    "said",
    [
        (Result.MEETING, None, True),
        (Result.MEETING, False, False),
        (Result.NO_NEED, True, True),
        (Result.SEND_INFORMATION, None, False),
        (Result.JOB_BRIEF, None, True),
    ],
)
def test_an_upgrade_finds_the_last_conversation_worth_the_time(
    agency: Agency, said: tuple[Result, bool | None, bool]
) -> None:
    result, worth, kept = said
    client = agency.client("Northmoor")
    agency.outcome(client, result=result, worth=worth, at=agency.now - 5)
    agency.outcome(client, Reach.NO_ANSWER, at=agency.now)
    for _ in range(2):
        assert agency.db.tuples("select worth_at from standing") == [
            (agency.now - 5 if kept else None,)
        ]
        upgraded(agency)
