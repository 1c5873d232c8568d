"""Fit: parts that are known count alike, parts that are not are left out, and words say why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.clients import Client, Tier
from warmcalls.domain.fit import LEAST, IdealClient, fit, fit_share, fit_words, ideal_words

IDEAL = IdealClient(("Engineering", "Transport"), 50, 500)


def client(tier: str = "", sector: str = "", staff: int | None = None) -> Client:
    return Client(1, "Northmoor", Tier(tier) if tier else None, sector, staff=staff)


@pytest.mark.parametrize(
    ("who", "share"),
    [
        (client("A", "Engineering", 240), 1.0),
        (client("A"), 1.0),
        (client("B"), 0.5),
        (client("C"), 0.15),
        (client(sector="transport"), 1.0),
        (client(sector="Care"), LEAST),
        (client(staff=50), 1.0),
        (client(staff=500), 1.0),
        (client(staff=25), 0.5),
        (client(staff=24), LEAST),
        (client(staff=1000), 0.5),
        (client(staff=1001), LEAST),
        (client("A", "Care", 240), 2 / 3),
    ],
)
def test_known_parts_count_alike_and_unknown_ones_are_left_out(who: Client, share: float) -> None:
    found = fit(who, IDEAL)
    assert found.share == pytest.approx(share)
    assert len(found.parts) == sum((who.tier is not None, bool(who.sector), who.staff is not None))
    assert fit_share(who, IDEAL) == found.share


def test_of_whom_nothing_is_known_is_neither_good_nor_bad() -> None:
    assert fit(client(), IDEAL).share is None
    assert fit_share(client(), IDEAL) == 0.0
    assert fit(client(sector="Care", staff=3), IdealClient()).share is None


def test_what_speaks_for_a_client_is_named_once_somebody_said_whom_they_want() -> None:
    whole = fit(client("A", "Engineering", 1240), IdealClient(("engineering",), 500))
    assert fit_words(whole, IDEAL) == "fits your ideal client: tier A, Engineering, 1,240 staff"
    assert whole.parts == (
        "Tier A: it fits.",
        "Engineering is a sector you want.",
        "1,240 staff: you want 500 or more.",
    )
    assert fit_words(whole, IdealClient()) == ""
    assert fit_words(fit(client("C", "Care"), IDEAL), IDEAL) == ""


def test_the_ideal_client_in_words() -> None:
    assert ideal_words(IDEAL) == "Engineering or Transport, 50 to 500 staff"
    assert ideal_words(IdealClient(("A", "B", "C"))) == "A, B or C"
    assert ideal_words(IdealClient(most_staff=1500)) == "up to 1,500 staff"
    assert ideal_words(IdealClient()) == ""


@given(
    st.sampled_from(["", "A", "B", "C"]),
    st.sampled_from(["", "Engineering", "Care"]),
    st.none() | st.integers(1, 10_000),
)
def test_a_share_is_a_share_and_a_better_tier_never_fits_worse(
    tier: str, sector: str, staff: int | None
) -> None:
    found = fit(client(tier, sector, staff), IDEAL)
    assert found.share is None or LEAST <= found.share <= 1.0
    if tier in {"B", "C"} and found.share is not None:
        assert fit_share(client("A", sector, staff), IDEAL) >= found.share
