"""Reasons are true: every number is a count, and the score falls without the signals they name."""

from collections.abc import Callable

import numpy as np
import pytest

from tests.agency import Agency
from warmcalls.actions.desk import Desk, desk
from warmcalls.actions.propose import Pick, describe, with_people
from warmcalls.actions.reached_last import with_campaigns
from warmcalls.domain.calls import CallKind, Reason, WarmCall
from warmcalls.domain.features import FEATURES
from warmcalls.domain.kinds import KINDS, Kind
from warmcalls.domain.learned import Learned, Lessons, beginner, learn
from warmcalls.domain.moments import DAY
from warmcalls.domain.ranking import Model
from warmcalls.domain.scores import score
from warmcalls.domain.settings import Settings
from warmcalls.store import signals, standing, touches, warmth

CLIENTS = 8
NAMED = """
from signal where client_id = :client and kind = :kind and at >= :since and at <= :now
"""


class PutBackError(Exception):
    """Ends a transaction whose changes were only tried."""


def fill(agency: Agency, rng: np.random.Generator) -> list[int]:
    """Give some clients signals of every sort: a few with many, campaigns and people among them."""
    campaigns = [agency.campaign("Pay guide"), agency.campaign("Newsletter")]
    ids = [agency.client(f"Client {i}", phone=f"020 7946 0{i:03}") for i in range(CLIENTS)]
    rows: list[tuple[object, ...]] = []
    for client_id in ids:
        for _ in range(int(rng.integers(1, 40))):
            kind = KINDS[int(rng.integers(len(KINDS)))] if rng.random() < 0.5 else Kind.GUIDE_PAGE
            at = agency.now - round(float(rng.exponential(30.0)) * DAY)
            campaign = None if rng.random() < 0.6 else int(rng.choice(campaigns))
            share = float(rng.choice([1.0, 0.25, 0.0]))
            person = client_id * 10 + int(rng.integers(4))
            rows.append((client_id, None, None, kind.value, at, f"Page {rng.integers(3)}",
                         person, share, campaign, None, len(rows)))  # fmt: skip
    with agency.db.atomic():
        signals.add_many(agency.db, rows)
        recount(agency, ids)
        standing.refresh(agency.db, ids, desk(agency.db, agency.now).agency)
    return ids


def recount(agency: Agency, ids: list[int]) -> None:
    warmth.recount(agency.db, ids, desk(agency.db, agency.now).agency)
    touches.recount(agency.db, ids)


def untaught(settings: Settings, rng: np.random.Generator) -> Learned:
    del rng
    return beginner(settings)


def taught(settings: Settings, rng: np.random.Generator) -> Learned:
    """Learn from calls whose outcomes have little to do with what was believed."""
    x = rng.exponential(0.5, (120, len(FEATURES))) * (rng.random((120, len(FEATURES))) < 0.2)
    labels = (rng.random(120) < 0.3).astype(float)
    lessons = Lessons(np.zeros(120), x, labels, np.full(120, np.nan), rng.integers(0, 3, 120))
    return learn(lessons, settings)


def contrary(settings: Settings, rng: np.random.Generator) -> Learned:
    """Weigh everything at random, in either direction, and doubt it at random."""
    size = len(FEATURES)
    doubt = rng.normal(0.0, 0.15, (size + 1, size + 1))
    model = Model(rng.normal(0.0, 1.0, size), -2.0, doubt @ doubt.T, 30)
    return Learned(model, beginner(settings).answers, campaigns={1: 0.8, 2: -0.5})


def a_desk(agency: Agency, learned: Learned) -> Desk:
    asked = desk(agency.db, agency.now)
    asked.__dict__["learned"] = learned  # what `Desk` reads once and keeps
    return asked


def log_odds(asked: Desk, client_id: int) -> float:
    known = with_people(asked.db, warmth.some(asked.db, [client_id]), asked.now)
    known, _ = with_campaigns(asked, known)
    return float(score(known, asked.now, asked.agency, asked.learned).log_odds[0])


def without(agency: Agency, asked: Desk, call: WarmCall, reasons: list[Reason]) -> float:
    """Return the client's log-odds in a database that never had the signals of some reasons."""
    left: list[float] = []
    with pytest.raises(PutBackError), agency.db.atomic():
        for one in reasons:
            agency.db.execute(
                f"delete {NAMED}",
                client=call.client_id, kind=one.kind, since=one.since, now=agency.now,
            )  # fmt: skip
        recount(agency, [call.client_id])
        left.append(log_odds(asked, call.client_id))
        raise PutBackError
    return left[0]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("learnt", [untaught, taught, contrary])
def test_the_score_falls_without_the_signals_that_a_reason_names(
    agency: Agency, learnt: Callable[[Settings, np.random.Generator], Learned], seed: int
) -> None:
    rng = np.random.default_rng(seed)
    ids = fill(agency, rng)
    asked = a_desk(agency, learnt(desk(agency.db, agency.now).agency, rng))
    calls = describe(asked, [Pick(client_id, CallKind.WARM) for client_id in ids])
    named = 0
    for call in calls:
        before = log_odds(asked, call.client_id)
        for one in call.reasons:
            counted = agency.db.tuples(
                f"select count(*), count(distinct person), min(at) {NAMED}",
                client=call.client_id, kind=one.kind, since=one.since, now=agency.now,
            )  # fmt: skip
            assert counted == [(one.count, one.people, one.since)]
            after = without(agency, asked, call, [one])
            assert before - after == pytest.approx(one.contribution, abs=1e-9)
        speaking = [one for one in call.reasons if one.contribution > 0.0]
        against = [one for one in call.reasons if one.contribution < 0.0]
        assert len(speaking) <= 2
        assert all(one.contribution < -0.3 for one in against)
        if speaking:
            assert without(agency, asked, call, speaking) < before
        named += len(speaking)
    assert named


def test_signs_that_add_nothing_are_called_faint_and_none_are_called_none(agency: Agency) -> None:
    def why(learned: Learned) -> str:
        (call,) = describe(a_desk(agency, learned), [Pick(client_id, CallKind.WARM)])
        assert not call.reasons
        return call.why

    client_id = agency.client("Northmoor")
    settings = desk(agency.db, agency.now).agency
    assert why(beginner(settings)) == "No sign of interest yet."
    agency.signal(client_id, Kind.REACTION)
    size = len(FEATURES)
    nothing = Model(np.zeros(size), -2.0, np.zeros((size + 1, size + 1)), 30)
    assert (
        why(Learned(nothing, beginner(settings).answers)) == "Only faint signs of interest so far."
    )


def test_what_others_came_to_nothing_with_is_said_against_a_client(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    agency.signal(client_id, Kind.CHAT, days_ago=1)
    agency.signal(client_id, Kind.EMAIL_UNSUBSCRIBE, days_ago=2)
    settings = desk(agency.db, agency.now).agency
    size = len(FEATURES)
    weights = np.zeros(size)
    model = Model(weights, -2.0, np.zeros((size + 1, size + 1)), 30)

    def why(kind: Kind) -> str:
        weights[:] = 0.0
        weights[FEATURES.index(kind.value)] = -1.0
        asked = a_desk(agency, Learned(model, beginner(settings).answers))
        (call,) = describe(asked, [Pick(client_id, CallKind.WARM)])
        assert [one.kind for one in call.reasons] == [kind.value]
        assert call.reasons[0].contribution < -0.3
        return call.why

    assert why(Kind.CHAT).endswith("yesterday, which has come to little with others.")
    assert why(Kind.EMAIL_UNSUBSCRIBE) == "Somebody unsubscribed from e-mails on Sunday."
