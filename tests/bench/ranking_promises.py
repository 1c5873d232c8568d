"""The tables of docs/ranking.md about what was promised, and about time."""

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tests.bench.evidence_tables import table
from tests.bench.ranking_tables import UNTAUGHT, Worlds
from tests.bench.ranking_variants import NOT_HELD, RATES, SHUFFLED, rate_name
from tests.bench.ranking_worlds import SETTINGS, Found
from warmcalls.domain.features import prior_of
from warmcalls.domain.learned import Lessons, learn
from warmcalls.domain.observed import calibration_error as equal_widths
from warmcalls.domain.ranking import fit
from warmcalls.simulator.line_up import OURS
from warmcalls.simulator.measures import Kept, kept, top_eighth

Floats = NDArray[np.float64]

PERIODS = ((0, 100), (100, 300), (300, 600), (600, 1_000), (1_000, 1_600), (1_600, 2_560))
OUTCOMES = (100, 1_000, 3_000, 5_000)
RUNS = 21
MOST_ERROR, LEAST_RATIO, MOST_RATIO = 0.015, 0.9, 1.1
MOST_MS = {1_000: 3.0, 3_000: 50.0}


def promises(worlds: Worlds) -> str:
    """Return how each variant's promises to those it called were kept."""
    names = [OURS, NOT_HELD, *(rate_name(rate) for rate in RATES), SHUFFLED, UNTAUGHT]
    rows = []
    for name in names:
        promised, came = _all(worlds, name)
        whole, top = kept(promised, came), _top(promised, came)
        each = [kept(*_all([world], name)) for world in worlds]
        errors, chance = np.mean([[k.error, k.by_chance] for k in each], axis=0)
        rows.append(
            [
                f"**{name}**" if name == OURS else name,
                *_share(whole),
                f"{100 * top.promised:.1f} / {100 * top.observed:.1f}, {top.ratio:.2f}",
                f"{whole.error:.4f} ({whole.by_chance:.4f})",
                f"{equal_widths(promised, came):.4f}",
                f"{errors:.4f} ({chance:.4f})",
            ]
        )
    head = [
        "", "promised, %", "came, %", "came over promised", "top eighth",
        "error, pooled (by chance)", "in bins of equal width", "error a world (by chance)",
    ]  # fmt: skip
    return table(head, rows)


def periods(worlds: Worlds) -> str:
    """Return how our promises were kept, period by period."""
    rows = []
    for start, end in PERIODS:
        promised, came = _all(worlds, OURS, start, end)
        whole, top = kept(promised, came), _top(promised, came)
        error = f"{whole.error:.4f} ({whole.by_chance:.4f})"
        rows.append([f"{start + 1:,} to {end:,}", *_share(whole), f"{top.ratio:.2f}", error])
    head = ["calls", "promised, %", "came, %", "came over promised", "top eighth"]
    return table([*head, "error, pooled (by chance)"], rows)


def promise_targets(worlds: Worlds) -> list[list[str]]:
    """Return the targets about promises, as lines of the table of targets."""
    promised, came = _all(worlds, OURS)
    whole, top = kept(promised, came), _top(promised, came)
    said = "called clients: expected calibration error"
    rows = [[said, f"at most {MOST_ERROR}", f"{whole.error:.4f}", _met(whole.error <= MOST_ERROR)]]
    for words, found in (("observed over predicted", whole), ("… in the top eighth", top)):
        good = LEAST_RATIO <= found.ratio <= MOST_RATIO
        between = f"{LEAST_RATIO} to {MOST_RATIO}"
        rows.append([f"called clients: {words}", between, f"{found.ratio:.2f}", _met(good)])
    return rows


def refits(found: Sequence[Found]) -> tuple[str, list[list[str]]]:
    """Return how long it takes to learn again, and the targets about that.

    The outcomes are those of several worlds in a row.
    """
    lessons = _joined([each.lessons for each in found])
    rows, aims = [], []
    for count in (c for c in OUTCOMES if c <= len(lessons.labels)):
        few = _first(lessons, count)
        alone = _milliseconds(lambda few=few: fit(few.features, few.labels, prior_of(SETTINGS)))
        whole = _milliseconds(lambda few=few: learn(few, SETTINGS))
        rows.append([f"{count:,}", f"{alone:.1f}", f"{whole:.1f}"])
        if most := MOST_MS.get(count):
            words = f"re-fit at {count:,} outcomes, ms"
            aims.append([words, f"at most {most:g}", f"{alone:.1f}", _met(alone <= most)])
    head = ["outcomes", "re-fit, ms", "with promises, answers and campaigns, ms"]
    return table(head, rows), aims


def _all(
    worlds: Worlds, name: str, start: int = 0, end: int | None = None
) -> tuple[Floats, Floats]:
    """Return what was promised and what came of a policy's calls in some worlds."""
    promised = np.concatenate([each[name].chance[start:end] for each in worlds])
    return promised, np.concatenate([each[name].worth[start:end] for each in worlds])


def _top(promised: Floats, came: Floats) -> Kept:
    best = top_eighth(promised)
    return kept(promised[best], came[best])


def _share(found: Kept) -> list[str]:
    return [f"{100 * found.promised:.1f}", f"{100 * found.observed:.1f}", f"{found.ratio:.2f}"]


def _met(good: bool) -> str:  # noqa: FBT001  a target is met or it is not
    return "met" if good else "**missed**"


def _joined(parts: Sequence[Lessons]) -> Lessons:
    return Lessons(
        at=np.concatenate([part.at for part in parts]),
        features=np.concatenate([part.features for part in parts]),
        labels=np.concatenate([part.labels for part in parts]),
        log_odds=np.concatenate([part.log_odds for part in parts]),
        campaigns=np.concatenate([part.campaigns for part in parts]),
    )


def _first(lessons: Lessons, count: int) -> Lessons:
    return replace(
        lessons,
        at=np.sort(lessons.at[:count]),
        features=lessons.features[:count],
        labels=lessons.labels[:count],
        log_odds=lessons.log_odds[:count],
        campaigns=lessons.campaigns[:count],
        attempts=2 * count,
        answered=count,
    )


def _milliseconds(work: object) -> float:
    """Return the median of some runs."""
    assert callable(work)
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        taken.append(1e3 * (time.perf_counter() - began))
    return float(np.median(taken))
