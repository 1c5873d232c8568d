"""Prospects: one index brings the list its candidates, whatever the weights are."""

from typing import Any

import numpy as np
import pytest

from tests.agency import Agency
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.keep_prospects import keep_prospects_near
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.actions.undo import undo
from warmcalls.domain.features import CONTEXT, CROWD_FROM
from warmcalls.domain.kinds import Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Outcome, Reach, Result
from warmcalls.domain.warmth import LONG_HALF_LIFE
from warmcalls.store import settings, warmth


def kept(agency: Agency) -> dict[int, float | None]:
    return dict(agency.db.tuples("select client_id, prospect from standing"))


def expected(agency: Agency) -> dict[int, float]:
    """Work every prospect out from the counters, one number at a time."""
    said = settings.load(agency.db)
    ids = [int(row[0]) for row in agency.db.tuples("select client_id from warmth where heat > 0")]
    known, found = warmth.some(agency.db, ids), {}
    for row, client_id in enumerate(known.ids):
        days = (said.prospects_at - said.landmark) / DAY
        odds = np.log(said.base_rate / (1 - said.base_rate))
        for kind, counter in zip(Kind, known.stored[row], strict=True):
            if kind is not Kind.JOB_ADVERT:
                worth = said.worth[kind]
                odds += worth.weight * np.log1p(counter * 2 ** (-days / worth.half_life_days))
        rate = known.long[row] * 2 ** (-days / LONG_HALF_LIFE) * np.log(2) / LONG_HALF_LIFE
        odds += CONTEXT["crowd"] * np.log(max(rate / CROWD_FROM, 1))
        answer = (6 * said.answer_rate + known.answered[row]) / (6 + known.attempts[row])
        value = said.value_power * np.log1p(known.fee[row]) + np.log(answer)
        found[int(client_id)] = value - np.log1p(np.exp(-odds))
    return found


def assert_exact(agency: Agency) -> None:
    found, worked_out = kept(agency), expected(agency)
    assert {i for i, value in found.items() if value is not None} == set(worked_out)
    for client_id, value in worked_out.items():
        assert found[client_id] == pytest.approx(value, rel=1e-9)


def world(agency: Agency) -> list[int]:
    ids = [agency.client(name) for name in ("Northmoor", "Ashgrove", "Brook", "Quiet", "Crowd")]
    for days, kind in enumerate(Kind):
        agency.signal(ids[days % 3], kind, days_ago=days)
    for days in range(40):
        agency.signal(ids[4], Kind.ARTICLE_PAGE, days_ago=days / 4)
    return ids


def test_a_prospect_is_what_the_counters_calls_and_fee_say(agency: Agency) -> None:
    ids = world(agency)
    assert_exact(agency)
    assert kept(agency)[ids[3]] is None
    agency.outcome(ids[1], result=Result.SEND_INFORMATION)
    agency.outcome(ids[1], Reach.VOICEMAIL)
    assert_exact(agency)
    call = agency.outcome(ids[0], Reach.NO_ANSWER)
    assert_exact(agency)
    for _ in range(2):
        undo(agency.db, now=agency.now, entry_id=call)
        assert_exact(agency)
        call = agency.signal(ids[3], Kind.FORM)
        assert_exact(agency)


@pytest.mark.parametrize(
    "change",
    [
        {"value_power": 0.0},
        {"base_rate": 0.2},
        {"answer_rate": 0.6},
        {"tier_fees": {"A": 1, "B": 2, "C": 3, "": 4}},
        {"worth": {kind: Worth(-0.5, 9) for kind in Kind} | {Kind.FORM: Worth(2, 30)}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_settings_move_every_prospect(agency: Agency, change: dict[str, Any]) -> None:
    world(agency)
    before = kept(agency)
    done = change_settings(agency.db, now=agency.now, **change)
    assert_exact(agency)
    assert kept(agency) != before
    undo(agency.db, now=agency.now, entry_id=done.undo)
    assert_exact(agency)


def test_after_a_week_they_stand_at_another_moment(agency: Agency) -> None:
    world(agency)
    at, before = settings.load(agency.db).prospects_at, kept(agency)
    for days, moves in ((6, False), (-9, False), (8, True)):
        keep_prospects_near(agency.db, at + days * DAY)
        assert (settings.load(agency.db).prospects_at != at) is moves
        assert (kept(agency) != before) is moves
        assert_exact(agency)


def test_while_the_app_is_open_an_outcome_of_another_week_moves_them(agency: Agency) -> None:
    ids, at = world(agency), settings.load(agency.db).prospects_at

    def recorded(days: int, *, learns: bool = True, moves: bool = True) -> int:
        key, client = f"{days} {learns} {moves}", ids[days % 3]
        outcome = Outcome(key, client, at + days * DAY, Reach.NO_ANSWER)
        record_outcome(agency.db, outcome, learns=learns, moves=moves)
        assert_exact(agency)
        return settings.load(agency.db).prospects_at

    assert recorded(6) == at
    assert recorded(8, moves=False) == recorded(8, learns=False) == at
    before = kept(agency)
    assert recorded(8) == at + 8 * DAY - (at + 8 * DAY) % DAY
    assert {i for i, value in kept(agency).items() if value != before[i]} >= set(ids[:3])


def test_what_lies_years_back_is_no_error(agency: Agency) -> None:
    client = agency.client("Old")
    for years in (2, 9, 30):
        agency.signal(client, Kind.ARTICLE_PAGE, days_ago=365 * years)
    keep_prospects_near(agency.db, agency.now + 900 * DAY)
    assert np.isfinite([value for value in kept(agency).values() if value is not None]).all()


def test_networks_that_many_share_do_not_crowd_the_others_out(agency: Agency) -> None:
    keen = agency.client("Keen")
    agency.signal(keen, Kind.CONTACT_PAGE, days_ago=2)
    for name in ("Campus", "Science park"):
        shared = agency.client(name)
        for days in range(60):
            agency.signal(shared, Kind.ARTICLE_PAGE, days_ago=days / 2)
    heat = agency.db.tuples("select client_id from warmth order by heat desc")
    assert heat[-1] == (keen,)
    assert warmth.candidates(agency.db, agency.now, None, 1).ids.tolist() == [keen]
