"""An outcome saved to the list ranked anew, 100,000 clients; and the fit alone.

`python -m tests.bench.bench_learning [--clients N] [--signals N] [--folder DIR]`

The database is the one of `bench_list`; what is measured works on a copy.
"""

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from tests.bench.world import NOW, build
from warmcalls.actions.begin import begin
from warmcalls.actions.desk import desk
from warmcalls.actions.learning import relearn
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.actions.todays_list import LOOKS, todays_list
from warmcalls.domain.features import FEATURES
from warmcalls.domain.kinds import KINDS
from warmcalls.domain.learned import beginner, learn
from warmcalls.domain.moments import DAY, day_of
from warmcalls.domain.outcomes import Outcome, Reach, Result
from warmcalls.domain.ranking import Floats
from warmcalls.domain.scores import score
from warmcalls.store import settings, warmth
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.lessons import lessons
from warmcalls.store.opening import open_reader

RUNS = 60
OUTCOMES = (1_000, 3_000)
A_LIST = 20
SEEN = 0.15  # share of the features that a called client has
EVERYBODY = 10**9
CALL_COLUMNS = (
    "id", "key", "client_id", "day", "proposed_at", "kind", "rank", "chance", "answer_chance",
    "value", "warmth", "features", "reasons", "why", "opener", "log_odds",
)  # fmt: skip
OUTCOME_COLUMNS = (
    "key", "call_id", "client_id", "at", "day", "reach", "result", "worth",
)  # fmt: skip


def main() -> None:
    """Build what is missing, measure on a copy, print."""
    options = _options()
    folder = Path(options.folder or tempfile.mkdtemp(prefix="warmcalls-bench-"))
    path = folder / f"{options.clients}x{options.signals}.db"
    if not path.exists():
        build(path, options.clients, options.signals)
    with tempfile.TemporaryDirectory(prefix="warmcalls-bench-", dir=folder) as copied:
        copy = Path(copied) / "learning.db"
        shutil.copyfile(path, copy)
        db = begin(str(copy), now=NOW)
        reader = open_reader(str(copy))
        _candidates(reader)
        for count in OUTCOMES:
            _teach(db, count, options.clients)
            _fit(reader, count)
            _work(db, reader, count)
        reader.close()
        db.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--signals", type=int, default=10_000_000)
    parser.add_argument("--folder", help="where the built database is kept for the next run")
    return parser.parse_args()


def _teach(db: Writer, count: int, clients: int) -> None:
    """Let there be some outcomes of the year before, nine in a hundred worth the time."""
    rng, agency = np.random.default_rng(count), settings.load(db)
    chosen = rng.integers(1, clients + 1, count)
    at = np.sort(NOW - rng.integers(DAY, 360 * DAY, count))
    rows = [(int(c), int(t), _sparse(rng)) for c, t in zip(chosen, at, strict=True)]
    with db.atomic():
        db.execute("delete from outcome")
        db.execute("delete from call")
        calls = (
            (n, f"b{n}", c, day_of(t, agency.zone), t, "warm", 1, 0.1, 0.4, 1, 1.0, x, "[]", "",
             "", -2.3)
            for n, (c, t, x) in enumerate(rows, 1)
        )  # fmt: skip
        db.add_many("call", CALL_COLUMNS, calls)
        outcomes = (
            (f"b{n}", n, c, t, day_of(t, agency.zone), "spoke", "no_need", int(rng.random() < 0.09))
            for n, (c, t, _) in enumerate(rows, 1)
        )
        db.add_many("outcome", OUTCOME_COLUMNS, outcomes)
        relearn(db, agency)


def _sparse(rng: np.random.Generator) -> str:
    """Return features as a call keeps them: most are 0, and left out."""
    seen = np.flatnonzero(rng.random(len(FEATURES)) < SEEN)
    return json.dumps({FEATURES[i]: float(rng.gamma(1.5, 0.5)) for i in seen})


def _fit(db: Reader, count: int) -> None:
    """Time the fit alone, beside scikit-learn's logistic regression on the same matrix."""
    agency, found = settings.load(db), lessons(db)
    ours = _milliseconds(f"{count:,} outcomes: fitted", partial(learn, found, agency))
    labels = found.labels.round()
    theirs = LogisticRegression(tol=1e-8, max_iter=1000)
    plain = _milliseconds("  scikit-learn's", partial(theirs.fit, found.features, labels))
    print(f"  {ours / plain:.2f} times as long")
    _milliseconds("  read from the database", partial(lessons, db))


def _work(db: Writer, reader: Reader, count: int) -> None:
    """Work through the list, outcome after outcome, as the window does in the background."""
    saved, both, day = [], [], todays_list(reader, now=NOW)
    for turn in range(RUNS):
        now, call = NOW + turn, day.calls[turn % 3]
        result = Result.MEETING if turn % 9 == 0 else Result.NO_NEED
        outcome = Outcome(f"w{count} {turn}", call.client_id, now, Reach.SPOKE, result)
        started = _clocks()
        record_outcome(db, outcome, proposed=call)
        saved.append(_clocks() - started)
        # twenty to the last: what is done does not shorten this list
        day = todays_list(reader, now=now, limit=A_LIST + turn)
        both.append(_clocks() - started)
    _say("  outcome saved and learnt from", saved)
    anew = _say("  … and the list ranked anew", both)
    whole = _milliseconds("  everybody scored instead", partial(_everybody, reader), runs=5)
    print(f"  {whole / anew:.0f} times as long")


def _everybody(db: Reader) -> Floats:
    """Return the values of the 20 best of all who may be rung, best first."""
    asked = desk(db, NOW + RUNS)
    known = warmth.candidates(db, asked.now, None, EVERYBODY)
    return _best(score(known, asked.now, asked.agency, asked.learned).value)


def _best(value: Floats) -> Floats:
    return np.sort(value)[::-1][:A_LIST]


def _candidates(db: Reader) -> None:
    """Print what the candidates hold of the value of the 20 best among all."""
    agency, rng = settings.load(db), np.random.default_rng(1)
    known = warmth.candidates(db, NOW, None, EVERYBODY)
    usual = beginner(agency)
    shuffled = usual.model.weights.copy()
    shuffled[: len(KINDS)] = rng.permutation(shuffled[: len(KINDS)])
    for name, weights in (("as set", usual.model.weights), ("shuffled", shuffled)):
        learned = replace(usual, model=replace(usual.model, weights=weights))
        value = score(known, NOW, agency, learned).value
        best = _best(value).sum()
        shares = (f"{n}: {_best(value[:n]).sum() / best:.3f}" for n in LOOKS)
        print(f"value of the {A_LIST} best held by candidates, weights {name}: {', '.join(shares)}")
    for count in LOOKS:
        _milliseconds(f"{count} read", partial(warmth.candidates, db, NOW, None, count))


def _milliseconds(name: str, run: Callable[[], object], runs: int = RUNS) -> float:
    """Time a call many times; print and return its median in milliseconds."""
    times = []
    for _ in range(runs):
        started = _clocks()
        run()
        times.append(_clocks() - started)
    return _say(name, times)


def _clocks() -> Floats:
    """Return the time, and the processor's that went into this process, in milliseconds."""
    return 1000.0 * np.array([time.perf_counter(), time.process_time()])


def _say(name: str, times: list[Floats]) -> float:
    (median, own), (p95, own_p95) = np.median(times, axis=0), np.percentile(times, 95, axis=0)
    print(f"{name}: median {median:.1f} ms, p95 {p95:.1f} ms", end="")
    print(f" (of a processor {own:.1f} and {own_p95:.1f})")
    return float(median)


if __name__ == "__main__":
    main()
