"""Forward-decay counters and ranking against independent computations."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.chances import chance_words
from warmcalls.domain.features import FEATURES, Clients, features
from warmcalls.domain.kinds import DEFAULT_WORTH, KINDS, Kind
from warmcalls.domain.learned import beginner
from warmcalls.domain.moments import DAY
from warmcalls.domain.scores import order, score
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import PACES, daily_warmth, decayed, term, warmth

NOW = 1_772_526_600_000_000
LANDMARK = NOW - 400 * DAY
SIGNALS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 700), st.floats(0.25, 1.0, allow_nan=False)),
    max_size=40,
)


def stored(signals: list[tuple[Kind, int, float]], landmark: int = LANDMARK) -> np.ndarray:
    counters = np.zeros(len(KINDS))
    for kind, days, share in signals:
        life = DEFAULT_WORTH[kind].half_life_days
        counters[KINDS.index(kind)] += term(share, NOW - days * DAY, landmark, life)
    return counters


def brute(signals: list[tuple[Kind, int, float]]) -> list[float]:
    return [
        math.fsum(
            share * 0.5 ** (days / DEFAULT_WORTH[kind].half_life_days)
            for kind, days, share in signals
            if kind is wanted
        )
        for wanted in KINDS
    ]


@given(SIGNALS)
def test_counters_equal_brute_force(signals: list[tuple[Kind, int, float]]) -> None:
    counts = decayed(stored(signals), NOW, LANDMARK, DEFAULT_WORTH)
    np.testing.assert_allclose(counts, brute(signals), rtol=1e-9, atol=1e-12)


@given(SIGNALS, st.randoms())
def test_order_of_arrival_and_landmark_make_no_difference(
    signals: list[tuple[Kind, int, float]], random: object
) -> None:
    one = decayed(stored(signals), NOW, LANDMARK, DEFAULT_WORTH)
    shuffled = list(signals)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = decayed(stored(shuffled, NOW), NOW, NOW, DEFAULT_WORTH)
    np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-12)


def test_rolling_back_a_day_at_a_time_finds_yesterdays_warmth() -> None:
    counts = np.array(brute([(Kind.FORM, 1, 1.0), (Kind.GUIDE_PAGE, 3, 1.0)]))
    line = daily_warmth(counts, np.zeros((30, len(KINDS))), DEFAULT_WORTH)
    earlier = counts * [2 ** (1 / DEFAULT_WORTH[k].half_life_days) for k in KINDS]
    assert line[-1] == warmth(counts, DEFAULT_WORTH)
    assert line[-2] == warmth(earlier, DEFAULT_WORTH)


def world(stored_rows: list[np.ndarray], **more: float) -> Clients:
    n = len(stored_rows)
    zero = np.zeros(n)
    values = {
        name: np.full(n, more.get(name, 0.0))
        for name in (
            "short long last_at attempts answered unanswered refused_at placed fit worth_at"
            " promised campaign"
        ).split()
    }
    return Clients(
        ids=np.arange(1, n + 1),
        stored=np.array(stored_rows).reshape(n, len(KINDS)),
        fee=np.full(n, 500_000.0),
        paces=np.zeros((n, len(PACES))),
        people=zero + more.get("people", 1.0),
        **values,
    )


def test_the_chance_is_the_published_formula() -> None:
    signals = [(Kind.FORM, 0, 1.0), (Kind.GUIDE_PAGE, 21, 1.0)]
    settings = Settings(landmark=LANDMARK)
    scores = score(
        world([stored(signals)], last_at=float(NOW), attempts=4, answered=1),
        NOW,
        settings,
        beginner(settings),
    )
    # form, guide, and one more kind than one; no surge: both rates are zero
    x, mean = np.array([math.log(2), math.log(1.5), 1.0]), np.array([2.4, 0.3, 0.15])
    believed = math.log(0.09 / 0.91) * math.sqrt(1 + math.pi / 8) + x @ mean
    doubt = 1.0 + 0.3**2 * (x @ x) + 0.3**2 * (x @ mean) ** 2
    z = believed / math.sqrt(1 + math.pi * doubt / 8)
    answer = (6 * 0.35 + 1) / (6 + 4)
    assert math.isclose(scores.chance[0], answer / (1 + math.exp(-z)), rel_tol=1e-9)
    assert math.isclose(scores.value[0], scores.chance[0] * 500_000, rel_tol=1e-9)
    assert scores.pull.shape == (1, len(FEATURES))


@given(SIGNALS, st.sampled_from(KINDS))
def test_one_more_signal_never_lowers_a_kind_that_is_worth_something(
    signals: list[tuple[Kind, int, float]], kind: Kind
) -> None:
    settings = Settings(landmark=LANDMARK)
    rows = [stored(signals), stored([*signals, (kind, 1, 1.0)])]
    before, after = score(world(rows, last_at=float(NOW)), NOW, settings, beginner(settings)).chance
    if DEFAULT_WORTH[kind].weight >= 0:
        assert after >= before - 1e-12
    else:
        assert after <= before + 0.15 + 1e-12


@given(st.lists(st.floats(0, 1e9, allow_nan=False), min_size=1, max_size=50))
def test_the_order_is_total_and_ties_go_to_the_older_client(values: list[float]) -> None:
    ids = np.arange(len(values))
    ranked = [(-values[i], int(i)) for i in order(np.array(values), ids)]
    assert ranked == sorted(ranked)


def test_chances_are_said_as_recruiters_say_them() -> None:
    said = [chance_words(c) for c in (0.9, 0.26, 0.163, 0.08, 0.043, 0.011, 0.0001, 0.0)]
    assert said == [
        "more likely than not", "about 1 in 4", "about 1 in 6", "about 1 in 12",
        "about 1 in 25", "about 1 in 90", "less than 1 in 1,000", "not known",
    ]  # fmt: skip


def test_who_answers_more_often_is_worth_more() -> None:
    settings = Settings(landmark=LANDMARK)
    rows = [stored([(Kind.FORM, 3, 1.0)])] * 2
    clients = world(rows, last_at=float(NOW), attempts=6.0)
    clients.answered[:] = [0.0, 6.0]
    scores = score(clients, NOW, settings, beginner(settings))
    assert scores.worth_chance[0] == scores.worth_chance[1]
    usual = 6 * 0.35
    expected = (usual + 6.0) / usual
    assert math.isclose(scores.value[1] / scores.value[0], expected, rel_tol=1e-9)


def test_a_good_talk_fades_three_in_a_hundred_a_day() -> None:
    settings = Settings(landmark=LANDMARK)
    clients = world([stored([])] * 2)
    clients.worth_at[:] = [0.0, float(NOW - 10 * DAY)]
    x = features(clients, NOW, settings)[:, FEATURES.index("keen")]
    np.testing.assert_allclose(x, [0.0, 0.97**10])
