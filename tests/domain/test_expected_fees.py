"""Expected fees against brute force, and what must hold of any fees."""

from math import exp, log
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.expected_fees import (
    PSEUDO_FEES,
    Basis,
    FeeLevels,
    PastFee,
    basis_words,
    fee_levels,
    rounded,
)

USUAL = {"A": 900_000, "B": 600_000, "C": 400_000, "": 500_000}
PLACES = [("A", "Engineering"), ("A", "Transport"), ("B", "Engineering"), ("B", ""), ("", "")]
# a client stands in one place: its id says which
FEES = st.lists(
    st.tuples(st.integers(1, 9), st.integers(1_000, 50_000_000)).map(
        lambda made: PastFee(made[0], *PLACES[made[0] % len(PLACES)], made[1])
    ),
    max_size=30,
)
NEAR = FEES.map(lambda past: [fee._replace(amount=450_000 + fee.amount % 600_000) for fee in past])
"""None is so far from its client's middle that it would be heard less."""


def brute_force(past: list[PastFee], usual: dict[str, int], asked: tuple[int, str, str]) -> float:
    """Condition the whole normal family on all fees at once: client, sector, tier, one matrix."""
    spread = fee_levels(past, usual).spread
    rows = [(f.client_id, f.tier, f.sector, log(f.amount)) for f in past]
    rows.append((*asked, 0.0))
    size, step = len(rows), spread / PSEUDO_FEES
    mean = np.array([log(usual[r[1]]) - spread * (1 + 3 / PSEUDO_FEES) / 2 for r in rows])
    cov = np.zeros((size, size))
    for i, one in enumerate(rows):
        for j, other in enumerate(rows):
            cov[i, j] += step * (one[1] == other[1])
            cov[i, j] += step * (one[1:3] == other[1:3])
            cov[i, j] += step * (one[0] == other[0]) + spread * (i == j)
    seen, last = slice(0, size - 1), size - 1
    if size == 1:
        return exp(mean[0] + cov[0, 0] / 2)
    gain = np.linalg.solve(cov[seen, seen], cov[seen, last])
    middle = mean[last] + gain @ (np.array([r[3] for r in rows[:-1]]) - mean[seen])
    return float(exp(middle + (cov[last, last] - gain @ cov[seen, last]) / 2))


@given(NEAR, st.integers(1, 14))
def test_it_is_the_mean_of_the_whole_family_given_every_fee(
    past: list[PastFee], client_id: int
) -> None:
    place = PLACES[client_id % len(PLACES)]
    found = fee_levels(past, USUAL).expected(client_id, *place)
    assert found == pytest.approx(brute_force(past, USUAL, (client_id, *place)), rel=0.006)


@pytest.mark.parametrize("spread", [0.3, 0.6, 1.0])
@pytest.mark.parametrize("off", [1, 4])
def test_the_spread_is_found_however_wrong_the_settings_are(spread: float, off: int) -> None:
    drawn = 900_000 * off * np.random.default_rng(5).lognormal(0, spread, 2_000)
    past = [PastFee(n, "A", "Engineering", round(fee)) for n, fee in enumerate(drawn)]
    assert fee_levels(past, USUAL).spread ** 0.5 == pytest.approx(spread, rel=0.15)


@given(FEES, st.randoms(use_true_random=False))
def test_the_order_in_which_fees_are_read_changes_nothing(
    past: list[PastFee], random: Random
) -> None:
    mixed = list(past)
    random.shuffle(mixed)
    assert fee_levels(mixed, USUAL) == fee_levels(past, USUAL)


@given(FEES)
def test_a_tier_without_fees_is_worth_what_the_settings_say(past: list[PastFee]) -> None:
    assert fee_levels(past, USUAL).expected(99, "C", "Engineering") == 400_000


@given(FEES, st.integers(1, 9), st.integers(2, 20))
def test_a_larger_fee_never_makes_its_client_expect_less(
    past: list[PastFee], client_id: int, factor: int
) -> None:
    place = PLACES[client_id % len(PLACES)]
    known = fee_levels(past, USUAL)
    at = known.expected(client_id, *place)
    more = fee_levels([*past, PastFee(client_id, *place, at * factor)], USUAL)
    assert more.expected(client_id, *place) >= at * 0.99


