"""What outcomes made of the weights: fitted exactly, counted honestly, told in points."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.features import CONTEXT, FEATURES
from warmcalls.domain.kinds import DEFAULT_WORTH, KINDS, Kind, Worth
from warmcalls.domain.learned import Lessons
from warmcalls.domain.moments import DAY
from warmcalls.domain.points import in_points, points, step_of, weight
from warmcalls.domain.settings import Settings
from warmcalls.domain.weights_learned import ENOUGH, weights_learned

CHAT, WEBINAR = KINDS.index(Kind.CHAT), KINDS.index(Kind.WEBINAR_ATTENDED)


def lessons(count: int, *, worth: float = 1.0, column: int = WEBINAR) -> Lessons:
    """Calls on a day each, every second one with a signal; those were worth the time."""
    x = np.zeros((count, len(FEATURES)))
    x[::2, column] = 1.0
    labels = np.where(x[:, column] > 0.0, worth, 0.0)
    none = np.full(count, np.nan)
    at = np.arange(count, dtype=np.float64) * DAY
    return Lessons(at, x, labels, none, np.zeros(count, dtype=np.int64), count, count)


def upto(known: Lessons, count: int) -> Lessons:
    return Lessons(
        known.at[:count], known.features[:count], known.labels[:count], known.log_odds[:count],
        known.campaigns[:count], count, count,
    )  # fmt: skip


@given(st.sampled_from(list(Kind)), st.integers(-200, 200))
def test_points_come_back_as_they_were_said(kind: Kind, said: int) -> None:
    assert points(weight(kind, said)) == said


@pytest.mark.parametrize("kind", list(Kind))
def test_the_usual_points_are_the_usual_weight(kind: Kind) -> None:
    usual = DEFAULT_WORTH[kind].weight
    assert weight(kind, points(usual)) == usual


def test_twenty_points_double_the_odds() -> None:
    assert in_points(np.log(2.0)) == pytest.approx(20.0)
    assert points(0.6931) == 20


def test_every_feature_beside_the_signals_has_a_step_in_words() -> None:
    said = [step_of(name).words for name in FEATURES[len(KINDS) :]]
    assert len(set(said)) == len(said)


def test_a_step_of_fit_is_from_half_of_what_is_wanted_to_all_of_it() -> None:
    found = weights_learned(lessons(0), lessons(0), Settings())
    (told,) = [told for told in found.beside if told.name == "fit"]
    # fit counts from its middle: all is half a unit above it
    assert told.points(told.set) == pytest.approx(20 * CONTEXT["fit"] * 0.5 / np.log(2.0))
    assert step_of("fit").words == "All your ideal client has, not half"


def test_before_any_outcome_what_is_learned_is_what_is_set() -> None:
    nothing = lessons(0)
    settings = Settings(worth=DEFAULT_WORTH | {Kind.CHAT: Worth(1.5, 14)})
    found = weights_learned(nothing, nothing, settings)
    assert found.outcomes == 0
    assert not found.most_moved
    for told in (*found.signals, *found.beside):
        assert told.learned == pytest.approx(told.set)
        assert told.low <= told.set <= told.high
        assert told.outcomes == 0
        assert not told.can_tell
        assert told.since_last_month == 0.0
    assert found.of_kind(Kind.CHAT).set == 1.5
    assert found.of_kind(Kind.CHAT).usual == DEFAULT_WORTH[Kind.CHAT].weight


def test_every_feature_is_told_once() -> None:
    found = weights_learned(lessons(4), lessons(0), Settings())
    names = [told.name for told in (*found.signals, *found.beside)]
    assert sorted(names) == sorted(FEATURES)
    assert [told.name for told in found.beside[: len(CONTEXT)]] == list(CONTEXT)


def test_calls_that_were_worth_it_raise_their_signal_and_it_is_told_first() -> None:
    known = lessons(60)
    found = weights_learned(known, upto(known, 30), Settings())
    told = found.of_kind(Kind.WEBINAR_ATTENDED)
    assert told.learned > told.set
    assert told.low < told.learned < told.high
    assert told.outcomes == 30
    assert told.since_last_month > 0.0
    assert told in found.most_moved
    assert found.outcomes == 60


def test_calls_that_were_not_lower_it() -> None:
    form = KINDS.index(Kind.FORM)
    found = weights_learned(lessons(300, worth=0.0, column=form), lessons(0), Settings())
    assert found.of_kind(Kind.FORM).moved < 0.0
    assert found.most_moved[0] == found.of_kind(Kind.FORM)
    assert found.together == 1.0  # of one signal alone nothing is told together


@given(st.integers(1, 40))
def test_a_signal_that_few_calls_had_cannot_be_told_of(count: int) -> None:
    found = weights_learned(lessons(count), lessons(0), Settings())
    had = (count + 1) // 2
    assert found.of_kind(Kind.WEBINAR_ATTENDED).outcomes == had
    assert found.of_kind(Kind.WEBINAR_ATTENDED).can_tell is (had >= ENOUGH)
    assert not found.of_kind(Kind.CHAT).can_tell


@given(st.integers(2, 40))
def test_what_was_learned_a_month_ago_and_since_make_what_is_learned(earlier: int) -> None:
    known = lessons(40, column=CHAT)
    settings = Settings()
    now = weights_learned(known, upto(known, earlier), settings)
    then = weights_learned(upto(known, earlier), upto(known, earlier), settings)
    for later, before in zip(now.signals, then.signals, strict=True):
        assert later.learned - later.since_last_month == pytest.approx(before.learned)
        assert before.since_last_month == 0.0
