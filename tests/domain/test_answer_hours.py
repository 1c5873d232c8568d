"""Hours: the evidence against brute force, no crying wolf, and what is said of it."""

from datetime import UTC, datetime, timedelta
from math import exp, lgamma
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.answer_hours import (
    BAND_CALLS,
    BANDS,
    QUARTER,
    AnswerHours,
    answer_hours,
)
from warmcalls.domain.answers import Answers, answers
from warmcalls.domain.band_evidence import log_evidence
from warmcalls.domain.moments import moment

LONDON = ZoneInfo("Europe/London")
COUNTS = st.lists(
    st.integers(0, 40).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))),
    min_size=len(BANDS), max_size=len(BANDS),
)  # fmt: skip
KNOWN = AnswerHours((90, 61, 80, 100, 70), (25, 43, 20, 28, 17))
DIPS = AnswerHours((200, 200, 200, 200, 200), (90, 90, 20, 90, 90))


def brute_force(attempts: list[int], answered: list[int]) -> float:
    """The two stories' chances of exactly these calls, by sums over the agency's rate."""
    own = one = 0.0
    for rate in (np.arange(2_000) + 0.5) / 2_000:
        a, b = BAND_CALLS * rate, BAND_CALLS * (1 - rate)
        apart, alike = 0.0, 0.0
        for n, y in zip(attempts, answered, strict=True):
            apart += lgamma(a + y) - lgamma(a) + lgamma(b + n - y) - lgamma(b)
            apart += lgamma(BAND_CALLS) - lgamma(BAND_CALLS + n)
            alike += y * np.log(rate) + (n - y) * np.log(1 - rate)
        own += exp(apart)
        one += exp(alike)
    return own / one


@given(COUNTS)
def test_the_evidence_is_that_of_the_two_stories(counts: list[tuple[int, int]]) -> None:
    attempts, answered = ([each[n] for each in counts] for n in (0, 1))
    found = log_evidence(np.array(attempts), np.array(answered))
    assert exp(found) == pytest.approx(brute_force(attempts, answered), rel=0.02)


@given(COUNTS)
def test_nothing_is_said_unless_it_is_supported(counts: list[tuple[int, int]]) -> None:
    found = AnswerHours(*map(tuple, zip(*counts, strict=True)))
    assert bool(found.words) != bool(found.doubt)
    if found.best is not None:
        assert found.evidence > 20
        assert found.rate(found.best) == max(found.rate(band) for band in range(len(BANDS)))


def test_many_looks_at_calls_without_an_hour_seldom_cry_wolf() -> None:
    random = np.random.default_rng(5)
    agencies, shares = 200, np.array([1, 2, 0.7, 1.5, 1.0]) / 6.2
    attempts = np.zeros((agencies, len(BANDS)), dtype=np.int64)
    answered, cried = attempts.copy(), np.zeros(agencies, dtype=np.bool_)
    for _ in range(25):
        calls = random.multinomial(40, shares, size=agencies)
        attempts += calls
        answered += random.binomial(calls, 0.35)
        cried |= log_evidence(attempts, answered) > np.log(20)
    assert cried.mean() < 0.05


def test_what_is_known_is_said_with_its_calls() -> None:
    assert KNOWN.words == "Best 10–12: answered 70 % of 61 calls, else 26 %"
    assert KNOWN.doubt == ""
    assert KNOWN.best_time == (10, 12, 43 / 61, 61)
    few = AnswerHours((40, 40, 40, 40, 20), (14, 18, 10, 14, 7))
    assert (few.words, few.best_time) == ("", None)
    assert few.doubt.startswith("too early to tell (180 of about ")
    flat = AnswerHours((500,) * 5, (175,) * 5)
    assert flat.doubt == "no time of day stands out in 2,500 calls"


def test_where_one_band_is_worst_no_other_is_called_the_best() -> None:
    assert DIPS.supported
    assert (DIPS.best, DIPS.worst) == (None, 2)
    assert DIPS.words == "Avoid 12–14: answered 10 % of 200 calls, else 45 %"


def test_evidence_of_ten_to_one_is_not_enough() -> None:
    found = AnswerHours((100,) * 5, (52, 30, 30, 30, 30))
    assert 10 < found.evidence < 20
    assert (found.supported, found.words) == (False, "")
    assert AnswerHours((100,) * 5, (54, 30, 30, 30, 30)).best == 0


def test_a_band_a_little_ahead_is_not_called_the_best() -> None:
    """One bad band shows that the hour matters; which of the others is best is a toss-up."""
    for ahead in (94, 98):
        found = AnswerHours((200,) * 5, (ahead, 90, 20, 88, 88))
        assert found.supported
        assert (found.best, found.worst) == (None, 2)
    good = AnswerHours((200,) * 5, (86, 90, 160, 92, 92))
    assert (good.best, good.worst) == (2, None)


def test_a_handful_of_calls_is_compared_with_nothing() -> None:
    lopsided = AnswerHours((1167, 19, 0, 9, 3), (480, 16, 0, 9, 3))
    assert lopsided.supported
    assert (lopsided.best, lopsided.worst) == (None, None)
    rare = AnswerHours((400, 49, 400, 400, 400), (120, 40, 120, 120, 120))
    assert (rare.supported, rare.best) == (True, None)


def test_of_two_good_bands_the_better_one_is_said() -> None:
    both = AnswerHours((200,) * 5, (90, 40, 40, 40, 95))
    assert both.words == "Best 16–18: answered 48 % of 200 calls, else 26 %"


def test_a_band_rate_leans_on_the_agency_by_a_hundred_calls() -> None:
    usual = 133 / 401
    assert KNOWN.rate(1) == pytest.approx((100 * usual + 43) / 161)


def test_the_chance_of_an_answer_is_the_hour_s_own_once_it_is_supported() -> None:
    learnt = answers(0.35, 401, 133, KNOWN)
    at_ten = moment(datetime(2026, 7, 1, 10, 30, tzinfo=LONDON))
    assert learnt.at(at_ten, LONDON).rate == KNOWN.rate(1) > learnt.rate
    evening = moment(datetime(2026, 7, 1, 19, tzinfo=LONDON))
    assert learnt.at(evening, LONDON) == learnt
    assert Answers(0.35).at(at_ten, LONDON).rate == 0.35


def test_an_hour_is_the_clock_on_the_wall_in_summer_and_in_winter() -> None:
    spring, autumn = datetime(2026, 3, 27, tzinfo=UTC), datetime(2026, 10, 23, tzinfo=UTC)
    for start in (spring, autumn):
        for zone in (LONDON, ZoneInfo("Asia/Kolkata"), ZoneInfo("America/New_York")):
            for quarter in range(4 * 24 * 5):
                at = start + timedelta(minutes=15 * quarter)
                found = answer_hours([(moment(at) // QUARTER, 3, 1)], zone)
                hour = at.astimezone(zone).hour
                wanted = tuple(3 if since <= hour < until else 0 for since, until in BANDS)
                assert found.attempts == wanted
