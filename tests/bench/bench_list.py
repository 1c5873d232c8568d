"""The list over 100,000 clients and 10 million signals, beside DuckDB recomputing the scores.

`python -m tests.bench.bench_list [--clients N] [--signals N] [--folder DIR]`
"""

import argparse
import itertools
import math
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from tests.bench.world import NOW, build
from warmcalls.actions.desk import desk
from warmcalls.actions.todays_list import pick_calls, todays_list
from warmcalls.domain.kinds import KINDS, Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.warmth import decayed
from warmcalls.store import settings, warmth
from warmcalls.store.engine import Reader
from warmcalls.store.opening import open_reader

RUNS = 200


def main() -> None:
    """Build what is missing, measure, print."""
    options = _options()
    folder = Path(options.folder or tempfile.mkdtemp(prefix="warmcalls-bench-"))
    path = folder / f"{options.clients}x{options.signals}.db"
    if not path.exists():
        started = time.perf_counter()
        build(path, options.clients, options.signals)
        print(f"built in {time.perf_counter() - started:.0f} s, {path.stat().st_size / 1e9:.2f} GB")
    empty = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    db = open_reader(str(path))
    asked = desk(db, NOW)
    todays_list(db, now=NOW)
    ids = _milliseconds("list of 20", lambda: pick_calls(asked, 20, 20))
    _milliseconds("20 rows with reasons", lambda: todays_list(db, now=NOW))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - empty) / 1024
    print(f"memory above before: {grown:.0f} MB")
    duck = _duckdb(db, folder)
    print(f"DuckDB recomputes the scores in {duck:.0f} ms: {duck / ids:.0f} times the list")
    print(f"largest difference of a counter to brute force, relative: {_worst(db):.1e}")
    db.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--signals", type=int, default=10_000_000)
    parser.add_argument("--folder", help="where the built database is kept for the next run")
    return parser.parse_args()


def _milliseconds(name: str, run: Callable[[], object]) -> float:
    """Time a call many times; print and return its median in milliseconds."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        run()
        times.append((time.perf_counter() - started) * 1000)
    median, p95 = statistics.median(times), float(np.percentile(times, 95))
    print(f"{name}: median {median:.1f} ms, p95 {p95:.1f} ms")
    return median


def _duckdb(db: Reader, folder: Path) -> float:
    """Return the milliseconds DuckDB takes for the same scores from the signals as they are kept.

    The signals are copied, column by column and with the same types, into DuckDB's own file first;
    that copy is not counted.
    """
    agency, file = settings.load(db), folder / "signals.duckdb"
    file.unlink(missing_ok=True)
    with duckdb.connect(str(file)) as con:
        con.execute(
            "create table signal (client_id bigint, kind varchar, moment bigint, share double)"
        )
        for rows in _chunks(db.stream("select client_id, kind, at, share from signal")):
            client_id, kind, at, share = (np.array(column) for column in zip(*rows, strict=True))
            con.register("part", {"c": client_id, "k": kind, "m": at, "s": share})
            con.execute("insert into signal select c, k, m, s from part")
        con.execute("create table worth (kind varchar, weight double, life double)")
        worth = [(k.value, w.weight, w.half_life_days) for k, w in agency.worth.items()]
        con.executemany("insert into worth values (?, ?, ?)", worth)
    sql = f"""
        select client_id, sum(weight * ln(1 + n)) as warmth from (
          select client_id, kind, w.weight,
            sum(share * pow(2, -({NOW} - moment) / {DAY}.0 / w.life)) as n
          from signal join worth w using (kind) group by client_id, kind, w.weight)
        group by client_id order by warmth desc limit 20
    """
    times = []
    for _ in range(3):
        with duckdb.connect(str(file), read_only=True) as con:
            started = time.perf_counter()
            con.execute(sql).fetchall()
            times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def _chunks(
    rows: Iterator[tuple[Any, ...]], size: int = 500_000
) -> Iterator[list[tuple[Any, ...]]]:
    while chunk := list(itertools.islice(rows, size)):
        yield chunk


def _worst(db: Reader) -> float:
    """Return the largest relative difference of decayed counts to brute force, 200 clients."""
    agency, worst = settings.load(db), 0.0
    known = warmth.some(db, list(range(1, 201)))
    counts = decayed(known.stored, NOW, agency.landmark, agency.worth)
    for row, client in enumerate(known.ids):
        exact: dict[str, list[float]] = {kind.value: [] for kind in KINDS}
        sql = "select kind, at, share from signal where client_id = :c"
        for kind, at, share in db.tuples(sql, c=int(client)):
            life = agency.worth[Kind(kind)].half_life_days
            exact[kind].append(share * 2.0 ** (-(NOW - at) / DAY / life))
        for i, kind in enumerate(KINDS):
            truth = math.fsum(exact[kind.value])
            worst = max(worst, abs(counts[row, i] - truth) / max(truth, 1.0))
    return worst


if __name__ == "__main__":
    main()
