"""A preview of other weights: the list that saving them gives, and nothing written."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.preview_weights import preview_weights
from warmcalls.actions.weights_learned import weights_learned
from warmcalls.domain.calls import CallKind
from warmcalls.domain.kinds import DEFAULT_WORTH, Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Result
from warmcalls.domain.preview_weights import Preview, Turn, moves
from warmcalls.domain.prospects import prospects
from warmcalls.store import settings as kept
from warmcalls.store import standing, warmth
from warmcalls.store.engine import Writer

SEEN = (Kind.DOWNLOAD, Kind.CHAT, Kind.WEBINAR_ATTENDED, Kind.GUIDE_PAGE, Kind.EMAIL_OPEN)
PAST = 60


@pytest.fixture
def busy(agency: Agency) -> Agency:
    """Thirty clients with a few signals each, twelve of them rung in the months before."""
    draw = random.Random(7)
    ids = [agency.client(f"Client {n:02}", phone=f"020 7946 {n:04}") for n in range(30)]
    for client_id in ids:
        for kind in draw.sample(SEEN, draw.randint(1, 3)):
            agency.signal(client_id, kind, days_ago=draw.uniform(1, 90))
    for n, client_id in enumerate(ids[:12]):
        result = Result.MEETING if n % 3 else Result.NOT_INTERESTED
        agency.outcome(client_id, result=result, at=NOW - round((PAST - 4 * n) * DAY))
    return agency


def names(found: Preview) -> list[str]:
    return [move.client for move in found.moves if not move.goes]


def test_a_preview_without_an_edit_is_today_s_list(busy: Agency) -> None:
    found = preview_weights(busy.db, {}, now=NOW)
    assert names(found) == [call.client for call in busy.today().calls]
    assert [move.was for move in found.moves] == [move.would for move in found.moves]
    assert found.is_whole
    assert not found.coming
    assert not found.going
    assert not found.shifted


EDITS = st.dictionaries(
    st.sampled_from(SEEN),
    st.builds(Worth, st.floats(-2.0, 4.0).map(lambda w: round(w, 2)), st.integers(1, 120)),
    min_size=1,
)


@given(EDITS)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_preview_is_the_list_that_saving_gives(busy: Agency, edits: dict[Kind, Worth]) -> None:
    found = preview_weights(busy.db, edits, now=NOW)
    assert kept.load(busy.db).worth == DEFAULT_WORTH
    change_settings(busy.db, now=NOW, worth=DEFAULT_WORTH | edits)
    assert names(found) == [call.client for call in busy.today().calls]
    saved = weights_learned(busy.db, now=NOW)
    change_settings(busy.db, now=NOW, worth=dict(DEFAULT_WORTH))
    for would, came in zip(found.weights.signals, saved.signals, strict=True):
        assert would.learned == pytest.approx(came.learned)
        assert would.outcomes == came.outcomes


def test_a_recruiter_s_preview_is_as_long_as_the_recruiter_s_day(busy: Agency) -> None:
    for capacity in (5, 25):
        beth = busy.recruiter(f"Beth {capacity}", capacity=capacity)
        found = preview_weights(busy.db, {Kind.CHAT: Worth(3.0, 60)}, now=NOW, person=beth)
        assert len([move for move in found.moves if move.was]) == len(busy.today(beth).calls)
    busy.outcome(busy.today(beth).calls[0].client_id, person_id=beth.id, at=NOW)
    found = preview_weights(busy.db, {}, now=NOW, person=beth)
    assert names(found) == [call.client for call in busy.today(beth).calls]


@pytest.mark.parametrize(("more", "is_whole"), [(-5, False), (0, False), (1, True)])
def test_it_tells_whether_everybody_was_looked_at(
    busy: Agency, monkeypatch: pytest.MonkeyPatch, more: int, *, is_whole: bool
) -> None:
    """A place more than there are clients to ring is left empty only where it is everybody."""
    ready = standing.count_ready(busy.db, NOW, None)
    monkeypatch.setattr("warmcalls.actions.preview_weights.LOOKED_AT", ready + more)
    assert preview_weights(busy.db, {}, now=NOW).is_whole is is_whole


def test_nothing_is_written(busy: Agency) -> None:
    before = busy.dump()
    preview_weights(busy.db, {Kind.CHAT: Worth(3.0, 60)}, now=NOW)
    assert busy.dump() == before


def test_who_moves_is_told_with_the_signal_that_moves_it(local_db: Writer) -> None:
    made = Agency(local_db, NOW)
    change_settings(local_db, now=NOW, test_share=0.0)
    made.signal(made.client("Ashgrove", phone="020 7946 0001"), Kind.REFERRAL)
    made.signal(made.client("Brightwater", phone="020 7946 0002"), Kind.DOWNLOAD)
    made.signal(made.client("Calloway", phone="020 7946 0003"), Kind.VIDEO, days_ago=90)
    up = preview_weights(local_db, {Kind.DOWNLOAD: Worth(4.0, 30)}, now=NOW)
    first = up.moves[0]
    assert (first.client, first.was, first.would) == ("Brightwater", 2, 1)
    assert (first.kind, first.turn) == (Kind.DOWNLOAD, Turn.MORE)
    assert [move.by_others for move in up.moves[:2]] == [False, True]
    slower = preview_weights(local_db, {Kind.VIDEO: Worth(0.3, 120)}, now=NOW)
    assert [(move.client, move.turn) for move in slower.coming] == [("Calloway", Turn.SLOWER)]
    less = preview_weights(local_db, {Kind.DOWNLOAD: Worth(0.0, 30)}, now=NOW)
    assert [(move.client, move.turn) for move in less.going] == [("Brightwater", Turn.LESS)]


def test_what_is_learned_counts_conversations_and_what_a_month_added(busy: Agency) -> None:
    found = weights_learned(busy.db, now=NOW)
    assert found.outcomes == 12
    assert any(told.since_last_month for told in found.signals)
    earlier = weights_learned(busy.db, now=NOW - round((PAST - 5) * DAY))
    assert not any(told.outcomes > 12 for told in earlier.signals)
    tried = weights_learned(busy.db, now=NOW, worth=DEFAULT_WORTH | {Kind.CHAT: Worth(2.0, 14)})
    assert tried.of_kind(Kind.CHAT).set == 2.0
    assert found.of_kind(Kind.CHAT).set == DEFAULT_WORTH[Kind.CHAT].weight


@given(st.lists(st.integers(1, 40), unique=True), st.lists(st.integers(1, 40), unique=True))
def test_every_client_of_both_lists_is_told_of_once(was: list[int], would: list[int]) -> None:
    told = moves(dict.fromkeys(was, CallKind.WARM), dict.fromkeys(would, CallKind.TEST), {})
    assert sorted(move.client_id for move in told) == sorted({*was, *would})
    for move in told:
        assert (was[move.was - 1] if move.was else None) == (
            move.client_id if move.client_id in was else None
        )
        assert move.goes == (move.client_id not in would)
        assert move.comes == (move.client_id not in was)
    assert [move.client_id for move in told if not move.goes] == would


def test_prospects_are_what_the_database_keeps(busy: Agency) -> None:
    worth = DEFAULT_WORTH | {Kind.CHAT: Worth(2.0, 40), Kind.DOWNLOAD: Worth(-1.0, 3)}
    change_settings(busy.db, now=NOW, worth=worth)
    rows = busy.db.tuples("select client_id, prospect from standing where prospect is not null")
    known = warmth.some(busy.db, [client_id for client_id, _ in rows])
    found = dict(zip(known.ids.tolist(), prospects(known, kept.load(busy.db)), strict=True))
    assert len(rows) > 10
    for client_id, prospect in rows:
        assert found[client_id] == pytest.approx(prospect, abs=1e-9)
