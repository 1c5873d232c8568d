"""How soon the best hours are known, and how seldom hours are named where none differs.

`python -m tests.bench.bench_hours` writes its table into docs/ranking.md.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.bench.evidence_tables import calls, put, share, table
from warmcalls.domain.answer_hours import BANDS, SUPPORTED, AnswerHours
from warmcalls.domain.band_evidence import log_evidence

SEED = 20_260_222
RUNS, CALLS, A_DAY = 1_000, 4_000, 20
EVEN = (1.0,) * len(BANDS)
MORNINGS = (2.0, 2.0, 0.5, 1.0, 0.7)
NEVER = 10**9
Rates = tuple[float, ...]


class Case(NamedTuple):
    """An agency: what share of calls is answered in each band, and when it rings."""

    name: str
    rates: Rates
    rings: Rates = EVEN


class Found(NamedTuple):
    """When it was first said that hours differ, and whether the best band was named by then."""

    first: NDArray[np.int64]
    named: NDArray[np.bool_]


def flat(rate: float) -> Rates:
    return (rate,) * len(BANDS)


CASES = (
    Case("no hour differs: 10 %", flat(0.10)),
    Case("no hour differs: 20 %", flat(0.20)),
    Case("no hour differs: 35 %", flat(0.35)),
    Case("no hour differs: 50 %", flat(0.50)),
    Case("no hour differs: 35 %, rung in the mornings", flat(0.35), MORNINGS),
    Case("**10–12 at 40 %**, else 25 %", (0.25, 0.40, 0.25, 0.25, 0.25)),
    Case("10–12 at 40 %, else 25 %, rung in the mornings", (0.25, 0.40, 0.25, 0.25, 0.25), MORNINGS),
    Case("16–18 at 40 %, else 25 %, rung in the mornings", (0.25, 0.25, 0.25, 0.25, 0.40), MORNINGS),
    Case("10–12 and 16–18 at 40 %, else 25 %", (0.25, 0.40, 0.25, 0.25, 0.40)),
    Case("12–14 at 15 %, else 35 %", (0.35, 0.35, 0.15, 0.35, 0.35)),
    Case("10–12 at 40 %, else 33 %", (0.33, 0.40, 0.33, 0.33, 0.33)),
)  # fmt: skip


def run(case: Case, seed: int) -> Found:
    """Ring every day, and look every evening."""
    random = np.random.default_rng(seed)
    shares = np.array(case.rings) / sum(case.rings)
    attempts = np.zeros((RUNS, len(BANDS)), dtype=np.int64)
    answered = attempts.copy()
    first, named = np.full(RUNS, NEVER), np.zeros(RUNS, dtype=np.bool_)
    for rung in range(A_DAY, CALLS + 1, A_DAY):
        today = random.multinomial(A_DAY, shares, size=RUNS)
        attempts += today
        answered += random.binomial(today, case.rates)
        open_ones = np.flatnonzero(first == NEVER)
        evidence = log_evidence(attempts[open_ones], answered[open_ones])
        for agency in open_ones[evidence > np.log(SUPPORTED)]:
            first[agency] = rung
            hours = AnswerHours(tuple(attempts[agency].tolist()), tuple(answered[agency].tolist()))
            named[agency] = _is_right(hours, case.rates)
    return Found(first, named)


def _is_right(hours: AnswerHours, rates: Rates) -> bool:
    best = hours.best is None or rates[hours.best] == max(rates)
    worst = hours.worst is None or rates[hours.worst] == min(rates)
    return best and worst and bool(hours.words)


def main() -> None:
    rows = []
    for number, case in enumerate(CASES):
        found = run(case, SEED + number)
        said = int((found.first <= CALLS).sum())
        differs = len(set(case.rates)) > 1
        right = share(int(found.named.sum()), said) if differs and said else "–"
        rows.append([case.name, share(said, RUNS), calls(found.first, CALLS), right])
        print(rows[-1], flush=True)
    head = [
        "answers",
        "said within 4,000 calls, %",
        "calls: median, 90th",
        "right when first said, %",
    ]
    put("hours", table(head, rows), "ranking.md")


if __name__ == "__main__":
    main()
