"""Money: shared out to the penny."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.money import share_out

AMOUNTS = st.integers(-(10**18), 10**18)
WEIGHTS = st.lists(
    st.one_of(
        st.floats(0, 1e9, allow_nan=False), st.integers(0, 50), st.sampled_from((0.1, 1 / 3, 1e-9))
    ),
    min_size=1,
    max_size=40,
)


@given(AMOUNTS, WEIGHTS)
def test_parts_add_up_and_none_is_a_penny_off(amount: int, weights: list[float]) -> None:
    parts = share_out(amount, weights)
    assert sum(parts) == amount
    total = sum(map(Fraction, weights))
    for part, weight in zip(parts, weights, strict=True):
        exact = amount * Fraction(weight) / total if total else Fraction(amount, len(weights))
        assert abs(part - exact) < 1
        assert part * amount >= 0
        assert part == exact or exact.denominator > 1  # whole pennies are as they are


@given(AMOUNTS, WEIGHTS)
def test_more_weight_never_gets_less(amount: int, weights: list[float]) -> None:
    parts = [part for _, part in sorted(zip(weights, share_out(abs(amount), weights), strict=True))]
    assert parts == sorted(parts)


@pytest.mark.parametrize(
    ("amount", "weights", "parts"),
    [
        (100, [1, 1, 1], [34, 33, 33]),  # ties go to the first
        (-100, [1, 1, 1], [-34, -33, -33]),
        (5, [0, 0], [3, 2]),
        (0, [3, 1], [0, 0]),
        (7, [], []),
        (1, [0.0, 2.0], [0, 1]),
        (10, [0.6, 0.3, 0.1], [6, 3, 1]),
        # a third in floats is off by pennies here
        (10**17, [1, 1, 1], [33333333333333334, 33333333333333333, 33333333333333333]),
    ],
)
def test_amounts_that_rounding_could_lose(
    amount: int, weights: list[float], parts: list[int]
) -> None:
    assert share_out(amount, weights) == parts
