"""The tables of docs/ranking.md about who is rung: from worlds to Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from tests.bench.evidence_tables import table
from tests.bench.ranking_variants import (
    MONEY,
    NO_PACES,
    SHUFFLED,
    SPREADS,
    TESTED,
    spread_name,
)
from tests.bench.ranking_worlds import FACTORS, Found
from warmcalls.simulator.contest import Played
from warmcalls.simulator.line_up import MILESTONES, OURS, per_hundred
from warmcalls.simulator.measures import Estimate, mean, ratio, wins
from warmcalls.simulator.policies.boosting import BEST_SHOWN, RANDOM_SHOWN

Worlds = Sequence[Mapping[str, Played]]

UNTAUGHT = "ours, never taught"
RANDOM = "random"
RECENT = "most recent signal"
DECAYED = "points, decayed"
BAYES = "naive Bayes as in Odoo"
ALL = MILESTONES[-1]
LAST = 1_000
PARTS = ((0, 300), (300, 1_000), (1_000, 1_560), (1_560, 2_560))
CLOSE = 0.005  # to a target, where two digits would hide on which side


@dataclass(frozen=True)
class Target:
    """What the ranking is to reach, and what it did."""

    what: str
    least: float
    found: Estimate

    @property
    def row(self) -> list[str]:
        """A line of the table; a miss is said."""
        met = "met" if self.found.value >= self.least else "**missed**"
        near = abs(self.found.value - self.least) < CLOSE
        return [self.what, f"at least {self.least:g}", times(self.found, 3 if near else 2), met]


def times(found: Estimate, digits: int = 2) -> str:
    """Return a figure with its interval, a dash for none."""
    if isnan(found.value):
        return "–"
    return f"{found.value:.{digits}f} ({found.low:.{digits}f}–{found.high:.{digits}f})"


def meetings(worlds: Worlds, names: Sequence[str], counts: Sequence[int]) -> str:
    """Return the calls worth the time per 100, policy by policy."""
    rows = []
    base = per_hundred(worlds, RANDOM, counts[-1])
    for name in names:
        row = [f"**{name}**" if name == OURS else name]
        row += [times(mean(per_hundred(worlds, name, count)), 1) for count in counts]
        rows.append([*row, f"{ratio(per_hundred(worlds, name, counts[-1]), base).value:.1f}"])
    head = ["who chooses", *(f"first {count:,}" for count in counts[:-1]), f"all {counts[-1]:,}"]
    return table([*head, "times random"], rows)


def paired(worlds: Worlds, names: Sequence[str], calls: int) -> str:
    """Return how many times as many ours finds as each other, world by world."""
    rows = []
    for name in names:
        row = [name]
        for count in (100, calls):
            ours, theirs = per_hundred(worlds, OURS, count), per_hundred(worlds, name, count)
            row += [times(ratio(ours, theirs)), f"{wins(ours, theirs)} of {len(worlds)}"]
        rows.append(row)
    head = ["ours beside", "first 100", "worlds won", f"all {calls:,}", "worlds won"]
    return table(head, rows)


def catching_up(worlds: Worlds) -> str:
    """Return how ours stands beside gradient boosting, part by part of the calls."""
    rows = []
    for name in (RANDOM_SHOWN, BEST_SHOWN):
        row = [name]
        for part in PARTS:
            ours, theirs = (
                np.array([played[each].worth[slice(*part)].mean() for played in worlds])
                for each in (OURS, name)
            )
            row.append(times(ratio(ours, theirs)))
        rows.append(row)
    return table(["ours beside", *(f"calls {a + 1:,} to {b:,}" for a, b in PARTS)], rows)


def targets(worlds: Worlds) -> list[Target]:
    """Return the targets about who is rung."""
    first = per_hundred(worlds, UNTAUGHT, 100)
    whole = per_hundred(worlds, OURS, ALL)
    found = [
        Target(f"first 100 calls without any outcome, times {name}", least,
               ratio(first, per_hundred(worlds, name, 100)))
        for name, least in ((RANDOM, 3.5), (RECENT, 2.5), (DECAYED, 1.75))
    ]  # fmt: skip
    found += [
        Target(f"{ALL:,} calls, times {name}", least, ratio(whole, per_hundred(worlds, name, ALL)))
        for name, least in ((RANDOM_SHOWN, 0.95), (BEST_SHOWN, 0.95), (BAYES, 1.25))
    ]
    shuffled, ours = (_last(worlds, name) for name in (SHUFFLED, OURS))
    what = f"shuffled defaults: calls 1,561 to {ALL:,}, times good defaults"
    return [*found, Target(what, 0.95, ratio(shuffled, ours))]


def beliefs(worlds: Worlds, names: Sequence[str]) -> str:
    """Return what other first beliefs come to, at first and in the end."""
    rows = []
    for name in names:
        row = [name]
        row += [times(mean(per_hundred(worlds, name, count)), 1) for count in (100, 1_000)]
        last, ours = _last(worlds, name), _last(worlds, OURS)
        rows.append([*row, times(mean(last), 1), times(ratio(last, ours))])
    return table(
        ["beliefs", "first 100", "first 1,000", f"last {LAST:,}", "times ours, last 1,000"], rows
    )


def half_lives(found: Sequence[Found]) -> str:
    """Return what half-lives that are wrong cost, with the paces and without."""
    right = [each.played for each in found]
    rows = [_paces_row("right", right, right)]
    for factor in FACTORS:
        wrong = [each.wrong[factor] for each in found]
        rows.append(_paces_row(f"{factor:g} times the right ones", wrong, right))
    head = [
        "half-lives", "with paces", "without", "with, times without",
        "with, times right half-lives",
    ]  # fmt: skip
    return table(head, rows)


def spreads(worlds: Worlds) -> str:
    """Return what other spreads of the prior come to."""
    names = {"0.3, 0.3 (chosen)": OURS}
    names |= {spread_name(*each): spread_name(*each) for each in SPREADS}
    rows = []
    for shown, name in names.items():
        whole = per_hundred(worlds, name, ALL)
        beside = ratio(whole, per_hundred(worlds, OURS, ALL))
        counts = [times(mean(per_hundred(worlds, name, count)), 1) for count in MILESTONES]
        rows.append([shown, *counts, times(beside)])
    head = ["spread, common", *(f"first {c:,}" for c in MILESTONES[:-1]), f"all {ALL:,}"]
    return table([*head, "times chosen"], rows)


def money(worlds: Worlds) -> str:
    """Return what ordering by money changes."""
    rows = []
    for shown, name in (("most conversations", OURS), ("most money", MONEY)):
        due = np.array([each[name].due.sum() / ALL for each in worlds])
        paid = np.array([each[name].fees.sum() / ALL for each in worlds])
        beside = np.array([each[OURS].due.sum() / ALL for each in worlds])
        rows.append(
            [
                shown,
                times(mean(per_hundred(worlds, name, ALL)), 1),
                f"£{due.mean() / 100:,.0f}",
                times(ratio(due, beside)),
                f"£{paid.mean() / 100:,.0f}",
            ]
        )
    return table(
        [
            "order",
            "worth the time per 100",
            "fees due a call",
            "times the first",
            "invoiced a call",
        ],
        rows,
    )


def test_calls(worlds: Worlds) -> str:
    """Return what test calls cost."""
    rows = []
    for name in (OURS, TESTED):
        row = [name]
        for count in (100, 1_000, ALL):
            found, ours = (per_hundred(worlds, each, count) for each in (name, OURS))
            row += [times(mean(found), 1), f"{ratio(found, ours).value:.2f}"]
        rows.append(row)
    head = ["", "first 100", "times ours", "first 1,000", "times ours", f"all {ALL:,}"]
    return table([*head, "times ours"], rows)


def _last(worlds: Worlds, name: str) -> np.ndarray:
    return np.array([100.0 * played[name].worth[-LAST:].mean() for played in worlds])


def _paces_row(words: str, wrong: Worlds, right: Worlds) -> list[str]:
    with_them, without = (per_hundred(wrong, name, ALL) for name in (OURS, NO_PACES))
    beside = ratio(with_them, per_hundred(right, OURS, ALL))
    return [
        words,
        times(mean(with_them), 1),
        times(mean(without), 1),
        times(ratio(with_them, without)),
        times(beside),
    ]
