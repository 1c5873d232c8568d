"""Learning: whatever is done, what is kept is what all outcomes teach, worked out from scratch."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from tests.actions.merge_walk import Walk
from tests.agency import Agency
from warmcalls.actions.begin import begin
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.desk import desk
from warmcalls.actions.learning import relearn
from warmcalls.actions.merge_campaigns import merge_campaigns
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.actions.revert_import import revert_import
from warmcalls.actions.undo import undo
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.features import FEATURES
from warmcalls.domain.kinds import DEFAULT_WORTH, Kind, Worth
from warmcalls.domain.learned import Learned, beginner, learn
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Outcome, Reach, Result
from warmcalls.store import learned, settings
from warmcalls.store.engine import Reader
from warmcalls.store.lessons import lessons

CAMPAIGN = FEATURES.index("campaign")


def assert_same(one: Learned, other: Learned) -> None:
    np.testing.assert_array_equal(one.model.weights, other.model.weights)
    np.testing.assert_allclose(one.model.covariance, other.model.covariance, rtol=1e-12, atol=1e-15)
    assert one.model.intercept == other.model.intercept
    assert one.model.outcomes == other.model.outcomes
    # before any call, a hundred of the usual ones divided by a hundred is a rate but for a bit
    assert one.answers.rate == pytest.approx(other.answers.rate, rel=1e-12)
    assert replace(one.answers, rate=0.5) == replace(other.answers, rate=0.5)
    assert one.calibration == other.calibration
    assert one.campaigns == other.campaigns


def assert_learnt(db: Reader) -> None:
    """Hold what is kept against all outcomes, learnt from scratch."""
    agency, found = settings.load(db), lessons(db)
    assert_same(learned.load(db, agency), learn(found, agency))
    assert bool(db.tuples("select 1 from learned")) == bool(found.attempts or len(found.labels))


class LearningWalk(Walk):
    """A walk in which outcomes come, go and change what is believed."""

    def __init__(self, agency: Agency, folder: Path) -> None:
        super().__init__(agency, folder)
        self.campaigns = [agency.campaign(f"C{self.turn} {n}") for n in range(3)]

    def step(self, what: str, n: int, m: int) -> None:
        db, agency = self.agency.db, self.agency
        if what == "outcome":
            agency.now += DAY // 24
            reach = (Reach.SPOKE, Reach.SPOKE, Reach.NO_ANSWER, Reach.VOICEMAIL)[n % 4]
            result = (Result.MEETING, Result.NO_NEED, Result.SEND_INFORMATION)[m % 3]
            worth = (None, True, False)[(n + m) % 3] if reach is Reach.SPOKE else None
            said = result if reach is Reach.SPOKE else None
            agency.outcome(self._pick("client", m), reach, said, worth=worth)
        elif what == "seen":
            kind = (Kind.FORM, Kind.GUIDE_PAGE, Kind.EMAIL_CLICK, Kind.CANDIDATE_PAGE)[n % 4]
            agency.signal(self._pick("client", m), kind, n / 3, self.campaigns[m % 3])
        elif what == "believe":
            base_rate, answer_rate = 0.05 + n / 100, 0.2 + m / 100
            change_settings(db, now=agency.now, base_rate=base_rate, answer_rate=answer_rate)
        elif what == "weigh":
            form = {Kind.FORM: Worth(m / 3, 10 + n)}
            change_settings(db, now=agency.now, worth=DEFAULT_WORTH | form)
        elif what == "join":
            merge_campaigns(
                db, self._pick("campaign", n), self._pick("campaign", m), now=agency.now
            )
        elif what == "revert":
            revert_import(db, self._pick("import", n), now=agency.now)
        else:
            super().step(what, n, m)


STEPS = (
    "outcome outcome outcome outcome seen seen believe weigh join merge remove signal revert undo"
    " undo any redo"
).split()


@tried(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(
        st.tuples(st.sampled_from(STEPS), st.integers(0, 9), st.integers(0, 9)),
        min_size=4,
        max_size=14,
    )
)
def test_whatever_is_done_it_is_what_all_outcomes_teach(
    agency: Agency, tmp_path: Path, steps: list[tuple[str, int, int]]
) -> None:
    walk = LearningWalk(agency, tmp_path)
    for what, n, m in steps:
        with suppress(RefusedError):
            walk.step(what, n, m)
        assert_learnt(agency.db)


@pytest.mark.parametrize("answer_rate", [0.21, 0.2 + 1 / 100, 0.2 + 4 / 100, 1 / 3])
def test_what_is_believed_before_any_call_is_what_none_teaches(
    agency: Agency, answer_rate: float
) -> None:
    change_settings(agency.db, now=agency.now, answer_rate=answer_rate)
    assert_learnt(agency.db)
    assert desk(agency.db, agency.now).learned.answers.rate == answer_rate


def test_another_time_zone_puts_the_calls_at_other_hours(agency: Agency) -> None:
    client = agency.client("Northmoor")
    agency.signal(client)
    for n in range(4):
        agency.outcome(client, Reach.NO_ANSWER, at=agency.now - n * DAY)
    before = desk(agency.db, agency.now).learned.answers
    done = change_settings(agency.db, now=agency.now, zone_name="Asia/Tokyo")
    assert desk(agency.db, agency.now).learned.answers.hours != before.hours
    assert_learnt(agency.db)
    undo(agency.db, now=agency.now, entry_id=done.undo)
    assert desk(agency.db, agency.now).learned.answers == before


def test_an_outcome_moves_the_next_list_and_undo_moves_it_back(agency: Agency) -> None:
    clients = [agency.client(f"Reader {n}") for n in range(8)]
    for client in clients:
        agency.signal(client, Kind.DOWNLOAD, days_ago=client)
    before = {call.client_id: call.worth_chance for call in agency.today().calls}
    entries = [agency.outcome(client, result=Result.MEETING) for client in clients[:4]]
    after = {call.client_id: call.worth_chance for call in agency.today().calls}
    assert set(after) == set(clients[4:])
    assert all(after[client] > before[client] for client in after)
    for entry in reversed(entries):
        undo(agency.db, now=agency.now, entry_id=entry)
    assert {c.client_id: c.worth_chance for c in agency.today().calls} == before


def test_calls_keep_what_was_looked_at_and_estimated(agency: Agency) -> None:
    client, campaign = agency.client("Northmoor"), agency.campaign("Guide")
    agency.signal(client, Kind.DOWNLOAD, campaign=campaign)
    call = agency.today().calls[0]
    assert 0.0 not in call.features.values()
    assert set(call.features) <= set(FEATURES)
    agency.outcome(client)
    row = agency.db.query("select * from call")[0]
    assert row["log_odds"] == pytest.approx(call.log_odds)
    assert row["campaign_id"] == campaign == call.campaign_id
    found = lessons(agency.db)
    assert found.features[0][FEATURES.index("download")] == call.features["download"]
    assert np.count_nonzero(found.features) == len(call.features)
    assert found.log_odds.tolist() == [row["log_odds"]]
    assert found.campaigns.tolist() == [campaign]


def test_the_campaign_that_came_last_counts_for_ninety_days(agency: Agency) -> None:
    older, newer = agency.campaign("Older"), agency.campaign("Newer")
    client = agency.client("Northmoor")
    for campaign, days in ((older, 80), (newer, 40)):
        agency.signal(client, Kind.DOWNLOAD, days, campaign)

    def told(days_later: float) -> int | None:
        return agency.today(days_later=days_later).calls[0].campaign_id

    assert [told(days) for days in (0, 49, 51)] == [newer, newer, None]
    assert told(-41) == older


def test_a_good_campaign_lifts_its_clients(agency: Agency) -> None:
    good, bad = agency.campaign("Good"), agency.campaign("Bad")
    for n in range(12):
        client = agency.client(f"Client {n}")
        agency.signal(client, Kind.DOWNLOAD, 2, good if n % 2 else bad)
        if n < 10:
            agency.outcome(client, result=Result.MEETING if n % 2 else Result.NO_NEED)
    calls = {call.campaign_id: call for call in agency.today().calls}
    assert calls[good].features["campaign"] > 0 > calls[bad].features["campaign"]
    assert calls[good].rank < calls[bad].rank
    merge_campaigns(agency.db, good, bad, now=agency.now)
    assert_learnt(agency.db)
    assert {call.campaign_id for call in agency.today().calls} == {good}


def test_of_many_outcomes_the_caller_may_learn_once(agency: Agency) -> None:
    client = agency.client("Northmoor")
    agency.signal(client)
    for n in range(3):
        outcome = Outcome(f"k{n}", client, agency.now + n * DAY, Reach.SPOKE, Result.MEETING)
        record_outcome(agency.db, outcome, learns=False)
    assert agency.db.tuples("select 1 from learned") == []
    with agency.db.atomic():
        relearn(agency.db, settings.load(agency.db))
    assert_learnt(agency.db)
    assert desk(agency.db, agency.now).learned.model.outcomes == 3


def test_what_an_upgrade_brought_is_learnt_at_the_next_start(location: str) -> None:
    now = 1_772_526_600_000_000
    db = begin(location, now=now)
    agency = Agency(db, now)
    client = agency.client("Northmoor")
    agency.signal(client, Kind.EMAIL_CLICK)
    agency.outcome(client, result=Result.MEETING)
    with db.atomic():  # as versions 1 to 4 kept a call: every feature, and no estimate
        dense = "{" + ", ".join(f'"{name}": 0.0' for name in ("email_click", "gone")) + "}"
        db.execute("update call set features = :dense, log_odds = null", dense=dense)
        db.execute("delete from learned")
    said = settings.load(db)
    assert_same(desk(db, now).learned, beginner(said))
    db.close()
    for _ in range(2):
        db = begin(location, now=now)
        assert_learnt(db)
        assert desk(db, now).learned.model.outcomes == 1
        body = json.loads(db.tuples("select body from learned")[0][0])
        body["features"][0], body["intercept"] = "gone", body["intercept"] + 1.0
        with db.atomic():  # a version that looked at other features
            db.execute("update learned set body = :body", body=json.dumps(body))
        assert_same(desk(db, now).learned, learn(lessons(db), said))
        db.close()


def test_only_what_came_earlier_is_learnt_where_that_is_asked(agency: Agency) -> None:
    client = agency.client("Northmoor")
    agency.signal(client)
    for days in (9, 5, 1):
        agency.outcome(client, result=Result.MEETING, at=agency.now - days * DAY)
    for days, left in ((9, 0), (5, 1), (0, 3)):
        found = lessons(agency.db, before=agency.now - days * DAY)
        assert (len(found.labels), found.attempts, found.answered) == (left, left, left)
