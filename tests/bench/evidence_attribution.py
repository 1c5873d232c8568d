"""Attribution against another implementation, and how much of it is noise."""

import contextlib
import io
from collections import Counter
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.attribution import removal
from warmcalls.domain.credit import credit
from warmcalls.domain.moments import DAY
from warmcalls.domain.paths import Paths
from warmcalls.domain.results import Model

Floats = NDArray[np.float64]

CAMPAIGNS, JOURNEYS, LONGEST = 8, 40_000, 8
RULES = (Model.FIRST, Model.LAST, Model.LINEAR, Model.POSITION, Model.DECAY)
STEP_DAYS = 12


@dataclass(frozen=True, slots=True)
class Journeys:
    """Different paths, how many ended in a fee and how many did not; shape (paths,)."""

    paths: tuple[tuple[int, ...], ...]
    won: NDArray[np.int64]
    lost: NDArray[np.int64]

    def weighed(self, won: NDArray[np.int64], lost: NDArray[np.int64]) -> dict[int, float]:
        """Return the removal effects with other numbers."""
        rows = zip(self.paths, won.tolist(), lost.tolist(), strict=True)
        return removal(row for row in rows if row[1] + row[2])


def journeys(seed: int, count: int = JOURNEYS) -> Journeys:
    """Draw journeys over eight campaigns that differ in reach, place on the path and worth."""
    random = np.random.default_rng(seed)
    start = random.dirichlet(np.full(CAMPAIGNS, 1.0))
    then = random.dirichlet(np.full(CAMPAIGNS, 0.7), CAMPAIGNS)
    worth = random.normal(-3.4, 0.8, CAMPAIGNS)
    seen: Counter[tuple[tuple[int, ...], bool]] = Counter()
    for _ in range(count):
        path = [int(random.choice(CAMPAIGNS, p=start))]
        while len(path) < LONGEST and random.random() < 0.55:
            after = int(random.choice(CAMPAIGNS, p=then[path[-1]]))
            path.extend([after] if after != path[-1] else [])
        odds = worth[path[-1]] + 0.5 * float(np.mean(worth[path]) + 3.4) + 0.15 * len(path)
        seen[tuple(path), bool(random.random() < 1 / (1 + np.exp(-odds)))] += 1
    paths = tuple(sorted({path for path, _ in seen}))
    won, lost = (np.array([seen[path, end] for path in paths]) for end in (True, False))
    return Journeys(paths, won, lost)


def by_rule(paths: tuple[tuple[int, ...], ...], model: Model) -> Floats:
    """Return the share of each campaign of a fee at the end of each path."""
    sizes = np.array([len(path) for path in paths])
    days = np.concatenate([np.arange(size) for size in sizes]) * STEP_DAYS
    flat = Paths(
        np.repeat(np.arange(len(paths)), sizes),
        np.concatenate(paths),
        days * DAY,
        sizes * STEP_DAYS * DAY,
    )
    found = credit(flat, np.zeros(len(paths), dtype=np.int64), model)
    given = np.zeros((len(paths), CAMPAIGNS))
    given[found.fee, found.campaign] = found.share
    return given


def removed(drawn: Journeys, won: NDArray[np.int64], lost: NDArray[np.int64]) -> Floats:
    """Return removal effects, campaigns that are in no path at 0."""
    found = drawn.weighed(won, lost)
    return np.array([found.get(campaign, 0.0) for campaign in range(CAMPAIGNS)])


def reference(drawn: Journeys, seed: int, simulations: float = 1e6) -> dict[str, Floats] | None:
    """Return conversions by campaign as ChannelAttribution has them, None without it."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it advertises when imported
            other, pandas = import_module("ChannelAttribution"), import_module("pandas")
    except ImportError:
        return None
    names = [" > ".join(f"c{campaign}" for campaign in path) for path in drawn.paths]
    data = pandas.DataFrame({"path": names, "won": drawn.won, "lost": drawn.lost})
    rules = other.heuristic_models(data, "path", "won", flg_pro=False)
    chain = other.markov_model(
        data,
        "path",
        "won",
        var_null="lost",
        nsim_start=simulations,
        max_step=1000,
        conv_par=0.01,
        seed=seed,
        verbose=False,
        flg_pro=False,
    )
    found = {
        model.value: _placed(rules, f"{model.value}_touch")
        for model in (Model.FIRST, Model.LAST, Model.LINEAR)
    }
    return {**found, Model.MARKOV.value: _placed(chain, "total_conversions")}


def _placed(frame: Any, column: str) -> Floats:
    known = dict(zip(frame["channel_name"], frame[column], strict=True))
    return np.array([float(known.get(f"c{campaign}", 0.0)) for campaign in range(CAMPAIGNS)])


def noise(
    drawn: Journeys, conversions: int, seed: int, draws: int = 200
) -> dict[str, tuple[float, float]]:
    """Return how far shares of few conversions are from those of all, and how often the top is right.

    The distance is the total variation: the part of all credit that goes to the wrong campaign.
    """
    random = np.random.default_rng(seed)
    fails = round(conversions * drawn.lost.sum() / drawn.won.sum())
    tables = {model: by_rule(drawn.paths, model) for model in RULES}
    whole = truth(drawn)
    off: dict[str, list[tuple[float, bool]]] = {model: [] for model in whole}
    for _ in range(draws):
        won = random.multinomial(conversions, drawn.won / drawn.won.sum())
        lost = random.multinomial(fails, drawn.lost / drawn.lost.sum())
        for model in whole:
            if model == Model.MARKOV.value:
                found = removed(drawn, won, lost)
            else:
                found = won @ tables[Model(model)] / conversions
            right = int(found.argmax()) == int(whole[model].argmax())
            off[model].append((apart(found, whole[model]), right))
    return {
        model: (float(np.mean([o for o, _ in each])), float(np.mean([r for _, r in each])))
        for model, each in off.items()
    }


def truth(drawn: Journeys) -> dict[str, Floats]:
    """Return the shares by all journeys, by model."""
    found = {
        model.value: drawn.won @ by_rule(drawn.paths, model) / drawn.won.sum() for model in RULES
    }
    return {**found, Model.MARKOV.value: removed(drawn, drawn.won, drawn.lost)}


def apart(one: Floats, other: Floats) -> float:
    """Return the total variation distance of two sets of shares."""
    return float(np.abs(one - other).sum() / 2)
