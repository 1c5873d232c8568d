"""Intervals and the early warning against exact fractions, enumeration and simulation."""

from fractions import Fraction
from itertools import product
from math import comb, isclose, isfinite, prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench import evidence_many, evidence_warning
from tests.bench.evidence_warning import Case, scaled
from warmcalls.domain.beta import beta_below, beta_quantile
from warmcalls.domain.campaigns import Alert
from warmcalls.domain.evidence import (
    DEFAULT_FUNNEL,
    PSEUDO,
    SHARE_WEIGHTS,
    SHARES,
    SUSPECTS,
    chance_below,
    credible,
    e_value,
    flagged,
    funnel_e_value,
    references,
    sample_needed,
)

COUNTS = st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
RATES = st.fractions(Fraction(1, 50), Fraction(49, 50), max_denominator=50)


def exact_below(x: Fraction, hits: int, trials: int) -> Fraction:
    """P(Beta(1 + hits, 1 + misses) < x) is P(at least hits + 1 of trials + 1 at rate x)."""
    n = trials + 1
    return sum((comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(hits + 1, n + 1)), Fraction())


@given(COUNTS, RATES)
def test_the_beta_distribution_is_a_binomial_tail(counts: tuple[int, int], x: Fraction) -> None:
    exact = float(exact_below(x, *counts))
    assert isclose(chance_below(*counts, float(x)), exact, rel_tol=1e-9, abs_tol=1e-13)


@given(COUNTS.filter(lambda c: c[1] > 0))
def test_the_interval_holds_ninety_per_cent_and_what_was_seen(counts: tuple[int, int]) -> None:
    rate = credible(*counts)
    low, high = (exact_below(Fraction(end), *counts) for end in (rate.low, rate.high))
    assert isclose(high - low, 0.9, abs_tol=1e-9)
    assert rate.low <= rate.value == counts[0] / counts[1] <= rate.high
    if 0 < counts[0] < counts[1]:
        assert isclose(low, 0.05, abs_tol=1e-9)


@given(st.floats(0.001, 0.999), st.floats(1.0, 5000.0), st.floats(1.0, 5000.0))
def test_quantiles_turn_the_distribution_round(share: float, a: float, b: float) -> None:
    assert isclose(beta_below(beta_quantile(share, a, b), a, b), share, abs_tol=1e-7)


def test_nothing_tried_is_nothing_known_and_the_ends_are_ends() -> None:
    assert (credible(0, 0).low, credible(0, 0).high) == (0.0, 1.0)
    assert (beta_below(-0.1, 2, 3), beta_below(1.1, 2, 3)) == (0.0, 1.0)
    assert credible(0, 20).low == 0.0
    assert credible(20, 20).high == 1.0


def numbers(hits: list[bool], p: Fraction) -> Fraction:
    """The mixture as it is defined, in fractions."""
    total = Fraction()
    for share, weight in zip(SHARES, SHARE_WEIGHTS, strict=True):
        g = Fraction(str(share))
        ratio = Fraction(1)
        for hit in hits:
            ratio *= g if hit else (1 - g * p) / (1 - p)
        total += Fraction(str(weight)) * ratio
    return total


def evidence(hits: list[bool], p: float) -> float:
    return e_value(np.array(hits, dtype=bool), np.full(len(hits), p))


@given(st.lists(st.booleans(), max_size=30), RATES)
def test_the_e_value_is_the_published_mixture(hits: list[bool], p: Fraction) -> None:
    assert isclose(evidence(hits, float(p)), float(numbers(hits, p)), rel_tol=1e-9)


@given(st.lists(st.booleans(), max_size=30), RATES)
def test_it_looks_one_way_only(hits: list[bool], p: Fraction) -> None:
    now = evidence(hits, float(p))
    assert evidence([*hits, True], float(p)) < now < evidence([*hits, False], float(p))


