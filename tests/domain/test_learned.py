"""What outcomes teach, part by part, against plain sums."""

import math
from dataclasses import replace

import numpy as np
import pytest

from warmcalls.domain.answers import answers
from warmcalls.domain.calibration import calibration
from warmcalls.domain.features import FEATURES, prior_of
from warmcalls.domain.learned import (
    MOST_OUTCOMES,
    Lessons,
    beginner,
    campaign_factors,
    label,
    learn,
)
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.domain.ranking import fit, sigmoid
from warmcalls.domain.settings import Settings

SETTINGS = Settings()
FORM = FEATURES.index("form")


def lessons(labels: list[float], *, apart: int = DAY, estimated: float = math.nan) -> Lessons:
    """Return outcomes of clients that each sent an enquiry."""
    count = len(labels)
    x = np.zeros((count, len(FEATURES)))
    x[:, FORM] = 0.7
    return Lessons(
        at=np.arange(count, dtype=np.float64) * apart,
        features=x,
        labels=np.array(labels),
        log_odds=np.full(count, estimated),
        campaigns=np.zeros(count, dtype=np.int64),
    )


def form_weight(taught: Lessons) -> float:
    return float(learn(taught, SETTINGS).model.weights[FORM])


@pytest.mark.parametrize(
    ("reach", "result", "worth", "teaches"),
    [
        (Reach.SPOKE, Result.MEETING, None, 1.0),
        (Reach.SPOKE, Result.CALL_BACK, None, 0.5),
        (Reach.SPOKE, Result.NO_NEED, None, 0.0),
        (Reach.SPOKE, Result.NO_NEED, True, 1.0),
        (Reach.SPOKE, Result.MEETING, False, 0.0),
        (Reach.NO_ANSWER, None, None, None),
        (Reach.VOICEMAIL, None, False, 0.0),
        # nobody rang: it says nothing of what a conversation comes to
        (Reach.REJECTED, None, False, None),
    ],
)
def test_the_verdict_decides_and_who_was_never_rung_teaches_nothing(
    reach: Reach,
    result: Result | None,
    worth: bool | None,  # noqa: FBT001  a verdict is yes, no or none
    teaches: float | None,
) -> None:
    assert label(reach, result, worth) == teaches


def test_without_outcomes_it_believes_the_settings() -> None:
    learned, believed = learn(lessons([]), SETTINGS), beginner(SETTINGS)
    np.testing.assert_array_equal(learned.model.weights, believed.model.weights)
    assert learned.answers == believed.answers
    assert learned.calibration == believed.calibration


def test_an_old_outcome_weighs_half_of_one_a_year_newer() -> None:
    good_then_bad = lessons([1.0, 0.0], apart=365 * DAY)
    expected = fit(good_then_bad.features, [1.0, 0.0], prior_of(SETTINGS), [0.5, 1.0])
    np.testing.assert_allclose(learn(good_then_bad, SETTINGS).model.weights, expected.weights)
    assert form_weight(good_then_bad) < form_weight(lessons([0.0, 1.0], apart=365 * DAY))


def test_the_last_five_thousand_count_and_none_before() -> None:
    bad_first = [0.0] * 50 + [1.0, 0.0] * (MOST_OUTCOMES // 2)
    without = lessons(bad_first[50:], apart=0)
    assert form_weight(lessons(bad_first, apart=0)) == form_weight(without)


def test_estimates_that_were_too_high_are_promised_lower() -> None:
    came = [1.0, 0.0, 0.0, 0.0] * 50
    too_high = learn(lessons(came, estimated=0.0), SETTINGS)  # said even, a quarter came
    assert too_high.calibration.calls == 200
    promised = float(too_high.calibration.promised(np.zeros(1))[0])
    assert 0.25 < promised < 0.35
    # calls that the list did not choose by their estimates have none to hold against
    assert learn(lessons(came), SETTINGS).calibration.calls == 0


def test_promises_are_held_against_the_last_three_hundred() -> None:
    estimated = np.zeros(900)
    came = np.concatenate([np.ones(300), np.zeros(300), np.tile([1.0, 0.0], 150)])
    even = calibration(estimated, came)
    assert even.calls == 300
    assert even.shift == pytest.approx(0.0, abs=1e-6)
    assert calibration(estimated[:600], came[:600]).shift < -1.0


def test_the_shift_and_slope_are_the_posterior_mode() -> None:
    rng = np.random.default_rng(3)
    z = rng.normal(-1.0, 1.0, 250)
    came = (rng.random(250) < sigmoid(0.8 * z - 0.4)).astype(float)
    found = calibration(z, came)

    def loss(shift: float, slope: float) -> float:
        odds = shift + slope * z
        prior = 0.5 * (shift / 0.3) ** 2 + 0.5 * ((slope - 1.0) / 0.1) ** 2
        return float(np.sum(np.logaddexp(0.0, odds) - came * odds) + prior)

    least = loss(found.shift, found.slope)
    for step in (-1e-3, 1e-3):
        assert loss(found.shift + step, found.slope) > least
        assert loss(found.shift, found.slope + step) > least


def test_a_small_campaign_is_shrunk_to_the_rate_of_all() -> None:
    campaigns = np.array([7] * 10 + [8] * 90)
    labels = np.array([1.0] * 5 + [0.0] * 5 + [1.0] * 15 + [0.0] * 75)
    factors = campaign_factors(campaigns, labels)
    assert factors[7] == pytest.approx(math.log((5 + 20 * 0.2) / (10 + 20) / 0.2))
    assert factors[8] == pytest.approx(math.log((15 + 20 * 0.2) / (90 + 20) / 0.2))
    assert campaign_factors(campaigns, np.zeros(100)) == {}


def test_the_rate_of_answers_outweighs_a_hundred_calls() -> None:
    found = answers(0.35, 300, 60)
    assert found.rate == pytest.approx((35 + 60) / 400)
    rung = found.chances(np.array([0.0, 4.0]), np.array([0.0, 3.0]))
    np.testing.assert_allclose(rung, [found.rate, (6 * found.rate + 3) / 10])


def test_order_of_learning_makes_no_difference() -> None:
    rng = np.random.default_rng(1)
    some = lessons(list(rng.integers(0, 2, 40).astype(float)), apart=0)
    x = rng.random(some.features.shape)
    turned = rng.permutation(40)
    one = learn(replace(some, features=x), SETTINGS)
    other = learn(replace(some, features=x[turned], labels=some.labels[turned]), SETTINGS)
    np.testing.assert_allclose(one.model.weights, other.model.weights, atol=1e-9)
