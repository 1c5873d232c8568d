"""Credit against hand-worked paths, a chain followed step by step, and another implementation."""

from collections import defaultdict
from itertools import pairwise
from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench import evidence_attribution as bench
from warmcalls.domain.attribution import removal
from warmcalls.domain.credit import credit
from warmcalls.domain.moments import DAY
from warmcalls.domain.paths import Paths
from warmcalls.domain.results import Model

NOW = 1_772_526_600_000_000
RULES = [model for model in Model if model is not Model.MARKOV]
PATHS = st.lists(
    st.tuples(
        st.lists(st.integers(1, 5), min_size=1, max_size=5).map(tuple),
        st.integers(0, 5).map(float),
        st.integers(0, 9).map(float),
    ),
    max_size=12,
)


def by_rule(steps: list[tuple[int, int]], model: Model) -> dict[int, float]:
    """The shares of one fee, as the program credits it; steps by days before, oldest first."""
    table = np.array(steps, dtype=np.int64).reshape(-1, 2)
    end = np.zeros(len(steps), dtype=np.int64)
    paths = Paths(end, table[:, 0], NOW - table[:, 1] * DAY, np.array([NOW]))
    found = credit(paths, np.array([10_000]), model)
    return dict(zip(found.campaign.tolist(), found.share.tolist(), strict=True))


def test_each_rule_on_a_path_worked_by_hand() -> None:
    there = [(1, 90), (2, 60), (3, 30), (1, 0)]
    expected = {
        Model.FIRST: {1: 1.0},
        Model.LAST: {1: 1.0},
        Model.LINEAR: {1: 0.5, 2: 0.25, 3: 0.25},
        Model.POSITION: {1: 0.8, 2: 0.1, 3: 0.1},
        Model.DECAY: {1: (1 + 1 / 8) / 1.875, 2: 0.25 / 1.875, 3: 0.5 / 1.875},
    }
    for model, wanted in expected.items():
        assert by_rule(there, model) == pytest.approx(wanted), model


@pytest.mark.parametrize("model", RULES)
def test_short_paths(model: Model) -> None:
    assert by_rule([], model) == {}
    assert by_rule([(7, 3)], model) == {7: 1.0}
    two = by_rule([(7, 30), (8, 0)], model)
    wanted = {
        Model.FIRST: {7: 1.0}, Model.LAST: {8: 1.0}, Model.DECAY: {7: 1 / 3, 8: 2 / 3},
    }  # fmt: skip
    assert two == pytest.approx(wanted.get(model, {7: 0.5, 8: 0.5}))


def test_markov_has_no_shares_of_one_fee() -> None:
    with pytest.raises(ValueError, match="no shares of one fee"):
        by_rule([(1, 3)], Model.MARKOV)


def followed(paths: list[tuple[tuple[int, ...], float, float]], without: int | None) -> float:
    """The chance of a fee, by following the chain until next to nobody is under way."""
    moves: defaultdict[int | str, defaultdict[int | str, float]] = defaultdict(
        lambda: defaultdict(float)
    )
    for steps, won, lost in paths:
        way: list[int | str] = ["start", *steps]
        for here, there in pairwise(way):
            moves[here][there] += won + lost
        moves[steps[-1]]["fee"] += won
        moves[steps[-1]]["nothing"] += lost
    at: dict[int | str, float] = {"start": 1.0}
    fees = 0.0
    while sum(at.values()) > 1e-13:
        after: defaultdict[int | str, float] = defaultdict(float)
        for here, mass in at.items():
            total = sum(moves[here].values())
            for there, weight in moves[here].items():
                after[there] += mass * weight / total
        fees += after.pop("fee", 0.0)
        after.pop("nothing", None)
        if without is not None:
            after.pop(without, None)
        at = dict(after)
    return fees


@given(PATHS)
def test_removal_effects_are_what_following_the_chain_loses(
    paths: list[tuple[tuple[int, ...], float, float]],
) -> None:
    found = removal(paths)
    walked = [each for each in paths if each[1] + each[2] > 0]
    campaigns = {campaign for steps, _, _ in walked for campaign in steps}
    assert set(found) == campaigns
    if not campaigns:
        return
    assert isclose(sum(found.values()), 1.0, rel_tol=1e-9)
    whole = followed(walked, None)
    if whole == 0:
        assert found == pytest.approx(dict.fromkeys(campaigns, 1 / len(campaigns)))
        return
    effects = {campaign: 1 - followed(walked, campaign) / whole for campaign in campaigns}
    total = sum(effects.values())
    wanted = {campaign: effect / total for campaign, effect in effects.items()}
    assert found == pytest.approx(wanted, abs=1e-9)


def test_removal_on_a_chain_worked_by_hand() -> None:
    """Three paths: 1 > 2, 2 > 1 > 2, and 1 alone, which never ends in a fee."""
    paths = [((1, 2), 1.0, 1.0), ((2, 1, 2), 2.0, 0.0), ((1,), 0.0, 3.0)]
    # to 2 from 1 in 4 of 7, to a fee from 2 in 3 of 6, to 1 from 2 in 2 of 6
    fee = (5 / 7 * 4 / 7 + 2 / 7) / (1 - 4 / 7 * 2 / 6) / 2
    without_1 = 2 / 7 / 2
    effect = 1 - without_1 / fee
    found = removal(paths)
    assert found == pytest.approx({1: effect / (effect + 1), 2: 1 / (effect + 1)})


def test_a_path_without_steps_or_weight_changes_nothing() -> None:
    paths = [((1, 2), 1.0, 1.0), ((2,), 1.0, 0.0)]
    assert removal([*paths, ((), 5.0, 5.0), ((9,), 0.0, 0.0)]) == removal(paths)


def test_it_agrees_with_channelattribution() -> None:
    drawn = bench.journeys(5, 8_000)
    other = bench.reference(drawn, seed=1, simulations=2e5)
    if other is None:
        pytest.skip("ChannelAttribution is not installed")
    ours, fees = bench.truth(drawn), drawn.won.sum()
    for model in (Model.FIRST, Model.LAST, Model.LINEAR):
        np.testing.assert_allclose(ours[model.value] * fees, other[model.value], atol=1e-9)
    main = ours[Model.MARKOV.value] >= 0.05
    ratio = ours[Model.MARKOV.value][main] / (other[Model.MARKOV.value][main] / fees)
    np.testing.assert_allclose(ratio, 1.0, atol=0.03)