def test_thousands_of_calls_neither_overflow_nor_vanish_into_nonsense() -> None:
    assert isfinite(evidence([False] * 20_000, 0.99))
    assert evidence([False] * 20_000, 0.3) > 1e300
    assert evidence([True] * 20_000, 0.3) == 0.0
    assert isfinite(evidence([False, True], 0.0))
    assert isfinite(evidence([False, True], 1.0))
    many, none = np.zeros(20_000, dtype=bool), np.ones(20_000, dtype=bool)
    p = np.full(20_000, 0.4)
    assert isfinite(funnel_e_value([(many, p)] * 3))
    assert funnel_e_value([(none, p)] * 3) == pytest.approx(0.0, abs=1e-9)


@given(RATES, st.integers(1, 8))
def test_a_normal_campaign_expects_no_evidence(p: Fraction, calls: int) -> None:
    """Ville's inequality needs this: over all outcomes, weighed by their chance, E is 1."""
    mean = 0.0
    for outcome in product([False, True], repeat=calls):
        chance = float(p) ** sum(outcome) * (1 - float(p)) ** (calls - sum(outcome))
        mean += chance * evidence(list(outcome), float(p))
    assert isclose(mean, 1.0, rel_tol=1e-9)


def test_so_does_its_funnel() -> None:
    mean = 0.0
    for people in product(range(4), repeat=3):  # how many steps each of three people got to
        chance, stages = 1.0, []
        for step, p in enumerate(DEFAULT_FUNNEL):
            hits = np.array([got > step for got in people if got >= step], dtype=bool)
            chance *= p ** hits.sum() * (1 - p) ** (~hits).sum()
            stages.append((hits, np.full(len(hits), p)))
        mean += chance * funnel_e_value(stages)
    assert isclose(mean, 1.0, rel_tol=1e-9)


def test_the_funnel_averages_over_every_choice_of_stages() -> None:
    hits = [np.array(h, dtype=bool) for h in ([1, 0, 0, 1], [0, 0, 0], [1])]
    stages = [(h, np.full(len(h), p)) for h, p in zip(hits, DEFAULT_FUNNEL, strict=True)]
    each = [e_value(*stage) for stage in stages]
    total = weights = 0.0
    for chosen in list(product([False, True], repeat=3))[1:]:
        weight = prod(q if c else 1 - q for c, q in zip(chosen, SUSPECTS, strict=True))
        weights += weight
        total += weight * prod(e for e, c in zip(each, chosen, strict=True) if c)
    assert isclose(funnel_e_value(stages), total / weights, rel_tol=1e-12)
    empty = (np.zeros(0, dtype=bool), np.zeros(0))
    assert isclose(funnel_e_value([empty] * 3), 1.0, rel_tol=1e-12)


SEEN = st.lists(st.tuples(st.integers(0, 50), st.booleans()), max_size=40)


@given(SEEN, SEEN, RATES)
def test_what_is_normal_is_what_was_seen_before(
    own: list[tuple[int, bool]], others: list[tuple[int, bool]], usual: Fraction
) -> None:
    own = sorted(own, key=lambda each: each[0])
    at, hits = (np.array([each[i] for each in own], dtype=int) for i in (0, 1))
    others_at, others_hit = (np.array([each[i] for each in others], dtype=int) for i in (0, 1))
    found = references(at, hits.astype(bool), others_at, others_hit.astype(bool), float(usual))
    for i, (moment, _) in enumerate(own):
        before = [hit for when, hit in others if when < moment] + [hit for _, hit in own[:i]]
        expected = (sum(before) + PSEUDO * float(usual)) / (len(before) + PSEUDO)
        assert isclose(found[i], expected, rel_tol=1e-12)


def test_only_the_others_last_six_hundred_count() -> None:
    old, new = np.ones(1000, dtype=bool), np.zeros(600, dtype=bool)
    found = references(
        np.array([5000]), np.array([True]), np.arange(1600), np.concatenate([old, new]), 0.5
    )
    assert isclose(found[0], 0.5 * PSEUDO / (600 + PSEUDO))


