"""How good the ranking is beside others, where the truth is known.

`python -m tests.bench.bench_ranking [--worlds N] [--cores N]` writes every table of docs/ranking.md;
a quarter of an hour on one core. Fewer worlds than all print the tables and leave the document.
"""

import argparse
import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a world is one core's work
os.environ.setdefault("OMP_NUM_THREADS", "1")

from tests.bench import ranking_promises as promised
from tests.bench import ranking_tables as tables
from tests.bench.evidence_tables import put, table
from tests.bench.ranking_variants import (
    NO_BELIEFS,
    RATES,
    REVERSED,
    REVERSED_TESTED,
    SHUFFLED,
    rate_name,
)
from tests.bench.ranking_worlds import SEEDS, SMALL_SEEDS, Found, full, over, small
from warmcalls.simulator.contest import Played
from warmcalls.simulator.line_up import MILESTONES, OURS
from warmcalls.simulator.policies.boosting import BEST_SHOWN, RANDOM_SHOWN

DOCUMENT = "ranking.md"
SMALL_COUNTS = (100, 300, 640)
NAMES = (
    "random", "points, never decayed", "most recent signal", "points, decayed",
    "naive Bayes as in Odoo", "ours, never taught", "ours", RANDOM_SHOWN, BEST_SHOWN, "oracle",
)  # fmt: skip


def main() -> None:
    """Measure, and write the document or print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--worlds", type=int, default=len(SEEDS))
    options.add_argument("--cores", type=int, default=os.cpu_count() or 1)
    asked = options.parse_args()
    began = time.perf_counter()
    found = over(full, SEEDS[: asked.worlds], asked.cores)
    share = asked.worlds / len(SEEDS)
    small_found = over(small, SMALL_SEEDS[: max(int(share * len(SMALL_SEEDS)), 2)], asked.cores)
    for name, text in measured(found, small_found).items():
        if asked.worlds == len(SEEDS):
            put(name, text, DOCUMENT)
        print(f"\n{name}\n{text}")
    print(f"\n{time.perf_counter() - began:.0f} s on {asked.cores} cores", file=sys.stderr)


def measured(found: list[Found], small_found: list[dict[str, Played]]) -> dict[str, str]:
    """Return the tables by their names in the document."""
    worlds = [each.played for each in found]
    times, quick_enough = promised.refits(found)
    aims = [target.row for target in tables.targets(worlds)]
    aims += promised.promise_targets(worlds) + quick_enough
    others = [name for name in NAMES if name != OURS]
    changed = [
        NO_BELIEFS,
        SHUFFLED,
        REVERSED,
        REVERSED_TESTED,
        *(rate_name(rate) for rate in RATES),
    ]
    few = [name for name in NAMES if name not in {RANDOM_SHOWN, BEST_SHOWN}]
    return {
        "targets": table(["what", "target", "measured", ""], aims),
        "meetings": tables.meetings(worlds, NAMES, MILESTONES),
        "paired": tables.paired(worlds, others, MILESTONES[-1]),
        "catching up": tables.catching_up(worlds),
        "promises": promised.promises(worlds),
        "periods": promised.periods(worlds),
        "beliefs": tables.beliefs(worlds, [OURS, *changed]),
        "half-lives": tables.half_lives(found),
        "spreads": tables.spreads(worlds),
        "small": tables.meetings(small_found, few, SMALL_COUNTS),
        "small paired": tables.paired(
            small_found, [name for name in few if name != OURS], SMALL_COUNTS[-1]
        ),
        "money": tables.money(worlds),
        "test calls": tables.test_calls(worlds),
        "times": times,
    }


if __name__ == "__main__":
    main()
