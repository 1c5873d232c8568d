"""Fees that are far too small or far too large: what one of them may do to others."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from warmcalls.domain.expected_fees import REMAINDER, PastFee, fee_levels

USUAL = {"A": 900_000, "B": 600_000, "C": 400_000, "": 500_000}
SECTORS = ("Engineering", "Transport")
MOST = 10**12
ONE_FEE = 1.5
"""What one fee may move anybody else by."""
NO_MORE = 1.1  # a mean above its middle: expectations may lie above every fee, by little
ROUNDING = 1.011  # both figures have three digits
FEE = st.one_of(st.integers(9_000, 20_000_000), st.integers(9_000, MOST))


def fees(amounts: st.SearchStrategy[int], least: int = 0) -> st.SearchStrategy[list[PastFee]]:
    made = st.tuples(st.integers(1, 9), amounts).map(lambda pair: fee_of(*pair))
    return st.lists(made, min_size=least, max_size=25)


def fee_of(client_id: int, amount: int) -> PastFee:
    return PastFee(client_id, "A", SECTORS[client_id % 2], amount)


def expected(past: list[PastFee], client_id: int = 99) -> int:
    return fee_levels(past, USUAL).expected(client_id, "A", SECTORS[client_id % 2])


TEN = [fee_of(2 * n + 1, 900_000) for n in range(10)]


@given(fees(FEE), st.integers(0, MOST), st.integers(10, 13))
@example(TEN, 1, 99)
@example(TEN, 100, 99)
@example(TEN, MOST, 99)
@example(TEN, 10_000, 99)
@example([fee_of(1, 90_000)] * 2, 90_000_000, 99)
@example([fee_of(2 * n + 1, MOST) for n in range(30)], MOST, 99)
def test_one_fee_moves_other_clients_by_half_at_most(
    past: list[PastFee], amount: int, client_id: int
) -> None:
    before, after = expected(past, client_id), expected([*past, fee_of(97, amount)], client_id)
    assert before / (ONE_FEE * ROUNDING) <= after <= before * ONE_FEE * ROUNDING


@pytest.mark.parametrize("amount", [1, 100, 8_999, 9_000, 20_000, 100_000])
def test_a_fee_that_is_almost_nothing_lifts_nobody(amount: int) -> None:
    assert expected([*TEN, fee_of(97, amount)]) <= expected(TEN)


@given(fees(FEE), st.integers(1, 9), st.integers(1, 8_999))
def test_a_remainder_of_a_credited_fee_is_no_fee(
    past: list[PastFee], client_id: int, amount: int
) -> None:
    assert amount * REMAINDER < USUAL["A"]
    assert fee_levels([*past, fee_of(client_id, amount)], USUAL) == fee_levels(past, USUAL)


@given(fees(FEE, least=1), st.data(), st.floats(1.0, 1_000.0))
def test_raising_a_fee_lowers_no_expectation_of_its_like(
    past: list[PastFee], data: st.DataObject, factor: float
) -> None:
    which = data.draw(st.integers(0, len(past) - 1))
    fee = past[which]
    more = list(past)
    more[which] = fee._replace(amount=round(fee.amount * factor))
    for client_id in {fee.client_id, fee.client_id + 90}:
        assert expected(more, client_id) * ROUNDING >= expected(past, client_id)


@given(fees(st.integers(200_000, 4_000_000)), st.integers(100_000, 50_000_000))
def test_more_fees_of_one_amount_pull_towards_it(past: list[PastFee], amount: int) -> None:
    many = [
        expected([*past, *(fee_of(101 + 2 * n, amount) for n in range(so_many))])
        for so_many in (0, 30, 300)
    ]
    misses = [max(each / amount, amount / each) for each in many]
    assert misses[2] < max(misses[0], 1.2)
    assert misses[2] < max(misses[1], 1.2) * ROUNDING


@given(fees(FEE), st.integers(1, 13))
def test_an_expectation_lies_among_fees_and_settings(past: list[PastFee], client_id: int) -> None:
    amounts = [USUAL["A"], *(fee.amount for fee in past)]
    assert min(amounts) / NO_MORE <= expected(past, client_id) <= max(amounts) * NO_MORE


def test_a_few_fees_of_the_largest_and_smallest_amounts_can_be_reckoned_with() -> None:
    past = [fee_of(1, amount) for amount in (1, 1, 1, MOST, MOST, MOST)]
    assert 900_000 < expected(past, 1) < MOST
    assert expected(past) < expected(past, 1)