def test_many_fees_of_a_client_outvote_the_settings() -> None:
    random = np.random.default_rng(4)
    drawn = 1_500_000 * random.lognormal(-(0.3**2) / 2, 0.3, 400)
    past = [PastFee(1, "A", "Engineering", round(fee)) for fee in drawn]
    assert fee_levels(past, USUAL).expected(1, "A", "Engineering") == pytest.approx(
        1_500_000, rel=0.05
    )


def test_one_client_of_many_fees_moves_its_like_less_than_many_clients_do() -> None:
    one = [PastFee(1, "A", "Engineering", 2_000_000)] * 40
    many = [PastFee(n, "A", "Engineering", 2_000_000) for n in range(1, 41)]
    asked = (99, "A", "Engineering")
    lone, spread_out = (fee_levels(past, USUAL).expected(*asked) for past in (one, many))
    assert 900_000 < lone < spread_out < 2_000_000 * 1.05


def test_fees_of_one_sector_say_more_of_it_than_of_another() -> None:
    past = [PastFee(n, "B", "Legal", 3_000_000) for n in range(1, 9)]
    found = fee_levels(past, USUAL)
    assert found.expected(99, "B", " legal ") == found.expected(99, "B", "Legal")
    assert 600_000 < found.expected(99, "B", "Retail") < found.expected(99, "B", "Legal")


def test_one_huge_fee_does_not_lift_all_others() -> None:
    usual = [PastFee(n, "A", "Engineering", 900_000) for n in range(1, 30)]
    huge = [*usual, PastFee(30, "A", "Engineering", 90_000_000)]
    asked = (99, "A", "Engineering")
    mean = sum(fee.amount for fee in huge) / len(huge)
    assert fee_levels(huge, USUAL).expected(*asked) < 1_200_000 < mean


def test_what_brought_nothing_says_nothing_of_sizes() -> None:
    past = [PastFee(1, "A", "", 0), PastFee(1, "A", "", -5)]
    assert fee_levels(past, USUAL) == fee_levels([], USUAL)


def test_the_mean_lies_above_the_middle_of_a_long_tail() -> None:
    past = [PastFee(1, "A", "", round(900_000 * exp(x))) for x in np.linspace(-2, 2, 60)]
    assert fee_levels(past, USUAL).expected(1, "A", "") > 1_500_000


def test_its_basis_counts_the_fees_behind_it() -> None:
    past = [PastFee(1, "A", "Legal", 800_000)] * 3
    past += [PastFee(2, "A", "Legal", 800_000)] * 2 + [PastFee(3, "A", "Retail", 800_000)]
    found = fee_levels(past, USUAL)
    assert found.basis(1, "A", "Legal")[1:] == (3, 2, 3)
    assert found.basis(9, "A", "Legal")[1:] == (0, 5, 6)
    assert found.basis(9, "A", "Tech")[1:] == (0, 0, 6)
    assert found.basis(9, "C", "Tech") == Basis(400_000, 0, 0, 0)


def test_an_estimate_has_three_figures() -> None:
    assert rounded(843_722.4) == 844_000
    assert rounded(1_243_900) == 1_240_000
    assert [rounded(value) for value in (0.2, 7.4, 512.0)] == [0, 7, 512]


def test_a_tier_said_to_bring_nothing_can_be_reckoned_with() -> None:
    found = fee_levels([PastFee(1, "A", "", 900_000)], USUAL | {"A": 0})
    assert isinstance(found, FeeLevels)
    assert found.expected(1, "A", "") > 0


@pytest.mark.parametrize(
    ("basis", "tier", "sector", "said"),
    [
        (Basis(1, 3, 14, 20), "A", "Engineering", "3 fees here and 14 from Engineering, tier A"),
        (Basis(1, 1, 0, 22), "A", "Engineering", "1 fee here and 22 from tier A"),
        (Basis(1, 3, 0, 0), "A", "Engineering", "3 fees here"),
        (Basis(1, 0, 1, 9), "B", "Retail", "1 fee from Retail, tier B"),
        (Basis(1, 0, 0, 1_200), "", "Retail", "1,200 fees from clients without a tier"),
        (Basis(1, 0, 0, 0), "C", "", "what you expect of tier C"),
        (Basis(1, 0, 4, 9), "C", " ", "4 fees from tier C"),
    ],
)
def test_the_basis_in_words(basis: Basis, tier: str, sector: str, said: str) -> None:
    assert basis_words(basis, tier, sector) == said