def test_a_campaign_like_the_others_expects_no_evidence_where_nothing_is_known() -> None:
    """Rates drawn from the ten pseudo-observations: E is 1 on average, exactly."""
    mean = 0.0
    nobody = np.zeros(0, dtype=int)
    for outcome in product([False, True], repeat=8):
        hits = np.array(outcome)
        p = references(np.arange(8), hits, nobody, nobody.astype(bool), 0.35)
        mean += float(np.prod(np.where(hits, p, 1 - p))) * e_value(hits, p)
    assert isclose(mean, 1.0, rel_tol=1e-9)


def by_definition(values: dict[int, float], bar: float) -> set[int]:
    tried = {key: value for key, value in values.items() if value != 1.0}
    best: set[int] = set()
    for level in tried.values():
        chosen = {key for key, value in tried.items() if value >= level}
        if level > bar * len(tried) / len(chosen) and len(chosen) > len(best):
            best = chosen
    return best


@given(st.dictionaries(st.integers(1, 99), st.sampled_from([0.0, 1.0, 21.0, 50.0, 150.0, 900.0])))
def test_flags_follow_e_bh(values: dict[int, float]) -> None:
    says = flagged(values)
    assert {key for key, said in says.items() if said is not Alert.NONE} == by_definition(
        values, 20
    )
    found = by_definition(values, 20)
    stopped = {key for key in found if values[key] > 100}
    assert {key for key, said in says.items() if said is Alert.STOP} == stopped


def test_one_campaign_is_weak_above_twenty_and_stopped_above_a_hundred() -> None:
    says = [flagged({1: value})[1] for value in (1.0, 20.0, 20.1, 100.0, 100.1)]
    assert says == [Alert.NONE, Alert.NONE, Alert.WEAK, Alert.WEAK, Alert.STOP]
    assert flagged({1: 30.0, 2: 1.0}) == {1: Alert.WEAK, 2: Alert.NONE}
    assert flagged({1: 30.0, 2: 0.9}) == {1: Alert.NONE, 2: Alert.NONE}


@given(st.floats(0.02, 0.6), st.integers(0, 3), st.integers(0, 30), st.integers(0, 90))
def test_a_sample_is_as_large_as_needed_and_no_larger(
    normal: float, hits: int, more: int, unworked: int
) -> None:
    worked = hits + more
    needed = sample_needed(normal, hits, worked, unworked)
    assert 0 <= needed <= unworked
    if worked >= 10 and chance_below(hits, worked, normal / 2) < 0.05:
        assert needed == 0
    elif needed < unworked:
        after = [
            evidence([True] * hits + [False] * (more + n), normal) for n in (needed - 1, needed)
        ]
        assert after[1] > 20 * (1 - 1e-12)
        assert needed == 0 or after[0] <= 20 * (1 + 1e-12)


def test_no_sample_where_nothing_is_left_or_nothing_is_normal() -> None:
    assert sample_needed(0.3, 0, 5, 0) == 0
    assert sample_needed(0.0, 0, 5, 50) == 0
    assert (
        sample_needed(0.08, 0, 0, 500) == 42
    )  # without the mixture it would take ln 20 / -ln .92 = 36


def test_sound_campaigns_are_left_alone_and_junk_is_found_in_three_days() -> None:
    sound = evidence_warning.run(Case("", scaled(1, 1, 1)), 1, runs=400)
    junk = evidence_warning.run(Case("", scaled(1, 0.05, 0.5)), 2, runs=200)
    assert np.mean(sound.weak <= evidence_warning.CALLS) <= 0.05
    assert np.median(junk.weak) <= 21


def test_among_many_campaigns_false_flags_stay_few() -> None:
    found = evidence_many.run(evidence_many.FLEETS[2], 3, runs=60)
    assert found.false_share <= 0.05
    assert np.median(found.calls) <= 45


def test_the_mixtures_weights_are_a_mixture() -> None:
    assert isclose(sum(SHARE_WEIGHTS), 1.0)
